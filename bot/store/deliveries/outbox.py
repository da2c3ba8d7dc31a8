"""The outbox: deliveries claimed, sent and recorded."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, select, update

from bot.domain.articles import ArticleState
from bot.domain.chats import Chat, ChatState
from bot.domain.deliveries import (
    UNTIL_LET_GO,
    Again,
    Backlog,
    ChatLost,
    Delivery,
    DeliveryAction,
    DeliveryState,
    Failed,
    Figures,
    Moved,
    SendOutcome,
    Sent,
    TopicLost,
)
from bot.domain.messages import Button, Message
from bot.store.chats.chats import get_or_create, move_chat, stop, to_chat
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import articles, chats, editions, outbox
from bot.store.deliveries.deciding import Deciding, dump
from bot.store.processes.lease import leads

T = TypeVar("T")

MOST_TRIES = 300  # a day of them, five minutes apart: what could not be sent by then is no news any more
_AT_A_TIME = 5000  # parameters: SQLite takes 32,766
_LOOK_AHEAD = 8  # rows read for each delivery wanted: an edition has about five for one chat


class Outbox(Repository):
    @writing
    def transact(
        self,
        connection: Connection,
        choose: Callable[[Deciding], T],
        *,
        now: datetime,
        only: int | None = None,
    ) -> T:
        """What is chosen in one transaction in which editions are decided and their deliveries written.

        Of one article, or of all. Left by an error, nothing of it was.
        """
        return choose(Deciding.alone(connection, now=now, only=only))

    @reading
    def peek(self, connection: Connection, choose: Callable[[Deciding], T], *, now: datetime) -> T:
        """What would be chosen of all articles; nothing is written, and nobody who writes is waited for."""
        return choose(Deciding(connection, now=now))

    # ---------------------------------------------------------------- claim, record

    @writing
    def recover(
        self,
        connection: Connection,
        *,
        claimed_before: datetime | None = None,
        leave: Collection[int] = (),
        term: int | None = None,
    ) -> int:
        """What was on its way when its sender died, or was cut off, waits again. How many.

        All of it at the start; later what was claimed before the moment, bar the chats to `leave`. Nothing
        by a leader whose term is over.
        """
        if not leads(connection, term):
            return 0
        lost = [outbox.c.state == DeliveryState.SENDING, outbox.c.chat_id.not_in(leave)]
        if claimed_before is not None:
            lost.append(outbox.c.claimed_at < claimed_before)
        found = connection.execute(update(outbox).where(*lost).values(state=DeliveryState.WAITING))
        return found.rowcount

    @writing
    def claim(
        self,
        connection: Connection,
        limit: int,
        *,
        now: datetime,
        leave: Collection[int] = (),
        term: int | None = None,
    ) -> tuple[Delivery, ...]:
        """The oldest deliveries that are due, one a chat, bar the chats to `leave`; now on their way.

        What readers may not be told any more is not sent: it is dropped, or waits with its article. None for
        a leader whose term is over.
        """
        if not leads(connection, term):
            return ()
        due = (
            select(outbox.c.id, outbox.c.chat_id, *_TOLD)
            .outerjoin(articles, articles.c.id == outbox.c.article_id)
            .where(
                outbox.c.state == DeliveryState.WAITING,
                outbox.c.not_before <= now,
                outbox.c.chat_id.not_in(leave),
            )
            .order_by(outbox.c.not_before, outbox.c.id)
            .limit(limit * _LOOK_AHEAD)
            .with_for_update(skip_locked=True, of=outbox)
        )
        first: dict[int, int] = {}
        for row in connection.execute(due).all():
            if (kept_back := _kept_back(row, now)) is not None:
                connection.execute(update(outbox).where(outbox.c.id == row.id).values(dict(kept_back)))
            else:
                first.setdefault(row.chat_id, row.id)
        ids = list(first.values())[:limit]
        if not ids:
            return ()
        connection.execute(
            update(outbox)
            .where(outbox.c.id.in_(ids))
            .values(state=DeliveryState.SENDING, claimed_at=now, term=term)
        )
        query = select(outbox).where(outbox.c.id.in_(ids)).order_by(outbox.c.id)
        rows = connection.execute(query).all()
        known = addressees(connection, {row.chat_id for row in rows})
        return tuple(_delivery(row, known[row.chat_id]) for row in rows)

    @writing
    def hasten(self, connection: Connection, *, now: datetime) -> None:
        """What was to be sent at once when it was written is due, though the clock was set back since."""
        connection.execute(
            update(outbox)
            .where(
                outbox.c.state == DeliveryState.WAITING,
                outbox.c.not_before > now,
                outbox.c.not_before <= outbox.c.created_at,
            )
            .values(not_before=now)
        )

    @reading
    def next_due(self, connection: Connection) -> datetime | None:
        """When the next waiting delivery is due; None when none waits."""
        query = select(func.min(outbox.c.not_before)).where(outbox.c.state == DeliveryState.WAITING)
        moment: datetime | None = connection.execute(query).scalar_one()
        return moment

    @writing
    def record(
        self, connection: Connection, outcomes: Sequence[tuple[Delivery, SendOutcome]], *, now: datetime
    ) -> None:
        """Writes down what became of the deliveries, with all that follows from it, at once."""
        _record_sent(connection, outcomes, now)
        for delivery, outcome in outcomes:
            _record(connection, delivery, outcome, now)
        _take_back_killed(connection, outcomes, now)

    # ---------------------------------------------------------------- figures, removal

    @reading
    def backlog(self, connection: Connection, *, now: datetime) -> Backlog:
        """What has not gone out yet: counted by an index, however much has."""
        unsent = outbox.c.state.in_((DeliveryState.WAITING, DeliveryState.SENDING))
        return Backlog(
            deliveries=connection.execute(select(func.count()).where(unsent)).scalar_one(),
            oldest_due=connection.execute(_oldest_due(now)).scalar_one(),
        )

    @reading
    def figures(self, connection: Connection, *, since: datetime, now: datetime) -> Figures:
        """Counts of deliveries by where they stand."""
        state, sent_at, created_at = outbox.c.state, outbox.c.sent_at, outbox.c.created_at
        waiting = state == DeliveryState.WAITING
        deliveries = select(func.count()).select_from(outbox)
        query = select(  # in one statement, so that a delivery that moves is counted once
            deliveries.where(waiting).scalar_subquery().label("waiting"),
            deliveries.where(state == DeliveryState.SENDING).scalar_subquery().label("sending"),
            _oldest_due(now).scalar_subquery().label("oldest_due"),
            deliveries.where(state == DeliveryState.SENT, sent_at >= since).scalar_subquery().label("sent"),
            deliveries.where(state == DeliveryState.FAILED, created_at >= since)
            .scalar_subquery()
            .label("failed"),
        )
        row = connection.execute(query).one()
        return Figures(
            waiting=row.waiting,
            sending=row.sending,
            oldest_due=row.oldest_due,
            sent=row.sent,
            failed=row.failed,
        )

    @writing
    def empty_older(self, connection: Connection, moment: datetime) -> int:
        """Forgets the words of deliveries sent before the moment; that they were sent is kept. How many."""
        sent = (outbox.c.state == DeliveryState.SENT) & (outbox.c.sent_at < moment)
        emptied = connection.execute(update(outbox).where(sent, outbox.c.message != "").values(message=""))
        return emptied.rowcount

    @writing
    def remove_older(self, connection: Connection, moment: datetime) -> int:
        """Removes deliveries and editions made before the moment, bar what waits. How many deliveries."""
        done = (DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.DROPPED)
        gone = connection.execute(
            delete(outbox).where(outbox.c.created_at < moment, outbox.c.state.in_(done))
        )
        connection.execute(delete(editions).where(editions.c.decided_at < moment))
        return gone.rowcount


def _oldest_due(now: datetime) -> Select[datetime | None]:
    """Since when the oldest delivery that is due waits."""
    due = outbox.c.state == DeliveryState.WAITING, outbox.c.not_before <= now
    return select(func.min(outbox.c.not_before)).where(*due)


# ------------------------------------------------------------------ what follows from an outcome


def _record(connection: Connection, delivery: Delivery, outcome: SendOutcome, now: datetime) -> None:
    match outcome:
        case Sent():
            pass  # all at once, by `_record_sent`
        case Failed(fault=fault):
            _set(connection, delivery, state=DeliveryState.FAILED, fault=fault)
        case Again():
            _put_back(connection, delivery, outcome)
        case ChatLost(fault=fault):
            _set(connection, delivery, state=DeliveryState.FAILED, fault=fault)
            stop(connection, delivery.chat.id, fault=fault)
        case TopicLost(fault=fault, notice=notice):
            _lose_topic(connection, delivery, fault, notice, now)
        case Moved(telegram_id=telegram_id):
            move_chat(connection, delivery.chat.telegram_id, telegram_id)
            _set(connection, delivery, state=DeliveryState.WAITING)


def _record_sent(
    connection: Connection, outcomes: Sequence[tuple[Delivery, SendOutcome]], now: datetime
) -> None:
    """In one statement: nearly every delivery ends here."""
    rows = [
        {"letter_id": delivery.id, "message_id": outcome.message_id, "fault": outcome.fault}
        for delivery, outcome in outcomes
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


def _take_back_killed(
    connection: Connection, outcomes: Sequence[tuple[Delivery, SendOutcome]], now: datetime
) -> None:
    """An article may be killed while a delivery with it is on its way."""
    ids = {delivery.article_id for delivery, _ in outcomes if delivery.article_id is not None}
    if not ids:
        return
    query = select(articles.c.id).where(articles.c.id.in_(ids), articles.c.state == ArticleState.KILLED)
    killed = set(connection.execute(query).scalars())
    known = addressees(connection, {delivery.chat.id for delivery, _ in outcomes}) if killed else {}
    rows = [
        {
            "chat_id": delivery.chat.id,
            "article_id": delivery.article_id,
            "action": DeliveryAction.DELETE,
            "message": dump(delivery.message),
            "target_id": outcome.message_id,
            "state": DeliveryState.WAITING,
            "not_before": now,
            "created_at": now,
        }
        for delivery, outcome in outcomes
        if delivery.article_id in killed
        and delivery.chat.id in known  # it may have been forgotten meanwhile
        and isinstance(outcome, Sent)
        and delivery.action is DeliveryAction.SEND
    ]
    if rows:
        connection.execute(outbox.insert(), rows)


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
    elif delivery.action is DeliveryAction.SEND and delivery.target_id is None:
        # What comes after it waits, too, or an edition is read out of order. What amends does not.
        later = (
            outbox.c.id > delivery.id,
            outbox.c.action == DeliveryAction.SEND,
            outbox.c.target_id.is_(None),
        )
        connection.execute(waiting.where(*later).values(not_before=again.not_before))


def _lose_topic(
    connection: Connection, delivery: Delivery, fault: str, notice: Message, now: datetime
) -> None:
    """The topic is stopped; who set it up is told once, for only an active chat can be lost."""
    state = select(chats.c.state).where(chats.c.id == delivery.chat.id)
    was_active = connection.execute(state).scalar_one_or_none() == ChatState.ACTIVE
    _set(connection, delivery, state=DeliveryState.FAILED, fault=fault)
    stop(connection, delivery.chat.id, fault=fault)
    user_id = delivery.chat.set_up_by
    if not was_active or user_id is None:
        return
    home = get_or_create(connection, user_id, kind="private", title=None, user_id=user_id, now=now)
    row = {
        "chat_id": home,
        "action": DeliveryAction.SEND,
        "message": dump(notice),
        "state": DeliveryState.WAITING,
        "not_before": now,
        "created_at": now,
    }
    connection.execute(outbox.insert().values(row))


def _set(connection: Connection, delivery: Delivery, **values: object) -> None:
    """Of a delivery on its way only: a later leader may have it in hand, or its chat was stopped."""
    on_its_way = outbox.c.state == DeliveryState.SENDING, outbox.c.term == delivery.term
    connection.execute(update(outbox).where(outbox.c.id == delivery.id, *on_its_way).values(values))


# ------------------------------------------------------------------ rows

_TOLD = (
    outbox.c.article_id,
    outbox.c.action,
    outbox.c.target_id,
    articles.c.state.label("article_state"),
    articles.c.not_before.label("embargo"),
)


def _kept_back(
    row: Row[int, int, int | None, str, int | None, str, datetime | None], now: datetime
) -> Mapping[str, object] | None:
    """What becomes of a delivery that tells of an article which is not public any more; None: it may go."""
    if row.article_id is None or row.action != DeliveryAction.SEND or row.target_id is not None:
        return None
    if row.article_state == ArticleState.HELD:
        return {"not_before": UNTIL_LET_GO}
    if row.article_state != ArticleState.LIVE:
        return {"state": DeliveryState.DROPPED, "fault": "withdrawn before it was sent"}
    return {"not_before": row.embargo} if row.embargo and row.embargo > now else None


def addressees(connection: Connection, ids: Collection[int]) -> Mapping[int, Chat]:
    """The chats of these ids that there are."""
    found: dict[int, Chat] = {}
    wanted = tuple(ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        query = select(chats).where(chats.c.id.in_(wanted[start : start + _AT_A_TIME]))
        found |= {row.id: to_chat(row) for row in connection.execute(query)}
    return found


def _delivery(row: Row[tuple[object, ...]], chat: Chat) -> Delivery:
    written = json.loads(row.message)
    otherwise = written.get("otherwise")
    return Delivery(
        id=row.id,
        chat=chat,
        action=DeliveryAction(row.action),
        message=_message(written),
        otherwise=_message(otherwise) if otherwise else None,
        target_id=row.target_id,
        article_id=row.article_id,
        created_at=row.created_at,
        attempts=row.attempts,
        doubts=row.doubts,
        term=row.term,
    )


def _message(written: Mapping[str, object]) -> Message:
    rows = written["buttons"]
    assert isinstance(rows, list)
    return Message(
        html=str(written["html"]),
        buttons=tuple(tuple(Button(label=label, action=action) for label, action in row) for row in rows),
    )
