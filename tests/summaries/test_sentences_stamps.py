"""Sentences begin behind the hour of a live page's entry."""

from dataclasses import replace

import pytest

from summaries.models import Genre
from tests.summaries.builders import an_article
from tests.summaries.test_summary import sentences_of

RAIN = "Rain has stopped play at the old ground."


@pytest.mark.parametrize(
    ("stamp", "genre", "shown"),
    [
        pytest.param("6:45 pm IST: ", "live", RAIN, id="hour and zone"),
        pytest.param("6.45 p.m. (GMT) – ", "live", RAIN, id="zone in brackets, dash"),
        pytest.param("12:00 PM PT -- ", "live", RAIN, id="two hyphens"),
        pytest.param("UPDATE, 3:40 PM: ", "news", RAIN, id="an update's"),
        pytest.param("UPDATE: ", "news", RAIN, id="an update without an hour"),
        pytest.param("[18:45] – ", "live", RAIN, id="brackets on a live page"),
        pytest.param("7pm: ", "live", RAIN, id="hour alone on a live page"),
        pytest.param("9 p.m. ET: ", "news", f"9 p.m. ET: {RAIN}", id="a programme's with its zone"),
        pytest.param("18:45 – ", "news", f"18:45 – {RAIN}", id="a programme's"),
        pytest.param("18:45 ", "live", f"18:45 {RAIN}", id="nothing parts them"),
    ],
)
def test_sentence_begins_behind_its_stamp(stamp: str, genre: Genre, shown: str) -> None:
    article = an_article("Play began at noon.", f"{stamp}{RAIN} The crowd left.", headline=None)
    assert sentences_of(replace(article, genre=genre)) == ["Play began at noon.", shown, "The crowd left."]
