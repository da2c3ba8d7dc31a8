"""Pairs quotation marks: a paragraph → the passages that stand in them.

Marks are read by their neighbours first and by their glyph second, because real pages close with an
opening mark (“so,“) and straighten half of a pair. Where double marks balance as brackets do, the outermost
make the passages; else a mark that finds no partner is read as far as its own paragraph allows and never
further. Single marks around double ones are the outer ones where they close as British news does, behind
punctuation. One pass, whatever the marks.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from summaries.models import Span, meeting

_DOUBLE = re.compile("[\"“”„‟«»]|``|''")
_SINGLE = re.compile(
    r"(?P<elided>['‘’](?:n['’]|(?:[Tt]is|[Tt]was|[Tt]il|[Ee]m|[Cc]ause|[Bb]out|[Rr]ound)\b|\d0s\b|(?<=’)\d\d\b))"
    "|[‘’'`]"
)
_OPENING = frozenset("“„‟«‘`")
_CLOSING = frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/…:;,“‘\"'«")
_BEFORE_CLOSING = frozenset(',.?!…”"')
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_MISTAKEN_END = re.compile(r"[,.?!…]['’](?=\s|$)|['’],(?=\s)")
_OPENS_SINGLE = re.compile(r"‘|(?<=\s)'(?=\w)")
_FARTHEST = 300  # characters from an apostrophe behind a plural to the mark that closes instead
_MARKS: Final = _OPENING | _CLOSING


class Passage(NamedTuple):
    """Words in quotation marks. `span` holds the marks; an unclosed passage holds its opening mark only."""

    span: Span
    closed: bool = True


def passages(text: str, paragraph: Span, *, continues: bool = False) -> tuple[Passage, ...]:
    """The passages of one paragraph in text order, none inside another.

    `continues` says that the next paragraph opens with a mark: then a passage left open runs to the end
    of this one, as a quotation over several paragraphs does.
    """
    doubles = _nested(text, paragraph, continues=continues) or tuple(
        _paired(text, paragraph, continues=continues)
    )
    if _SINGLE.search(text, *paragraph) is None:
        found: Sequence[Passage] = doubles
    else:
        found = _with_singles(text, paragraph, doubles, continues=continues)
    return tuple(passage for passage in found if _says_a_word(text, passage.span))


def _says_a_word(text: str, span: Span) -> bool:
    return any(map(str.isalnum, span.of(text)))


def opens(text: str, paragraph: Span) -> bool:
    """Whether the paragraph begins with a mark that opens."""
    if _DOUBLE.match(text, *paragraph) is not None:
        return True
    mark = _SINGLE.match(text, *paragraph)
    return (
        mark is not None
        and not mark["elided"]
        and _opens_single(mark[0], " ", text[mark.end() : mark.end() + 1])
    )


def _nested(text: str, paragraph: Span, *, continues: bool) -> tuple[Passage, ...]:
    """The outermost passages where every mark is plain and they balance; () where they do not.

    A first mark that the next paragraph goes on with may be left over, where words in marks stand behind it.
    """
    found: list[Passage] = []
    opened: list[int] = []
    names_words = False  # a mark opened inside another before a small letter: a "temporary" home
    for mark in _DOUBLE.finditer(text, *paragraph):
        side = _side(text, mark, paragraph)
        if side == "opens":
            names_words = text[mark.end()].islower() if opened else False
            opened.append(mark.start())
        elif side == "closes" and opened:
            start = opened.pop()
            if not opened:
                found.append(Passage(Span(start, mark.end())))
        elif side != "none":
            return ()
    if continues and names_words and len(opened) == 1 and not found:
        return (Passage(Span(opened[0], paragraph.end), closed=False),)
    return () if opened else tuple(found)


def _side(text: str, mark: re.Match[str], within: Span) -> Literal["opens", "closes", "either", "none"]:
    """What the mark's neighbours and its glyph both allow."""
    before = text[mark.start() - 1] if mark.start() > within.start else " "
    after = text[mark.end()] if mark.end() < within.end else " "
    may_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    may_close = not before.isspace() and not after.isalnum()
    if before.isdigit() and mark[0] not in _MARKS and not may_open and not after.isalnum():
        return "none" if after.isspace() or after in ".,;)" else "either"  # 6'2" and 12" are lengths
    if mark[0] in _OPENING:
        return "opens" if may_open else "either"
    if mark[0] in _CLOSING:
        return "closes" if may_close else "either"
    return "either" if may_open == may_close else "opens" if may_open else "closes"


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
    mistaken = _MISTAKEN_END.search(text, *rest)  # “We ran,' she said
    if mistaken is not None and _OPENS_SINGLE.search(text, rest.start + 1, mistaken.start()) is None:
        return Passage(Span(rest.start, mistaken.end()))
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


