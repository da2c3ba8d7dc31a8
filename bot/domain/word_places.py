"""Where words stand in a text, and how much stretches of it share."""

import re
from collections.abc import Iterable, Sequence

from summaries.models import Span

Pieces = tuple[Span, ...]

ALONE = 4  # words at least stand for themselves; fewer ("“Yes,”") stand with the sentences around them


def places_of(text: str, words: str) -> tuple[Span, ...]:
    """Wherever the words stand, whatever white space is between them."""
    if not words:
        return ()
    sought = r"\s+".join(map(re.escape, words.split()))
    return tuple(Span(*found.span()) for found in re.finditer(sought, text))


def pieces_at(text: str, words: str, *, around: str) -> tuple[Pieces, ...]:
    """Wherever words stand, a line a piece, one piece behind the other.

    Where that is at several places, or the words are few, only in the sentences `around` them.
    """
    first, *others = words.split("\n")
    found = [whole for span in places_of(text, first) if (whole := _follow(text, span, others))]
    if len(found) > 1 or len(words.split()) < ALONE:
        sentences = places_of(text, around)
        found = [
            pieces
            for pieces in found
            if any(span.holds(Span(pieces[0].start, pieces[-1].end)) for span in sentences)
        ]
    return tuple(found)


def _follow(text: str, first: Span, others: Sequence[str]) -> Pieces:
    pieces = [first]
    for words in others:
        after = (span for span in places_of(text, words) if span.start >= pieces[-1].end)
        if (next_one := next(after, None)) is None:
            return ()
        pieces.append(next_one)
    return tuple(pieces)


def among(span: Span, others: Iterable[Span]) -> bool:
    """Whether it shares most of itself, or most of one of the others, with that."""
    return any(2 * _in_both(span, other) > min(length((span,)), length((other,))) for other in others)


def nearly_holds(spans: Iterable[Span], other: Span) -> bool:
    """Whether one of the spans has all of the other, bar a mark at its end."""
    return any(10 * _in_both(span, other) >= 9 * length((other,)) for span in spans)


def shared(some: Pieces, others: Pieces) -> int:
    """How many characters stand in both."""
    return sum(_in_both(one, other) for one in some for other in others)


def length(pieces: Pieces) -> int:
    """Characters of all the pieces."""
    return sum(piece.end - piece.start for piece in pieces)


def _in_both(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
