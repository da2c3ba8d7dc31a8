"""Messages into somebody's chat, unasked: the one form in which everything of the bot's is shown."""

from collections.abc import Iterable

from telegram import Bot
from telegram.constants import ParseMode

from bot.botapi.keyboards import form_of
from bot.botapi.request import unread
from bot.domain.messages import Message


async def post(bot: Bot, chat_id: int, messages: Iterable[Message]) -> None:
    """Sends the messages as a reply's lane lets them. Raises TelegramError where one is not taken."""
    for message in messages:
        with unread():
            await bot.send_message(
                chat_id, message.html, parse_mode=ParseMode.HTML, api_kwargs=form_of(message.buttons)
            )
