"""Where an update came from: the private chat, the group or its topic, the channel."""

from typing import Literal

from telegram import Chat, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatType

from bot.domain.languages import LONGEST_TAG
from bot.domain.subscriptions import Destination


def destination_of(update: Update) -> Destination | None:
    """The private chat, the group or its topic, or the channel; None where there is no chat."""
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return None
    thread = message.message_thread_id if message is not None and _in_topic(message) else None
    return destination_in(
        chat, thread_id=thread or 0, user_id=_person(update), client_language=_client_language(update, chat)
    )


def destination_in(
    chat: Chat, *, thread_id: int = 0, user_id: int | None, client_language: str | None = None
) -> Destination:
    """The chat or the topic as a place that can be sent editions; `user_id` is who set it up."""
    return Destination(
        telegram_id=chat.id,
        thread_id=thread_id,
        kind=_kind(chat),
        title=None if chat.type == ChatType.PRIVATE else chat.title,
        user_id=user_id,
        client_language=client_language,
    )


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


def _client_language(update: Update, chat: Chat) -> str | None:
    user = update.effective_user
    told = user.language_code if user is not None and chat.type == ChatType.PRIVATE else None
    return told.lower() if told is not None and 0 < len(told) <= LONGEST_TAG else None


def _person(update: Update) -> int | None:
    message = update.message
    user = update.effective_user
    if user is None or (message is not None and message.sender_chat is not None):
        return None
    return user.id
