"""Whom pronouns and roles mean, and whom a stretch of the text means."""

import pytest

from summaries.models import Span
from tests.summaries.builders import an_article
from tests.summaries.reading import cast_of, mentions

RESOLVED = [
    pytest.param(
        "Tom Reyes sold the field. He moved to Leeds.",
        "Tom Reyes",
        ["Tom Reyes", "He"],
        id="subject-of-the-sentence-before",
    ),
    pytest.param(
        "Ann Lee met Tom Reyes. She gave him a map.", "Ann Lee", ["Ann Lee", "She"], id="gender-tells-which"
    ),
    pytest.param(
        "Reyes' lawyer, Ann Lee, left. “He lied,” she said.",
        "Ann Lee",
        ["Ann Lee", "she"],
        id="not-inside-a-quotation",
    ),
    pytest.param(
        "Residents fled. They took the ferry.", "residents", ["Residents", "They"], id="they-the-only-group"
    ),
    pytest.param(
        "Foreign Minister Ana Torres flew home. The minister said nothing.",
        "Ana Torres",
        ["Ana Torres", "The minister"],
        id="role-of-one-person",
    ),
    pytest.param(
        "Mark Visser, the Dutch prime minister, met Foreign Minister Ana Torres. The prime minister left.",
        "Mark Visser",
        ["Mark Visser", "The prime minister"],
        id="role-in-full",
    ),
]

LEFT_ALONE = [
    pytest.param("Paul Ray and Tom Reyes met. He left first.", "He", id="two-who-could-be-meant"),
    pytest.param("Residents fled while buses waited. They were empty.", "They", id="things-in-the-plural"),
    pytest.param("Snow lay on the hills. She smiled.", "She", id="nobody-before"),
]


@pytest.mark.parametrize(("sentence", "name", "expected"), RESOLVED)
def test_pronoun_is_a_mention(sentence: str, name: str, expected: list[str]) -> None:
    article = an_article(sentence, headline=None)
    actor = next(actor for actor in cast_of(article).actors if actor.name == name)
    assert mentions(actor, article.text) == expected


@pytest.mark.parametrize(("sentence", "pronoun"), LEFT_ALONE)
def test_doubtful_pronoun_means_nobody(sentence: str, pronoun: str) -> None:
    article = an_article(sentence, headline=None)
    start = article.text.index(f" {pronoun} ") + 1
    assert cast_of(article).at(Span(start, start + len(pronoun))) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("Foreign Minister Ana Torres", "Ana Torres", id="name-with-its-title"),
        pytest.param("Ana Torres", "Ana Torres", id="name"),
        pytest.param("Torres", "Ana Torres", id="one-word-of-it"),
        pytest.param("a spokesman for Ana Torres", None, id="name-deep-inside"),
        pytest.param("the rebels", "rebels", id="group"),
        pytest.param("quietly", None, id="no-mention"),
    ],
)
def test_cast_tells_whom_a_span_means(words: str, name: str | None) -> None:
    article = an_article(
        "Foreign Minister Ana Torres left as the rebels fled.",
        "Later a spokesman for Ana Torres quietly left.",
        headline=None,
    )
    cast = cast_of(article)
    start = article.text.index(words)
    index = cast.at(Span(start, start + len(words)))
    assert (None if index is None else cast.actors[index].name) == name
