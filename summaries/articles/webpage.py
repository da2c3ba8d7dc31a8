"""Reads a saved web page: trafilatura finds the story among menus, comments and advertisements.

The article's text is the extracted text: the headline, where one is found, and the story's paragraphs,
with a blank line between. Outlet and page date come from what the page says of itself in its head, and
that date is the publication's: it has no span.
"""

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Document

from summaries.articles import lines
from summaries.articles.datelines import open_story
from summaries.articles.furniture import page_lines
from summaries.articles.parts import Parts
from summaries.articles.signs import Signs, read_signs
from summaries.errors import UnreadableFileError
from summaries.models import Span

_BETWEEN = "\n\n"
_TEXTS = ("p", "head", "item", "quote", "cell", "code")  # trafilatura's own element names
_NESTS = ("item", "quote", "cell")
_SHORTEST_STORY = 25  # characters; a page of less is a heading, a notice or an error

# What fails is told by our own error, in one line that names the file.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)


class _Paragraph(NamedTuple):
    words: str
    heading: bool


def read_html(page: str, *, path: str) -> Parts:
    """The parts of a web page. Raises UnreadableFileError where no story is found in it."""
    tree = _tree(page, path)
    captions = {words for figure in tree.iter("figcaption") if (words := _words(figure))}
    signs = read_signs(tree)
    found = _extract(tree, path)
    headline = _headline(found)
    story = _story(_paragraphs(found.body), headline)
    of_page = page_lines([one.words for one in story])
    story = [one for one, is_page in zip(story, of_page, strict=True) if not is_page]
    while story and story[-1].heading:  # a heading at the end leads to what was left out
        story.pop()
    if sum(len(one.words) for one in story) < _SHORTEST_STORY:
        raise UnreadableFileError(path, "no body")
    return _parts(found, headline, [one.words for one in story], captions, signs)


def _tree(page: str, path: str) -> HtmlElement:
    try:
        tree = trafilatura.load_html(page.lstrip())
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadableFileError(path, "not HTML") from error
    if tree is None:
        raise UnreadableFileError(path, "not HTML")
    root: HtmlElement = tree
    return root


def _extract(tree: HtmlElement, path: str) -> Document:
    """Precision over recall: a reader misses a sentence less than he minds a stranger's (0.964 to 0.960)."""
    try:
        found = trafilatura.bare_extraction(
            tree,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadableFileError(path, f"its story cannot be found: {error}") from error
    if not isinstance(found, Document) or found.body is None:
        raise UnreadableFileError(path, "no body")
    return found


def _paragraphs(body: HtmlElement) -> Iterator[_Paragraph]:
    for element in body.iter(*_TEXTS):
        nested = any(above.tag in _NESTS for above in element.iterancestors())
        if not nested and (words := _words(element)):
            yield _Paragraph(words, element.tag == "head")


def _words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _headline(found: Document) -> str | None:
    if not found.title:
        return None
    title = " ".join(str(found.title).split())
    for mark in ("|", "-", "–", "—", ":"):
        title = title.removesuffix(f"{mark} {found.sitename}").rstrip() if found.sitename else title
    return title or None


def _story(paragraphs: Iterable[_Paragraph], headline: str | None) -> list[_Paragraph]:
    """The paragraphs under the headline, itself left out: what stands above it is another's."""
    story = list(paragraphs)
    above = next((index for index, one in enumerate(story) if _is_same(one.words, headline)), None)
    if above is None:
        return story
    # Far down it is a link from the list of other stories.
    return story[above + 1 :] if above <= len(story) // 2 else story[:above] + story[above + 1 :]


def _is_same(words: str, headline: str | None) -> bool:
    if headline is None:
        return False
    first, second = (" ".join(one.casefold().split()) for one in (words, headline))
    return first == second


def _parts(
    found: Document, headline: str | None, story: list[str], captions: set[str], signs: Signs
) -> Parts:
    pieces = [headline, *story] if headline else story
    spans, start = [], 0
    for piece in pieces:
        spans.append(Span(start, start + len(piece)))
        start += len(piece) + len(_BETWEEN)
    text = _BETWEEN.join(pieces)
    told = spans[1:] if headline else spans
    pictures = [span for span in told if span.of(text) in captions or lines.is_caption(text, span)]
    body = [span for span in told if span not in pictures]
    opened = open_story(text, body)
    return Parts(
        text=text,
        headline=spans[0] if headline else None,
        dateline=opened.dateline,
        outlet=_outlet(found.sitename),
        captions=tuple(pictures),
        body=opened.body,
        words=opened.words,
        page_date=_date(found.date),
        signs=signs,
        stamped=True,
    )


def _outlet(site: str | None) -> str | None:
    name = " ".join((site or "").split()).lstrip("@")
    return name or None


def _date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
