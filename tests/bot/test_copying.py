"""The whole archive from SQLite to PostgreSQL: all of it, under its numbers, and nobody is told again."""

import asyncio
import os
import signal
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Column, Connection, Table, insert, make_url, select

from bot.domain.errors import StoreError
from bot.domain.subscriptions import Destination
from bot.localchat import User
from bot.store import Store
from bot.store.database.tables import actors, claims, lease, metadata, pulse
from bot.store.processes.leadership import leadership_of
from bot.store.upkeep.copying import COPIED, copy_database
from bot.store.upkeep.migrating import newest
from tests.bot.delivering import PostOffice, post_office
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis, said
from tests.bot.test_migrations import OLDER, make
from tests.bot.test_verbs import files_in
from tests.telegram import Served
from tests.whole.process import started

ROWS = 3
LATER = NOON + timedelta(days=1)
OF_KIND = {bool: True, float: 0.5, bytes: b"\x00\xff\\"}


def a_value(table: Table, column: Column, row: int) -> object:
    """Something of the column's kind, another in each row; a row of its own table is the next but one."""
    if column.foreign_keys:
        (key,) = column.foreign_keys
        return row % ROWS + 1 if key.column.table is table else row
    kind = column.type.python_type
    if kind is int:
        return row
    if kind is str:
        return f"{column.name}é\t\\N\n{row}"[: getattr(column.type, "length", None)]
    if column.name == "fetched_at" or "at" in column.name.split("_"):
        return NOON + timedelta(microseconds=row)
    if kind is date:
        return NOON.date() + timedelta(days=row)
    return OF_KIND.get(kind, NOON)


