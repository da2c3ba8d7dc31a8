"""One process polls, schedules and sends; the others stand by and take over when it dies.

On PostgreSQL the sign of office is a session's advisory lock, which the server takes back when the
connection dies; on SQLite, a lock on a file beside the database, which the kernel takes back.
"""

import asyncio
import fcntl
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from psycopg import AsyncConnection
from psycopg import Error as PostgresError
from psycopg.conninfo import make_conninfo
from sqlalchemy import make_url

from bot.store.opening import LIVELINESS, REACHING, is_sqlite

log = logging.getLogger(__name__)

LOCK_KEY = 0x6272696566  # "brief": one office a database
_CONNECT_SECONDS = 5
_ANSWER_SECONDS = 2.0  # with the look before it less than what LIVELINESS gives the next holder
LOOK_EVERY_SECONDS = 1.0  # a stand-by takes over within about two of these


class Office(Protocol):
    """A sign that at most one process holds."""

    async def try_to_take(self) -> bool: ...

    async def still_held(self) -> bool: ...

    async def give_back(self) -> None: ...


def office_of(database_url: str) -> Office:
    """The office of the database at `database_url`."""
    url = make_url(database_url)
    if not is_sqlite(url):
        return _AdvisoryLock(database_url)
    return _FileLock(Path(f"{url.database}.lock") if url.database and url.database != ":memory:" else None)


@asynccontextmanager
async def held(office: Office) -> AsyncIterator[asyncio.Event]:
    """Waits for the office, then yields an event that is set when it is lost."""
    try:
        await _taken(office)
        lost = asyncio.Event()
        watch = asyncio.create_task(_watch(office, lost))
        try:
            yield lost
        finally:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
    finally:
        await office.give_back()


async def _taken(office: Office) -> None:
    if await office.try_to_take():
        return
    log.info("another process is at work on this database; standing by")
    while not await office.try_to_take():  # noqa: ASYNC110 (nobody tells this process that the other died)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _watch(office: Office, lost: asyncio.Event) -> None:
    while await office.still_held():  # noqa: ASYNC110 (the database tells nobody that a lock is gone)
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    log.error("the database no longer holds this process's lock; standing back")
    lost.set()


class _FileLock:
    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: IO[str] | None = None

    async def try_to_take(self) -> bool:
        if self._path is None:
            return True
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    async def still_held(self) -> bool:
        return True

    async def give_back(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


class _AdvisoryLock:
    def __init__(self, database_url: str) -> None:
        self._url = make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: AsyncConnection | None = None

    async def try_to_take(self) -> bool:
        try:
            if self._connection is None:
                reached = make_conninfo(self._url, **(REACHING | {"connect_timeout": _CONNECT_SECONDS}))
                self._connection = await AsyncConnection.connect(reached, autocommit=True)
                for name, value in LIVELINESS.items():
                    await self._connection.execute("SELECT set_config(%s, %s, false)", (name, str(value)))
            taken = await self._connection.execute("SELECT pg_try_advisory_lock(%s)", (LOCK_KEY,))
            return (await taken.fetchone()) == (True,)
        except (PostgresError, OSError):
            await self.give_back()
            return False

    async def still_held(self) -> bool:
        if self._connection is None:
            return False
        asking = asyncio.create_task(self._connection.execute("SELECT 1"))
        try:
            await asyncio.wait({asking}, timeout=_ANSWER_SECONDS)
            return asking.done() and asking.exception() is None
        finally:
            if not asking.done():
                # A statement that is cancelled asks the server to stop it, and waits ten seconds for that.
                self._connection.pgconn.finish()
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)

    async def give_back(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
