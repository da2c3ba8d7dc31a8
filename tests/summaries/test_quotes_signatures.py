"""Signature lines: “…” — Name, role. The line below, or the end of the same one, says whose they are."""

import pytest

from tests.summaries.quoting import rows
from tests.summaries.speaking import Said, said

WORDS = "“It hurts to see the oven cold.”"
STORY = "Ana Ruiz has baked bread in Dover for thirty years, and Jim Hall has sold it."


@pytest.mark.parametrize("dash", ["—", "–", "-", "―", "--", "— "])
@pytest.mark.parametrize(
    "lines", [pytest.param("{words} {line}", id="on the line"), pytest.param("{words}\n\n{line}", id="below")]
)
def test_name_behind_a_dash_signs_the_words(dash: str, lines: str) -> None:
    page = lines.format(words=WORDS, line=f"{dash}Ana Ruiz, a baker in Dover")
    assert said(STORY, *page.split("\n\n")) == [Said(WORDS, "Ana Ruiz", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        pytest.param("— Ana Ruiz", "Ana Ruiz", id="a name alone"),
        pytest.param("— Ana Ruiz.", "Ana Ruiz", id="a stop at the end"),
        pytest.param("— Ana Ruiz, who sold the bakery in May", "Ana Ruiz", id="a relative clause"),
        pytest.param("— Ana Ruiz, writing to the council in May.", "Ana Ruiz", id="a participle"),
        pytest.param("— Ana Ruiz (a baker)", "Ana Ruiz", id="a role in brackets"),
        pytest.param("— Mayor Ana Ruiz", "Mayor Ana Ruiz", id="a title"),
        pytest.param("— former mayor Ana Ruiz", "former mayor Ana Ruiz", id="a title in small letters"),
        pytest.param("Ana Ruiz, a baker in Dover", "Ana Ruiz", id="a role and no dash"),
    ],
)
def test_signature_below_names_the_speaker(line: str, speaker: str) -> None:
    assert said(STORY, WORDS, line) == [Said(WORDS, speaker, "Ana Ruiz")]


def test_each_of_several_signed_quotations_is_its_signers() -> None:
    assert said(STORY, WORDS, "— Ana Ruiz, a baker", "“I miss the smell of it.”", "— Jim Hall, a grocer") == [
        Said(WORDS, "Ana Ruiz", "Ana Ruiz"),
        Said("“I miss the smell of it.”", "Jim Hall", "Jim Hall"),
    ]


def test_name_that_the_closing_mark_follows_signs_the_words() -> None:
    assert said(STORY, '"It hurts to see the oven cold.', 'Ana Ruiz, a baker."') == [
        Said('"It hurts to see the oven cold.', "Ana Ruiz", "Ana Ruiz")
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("— and then the oven went cold.", id="the reporter goes on"),
        pytest.param("— Ana Ruiz, a baker, left the town.", id="a sentence behind a dash"),
        pytest.param("— Read more about bread", id="the page's line"),
        pytest.param("— Continued on page 3", id="a page number"),
        pytest.param("The cold oven", id="a heading"),
        pytest.param("Ana Ruiz, a baker, sold the bakery.", id="a sentence"),
    ],
)
def test_line_that_is_no_signature_names_nobody(line: str) -> None:
    assert said(STORY, WORDS, line) == [Said(WORDS, None, None)]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param("“It is the bread that we ate in the flood.”", "Michael Brandt, Ph.D.", id="a degree"),
        pytest.param(
            "“It is the bread that we ate in the flood,”", "Michael Brandt, head of the mill.", id="an office"
        ),
        pytest.param("“Is it the bread that we ate in the flood?”", "Michael Brandt", id="a name alone"),
    ],
)
def test_person_behind_the_last_words_of_a_paragraph_signs_them(words: str, line: str) -> None:
    story = "Michael Brandt, a doctor, counted the loaves."
    assert said(story, f"{words} {line}") == [Said(words, "Michael Brandt", "Michael Brandt")]


def test_signature_below_takes_no_words_from_who_said_them() -> None:
    assert said(f"{WORDS} Ana Ruiz said.", "— Jim Hall, Dover") == [Said(WORDS, "Ana Ruiz", "Ana Ruiz")]


def test_the_paper_in_brackets_signs_an_excerpt() -> None:
    words = "“The river rose by two metres in a night and took the bridge with it.”"
    found = rows(f"RIVER TAKES BRIDGE {words} [The Herald.]")
    assert [(row[1], row[3]) for row in found] == [([words], "The Herald")]


def test_a_word_in_brackets_signs_no_phrase() -> None:
    found = rows("The guide calls the inn “a fine old house” [Dover] and moves on.")
    assert [row[3] for row in found] == ["The guide"]
