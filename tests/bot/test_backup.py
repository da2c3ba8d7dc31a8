"""Backups: whole, of one moment, while the bot writes; put back only where no bot is at work."""

import asyncio
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.errors import StoreError
from bot.store import Store
from bot.store.processes.leadership import lead, leadership_of
from bot.store.upkeep.backup import read_backup, write_backup
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.test_migrations import OLDER, make

POSTGRESQL = "postgresql+psycopg://somebody:secret@127.0.0.1/news"


def database_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite+aiosqlite:///"))


async def headlines(url: str) -> list[str | None]:
    store = await Store.open(url)
    found, _ = await store.stories.headlines(10, 0, now=NOON)
    await store.close()
    return [headline.headline for headline in found]


async def file_one(url: str, headline: str) -> None:
    store = await Store.open(url)
    analysis = an_analysis(headline=headline, sentences=(f"{headline} today.",))
    await a_stored_article(store, analysis, path=f"{headline}.txt")
    await store.close()


async def test_backup_restored_is_what_was_backed_up(empty_sqlite: str, tmp_path: Path) -> None:
    await file_one(empty_sqlite, "Bridge opens")
    write_backup(empty_sqlite, tmp_path / "backup.db")
    await file_one(empty_sqlite, "Bridge closes")
    aside = await read_backup(empty_sqlite, tmp_path / "backup.db", now=NOON)
    assert await headlines(empty_sqlite) == ["Bridge opens"]
    assert aside == tmp_path / "briefings.db.before-20240424T120000Z"
    assert await headlines(f"sqlite+aiosqlite:///{aside}") == ["Bridge closes", "Bridge opens"]


async def test_backup_is_made_while_somebody_writes(empty_sqlite: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database_of(empty_sqlite), isolation_level=None)) as writer:
        writer.execute("CREATE TABLE pairs (left INTEGER, right INTEGER)")
        writing = True

        async def write() -> int:
            count = 0
            while writing:
                count += 1
                writer.execute("BEGIN IMMEDIATE")
                writer.execute("INSERT INTO pairs VALUES (?, NULL)", (count,))
                writer.execute("UPDATE pairs SET right = left WHERE left = ?", (count,))
                writer.execute("COMMIT")
                await asyncio.sleep(0)
            return count

        task = asyncio.create_task(write())
        await asyncio.sleep(0)
        for number in range(3):
            await asyncio.to_thread(write_backup, empty_sqlite, tmp_path / f"{number}.db")
        writing = False
        assert await task > 0
    for number in range(3):
        with closing(sqlite3.connect(tmp_path / f"{number}.db")) as copy:
            assert copy.execute("SELECT count(*) FROM pairs WHERE right IS NULL").fetchone() == (0,)


