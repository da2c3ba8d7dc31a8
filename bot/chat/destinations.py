"""Where an update came from, and whether its sender may change that place's settings."""

from typing import Literal

from telegram import Chat, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest

from bot.chat.reply import close_press, reply
from bot.domain.subscriptions import Destination
from bot.render.lists import note
from bot.render.texts import _

ADMINS_ONLY = _("Only the administrators of this chat change what it is sent.")
TOO_OLD = _("This message is too old. /settings shows a new one.")
_LEADERS = frozenset({ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER})


def destination_of(update: Update) -> Destination | None:
    """The private chat, the group or its topic, or the channel; None where there is no chat."""
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return None
    thread = message.message_thread_id if message is not None and _in_topic(message) else None
    return destination_in(chat, thread_id=thread or 0, user_id=_person(update))


def destination_in(chat: Chat, *, thread_id: int = 0, user_id: int | None) -> Destination:
    """The chat or the topic as a place that can be sent editions; `user_id` is who set it up."""
    return Destination(
        telegram_id=chat.id,
        thread_id=thread_id,
        kind=_kind(chat),
        title=None if chat.type == ChatType.PRIVATE else chat.title,
        user_id=user_id,
    )


async def may_set(update: Update) -> bool:
    """Whether settings of this place are the sender's to change.

    Everybody's own in private; in groups and channels its administrators', who may write in its name.
    """
    chat = update.effective_chat
    if chat is None:
        return False
    if chat.type == ChatType.PRIVATE or update.channel_post is not None:
        return True  # nobody but administrators can post in a channel
    message = update.message
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id == chat.id and not message.is_automatic_forward
    user = update.effective_user
    if user is None:
        return False
    try:
        member = await chat.get_member(user.id)
    except BadRequest:  # not known there
        return False
    return member.status in _LEADERS


async def destination_to_set(update: Update) -> Destination | None:
    """The place, if its settings are the sender's to change; else they are told whose they are."""
    query = update.callback_query
    if query is not None and (query.message is None or not query.message.is_accessible):
        await close_press(query, TOO_OLD, alert=True)  # which topic it stood in is not told
        return None
    if await may_set(update):
        return destination_of(update)
    if update.callback_query is not None:
        await close_press(update.callback_query, ADMINS_ONLY, alert=True)
    else:
        await reply(update, note(ADMINS_ONLY))
    return None


def _kind(chat: Chat) -> Literal["private", "group", "channel"]:
    match chat.type:
        case ChatType.PRIVATE:
            return "private"
        case ChatType.CHANNEL:
            return "channel"
        case _:
            return "group"


def _in_topic(message: object) -> bool:
    """A thread of replies has a thread id, too; only a topic is a place of its own."""
    return isinstance(message, TelegramMessage) and bool(message.is_topic_message)


def _person(update: Update) -> int | None:
    message = update.message
    user = update.effective_user
    if user is None or (message is not None and message.sender_chat is not None):
        return None
    return user.id
