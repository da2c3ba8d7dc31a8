"""An editor's word on the editions of all chats."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.domain.plans import Orders
from bot.store.chats.rows import wants_editions
from bot.store.database.dialect import upsert
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import chats, press

_ROW = 1  # there is one word, the latest


class EditionOrders(Repository):
    @reading
    def get(self, connection: Connection) -> Orders:
        """An editor's word on the editions of all chats."""
        return latest_orders(connection)

    async def hold(self, until: datetime | None, *, now: datetime) -> None:
        """No edition before the moment; None lets those held go."""
        await self._order({"held_until": until}, now=now)

    async def drop(self, *, now: datetime) -> None:
        """What is public by now is in no edition."""
        await self._order({"passed_until": now}, now=now)

    @writing
    def _order(self, connection: Connection, values: Mapping[str, datetime | None], *, now: datetime) -> None:
        row = upsert(connection.dialect.name, press).values(id=_ROW, **values)
        connection.execute(row.on_conflict_do_update(index_elements=[press.c.id], set_=values))
        by_the_hour = (chats.c.hours != "") | chats.c.weekly
        connection.execute(update(chats).where(wants_editions(), by_the_hour).values(next_due=now))


def latest_orders(connection: Connection) -> Orders:
    """The word as it stands; none was given to begin with."""
    row = connection.execute(select(press)).one_or_none()
    return Orders(held_until=row.held_until, passed_until=row.passed_until) if row else Orders()
