"""How a database of either kind is reached: its URL, its engines, and how their transactions begin."""

import os
import secrets
import socket
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event
from typing import Any, NamedTuple
from weakref import WeakSet

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import QueuePool

from bot.domain.errors import StoreError
from bot.store.database.sqlite_files import Files

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+aiosqlite": "sqlite",  # as the settings name it; there is one way to reach a file
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
# Of what stands behind the ? of a URL; all else is a secret, or may be.
_SHOWN = frozenset(("host", "port", "dbname", "user", "sslmode", "application_name", "options"))
_BUSY_SECONDS = 15.0  # another process may hold the file through a backup's last step
_MEET_SECONDS = 0.2  # for the threads of readers to have a connection each, where all are to be reached
_LOOK_SECONDS = 0.3  # between two looks whether it still does, and whether this process ends meanwhile
# To reach PostgreSQL: nobody waits longer for an answer. A line that is dead is known to be, after as long.
REACHING = {
    "connect_timeout": 10,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
_SETTINGS = (f"busy_timeout={int(_LOOK_SECONDS * 1000)}", "foreign_keys=ON", "synchronous=NORMAL")
# The server finds within five seconds that a machine is gone, with the locks that its sessions hold.
LIVELINESS = {"tcp_keepalives_idle": 2, "tcp_keepalives_interval": 1, "tcp_keepalives_count": 2}
# In the name of all its sessions: those of a leader that stands still are ended.
_PROCESS = secrets.token_hex(8)
IDLE_MS = 60_000  # between two statements of a transaction: what a process holds that stands still amid one
# Every query wants a few rows by an index, now: PostgreSQL's defaults scan tables, and call for helpers.
# A statement is planned once, not for each value: that took longer than to do it.
_PLANNING = {
    "random_page_cost": 1.1,
    "jit": "off",
    "max_parallel_workers_per_gather": 0,
    "plan_cache_mode": "force_generic_plan",
}


class Engines(NamedTuple):
    """A database by what is done on it."""

    reader: Engine
    writer: Engine
    lasting: Engine  # for transactions that last: as many connections as there are of them


def parse_url(url: str) -> URL:
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
    parsed = parsed.set(drivername=driver)
    if not is_sqlite(parsed):
        _check_options(parsed)
    return parsed


def _check_options(url: URL) -> None:
    try:
        make_conninfo(**{name: str(value) for name, value in url.query.items()})
    except psycopg.Error as error:  # 'invalid connection option "sslmod"'
        raise StoreError(f"DATABASE_URL: {without_secrets(str(error).strip(), url)}") from None


def url_without_secrets(url: URL) -> str:
    """The URL as anybody may read it: without the password, and what else is a secret or where one stands."""
    shown = {name: value if name in _SHOWN else "***" for name, value in url.query.items()}
    return url.set(query=shown).render_as_string(hide_password=True).replace("%2A%2A%2A", "***")


def session_name(url: URL) -> str:
    """What the sessions of this process are called in PostgreSQL, which cuts off what is longer than 63."""
    named = url.query.get("application_name", "briefings")
    return f"{str(named)[:40]} {_PROCESS}"


def without_secrets(words: str, url: URL) -> str:
    """What a driver says, which may repeat what it was given."""
    given = (url.password, *(value for name, value in url.query.items() if name not in _SHOWN))
    for secret in given:
        if secret:
            words = words.replace(str(secret), "***")
    return words


def is_sqlite(url: URL) -> bool:
    """Whether it names a file, and no server."""
    return url.get_backend_name() == "sqlite"


def is_made(url: URL) -> bool:
    """Whether the database may be there: a file of SQLite is made by the first who opens it."""
    return not is_sqlite(url) or Path(str(url.database)).exists()


def open_engines(url: URL, at_once: int, ending: Event, files: Files | None) -> Engines:
    """Engines for so many readers at once, and as many writers on PostgreSQL.

    Once `ending` is set, nobody waits any longer for another program's lock. `files` are SQLite's. Raises
    StoreError.
    """
    if files is not None:
        if fault := files.why_not_read():
            raise StoreError(fault)
        _prepare_file(url)
        files.are_opened()
        lasting = create_engine(url, pool_size=0)
        reader = create_engine(url, pool_size=at_once, max_overflow=0, pool_use_lifo=True)
        writer = create_engine(url, pool_size=1, max_overflow=0)
        _begin_with(reader, "BEGIN", ending, files, files.why_not_read, "query_only=ON")
        _begin_with(writer, "BEGIN IMMEDIATE", ending, files, files.why_not_written)
    else:
        # A reader's transaction would cost two more ways to the server, and give no snapshot.
        reader = _server(url, {}, pool_size=at_once, isolation_level="AUTOCOMMIT")
        bounded: dict[str, object] = {"idle_in_transaction_session_timeout": IDLE_MS}
        writer = _server(url, bounded, pool_size=at_once + 1, pool_pre_ping=True)  # one more for work in turn
        lasting = _server(url, {}, pool_size=0, pool_pre_ping=True)  # no limit
    return Engines(reader, writer, lasting)


def idle_connections(engine: Engine) -> int:
    """How many connections nobody uses just now."""
    return engine.pool.checkedin() if isinstance(engine.pool, QueuePool) else 0


def shrink(connection: Connection, together: Barrier | None = None) -> None:
    """Has SQLite free the pages that the connection keeps.

    `together` is for threads that do so at a time: they wait for each other a moment, each with its
    connection, for else the first would give its own back, and the next be given the same.
    """
    if together is not None:
        with suppress(BrokenBarrierError):  # one has other work: its turn comes
            together.wait(_MEET_SECONDS)
    connection.exec_driver_sql("PRAGMA shrink_memory")


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
        if _is_locked(error):
            return False
        raise
    return bool(mode == "wal")


def _is_locked(error: BaseException | None) -> bool:
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_BUSY


def _begin_with(
    engine: Engine,
    statement: str,
    ending: Event,
    files: Files,
    fault: Callable[[], str | None],
    *settings: str,
) -> None:
    """Sets up the engine's connections, and how their transactions begin: not where there is a fault."""

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        files.note(connection)
        connection.isolation_level = None  # the driver would begin too late, and end too early around DDL
        cursor = connection.cursor()
        for setting in (*_SETTINGS, *settings):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        if (why_not := fault()) is not None:
            raise StoreError(why_not)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        with suppress(sqlite3.Error):  # what is wrong is told below, as everything is
            driver.execute(statement)
            return
        deadline = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                connection.exec_driver_sql(statement)
            except OperationalError as error:
                if not _is_locked(error.orig) or ending.is_set() or time.monotonic() > deadline:
                    raise
            else:
                return


def _server(url: URL, settings: dict[str, object], **options: Any) -> Engine:
    """An engine for PostgreSQL, its sessions with these settings; Any: the options of `create_engine`."""
    reached = REACHING | {"application_name": session_name(url)}
    engine = create_engine(url, max_overflow=0, pool_use_lifo=True, connect_args=reached, **options)

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        for name, value in (_PLANNING | LIVELINESS | settings).items():
            cursor.execute(f"SET {name} = {value}")
        cursor.close()
        connection.commit()

    return engine


class ServerConnections:
    """The connections with a server that are open: only its end wakes a thread that waits on one."""

    def __init__(self, engines: Iterable[Engine], ending: Event) -> None:
        self._open: WeakSet[psycopg.Connection] = WeakSet()
        self._ending = ending
        for engine in engines:
            event.listen(engine, "connect", self._note)
            event.listen(engine, "do_connect", self._refuse)

    def cut(self) -> None:
        """Ends what is being asked, and lets nobody ask more. For a server that answers no more."""
        self._ending.set()
        for connection in list(self._open):
            with suppress(OSError, psycopg.Error), socket.socket(fileno=os.dup(connection.fileno())) as line:
                line.shutdown(socket.SHUT_RDWR)

    def _note(self, connection: object, _record: object) -> None:
        if isinstance(connection, psycopg.Connection):
            self._open.add(connection)

    def _refuse(self, *_: object) -> None:
        if self._ending.is_set():
            raise psycopg.OperationalError("the program ends")
