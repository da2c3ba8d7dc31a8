"""Which words characterise an article, and how much each tells."""

import pytest

from summaries.terms import MOST, characteristic_terms
from tests.summaries.builders import an_article


def strengths(*sentences: str) -> dict[str, float]:
    return dict(characteristic_terms(an_article(*sentences, headline=None)))


@pytest.mark.parametrize(
    ("sentences", "stronger", "weaker"),
    [
        pytest.param(["The ferry to Dalby sank."], "dalby", "ferry", id="a name tells more than a word"),
        pytest.param(["The ferry sank.", "A ferry and a raft."], "ferry", "raft", id="what is said again"),
        pytest.param(["Ferries sank in storms off Tarn."], "tarn", "ferries", id="a sentence's capital"),
        pytest.param(["The Ferry sank, a ferry and a ferry; Tarn."], "tarn", "ferry", id="mostly lower case"),
        pytest.param(
            ["The ferry sank.", *(["It was so and so again."] * 30), "A raft came."],
            "ferry",
            "raft",
            id="what stands early",
        ),
    ],
)
def test_strength_of_a_word(sentences: list[str], stronger: str, weaker: str) -> None:
    found = strengths(*sentences)
    assert found[stronger] > found[weaker]


def test_words_of_reporting_and_of_grammar_tell_nothing() -> None:
    assert strengths("The official said that it would not have been so, people say.") == {}


def test_owner_is_the_name() -> None:
    assert "tarn" in strengths("The harbour of Tarn’s mayor.")


def test_strongest_come_first_and_are_bounded() -> None:
    many = [f"Word{chr(97 + n // 26)}{chr(97 + n % 26)} fell." for n in range(300)]
    found = characteristic_terms(an_article(*many))
    told = [strength for _, strength in found]
    assert len(found) == MOST
    assert told == sorted(told, reverse=True)
