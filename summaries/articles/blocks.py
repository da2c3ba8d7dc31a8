"""Says of every paragraph of a page what it is by itself, before its place among the others is judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from summaries.articles import datelines, lines
from summaries.articles.furniture import page_lines
from summaries.articles.lines import DateLine
from summaries.articles.paragraphs import find_paragraphs
from summaries.articles.stamps import without_page_end
from summaries.articles.wording import is_desk
from summaries.models import Span

Role = Literal["date", "byline", "caption", "outlet", "furniture", "dateline", "opening", "words"]

LONGEST_FRONT = 30  # paragraphs before the story; what looks like a part further down is the story's
_LONGEST_NAME = 3  # words of a name above a desk's line
_FEWEST_WORDS_REPEATED = 4  # of a caption that stands twice; a name that does is a menu's


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph and its role. Of a date or a byline, what was read in it."""

    span: Span
    role: Role
    date: DateLine | None = None
    byline: Span | None = None
    opening: datelines.Opening | None = None
    repeated: bool = False  # it stands again right below


def find_blocks(text: str) -> tuple[PageBlock, ...]:
    """The paragraphs of `text` in order, one that is said again only where it first stands."""
    return tuple(_blocks(text, find_paragraphs(text)))


def _blocks(text: str, paragraphs: tuple[Span, ...]) -> Iterator[PageBlock]:
    """A page says some things twice: captions anywhere, its headline, what stands twice on end."""
    said: set[str] = set()
    of_page = page_lines([span.of(text) for span in paragraphs])
    byline = False
    for index, paragraph in enumerate(paragraphs):
        words = without_page_end(paragraph.of(text))
        span = Span(paragraph.start, paragraph.start + len(words))
        if words in said and words.count(" ") >= _FEWEST_WORDS_REPEATED - 1:
            continue
        following = paragraphs[index + 1 : index + 2]
        if of_page[index] or (byline and is_desk(words)):
            block = PageBlock(span, "furniture")
        elif index < LONGEST_FRONT:
            block = _block(text, span, following, below=bool(said))
        else:
            block = PageBlock(span, _role_in_story(text, span))
        byline = block.role == "byline"
        repeated = any(words == other.of(text) for other in following)
        yield replace(block, repeated=repeated) if repeated else block
        if repeated or block.role == "caption" or (block.role == "words" and not said):
            said.add(words)


def _role_in_story(text: str, span: Span) -> Role:
    return "caption" if lines.is_caption(text, span) else "words"


def _block(text: str, span: Span, following: tuple[Span, ...], *, below: bool) -> PageBlock:
    """The first role that fits; a caption before a date, since captions tell dates too."""
    role = _role_in_story(text, span)
    if role != "words":
        return PageBlock(span, role)
    if (date := lines.read_date_line(text, span)) is not None:
        return PageBlock(span, "date", date=date)
    if (opening := _dateline(text, span, following)) is not None:
        return PageBlock(span, "dateline", opening=opening)
    if (opening := datelines.find_opening(text, span)) is not None:
        return PageBlock(span, "opening", opening=opening)
    if (found := lines.find_byline(text, span)) is not None:
        return PageBlock(span, "byline", byline=found[0], date=found[1])
    if (date := lines.read_fields(text, span)) is not None:
        return PageBlock(span, "date", date=date)
    if _is_name_above_date(text, span, following, below=below):
        return PageBlock(span, "byline", byline=span)
    return PageBlock(span, "outlet" if lines.is_outlet(span.of(text)) else "words")


def _dateline(text: str, span: Span, following: tuple[Span, ...]) -> datelines.Opening | None:
    """A line of place and date; the date may stand on the line after."""
    place = datelines.find_dateline(text, span)
    if place is None and following and lines.read_date_line(text, following[0]) is not None:
        # "THE NEWS" above a date would pass for a place; a place with its region does not.
        place = datelines.find_place(text, span)
        place = place if place is not None and "," in place.of(text) else None
    return None if place is None else datelines.Opening(place, span.end)


def _is_name_above_date(text: str, span: Span, following: tuple[Span, ...], *, below: bool) -> bool:
    """Whether a name alone is a byline: a desk follows, a line of place and date, or of the date alone.

    Above the headline a name over a date may be the paper's.
    """
    if not following or not lines.is_names_alone(text, span) or lines.is_outlet(span.of(text)):
        return False
    if below and is_desk(following[0].of(text)) and len(text[span.start : span.end].split()) <= _LONGEST_NAME:
        return True
    located = below or " in " in span.of(text)
    return (located and lines.read_date_line(text, following[0]) is not None) or datelines.find_dateline(
        text, following[0]
    ) is not None
