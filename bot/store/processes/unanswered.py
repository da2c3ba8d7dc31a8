"""Updates that Telegram was told are taken, and that wait for their answer: a crash loses none of them.

Each is in the hand of one process. What a dead one had is whoever's takes it over: PostgreSQL knows which
processes have sessions, and on SQLite, where one is at work, whoever begins to lead is the only one.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, column, delete, false, or_, select, table, update

from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import unanswered

KEPT = timedelta(days=1)  # as long as Telegram itself keeps what nobody takes
_sessions = table("pg_stat_activity", column("application_name"))


class Unanswered(Repository):
    @writing
    def put(self, connection: Connection, updates: Mapping[int, str], *, now: datetime) -> None:
        """Keeps updates, as JSON by their ids, that this process has in hand."""
        keep_in_hand(connection, updates, holder=self._database.process, now=now)

    @writing
    def drop(self, connection: Connection, ids: Collection[int]) -> None:
        """They are answered."""
        connection.execute(delete(unanswered).where(unanswered.c.update_id.in_(ids)))

    @writing
    def put_back(self, connection: Connection) -> None:
        """This process has none of them in hand any more."""
        mine = unanswered.c.holder == self._database.process
        connection.execute(update(unanswered).where(mine).values(holder=None))

    @writing
    def take_over(self, connection: Connection, *, beginning: bool, now: datetime) -> tuple[str, ...]:
        """Those of the last day that nobody has in hand, the oldest first; from then on this process has.

        `beginning` of a leader's time: on SQLite no other process is at work then.
        """
        nobodys = or_(unanswered.c.holder.is_(None), self._is_gone(beginning=beginning))
        taken = (
            update(unanswered)
            .where(unanswered.c.at > now - KEPT, nobodys)
            .values(holder=self._database.process)
            .returning(unanswered.c.update_id, unanswered.c.content)
        )
        return tuple(content for _, content in sorted(map(tuple, connection.execute(taken))))

    @writing
    def forget_old(self, connection: Connection, *, now: datetime) -> None:
        """Forgets those of more than a day ago."""
        connection.execute(delete(unanswered).where(unanswered.c.at <= now - KEPT))

    def _is_gone(self, *, beginning: bool) -> ColumnElement[bool]:
        another = unanswered.c.holder != self._database.process
        if self._database.is_sqlite:
            return another if beginning else false()
        return another & unanswered.c.holder.not_in(select(_sessions.c.application_name))


def keep_in_hand(connection: Connection, updates: Mapping[int, str], *, holder: str, now: datetime) -> None:
    """Keeps updates that a process has in hand; one that is kept stays with whoever has it."""
    rows = [
        {"update_id": id_, "content": content, "at": now, "holder": holder}
        for id_, content in updates.items()
    ]
    connection.execute(insert_or_ignore(connection, unanswered), rows)
