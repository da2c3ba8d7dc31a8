"""Messages into somebody's chat, unasked: the one form in which everything of the bot's is shown."""

from collections.abc import Iterable

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.botapi.keyboards import keyboard
from bot.domain.messages import Message

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # a preview would push the text away


async def post(bot: Bot, chat_id: int, messages: Iterable[Message]) -> None:
    """Sends the messages as a reply's lane lets them. Raises TelegramError where one is not taken."""
    for message in messages:
        await bot.send_message(
            chat_id,
            message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message.buttons),
            link_preview_options=NO_PREVIEW,
        )
