"""Reads what stands between a web page's heading and its story: the day and the writer, as guesses.

Never a day of another story, of a comment or of a change.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from lxml.html import HtmlElement

from summaries.articles import lines
from summaries.articles.inline import is_prose
from summaries.articles.markup import element_words
from summaries.articles.moments import Moment, day_alone, read_moment
from summaries.articles.selftold import is_aside
from summaries.articles.writers import as_written, names_any, opens_as_name, read_signature
from summaries.lexicon import words as listed
from summaries.models import Span

_REACHES_ABOVE = 3  # elements beside the heading and before it
_REACHES = 60  # elements behind the heading
_REACHES_WRITER = 150  # past the buttons that share the story
_LONGEST_DECK = 150  # characters; a paragraph of more is the story's
_BY = re.compile(r"^by[:\s]\s*", re.IGNORECASE)
_LONGEST_BYLINE = 160
_FEWEST_DECK_WORDS = 4
_MOST_DECK_WORDS = 60
_SHORTEST_PROSE = 60  # characters; of two such paragraphs the first is a deck at most
_NAMED_BY = ("class", "data-component", "data-testid", "data-gu-name")  # what a page calls its parts
_DECK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|subtitle|sub-title|subheadline|sub-headline|deck|dek|strapline)\b", re.I
)
_CHANGED_AGO = re.compile(r"\bupdated (?:\d+|an?) \w+ ago\b", re.IGNORECASE)  # beside the day of publication
_HEADINGS = listed("h1 h2 h3 h4 h5 h6")
_LEVELS = 2  # of elements around a day: what stands further out is not said of it
# What a colon may stand behind before the day of an article, in the languages of the pages that are filed.
_OF_PUBLICATION = re.compile(
    r"\b(?:publi\w*|post\w*|created|written|filed|issued?|released|added|uploaded|online|erstellt"
    r"|veröffentlicht)\b|^\W*(?:(?:article|story|news) )?(?:dat\w*|fecha|time|le|el|am|on|by)\b",
    re.IGNORECASE,  # "Event date:", "Doors open on:" are of something else
)
_POSTED = re.compile(r"(?:by|publi\w*|posted)\b", re.IGNORECASE)  # opens a line with an hour: "10 p.m."
_LABEL = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,2}:?")  # in an element of its own: "Last update"
_CHANGE = re.compile(r"updat|modif|edited", re.IGNORECASE)
_WRITERS = listed("author byline by-author byauthor author-name byline__name article-author") | listed(
    "auteur fn"  # of French pages, and of a visiting card (hCard)
)


def find_day(heading: HtmlElement) -> Moment | None:
    """The first day told that is no change's and no print's; "1 day ago" tells it to machines alone."""
    for element in _behind(heading):
        words = element_words(element)
        if _CHANGE.search(f"{element.get('class') or ''} {_label(element)}") or _is_of_something(element):
            continue
        if element.tag == "time" and not _CHANGE.search(words):
            marked = read_moment(element.get("datetime") or "")
            if marked is not None:
                return marked
        told = lines.read_date_line(words, Span(0, len(words)))
        if told is not None and not (told.printed or told.changed_alone):
            return read_moment(element.get("datetime") or "") or day_alone(told.day)
    return None


def printed_day(heading: HtmlElement) -> date | None:
    """The day that readers see beside the heading, as the day of the place where the page was made."""
    above = (one for one in heading.itersiblings(preceding=True) if isinstance(one.tag, str))
    for element in (*islice(above, _REACHES_ABOVE), *_behind(heading)):
        words = _CHANGED_AGO.sub("", element_words(element))
        if _CHANGE.search(f"{element.get('class') or ''} {_label(element)}") or _is_of_something(element):
            continue
        told = lines.read_date_line(words, Span(0, len(words)))
        if told is not None and not (told.printed or told.changed_alone):
            return told.day
    return None


def _is_of_something(element: HtmlElement) -> bool:
    """Whether a day is a picture's, a sentence's, or of what the words before it name: "Harbour fair: …"."""
    label = _label(element)
    if label.endswith(":") and not _OF_PUBLICATION.search(label):
        return True
    for above in (element, *islice(element.iterancestors(), _LEVELS)):
        if above.tag in ("figure", "figcaption"):
            return True
        if above.tag == "p":
            words = element_words(above)
            return is_prose(above) and (len(words) > _LONGEST_BYLINE // 2 or not _POSTED.match(words))
    return False


def _label(element: HtmlElement) -> str:
    """The words before an element that say what it is: "Updated: <time>"."""
    for inner in (element, *islice(element.iterancestors(), _LEVELS)):
        before, above = inner.getprevious(), inner.getparent()
        if before is not None:
            heads = not isinstance(before.tag, str) or before.tag in _HEADINGS
            named = "" if heads else element_words(before)
            return (before.tail or "").strip() or (
                named if inner is element or _LABEL.fullmatch(named) else ""
            )
        if above is not None and (words := (above.text or "").strip()):
            return words
    return ""


def find_writer(heading: HtmlElement, author: str | None, outlet: str | None) -> str | None:
    """The author of whom the page's data tell, unless it prints another; a newsroom's may be its editor's."""
    if author and not _is_signed_by_another(heading, author):
        return author
    return _printed_writer(heading, outlet)


