"""Every row that `python -m bench small` prints can be computed: each benchmark, on as little as it takes."""

import math
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

from bench import (
    answers,
    copies,
    feeds,
    fetching,
    folder,
    importing,
    library,
    memory,
    pushes,
    reading,
    sources,
    startup,
)
from bench.__main__ import BENCHES, line, main
from bench.rows import Row
from bench.texts import some_news, some_texts

QUICK: Final = ("reading", "feeds", "fetching")  # the others start bots: half a minute each
ARTICLES: Final = 400  # of the large store; of each tenth one is filed, and a hundred names are asked for
FEED: Final = """<!--
Description: a title
Expect: entries[0]['title'] == 'Rain in Riverton'
-->
<rss version="2.0"><channel><item><title>Rain in Riverton</title></item></channel></rss>
"""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every benchmark on as little as it takes, on SQLite alone."""
    _less_to_read(monkeypatch)
    _less_to_answer(monkeypatch)
    _less_to_send(monkeypatch)
    (tmp_path / "feedparser").mkdir()
    (tmp_path / "feedparser" / "title.xml").write_text(FEED, encoding="utf-8")
    monkeypatch.setattr(feeds, "FOLDER", tmp_path)
    monkeypatch.setitem(fetching.FEEDS, "small", 10)


def _less_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reading.ARTICLES, "small", 2)
    monkeypatch.setitem(reading.LONG, "small", 20)
    monkeypatch.setattr(reading, "ROUNDS", 1)
    monkeypatch.setattr(reading, "some_texts", some_news)
    for name in ("many_sentences", "many_actors", "many_marks"):
        monkeypatch.setattr(reading, name, partial(_a_share, getattr(reading, name)))
    monkeypatch.setitem(importing.ARTICLES, "small", 2)
    monkeypatch.setattr(importing, "ROUNDS", 1)


def _a_share(make: Callable[[int], str], amount: int) -> str:
    return make(max(4, amount // 50))


def _less_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    large = partial(copies.prepare_large, ARTICLES)
    for module in (answers, startup, memory, sources):
        monkeypatch.setattr(module, "prepare_large", lambda _count: large())
    for module in (answers, startup, importing, folder, pushes):
        monkeypatch.setattr(module, "databases", lambda: ("SQLite",))
    monkeypatch.setattr(library, "READ_FOR_REAL", 8)
    monkeypatch.setitem(answers.NEW, "small", 1)
    monkeypatch.setitem(answers.ASKED, "small", 2)
    monkeypatch.setattr(answers, "WARM", 1)
    monkeypatch.setattr(startup, "STARTS", 1)
    monkeypatch.setattr(startup, "IDLE_SECONDS", 0.1)
    monkeypatch.setitem(memory.COMMANDS_ASKED, "small", 20)
    monkeypatch.setitem(memory.WARM, "small", 10)


def _less_to_send(monkeypatch: pytest.MonkeyPatch) -> None:
    for count in (pushes.PACED, pushes.FAST, pushes.KILLED):
        monkeypatch.setitem(count, "small", 12)
    monkeypatch.setitem(folder.FILES, "small", 4)
    monkeypatch.setitem(folder.SETTLED, "small", 1.0)
    monkeypatch.setattr(sources, "SOURCES", 20)
    monkeypatch.setattr(sources, "DUE", 5)
    monkeypatch.setitem(sources.MEASURED, "small", 1.0)
    monkeypatch.setitem(sources.PUBLISHED, "small", 1)
    monkeypatch.setitem(sources.ASKED, "small", 20)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the large store is made, once for all."""
    folder = tmp_path_factory.mktemp("bench")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(library, "KEPT", folder)
        monkeypatch.setattr(copies, "KEPT", folder)
        yield folder


@pytest.mark.usefixtures("small", "kept")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # a fork of a process with threads
@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if name in QUICK else pytest.mark.attack) for name in BENCHES],
)
def test_every_row_is_computed(name: str) -> None:
    rows = list(import_module(f"bench.{name}").run("small"))
    assert rows
    assert [row.name for row in rows if not math.isfinite(row.value)] == []
    assert all(line(row).startswith(row.name) for row in rows)


def test_a_row_tells_whether_its_goal_is_reached(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reached = Row(name="waits", value=2.0, unit="s", goal=3.0)
    missed = Row(name="kept", value=2.0, unit="MB", goal=1.0)
    monkeypatch.setattr(feeds, "run", lambda _size: iter((reached, missed)))
    assert main(["small", "feeds"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert ("ok" in first, "MISSED" in second) == (True, True)


def test_texts_to_measure_with_are_made_where_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVAL", raising=False)
    assert len(set(some_texts(5))) == 5
