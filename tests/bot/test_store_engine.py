"""The database opens, migrates and serves many at once; what it cannot do it says in one line."""

import asyncio
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.domain.errors import StoreError
from bot.store import Store
from bot.store.database.tables import articles, metadata
from bot.store.upkeep.migrating import newest
from tests.bot.library import NOON, a_stored_article, an_analysis, said
from tests.bot.stores import of_a_reader
from tests.waiting import PATIENCE, until

WAITING_FOR_A_LOCK = """
SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
FTS = ("revisions_words", "quotes_words")
UNCOMPARED = ("search", "ix_revisions_search", "ix_quotes_search", "ix_quotes_newest", "ix_quotes_of_actor")


async def test_migrations_make_the_tables(store: Store) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "include_name": _is_ours, "include_object": _is_ours_in_tables}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))

    assert await store.database.read(differences) == []


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and name is not None and name.startswith((*FTS, "alembic")))


def _is_ours_in_tables(_object: object, name: str | None, *_: object) -> bool:
    return name not in UNCOMPARED


def test_version_known_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "bot/store/migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == newest()


async def test_what_was_stored_is_there_at_the_next_start(database_url: str) -> None:
    first = await Store.open(database_url)
    stored = await a_stored_article(first)
    await first.close()
    again = await Store.open(database_url)
    assert await again.articles.get(stored.id) == stored
    await again.close()


async def test_several_that_start_at_once_make_the_tables_once(database_url: str) -> None:
    opened = await asyncio.gather(*(Store.open(database_url) for _ in range(4)))
    await a_stored_article(opened[0])
    assert [await each.articles.count() for each in opened] == [1, 1, 1, 1]
    for each in opened:
        await each.close()


def test_several_processes_that_start_at_once_make_the_tables_once(database_url: str) -> None:
    program = f"""
import asyncio
from bot.store import Store
async def start():
    store = await Store.open({database_url!r})
    print(await store.articles.count())
    await store.close()
