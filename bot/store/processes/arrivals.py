"""Which updates came lately: a webhook may bring one twice, to any process."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete

from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import arrivals

KEPT = timedelta(days=2)  # Telegram brings nothing that is older than one


class Arrivals(Repository):
    @writing
    def is_new(self, connection: Connection, update_id: int, *, now: datetime) -> bool:
        """Whether the update came for the first time; it has come from then on."""
        row = {"update_id": update_id, "at": now}
        made = insert_or_ignore(connection, arrivals).values(row).returning(arrivals.c.update_id)
        return connection.execute(made).first() is not None

    @writing
    def forget_old(self, connection: Connection, *, now: datetime) -> None:
        """Forgets those that do not come again."""
        connection.execute(delete(arrivals).where(arrivals.c.at < now - KEPT))