def fill(connection: Connection) -> None:
    """Every table, also one that nobody has thought of yet."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for table in metadata.sorted_tables:
        values = [
            {column.name: a_value(table, column, row) for column in table.columns}
            for row in range(1, ROWS + 1)
        ]
        connection.execute(insert(table), values)


def rows_of(connection: Connection, table: Table) -> list[Mapping[str, object]]:
    return [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]


async def all_rows(url: str) -> dict[str, list[Mapping[str, object]]]:
    store = await Store.open(url)
    try:
        return await store.database.read(
            lambda connection: {table.name: rows_of(connection, table) for table in metadata.sorted_tables}
        )
    finally:
        await store.close()


async def filled(url: str) -> None:
    store = await Store.open(url)
    await store.database.write(fill)
    await store.close()


async def test_every_row_of_every_table_comes_over(empty_sqlite: str, bare_postgresql: str) -> None:
    await filled(empty_sqlite)
    counts = await copy_database(empty_sqlite, bare_postgresql)
    assert counts == {table.name: ROWS for table in COPIED}
    before, after = await all_rows(empty_sqlite), await all_rows(bare_postgresql)
    for table in COPIED:
        assert after[table.name] == before[table.name], table.name
    for table in (claims, lease, pulse):
        assert after[table.name] == [], table.name


async def test_new_rows_are_numbered_behind_all_that_were(empty_sqlite: str, bare_postgresql: str) -> None:
    await filled(empty_sqlite)
    await copy_database(empty_sqlite, bare_postgresql)
    store = await Store.open(bare_postgresql)

    def add(connection: Connection) -> dict[str, int]:
        new = {}
        for table in COPIED:
            numbered = table.autoincrement_column
            if numbered is not None:
                row = {column.name: a_value(table, column, ROWS) for column in table.columns}
                row |= {
                    column.name: f"new {table.name}"
                    for column in table.columns
                    if column.name in ("address", "slot", "key", "name")
                }
                row |= {"telegram_id": 99} if "telegram_id" in row else {}
                del row[numbered.name]
                new[table.name] = connection.execute(insert(table).values(row)).inserted_primary_key[0]
        return new

    new = await store.database.write(add)
    await store.close()
    assert len(new) > 10
    assert set(new.values()) == {ROWS + 1}


async def test_number_of_an_actor_that_is_no_more_is_given_to_nobody(
    empty_sqlite: str, bare_postgresql: str
) -> None:
    store = await Store.open(empty_sqlite)
    await a_stored_article(store, an_analysis(actors=(an_actor("Ada Reed"),), sentences=("Ada Reed sang.",)))
    await store.database.write(lambda c: c.exec_driver_sql("INSERT INTO formerly VALUES (70, 1)"))
    await store.close()
    await copy_database(empty_sqlite, bare_postgresql)
    moved = await Store.open(bare_postgresql)
    row = insert(actors).values(name="Tom Vale", kind="person", weight=1, articles=1)
    id_ = await moved.database.write(lambda c: c.execute(row).inserted_primary_key[0])
    await moved.close()
    assert id_ == 71


async def test_old_number_opens_the_same_and_words_are_found(empty_sqlite: str, bare_postgresql: str) -> None:
    store = await Store.open(empty_sqlite)
    for number in range(3):
        told = an_analysis(
            headline=f"Bridge number {number} opens",
            sentences=(f"Ferries to pier {number} were cancelled.",),
            quotes=(said("Ada Reed", f"We waited {number} hours."),),
            url=f"https://news.example/{number}",
        )
        await a_stored_article(store, told, path=f"{number}.txt", now=NOON + timedelta(minutes=number))
    before = [await store.articles.get(id_) for id_ in (1, 2, 3)]
    found = [one.article.id for one in (await store.stories.search("cancelled ferry", 5, now=LATER)).articles]
    await store.close()
    await copy_database(empty_sqlite, bare_postgresql)
    moved = await Store.open(bare_postgresql)
    try:
        assert [await moved.articles.get(id_) for id_ in (1, 2, 3)] == before
        again = (await moved.stories.search("cancelled ferry", 5, now=LATER)).articles
        assert [one.article.id for one in again] == found != []
    finally:
        await moved.close()


async def told_one(office: PostOffice) -> User:
    reader = office.telegram.add_user("Reader")
    await office.subscriber(reader)
    await office.article("Talks open")
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]
    return reader


async def test_nobody_is_told_again(empty_sqlite: str, bare_postgresql: str, served_telegram: Served) -> None:
    store = await Store.open(empty_sqlite)
    async with post_office(store, served_telegram) as office:
        reader, clock = await told_one(office), office.clock
    await store.close()
    await copy_database(empty_sqlite, bare_postgresql)
    moved = await Store.open(bare_postgresql)
    try:
        async with post_office(moved, served_telegram, clock=clock) as office:
            await office.restart()
            await office.deliver()
            assert office.headlines(reader) == ["Talks open"]
            clock.now += timedelta(days=1)
            await office.article("Bridge closed")
            await office.deliver()
            assert office.headlines(reader) == ["Talks open", "Bridge closed"]
    finally:
        await moved.close()


async def test_nothing_is_copied_to_where_anything_is(empty_sqlite: str, empty_postgresql: str) -> None:
    await filled(empty_sqlite)
    store = await Store.open(empty_postgresql)
    await store.chats.get_or_create(Destination.of_person(7), now=NOON)
    await store.close()
    before = await all_rows(empty_postgresql)
    with pytest.raises(StoreError, match=r": is not empty, it has rows in the table 'chats'; nothing was"):
        await copy_database(empty_sqlite, empty_postgresql)
    assert await all_rows(empty_postgresql) == before


async def test_database_of_another_program_gets_no_tables(empty_sqlite: str, bare_postgresql: str) -> None:
    with psycopg.connect(bare_postgresql.replace("+psycopg", "")) as server:
        server.execute("CREATE TABLE ledger (sum int)")
    with pytest.raises(StoreError, match=r": is not empty, it has the table 'ledger'; nothing was copied$"):
        await copy_database(empty_sqlite, bare_postgresql)
    with psycopg.connect(bare_postgresql.replace("+psycopg", "")) as server:
        assert server.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall() == [
            ("ledger",)
        ]


async def test_tables_without_rows_are_filled(empty_sqlite: str, empty_postgresql: str) -> None:
    await filled(empty_sqlite)
    assert (await copy_database(empty_sqlite, empty_postgresql))["outbox"] == ROWS


@pytest.mark.parametrize("at_work_on", ["empty_sqlite", "empty_postgresql"])
async def test_nothing_is_copied_while_a_bot_is_at_work(
    request: pytest.FixtureRequest, empty_sqlite: str, empty_postgresql: str, at_work_on: str
) -> None:
    leadership = leadership_of(request.getfixturevalue(at_work_on))
    assert await leadership.try_to_take()
    try:
        with pytest.raises(StoreError, match=r": a bot is at work on it; stop it first$"):
            await copy_database(empty_sqlite, empty_postgresql)
    finally:
        await leadership.give_back()


async def test_text_that_postgresql_cannot_keep_leaves_nothing(
    empty_sqlite: str, bare_postgresql: str
) -> None:
    await filled(empty_sqlite)
    store = await Store.open(empty_sqlite)
    await store.database.write(lambda c: c.exec_driver_sql("UPDATE outbox SET fault = 'a' || char(0)"))
    await store.close()
    with pytest.raises(StoreError, match=r": table 'outbox': .*NUL"):
        await copy_database(empty_sqlite, bare_postgresql)
    assert not any((await all_rows(bare_postgresql)).values())


async def test_older_file_is_brought_on(tmp_path: Path, bare_postgresql: str) -> None:
    older = f"sqlite+aiosqlite:///{tmp_path}/older.db"
    make(older, OLDER[0])
    counts = await copy_database(older, bare_postgresql)
    assert counts["articles"]
    assert counts["outbox"]
    with psycopg.connect(bare_postgresql.replace("+psycopg", "")) as server:
        assert server.execute("SELECT version_num FROM alembic_version").fetchone() == (newest(),)
    before, after = await all_rows(older), await all_rows(bare_postgresql)
    assert {table.name: after[table.name] for table in COPIED} == {
        table.name: before[table.name] for table in COPIED
    }


async def test_missing_file_is_told_and_not_made(tmp_path: Path, bare_postgresql: str) -> None:
    with pytest.raises(StoreError, match=r"/none\.db: there is no database yet$"):
        await copy_database(f"sqlite+aiosqlite:///{tmp_path}/none.db", bare_postgresql)
    assert files_in(tmp_path) == []


WAITS = """
CREATE FUNCTION waits() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN PERFORM pg_advisory_xact_lock(77); RETURN new; END';
CREATE TRIGGER waits BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION waits();
"""
WAITING = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted"


async def test_copy_that_is_killed_in_the_middle_leaves_nothing(
    tmp_path: Path, empty_sqlite: str, bare_postgresql: str
) -> None:
    await (await Store.open(bare_postgresql)).close()
    await filled(empty_sqlite)
    at = bare_postgresql.replace("+psycopg", "")
    async with await psycopg.AsyncConnection.connect(at, autocommit=True) as server:
        await server.execute(WAITS)
        await server.execute("SELECT pg_advisory_lock(77)")
        async with started(tmp_path, "copy", bare_postgresql) as bot:
            async with asyncio.timeout(60):
                while not await (await server.execute(WAITING)).fetchone():
                    await asyncio.sleep(0.05)
            os.kill(bot.process.pid, signal.SIGKILL)
            await bot.process.wait()
        await server.execute("SELECT pg_advisory_unlock(77)")
        assert not any((await all_rows(bare_postgresql)).values())
        await server.execute("DROP TRIGGER waits ON outbox")
    assert (await copy_database(empty_sqlite, bare_postgresql))["outbox"] == ROWS


async def test_verb_tells_what_was_copied_and_no_password(
    tmp_path: Path, empty_sqlite: str, bare_postgresql: str
) -> None:
    await filled(empty_sqlite)
    url = make_url(bare_postgresql).set(password="s3cret-word").render_as_string(hide_password=False)
    lines = []
    for _ in range(2):
        async with started(tmp_path, "copy", url) as bot:
            await bot.process.wait()
        lines += bot.lines
    assert [line for line in lines if " INFO " not in line] == [
        f"copied: 3 articles, 3 sources, 3 chats, 3 messages; {3 * len(COPIED)} rows in all",
        "set DATABASE_URL to it and start the bot; start none on the old one again",
        f"{url.replace('s3cret-word', '***')}: is not empty, it has rows in the table 'actors';"
        " nothing was copied",
    ]
