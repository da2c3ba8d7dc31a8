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
from bot.store.deliveries.kills_and_corrections import take_away, write_anew
from bot.store.deliveries.rows import OutboxRow, dump

MOST_TRIES = 300  # a day of them, five minutes apart: what could not be sent by then is no news any more


def record_outcome(connection: Connection, delivery: Delivery, outcome: SendOutcome, now: datetime) -> None:
    """Writes down what became of one delivery, bar one that was sent, with all that follows."""
    match outcome:
        case Sent():
            pass  # all at once, by `record_sent`
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
    """All at once: nearly every delivery ends here.

    A message may have arrived though its delivery is not in this sender's hand any more: a later leader took
    it over, or dropped it as nothing was left to tell. What was changed of it meanwhile passed it by, so it
    is written anew; and what arrived twice is taken away once.
    """
    sent = {delivery.id: (delivery, outcome) for delivery, outcome in outcomes if isinstance(outcome, Sent)}
    if not sent:
        return
    query = select(outbox).where(outbox.c.id.in_(sent)).order_by(outbox.c.id)  # as amends lock them
    rows = connection.execute(query.with_for_update()).all()
    late = [row for row in rows if not _is_in_hand(row, sent[row.id][0])]
    copies = [row for row in late if _is_copy(row, *sent[row.id])]
    take_away(connection, [(row, sent.pop(row.id)[1].message_id) for row in copies], now=now)
    write_anew(connection, [row for row in late if row.id in sent], now=now)
    if sent:
        recorded = (
            update(outbox)
            .where(outbox.c.id == bindparam("letter_id"))
            .values(
                state=DeliveryState.SENT,
                sent_at=now,
                message_id=bindparam("message_id"),
                fault=bindparam("fault"),
            )
        )
        connection.execute(
            recorded,
            [
                {"letter_id": id_, "message_id": outcome.message_id, "fault": outcome.fault}
                for id_, (_, outcome) in sent.items()
            ],
        )


def _is_in_hand(row: OutboxRow, delivery: Delivery) -> bool:
    """Whether whoever claimed the delivery so is its sender still."""
    return bool(row.state == DeliveryState.SENDING and row.term == delivery.term)


def _is_copy(row: OutboxRow, delivery: Delivery, outcome: Sent) -> bool:
    """Whether another sender's message is known by the delivery."""
    return delivery.action is DeliveryAction.SEND and row.message_id not in (None, outcome.message_id)


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
