"""Who makes a request to a host just now: one at a time, of all processes on the database.

A visitor's turn ends by itself some seconds after it was last kept: that of a process which died, or stands
still, is another's then. It is timed by the database's clock: several machines have no other in common.
"""

from typing import Final

from sqlalchemy import Connection, delete, update

from bot.store.database.dialect import clock, upsert
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import visitors

LASTS_SECONDS: Final = 15.0  # a turn that nobody keeps: no host waits longer for a process that was killed


class Visitors(Repository):
    @writing
    def take(self, connection: Connection, host: str, holder: str) -> bool:
        """Whether it is the holder's turn at the host now."""
        until = clock() + LASTS_SECONDS
        row = upsert(connection.dialect.name, visitors).values(host=host, holder=holder, until=until)
        # One that lasts longer than any was begun before the clock was set back.
        over = (visitors.c.until <= clock()) | (visitors.c.until > until)
        taken = row.on_conflict_do_update(
            index_elements=[visitors.c.host],
            set_={"holder": row.excluded.holder, "until": row.excluded.until},
            where=over,
        )
        return connection.execute(taken.returning(visitors.c.host)).first() is not None

    @writing
    def keep(self, connection: Connection, host: str, holder: str) -> bool:
        """The holder's turn lasts on. False where it is over: another may be there by now."""
        mine = visitors.c.host == host, visitors.c.holder == holder, visitors.c.until > clock()
        kept = update(visitors).where(*mine).values(until=clock() + LASTS_SECONDS)
        return connection.execute(kept).rowcount == 1

    @writing
    def leave(self, connection: Connection, host: str, holder: str) -> None:
        """The holder's turn is over; so is what other turns that ended by themselves left behind."""
        mine = (visitors.c.host == host) & (visitors.c.holder == holder)
        connection.execute(delete(visitors).where(mine | (visitors.c.until <= clock())))
