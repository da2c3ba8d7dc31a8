"""Pairs quotation marks: a paragraph → the passages that stand in them.

Marks are read by their neighbours first and by their glyph second, because real pages close with an
opening mark (“so,“) and straighten half of a pair. A mark that finds no partner is read as far as its
own paragraph allows and never further; one pass, whatever the marks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summaries.models import Span

_DOUBLE = re.compile("[\"“”„‟«»]|``|''")
_SINGLE = re.compile("[‘’'`]")
_OPENING = frozenset("“„‟«‘`")
_BEFORE_OPENING = frozenset("([{—–-/…:;,“‘\"'«")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


class Passage(NamedTuple):
    """Words in quotation marks. `span` holds the marks; an unclosed passage holds its opening mark only."""

    span: Span
    closed: bool = True


def passages(text: str, paragraph: Span, *, continues: bool = False) -> tuple[Passage, ...]:
    """The passages of one paragraph in text order, none inside another.

    `continues` says that the next paragraph opens with a mark: then a passage left open runs to the end
    of this one, as a quotation over several paragraphs does. Single marks count where no double mark is
    around them.
    """
    doubles = tuple(_paired(text, paragraph, continues=continues))
    singles = (
        passage
        for gap in _gaps(paragraph, doubles)
        if _SINGLE.search(text, gap.start, gap.end)
        for passage in _singles(text, gap)
    )
    found = (passage for passage in (*doubles, *singles) if _says_a_word(text, passage.span))
    return tuple(sorted(found))


def _says_a_word(text: str, span: Span) -> bool:
    return any(map(str.isalnum, span.of(text)))


def opens(text: str, paragraph: Span) -> bool:
    """Whether the paragraph's first character is a double mark that opens."""
    return _DOUBLE.match(text, paragraph.start, paragraph.end) is not None


def _paired(text: str, paragraph: Span, *, continues: bool) -> Iterator[Passage]:
    start: int | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if start is None:
            if _may_open(text, mark, paragraph):
                start = mark.start()
        elif _closes(text, mark, paragraph):
            yield Passage(Span(start, mark.end()))
            start = None
        elif mark[0] in _OPENING:  # opened again: the first was never closed
            yield _unclosed(text, Span(start, mark.start()), paragraph.start)
            start = mark.start()
    if start is None:
        return
    if continues:
        yield Passage(Span(start, paragraph.end), closed=False)
    else:
        yield _unclosed(text, Span(start, paragraph.end), paragraph.start)


def _may_open(text: str, mark: re.Match[str], within: Span) -> bool:
    after = text[mark.end() : mark.end() + 1] if mark.end() < within.end else " "
    before = text[mark.start() - 1] if mark.start() > within.start else " "
    if after.isspace():
        return mark[0] == "“" and before.isspace()  # “ You know
    if before.isdigit() and mark[0] not in _OPENING:  # 6'2" and 12" are lengths
        return False
    return mark[0] in _OPENING or before.isspace() or before in _BEFORE_OPENING or after.isalnum()


def _closes(text: str, mark: re.Match[str], within: Span) -> bool:
    after = text[mark.end() : mark.end() + 1] if mark.end() < within.end else " "
    before = text[mark.start() - 1]
    if mark[0] in _OPENING:  # only where it cannot be opening: “so,“ said
        return not before.isspace() and not after.isalnum()
    if mark[0] in "”»''":
        return True
    return not before.isspace() or not after.isalnum()


def _unclosed(text: str, rest: Span, within: int) -> Passage:
    """Reads an open mark to the end of its paragraph, or of its sentence where it stands inside one."""
    before = last_before(text, rest.start, within)
    end = rest.end
    if before not in {"", ".", "!", "?", ":", "”", '"'}:
        stop = _SENTENCE_END.search(text, rest.start, rest.end)
        end = stop.end() if stop else rest.end
    while end > rest.start + 1 and text[end - 1].isspace():
        end -= 1
    return Passage(Span(rest.start, end), closed=False)


def last_before(text: str, index: int, floor: int) -> str:
    """The last character from `floor` to before `index` that is no white space; "" if there is none."""
    while index > floor and text[index - 1].isspace():
        index -= 1
    return text[index - 1] if index > floor else ""


def _singles(text: str, gap: Span) -> Iterator[Passage]:
    """Pairs of single marks; an apostrophe has a letter before it and closes only what is open."""
    start: int | None = None
    for mark in _SINGLE.finditer(text, gap.start, gap.end):
        before = text[mark.start() - 1] if mark.start() > gap.start else " "
        after = text[mark.end()] if mark.end() < gap.end else " "
        if start is None:
            fits = before.isspace() or before in _BEFORE_OPENING
            if fits and after.isalnum() and mark[0] != "’":
                start = mark.start()
        elif before.isspace() or after.isalnum() or mark[0] in "‘`" or _is_possessive(text, mark, gap):
            continue
        else:
            yield Passage(Span(start, mark.end()))
            start = None


def _is_possessive(text: str, mark: re.Match[str], gap: Span) -> bool:
    """“the voters’ choice’”: a mark after a plural, with another that closes still to come."""
    if text[mark.start() - 1] not in "sS" or text[mark.end() : mark.end() + 1] != " ":
        return False
    following = _SINGLE.search(text, mark.end(), min(gap.end, mark.end() + 200))
    return following is not None and not text[following.end() : following.end() + 1].isalnum()


def _gaps(paragraph: Span, taken: tuple[Passage, ...]) -> Iterator[Span]:
    start = paragraph.start
    for passage in taken:
        yield Span(start, passage.span.start)
        start = passage.span.end
    yield Span(start, paragraph.end)
