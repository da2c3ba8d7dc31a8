"""Which sentences tell of somebody who neither speaks nor does anything that is news."""

import pytest

from summaries.analysis import analyze
from tests.summaries.builders import an_article

ANN = ["Ann Lee"]
NOBODY: list[str] = []


def _told(*paragraphs: str, sentences: int = 0) -> list[str]:
    """Of whom an article of these paragraphs tells so, in text order; of all, with none summed up."""
    found = analyze(an_article(*paragraphs, headline=None), sentences=sentences)
    return [found.actors[telling.actor].name for telling in found.tellings]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Ann Lee suffered a burn at Elm Harbour on Monday.", ANN, id="what-befell-her"),
        pytest.param("Ann Lee will appear in court on Monday.", ANN, id="what-is-to-come"),
        pytest.param("Ann Lee has been mending boats at Elm Harbour since May.", NOBODY, id="what-lasts"),
        pytest.param("Ann Lee has been drawing up a plan for Elm Harbour.", ANN, id="what-goes-on"),
        pytest.param("Ann Lee plays Tom Ray today.", ["Ann Lee", "Tom Ray"], id="what-is-today"),
        pytest.param("Ann Lee plays chess.", NOBODY, id="a-habit"),
        pytest.param("Tom Ray sold a boat while Ann Lee lost a barn.", ANN, id="what-took-place-meanwhile"),
        pytest.param("Tom Ray slept after Ann Lee lost a barn.", NOBODY, id="when-another-thing-took-place"),
        pytest.param("Ann Lee declined to comment on Monday.", NOBODY, id="what-is-no-answer"),
        pytest.param("Ann Lee has been viewed as a great sailor.", NOBODY, id="what-is-thought-of-her"),
        pytest.param("Ann Lee would be caught in the middle.", NOBODY, id="what-might-be"),
        pytest.param("Ann Lee appeared to be tired on Monday.", NOBODY, id="what-seems"),
        pytest.param("Ann Lee is a farmer.", NOBODY, id="who-she-is"),
        pytest.param("Ann Lee’s father suffered a burn at Elm Harbour.", NOBODY, id="of-her-father"),
        pytest.param("A boat of Ann Lee sank on Monday.", NOBODY, id="of-her-boat"),
        pytest.param("She suffered a burn at Elm Harbour.", NOBODY, id="nobody-is-named"),
    ],
)
def test_of_whom_a_sentence_tells(sentence: str, expected: list[str]) -> None:
    assert _told("Ann Lee slept. Tom Ray slept.", sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Fire crews said that Ann Lee suffered a burn.", ANN, id="by-somebody-without-a-name"),
        pytest.param("Tom Ray said that Ann Lee suffered a burn.", NOBODY, id="by-name-it-is-said-about-her"),
        pytest.param("“Ann Lee suffered a burn,” fire crews said.", NOBODY, id="in-marks"),
        pytest.param("Tom Ray told Ann Lee that it rained.", NOBODY, id="who-only-hears"),
        pytest.param("Tom Ray said it rained on Monday.", NOBODY, id="who-speaks-is-not-silent"),
    ],
)
def test_what_is_said_is_told_where_nobody_is_named_who_says_it(sentence: str, expected: list[str]) -> None:
    assert _told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "summed_up", "else_"),
    [
        pytest.param("The court jailed Tom Ray for the killing of Ann Lee.", True, False, id="behind-a-noun"),
        pytest.param("Ann Lee’s boat was stolen from the harbour.", True, False, id="what-is-hers"),
        pytest.param("The death of Ann Lee shocked the harbour.", True, False, id="what-is-of-hers"),
        pytest.param("Fire crews say that the dead woman is Ann Lee.", True, False, id="who-somebody-is"),
        pytest.param("Tom Ray slept after Ann Lee lost a barn.", True, False, id="what-came-before"),
        pytest.param("Ann Lee is under arrest on Orm Island.", True, False, id="where-she-is"),
        pytest.param("Tom Ray won the vote on Monday, defeating Ann Lee.", True, True, id="by-the-outcome"),
        pytest.param("A friend of Ann Lee met Tom Ray on Monday.", False, False, id="of-her-friend"),
        pytest.param("Tom Ray met a friend of Ann Lee on Monday.", False, False, id="of-her-friend-too"),
        pytest.param("Tom Ray’s lawyer, an aide to Ann Lee, left on Monday.", False, False, id="whose-aide"),
        pytest.param(
            "Ann Lee may be the greatest liar of Elm Harbour.", False, False, id="what-she-is-thought"
        ),
    ],
)
def test_a_sentence_of_the_summary_tells_of_more(sentence: str, summed_up: bool, else_: bool) -> None:
    """Elsewhere the name is who acts or is acted upon by somebody."""
    assert ("Ann Lee" in _told(sentence, sentences=3)) is summed_up
    assert ("Ann Lee" in _told(sentence)) is else_


def test_nothing_else_is_told_of_whoever_does_what_is_news() -> None:
    assert _told("Ann Lee sold the harbour to Tom Ray.", "Ann Lee will appear in court on Monday.") == []


def test_a_state_is_no_place_of_what_happens() -> None:
    sentence = "The town sold its boats to France on Monday."
    assert "France" not in _told(sentence, "France lost.", "France slept.", sentences=1)
