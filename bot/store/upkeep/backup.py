"""Copies the SQLite database while the bot runs, and puts a copy back while it does not."""

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from bot.domain.errors import StoreError
from bot.store.database.opening import is_sqlite, url_without_secrets
from bot.store.database.tables import metadata
from bot.store.processes.leadership import leadership_of
from bot.store.upkeep.migrating import newest

_SIZE = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
_COLUMNS = """SELECT made.name, held.name FROM sqlite_master made JOIN pragma_table_info(made.name) held
    WHERE made.type = 'table'"""
_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside an open database


def write_backup(database_url: str, file: Path) -> int:
    """Writes the database as it stands at one moment to the file, whole or not at all. Its size in bytes.

    Raises StoreError.
    """
    database = _database_of(database_url, instead=f"pg_dump --format=custom --file={file} --dbname=")
    if not database.exists():
        raise StoreError(f"{database}: there is no database yet")
    check_replaceable(file, database_url)
    with _named(file), _beside(file) as copy:
        _copy(database, copy)
        _check(copy, called=database)
        copy.replace(file)
    return file.stat().st_size


def check_replaceable(file: Path, database_url: str) -> None:
    """Whether a new file may take the place of this one.

    Raises StoreError for what is the database's own, and for what is no plain file.
    """
    url = make_url(database_url)
    if is_sqlite(url) and _belongs(file, Path(str(url.database))):
        raise StoreError(f"{file}: is the database itself")
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise StoreError(f"{file}: is no plain file, and would be replaced by one")


async def read_backup(database_url: str, file: Path, *, now: datetime) -> Path | None:
    """Makes the file the database. Where the database that was there is now; None where there was none.

    Raises StoreError where the file is no whole database of this program, or a bot is at work.
    """
    database = _database_of(database_url, instead=f"pg_restore --clean --if-exists {file} --dbname=")
    _look_at(file, database)
    leadership = leadership_of(database_url)
    with _named(database):
        taken = await leadership.try_to_take()
    if not taken:
        raise StoreError(f"{database}: a bot is at work on it; stop it first")
    try:
        return _put_back(file, database, now=now)
    finally:
        await leadership.give_back()


def _database_of(url: str, *, instead: str) -> Path:
    parsed = make_url(url)
    if not is_sqlite(parsed):
        # The password is left out: the tool asks for it.
        at = url_without_secrets(parsed._replace(drivername="postgresql", password=None))
        raise StoreError(f"the database is PostgreSQL, whose own tool does this: {instead}{at}")
    return Path(str(parsed.database))


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A new file in the same folder that only its owner reads, gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".new")
    os.close(handle)
    copy = Path(name)
    try:
        yield copy
    finally:
        for leftover in (copy, *_companions(copy)):
            leftover.unlink(missing_ok=True)


def _copy(origin: Path, copy: Path) -> None:
    with closing(_connect(origin)) as reading, closing(sqlite3.connect(copy)) as writing:
        reading.backup(writing)  # in one step: what writes meanwhile goes to the log, and does not wait
        writing.execute("PRAGMA journal_mode=DELETE")  # one file, whole by itself
    handle = os.open(copy, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check(file: Path, *, called: Path) -> None:
    """Raises StoreError unless the file is a whole database that this program can open."""
    try:
        with closing(_connect(file)) as connection:
            (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
            (fault,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            columns = set(connection.execute(_COLUMNS))
            (size,) = connection.execute(_SIZE).fetchone()
    except (sqlite3.Error, TypeError, ValueError) as error:  # what a damaged one holds can be anything
        raise StoreError(f"{called}: not a database of this program ({error})") from error
    if fault != "ok":
        raise StoreError(f"{called}: damaged: {fault}")
    if size != file.stat().st_size and not _companions(file)[0].exists():  # its log may hold the rest
        raise StoreError(f"{called}: damaged: it has {file.stat().st_size} bytes, not {size}")
    if not re.fullmatch(r"\d{4}", str(version)):
        raise StoreError(f"{called}: not a database of this program")
    if version > newest():
        raise StoreError(f"{called}: of version {version}, newer than this program's {newest()}")
    if missing := _tables_of(version) - {table for table, _ in columns}:
        raise StoreError(f"{called}: damaged: it has no table {min(missing)}")
    if version == newest() and (lacking := _columns() - columns):
        raise StoreError(f"{called}: damaged: its table {' has no column '.join(min(lacking))}")


def _tables_of(version: str) -> set[str]:
    """What a database of this version holds at least."""
    return {name for name, table in metadata.tables.items() if table.info["since"] <= version}


def _columns() -> set[tuple[str, str]]:
    """Every table's, as this program makes them."""
    return {(name, column.name) for name, table in metadata.tables.items() for column in table.columns}


def _look_at(file: Path, database: Path) -> None:
    """Raises StoreError where the file is nothing that can be put back."""
    if not file.is_file():
        raise StoreError(f"{file}: there is no such file")
    if database.exists() and file.samefile(database):
        raise StoreError(f"{file}: is the database itself")
    _check(file, called=file)


def _put_back(file: Path, database: Path, *, now: datetime) -> Path | None:
    with _named(database), _beside(database) as copy:
        _copy(file, copy)
        _check(copy, called=file)
        _hand_over(copy, Path(f"{database}.lock"), like=database if database.exists() else database.parent)
        return _exchange(database, copy, now=now)


def _hand_over(*files: Path, like: Path) -> None:
    """What an administrator restores belongs to whom the bot runs as."""
    owner = like.stat()
    for file in files:
        if os.geteuid() == 0 and file.exists():
            os.chown(file, owner.st_uid, owner.st_gid)


def _exchange(database: Path, copy: Path, *, now: datetime) -> Path | None:
    was_there = database.exists()
    if was_there:
        _close(database)
    aside = database.with_name(f"{database.name}.before-{now:%Y%m%dT%H%M%SZ}")
    if aside.exists():
        raise StoreError(f"{aside}: is there already")
    for beside, companion in zip(_companions(database), _companions(aside), strict=True):
        if beside.exists():  # of a database too damaged to be closed, or gone: no part of the one put back
            beside.rename(companion)
    if was_there:
        database.rename(aside)
    copy.replace(database)
    return aside if was_there else None


def _close(database: Path) -> None:
    """Takes what is beside the database into it. Raises StoreError where anybody has it open."""
    try:
        with closing(sqlite3.connect(database, timeout=1)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{database}: another program has it open; stop it first") from error
    except sqlite3.DatabaseError:
        return  # damaged: a reason to restore, not to refuse


def _belongs(file: Path, database: Path) -> bool:
    """Whether it is the database, or stands where SQLite and the leader keep what is beside it."""
    beside = (*_companions(database), Path(f"{database}.lock"))
    same = file.exists() and database.exists() and file.samefile(database)
    return same or file.resolve() in {path.resolve() for path in (database, *beside)}


def _companions(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(file.name + ending) for ending in _BESIDE)


def _connect(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=15)


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """Turns what the system and SQLite say of a full or closed disk into one line."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{file}: {error}") from error
