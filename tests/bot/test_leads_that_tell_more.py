"""What leads to a quotation where the sentence right before it leaves open which, when or whom it means."""

from dataclasses import replace

import pytest

from summaries.models import Actor
from tests.bot.test_leads_from_above import at, lead_of, read

RATE = "Since May the rate on the bonds of Orm has gone up by half, to nine parts in a hundred."


@pytest.mark.parametrize(
    ("before", "report", "leads"),
    [
        pytest.param(
            RATE, "The mint thinks that the rate will be ten in June.", True, id="told which before"
        ),
        pytest.param(RATE, "The mint thinks that the rate of Kell will fall.", False, id="told which there"),
        pytest.param(RATE, "The mint thinks that the tax will be ten in June.", False, id="of another"),
        pytest.param(
            RATE.replace("rate", "town"), "The mint thinks that the town will pay.", False, id="there is one"
        ),
    ],
)
def test_a_report_of_what_the_sentence_before_tells_which_it_is_has_it_above(
    before: str, report: str, *, leads: bool
) -> None:
    assert lead_of(read(before, report, quotes=((report, False),))) == (before if leads else None)


PART = "One of the chapters of her book is about a man named Miles, who is new to a club."
CLUB = "Guests of the club are kept apart from those who were born to it."
WORDS = "“His host is a guard of the old kind, and Miles has every right to be there.”"


@pytest.mark.parametrize(
    ("begun", "leads"),
    [
        pytest.param("Asked about the chapter, Ray said:", True, id="asked about what was told of"),
        pytest.param("Asked about the weather, Ray said:", False, id="about what nothing told of"),
        pytest.param("Asked why, Ray said of the chapter:", False, id="asked why"),
    ],
)
def test_what_somebody_was_asked_about_is_brought_in_above(begun: str, *, leads: bool) -> None:
    found = lead_of(read(PART, CLUB, f"{begun} {WORDS}", quotes=((WORDS, True),)))
    assert found == (PART if leads else None)


THEN = "But in May 2017 she was told that she was ill, after she fell on the pier."
ILL = "Doctors said that they could do no more for her, and that it had spread."


@pytest.mark.parametrize(
    ("before", "report", "leads"),
    [
        pytest.param(THEN, ILL, True, id="years ago"),
        pytest.param(THEN.replace("2017", "2024"), ILL, False, id="this year"),
        pytest.param(
            "She was told on the pier, before all of them, that she fell ill in May 2017.",
            ILL,
            False,
            id="late",
        ),
        pytest.param(THEN, f"But d{ILL[1:]}", False, id="it turns from then"),
        pytest.param(THEN, f"On Friday d{ILL[1:]}", False, id="it tells when itself"),
        pytest.param("At the time few knew of it.", ILL, False, id="then, which nothing tells"),
    ],
)
def test_a_report_of_years_ago_has_above_it_what_says_so(before: str, report: str, *, leads: bool) -> None:
    first = "Ruiz was well for a year."
    told = read(first, before, report, quotes=((report, False),), headline="Ruiz stays")
    told = replace(told, article=replace(told.article, published="2024-05-02"))
    mentions = (at(told.article.text, "Ruiz"), *((at(told.article.text, "she"),) if "she" in before else ()))
    told = replace(told, actors=(Actor(name="Ruiz", kind="person", mentions=mentions),))
    assert (lead_of(told) or "").endswith(before) is leads


SHOWN = "The photo shows a child that is held by a father in a uniform, who was on his way to sea."
MEANT = "Ruiz meant to honour the flag as well as the crew."
FOUGHT = "“This is what he was fighting for, a child in the colours of the town.”"


@pytest.mark.parametrize(
    ("before", "words", "leads"),
    [
        pytest.param((SHOWN, MEANT), FOUGHT, f"{SHOWN} {MEANT}", id="he, who is told of further above"),
        pytest.param((SHOWN, MEANT), FOUGHT.replace("he was", "she was"), MEANT, id="she is not"),
        pytest.param((SHOWN, "Ruiz thanked him."), FOUGHT, "Ruiz thanked him.", id="right before it"),
        pytest.param((SHOWN, "Ruiz met Holm."), FOUGHT, "Ruiz met Holm.", id="another is named there"),
        pytest.param(("“His way,” Ruiz said.", MEANT), FOUGHT, MEANT, id="where others are quoted"),
        pytest.param((SHOWN, MEANT), FOUGHT.replace("what he", "what Holm says he"), MEANT, id="named there"),
    ],
)
def test_more_leads_to_words_of_a_he_whom_nothing_names(
    before: tuple[str, str], words: str, leads: str
) -> None:
    first, second = before
    told = read(f"{first}\n\n{second}\n\n{words}", quotes=((words, True),))
    text = told.article.text
    people = tuple(
        Actor(name=name, kind="person", mentions=(at(text, name),))
        for name in ("Ruiz", "Holm")
        if name in text
    )
    quote = replace(told.quotes[0], actor=0)
    sentences = tuple(at(text, one) for one in (first, second, words))
    assert lead_of(replace(told, sentences=sentences, actors=people, quotes=(quote,), leaning=(0,))) == (
        leads if "\n\n" in leads else leads.replace(f"{SHOWN} ", f"{SHOWN}\n\n")
    )


LEFT = "A tenth of the boats of Orm have left the pier since the start of the storm."


@pytest.mark.parametrize(
    ("before", "report", "leads"),
    [
        pytest.param(LEFT, "But Ray said that no more boats would go.", True, id="but"),
        pytest.param(LEFT, "Instead, Ray said that no boats would go.", True, id="instead"),
        pytest.param(LEFT, "Ray said that no more boats would go.", False, id="it turns nothing about"),
        pytest.param(LEFT, "Nora said that no more boats would go.", False, id="a name"),
        pytest.param(
            LEFT.replace("since", "in 2017, since"),
            "But Ray said that no more boats would go.",
            False,
            id="from years ago",
        ),
    ],
)
def test_a_report_that_turns_about_what_the_sentence_before_tells_has_it_above(
    before: str, report: str, *, leads: bool
) -> None:
    told = read(before, report, quotes=((report, False),))
    told = replace(told, article=replace(told.article, published="2024-05-02"))
    assert lead_of(told) == (before if leads else None)
