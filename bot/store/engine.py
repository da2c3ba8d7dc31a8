"""Opens a database and gives out its transactions: many readers, and on SQLite one writer at a time.

SQLite lets one connection write. Ours is a pool of one, so writers of this process wait in line for it
rather than meet "database is locked"; other processes are waited for by the busy timeout. Readers have
connections that cannot write and, under WAL, never wait.
"""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

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
_WRITER_WAIT = 120.0  # behind a batch of the newsroom; nobody waits that long unless the disk hangs


class Cursor(Protocol):
    def execute(self, statement: str, /) -> object: ...
    def close(self) -> object: ...


class DriverConnection(Protocol):
    isolation_level: str | None

    def cursor(self) -> Cursor: ...


class Database:
    """A database that is open. Never take a second `begin` inside one: on SQLite it would wait for itself."""

    def __init__(self, url: URL, *, reader: AsyncEngine, writer: AsyncEngine) -> None:
        self.url = url
        self._reader = reader
        self._writer = writer

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @classmethod
    async def open(cls, url: str) -> "Database":
        """Opens the database of the URL. Raises StoreError where it cannot be reached."""
        parsed = _parse(url)
        if parsed.get_backend_name() == "sqlite":
            await asyncio.to_thread(_prepare_file, parsed)
            writer = _sqlite_engine(parsed, begin="BEGIN IMMEDIATE", size=1)
            return cls(parsed, reader=_sqlite_engine(parsed, begin="BEGIN", size=_READERS), writer=writer)
        engine = create_async_engine(parsed, pool_pre_ping=True, pool_size=5, max_overflow=5)
        return cls(parsed, reader=engine, writer=engine)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write: committed at the end, rolled back when left by an error."""
        with_faults = _faults_named(self.url)
        async with with_faults, self._writer.begin() as connection:
            yield connection

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[AsyncConnection]:
        """A snapshot to read from."""
        with_faults = _faults_named(self.url)
        async with with_faults, self._reader.connect() as connection:
            yield connection

    async def close(self) -> None:
        await self._reader.dispose()
        if self._writer is not self._reader:
            await self._writer.dispose()


def _parse(url: str) -> URL:
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


def _sqlite_engine(url: URL, *, begin: str, size: int) -> AsyncEngine:
    engine = create_async_engine(url, pool_size=size, max_overflow=0, pool_timeout=_WRITER_WAIT)
    settings = [f"busy_timeout={int(_BUSY_SECONDS * 1000)}", "foreign_keys=ON", "synchronous=NORMAL"]
    if begin == "BEGIN":
        settings.append("query_only=ON")

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: DriverConnection, _record: object) -> None:
        connection.isolation_level = None  # the driver would begin too late, and end too early around DDL
        cursor = connection.cursor()
        for setting in settings:
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@asynccontextmanager
async def _faults_named(url: URL) -> AsyncIterator[None]:
    """Turns what the driver says of a lost, full or locked database into one line."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise StoreError(f"{_name(url)}: {_first_line(error)}") from error
    except PoolTimeoutError as error:
        raise StoreError(f"{_name(url)}: no connection came free in {_WRITER_WAIT:.0f} s") from error


def _name(url: URL) -> str:
    return (
        str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    )


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]
