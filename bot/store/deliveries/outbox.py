"""The outbox: deliveries claimed, sent and recorded."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Select, delete, func, select, update

from bot.domain.deliveries import (
    UNTIL_LET_GO,
    Backlog,
    Delivery,
    DeliveryCounts,
    DeliveryState,
    SendOutcome,
)
from bot.domain.roundups import Roundup
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import editions, outbox
from bot.store.deliveries.claiming import DUE, claimed, first_of_each_chat
from bot.store.deliveries.edition_transaction import EditionTransaction
from bot.store.deliveries.noting import noted
from bot.store.deliveries.outcomes import record_outcome, record_sent
from bot.store.deliveries.roundups import find
from bot.store.deliveries.rows import HOLDS_STORIES
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
    ) -> T:
        """What is chosen in one transaction in which editions are decided and their deliveries written.

        Left by an error, nothing of it was.
        """
        return choose(EditionTransaction.alone(connection, now=now))

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

        Each as it is now: what readers may not be told any more is left out of it. Where nothing is left it
        is not sent: it is dropped, or waits with its articles. None for a leader whose term is over.
        """
        if not leads(connection, term):
            return ()
        due = (
            select(*DUE)
            .where(
                outbox.c.state == DeliveryState.WAITING,
                outbox.c.not_before <= now,
                outbox.c.chat_id.not_in(leave),
            )
            .order_by(outbox.c.not_before, outbox.c.id)
            .limit(limit * _LOOK_AHEAD)
            .with_for_update(skip_locked=True)
        )
        ids = first_of_each_chat(connection, noted(connection, due), now)[:limit]
        if not ids:
            return ()
        connection.execute(
            update(outbox)
            .where(outbox.c.id.in_(ids))
            .values(state=DeliveryState.SENDING, claimed_at=now, term=term)
        )
        return claimed(connection, ids, now)

    @writing
    def hasten(self, connection: Connection, *, now: datetime) -> None:
        """What was to be sent at once when it was written is due, though the clock was set back since.

        What was kept back until somebody lets it go is looked at anew: whoever did may have been cut off.
        """
        connection.execute(
            update(outbox)
            .where(
                outbox.c.state == DeliveryState.WAITING,
                outbox.c.not_before > now,
                (outbox.c.not_before <= outbox.c.created_at) | (outbox.c.not_before >= UNTIL_LET_GO),
            )
            .values(not_before=now)
        )

    @reading
    def next_due(self, connection: Connection) -> datetime | None:
        """When the next waiting delivery is due; None when none waits."""
        query = select(func.min(outbox.c.not_before)).where(outbox.c.state == DeliveryState.WAITING)
        moment: datetime | None = connection.execute(query).scalar_one()
        return moment

    @reading
    def roundup(self, connection: Connection, delivery_id: int, *, now: datetime) -> Roundup | None:
        """How the message of a delivery looks now; None where it was forgotten, or holds no stories."""
        found = find(connection, delivery_id, now)
        return found[0] if found is not None else None

    @writing
    def record(
        self, connection: Connection, outcomes: Sequence[tuple[Delivery, SendOutcome]], *, now: datetime
    ) -> None:
        """Writes down what became of the deliveries, with all that follows from it, at once."""
        record_sent(connection, outcomes, now)
        for delivery, outcome in outcomes:
            record_outcome(connection, delivery, outcome, now)

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
        return DeliveryCounts(**connection.execute(query).one()._mapping)

    @reading
    def failures(self, connection: Connection, limit: int, *, since: datetime) -> tuple[tuple[str, int], ...]:
        """Why deliveries made since then failed, and how many; the most first."""
        failed = outbox.c.state == DeliveryState.FAILED, outbox.c.created_at >= since
        why, count = func.coalesce(outbox.c.fault, ""), func.count()
        query = select(why, count).where(*failed).group_by(why).order_by(count.desc(), why).limit(limit)
        return tuple((fault, int(times)) for fault, times in connection.execute(query))

    @writing
    def empty_older(self, connection: Connection, moment: datetime) -> int:
        """Forgets the words of deliveries sent before the moment; that they were sent is kept. How many."""
        sent = (outbox.c.state == DeliveryState.SENT) & (outbox.c.sent_at < moment)
        words = (outbox.c.message != "") & ~outbox.c.message.startswith(HOLDS_STORIES, autoescape=True)
        emptied = connection.execute(update(outbox).where(sent, words).values(message=""))
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
