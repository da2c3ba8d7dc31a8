"""Signs that nobody sees: the reading is that of plain letters, its spans those of the text as it stands."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.analysis import analyze
from summaries.legible import legible
from summaries.models import Article, Span
from tests.summaries.builders import an_article

PLAIN = (
    "Captain Chloé Bjørnsen and mate Núria Åkerlund were found on Monday.",
    '"The mast went at once," Bjørnsen said. "We held on," said Åkerlund.',
)


def _as(*paragraphs: str) -> Article:
    return an_article(*paragraphs, headline="Crew found off the cape")


WRITTEN = [
    pytest.param(lambda text: unicodedata.normalize("NFD", text), id="accents-of-their-own"),
    pytest.param(lambda text: text.replace("rn", "r\u00adn").replace("er", "e\u00adr"), id="soft-hyphens"),
    pytest.param(
        lambda text: text.replace("rs", "r\u200bs").replace("lu", "l\u200bu"), id="zero-width-space"
    ),
    pytest.param(lambda text: text.replace("rl", "r\u200dl").replace("ns", "n\u200cs"), id="joiners"),
    pytest.param(
        lambda text: text.replace("Bj", "\u2060Bj").replace("Åk", "\u200eÅk"), id="marks-before-names"
    ),
    pytest.param(
        lambda text: text.replace("é B", "é\u00a0B").replace("a Å", "a\u00a0Å"), id="no-break-spaces"
    ),
    pytest.param(lambda text: text.replace("é B", "é\u202fB").replace("a Å", "a\u2009Å"), id="thin-spaces"),
    pytest.param(lambda text: text.replace("Bjørnsen", "\u2066Bjørnsen\u2069"), id="marks-of-direction"),
    pytest.param(lambda text: text.replace("sen", "sen\ufeff"), id="byte-order-mark-inside"),
    pytest.param(
        lambda text: unicodedata.normalize("NFD", text.replace("é B", "é\u00a0B").replace("rl", "r\u00adl")),
        id="all-at-once",
    ),
]


@pytest.mark.parametrize("written", WRITTEN)
def test_names_and_speakers_are_those_of_plain_letters(written: Callable[[str], str]) -> None:
    plain = analyze(_as(*PLAIN))
    odd = analyze(_as(*map(written, PLAIN)))
    assert odd.article.text != plain.article.text
    assert [(actor.name, actor.kind, len(actor.mentions)) for actor in odd.actors] == [
        ("Chloé Bjørnsen", "person", 2),
        ("Núria Åkerlund", "person", 2),
    ]
    assert [odd.actors[quote.actor].name for quote in odd.quotes if quote.actor is not None] == [
        "Chloé Bjørnsen",
        "Núria Åkerlund",
    ]
    assert [written(quote.content[0].of(plain.article.text)) for quote in plain.quotes] == [
        quote.content[0].of(odd.article.text) for quote in odd.quotes
    ]


@pytest.mark.parametrize("mark", ["’", "'"], ids=["printed", "typewritten"])
def test_names_with_a_printed_apostrophe_are_those_with_a_typewritten_one(mark: str) -> None:
    told = (
        "Seán O'Grady, 71, was told last year to take the hives down.",
        "His neighbour, Clíona O'Reilly-Walsh, who had complained, said she would not appeal.",
        "Bruno D'Agostino has tried to make peace. D'Agostino said: “The soup went cold.”",
    )
    analysis = analyze(_as(*(line.replace("'", mark) for line in told)))
    assert sorted(actor.name for actor in analysis.actors if actor.kind == "person") == [
        name.replace("'", mark) for name in ("Bruno D'Agostino", "Clíona O'Reilly-Walsh", "Seán O'Grady")
    ]
    assert [analysis.actors[quote.actor].name for quote in analysis.quotes if quote.actor is not None] == [
        name.replace("'", mark) for name in ("Clíona O'Reilly-Walsh", "Bruno D'Agostino")
    ]


def test_name_with_a_turned_comma_in_it_is_whole() -> None:
    analysis = analyze(_as("Captain Sione Tu‘ipulotu scored twice.", "Tu‘ipulotu said the bench had won it."))
    assert [(actor.name, len(actor.mentions)) for actor in analysis.actors] == [("Sione Tu‘ipulotu", 2)]


def test_mark_that_closes_before_a_capital_stays_one() -> None:
    text = "‘It fell’Bo said, and won’t say more of ‘it’."
    assert legible(Article(id="1", path="a.txt", text=text, body=(Span(0, len(text)),))) is None


def test_what_is_plain_already_is_left_alone() -> None:
    assert legible(_as(*PLAIN)) is None


_SIGNS = st.sampled_from(
    [*"ab é.", "\u0301", "\u0327", "\u00ad", "\u200b", "\u00a0", "ﬁ", "e\u0301", "🙂", "O’Dea"]
)


@given(st.lists(_SIGNS, min_size=1, max_size=30).map("".join))
def test_each_sign_stands_where_it_stood(text: str) -> None:
    plain = legible(Article(id="1", path="a.txt", text=text, body=(Span(0, len(text)),)))
    if plain is None:
        assert not any(sign in text for sign in ("\u00ad", "\u200b", "\u00a0", "e\u0301"))
        return
    assert len(plain.starts) == len(plain.ends) == len(plain.article.text) + 1
    for place, sign in enumerate(plain.article.text):
        stood = text[plain.starts[place] : plain.ends[place]]
        assert sign in (stood, " ", "'") or sign in unicodedata.normalize("NFC", stood)
    assert list(plain.starts) == sorted(plain.starts)
    assert plain.article.body == (Span(0, len(plain.article.text)),)