def _with_singles(
    text: str, paragraph: Span, doubles: Sequence[Passage], *, continues: bool
) -> Sequence[Passage]:
    """The doubles and the singles, those of either kind left out that stand inside the other."""
    taken = [passage.span for passage in doubles]
    outer = [
        Passage(span)
        for span in _pairs_of_singles(text, paragraph, taken)
        if meeting(taken, span) and _is_outer(text, span)
    ]
    spans = [passage.span for passage in outer]
    whole = [*outer, *(passage for passage in doubles if not meeting(spans, passage.span))]
    whole.sort()
    inner = [Passage(span) for gap in _gaps(paragraph, whole) for span in _pairs_of_singles(text, gap, ())]
    if not inner and not whole and _is_left_open(text, paragraph, continues=continues):
        return (Passage(paragraph, closed=False),)
    return sorted([*whole, *inner])


def _pairs_of_singles(text: str, within: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Pairs of single marks outside `taken`; an apostrophe closes only what is open."""
    start: int | None = None
    for mark in _SINGLE.finditer(text, *within):
        if mark["elided"] or meeting(taken, Span(*mark.span())):
            continue
        before = text[mark.start() - 1] if mark.start() > within.start else " "
        after = text[mark.end()] if mark.end() < within.end else " "
        if _opens_single(mark[0], before, after):
            if start is None or (taken and mark[0] == "‘"):
                start = mark.start()
        elif start is None or before.isspace() or after.isalnum() or mark[0] in "‘`":
            continue
        elif not _is_possessive(text, mark, within):
            yield Span(start, mark.end())
            start = None


def _opens_single(mark: str, before: str, after: str) -> bool:
    fits = before.isspace() or before in _BEFORE_OPENING
    return fits and mark != "’" and (after.isalnum() or after in '“"')


def _is_possessive(text: str, mark: re.Match[str], within: Span) -> bool:
    """“the voters’ choice’”: a mark after a plural, with another that closes still to come."""
    if text[mark.start() - 1] not in "sS" or text[mark.end() : mark.end() + 1] != " ":
        return False
    for later in _SINGLE.finditer(text, mark.end(), min(within.end, mark.end() + _FARTHEST)):
        before = text[later.start() - 1]
        after = text[later.end()] if later.end() < within.end else " "
        if later["elided"] or (before.isalnum() and after.isalnum()):
            continue
        if _opens_single(later[0], before, after) and not after.isdigit():
            return False
        if not before.isspace() and not after.isalnum():
            return True
    return False


def _is_outer(text: str, span: Span) -> bool:
    """Whether single marks are a quotation around double ones: ‘I call it “the attic”.’"""
    said = text[span.start + 1 : span.end - 1]
    return said[-1:] in _BEFORE_CLOSING and (text[span.start] == "‘" or not said[:1].islower())


def _is_left_open(text: str, paragraph: Span, *, continues: bool) -> bool:
    """Whether a paragraph in a single mark ends before it closes, as those do that the next goes on with."""
    mark = _SINGLE.match(text, *paragraph)
    if mark is None or mark["elided"] or mark[0] == "’":
        return False
    after = text[mark.end() : mark.end() + 1]
    return (continues or mark[0] == "‘") and (after.isupper() or after in '“"')


def _gaps(paragraph: Span, taken: Sequence[Passage]) -> Iterator[Span]:
    start = paragraph.start
    for passage in taken:
        yield Span(start, passage.span.start)
        start = passage.span.end
    yield Span(start, paragraph.end)
