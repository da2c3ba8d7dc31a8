"""An article that takes more than its share is left out by one line, and what comes after it is read."""

import resource
from contextlib import suppress
from pathlib import Path

import pytest

from bot.newsroom import article_worker
from summaries import bounds
from summaries.__main__ import main
from summaries.bounds import bounded
from summaries.errors import UnreadableFileError
from summaries.models import Article
from summaries.reader import DEFAULT_PIPELINE
from tests.summaries.builders import a_page

SEED = Path("seeds/000_490beb8ad4f510ee.txt")


def limits() -> list[tuple[int, int]]:
    return [resource.getrlimit(which) for which in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]


def busy_for_ever() -> None:
    while True:
        pass


def deaf_to_every_exception() -> None:
    while True:
        with suppress(Exception):
            busy_for_ever()


def hungry() -> None:
    taken = []
    while True:
        taken.append(bytearray(10_000_000))


@pytest.mark.parametrize(
    ("read", "fact"),
    [
        pytest.param(busy_for_ever, "takes more than 0.05 s to read", id="time"),
        pytest.param(deaf_to_every_exception, "takes more than 0.05 s to read", id="time, all errors caught"),
        pytest.param(hungry, "takes more than 0.1 GB to read", id="memory"),
    ],
)
def test_what_is_beyond_its_bounds_is_named(read: object, fact: str) -> None:
    seconds = 0.05 if "s to" in fact else bounds.SECONDS
    before = limits()
    within = bounded("x.txt", seconds=seconds, memory=100_000_000)
    with pytest.raises(UnreadableFileError, match=f"^x.txt: {fact}$"), within:
        read()
    assert limits() == before


def test_memory_that_is_there_already_does_not_count() -> None:
    held = bytearray(300_000_000)
    with bounded("x.txt", memory=100_000_000):
        assert len(bytearray(20_000_000)) < len(held)


def test_worker_and_command_line_leave_out_what_is_beyond_and_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from summaries import analysis

    slow = tmp_path / "slow.txt"
    slow.write_text(a_page("A bridge of the town fell.", "Nobody was hurt."))
    read = analysis.analyze

    def analyze(article: Article, **more: object) -> object:
        if article.path.endswith("slow.txt"):
            hungry()
        return read(article, **more)

    monkeypatch.setattr(analysis, "analyze", analyze)
    with pytest.raises(UnreadableFileError, match=r"slow.txt: takes more than 1.2 GB to read$"):
        article_worker.read_file(slow, "slow.txt", pipeline=DEFAULT_PIPELINE)
    assert article_worker.read_file(SEED, "seed.txt", pipeline=DEFAULT_PIPELINE)
    assert main(["analyze", "--json", str(slow), str(SEED)]) == 1
    said = capsys.readouterr()
    assert said.err == f"{slow}: takes more than 1.2 GB to read\n"
    assert said.out.count("\n") == 1
