"""Splitting: at paragraphs, then sentences, then words, never inside a grapheme, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.words import cut, pieces, typed, units
from bot.render.blocks import Block, bold, paragraph, plain, quotation, to_html
from bot.render.split import Capacity, fit

SMALL = Capacity(units=20, entities=3)
FAMILY = "👨\u200d👩\u200d👧"


def texts(parts: tuple[tuple[Block, ...], ...]) -> list[list[str]]:
    return [["".join(run.text for run in block.runs) for block in part] for part in parts]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([paragraph("one"), paragraph("two")], [["one", "two"]], id="what fits stays together"),
        pytest.param(
            [paragraph("twelve chars"), paragraph("twelve more.")],
            [["twelve chars"], ["twelve more."]],
            id="between paragraphs",
        ),
        pytest.param(
            [paragraph("A first one. ", "A second one.")],
            [["A first one. "], ["A second one."]],
            id="between sentences of a paragraph that is too long",
        ),
        pytest.param(
            [paragraph("words without any full stop at all")],
            [["words without any"], ["full stop at all"]],
            id="between words of a sentence that is too long",
        ),
        pytest.param([paragraph("x" * 40)], [["x" * 18], ["x" * 18], ["x" * 4]], id="inside an endless word"),
        pytest.param(
            [paragraph(FAMILY * 4)], [[FAMILY * 2], [FAMILY * 2]], id="never inside an emoji of several signs"
        ),
        pytest.param(
            [paragraph(bold("a"), " ", bold("b"), " ", bold("c"), " ", bold("d"))],
            [["a b c "], ["d"]],
            id="before an entity too many",
        ),
        pytest.param([paragraph(""), paragraph(" ")], [], id="nothing of nothing"),
    ],
)
def test_splits(blocks: list[Block], expected: list[list[str]]) -> None:
    assert texts(fit(blocks, SMALL)) == expected


@given(st.lists(st.text(max_size=80), max_size=6), st.integers(24, 60))
def test_every_part_fits_and_nothing_is_lost(said: list[str], most: int) -> None:
    room = Capacity(units=most)
    parts = fit([paragraph(plain(text)) for text in said], room)
    assert all(sum(block.units for block in part) <= most for part in parts)
    shown = "".join(text for part in texts(parts) for text in part)
    assert "".join(shown.split()) == "".join("".join(said).split())


@given(st.text(), st.integers(2, 40))
def test_pieces_are_the_text(text: str, most: int) -> None:
    made = list(pieces(text, most))
    assert all(units(piece) <= most for piece in made)
    assert "".join("".join(made).split()) == "".join(text.split())


def test_half_a_million_letters_without_a_space_are_split_in_one_pass() -> None:
    made = list(pieces("x" * 500_000, 4000))
    assert [len(piece) for piece in made] == [4000] * 125


def test_html_is_escaped_once() -> None:
    blocks = [paragraph(bold("<b>A & B</b>")), quotation("“x > y”", plain("\n— "), bold("&lt;"))]
    assert to_html(blocks) == (
        "<b>&lt;b&gt;A &amp; B&lt;/b&gt;</b>\n<blockquote>“x &gt; y”\n— <b>&amp;lt;</b></blockquote>"
    )


def test_a_long_quotation_is_folded() -> None:
    assert [quotation("x" * n).frame for n in (500, 700)] == ["quotation", "folded"]


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        pytest.param("short", 10, "short", id="what fits"),
        pytest.param("The Syrian Observatory", 15, "The Syrian…", id="after a word"),
        pytest.param("Observatory", 6, "Obser…", id="inside a long word"),
        pytest.param(FAMILY * 3, 3, FAMILY * 3, id="graphemes are counted, not signs"),
        pytest.param(FAMILY * 3, 2, FAMILY + "…", id="no half an emoji"),
        pytest.param("e\u0301" * 4, 3, "e\u0301e\u0301…", id="an accent stays on its letter"),
    ],
)
def test_cuts(text: str, most: int, expected: str) -> None:
    assert cut(text, most) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  assad \n\t putin ", "assad putin", id="white space"),
        pytest.param("\u202eassad\u202c", "assad", id="a right-to-left override"),
        pytest.param("as\u200bsad\ufeff", "assad", id="zero-width signs"),
        pytest.param("\u200f", "", id="nothing but a right-to-left mark"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="the joiner that Persian needs"),
        pytest.param(FAMILY, FAMILY, id="the joiner that emoji need"),
        pytest.param("a\x00b\x07", "ab", id="control characters"),
        pytest.param("x" * 4000, "x" * 119 + "…", id="four thousand letters"),
        pytest.param("<b>&", "<b>&", id="HTML is kept and escaped where it is shown"),
    ],
)
def test_what_is_typed_is_made_safe(text: str, expected: str) -> None:
    assert typed(text) == expected
