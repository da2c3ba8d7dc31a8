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
from bot.botapi.refusals import is_chat_lost, is_topic_lost
from bot.botapi.request import NoAnswerError, NotSentError
from bot.domain.deliveries import (
    Again,
    ChatLost,
    Delivery,
    DeliveryAction,
    Failed,
    Moved,
    SendOutcome,
    TopicLost,
)
from bot.domain.messages import InLanguage

_AFTER_A_FAULT = timedelta(seconds=30)
_LONGEST_PAUSE = timedelta(minutes=5)  # between tries of a delivery that Telegram's servers fail on


def outcome_of(error: TelegramError, delivery: Delivery, *, notice: InLanguage, now: datetime) -> SendOutcome:
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


def outcome_of_fault(error: Exception, delivery: Delivery, *, now: datetime) -> SendOutcome:
    """The same where the program itself failed: the delivery may have arrived, and is tried once more."""
    if _is_harmless_again(delivery):
        return Again(not_before=now + _AFTER_A_FAULT)
    if delivery.doubts:
        return Failed(fault=f"failed twice: {error!r}")
    return Again(not_before=now + _AFTER_A_FAULT, doubtful=True)


def is_unreachable(error: TelegramError) -> bool:
    """Whether Telegram itself, not this delivery, is in trouble: nothing is sent until it answers again."""
    return isinstance(error, InvalidToken | NotSentError | NoAnswerError)


def _refused(error: BadRequest, notice: InLanguage) -> SendOutcome:
    if is_topic_lost(error):
        return TopicLost(fault=error.message, notice=notice)
    if is_chat_lost(error):
        return ChatLost(fault=error.message)
    return Failed(fault=error.message)


def _unanswered(error: NetworkError, delivery: Delivery, now: datetime) -> SendOutcome:
    """No answer may mean that the message arrived: it is tried once more, never twice."""
    wait = min(timedelta(seconds=2 ** min(delivery.attempts + 1, 10)), _LONGEST_PAUSE)
    if not _may_have_arrived(error):
        return Again(not_before=now + (timedelta(0) if is_unreachable(error) else wait))
    if _is_harmless_again(delivery):
        return Again(not_before=now + wait)
    if delivery.doubts:
        return Failed(fault="no answer to two tries; it may have arrived")
    return Again(not_before=now, doubtful=True)


def _is_harmless_again(delivery: Delivery) -> bool:
    """An edit or a deletion, which leaves the same message however often it arrives."""
    return delivery.action is not DeliveryAction.SEND


def _may_have_arrived(error: NetworkError) -> bool:
    if isinstance(error, NoAnswerError):
        return True
    return "504" in error.message or "gateway timeout" in error.message.lower()
