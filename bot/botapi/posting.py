"""A message into somebody's chat, unasked: the one form in which everything of the bot's is shown."""

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.botapi.keyboards import keyboard
from bot.domain.messages import Message

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # a preview would push the text away


async def post(bot: Bot, chat_id: int, message: Message) -> None:
    """Sends the message as a reply's lane lets it. Raises TelegramError where it is not taken."""
    await bot.send_message(
        chat_id,
        message.html,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(message.buttons),
        link_preview_options=NO_PREVIEW,
    )
