"""The verbs of the command line beside running: what a person does to a bot at a terminal.

Each says what it did in lines for that person, and raises BriefingsError where it did nothing.
"""

import os
import stat
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.domain.errors import PortableError
from bot.store import Store
from bot.store.upkeep.backup import check_replaceable, write_backup
from bot.store.upkeep.backup import read_backup as put_back
from bot.store.upkeep.copying import copy_database
from bot.store.upkeep.subscribers_file import export_register, import_register
from bot.store.upkeep.subscribers_file_schema import LARGEST, Register

Say = Callable[[str], None]


def back_up(database_url: str, file: Path, *, say: Say) -> None:
    """`backup FILE`, while the bot runs too."""
    size = write_backup(database_url, file)
    say(f"{file}: {size / 1e6:,.1f} MB, whole")


async def restore(database_url: str, file: Path, *, now: datetime, say: Say) -> None:
    """`restore FILE`, while no bot runs."""
    aside = await put_back(database_url, file, now=now)
    say(f"{file}: is the database now")
    if aside is not None:
        say(f"{aside}: is what it was before; remove it when all is well")


async def copy_over(database_url: str, target_url: str, *, say: Say) -> None:
    """`copy DATABASE_URL`, while no bot runs."""
    rows = await copy_database(database_url, target_url)
    say(
        f"copied: {rows['articles']:,} articles, {rows['sources']:,} sources, {rows['chats']:,} chats,"
        f" {rows['outbox']:,} messages; {sum(rows.values()):,} rows in all"
    )
    say("set DATABASE_URL to it and start the bot; start none on the old one again")


async def export_subscribers(database_url: str, file: Path, *, now: datetime, say: Say) -> None:
    """`export FILE`, which only its owner may read: it says who reads what."""
    check_replaceable(file, database_url)
    async with opened_store(database_url) as store:
        register = await export_register(store, now=now)
    try:
        write_privately(file, register.to_json())
    except OSError as error:
        raise PortableError(f"{file}: {error.strerror}") from error
    say(
        f"{file}: {len(register.chats):,} chats, {len(register.editors):,} editors,"
        f" {len(register.members):,} members, {len(register.sources):,} sources"
    )


async def import_subscribers(database_url: str, file: Path, *, now: datetime, say: Say) -> None:
    """`import FILE`, as often as one likes, while the bot runs too."""
    register = _read(file)
    async with opened_store(database_url) as store:
        done = await import_register(store, register, now=now)
    say(
        f"{file}: {done.chats:,} chats with {done.kept.follows:,} follows, {done.kept.mutes:,} mutes,"
        f" {done.kept.saved:,} saved articles; {done.editors:,} editors,"
        f" {done.members:,} members, {done.sources:,} sources added;"
        f" {done.chats_kept:,} chats left as they stood"
    )


@asynccontextmanager
async def opened_store(database_url: str) -> AsyncIterator[Store]:
    """The database, for as long as it is needed."""
    store = await Store.open(database_url)
    try:
        yield store
    finally:
        await store.close()


def _read(file: Path) -> Register:
    content = content_of(file, LARGEST)
    try:
        return Register.from_json(content.decode())
    except UnicodeDecodeError:
        raise PortableError(f"{file}: not a file of subscribers") from None
    except PortableError as error:
        raise PortableError(f"{file}: {error}") from None


def content_of(file: Path, most: int) -> bytes:
    """The bytes of a plain file that has at most so many. Raises PortableError."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device may have no end
            raise PortableError(f"{file}: is no plain file")
        if status.st_size > most:
            raise PortableError(f"{file}: too large: {status.st_size:,} bytes, at most {most:,}")
        return file.read_bytes()
    except OSError as error:
        raise PortableError(f"{file}: {error.strerror}") from error


def write_privately(file: Path, text: str) -> None:
    """Whole or not at all, and nobody but the owner reads it at any moment."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # 0600 from the first byte
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
