"""How many begin and end to be sent editions, by day: in numbers, and of nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from bot.domain.editing import Readers
from bot.store.chats.rows import wants_editions
from bot.store.database.dialect import upsert
from bot.store.database.engine import Repository, reading
from bot.store.database.tables import chats, readership


class Readership(Repository):
    @reading
    def since(self, connection: Connection, days: int, *, now: datetime) -> Readers:
        """How many came and left within so many days, today's among them; days are those of UTC."""
        first = now.date() - timedelta(days=days - 1)
        sums = (func.coalesce(func.sum(column), 0) for column in (readership.c.gained, readership.c.lost))
        gained, lost = connection.execute(select(*sums).where(readership.c.day >= first)).one()
        return Readers(gained=int(gained), lost=int(lost))


@contextmanager
def counting(connection: Connection, which: ColumnElement[bool], *, now: datetime) -> Iterator[None]:
    """Counts who of these chats is sent editions after the block and was not before, or no longer is."""
    before = _count(connection, which)
    yield
    change = _count(connection, which) - before
    if not change:
        return
    gained, lost = max(change, 0), max(-change, 0)
    row = upsert(connection.dialect.name, readership).values(day=now.date(), gained=gained, lost=lost)
    more = {"gained": readership.c.gained + gained, "lost": readership.c.lost + lost}
    connection.execute(row.on_conflict_do_update(index_elements=[readership.c.day], set_=more))


def _count(connection: Connection, which: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(chats).where(which, wants_editions())
    return int(connection.execute(query).scalar_one())