def test_backup_is_one_file_that_only_its_owner_reads(empty_sqlite: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    write_backup(empty_sqlite, folder / "backup.db")
    write_backup(empty_sqlite, folder / "backup.db")
    assert [path.name for path in folder.iterdir()] == ["backup.db"]
    assert stat.S_IMODE((folder / "backup.db").stat().st_mode) == 0o600


def test_damaged_database_is_not_backed_up_over_a_good_backup(empty_sqlite: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    write_backup(empty_sqlite, file)
    good = file.read_bytes()
    database = database_of(empty_sqlite)
    content = bytearray(database.read_bytes())
    content[4096 * 3 : 4096 * 8] = b"\xff" * (4096 * 5)
    database.write_bytes(content)
    with pytest.raises(StoreError):
        write_backup(empty_sqlite, file)
    assert file.read_bytes() == good


async def test_damaged_database_can_be_restored(empty_sqlite: str, tmp_path: Path) -> None:
    await file_one(empty_sqlite, "Bridge opens")
    write_backup(empty_sqlite, tmp_path / "backup.db")
    database_of(empty_sqlite).write_bytes(b"not a database at all" * 400)
    await read_backup(empty_sqlite, tmp_path / "backup.db", now=NOON)
    assert await headlines(empty_sqlite) == ["Bridge opens"]


async def test_restore_refuses_while_a_bot_is_in_office(empty_sqlite: str, tmp_path: Path) -> None:
    write_backup(empty_sqlite, tmp_path / "backup.db")
    async with lead(leadership_of(empty_sqlite)):
        with pytest.raises(StoreError, match="a bot is at work on it; stop it first"):
            await read_backup(empty_sqlite, tmp_path / "backup.db", now=NOON)


async def test_restore_refuses_while_a_bot_not_yet_in_office_has_it_open(
    empty_sqlite: str, tmp_path: Path
) -> None:
    write_backup(empty_sqlite, tmp_path / "backup.db")
    store = await Store.open(empty_sqlite)
    await a_stored_article(store)
    with pytest.raises(StoreError, match="another program has it open; stop it first"):
        await read_backup(empty_sqlite, tmp_path / "backup.db", now=NOON)
    assert (await store.articles.count()) == 1
    await store.close()


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
async def test_backup_of_an_older_program_is_restored(tmp_path: Path, older: Path) -> None:
    make(f"sqlite+aiosqlite:///{tmp_path}/old.db", older)
    restored = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    await read_backup(restored, tmp_path / "old.db", now=NOON)
    assert len(await headlines(restored)) > 0


async def test_restore_where_there_was_nothing(empty_sqlite: str, tmp_path: Path) -> None:
    write_backup(empty_sqlite, tmp_path / "backup.db")
    elsewhere = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    assert await read_backup(elsewhere, tmp_path / "backup.db", now=NOON) is None
    assert await headlines(elsewhere) == []


async def test_what_a_crash_left_beside_a_database_that_is_gone_is_no_part_of_the_restored(
    empty_sqlite: str, tmp_path: Path
) -> None:
    await file_one(empty_sqlite, "Bridge opens")
    write_backup(empty_sqlite, tmp_path / "backup.db")
    database = database_of(empty_sqlite)
    log = database.with_name(f"{database.name}-wal")
    store = await Store.open(empty_sqlite)
    await a_stored_article(store, path="later.txt")
    left = log.read_bytes()  # as a killed bot leaves it
    await store.close()
    database.unlink()
    log.write_bytes(left)
    await read_backup(empty_sqlite, tmp_path / "backup.db", now=NOON)
    assert await headlines(empty_sqlite) == ["Bridge opens"]
    assert database.with_name(f"{database.name}.before-{NOON:%Y%m%dT%H%M%SZ}-wal").read_bytes() == left


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        (b"hello" * 1000, "not a database of this program (file is not a database)"),
        (b"", "not a database of this program (no such table: alembic_version)"),
        (None, "there is no such file"),
    ],
    ids=["text", "empty", "missing"],
)
async def test_file_that_is_no_backup_is_not_restored(
    empty_sqlite: str, tmp_path: Path, content: bytes | None, fact: str
) -> None:
    file = tmp_path / "other.db"
    if content is not None:
        file.write_bytes(content)
    before = database_of(empty_sqlite).read_bytes()
    with pytest.raises(StoreError) as caught:
        await read_backup(empty_sqlite, file, now=NOON)
    assert str(caught.value) == f"{file}: {fact}"
    assert database_of(empty_sqlite).read_bytes() == before


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def _overwrite(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"x" * (len(content) - 4096)
    file.write_bytes(content)


def _spoil(statement: str) -> Callable[[Path], None]:
    def spoil(file: Path) -> None:
        with closing(sqlite3.connect(file)) as copy, copy:
            copy.execute("PRAGMA foreign_keys=OFF")
            copy.executescript(statement)

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(_cut, id="a byte short"),
        pytest.param(_overwrite, id="overwritten"),
        pytest.param(_spoil("DROP TABLE interests"), id="without a table"),
        pytest.param(
            _spoil("DROP TABLE pulse; CREATE VIEW pulse AS SELECT 1 AS id, 1 AS beats"),
            id="a view for a table",
        ),
        pytest.param(_spoil("ALTER TABLE chats DROP COLUMN silent"), id="without a column"),
        pytest.param(_spoil("UPDATE alembic_version SET version_num = x'ff00'"), id="a version that is none"),
        pytest.param(_spoil("DELETE FROM alembic_version"), id="no version"),
    ],
)
async def test_damaged_backup_is_not_restored(
    empty_sqlite: str, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    file = tmp_path / "backup.db"
    write_backup(empty_sqlite, file)
    spoil(file)
    before = database_of(empty_sqlite).read_bytes()
    with pytest.raises(StoreError, match=r"damaged: |not a database of this program"):
        await read_backup(empty_sqlite, file, now=NOON)
    assert database_of(empty_sqlite).read_bytes() == before


@pytest.mark.parametrize("kind", ["a pipe", "a link", "a folder"])
def test_backup_replaces_nothing_but_a_plain_file(empty_sqlite: str, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "there"
    if kind == "a pipe":
        os.mkfifo(file)
    elif kind == "a link":
        file.symlink_to(tmp_path / "elsewhere")
    else:
        file.mkdir()
    with pytest.raises(StoreError, match="is no plain file"):
        write_backup(empty_sqlite, file)
    assert not file.is_file()


async def test_backup_of_a_newer_program_is_not_restored(empty_sqlite: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    write_backup(empty_sqlite, file)
    with closing(sqlite3.connect(file)) as copy, copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="of version 9999, newer than this program's"):
        await read_backup(empty_sqlite, file, now=NOON)


def test_the_command_that_is_told_for_postgresql_holds_no_secret_of_the_query(tmp_path: Path) -> None:
    url = "postgresql+psycopg://me@127.0.0.1/news?password=secret&sslpassword=secret&sslmode=require"
    with pytest.raises(StoreError) as caught:
        write_backup(url, tmp_path / "news.dump")
    assert "secret" not in str(caught.value)
    assert str(caught.value).endswith("news?password=***&sslmode=require&sslpassword=***")


async def test_postgresql_is_told_its_own_tools_and_no_password(tmp_path: Path) -> None:
    file = tmp_path / "news.dump"
    with pytest.raises(StoreError) as caught:
        write_backup(POSTGRESQL, file)
    assert str(caught.value) == (
        "the database is PostgreSQL, whose own tool does this:"
        f" pg_dump --format=custom --file={file} --dbname=postgresql://somebody@127.0.0.1/news"
    )
    with pytest.raises(StoreError) as caught:
        await read_backup(POSTGRESQL, file, now=NOON)
    assert str(caught.value) == (
        "the database is PostgreSQL, whose own tool does this:"
        f" pg_restore --clean --if-exists {file} --dbname=postgresql://somebody@127.0.0.1/news"
    )


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", ".lock"])
def test_nothing_is_written_over_the_database_or_what_is_beside_it(empty_sqlite: str, ending: str) -> None:
    database = database_of(empty_sqlite)
    with pytest.raises(StoreError, match="is the database itself"):
        write_backup(empty_sqlite, database.with_name(database.name + ending))


async def test_database_is_no_backup_of_itself(empty_sqlite: str) -> None:
    database = database_of(empty_sqlite)
    with pytest.raises(StoreError, match="is the database itself"):
        await read_backup(empty_sqlite, database, now=NOON)
