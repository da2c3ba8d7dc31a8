"""Whether the database is well: it must take what is written, at the place it was opened at."""

import asyncio
import logging
import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.errors import StoreError
from bot.service.database_watch import DatabaseWatch
from bot.store import Store
from tests.bot.library import NOON, a_stored_article


async def test_database_that_is_well_has_no_fault(store: Store) -> None:
    assert [await store.fault() for _ in range(2)] == [None, None]


async def test_file_that_was_removed_is_a_fault_and_takes_nothing(
    sqlite_store: Store, tmp_path: Path
) -> None:
    (tmp_path / "briefings.db").unlink()
    fault = await sqlite_store.fault()
    assert fault == f"{tmp_path}/briefings.db: its file was removed or replaced; stop the bot, restore it"
    with pytest.raises(StoreError, match="was removed"):
        await a_stored_article(sqlite_store)


async def test_file_that_was_replaced_is_a_fault(sqlite_store: Store, tmp_path: Path) -> None:
    (tmp_path / "other.db").write_bytes((tmp_path / "briefings.db").read_bytes())
    (tmp_path / "other.db").rename(tmp_path / "briefings.db")
    assert "was removed or replaced" in str(await sqlite_store.fault())


async def test_database_that_another_program_keeps_locked_is_a_fault(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.FAULT_SECONDS", 0.2)
    with closing(sqlite3.connect(tmp_path / "briefings.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await sqlite_store.fault() == "no answer within 0 s"
        other.execute("ROLLBACK")


async def test_update_is_new_once_and_after_two_days_again(store: Store) -> None:
    assert [await store.arrivals.is_new(7, "seven", now=NOON) for _ in range(3)] == [True, False, False]
    await store.arrivals.forget_old(now=NOON + timedelta(days=1))
    assert not await store.arrivals.is_new(7, "seven", now=NOON)
    await store.arrivals.forget_old(now=NOON + timedelta(days=3))
    assert await store.arrivals.is_new(7, "seven", now=NOON)


async def test_database_that_takes_nothing_is_said_once_and_that_it_is_well_again(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.service.database_watch.TRY_EVERY_SECONDS", 0)
    found = [None, "disk full", "disk full", None]
    told: list[str | None] = []

    async def write() -> str | None:
        told.append(watch.fault())
        if not found:
            raise asyncio.CancelledError
        return found.pop(0)

    watch = DatabaseWatch(write=write, look=lambda: None)
    with caplog.at_level(logging.INFO, "bot.service.database_watch"), suppress(asyncio.CancelledError):
        await watch.run()
    assert caplog.messages == ["the database takes nothing: disk full", "the database is well again"]
    assert told == ["not tried yet", None, "disk full", "disk full", None]