asyncio.run(start())
"""
    started = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    assert [each.communicate(timeout=240) for each in started] == [(b"0\n", b"")] * 3


async def test_newer_database_is_refused(database_url: str) -> None:
    opened = await Store.open(database_url)
    await opened.database.write(
        lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    )
    await opened.close()
    with pytest.raises(StoreError, match=r"of version 9999, newer than this program's \d{4}: upgrade"):
        await Store.open(database_url)


async def test_half_applied_migration_leaves_no_trace(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import alembic.command

    upgrade = alembic.command.upgrade

    def dies(config: Config, revision: str) -> None:
        upgrade(config, revision)
        raise KeyboardInterrupt

    monkeypatch.setattr(alembic.command, "upgrade", dies)
    with pytest.raises(KeyboardInterrupt):
        await Store.open(database_url)
    monkeypatch.undo()
    opened = await Store.open(database_url)
    assert await opened.articles.count() == 0
    await opened.close()


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        pytest.param("mysql://root:secret@host/db", r"^DATABASE_URL: neither", id="another database"),
        pytest.param("not a url", r"^DATABASE_URL: neither", id="no URL"),
        pytest.param("sqlite+aiosqlite://", r"^DATABASE_URL: a database in memory", id="no name"),
        pytest.param("sqlite:///:memory:", r"^DATABASE_URL: a database in memory", id="in memory"),
        pytest.param("sqlite+aiosqlite:////proc/nowhere/x.db", r"^/proc/nowhere/x.db: ", id="no such place"),
        pytest.param(
            "postgresql+psycopg://me:secret@127.0.0.1:1/db",
            r"^postgresql\+psycopg://me:\*\*\*@127.0.0.1:1/db: ",
            id="no server",
        ),
        pytest.param(
            "postgresql+psycopg://me@127.0.0.1:1/db?host=127.0.0.1&password=secret&sslkey=/home/secret",
            r"^postgresql\+psycopg://me@127.0.0.1:1/db\?host=127.0.0.1&password=\*\*\*&sslkey=\*\*\*: ",
            id="secrets in the query",
        ),
        pytest.param(
            "postgresql+psycopg://me@127.0.0.1:1/db?passwrd=secret",
            r'^DATABASE_URL: invalid connection option "passwrd"$',
            id="an option that is none",
        ),
        pytest.param(f"sqlite+aiosqlite:////{'x' * 300}", r"^/x+: unable to open", id="a name too long"),
    ],
)  # fmt: skip
async def test_database_that_cannot_be_opened_is_one_line_without_password(url: str, fault: str) -> None:
    with pytest.raises(StoreError, match=fault) as raised:
        await Store.open(url)
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


async def test_user_who_may_make_no_tables_is_told_in_one_line(postgresql_url: str) -> None:
    with of_a_reader(postgresql_url) as url:
        with pytest.raises(StoreError, match=r": permission denied for schema public$") as raised:
            await Store.open(url)
        assert "secret" not in str(raised.value)


async def test_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("not a database at all, but a text that is long enough to be read as a header" * 20)
    with pytest.raises(StoreError, match=f"^{path}: file is not a database"):
        await Store.open(f"sqlite+aiosqlite:///{path}")


async def test_readers_and_writers_at_once_are_never_locked_out(store: Store) -> None:
    writing = True

    async def read() -> int:
        looks = 0
        while writing:
            await store.stories.newest(5, now=NOON)
            await store.quotes.with_words("siege", 5, now=NOON)
            await store.actors.resolve("asad")
            looks += 1
        return looks

    async def write(start: int) -> None:
        for number in range(start, start + 15):
            quote = said("Bashar Assad", f"The siege, number {number}.")
            await a_stored_article(store, an_analysis(quotes=[quote]), path=f"{number}.txt")

    readers = [asyncio.create_task(read()) for _ in range(12)]
    await asyncio.gather(*(write(100 * number) for number in range(4)))
    writing = False
    assert min(await asyncio.gather(*readers)) > 0
    assert await store.articles.count() == 60
    assert (await store.actors.ranking(1))[0][0].articles == 60


async def test_writer_waits_for_another_program_that_writes(sqlite_store: Store) -> None:
    other = sqlite3.connect(str(sqlite_store.database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    filing = asyncio.create_task(a_stored_article(sqlite_store))
    _, waiting = await asyncio.wait([filing], timeout=0.3)
    assert waiting == {filing}
    assert await sqlite_store.stories.newest(5, now=NOON) == ()
    other.execute("COMMIT")
    other.close()
    await filing
    assert await sqlite_store.articles.count() == 1


async def test_cancelled_writer_leaves_the_line_in_order(sqlite_store: Store) -> None:
    other = sqlite3.connect(str(sqlite_store.database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    filing = asyncio.create_task(a_stored_article(sqlite_store))
    await asyncio.wait([filing], timeout=0.1)
    filing.cancel()
    other.execute("COMMIT")
    other.close()
    with pytest.raises(asyncio.CancelledError):
        await filing
    await a_stored_article(sqlite_store, an_analysis(sentences=["Another."]), path="another")
    assert await sqlite_store.articles.count() == 2


async def test_postgresql_that_was_restarted_is_found_again(empty_postgresql: str) -> None:
    store = await Store.open(empty_postgresql)
    await a_stored_article(store)
    with psycopg.connect(empty_postgresql.replace("+psycopg", ""), autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert await store.articles.count() == 1
    await store.close()


async def test_process_that_stands_still_amid_a_transaction_does_not_keep_its_locks(
    empty_postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = await Store.open(empty_postgresql)
    monkeypatch.setattr("bot.store.database.opening.IDLE_MS", 1_000)
    still = await Store.open(empty_postgresql)
    holds, wakes = threading.Event(), threading.Event()

    def stand_still(connection: Connection) -> None:
        holds.set()
        wakes.wait(PATIENCE)
        connection.execute(text("SELECT 1"))

    standing = asyncio.create_task(still.database.write_in_turn(stand_still))
    assert await asyncio.to_thread(holds.wait, PATIENCE)
    async with asyncio.timeout(PATIENCE / 2):
        await other.database.write_in_turn(lambda connection: connection.execute(text("SELECT 1")))
    wakes.set()
    with pytest.raises(StoreError):
        await standing
    assert await still.fault() is None
    await still.close()
    await other.close()


async def test_server_that_answers_no_more_holds_no_stop(empty_postgresql: str) -> None:
    store = await Store.open(empty_postgresql)
    with psycopg.connect(empty_postgresql.replace("+psycopg", "")) as server:
        server.execute("LOCK TABLE articles")
        asking = asyncio.create_task(store.articles.count())
        with psycopg.connect(empty_postgresql.replace("+psycopg", ""), autocommit=True) as looking:
            await until(lambda: looking.execute(WAITING_FOR_A_LOCK).fetchone())
        async with asyncio.timeout(PATIENCE):
            await store.close()
        with pytest.raises(StoreError):
            await asking


async def test_full_disk_is_one_line_and_undoes_what_was_begun(sqlite_store: Store) -> None:
    def fill(connection: Connection) -> None:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
        connection.execute(text("CREATE TABLE filler AS SELECT zeroblob(1000000) AS x"))

    with pytest.raises(StoreError, match=r"briefings.db: database or disk is full$"):
        await sqlite_store.database.write(fill)
    await a_stored_article(sqlite_store)
    assert await sqlite_store.articles.count() == 1


async def test_growing_database_is_measured(sqlite_store: Store) -> None:
    assert await sqlite_store.database.is_measured()
    await a_stored_article(sqlite_store)
    await sqlite_store.database.measure()
    query = text("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'articles'")
    assert await sqlite_store.database.read(lambda connection: connection.scalar(query))


async def test_live_articles_are_known_to_be_nearly_all(sqlite_store: Store) -> None:
    await a_stored_article(sqlite_store)
    columns = ", ".join(column.name for column in articles.columns if column.name != "id")
    copies = text(
        f"WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)"
        f" INSERT INTO articles ({columns}) SELECT {columns} FROM articles, n"
    )
    await sqlite_store.database.write(lambda connection: connection.execute(copies))
    await sqlite_store.database.measure()
    query = text("SELECT stat FROM sqlite_stat1 WHERE idx LIKE 'ix_articles_state%'")
    rows, of_one_state, *_ = (
        await sqlite_store.database.read(lambda connection: connection.execute(query).scalar_one())
    ).split()
    assert rows == of_one_state == "2001"
