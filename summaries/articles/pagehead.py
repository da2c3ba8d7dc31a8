"""Reads what stands between a web page's heading and its story: the day and the writer, as guesses.

Never a day of another story, of a comment or of a change.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from summaries.articles import lines
from summaries.articles.markup import words_of
from summaries.articles.moments import Moment, day_alone, read_moment
from summaries.articles.selftold import is_aside, read_name
from summaries.models import Span

_REACHES = 60  # elements behind the heading
_LONGEST_DECK = 150  # characters; a paragraph of more is the story's
_SHORTEST_PROSE = 60  # characters; of two such paragraphs the first is a deck at most
_DECK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|subtitle|sub-title|subheadline|sub-headline|deck|dek|strapline)\b", re.I
)
_WRITERS = ("author", "byline", "by-author", "byauthor", "author-name", "byline__name", "article-author")


def find_day(heading: HtmlElement) -> Moment | None:
    """The first day told that is no change's and no print's."""
    for element in _behind(heading):
        words = words_of(element)
        told = lines.read_date_line(words, Span(0, len(words)))
        if told is not None and not (told.printed or told.changed_alone):
            return read_moment(element.get("datetime") or "") or day_alone(told.day)
    return None


def find_writer(heading: HtmlElement) -> str | None:
    """The name that is marked as the writer's."""
    for element in _behind(heading):
        marks = (element.get("class") or "").casefold().split()
        if (
            element.get("rel") == "author"
            or element.get("itemprop") == "author"
            or any(m in _WRITERS for m in marks)
        ):
            name = read_name(words_of(element))
            if name is not None and lines.is_names_alone(name, Span(0, len(name))):
                return name
    return None


def find_decks(heading: HtmlElement) -> frozenset[str]:
    """The words that are marked as what stands between headline and story."""
    return frozenset(
        words_of(element)
        for element in _behind(heading, whole=True)
        if _DECK.search(element.get("class") or "") or element.get("itemprop") == "alternativeHeadline"
    )


def _behind(heading: HtmlElement, *, whole: bool = False) -> Iterator[HtmlElement]:
    """The elements up to the story's prose; `whole`: those that a class may call a deck, however long."""
    prose = 0
    for element in heading.xpath(f"following::*[position() <= {_REACHES}]"):
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        length = len(words_of(element)) if element.tag == "p" else 0
        prose += length > _SHORTEST_PROSE
        if not whole and (prose > 1 or length > _LONGEST_DECK):
            return
        if not is_aside(element):
            yield element
