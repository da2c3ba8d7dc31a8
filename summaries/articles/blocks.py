"""Says of every paragraph of a page what it is by itself, before its place among the others is judged."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summaries.articles import datelines, lines
from summaries.articles.lines import DateLine
from summaries.articles.paragraphs import find_paragraphs
from summaries.models import Span

Role = Literal["date", "byline", "caption", "outlet", "furniture", "dateline", "opening", "words"]

LONGEST_FRONT = 30  # paragraphs before the story; what looks like a part further down is the story's
_FEWEST_WORDS_REPEATED = 4  # of a caption that stands twice; a name that does is a menu's


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and its role. Of a date or a byline, what was read in it."""

    span: Span
    role: Role
    date: DateLine | None = None
    byline: Span | None = None
    opening: datelines.Opening | None = None
    repeated: bool = False  # it stands again further on in the front of the page


def find_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of `text` in order, one that stands twice in the front only where it first stands."""
    return tuple(_blocks(text, find_paragraphs(text)))


def _blocks(text: str, paragraphs: tuple[Span, ...]) -> Iterator[Block]:
    times = Counter(span.of(text) for span in paragraphs[:LONGEST_FRONT])
    seen: set[str] = set()
    for index, span in enumerate(paragraphs):
        if index >= LONGEST_FRONT:
            yield Block(span, _role_in_story(text, span))
            continue
        words = span.of(text)
        repeated = times[words] > 1 and words.count(" ") >= _FEWEST_WORDS_REPEATED - 1
        if not (repeated and words in seen):
            yield _block(text, span, paragraphs[index + 1 : index + 2], repeated=repeated)
        seen.add(words)


def _role_in_story(text: str, span: Span) -> Role:
    if lines.is_furniture(text, span):
        return "furniture"
    return "caption" if lines.is_caption(text, span) else "words"


def _block(text: str, span: Span, following: tuple[Span, ...], *, repeated: bool) -> Block:
    """The first role that fits; a caption before a date, since captions tell dates too."""
    role = _role_in_story(text, span)
    if role != "words":
        return Block(span, role)
    if (date := lines.read_date_line(text, span)) is not None:
        return Block(span, "date", date=date)
    if (opening := _dateline(text, span, following)) is not None:
        return Block(span, "dateline", opening=opening)
    if (opening := datelines.find_opening(text, span)) is not None:
        return Block(span, "opening", opening=opening)
    if (byline := _byline(text, span, following)) is not None:
        return Block(span, "byline", byline=byline)
    return Block(span, "outlet" if lines.is_outlet(span.of(text)) else "words", repeated=repeated)


def _dateline(text: str, span: Span, following: tuple[Span, ...]) -> datelines.Opening | None:
    """A line of place and date; the date may stand on the line after."""
    place = datelines.find_dateline(text, span)
    if place is None and following and lines.read_date_line(text, following[0]) is not None:
        # "THE NEWS" above a date would pass for a place; a place with its region does not.
        place = datelines.find_place(text, span)
        place = place if place is not None and "," in place.of(text) else None
    return None if place is None else datelines.Opening(place, span.end)


def _byline(text: str, span: Span, following: tuple[Span, ...]) -> Span | None:
    byline = lines.find_byline(text, span)
    if byline is None and lines.is_names_alone(text, span):
        stands_above = following and datelines.find_dateline(text, following[0]) is not None
        return span if stands_above else None
    return byline
