"""Copies all that a SQLite database holds into an empty one of PostgreSQL, numbers and all.

What was sent, seen and decided goes with the articles: buttons open what they opened, and nobody is told
anything twice. The words of the full-text indexes are the target's own: it makes them of each row.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql
from sqlalchemy import Connection, Table, create_engine, func, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.domain.errors import StoreError
from bot.store.database.engine import Database
from bot.store.database.opening import is_sqlite, parse_url, url_without_secrets, without_secrets
from bot.store.database.tables import actors, claims, formerly, lease, metadata, pulse, visitors
from bot.store.processes.leadership import leadership_of
from bot.store.processes.lease import LOCK_KEY
from bot.store.upkeep.migrating import migrate

_OF_PROCESSES: Final = frozenset(
    (claims, lease, pulse, visitors)
)  # of those at work on a database: none of an archive
COPIED: Final = tuple(table for table in metadata.sorted_tables if table not in _OF_PROCESSES)
_VERSIONS: Final = frozenset(("alembic_version", "alembic_version_later"))
_AT_ONCE: Final = 200  # rows in memory: one may hold a page of megabytes


async def copy_database(origin_url: str, target_url: str) -> Mapping[str, int]:
    """All rows of one database in the other, or none; how many, by table. Both end at the newest version.

    Raises StoreError where a bot is at work on either, or the target holds anything.
    """
    file = _file_of(origin_url, target_url)
    leadership = leadership_of(origin_url)
    try:
        taken = await leadership.try_to_take()
    except OSError as error:
        raise StoreError(f"{file}: {error}") from error
    if not taken:
        raise StoreError(f"{file}: a bot is at work on it; stop it first")
    try:
        return await _copy_into(target_url, origin_url)
    finally:
        await leadership.give_back()


def _file_of(origin_url: str, target_url: str) -> Path:
    origin, target = parse_url(origin_url), parse_url(target_url)
    if not is_sqlite(origin):
        raise StoreError("the database is PostgreSQL, whose own tools copy it: pg_dump, pg_restore")
    if is_sqlite(target):
        raise StoreError("the database to copy into is SQLite, where backup and restore copy it")
    file = Path(str(origin.database))
    if not file.exists():
        raise StoreError(f"{file}: there is no database yet")
    return file


async def _copy_into(target_url: str, origin_url: str) -> Mapping[str, int]:
    target = await Database.open(target_url)
    try:
        await target.read(partial(_check_empty, called=target.url))  # before it is given tables
        origin = await Database.open(origin_url)
        try:
            await migrate(origin)
        finally:
            await origin.close()
        await migrate(target)
        return await target.write(partial(_copy_all, origin=origin.url, called=target.url))
    finally:
        await target.close()


def _copy_all(target: Connection, *, origin: URL, called: URL) -> dict[str, int]:
    if not target.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": LOCK_KEY}):
        raise StoreError(f"{url_without_secrets(called)}: a bot is at work on it; stop it first")
    names = ", ".join(table.name for table in COPIED)
    # A bot that is started meanwhile waits with its first look: it would take the half for the whole.
    target.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
    _check_empty(target, called=called)
    with _snapshot(origin) as reading:
        counts = {table.name: _copy(reading, target, table, called=called) for table in COPIED}
    for table in COPIED:
        _number_behind(target, table)
    target.exec_driver_sql(f"ANALYZE {names}")  # by itself the server would only after a while
    return counts


def _check_empty(connection: Connection, *, called: URL) -> None:
    """Raises StoreError where there is a table that is none of ours, or a row in one that is."""
    found = set(inspect(connection).get_table_names()) - {table.name for table in _OF_PROCESSES} - _VERSIONS
    for name in sorted(found):
        ours = name in metadata.tables
        if not ours or connection.exec_driver_sql(f"SELECT 1 FROM {name} LIMIT 1").first():  # noqa: S608 (ours)
            raise StoreError(
                f"{url_without_secrets(called)}: is not empty, it has {'rows in ' if ours else ''}the table"
                f" {name!r}; nothing was copied"
            )


@contextmanager
def _snapshot(url: URL) -> Iterator[Connection]:
    """The database as it stands at one moment, whatever is added to it meanwhile."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection
    except DBAPIError as error:
        raise StoreError(f"{url.database}: {error.orig}") from error
    finally:
        engine.dispose()


def _copy(origin: Connection, target: Connection, table: Table, *, called: URL) -> int:
    """How many rows. In one statement: a row may name one of its own table that comes after it."""
    columns = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    server = target.connection.driver_connection
    assert isinstance(server, psycopg.Connection)
    rows = origin.execution_options(yield_per=_AT_ONCE).execute(select(table))
    try:
        with server.cursor() as cursor:
            with cursor.copy(into) as copy:
                for row in rows:
                    copy.write_row(row)
            return cursor.rowcount
    except psycopg.Error as error:
        why = without_secrets(str(error).strip().partition("\n")[0], called)
        raise StoreError(f"{url_without_secrets(called)}: table {table.name!r}: {why}") from error


def _number_behind(target: Connection, table: Table) -> None:
    """Has what is added from now on numbered behind all that ever was there."""
    numbered = table.autoincrement_column
    if numbered is None:
        return
    last = target.scalar(select(func.max(numbered))) or 0
    if table is actors:  # a button may name one that is no more
        last = max(last, target.scalar(select(func.max(formerly.c.id))) or 0)
    sequence = func.pg_get_serial_sequence(table.name, numbered.name)
    target.execute(select(func.setval(sequence, max(last, 1), last > 0)))
