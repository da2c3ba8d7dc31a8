"""Brings a database's tables to what this program knows, under a lock, forward only."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.domain.errors import StoreError
from bot.store.actors import identity
from bot.store.articles import showing
from bot.store.database.engine import Database

_FOLDER = Path(__file__).parents[1] / "migrations"
_SHOWN_SINCE = "0003"  # before, what readers may not have stood in the indexes, too
_LOCK = 4_723_011  # any number that nobody else's advisory lock has


async def migrate(database: Database) -> None:
    """Runs what is missing, in one transaction; of several processes that start, one runs it and all wait.

    Raises StoreError where the database was written by a newer version of the program.
    """
    if await version_of(database) == newest():
        return
    await database.write(_upgrade)


async def version_of(database: Database) -> str | None:
    """The version of its tables; None where there are none yet."""
    return await database.read(_version)


def newest() -> str:
    """The version this program knows; the files of the folder are named for theirs."""
    return max(path.name.partition("_")[0] for path in (_FOLDER / "versions").glob("[0-9]*.py"))


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


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
    from alembic import command  # slow to import, and most starts migrate nothing
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if version is not None and version < _SHOWN_SINCE:
        now = datetime.now(UTC)
        showing.settle_all(connection, showing.unsettled(connection, now=now), now=now)
        identity.tally_all(connection)  # what was never shown was never counted
