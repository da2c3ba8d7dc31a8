"""Which updates came lately: a webhook may bring one twice, to any process."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete

from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import arrivals
from bot.store.processes import unanswered

KEPT = timedelta(days=2)  # Telegram brings nothing that is older than one


class Arrivals(Repository):
    @writing
    def is_new(self, connection: Connection, update_id: int, content: str, *, now: datetime) -> bool:
        """Whether the update came for the first time; from then on it has, and this process is to answer.

        `content` is its JSON: as Telegram is told that it is taken, a crash may not lose it.
        """
        row = {"update_id": update_id, "at": now}
        made = insert_or_ignore(connection, arrivals).values(row).returning(arrivals.c.update_id)
        if connection.execute(made).first() is None:
            return False
        unanswered.keep_in_hand(connection, {update_id: content}, holder=self._database.process, now=now)
        return True

    @writing
    def forget_old(self, connection: Connection, *, now: datetime) -> None:
        """Forgets those that do not come again."""
        connection.execute(delete(arrivals).where(arrivals.c.at < now - KEPT))
