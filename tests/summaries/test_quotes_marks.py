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
        pytest.param("“We ran.' Nobody saw.", ["“We ran.'"], id="closed by a single mark"),
        pytest.param("“We ran’, she said.", ["“We ran’,"], id="closed by a single mark before its comma"),
        pytest.param('“It is over," she said.', ['“It is over,"'], id="closed by a straight mark"),
        pytest.param("‘It is over,' she said.", ["‘It is over,'"], id="a single closed by a straight one"),
        pytest.param("A lone “", [], id="nothing behind the mark"),
        pytest.param("“”", [], id="nothing between"),
        pytest.param("“…”", [], id="no word between"),
    ],
)
def test_marks_pair_within_their_paragraph(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "‘We told them: “Go or stay,”’ Ana Ruiz said.",
            ["‘We told them: “Go or stay,”’"],
            id="double in single",
        ),
        pytest.param("Hall said: ‘It is “the zoo”.’", ["‘It is “the zoo”.’"], id="small letter at the start"),
        pytest.param(
            "‘A “joke”,’ she said, ‘and a bad one.’",
            ["‘A “joke”,’", "‘and a bad one.’"],
            id="split by its cue",
        ),
        pytest.param(
            "'They said \"no\" twice,' he said.", ["'They said \"no\" twice,'"], id="straight in straight"
        ),
        pytest.param(
            "“He said “no” and “never” to me,” she said.",
            ["“He said “no” and “never” to me,”"],
            id="double in double",
        ),
        pytest.param(
            'She said "he called it "new" again" and left.',
            ['"he called it "new" again"'],
            id="straight double twice",
        ),
        pytest.param("«Elle a dit “non”», he said.", ["«Elle a dit “non”»"], id="two kinds of double"),
        pytest.param(
            "“Our ‘town’ is “safe”,” he said. “It is.”",
            ["“Our ‘town’ is “safe”,”", "“It is.”"],
            id="three levels and another",
        ),
        pytest.param(
            "The O'Neills' dog bit. “No,” Hall said, 'it didn't.'",
            ["“No,”", "'it didn't.'"],
            id="a double between two singles is none of theirs",
        ),
    ],
)
def test_outermost_marks_make_the_passage(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("‘The boys’ room is shut since ’19,’ he said.", 1, id="a plural, a year"),
        pytest.param("‘The boys’ turn is over,’ he said. ‘The girls’ turn is next.’", 2, id="two plurals"),
        pytest.param("O’Shea met D’Arcy in the ’90s at the Ruizes’ mill.", 0, id="names, a decade, a plural"),
        pytest.param("'Tis late, 'twas said; rock 'n' roll is dead.", 0, id="words cut short"),
        pytest.param("‘Rock ‘n’ roll is dead,’ said O’Shea.", 1, id="a word cut short in a quotation"),
        pytest.param("O’Shea called it ‘the farmers’ year’ in ’84.", 1, id="a plural at the end"),
        pytest.param("‘It isn’t O’Shea’s,’ said Hall’s son.", 1, id="names inside"),
        pytest.param("'I don't know,' he said. 'Ask the boys' coach.'", 2, id="straight"),
        pytest.param(
            "The dogs' home, the cats' home and the '60s hall stay.", 0, id="straight, nobody speaks"
        ),
    ],
)
def test_apostrophes_neither_open_nor_close(text: str, expected: int) -> None:
    found = pieces(text)
    assert len(found) == expected
    assert all(piece[-1] in "'’" and piece[-2] in ",.?!r" for piece in found)


def test_single_mark_left_open_runs_to_the_end_of_its_paragraph() -> None:
    assert pieces("‘It goes on. So it doesn’t stop.") == ["‘It goes on. So it doesn’t stop."]
    assert pieces("'It goes on. So it does.", continues=True) == ["'It goes on. So it does."]
    assert pieces("'Ere it goes on. So it does.") == []


def test_words_in_marks_do_not_close_a_passage_that_the_next_paragraph_goes_on_with() -> None:
    text = 'He said: "They built "safe" homes for "good" people. And then they left.'
    assert pieces(text, continues=True) == [text[len("He said: ") :]]


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
