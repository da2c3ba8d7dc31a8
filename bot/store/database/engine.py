"""Opens a database and gives out its transactions: many readers, and on SQLite one writer at a time.

What a question asks of the database is one piece of work, done in one transaction in one thread: statement by
statement, each would cross from the loop to a thread and back. SQLite lets one connection write: writers of
this process stand in line for one thread rather than meet "database is locked", and other processes are
waited for by the busy timeout. Readers have connections that cannot write and, under WAL, never wait.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from functools import wraps
from pathlib import Path
from threading import Barrier, Event
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, NotSupportedError, ProgrammingError

from bot.domain.errors import StoreError
from bot.store.database.opening import (
    Engines,
    ServerConnections,
    idle_connections,
    is_sqlite,
    open_engines,
    parse_url,
    session_name,
    shrink,
    url_without_secrets,
    without_secrets,
)
from bot.store.database.sqlite_files import Files

__all__ = ["Database", "Repository", "Session", "in_turn", "reading", "writing"]

_THREADS = 4  # for readers, and on PostgreSQL for writers; more would only wait for the two or three cores
_CLOSING_SECONDS = 1.0  # for what is being done; then a server is not waited for
_LOOKED_AT = 400  # rows of an index to measure it: 0.05 s over 10,000 articles, and as good as nearly all
TURN: Final = 4_723_012  # PostgreSQL's lock of work in turn: any number that nobody else's lock has
_ALONE = text(f"SELECT pg_advisory_xact_lock({TURN})")

P = ParamSpec("P")
T = TypeVar("T")


class Session:
    """A transaction that lasts, on a connection of its own: work is done in it one piece after the other."""

    def __init__(self, engine: Engine, threads: ThreadPoolExecutor) -> None:
        self._engine = engine
        self._threads = threads
        self._connection: Connection | None = None

    async def do(self, work: Callable[[Connection], T]) -> T:
        """Does the work in the session's transaction, to its end, even if cancelled meanwhile."""
        return await _shielded(self._threads, lambda: work(self._opened()))

    async def end(self, *, commit: bool) -> None:
        """Ends the transaction, and gives the connection back."""
        await _shielded(self._threads, lambda: self._end(commit=commit))

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _end(self, *, commit: bool) -> None:
        if self._connection is not None:
            with self._connection:  # what is not committed is rolled back
                if commit:
                    self._connection.commit()


class Database:
    """A database that is open. Work is done in a thread: never begin other work of it from inside."""

    def __init__(self, url: URL, engines: Engines, ending: Event, files: Files | None) -> None:
        self.url = url
        self.is_sqlite = files is not None
        self.process = session_name(url)  # among those that share the database
        self._engines = engines
        self._files = files
        self._ending = ending  # tells a thread that waits for another program to let go
        self._lines = ServerConnections(() if self.is_sqlite else engines, ending)
        self._readers = ThreadPoolExecutor(_THREADS, thread_name_prefix="reader")
        self._in_turn = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._writers = self._in_turn if self.is_sqlite else ThreadPoolExecutor(_THREADS)

    @classmethod
    async def open(cls, url: str) -> "Database":
        """Opens the database of the URL. Raises StoreError where it cannot be reached."""
        parsed, ending = parse_url(url), Event()
        files = Files(Path(str(parsed.database))) if is_sqlite(parsed) else None
        engines = await asyncio.to_thread(open_engines, parsed, _THREADS, ending, files)
        return cls(parsed, engines, ending, files)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Does work that reads: on SQLite all of it from one snapshot."""
        return await self._in_thread(self._readers, _read, self._engines.reader, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Does work that may write: committed at the end, rolled back when left by an error.

        Raises StoreError, too, where SQLite's file is no longer what it was: what is written would be lost.
        """
        return await self._in_thread(self._writers, _write, self._engines.writer, work)

    async def write_in_turn(self, work: Callable[[Connection], T]) -> T:
        """The same, one such work at a time on either database, whichever process does it."""
        alone = _write if self.is_sqlite else _write_alone
        return await self._in_thread(self._in_turn, alone, self._engines.writer, work)

    async def write_piecemeal(self, work: Callable[[Connection], T]) -> T:
        """Does work that takes long, on a connection of its own on which each statement is committed."""
        return await self._in_thread(self._writers, _write_piecemeal, self._engines.lasting, work)

    @asynccontextmanager
    async def hold(self) -> AsyncIterator[Session]:
        """A transaction that may last: committed at the end, rolled back when left by an error."""
        session = Session(self._engines.lasting, self._writers)
        with _faults_named(self.url):
            try:
                yield session
            except BaseException:
                await session.end(commit=False)
                raise
            await session.end(commit=True)

    def file_fault(self) -> str | None:
        """Why nothing is written to SQLite's file, told by its looks; None where all is well."""
        return self._files.why_not_written() if self._files else None

    async def measure(self) -> None:
        """Has SQLite look at how large its tables are: it plans queries by that.

        Without, it takes every index to find ten rows, and walks all live articles to look at a few
        quotations. PostgreSQL measures by itself.
        """
        if self.is_sqlite:
            await self.write(_analyze)

    async def shrink(self) -> None:
        """Has SQLite's connections that nobody uses let go of the pages they keep, two megabytes each."""
        readers, writers = (idle_connections(one) for one in (self._engines.reader, self._engines.writer))
        if self.is_sqlite and readers:  # by threads of theirs: any other would take connections from them
            together = Barrier(readers)
            await asyncio.gather(*[self.read(lambda one: shrink(one, together)) for _ in range(readers)])
        if self.is_sqlite and writers:
            await self.write(shrink)

    async def is_measured(self) -> bool:
        """Whether it was ever measured."""
        return not self.is_sqlite or await self.read(_has_measures)

    async def close(self) -> None:
        """Waits for what is being done, and lets the rest be, what waits for a lock included."""
        self._ending.set()
        ended = asyncio.create_task(asyncio.to_thread(self._end_threads))
        await asyncio.wait({ended}, timeout=_CLOSING_SECONDS)
        if not ended.done():
            self._lines.cut()
        await ended
        if self._files and self._files.why_not_read():
            self._files.leave_open()
            return
        for engine in self._engines:
            engine.dispose()

    def cut(self) -> None:
        """Ends all that is being asked of a server which does not answer: it fails, and nothing is begun."""
        self._lines.cut()

    def _end_threads(self) -> None:
        for threads in (self._readers, self._writers, self._in_turn):
            threads.shutdown(cancel_futures=True)

    async def _in_thread(self, threads: ThreadPoolExecutor, do: Callable[..., T], *arguments: object) -> T:
        """What it returns. A thread cannot be cancelled: work that has begun is done to its end."""
        with _faults_named(self.url):
            return await asyncio.get_running_loop().run_in_executor(threads, do, *arguments)


