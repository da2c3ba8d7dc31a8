"""What an article made to be slow costs: counted as work, not as time."""

import pytest

from summaries.actors import figures
from summaries.actors.calls import STRONG, calls_of
from summaries.actors.gathering import Gathering
from summaries.actors.looks import Look
from summaries.actors.names import find_names
from summaries.actors.page import mark_text
from summaries.language import load_pipeline, read
from tests.summaries.builders import an_article


@pytest.mark.parametrize("look", [Look.PERSON, Look.HOUSE, Look.UNKNOWN])
def test_name_of_many_words_has_no_short_forms(look: Look) -> None:
    form = ("a.", "b.", "c.") * 4_000
    assert list(calls_of(form, look, places=(), sports=False)) == []


def test_name_of_twelve_words_has_short_forms() -> None:
    form = (*(f"name-{number}" for number in range(11)), "keating")
    assert (("keating",), STRONG) in calls_of(form, Look.PERSON, places=(), sports=False)


def test_a_list_of_namesakes_is_compared_with_fifty_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def same_person(one: str, other: str) -> bool:
        nonlocal compared
        compared += 1
        return one == other

    monkeypatch.setattr(figures, "same_person", same_person)
    given = [f"{first}{second}ra" for first in "BDFGKLMN" for second in ("a", "e", "i", "o", "u", "ya", "wo")]
    people = [f"{name.title()} {middle}ina Keating" for name in given for middle in "BDFGK"]
    article = an_article(*(f"Mrs {name} sang." for name in people), headline=None)
    page = mark_text(read(article, load_pipeline()), article)
    names = [name for name in find_names(page) if len(name.key) > 1]
    Gathering(page, names)
    assert len(names) > 200
    assert 0 < compared <= 50 * len(names)
