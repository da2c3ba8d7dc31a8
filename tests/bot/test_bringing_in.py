"""Words that speak of what the sentence before them brings in."""

import time

import pytest

from bot.domain.bringing_in import points_at_told

BROUGHT = "A mast was put up on Orm Pier in May."


@pytest.mark.parametrize(
    ("words", "headline", "points"),
    [
        pytest.param("I saw the mast.", "", True, id="brought in as one"),
        pytest.param("I saw the pier.", "", True, id="by its name"),
        pytest.param("I saw the town.", "", False, id="not brought in"),
        pytest.param("I saw the mast.", "A mast for Orm", False, id="the headline tells it"),
        pytest.param("I saw a mast, and the mast fell.", "", False, id="the words tell it"),
        pytest.param("I saw the mast, and the mast fell.", "", True, id="twice"),
    ],
)
def test_words_point_at_what_the_sentence_before_brings_in(words: str, headline: str, points: bool) -> None:
    assert points_at_told(words, BROUGHT, headline) is points


def test_words_of_any_length_are_read_once() -> None:
    """400,000 characters that speak of what was told, below as many that bring nothing in."""
    words, before = "the mast on the pier " * 20_000, "the pier by the mast " * 20_000
    began = time.perf_counter()
    assert not points_at_told(words, before, "")
    assert time.perf_counter() - began < 5  # half a second; each beside all before it, minutes
