"""Quotation marks: a paragraph → its passages, whatever the marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.models import Span
from summaries.quotes.marks import passages


def pieces(text: str, *, continues: bool = False) -> list[str]:
    """The passages of a text that is one paragraph, as strings."""
    return [p.span.of(text) for p in passages(text, Span(0, len(text)), continues=continues)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She said “no” twice.", ["“no”"], id="curly"),
        pytest.param(
            'She said "no" and "never".', ['"no"', '"never"'], id="straight marks pair by neighbours"
        ),
        pytest.param("He said ‘no’ to it.", ["‘no’"], id="single"),
        pytest.param("It's the mayors' choice, don't ask.", [], id="apostrophes are no marks"),
        pytest.param("Rock ’n’ roll of the ’90s.", [], id="apostrophes at the start of words"),
        pytest.param("“He told me ‘never’ again,” she said.", ["“He told me ‘never’ again,”"], id="nested"),
        pytest.param("``So be it,'' he said.", ["``So be it,''"], id="typewriter pairs"),
        pytest.param("«Non», he said.", ["«Non»"], id="guillemets"),
        pytest.param("“So,“ he said, “it goes.”", ["“So,“", "“it goes.”"], id="closed by an opening mark"),
        pytest.param("“ So it goes,” he said.", ["“ So it goes,”"], id="blank behind the mark"),
        pytest.param('The pole is 6\' 2" tall and 12" wide.', [], id="feet and inches"),
        pytest.param("So it goes,” he said.", [], id="stray closing mark"),
        pytest.param(
            "“It goes on. So it does.", ["“It goes on. So it does."], id="unclosed, to the paragraph's end"
        ),
        pytest.param("He has a “plan. It is bad.", ["“plan."], id="unclosed inside a sentence, to its end"),
        pytest.param("“One. “Two,” he said.", ["“One.", "“Two,”"], id="opened twice"),
        pytest.param("A lone “", [], id="nothing behind the mark"),
        pytest.param("“”", [], id="nothing between"),
        pytest.param("“…”", [], id="no word between"),
    ],
)
def test_marks_pair_within_their_paragraph(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_passage_left_open_runs_on_where_next_paragraph_opens() -> None:
    assert pieces("He said: “It is so. And it stays.", continues=True) == ["“It is so. And it stays."]


def test_passage_left_open_says_so() -> None:
    text = "“It goes on. So it does."
    assert [p.closed for p in passages(text, Span(0, len(text)))] == [False]


@given(st.text(alphabet="ab .,“”\"'‘’«»`\n\xa06", max_size=80), st.booleans())
def test_passages_lie_apart_and_inside(text: str, continues: bool) -> None:
    paragraph = Span(min(2, len(text)), len(text))
    found = [p.span for p in passages(text, paragraph, continues=continues)]
    assert all(paragraph.start <= s.start < s.end <= paragraph.end for s in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
