"""What an import leaves in memory is given back: measured in processes of their own, with generous bounds."""

import asyncio
import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.pool import QueuePool

from bot.config.memory import give_back
from bot.service import housekeeping
from bot.service.housekeeping import after_import
from bot.store import Store
from tests.waiting import PATIENCE

LINUX = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured in /proc")
KEPT_MB = 5.0  # less than one of them was; a cache of 256 articles that were only looked at is more


def measured(*arguments: str) -> dict[str, float]:
    """What `tests.bot.importing_process` says of its memory, in megabytes."""
    command = [sys.executable, "-m", "tests.bot.importing_process", *arguments]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=800).stdout
    found: dict[str, float] = json.loads(said)
    return found


@LINUX
def test_large_import_leaves_no_more_than_a_small_one(tmp_path: Path) -> None:
    """The first articles cost some ten megabytes: statements that are put together, SQLite's own buffers."""
    small, large = (_folder(tmp_path, str(count)) for count in (100, 500))
    few, many = measured(str(small), "100"), measured(str(large), "500")
    assert many["after"] <= few["after"] + KEPT_MB


def _folder(beside: Path, name: str) -> Path:
    folder = beside / name
    folder.mkdir()
    return folder


@LINUX
def test_what_threads_freed_is_given_back() -> None:
    found = measured("threads")
    if not found["glibc"]:
        pytest.skip("only glibc keeps what is freed, and has a word for giving it back")
    assert found["freed"] > found["before"] + 15  # else this shows nothing
    assert found["after"] < found["before"] + 5


def test_giving_back_is_no_fault_where_the_c_library_has_no_word_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.config.memory.ctypes.CDLL", lambda _: object())
    give_back()


async def test_end_of_an_import_gives_memory_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    monkeypatch.setattr(housekeeping, "give_back", lambda: given.append(True))
    await after_import(store, pause=0)
    assert given == [True]
    assert await store.articles.count() == 0  # the database goes on


async def test_database_that_is_away_is_no_reason_to_keep_memory(
    one_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []
    monkeypatch.setattr(housekeeping, "give_back", lambda: given.append(True))
    await one_store.close()
    await after_import(one_store, pause=0)
    assert given == [True]


async def test_memory_is_given_back_while_others_have_all_connections(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were idle a moment ago are not any more: they are waited for in line, not at the pool."""
    database, freed = sqlite_store.database, []
    engines = (database._engines.reader, database._engines.writer)
    for engine in engines:
        assert isinstance(engine.pool, QueuePool)
        monkeypatch.setattr(engine.pool, "_timeout", 0.1)
        event.listen(engine, "before_cursor_execute", lambda *told: freed.append(told[2]))
    begun, over = threading.Barrier(6), threading.Event()

    def work(_: Connection) -> None:
        begun.wait(PATIENCE)
        over.wait(PATIENCE)

    busy = [database.read(work) for _ in range(4)]
    going = [asyncio.create_task(one) for one in (*busy, database.write(work))]
    await asyncio.to_thread(begun.wait, PATIENCE)
    monkeypatch.setattr(QueuePool, "checkedin", lambda _: 1)
    giving = asyncio.create_task(after_import(sqlite_store, pause=0))
    await asyncio.sleep(0.3)  # longer than the pool lets anybody wait
    over.set()
    await asyncio.gather(*going, giving)
    assert freed.count("PRAGMA shrink_memory") == 2


async def test_every_idle_connection_frees_its_pages(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.database.opening._MEET_SECONDS", PATIENCE)
    database, freed = sqlite_store.database, set()
    all_four = threading.Barrier(4)  # at a time: each has a connection of its own
    await asyncio.gather(*[database.read(lambda _: all_four.wait(PATIENCE)) for _ in range(4)])
    await database.write(lambda _: None)
    for engine in (database._engines.reader, database._engines.writer):

        @event.listens_for(engine, "before_cursor_execute")
        def note(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
            if statement == "PRAGMA shrink_memory":
                freed.add(id(connection.connection.dbapi_connection))

    await database.shrink()
    assert len(freed) == 5
