"""Editions that editors send before their hour: ordered, called back, taken up when their moment comes."""

from datetime import datetime

from sqlalchemy import Connection, Row, func, select, update

from bot.domain.next_edition import Sending
from bot.store.database.engine import Repository, reading
from bot.store.database.tables import sendings
from bot.store.processes.lease import leads

_COLUMNS = tuple(column for column in sendings.c if column.name != "after")
_IS_OPEN = sendings.c.ended_at.is_(None) & sendings.c.stopped_at.is_(None)


class Sendings(Repository):
    @reading
    def find(self, connection: Connection, sending_id: int) -> Sending | None:
        """The order of this number; None where there is none."""
        return find_sending(connection, sending_id)

    @reading
    def next_due(self, connection: Connection) -> datetime | None:
        """When the next is to be begun, or went on with; None where none is."""
        moment: datetime | None = connection.execute(
            select(func.min(sendings.c.not_before)).where(_IS_OPEN)
        ).scalar_one()
        return moment


def find_sending(connection: Connection, sending_id: int) -> Sending | None:
    """The order of this number; None where there is none."""
    row = connection.execute(select(*_COLUMNS).where(sendings.c.id == sending_id)).one_or_none()
    return Sending(**row._mapping) if row is not None else None


def open_sending(connection: Connection) -> Sending | None:
    """The one that waits, or is being written: there is never a second."""
    row = connection.execute(select(*_COLUMNS).where(_IS_OPEN).limit(1)).one_or_none()
    return Sending(**row._mapping) if row is not None else None


def add_sending(connection: Connection, *, not_before: datetime, chats: int, by: int, now: datetime) -> int:
    """Its number."""
    row = {"ordered_by": by, "ordered_at": now, "not_before": not_before, "chats": chats}
    made = connection.execute(sendings.insert().values(row).returning(sendings.c.id))
    return int(made.scalar_one())


def stop_sending(connection: Connection, sending_id: int, *, by: int, now: datetime) -> bool:
    """Calls it back. False where something of it left, or it was called back before."""
    waits = (sendings.c.id == sending_id) & sendings.c.begun_at.is_(None) & _IS_OPEN
    stopped = update(sendings).where(waits).values(stopped_by=by, stopped_at=now)
    return connection.execute(stopped).rowcount == 1


def take_up(connection: Connection, *, now: datetime, term: int | None) -> tuple[int, int] | None:
    """The one whose moment has come, and the last chat whose edition was made; it can no longer be stopped.

    None where none is due, and for a leader whose term is over.
    """
    if not leads(connection, term):
        return None
    due = select(sendings.c.id).where(_IS_OPEN, sendings.c.not_before <= now).limit(1)
    taken = (
        update(sendings)
        .where(sendings.c.id == due.scalar_subquery(), _IS_OPEN)  # asked again of who stopped it meanwhile
        .values(begun_at=func.coalesce(sendings.c.begun_at, now))
        .returning(sendings.c.id, sendings.c.after)
    )
    row: Row[int, int] | None = connection.execute(taken).one_or_none()
    return (row.id, row.after) if row is not None else None


def go_on(
    connection: Connection, sending_id: int, *, after: int | None, messages: int, now: datetime
) -> None:
    """So many more messages of it were written, up to that chat; None: there are no more chats."""
    values: dict[str, object] = {"messages": sendings.c.messages + messages}
    values |= {"ended_at": now} if after is None else {"after": after}
    connection.execute(update(sendings).where(sendings.c.id == sending_id).values(values))
