"""Block quotations: what a page sets apart without marks is whose words lead to it, or nobody's."""

from dataclasses import replace
from typing import Literal

import pytest

from summaries import analysis, articles
from summaries.jsonform import from_json, to_json
from summaries.models import Span
from tests.summaries.builders import an_article
from tests.summaries.speaking import Said, said_in
from tests.summaries.test_articles_webpage import a_web_page, paragraphs

BLOCK = "I have run the ferry for thirty years, and nobody ever asked me to carry coal."
MORE = "They may ask as often as they like."
LEDE = "Ana Ruiz runs the ferry of Dover, and Tom Hall has owned the port since May."


@pytest.mark.parametrize(
    ("before", "speaker", "actor"),
    [
        pytest.param("Ana Ruiz wrote on her page:", "Ana Ruiz", "Ana Ruiz", id="led to by a colon"),
        pytest.param("Ana Ruiz went on to say:", "Ana Ruiz", "Ana Ruiz", id="what she went on to say"),
        pytest.param("Ana Ruiz said the ferry would carry no coal.", "Ana Ruiz", "Ana Ruiz", id="a report"),
        pytest.param(
            "The ferry is full, Ana Ruiz said. It sails twice a day.", "Ana Ruiz", "Ana Ruiz", id="and more"
        ),
        pytest.param(
            "Ana Ruiz said the owner had promised to sell no coal.",
            "Ana Ruiz",
            "Ana Ruiz",
            id="around a promise",
        ),
        pytest.param(
            "“It is full,” Ana Ruiz said of the ferry.", "Ana Ruiz", "Ana Ruiz", id="words in marks"
        ),
    ],
)
def test_a_block_quotation_is_of_who_leads_to_it(before: str, speaker: str, actor: str) -> None:
    plain = an_article(LEDE, before, BLOCK, MORE, "The ferry sails on Monday.")
    found = said_in(replace(plain, block_quotations=plain.body[2:4]))
    assert Said(f"{BLOCK} … {MORE}", speaker, actor) in found


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("The ferry of Dover sails twice a day.", id="nobody spoke"),
        pytest.param("Here is a picture of the ferry:", id="no verb of saying"),
        pytest.param("Ana Ruiz, quoting a book by Tom Hall, wrote:", id="quoting a book"),
        pytest.param("Ana Ruiz shared a post by Tom Hall:", id="another's post"),
        pytest.param("Ana Ruiz said the ferry was full. Tom Hall laughed.", id="another since"),
        pytest.param("Ana Ruiz did not write on her page:", id="not written"),
        pytest.param("Ana Ruiz denied that she had written this letter:", id="denied"),
        pytest.param("An account that looks like Ana Ruiz tweeted:", id="an account like hers"),
        pytest.param("In a forged letter, Ana Ruiz wrote:", id="forged"),
        pytest.param("Ana Ruiz is said to have written to Tom Hall:", id="hearsay"),
        pytest.param("Ana Ruiz said it was full, and then read from an old song.", id="read from a book"),
    ],
)
def test_a_block_quotation_to_which_nobody_leads_is_nobody_s(before: str) -> None:
    plain = an_article(LEDE, before, BLOCK, "The ferry sails on Monday.")
    found = said_in(replace(plain, block_quotations=plain.body[2:3]))
    assert all(BLOCK not in one.words for one in found)


def test_a_block_quotation_is_shown_and_is_found_again_in_the_form_that_is_kept() -> None:
    story = paragraphs(LEDE, "Ana Ruiz wrote on her page:")
    page = a_web_page(f"{story}<blockquote><p>{BLOCK}</p></blockquote>{paragraphs('It sails on Monday.')}")
    article = articles.parse(page, path="x.html", form="html")
    assert [span.of(article.text) for span in article.block_quotations] == [BLOCK]
    read = analysis.analyze(article)
    place = next(n for n, quote in enumerate(read.quotes) if quote.content[0].of(article.text) == BLOCK)
    assert place not in (*read.doubtful, *read.leaning)
    assert from_json(to_json(read)) == read


def test_markdown_sets_block_quotations_apart() -> None:
    text = f"# Ferry\n\n{LEDE}\n\nAna Ruiz wrote on her page:\n\n> {BLOCK}\n\nIt sails on Monday.\n"
    article = articles.parse(text, path="x.md", form="markdown")
    begins = article.text.index(BLOCK)
    assert article.block_quotations == (Span(begins, begins + len(BLOCK)),)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("markdown", id="markdown"),
        pytest.param("html", id="web page"),
    ],
)
def test_what_a_block_quotation_quotes_is_not_its_writer_s(form: Literal["html", "markdown"]) -> None:
    if form == "markdown":
        text = f"# Ferry\n\n{LEDE}\n\nAna Ruiz wrote to Hall:\n\n> {BLOCK}\n>\n> > {MORE}\n\nIt sails.\n"
    else:
        story = paragraphs(LEDE, "Ana Ruiz wrote to Hall:")
        block = f"<blockquote><p>{BLOCK}</p><blockquote><p>{MORE}</p></blockquote></blockquote>"
        text = a_web_page(f"{story}{block}{paragraphs('It sails on Monday.')}")
    found = said_in(articles.parse(text, path="x", form=form))
    assert all(MORE not in one.words for one in found)


def test_words_in_marks_go_on_from_the_context_of_the_paragraph_before() -> None:
    lead = "Ana Ruiz believes that somebody in Dover knew."
    first = "“The water came through the kitchen and took the stairs.”"
    second = "“I want to thank all those who came with boats in the night.”"
    found = said_in(an_article("Jim Hall lives in Dover.", lead, first, second))
    assert [one.actor for one in found if one.words in (first, second)] == ["Ana Ruiz", "Ana Ruiz"]