def _printed_writer(heading: HtmlElement, outlet: str | None) -> str | None:
    """The name that is marked as the writer's, or that stands alone behind "By"."""
    for element in _behind(heading, reaches=_REACHES_WRITER):
        words = " ".join(" ".join(element.itertext()).split())  # nothing may part "By" and the name
        marked = _is_marked(element)
        if len(words) > _LONGEST_BYLINE or not (marked or _BY.match(words)):
            continue
        name = read_signature(words, outlet=outlet)
        if name is not None and (marked or opens_as_name(name)):
            return name
    return None


def _is_signed_by_another(heading: HtmlElement, author: str) -> bool:
    """Whether who wrote is marked under the heading, and is not the author of whom the page's data tell."""
    near = list(_behind(heading, reaches=_REACHES_WRITER))
    marked = [element_words(element) for element in near if _is_marked(element)]
    return any(map(_BY.match, marked)) and not any(names_any(element_words(one), author) for one in near)


def _is_marked(element: HtmlElement) -> bool:
    marks = (element.get("class") or "").casefold().split()
    return (
        element.get("rel") == "author"
        or element.get("itemprop") == "author"
        or any(mark in _WRITERS or mark.endswith("-byline") for mark in marks)
    )


def find_author_line(heading: HtmlElement, author: str) -> str | None:
    """The line that holds the author's name and nothing else, as it stands: "By Ann Lee"."""
    near = [words for element in _behind(heading) if len(words := element_words(element)) <= _LONGEST_BYLINE]
    bare = [as_written(_BY.sub("", words)) for words in near]
    alone = [words for words, name in zip(near, bare, strict=True) if name == author]
    return next((words for words in alone if _BY.match(words)), None) or next(iter(alone), None)


def find_decks(heading: HtmlElement) -> frozenset[str]:
    """The words that are marked as what stands between headline and story."""
    return frozenset(element_words(element) for element in _behind(heading, whole=True) if _is_deck(element))


def find_deck(heading: HtmlElement) -> str | None:
    """The line between headline and story: marked as one, or a lesser heading right under the heading."""
    below = heading.getnext()
    for element in _behind(heading, whole=True):
        if _is_deck(element) or (element is below and element.tag in ("h2", "h3")):
            words = element_words(next(element.iter("p"), element))
            if lines.is_caption(words, Span(0, len(words))):
                return None
            return words if _FEWEST_DECK_WORDS <= len(words.split()) <= _MOST_DECK_WORDS else None
        if element.tag == "p" and len(element_words(element)) > _SHORTEST_PROSE:
            return None
    return None


def _is_deck(element: HtmlElement) -> bool:
    marked = any(_DECK.search(element.get(name) or "") is not None for name in _NAMED_BY)
    return marked or element.get("itemprop") == "alternativeHeadline"


def _behind(heading: HtmlElement, *, whole: bool = False, reaches: int = _REACHES) -> Iterator[HtmlElement]:
    """The elements up to the story's prose; `whole`: those that a class may call a deck, however long."""
    prose = 0
    around = frozenset(heading.iterancestors())
    for element in heading.xpath(f"following::*[position() <= {reaches}]"):
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        length = len(element_words(element)) if element.tag == "p" else 0
        prose += length > _SHORTEST_PROSE
        if not whole and (prose > 1 or length > _LONGEST_DECK):
            return
        if not is_aside(element, around=around):
            yield element
