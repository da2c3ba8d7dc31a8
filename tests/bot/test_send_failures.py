"""What an error of Telegram means for a delivery."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.botapi.refusals import is_refused_for_form
from bot.botapi.request import NoAnswerError, NotSentError
from bot.delivery.send_failures import is_unreachable, outcome_of
from bot.domain.chats import Chat
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
from bot.domain.messages import Message

NOW = datetime(2016, 12, 14, 7, 30, tzinfo=UTC)
NOTICE = Message(html="The topic is closed.")


def a_letter(*, attempts: int = 0, doubts: int = 0) -> Delivery:
    return Delivery(
        id=1,
        chat=Chat(id=1, telegram_id=100, kind="private", seen_from=NOW),
        action=DeliveryAction.SEND,
        content=Message(html="Talks open"),
        created_at=NOW,
        attempts=attempts,
        doubts=doubts,
    )


def fate_of(error: TelegramError, delivery: Delivery | None = None) -> SendOutcome:
    return outcome_of(error, delivery or a_letter(), notice=NOTICE, now=NOW)


def later(**time: float) -> datetime:
    return NOW + timedelta(**time)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        pytest.param(
            RetryAfter(timedelta(seconds=7)),
            Again(not_before=later(seconds=7), whole_chat=True, tried=False),
            id="flood wait, to the second",
        ),
        pytest.param(ChatMigrated(-1007), Moved(telegram_id=-1007), id="became a supergroup"),
        pytest.param(
            Forbidden("Forbidden: bot was blocked by the user"),
            ChatLost(fault="Forbidden: bot was blocked by the user"),
            id="blocked",
        ),
        pytest.param(
            Forbidden("Forbidden: user is deactivated"),
            ChatLost(fault="Forbidden: user is deactivated"),
            id="deactivated",
        ),
        pytest.param(BadRequest("Chat not found"), ChatLost(fault="Chat not found"), id="no such chat"),
        pytest.param(
            BadRequest("Bad Request: message thread not found"),
            TopicLost(fault="Message thread not found", notice=NOTICE),
            id="deleted topic",
        ),
        pytest.param(
            BadRequest("Bad Request: TOPIC_CLOSED"),
            TopicLost(fault="Topic_closed", notice=NOTICE),
            id="closed topic",
        ),
        pytest.param(
            BadRequest("Message is too long"),
            Failed(fault="Message is too long"),
            id="refused as plain text, too",
        ),
        pytest.param(
            NetworkError("Bad Gateway"), Again(not_before=later(seconds=2)), id="Telegram's own failure"
        ),
        pytest.param(
            NetworkError("Gateway Timeout (504)"),
            Again(not_before=NOW, doubtful=True),
            id="a proxy's time-out",
        ),
        pytest.param(
            NoAnswerError("SocketTimeoutError: no answer"),
            Again(not_before=NOW, doubtful=True),
            id="no answer in time",
        ),
        pytest.param(
            NoAnswerError("ServerDisconnectedError: no answer"),
            Again(not_before=NOW, doubtful=True),
            id="answer lost",
        ),
        pytest.param(
            NotSentError("ClientConnectorError: refused"), Again(not_before=NOW), id="never connected"
        ),
        pytest.param(InvalidToken(), Again(not_before=NOW, tried=False), id="token taken away"),
        pytest.param(TelegramError("odd"), Failed(fault="odd"), id="anything else"),
    ],
)
def test_fate(error: TelegramError, outcome: SendOutcome) -> None:
    assert fate_of(error) == outcome


def test_second_doubt_is_the_last() -> None:
    error = NoAnswerError("SocketTimeoutError: no answer")
    assert fate_of(error, a_letter(doubts=1)) == Failed(fault="no answer to two tries; it may have arrived")


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 2), (1, 4), (5, 64), (8, 300), (400, 300)])
def test_tries_come_further_and_further_apart(attempts: int, seconds: int) -> None:
    delivery = a_letter(attempts=attempts)
    assert fate_of(NetworkError("Bad Gateway"), delivery) == Again(not_before=later(seconds=seconds))


@pytest.mark.parametrize(
    ("error", "unreachable"),
    [
        pytest.param(NotSentError("ClientConnectorError: refused"), True, id="no connection"),
        pytest.param(NoAnswerError("SocketTimeoutError: no answer"), True, id="no answer"),
        pytest.param(InvalidToken(), True, id="no token"),
        pytest.param(NetworkError("Bad Gateway"), False, id="an answer that says no"),
        pytest.param(BadRequest("Chat not found"), False, id="a refusal"),
        pytest.param(RetryAfter(timedelta(seconds=1)), False, id="a flood wait"),
    ],
)
def test_letters_wait_only_while_telegram_cannot_be_reached(error: TelegramError, unreachable: bool) -> None:
    assert is_unreachable(error) is unreachable


@pytest.mark.parametrize(
    ("description", "form"),
    [
        ("can't parse entities: unsupported start tag", True),
        ("message is too long", True),
        ("BUTTON_DATA_INVALID", True),
        ("chat not found", False),
        ("TOPIC_CLOSED", False),
        ("message is not modified", False),
        ("message can't be edited", False),
    ],
)
def test_only_a_refused_form_is_sent_as_plain_text(description: str, form: bool) -> None:
    assert is_refused_for_form(BadRequest(description)) is form
