"""What an import leaves in memory is given back: measured in processes of their own, with generous bounds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.memory import give_back
from bot.service import housekeeping
from bot.service.housekeeping import after_import
from bot.store import Store

LINUX = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured in /proc")
KEPT_MB = 5.0  # less than one of them was; a cache of 256 articles that were only looked at is more


def measured(*arguments: str) -> dict[str, float]:
    """What `tests.bot.importing_process` says of its memory, in megabytes."""
    command = [sys.executable, "-m", "tests.bot.importing_process", *arguments]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout
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
