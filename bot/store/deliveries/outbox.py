"""The outbox: deliveries claimed, sent and recorded."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Row, Select, delete, func, select, update

from bot.domain.articles import ArticleState
from bot.domain.deliveries import (
    UNTIL_LET_GO,
    Backlog,
    Delivery,
    DeliveryAction,
    DeliveryCounts,
    DeliveryState,
    SendOutcome,
)
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import articles, editions, outbox
from bot.store.deliveries.edition_transaction import EditionTransaction
from bot.store.deliveries.outcomes import record_outcome, record_sent, take_back_killed
from bot.store.deliveries.rows import addressees, to_delivery
from bot.store.processes.lease import leads

T = TypeVar("T")
_LOOK_AHEAD = 8  # rows read for each delivery wanted: an edition has about five for one chat


class Outbox(Repository):
    @writing
    def transact(
        self,
        connection: Connection,
        choose: Callable[[EditionTransaction], T],
        *,
        now: datetime,
        only: int | None = None,
    ) -> T:
        """What is chosen in one transaction in which editions are decided and their deliveries written.

        Of one article, or of all. Left by an error, nothing of it was.
        """
        return choose(EditionTransaction.alone(connection, now=now, only=only))

    @reading
    def peek(self, connection: Connection, choose: Callable[[EditionTransaction], T], *, now: datetime) -> T:
        """What would be chosen of all articles; nothing is written, and nobody who writes is waited for."""
        return choose(EditionTransaction(connection, now=now))

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
        return tuple(to_delivery(row, known[row.chat_id]) for row in rows)

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
        record_sent(connection, outcomes, now)
        for delivery, outcome in outcomes:
            record_outcome(connection, delivery, outcome, now)
        take_back_killed(connection, outcomes, now)

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
    def figures(self, connection: Connection, *, since: datetime, now: datetime) -> DeliveryCounts:
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
        return DeliveryCounts(
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
