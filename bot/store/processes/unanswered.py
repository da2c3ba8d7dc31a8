"""Updates that Telegram was told are taken, and that wait for their answer: a crash loses none of them."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select

from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import unanswered

KEPT = timedelta(days=1)  # as long as Telegram itself keeps what nobody takes


class Unanswered(Repository):
    @writing
    def put(self, connection: Connection, updates: Mapping[int, str], *, now: datetime) -> None:
        """Keeps updates, as JSON by their ids."""
        rows = [{"update_id": id_, "content": content, "at": now} for id_, content in updates.items()]
        connection.execute(insert_or_ignore(connection, unanswered), rows)

    @writing
    def drop(self, connection: Connection, ids: Collection[int]) -> None:
        """They are answered."""
        connection.execute(delete(unanswered).where(unanswered.c.update_id.in_(ids)))

    @reading
    def left(self, connection: Connection, *, now: datetime) -> tuple[str, ...]:
        """Those of the last day, the oldest first."""
        query = select(unanswered.c.content).where(unanswered.c.at > now - KEPT)
        return tuple(connection.execute(query.order_by(unanswered.c.update_id)).scalars())

    @writing
    def forget_old(self, connection: Connection, *, now: datetime) -> None:
        """Forgets those of more than a day ago."""
        connection.execute(delete(unanswered).where(unanswered.c.at <= now - KEPT))
