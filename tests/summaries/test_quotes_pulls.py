"""Pull quotes and titles: what a page repeats is said once, and what it only names is not said."""

import pytest

from summaries import language
from summaries.models import Span
from summaries.quotes.marks import passages
from summaries.quotes.page import ParagraphView
from summaries.quotes.reading import Reading
from tests.summaries.builders import an_article
from tests.summaries.speaking import Said, said

WHOLE = "“We heard the bridge long before we saw it fall, and nobody ran,”"
TOLD = f"{WHOLE} said Ana Ruiz, a baker."


@pytest.mark.parametrize(
    "pulled",
    [
        pytest.param(["“We heard the bridge long before we saw it fall”"], id="a piece of it"),
        pytest.param(['"We heard the bridge long before we saw it fall, and nobody ran."'], id="other marks"),
        pytest.param(["‘WE HEARD THE BRIDGE LONG BEFORE WE SAW IT FALL’"], id="in capitals"),
    ],
)
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_pull_quote_is_said_once(pulled: list[str], above: bool) -> None:
    filler = "Jim Hall lost his shop on Monday. The river rose at noon."
    page = [*pulled, filler, TOLD] if above else [TOLD, filler, *pulled]
    assert said(*page) == [Said(WHOLE, "Ana Ruiz", "Ana Ruiz")]


def test_signed_pull_quote_stays_with_its_signature() -> None:
    pulled = "“We heard the bridge long before we saw it fall”"
    found = said(TOLD, "Jim Hall lost his shop.", pulled, "— Ana Ruiz, a baker")
    assert found == [Said(WHOLE, "Ana Ruiz", "Ana Ruiz"), Said(pulled, "Ana Ruiz", "Ana Ruiz")]


@pytest.mark.parametrize(
    "alone",
    [
        pytest.param("“We heard the bell, and then the bridge was in the river.”", id="other words"),
        pytest.param("“We heard it.”", id="too few to tell"),
    ],
)
def test_quotation_alone_that_repeats_nothing_stays(alone: str) -> None:
    assert [one.words for one in said("The river rose at noon.", alone, "Jim Hall slept.", TOLD)] == [
        alone,
        WHOLE,
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(
            "“The Long River” tells the story of a miller. “Salt,” a comedy, stars Jim Hall.", id="films"
        ),
        pytest.param("Cooks meet “Bread” in the odd (and oddly good) “Ovens,” a game of flour.", id="games"),
        pytest.param("“Related:”", id="a label"),
        pytest.param("The prize went to “Rain,” a novel by Ana Ruiz.", id="a novel"),
        pytest.param("“Harvest,” the festival of Dover, opens in May.", id="an event"),
        pytest.param("She is in “The Miller,” “The Bell” and “A Cold Oven” in Dover.", id="a list"),
        pytest.param("Ana “Flour” Ruiz sold her oven.", id="a nickname"),
        pytest.param("The baker, known as “the Oven,” sold bread.", id="known as"),
    ],
)
def test_titles_and_names_in_marks_are_nobodys_words(paragraph: str) -> None:
    assert [one for one in said(paragraph, "Jim Hall slept.") if one.speaker or one.actor] == []


def test_names_in_marks_before_a_comma_are_no_quotation_at_all() -> None:
    assert said("Cooks meet “Bread” in the odd (and oddly good) “Ovens,” a game of flour.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Jim Hall left by the back door, where fifty bakers stood chanting “no bread, no peace.”",
            id="where",
        ),
        pytest.param("Jim Hall spoke over bakers chanting “no bread, no peace” all morning.", id="over"),
        pytest.param("Bakers met Jim Hall at noon, chanting “no bread, no peace.”", id="behind the name"),
        pytest.param("Jim Hall was met with chants of “no bread, no peace.”", id="a noun"),
        pytest.param("To shouts of “no bread, no peace” Jim Hall walked off.", id="shouts"),
    ],
)
def test_what_a_crowd_chants_is_not_said_by_whom_it_meets(sentence: str) -> None:
    assert all(one.actor != "Jim Hall" for one in said("Jim Hall is the mayor of Dover.", sentence))


def test_few_statements_of_an_endless_sentence_are_looked_at_for_each_word() -> None:
    article = an_article("he said, “a b c” and she said that " * 80)
    doc = language.read(article, language.load_pipeline())
    paragraph = Span(article.body[0].start, article.body[0].end)
    page = ParagraphView(Reading(doc, article.text), paragraph, passages(article.text, paragraph))
    assert len(page.statements) > 40
    assert max(len(page.statements_beside(word)) for word in page.words) <= 32
