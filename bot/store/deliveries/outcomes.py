"""What follows from the outcome of a send: for the delivery, its chat, and what else waits."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.chats import ChatState
from bot.domain.deliveries import (
    Again,
    ChatLost,
    Delivery,
    DeliveryAction,
    DeliveryState,
    Failed,
    Moved,
    SendOutcome,
    Sent,
    TopicLost,
)
from bot.domain.messages import InLanguage
from bot.domain.subscriptions import Destination
from bot.store.chats.readership import counting
from bot.store.chats.rows import get_or_create, languages_of, move_chat, stop
from bot.store.database.tables import chats, outbox
from bot.store.deliveries.rows import dump

MOST_TRIES = 300  # a day of them, five minutes apart: what could not be sent by then is no news any more


def record_outcome(connection: Connection, delivery: Delivery, outcome: SendOutcome, now: datetime) -> None:
    """Writes down what became of one delivery, bar one that was sent, with all that follows."""
    match outcome:
        case Sent():
            pass  # all at once, by `_record_sent`
        case Failed(fault=fault):
            _set(connection, delivery, state=DeliveryState.FAILED, fault=fault)
        case Again():
            _put_back(connection, delivery, outcome)
        case ChatLost(fault=fault):
            _set(connection, delivery, state=DeliveryState.FAILED, fault=fault)
            _stop(connection, delivery, fault, now)
        case TopicLost(fault=fault, notice=notice):
            _lose_topic(connection, delivery, fault, notice, now)
        case Moved(telegram_id=telegram_id):
            move_chat(connection, delivery.chat.telegram_id, telegram_id)
            _set(connection, delivery, state=DeliveryState.WAITING)


def record_sent(
    connection: Connection, outcomes: Sequence[tuple[Delivery, SendOutcome]], now: datetime
) -> None:
    """In one statement: nearly every delivery ends here."""
    rows = [
        {"letter_id": delivery.id, "message_id": outcome.message_id, "fault": outcome.fault}
        for delivery, outcome in sorted(outcomes, key=lambda each: each[0].id)  # as amends lock them
        if isinstance(outcome, Sent)
    ]
    if rows:
        sent = (
            update(outbox)
            .where(outbox.c.id == bindparam("letter_id"))
            .values(
                state=DeliveryState.SENT,
                sent_at=now,
                message_id=bindparam("message_id"),
                fault=bindparam("fault"),
            )
        )
        connection.execute(sent, rows)


def _put_back(connection: Connection, delivery: Delivery, again: Again) -> None:
    attempts = delivery.attempts + again.tried  # not its age: it may have been held back for days
    if attempts > MOST_TRIES:
        _set(connection, delivery, state=DeliveryState.FAILED, fault=f"not taken in {MOST_TRIES} tries")
        return
    _set(
        connection,
        delivery,
        state=DeliveryState.WAITING,
        not_before=again.not_before,
        attempts=attempts,
        doubts=delivery.doubts + again.doubtful,
    )
    waiting = update(outbox).where(
        outbox.c.chat_id == delivery.chat.id,
        outbox.c.state == DeliveryState.WAITING,
        outbox.c.not_before < again.not_before,
    )
    if again.whole_chat:
        connection.execute(waiting.values(not_before=again.not_before))


def _stop(connection: Connection, delivery: Delivery, fault: str, now: datetime) -> None:
    with counting(connection, chats.c.id == delivery.chat.id, now=now):
        stop(connection, delivery.chat.id, fault=fault)


def _lose_topic(
    connection: Connection, delivery: Delivery, fault: str, notice: InLanguage, now: datetime
) -> None:
    """The topic is stopped; who set it up is told once, for only an active chat can be lost."""
    state = select(chats.c.state).where(chats.c.id == delivery.chat.id)
    was_active = connection.execute(state).scalar_one_or_none() == ChatState.ACTIVE
    _set(connection, delivery, state=DeliveryState.FAILED, fault=fault)
    _stop(connection, delivery, fault, now)
    user_id = delivery.chat.set_up_by
    if not was_active or user_id is None:
        return
    home = get_or_create(connection, Destination.of_person(user_id), now=now)
    row = {
        "chat_id": home,
        "action": DeliveryAction.SEND,
        "message": dump(notice(languages_of(connection, (home,))[home])),
        "state": DeliveryState.WAITING,
        "not_before": now,
        "created_at": now,
    }
    connection.execute(outbox.insert().values(row))


def _set(connection: Connection, delivery: Delivery, **values: object) -> None:
    """Of a delivery on its way only: a later leader may have it in hand, or its chat was stopped."""
    on_its_way = outbox.c.state == DeliveryState.SENDING, outbox.c.term == delivery.term
    connection.execute(update(outbox).where(outbox.c.id == delivery.id, *on_its_way).values(values))
