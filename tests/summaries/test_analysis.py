"""The whole analysis: what must hold of every article's, and the texts that it is not made of."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries import articles
from summaries.analysis import READER, analyze
from summaries.jsonform import from_json, to_json
from summaries.models import Analysis, Span
from summaries.reader import DEFAULT_PIPELINE, reader_version
from tests.summaries.builders import an_article

SEED = Path("seeds/000_490beb8ad4f510ee.txt")


def spans_of(analysis: Analysis) -> list[Span]:
    quotes = analysis.quotes
    single = [span for quote in quotes for span in (quote.cue, quote.speaker) if span is not None]
    return [
        *analysis.sentences,
        *analysis.summary,
        *single,
        *(span for quote in quotes for span in (*quote.content, *quote.verbatim)),
        *(span for actor in analysis.actors for span in actor.mentions),
        *(span for action in analysis.actions for span in (action.sentence, action.verb)),
    ]


def check(analysis: Analysis, *, sentences: int) -> None:
    """What holds of every analysis."""
    text = analysis.article.text
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(analysis))
    assert len(analysis.summary) <= sentences
    assert list(analysis.summary) == sorted(set(analysis.summary))
    assert set(analysis.summary) <= set(analysis.sentences)
    assert all(span.of(text) == span.of(text).strip() for span in analysis.sentences)
    assert len(analysis.terms) == len(set(analysis.terms)) == len(analysis.strengths) <= 100
    assert from_json(to_json(analysis)) == analysis


@pytest.fixture(scope="module")
def seed() -> Analysis:
    return analyze(articles.load(SEED))


def test_summary_of_the_first_article(seed: Analysis) -> None:
    shown = [span.of(seed.article.text) for span in seed.summary]
    assert [words[:48] for words in shown] == [
        "A cease-fire to evacuate rebel fighters and civi",
        "Opponents of President Bashar Assad accused the ",
        "However, hours after it crumbled, the rebels sai",
    ]


def test_terms_of_the_first_article_tell_its_event(seed: Analysis) -> None:
    assert {"aleppo", "assad"} <= set(seed.terms[:12])
    assert {"rebels", "cease-fire"} <= set(seed.terms)


def test_everything_of_the_first_article_holds(seed: Analysis) -> None:
    check(seed, sentences=3)


@pytest.mark.parametrize("sentences", [1, 5, 20, 200])
def test_summary_has_at_most_the_sentences_asked_for(sentences: int) -> None:
    check(analyze(articles.load(SEED), sentences=sentences), sentences=sentences)


def test_same_article_twice_is_analysed_alike(seed: Analysis) -> None:
    assert analyze(articles.load(SEED)) == seed


def test_article_in_another_language_is_filed_with_its_text_alone() -> None:
    article = an_article("Die alte Brücke ist am Montag in den Fluss gestürzt.", language="de")
    assert analyze(article) == Analysis(article=article, analysed=False)


def test_article_whose_language_cannot_be_told_is_read() -> None:
    article = replace(an_article(), language=None)
    assert analyze(article).analysed


PIECES = st.sampled_from(
    [
        "The old bridge fell into the river on Monday.",
        "“It is gone,” said Mayor Ada Brook.",
        "She said nobody was hurt",
        '"',
        "”",
        "'",
        "“",
        "(",
        "—",
        "\u200b",
        "😀 🌉",
        "However, the rebels left.",
        "Read more: here.",
        "1,000 2.5% $3",
        "Mr.",
        "…",
        "HE SAID NO.",
        "\u202eold\u202c",
    ]
)


@settings(max_examples=25)
@given(
    paragraphs=st.lists(st.lists(PIECES, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=5),
    headline=st.sampled_from([None, "Bridge falls", "“Gone”"]),
)
def test_whatever_the_text_every_span_is_in_it(paragraphs: list[str], headline: str | None) -> None:
    check(analyze(an_article(*paragraphs, headline=headline)), sentences=3)


def test_reader_names_everything_that_a_reading_depends_on() -> None:
    spacy_version, pipeline, rules = READER.split("+")
    assert spacy_version.startswith("spacy-3.")
    assert pipeline.startswith(DEFAULT_PIPELINE + "-3.")
    assert rules.startswith("rules-")


def test_reader_of_a_folder_says_that_nothing_tells_its_version() -> None:
    assert "+./models/own-unpackaged+" in reader_version("./models/own")
