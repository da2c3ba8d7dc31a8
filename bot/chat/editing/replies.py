"""What an editor writes in reply to a message that asks for words: known by a button under it."""

import re

from telegram import InlineKeyboardMarkup
from telegram import Message as TelegramMessage
from telegram.ext import filters

from bot.chat.routes import pattern


class Answering(filters.MessageFilter):
    """A text in reply to the bot's message that has a button of this shape, as if that had been pressed.

    A message passed on has no buttons, and no command is an answer.
    """

    def __init__(self, shape: str) -> None:
        super().__init__(name=f"answering {shape}", data_filter=True)
        self._shape = re.compile(pattern(shape))

    def filter(self, message: TelegramMessage) -> dict[str, list[re.Match[str]]] | None:
        """The match of the button's action, which the handler reads as that of a press."""
        asked, text = message.reply_to_message, message.text or ""
        by_bot = asked is not None and asked.from_user is not None and asked.from_user.is_bot
        if asked is None or not by_bot or not text or text.startswith("/"):
            return None
        markup = asked.reply_markup
        rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else ()
        for button in (one for row in rows for one in row):
            action = button.callback_data
            if isinstance(action, str) and (match := self._shape.match(action)):
                return {"matches": [match]}
        return None
