"""Letters as calls of the Bot API, each with its second best where Telegram refuses the best."""

import html
import re

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.botapi.keyboards import keyboard
from bot.botapi.pacing import Lane
from bot.delivery.fate import is_fixed, is_gone, is_refused_for_form, is_unchanged
from bot.domain.deliveries import Action, Letter, Sent
from bot.domain.messages import Message
from bot.domain.words import pieces

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # a preview would push the text away
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


async def deliver(bot: ExtBot[Lane], letter: Letter) -> Sent:
    """Does what the letter asks. Raises TelegramError where neither the best nor the second best is taken."""
    match letter.action:
        case Action.SEND:
            return await _send(bot, letter, letter.message)
        case Action.EDIT:
            return await _edit(bot, letter)
        case Action.DELETE:
            return await _delete(bot, letter)


def plain(message: Message) -> str:
    """The words of a message without its tags, as many as fit: what is sent where the form is refused."""
    text = html.unescape(_TAG.sub("", message.html)).strip()
    return next(iter(pieces(text, MessageLimit.MAX_TEXT_LENGTH)), "…")


async def _send(bot: ExtBot[Lane], letter: Letter, message: Message) -> Sent:
    try:
        return Sent(message_id=await _post(bot, letter, message.html, message, ParseMode.HTML))
    except BadRequest as error:
        if not is_refused_for_form(error):
            raise
        refused = error.message
    message_id = await _post(bot, letter, plain(message), None, None)
    return Sent(message_id=message_id, fault=f"sent as plain text: {refused}")


async def _post(
    bot: ExtBot[Lane], letter: Letter, words: str, with_buttons: Message | None, parse_mode: ParseMode | None
) -> int:
    target = letter.target_id
    sent = await bot.send_message(
        chat_id=letter.chat.telegram_id,
        message_thread_id=letter.chat.thread_id or None,
        text=words,
        parse_mode=parse_mode,
        reply_markup=_keyboard(bot, letter, with_buttons),
        link_preview_options=_NO_PREVIEW,
        disable_notification=letter.chat.silent,
        reply_parameters=ReplyParameters(target, allow_sending_without_reply=True) if target else None,
        rate_limit_args=Lane.PUSH,
    )
    return sent.message_id


async def _edit(bot: ExtBot[Lane], letter: Letter) -> Sent:
    """In place; where that is no longer possible, a reply that says what changed."""
    try:
        await _rewrite(bot, letter)
    except BadRequest as error:
        if is_unchanged(error):
            return Sent(message_id=letter.target_id)
        if letter.otherwise is None or not (is_fixed(error) or is_refused_for_form(error)):
            raise
        replied = await _send(bot, letter, letter.otherwise)
        return Sent(message_id=replied.message_id, fault=f"replied instead: {error.message}")
    return Sent(message_id=letter.target_id)


async def _delete(bot: ExtBot[Lane], letter: Letter) -> Sent:
    """Away; where that is no longer possible, marked."""
    assert letter.target_id is not None
    try:
        await bot.delete_message(letter.chat.telegram_id, letter.target_id, rate_limit_args=Lane.PUSH)
    except BadRequest as error:
        if is_gone(error):
            return Sent(message_id=None)
        if letter.otherwise is None or not is_fixed(error):
            raise
        return await _edit(bot, letter)
    return Sent(message_id=None)


async def _rewrite(bot: ExtBot[Lane], letter: Letter) -> None:
    await bot.edit_message_text(
        letter.message.html,
        chat_id=letter.chat.telegram_id,
        message_id=letter.target_id,
        parse_mode=ParseMode.HTML,
        reply_markup=_keyboard(bot, letter, letter.message),
        link_preview_options=_NO_PREVIEW,
        rate_limit_args=Lane.PUSH,
    )


def _keyboard(bot: ExtBot[Lane], letter: Letter, message: Message | None) -> InlineKeyboardMarkup | None:
    if message is None:
        return None
    private = letter.chat.kind == "private"
    return keyboard(message.buttons, shared_by=None if private else bot.username)
