"""The few words behind a sentence that stand with it."""

from dataclasses import replace

import pytest

from bot.domain import excerpts
from bot.domain.articles import Story
from summaries.models import Analysis, Article, Span
from tests.bot.test_render_briefing import stored, story

TOLD = "A team of the council of Kent spent the week in an attempt to calm the herons."


def read(*sentences: str, between: str = " ") -> Analysis:
    """The sentences, of which the first alone sums up the article."""
    text = between.join(sentences)
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in sentences)
    return Analysis(article=Article(id="1", path="a.txt", text=text), sentences=spans, summary=spans[:1])


def told(analysis: Analysis) -> list[str]:
    return [span.of(analysis.article.text) for span in excerpts.news_of(a_story(analysis), 3)]


def a_story(analysis: Analysis) -> Story:
    return story(stored(analysis))


@pytest.mark.parametrize(
    ("behind", "ends"),
    [
        pytest.param("It failed.", True, id="it"),
        pytest.param("A lot.", True, id="how much"),
        pytest.param("Not once.", True, id="how often"),
        pytest.param("But nobody came.", True, id="it turns the sentence about"),
        pytest.param("It’s worth $150,000.", True, id="how dear"),
        pytest.param("Ray left.", False, id="it leans on nothing"),
        pytest.param("It failed on that day.", False, id="more than a few"),
        pytest.param("It was a shame!", False, id="an exclamation"),
        pytest.param("It was a shame ...", False, id="no end"),
        pytest.param("But did it work?", False, id="a question"),
        pytest.param("“It failed.”", False, id="words of somebody"),
        pytest.param("But I was there.", False, id="the writer"),
        pytest.param("Monday, June 3.", False, id="a day"),
    ],
)
def test_the_few_words_that_end_what_is_told_stand_with_it(behind: str, *, ends: bool) -> None:
    analysis = read(TOLD, behind, "Farmers will count the herons in June.")
    assert told(analysis) == [f"{TOLD} {behind}" if ends else TOLD]


def test_they_stand_by_themselves_in_a_paragraph_of_their_own_or_where_an_editor_took_them() -> None:
    assert told(read(TOLD, "It failed.", between="\n\n")) == [TOLD]
    analysis = read(TOLD, "It failed.")
    assert told(replace(analysis, summary=analysis.sentences)) == [TOLD, "It failed."]
    assert told(read(TOLD)) == [TOLD]


def test_a_quotation_that_goes_on_is_not_ended() -> None:
    assert told(read("Ray said: “They went to calm the herons.", "It failed.")) == [
        "Ray said: “They went to calm the herons."
    ]
