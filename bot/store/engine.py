"""Opens a database and gives out its transactions: many readers, and on SQLite one writer at a time.

SQLite lets one connection write. Writers of this process stand in line rather than meet "database is
locked"; other processes are waited for by the busy timeout. Readers have connections that cannot write and,
under WAL, never wait.
"""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import StoreError

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_BUSY_SECONDS = 15.0  # another process may hold the file through a backup's last step
_READERS = 4  # a page cache each; more would only wait for the two or three cores
_LOOKED_AT = 400  # rows of an index to measure it: 0.05 s over 10,000 articles, and as good as all of them
_WAIT = 60.0  # for a reader's connection; nobody waits that long unless the disk hangs
_SETTINGS = (f"busy_timeout={int(_BUSY_SECONDS * 1000)}", "foreign_keys=ON", "synchronous=NORMAL")
_ALONE = text("SELECT pg_advisory_xact_lock(4723012)")  # any number that nobody else's lock has

T = TypeVar("T")


class Cursor(Protocol):
    def execute(self, statement: str, /) -> object: ...
    def close(self) -> object: ...


class DriverConnection(Protocol):
    isolation_level: str | None

    def cursor(self) -> Cursor: ...
    def commit(self) -> None: ...


class Database:
    """A database that is open. Never begin to write inside of writing: on SQLite that waits for itself."""

    def __init__(
        self, url: URL, *, reader: AsyncEngine, writer: AsyncEngine, threaded: Engine | None = None
    ) -> None:
        self.url = url
        self._reader = reader
        self._writer = writer
        self._threaded = threaded
        self._lasting = create_async_engine(url, poolclass=NullPool)
        self._line = asyncio.Lock()  # where SQLite's writers stand

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @classmethod
    async def open(cls, url: str) -> "Database":
        """Opens the database of the URL. Raises StoreError where it cannot be reached."""
        parsed = parse(url)
        if parsed.get_backend_name() == "sqlite":
            await asyncio.to_thread(_prepare_file, parsed)
            reader = create_async_engine(parsed, pool_size=_READERS, max_overflow=0, pool_timeout=_WAIT)
            writer = create_async_engine(parsed, pool_size=1)
            threaded = create_engine(parsed.set(drivername="sqlite"), pool_size=1)
            _begin_with(reader.sync_engine, "BEGIN", "query_only=ON")
            _begin_with(writer.sync_engine, "BEGIN IMMEDIATE")
            _begin_with(threaded, "BEGIN IMMEDIATE")
            return cls(parsed, reader=reader, writer=writer, threaded=threaded)
        engine = create_async_engine(parsed, pool_pre_ping=True, pool_size=5, max_overflow=5)
        _plan_for_small_answers(engine.sync_engine)
        return cls(parsed, reader=engine, writer=engine)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write: committed at the end, rolled back when left by an error."""
        async with _faults_named(self.url), self._in_line(), self._writer.begin() as connection:
            yield connection

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Does work of many statements in one transaction, one such work at a time on either database.

        On SQLite all of it is done in one thread: statement by statement, each would cross to the thread of
        its connection and back five times.
        """
        async with _faults_named(self.url):
            if self._threaded is None:
                async with self._writer.begin() as connection:
                    await connection.execute(_ALONE)
                    return await connection.run_sync(work)
            async with self._in_line():
                # A thread cannot be cancelled: the line is held until it is done.
                return await _to_the_end(asyncio.to_thread(_transact, self._threaded, work))

    async def measure(self) -> None:
        """Has SQLite look at how large its tables are: it plans queries by that.

        Without, it takes every index to find ten rows, and walks all live articles to look at three hundred
        quotations. PostgreSQL measures by itself.
        """
        if self._threaded is not None:
            await self.write(_analyze)

    async def is_measured(self) -> bool:
        """Whether it was ever measured."""
        if self._threaded is None:
            return True
        async with self.connect() as connection:
            found = await connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"))
        return found is not None

    @asynccontextmanager
    async def hold(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may last, on a connection of its own: the others are there for short ones."""
        async with _faults_named(self.url), self._lasting.begin() as connection:
            yield connection

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[AsyncConnection]:
        """A snapshot to read from."""
        async with _faults_named(self.url), self._reader.connect() as connection:
            yield connection

    async def close(self) -> None:
        await self._reader.dispose()
        if self._writer is not self._reader:
            await self._writer.dispose()
        if self._threaded is not None:
            self._threaded.dispose()

    @asynccontextmanager
    async def _in_line(self) -> AsyncIterator[None]:
        if not self.is_sqlite:
            yield
            return
        async with self._line:
            yield


def _analyze(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA analysis_limit={_LOOKED_AT}")
    connection.exec_driver_sql("ANALYZE")


def _transact(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


async def _to_the_end(work: Coroutine[None, None, T]) -> T:
    """Awaits the work even when cancelled meanwhile, and is cancelled then."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


def parse(url: str) -> URL:
    """The URL with its driver. Raises StoreError, without the password, where it is none."""
    try:
        parsed = make_url(url)
        driver = _DRIVERS[parsed.drivername]
    except (ArgumentError, ValueError, KeyError):
        raise StoreError(
            "DATABASE_URL: neither sqlite+aiosqlite:///… nor postgresql+psycopg://…"
        ) from None  # the text of the fault would repeat the password
    if driver.startswith("sqlite") and (not parsed.database or ":memory:" in parsed.database):
        raise StoreError("DATABASE_URL: a database in memory forgets everything; name a file")
    return parsed.set(drivername=driver)


def _prepare_file(url: URL) -> None:
    """Makes the folder and turns WAL on, which stays on; several processes may start at once."""
    path = Path(str(url.database))
    deadline = time.monotonic() + _BUSY_SECONDS
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            # The change of mode does not heed the busy timeout.
            while not _wal_is_on(connection):
                if time.monotonic() > deadline:
                    raise StoreError(f"{path}: another program keeps the database locked")
                time.sleep(0.05)
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{path}: {error}") from error


def _wal_is_on(connection: sqlite3.Connection) -> bool:
    try:
        (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            return False
        raise
    return bool(mode == "wal")


def _begin_with(engine: Engine, statement: str, *settings: str) -> None:
    """Sets up the engine's connections, and how their transactions begin."""

    @event.listens_for(engine, "connect")
    def prepare(connection: DriverConnection, _record: object) -> None:
        connection.isolation_level = None  # the driver would begin too late, and end too early around DDL
        cursor = connection.cursor()
        for setting in (*_SETTINGS, *settings):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(statement)


def _plan_for_small_answers(engine: Engine) -> None:
    """Every query wants a few rows by an index: PostgreSQL's defaults, for disks that turn, scan tables."""

    @event.listens_for(engine, "connect")
    def prepare(connection: DriverConnection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("SET random_page_cost = 1.1")
        cursor.execute("SET jit = off")
        cursor.close()
        connection.commit()


@asynccontextmanager
async def _faults_named(url: URL) -> AsyncIterator[None]:
    """Turns what the driver says of a lost, full or locked database into one line."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise StoreError(f"{_name(url)}: {_first_line(error)}") from error
    except PoolTimeoutError as error:
        raise StoreError(f"{_name(url)}: no connection came free in {_WAIT:.0f} s") from error


def _name(url: URL) -> str:
    return (
        str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    )


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]
