"""Updates that Telegram was told are taken, and that wait for their answer: a crash loses none of them.

Each is in the hand of one process. What a dead one had is whoever's takes it over: PostgreSQL knows which
processes have sessions, and on SQLite, where one is at work, whoever begins to lead is the only one.
"""

import logging
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, case, column, delete, false, or_, select, table, update

from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import unanswered

log = logging.getLogger(__name__)

KEPT = timedelta(days=1)  # as long as Telegram itself keeps what nobody takes
MOST_DEATHS = 3  # of processes that had an update in hand: it may be what ends them
ALONE_FROM = 2  # deaths: what was beside it then is parted from it
_sessions = table("pg_stat_activity", column("application_name"))


class Unanswered(Repository):
    @writing
    def put(self, connection: Connection, updates: Mapping[int, str], *, now: datetime) -> tuple[int, ...]:
        """Keeps updates, as JSON by their ids, that this process has in hand.

        Those of them that it is to leave alone: they were put aside.
        """
        keep_in_hand(connection, updates, holder=self._database.process, now=now)
        aside = select(unanswered.c.update_id).where(
            unanswered.c.update_id.in_(tuple(updates)), unanswered.c.deaths >= MOST_DEATHS
        )
        return tuple(connection.execute(aside).scalars())

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

        `beginning` of a leader's time: on SQLite no other process is at work then. Where several processes
        died with an update in hand, it is taken alone, the others with the next looks; in the end it is put
        aside, and the log says so.
        """
        gone = self._is_gone(beginning=beginning)
        left = (
            update(unanswered)
            .where(
                unanswered.c.at > now - KEPT,
                unanswered.c.deaths < MOST_DEATHS,
                or_(unanswered.c.holder.is_(None), gone),
            )
            .values(holder=None, deaths=unanswered.c.deaths + case((gone, 1), else_=0))
            .returning(unanswered.c.update_id, unanswered.c.content, unanswered.c.deaths)
        )
        rows = sorted(connection.execute(left), key=lambda row: row.update_id)
        for row in rows:
            if row.deaths >= MOST_DEATHS:
                log.error("update %d is put aside: %d processes died with it in hand", *row[::2])
        suspects = [row for row in rows if ALONE_FROM <= row.deaths < MOST_DEATHS][:1]
        taken = [row for row in rows if row.deaths < ALONE_FROM] + suspects
        mine = update(unanswered).where(unanswered.c.update_id.in_([row.update_id for row in taken]))
        connection.execute(mine.values(holder=self._database.process))
        return tuple(row.content for row in taken)

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
