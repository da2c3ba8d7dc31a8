"""What an error of Telegram means for the delivery and its chat. Pure."""

from datetime import datetime, timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.botapi.pacing import seconds_of
from bot.botapi.request import NoAnswerError, NotSentError
from bot.domain.deliveries import Again, ChatLost, Delivery, Failed, Moved, SendOutcome, TopicLost
from bot.domain.messages import Message

# Words of Telegram's descriptions, in lower case.
_CHAT_LOST = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_admin_required",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "group chat was deactivated",
    "group chat was deleted",
    "user_is_blocked",
)
_TOPIC_LOST = ("message thread not found", "topic_closed", "topic_deleted", "topic closed")
_UNCHANGED = ("message is not modified",)
_GONE = ("message to delete not found", "message_id_invalid")
_FIXED = ("message to edit not found", "message can't be edited", "message can't be deleted")

_AFTER_A_FAULT = timedelta(seconds=30)
_LONGEST_PAUSE = timedelta(minutes=5)  # between tries of a delivery that Telegram's servers fail on


def fate(error: TelegramError, delivery: Delivery, *, notice: Message, now: datetime) -> SendOutcome:
    """What becomes of the delivery; `notice` goes to who set up a topic that is lost."""
    match error:
        case RetryAfter():
            wait = timedelta(seconds=seconds_of(error))
            return Again(not_before=now + wait, whole_chat=True, tried=False)
        case ChatMigrated():
            return Moved(telegram_id=error.new_chat_id)
        case Forbidden():
            return ChatLost(fault=error.message)
        case BadRequest():
            return _refused(error, notice)
        case InvalidToken():
            return Again(not_before=now, tried=False)
        case NetworkError():
            return _unanswered(error, delivery, now)
        case _:
            return Failed(fault=error.message)


def fate_of_fault(error: Exception, delivery: Delivery, *, now: datetime) -> SendOutcome:
    """The same where the program itself failed: the delivery may have arrived, and is tried once more."""
    if delivery.doubts:
        return Failed(fault=f"failed twice: {error!r}")
    return Again(not_before=now + _AFTER_A_FAULT, doubtful=True)


def is_refused_for_form(error: BadRequest) -> bool:
    """Whether other words might be taken: the chat, the topic and the target are not what is wrong."""
    return not _says(error, *_CHAT_LOST, *_TOPIC_LOST, *_UNCHANGED, *_GONE, *_FIXED)


def is_unchanged(error: BadRequest) -> bool:
    """What an edit asks for is there already."""
    return _says(error, *_UNCHANGED)


def is_deleted_already(error: BadRequest) -> bool:
    """What is to be deleted is not there."""
    return _says(error, *_GONE)


def is_fixed(error: BadRequest) -> bool:
    """The target can no longer be edited or deleted."""
    return _says(error, *_FIXED)


def is_unreachable(error: TelegramError) -> bool:
    """Whether Telegram itself, not this delivery, is in trouble: nothing is sent until it answers again."""
    return isinstance(error, InvalidToken | NotSentError | NoAnswerError)


def _refused(error: BadRequest, notice: Message) -> SendOutcome:
    if _says(error, *_TOPIC_LOST):
        return TopicLost(fault=error.message, notice=notice)
    if _says(error, *_CHAT_LOST):
        return ChatLost(fault=error.message)
    return Failed(fault=error.message)


def _unanswered(error: NetworkError, delivery: Delivery, now: datetime) -> SendOutcome:
    """No answer may mean that the message arrived: it is tried once more, never twice."""
    if not _may_have_arrived(error):
        wait = timedelta(seconds=2 ** min(delivery.attempts + 1, 10))
        return Again(not_before=now + (timedelta(0) if is_unreachable(error) else min(wait, _LONGEST_PAUSE)))
    if delivery.doubts:
        return Failed(fault="no answer to two tries; it may have arrived")
    return Again(not_before=now, doubtful=True)


def _may_have_arrived(error: NetworkError) -> bool:
    if isinstance(error, NoAnswerError):
        return True
    return "504" in error.message or "gateway timeout" in error.message.lower()


def _says(error: BadRequest, *descriptions: str) -> bool:
    said = error.message.lower()
    return any(description in said for description in descriptions)
