"""Who makes a request to a host just now: one at a time, of all processes on the database.

A visitor's turn ends by itself some seconds after it was last kept: that of a process which died, or stands
still, is another's then. It is timed by the database's clock: several machines have no other in common.
"""

from typing import Final

from sqlalchemy import Connection, bindparam, delete, update
from sqlalchemy.sql.dml import ReturningInsert

from bot.store.database.dialect import clock, upsert
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import visitors

LASTS_SECONDS: Final = 15.0  # a turn that nobody keeps: no host waits longer for a process that was killed


class Visitors(Repository):
    @writing
    def take(self, connection: Connection, host: str, holder: str) -> bool:
        """Whether it is the holder's turn at the host now."""
        taken = _TAKE[connection.dialect.name]
        return connection.execute(taken, {"a_host": host, "a_holder": holder}).first() is not None

    @writing
    def keep(self, connection: Connection, host: str, holder: str) -> bool:
        """The holder's turn lasts on. False where it is over: another may be there by now."""
        return connection.execute(_KEEP, {"a_host": host, "a_holder": holder}).rowcount == 1

    @writing
    def leave(self, connection: Connection, host: str, holder: str) -> None:
        """The holder's turn is over; so is what other turns that ended by themselves left behind."""
        connection.execute(_LEAVE, {"a_host": host, "a_holder": holder})


# ------------------------------------------------------------------ statements, put together once

_UNTIL = clock() + LASTS_SECONDS
_MINE = (visitors.c.host == bindparam("a_host")) & (visitors.c.holder == bindparam("a_holder"))


def _take(dialect: str) -> ReturningInsert[tuple[str]]:
    told = {"host": bindparam("a_host"), "holder": bindparam("a_holder"), "until": _UNTIL}
    row = upsert(dialect, visitors).values(told)
    taken = row.on_conflict_do_update(
        index_elements=[visitors.c.host],
        set_={"holder": row.excluded.holder, "until": row.excluded.until},
        # One that lasts longer than any was begun before the clock was set back.
        where=(visitors.c.until <= clock()) | (visitors.c.until > _UNTIL),
    )
    return taken.returning(visitors.c.host)


_TAKE = {dialect: _take(dialect) for dialect in ("sqlite", "postgresql")}
_KEEP = update(visitors).where(_MINE, visitors.c.until > clock()).values(until=_UNTIL)
_LEAVE = delete(visitors).where(_MINE | (visitors.c.until <= clock()))
