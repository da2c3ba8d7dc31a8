"""Whose words a reader is shown: of two in one sentence each their own; what a page sets apart, as quoted."""

import pytest

from bot.domain import excerpts, passages
from bot.render.story_quotes import story_quotes
from summaries import analysis, articles
from summaries.models import Analysis
from tests.bot.telegram_rules import text_of
from tests.bot.test_render_briefing import stored, story
from tests.summaries.test_articles_webpage import a_web_page, paragraphs

LEDE = "Ana Ruiz runs the ferry of Dover, and Tom Hall has owned the port since May."
BLOCK = "I have run the ferry for thirty years, and nobody ever asked me to carry coal."
END = "The ferry sails again on Monday, with or without coal."


def read(before: str, block: str) -> Analysis:
    """A page that sets the block apart behind the paragraph."""
    told = f"{paragraphs(LEDE, before)}<blockquote><p>{block}</p></blockquote>{paragraphs(END)}"
    return analysis.analyze(articles.parse(a_web_page(told), path="x.html", form="html"))


def spoken(told: Analysis) -> list[str]:
    return [" ".join(span.of(told.article.text) for span in one.content) for one in excerpts.spoken(told)]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Ana Ruiz wrote on her page:", id="led to by a colon"),
        pytest.param("Ana Ruiz said the ferry would carry no coal.", id="behind a report"),
    ],
)
def test_what_a_page_sets_apart_in_the_first_person_is_quoted(before: str) -> None:
    told = read(before, BLOCK)
    assert spoken(told) == [BLOCK]
    quote = excerpts.spoken(told)[0]
    assert (quote.kind, quote.verbatim, passages.kind_shown(told, quote)) == ("indirect", (), "direct")
    shown = story_quotes(story(stored(told)), page=0)
    assert f"{before}\n{BLOCK}\n— Ana Ruiz" in text_of(shown[0])


def test_what_a_page_sets_apart_in_no_first_person_stands_among_what_is_reported() -> None:
    plain = "The ferry has sailed for thirty years, and it was never asked to carry coal."
    told = read("Ana Ruiz wrote on her page:", plain)
    assert spoken(told) == []
    assert plain in [passages.words_of(told, one) for one in excerpts.reported(told)]


def test_he_who_speaks_in_what_leads_is_whom_the_words_before_tell() -> None:
    before = "Ruiz said it was late. She also stressed that the ferry would carry no coal."
    told = read(before, BLOCK)
    quote = excerpts.spoken(told)[0]
    lead = passages.leads_to(told, quote)
    assert lead is not None
    assert lead.of(told.article.text).endswith("carry no coal.")


def test_of_two_in_one_sentence_each_is_shown_with_their_own_words() -> None:
    both = "Ruiz vowed to carry no coal, but Hall said the ferry had carried it for years."
    told = analysis.analyze(articles.parse(f"Coal\n\n{LEDE}\n\n{both}\n\n{END}\n", path="x.txt", form="text"))
    shown = {
        told.actors[one.actor or 0].name: passages.words_of(told, one) for one in excerpts.reported(told)
    }
    assert shown == {
        "Ana Ruiz": "Ruiz vowed to carry no coal",
        "Tom Hall": "Hall said the ferry had carried it for years.",
    }
    first = excerpts.reported(told)[0]
    assert passages.read_to(told, first) == told.article.text.index(", but Hall")
