"""Leadership on PostgreSQL: a session's advisory lock, and a lease for a leader that stands still.

The server takes the lock back as soon as the session's process dies; a process that stands still keeps it.
So the leader beats once a second in a row of its own, and who stands by and sees no beat for five seconds
ends the leader's sessions: the lock is free, and what they had half done is undone. Stand-bys count by
their own clock from one change to the next, the leader from when it asked: no clock has to be right.
"""

import asyncio
import logging

from psycopg import AsyncConnection
from psycopg import Error as PostgresError
from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, make_url, select

from bot.domain.leading import HOLDS_SECONDS, Term, seconds
from bot.store.database.opening import LIVELINESS, REACHING, session_name
from bot.store.database.tables import lease

log = logging.getLogger(__name__)

LOCK_KEY = 0x6272696566  # "brief": one leader a database
LAPSED_SECONDS = 5.0  # more than a leader without a beat goes on for
_CONNECT_SECONDS = 5
_TAKE = """
INSERT INTO lease (id, term, beats, holder) VALUES (1, 1, 0, %(holder)s)
ON CONFLICT (id) DO UPDATE SET term = lease.term + 1, beats = 0, holder = %(holder)s RETURNING term
"""
_BEAT = "UPDATE lease SET beats = beats + 1 WHERE id = 1 AND term = %s"
_END_SESSIONS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND usename = current_user AND application_name = %s
"""

assert HOLDS_SECONDS < LAPSED_SECONDS


def leads(connection: Connection, term: int | None) -> bool:
    """Whether the term is the newest, which it stays until the transaction ends; None always is."""
    if term is None:
        return True
    newest = select(lease.c.term).where(lease.c.id == 1).with_for_update(read=True)
    return connection.execute(newest).scalar_one_or_none() == term


class LeasedLock:
    """Leadership of a database on a server."""

    def __init__(self, database_url: str) -> None:
        url = make_url(database_url)
        self._name = session_name(url)
        self._url = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: AsyncConnection | None = None
        self._seen: tuple[int, int, str] | None = None  # of another's lease
        self._seen_at = 0.0  # when it was first asked for and was so
        self._term: Term | None = None

    async def try_to_take(self) -> Term | None:
        """The term that begins; None while another process leads, or where the server cannot be reached."""
        asked = seconds()
        try:
            connection = await self._connected()
            taken = await connection.execute("SELECT pg_try_advisory_lock(%s)", (LOCK_KEY,))
            if await taken.fetchone() == (True,):
                return await self._begin(connection, asked)
            await self._look_for_a_beat(connection, asked)
        except (PostgresError, OSError):
            await self.give_back()
        return None

    async def renew(self) -> bool:
        """Whether this process still leads; waits no longer for the answer than the term holds."""
        if self._connection is None or self._term is None:
            return False
        asked = seconds()
        asking = asyncio.create_task(self._connection.execute(_BEAT, (self._term.number,)))
        try:
            await asyncio.wait({asking}, timeout=HOLDS_SECONDS)
            if not asking.done() or asking.exception() is not None or asking.result().rowcount != 1:
                return False
            self._term.renewed(asked)
            return self._term.holds()  # not where this process stood still meanwhile
        finally:
            if not asking.done():
                # A statement that is cancelled asks the server to stop it, and waits ten seconds for that.
                self._connection.pgconn.finish()
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)

    async def give_back(self) -> None:
        """Closes the session, and with it the lock."""
        self._term = None
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _connected(self) -> AsyncConnection:
        if self._connection is None:
            options = REACHING | {"connect_timeout": _CONNECT_SECONDS}
            reached = make_conninfo(self._url, **options, application_name=self._name)
            self._connection = await AsyncConnection.connect(reached, autocommit=True)
            for name, value in LIVELINESS.items():
                await self._connection.execute("SELECT set_config(%s, %s, false)", (name, str(value)))
        return self._connection

    async def _begin(self, connection: AsyncConnection, asked: float) -> Term:
        taken = await connection.execute(_TAKE, {"holder": self._name})
        row = await taken.fetchone()
        assert row is not None  # whatever was there, a row comes back
        self._term = Term(row[0])
        self._term.renewed(asked)
        return self._term

    async def _look_for_a_beat(self, connection: AsyncConnection, asked: float) -> None:
        found = await connection.execute("SELECT term, beats, holder FROM lease WHERE id = 1")
        seen = await found.fetchone()
        if seen != self._seen:
            self._seen, self._seen_at = seen, asked
        elif seen is not None and asked - self._seen_at > LAPSED_SECONDS:
            log.warning("the leader stands still; ending its sessions to take over")
            await connection.execute(_END_SESSIONS, (seen[2],))
