"""Tries a database as the bot would use it, and changes nothing."""

from pathlib import Path

from sqlalchemy import Connection, make_url, select, text

from bot.domain.errors import StoreError
from bot.domain.paths import why_not_made
from bot.store.database.engine import Database
from bot.store.database.opening import is_sqlite, parse_url, url_without_secrets
from bot.store.database.tables import editors
from bot.store.upkeep.migrating import newest, version_of


async def try_database(url: str) -> str:
    """What it is, in words. Raises StoreError where the bot could not use it."""
    parsed = parse_url(url)
    name = url_without_secrets(make_url(url))  # as the setting has it
    if is_sqlite(parsed) and not _exists(Path(str(parsed.database))):
        return f"{name}, is made at the first start"
    database = await Database.open(url)
    try:
        version = await version_of(database)
        await database.write(_nothing)  # a file that may only be read is told here
        if version is None and not await database.read(_may_make_tables):
            raise StoreError(f"{name}, in which this user may make no tables")
    finally:
        await database.close()
    if version is None:
        return f"{name}, its tables are made at the first start"
    if version > newest():
        raise StoreError(f"{name}, of version {version}, newer than this program's {newest()}")
    return f"{name}, version {version}" + (
        "" if version == newest() else f", {newest()} after the next start"
    )


async def editors_of(url: str) -> frozenset[int]:
    """Whom editors made one, in a database that may not be there yet. Raises StoreError."""
    parsed = parse_url(url)
    if is_sqlite(parsed) and not _is_there(Path(str(parsed.database))):
        return frozenset()
    database = await Database.open(url)
    try:
        if await version_of(database) is None:
            return frozenset()
        return await database.read(_editors)
    finally:
        await database.close()


def _is_there(file: Path) -> bool:
    return file.exists()


def _editors(connection: Connection) -> frozenset[int]:
    return frozenset(connection.execute(select(editors.c.user_id)).scalars())


def _may_make_tables(connection: Connection) -> bool:
    if connection.dialect.name == "sqlite":
        return True
    return bool(connection.scalar(text("SELECT has_schema_privilege(current_schema(), 'CREATE')")))


def _nothing(_connection: Connection) -> None:
    """Begins and ends a transaction."""


def _exists(file: Path) -> bool:
    """Raises StoreError where it does not, and cannot be made."""
    if file.exists():
        return True
    if fault := why_not_made(file):
        raise StoreError(fault)
    return False
