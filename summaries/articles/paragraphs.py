"""Finds the paragraphs of a plain text, whether a paragraph is a line or is hard-wrapped over several."""

import re
from collections.abc import Iterator
from itertools import pairwise

from summaries.models import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_WRAP_WIDTHS = range(40, 121)  # mail and terminals wrap at 65 to 100; paragraphs are longer, tables shorter
_FEWEST_BREAKS = 3  # fewer line breaks are no evidence of a habit of wrapping
_SHARE_OF_FULL_LINES = 0.7  # of the breaks between neighbouring lines; a last line before a border is short


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text` in order, without white space around them. None is empty."""
    lines = tuple(_lines(text))
    width = _wrap_width(text, lines)
    return lines if width is None else tuple(_joined(text, lines, width))


def strip(text: str, start: int, end: int) -> Span | None:
    """The stretch without the white space around it, None where nothing else is there."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if left < right else None


def neighbours(text: str, first: Span, second: Span) -> bool:
    """Whether `second` stands on the line after `first`, with no blank line between."""
    return text.count("\n", first.end, second.start) <= 1


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = strip(text, *match.span())
        if line is not None:
            yield line


def _wrap_width(text: str, lines: tuple[Span, ...]) -> int | None:
    """The width at which the text was wrapped, None where a line is a paragraph."""
    width = max((end - start for start, end in lines), default=0)
    if width not in _WRAP_WIDTHS:
        return None
    breaks = [
        _is_full(text, line, following, width)
        for line, following in pairwise(lines)
        if neighbours(text, line, following)
    ]
    if len(breaks) < _FEWEST_BREAKS or sum(breaks) < _SHARE_OF_FULL_LINES * len(breaks):
        return None
    return width


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the line was broken for want of room: the next word would not have fitted."""
    next_word = len(text[following.start : following.end].split(None, 1)[0])
    return line.end - line.start + 1 + next_word > width - width // 20


def _joined(text: str, lines: tuple[Span, ...], width: int) -> Iterator[Span]:
    start = lines[0].start
    for line, following in pairwise(lines):
        if not (neighbours(text, line, following) and _is_full(text, line, following, width)):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)
