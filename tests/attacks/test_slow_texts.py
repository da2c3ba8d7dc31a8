"""Texts made to be slow: each is read within an article's bounds, and so is the one after it."""

import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest

from bot.newsroom import article_worker
from summaries.errors import UnreadableFileError
from summaries.reader import DEFAULT_PIPELINE
from tests.summaries.builders import a_page

LENGTH = 96_000  # characters; all together took 13 minutes of a busy machine
SEED = Path("seeds/000_490beb8ad4f510ee.txt")
UNITS = {
    "initials": "A. B. C. ",
    "marks": "‘a’ ",
    "brackets": "(",
    "nested brackets": "( a (",
    "addresses": "http://a.b/c?d=e ",
    "one name": "John Smith said. ",
    "cues": "said ",
    "cues of two": "he said she said ",
    "quotations": "“It fell,” he said. ",
    "no space": "abcdefghij",
    "hyphens": "a-",
    "digits": "1234567890",
    "labels": "SMITH: It fell.\n\n",
    "items": "- item one\n",
    "accents apart": unicodedata.normalize("NFD", "José Müller said. "),
    "tiny paragraphs": "a\n\n",
    "pronouns": "He saw her. ",
    "underscores": "_",
    "emoji": "😀",
}


@pytest.mark.attack
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_text_made_to_be_slow_is_read_within_its_bounds(unit: str, tmp_path: Path) -> None:
    file = tmp_path / "slow.txt"
    file.write_text(a_page("The old bridge fell into the river.", unit * (LENGTH // len(unit))))
    assert article_worker.read_file(file, "slow.txt", pipeline=DEFAULT_PIPELINE)


@pytest.mark.attack
@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<p>It fell.</p>" * 60_000, id="tiny paragraphs"),
        pytest.param("<div>" * 60_000 + "It fell.", id="nested"),
        pytest.param("<div><p>It fell.</p>" * 20_000, id="nested paragraphs"),
        pytest.param("<li><a href=/a>It fell.</a></li>" * 30_000, id="links"),
        pytest.param(f"<div {' '.join(f'a{number}=1' for number in range(100_000))}>", id="attributes"),
        pytest.param(f"<div class='{' '.join(f'c{number}' for number in range(50_000))}'>", id="classes"),
        pytest.param(f"<div class='{'a ' * 2_400_000}'>", id="one attribute"),
        pytest.param("<p>" + "<span>" * 100_000 + "It fell.", id="nested spans"),
    ],
)
def test_page_made_to_be_slow_is_read_or_named(page: str, tmp_path: Path) -> None:
    file = tmp_path / "slow.html"
    file.write_text(f"<html><body><article><h1>The bridge</h1>{page}</article></body></html>")
    with suppress(UnreadableFileError):
        article_worker.read_file(file, "slow.html", pipeline=DEFAULT_PIPELINE)
    assert article_worker.read_file(SEED, "seed.txt", pipeline=DEFAULT_PIPELINE)
