"""Brings a database's tables to what this program knows, forward only.

What the program needs is there before it runs; what takes long on PostgreSQL is built while it answers
(`migrations/later`): until then the same is found more slowly.
"""

import logging
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from bot.domain.errors import StoreError
from bot.store.actors import identity
from bot.store.articles import indexing
from bot.store.database.engine import Database

log = logging.getLogger(__name__)

_FOLDER = Path(__file__).parents[1] / "migrations"
_VERSIONS, _LATER = _FOLDER / "versions", _FOLDER / "later"
_SHOWN_SINCE = "0003"  # before, what readers may not have stood in the indexes, too
_LOCK = 4_723_011  # any number that nobody else's advisory lock has
_BUILDING = 4_723_014  # the same
_TRIES = 60  # to have all tables at once, of an older bot at work
_PATIENCE_MS = 500  # after a second PostgreSQL would end one of two that wait for each other
_LATER_TABLE = "alembic_version_later"


async def migrate(database: Database) -> None:
    """Runs what is missing, in one transaction; of several processes that start, one runs it and all wait.

    In a new database all is built at once. Raises StoreError where a newer version of the program wrote it.
    """
    version = await version_of(database)
    if version == newest():
        return
    await database.write(_upgrade)
    if version is None:
        await build(database)


async def build(database: Database) -> None:
    """Builds what is missing while the bot answers; of several processes, one. Raises StoreError.

    What is cut off is built anew at the next start.
    """
    if database.is_sqlite or await database.read(_built) == newest(_LATER):
        return
    began = time.monotonic()
    if await database.write_piecemeal(_build):
        log.info("indexes: built in %.0f s", time.monotonic() - began)


async def version_of(database: Database) -> str | None:
    """The version of its tables; None where there are none yet."""
    return await database.read(_version)


def newest(folder: Path = _VERSIONS) -> str:
    """The version this program knows; the files of the folder are named for theirs."""
    return max(path.name.partition("_")[0] for path in folder.glob("[0-9]*.py"))


def _version(connection: Connection, table: str = "alembic_version") -> str | None:
    if not inspect(connection).has_table(table):
        return None
    return connection.execute(text(f"SELECT version_num FROM {table}")).scalar_one_or_none()  # noqa: S608 (ours)


def _built(connection: Connection) -> str | None:
    return _version(connection, _LATER_TABLE)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":  # there, to write is to be alone
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    version = _version(connection)
    if version == newest():
        return
    if version is not None and version > newest():
        raise StoreError(
            f"the database is of version {version}, newer than this program's {newest()}: upgrade the program"
        )
    if version is not None and connection.dialect.name != "sqlite":
        _lock_all(connection)
    _run(connection, _VERSIONS, "alembic_version")
    if version is not None and version < _SHOWN_SINCE:
        now = datetime.now(UTC)
        indexing.settle_all(connection, indexing.unsettled(connection, now=now), now=now)
        identity.tally_all(connection)  # what was never shown was never counted


def _lock_all(connection: Connection) -> None:
    """Every table at once: one by one, an older bot that reads two of them and we wait for each other."""
    names = ", ".join(inspect(connection).get_table_names())
    for left in reversed(range(_TRIES)):
        try:
            with connection.begin_nested():
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_PATIENCE_MS}ms'")
                connection.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
        except OperationalError:
            if not left:
                raise
        else:
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            return


def _build(connection: Connection) -> bool:
    """False where another process is at it."""
    if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _BUILDING}):
        return False
    try:
        _run(connection, _LATER, _LATER_TABLE)
        return True
    finally:
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _BUILDING})


def _run(connection: Connection, folder: Path, table: str) -> None:
    from alembic import command  # slow to import, and most starts migrate nothing
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("version_locations", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes |= {"connection": connection, "version_table": table}
    command.upgrade(config, "head")
