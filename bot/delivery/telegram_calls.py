"""Deliveries as calls of the Bot API, each with its second best where Telegram refuses the best."""

import html
import re
from datetime import datetime, timedelta
from typing import Any

from telegram import ReplyParameters
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.botapi.keyboards import form_of
from bot.botapi.pacing import Lane
from bot.botapi.refusals import is_deleted_already, is_fixed, is_refused_for_form, is_unchanged
from bot.domain.deliveries import Delivery, DeliveryAction, Sent
from bot.domain.messages import Message
from bot.domain.roundups import Roundup
from bot.domain.words import pieces
from bot.render.language import Language
from bot.render.roundups import roundup

DELETABLE = timedelta(hours=47)  # Telegram deletes under 48 h; an hour for the outbox itself
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


async def deliver(bot: ExtBot[Lane], delivery: Delivery, message: Message | None, *, now: datetime) -> Sent:
    """Does what the delivery asks; `message` is what is to stand there, None where nothing is left to.

    Raises TelegramError where not even the second best is taken.
    """
    if delivery.action is DeliveryAction.DELETE or message is None:
        return await _take_away(bot, delivery, now)
    if delivery.action is DeliveryAction.SEND:
        return await _send(bot, delivery, message)
    return await _edit(bot, delivery, message)


def shown_of(content: Roundup, delivery: Delivery, language: Language) -> Message | None:
    """What is to stand where the delivery's message is; None where all of it was killed.

    The heading of an edition whose other stories are messages of their own stays above them.
    """
    if content.standing == "killed" and not content.heads:
        return None
    if content.standing == "gone" and delivery.otherwise is not None and not content.heads:
        return delivery.otherwise
    (message,) = roundup(content, delivery.chat).said_in(language)
    return message


def plain_text(message: Message) -> str:
    """The words of a message without its tags, as many as fit: what is sent where the form is refused."""
    text = html.unescape(_TAG.sub("", message.html)).strip()
    return next(iter(pieces(text, MessageLimit.MAX_TEXT_LENGTH)), "…")


async def _send(bot: ExtBot[Lane], delivery: Delivery, message: Message) -> Sent:
    try:
        return Sent(message_id=await _post(bot, delivery, message.html, message, ParseMode.HTML))
    except BadRequest as error:
        if not is_refused_for_form(error):
            raise
        refused = error.message
    message_id = await _post(bot, delivery, plain_text(message), None, None)
    return Sent(message_id=message_id, fault=f"sent as plain text: {refused}")


async def _post(
    bot: ExtBot[Lane],
    delivery: Delivery,
    words: str,
    with_buttons: Message | None,
    parse_mode: ParseMode | None,
) -> int:
    answered = delivery.target_id or delivery.answers
    sent = await bot.send_message(
        chat_id=delivery.chat.telegram_id,
        message_thread_id=delivery.chat.thread_id or None,
        text=words,
        parse_mode=parse_mode,
        disable_notification=delivery.chat.silent or delivery.silent,
        reply_parameters=ReplyParameters(answered, allow_sending_without_reply=True) if answered else None,
        api_kwargs=_form(bot, delivery, with_buttons),
        rate_limit_args=Lane.PUSH,
    )
    return sent.message_id


async def _edit(bot: ExtBot[Lane], delivery: Delivery, message: Message) -> Sent:
    """In place; where that is no longer possible, a reply that says what changed."""
    try:
        await _rewrite(bot, delivery, message)
    except BadRequest as error:
        if is_unchanged(error):
            return Sent(message_id=delivery.target_id)
        if not (is_fixed(error) or is_refused_for_form(error)):
            raise
        if delivery.otherwise is None:
            return Sent(message_id=delivery.target_id, fault=f"left as it was: {error.message}")
        replied = await _send(bot, delivery, delivery.otherwise)
        return Sent(message_id=replied.message_id, fault=f"replied instead: {error.message}")
    return Sent(message_id=delivery.target_id)


async def _take_away(bot: ExtBot[Lane], delivery: Delivery, now: datetime) -> Sent:
    """Deleted; where that is no longer possible, marked."""
    assert delivery.target_id is not None
    mark = delivery.content if isinstance(delivery.content, Message) else delivery.otherwise
    if delivery.target_sent_at is None or now - delivery.target_sent_at < DELETABLE:
        try:
            await bot.delete_message(delivery.chat.telegram_id, delivery.target_id, rate_limit_args=Lane.PUSH)
        except BadRequest as error:
            if is_deleted_already(error):
                return Sent(message_id=None)
            if mark is None or not is_fixed(error):
                raise
        else:
            return Sent(message_id=None)
    if mark is None:
        return Sent(message_id=delivery.target_id)
    return await _edit(bot, delivery, mark)


async def _rewrite(bot: ExtBot[Lane], delivery: Delivery, message: Message) -> None:
    await bot.edit_message_text(
        message.html,
        chat_id=delivery.chat.telegram_id,
        message_id=delivery.target_id,
        parse_mode=ParseMode.HTML,
        api_kwargs=_form(bot, delivery, message),
        rate_limit_args=Lane.PUSH,
    )


def _form(bot: ExtBot[Lane], delivery: Delivery, message: Message | None) -> dict[str, Any]:
    private = delivery.chat.kind == "private"
    return form_of(
        message.buttons if message is not None else (), shared_by=None if private else bot.username
    )