class Repository:
    """A part of the store: its methods are questions, each one piece of work for the database."""

    def __init__(self, database: Database) -> None:
        self._database = database


R = TypeVar("R", bound=Repository)
Work = Callable[Concatenate[R, Connection, P], T]
Question = Callable[Concatenate[R, P], Coroutine[Any, Any, T]]


Way = Callable[[Database, Callable[[Connection], T]], Coroutine[Any, Any, T]]


def reading(work: Work[R, P, T]) -> Question[R, P, T]:
    """Makes the work, which is given a connection, a question to await without one."""
    return _question(work, Database.read)


def writing(work: Work[R, P, T]) -> Question[R, P, T]:
    """The same for work that writes."""
    return _question(work, Database.write)


def in_turn(work: Work[R, P, T]) -> Question[R, P, T]:
    """The same for work that no other such work may meet."""
    return _question(work, Database.write_in_turn)


def _question(work: Work[R, P, T], way: Way[T]) -> Question[R, P, T]:
    @wraps(work)
    async def ask(room: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await way(room._database, lambda connection: work(room, connection, *args, **kwargs))

    return ask


def _read(engine: Engine, work: Callable[[Connection], T]) -> T:
    """A connection that the server ended since is found out by its use, and another is taken."""
    try:
        with engine.connect() as connection:
            return work(connection)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    with engine.connect() as connection:
        return work(connection)


def _write(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


def _write_alone(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        connection.execute(_ALONE)
        return work(connection)


def _write_piecemeal(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        return work(connection)


async def _shielded(threads: ThreadPoolExecutor, do: Callable[[], T]) -> T:
    """What it returns; waits for it even when cancelled meanwhile, and is cancelled then."""
    done = asyncio.get_running_loop().run_in_executor(threads, do)
    try:
        return await asyncio.shield(done)
    except asyncio.CancelledError:
        await asyncio.gather(done, return_exceptions=True)
        raise


def _analyze(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA analysis_limit={_LOOKED_AT}")
    connection.exec_driver_sql("ANALYZE")
    # Where nearly all articles are live, a look at some takes live ones for few, and begins every list there.
    connection.exec_driver_sql("PRAGMA analysis_limit=0")
    connection.exec_driver_sql("ANALYZE articles")


def _has_measures(connection: Connection) -> bool:
    found = connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"))
    return found is not None


@contextmanager
def _faults_named(url: URL) -> Iterator[None]:
    """Turns what the driver says of a lost, full, locked or closed database into one line."""
    try:
        yield
    except DBAPIError as error:
        if _is_ours(error):
            raise
        raise StoreError(f"{_name(url)}: {without_secrets(_first_line(error), url)}") from error


def _is_ours(error: DBAPIError) -> bool:
    """Whether a statement is wrong, or what it was given; a file that is no database any more is not ours."""
    if isinstance(error, ProgrammingError):
        return not isinstance(error.orig, InsufficientPrivilege)
    return isinstance(error, DataError | IntegrityError | NotSupportedError)


def _name(url: URL) -> str:
    return str(url.database) if is_sqlite(url) else url_without_secrets(url)


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]
