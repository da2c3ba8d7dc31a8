"""Which words in marks are a fragment: a title, a nickname, a term. They are told of as reports are."""

import pytest

from summaries import analysis
from tests.summaries.builders import an_article

INTRO = "Nora Keane left in May as head of Arden Motors. The town council of Dover met on Monday."


def fragments(sentence: str) -> list[bool]:
    """Of each quotation in marks that is found behind the introduction, whether it is a fragment."""
    article = an_article(INTRO, sentence)
    read = analysis.analyze(article)
    begins = article.text.index(sentence)
    return [
        place in read.fragments
        for place, quote in enumerate(read.quotes)
        if quote.verbatim and quote.content[0].start >= begins
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Keane said the prize should have gone to the play “Harbour Lights.”", id="a title"),
        pytest.param("Keane said she had read “The Rule of the Sea and the Shore” twice.", id="a longer one"),
        pytest.param("Keane said the driver, known as “Red”, was at home.", id="a nickname"),
        pytest.param("Keane said she was “appalled” that the plant was shut.", id="a word"),
        pytest.param("Keane warned against a “bad deal” with the banks.", id="two words"),
        pytest.param("Keane said the plant was part of a “high-end car network” in Dover.", id="a term"),
        pytest.param("Keane called the council “weak” and “corrupt” on Monday.", id="two of them"),
        pytest.param("“Enough,” Keane said.", id="a word by itself"),
        pytest.param("“Yes, mostly,” Keane said.", id="two words by themselves that state nothing"),
    ],
)
def test_words_in_marks_that_state_nothing_are_a_fragment(sentence: str) -> None:
    assert fragments(sentence) == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("“It stays,” Keane said.", id="two words that state it"),
        pytest.param("“Amazing, just grateful,” Keane said.", id="three words by themselves"),
        pytest.param("Keane said the plant was “hidden in plain sight” for years.", id="a phrase"),
        pytest.param("Keane said the sale was “deeply unfair and short of reason”.", id="a verdict"),
        pytest.param("Keane said the plant “will not reopen” in May.", id="a verb"),
        pytest.param(
            "Keane said it was “sad” to see the plant go “without a word to those who built it”.",
            id="a word beside a phrase",
        ),
        pytest.param("“SELL THE PLANT NOW,” Keane wrote.", id="shouted"),
    ],
)
def test_a_phrase_and_a_statement_are_quoted(sentence: str) -> None:
    assert fragments(sentence) == [False]


def test_a_fragment_of_nobody_is_doubtful() -> None:
    article = an_article(INTRO, "“Enough!”")
    read = analysis.analyze(article)
    assert all(place in read.doubtful for place in read.fragments)


def test_a_fragment_that_is_told_on_hearsay_is_doubtful() -> None:
    read = analysis.analyze(an_article(INTRO, "Keane reportedly said the plant lacked “warmth”."))
    assert read.fragments
    assert set(read.fragments) <= set(read.doubtful)


def test_a_fragment_beside_more_of_its_speakers_words_is_shown_with_them() -> None:
    assert fragments("Calling it an “excuse,” Keane added: “They never meant to pay.”") == [False, False]


def test_a_fragment_that_nobody_says_is_doubtful() -> None:
    read = analysis.analyze(
        an_article(INTRO, "The council was forced to respond to a “milk scare” in Dover.")
    )
    assert set(read.fragments) <= set(read.doubtful)
