"""Reads a saved web page: trafilatura finds the story among menus, comments and advertisements.

The article's text is the extracted text: the headline, where one is found, and the story's paragraphs,
with a blank line between. What the page says of itself in its head has no span.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Document

from summaries.articles import lines, pagehead
from summaries.articles.captions import Captions, find_captions
from summaries.articles.datelines import open_story
from summaries.articles.described import find_description
from summaries.articles.furniture import page_lines
from summaries.articles.jsonld import find_nodes
from summaries.articles.labels import genre_of_types
from summaries.articles.markup import element_words, mend_letters, mend_markup, with_short_tags
from summaries.articles.moments import Moment, earlier_day, on_printed_day
from summaries.articles.parts import ArticleParts, Signs
from summaries.articles.selftold import SelfTold, read_self_told
from summaries.articles.signs import read_signs
from summaries.articles.stamps import without_page_end
from summaries.articles.titles import find_headline, find_outlet, same_words
from summaries.articles.wording import first_day, is_desk
from summaries.articles.writers import as_written, read_signatures
from summaries.errors import UnreadableFileError
from summaries.models import Span

_BETWEEN = "\n\n"
_TEXTS = ("p", "head", "item", "quote", "cell", "code")  # trafilatura's own element names
_NESTS = ("item", "quote", "cell")
_SHORTEST_STORY = 25  # characters; a page of less is a heading, a notice or an error
_MOST_MISSED = 2  # times as much in the page's paragraphs: what was found is no story but a notice beside it
_MOST_PARAGRAPHS = 5_000  # of a page searched again: that grows faster than the page; a live blog has 1,000
_FEWEST_TITLE_WORDS, _SHORTEST_BEHIND = 4, 60  # words of a title, characters of the prose it ran into
_FRONT = 6  # paragraphs in which byline and date may still stand

# What fails is told by our own error, in one line that names the file.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)


class _Paragraph(NamedTuple):
    words: str
    heading: bool
    block: bool  # a block quotation


class _Head(NamedTuple):
    """What stands under the heading and is no paragraph of the story."""

    deck: str | None
    byline: str | None
    decks: frozenset[str]  # that may be the story's first paragraph


_NO_HEAD = _Head(None, None, frozenset())


class _Pieces(NamedTuple):
    """What the text is made of."""

    headline: str | None
    head: _Head
    story: list[str]
    blocks: list[bool]  # which of them are block quotations
    notes: list[str]


def read_html(page: str, *, path: str) -> ArticleParts:
    """The parts of a web page. Raises UnreadableFileError where no story is found in it."""
    tree = _tree(page, path)
    mended = mend_letters(tree)
    nodes = tuple(find_nodes(tree))
    signs = read_signs(tree, nodes)
    told = read_self_told(tree, nodes)
    headline, heading = find_headline(tree, told)
    if genre_of_types(signs.types) == "other":  # a list of stories bears the day of none of them
        told = replace(told, published=None)
    elif heading is not None:
        told = replace(
            told,
            outlet=told.outlet or find_outlet(headline, signs.title),
            author=pagehead.find_writer(heading, told.author, told.outlet),
            published=_published(told.published, heading),
        )
    captions = find_captions(tree)
    mend_markup(tree)
    inner = [element_words(each) for each in tree.xpath("//blockquote//blockquote")]
    found = [*_paragraphs(_extract(tree, path))]
    told = replace(told, published=earlier_day(told.published, first_day(one.words for one in found)))
    story = _story(found, [one for one in (headline, *told.titles) if one])
    story, notes = _without_page_lines(story, told.author)
    if sum(len(one.words) for one in story) < _SHORTEST_STORY:
        raise UnreadableFileError(path, "no body")
    written = [one.words for one in story]
    head = _head(heading, told.author, written) if heading is not None else _NO_HEAD
    if head.deck is None and head.decks.isdisjoint(written[:_FRONT]):
        head = head._replace(deck=find_description(told.descriptions, headline, written))
    # Where another stands in a block quotation, its words are of two.
    blocks = [one.block and not any(words in one.words for words in inner) for one in story]
    pieces = _Pieces(headline, head, written, blocks, [one.words for one in notes])
    return replace(_parts(told, pieces, captions, signs), mended=mended)


def _published(told: Moment | None, heading: HtmlElement) -> Moment | None:
    """When the page says that it came out, on the day that it shows to readers."""
    if told is None:
        return pagehead.find_day(heading)
    printed = pagehead.printed_day(heading)
    return on_printed_day(told, printed) if printed is not None else told


def _head(heading: HtmlElement, author: str | None, story: list[str]) -> _Head:
    """Deck and byline as they stand under the heading, where they are no paragraphs of the story."""
    known = {words.casefold() for words in story}
    deck = pagehead.find_deck(heading)
    byline = pagehead.find_author_line(heading, author) if author else None
    return _Head(
        deck=deck if deck and not any(deck.casefold() in words for words in known) else None,
        byline=byline if byline and not any(map(_is_byline, story[:_FRONT])) else None,
        decks=pagehead.find_decks(heading) | ({deck} if deck else set()),
    )


def _is_byline(words: str) -> bool:
    return lines.find_byline(words, Span(0, len(words))) is not None


def _tree(page: str, path: str) -> HtmlElement:
    try:
        tree = trafilatura.load_html(with_short_tags(page.lstrip()))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadableFileError(path, "not HTML") from error
    if tree is None:
        raise UnreadableFileError(path, "not HTML")
    root: HtmlElement = tree
    return root


def _extract(tree: HtmlElement, path: str) -> HtmlElement:
    """Precision over recall: a reader misses a sentence less than he minds a stranger's (0.964 to 0.960).

    Where the careful mode finds less than half of what the generous one does, it took a notice for the
    story, and the ordinary mode decides.
    """
    careful = _extract_once(tree, path, precision=True)
    there = [len(element_words(each)) for each in tree.iter("p")]
    if _MOST_MISSED * _length(careful) > sum(there) or len(there) > _MOST_PARAGRAPHS:
        return careful
    generous = _extract_once(tree, path, recall=True)
    if _length(generous) < _MOST_MISSED * _length(careful):
        return careful
    return _extract_once(tree, path)


def _extract_once(
    tree: HtmlElement, path: str, *, precision: bool = False, recall: bool = False
) -> HtmlElement:
    """An empty body where nothing is found."""
    try:
        found = trafilatura.bare_extraction(
            tree, favor_precision=precision, favor_recall=recall, include_comments=False, with_metadata=False
        )
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadableFileError(path, f"its story cannot be found: {error}") from error
    body = found.body if isinstance(found, Document) else None
    return etree.Element("body") if body is None else body


def _length(body: HtmlElement) -> int:
    return sum(len(one.words) for one in _paragraphs(body))


def _paragraphs(body: HtmlElement) -> Iterator[_Paragraph]:
    for element in body.iter(*_TEXTS):
        nested = any(above.tag in _NESTS for above in element.iterancestors())
        if not nested and (words := without_page_end(_words(element))):
            yield _Paragraph(words, element.tag == "head", element.tag == "quote")


def _words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _story(paragraphs: Iterable[_Paragraph], titles: list[str]) -> list[_Paragraph]:
    """The paragraphs under the headline, itself left out: what stands above it is another's."""
    story = [_without_title(one, titles) for one in paragraphs]
    found = [
        index for index, one in enumerate(story) if any(same_words(one.words, title) for title in titles)
    ]
    if not found:
        return story
    above = found[0]
    # Far down it is a link from the list of other stories; what is no heading is a picture's title.
    first = above + 1 if above <= len(story) // 2 and story[above].heading else 0
    return [one for index, one in enumerate(story[first:], first) if index not in found]


def _without_title(paragraph: _Paragraph, titles: list[str]) -> _Paragraph:
    """The paragraph without the page's own title, where that has run into it."""
    for title in titles:
        behind = paragraph.words.removeprefix(title)
        if behind != paragraph.words and behind[:1] == " " and behind[1:2].isupper():
            long_enough = len(title.split()) >= _FEWEST_TITLE_WORDS and len(behind) >= _SHORTEST_BEHIND
            return paragraph._replace(words=behind[1:]) if long_enough else paragraph
    return paragraph


def _without_page_lines(
    story: list[_Paragraph], author: str | None
) -> tuple[list[_Paragraph], list[_Paragraph]]:
    """The story, and the page's lines under it, which tell of its author. No heading ends a story."""
    of_page = page_lines([one.words for one in story], writers=(author or "").split(", "))
    own = [one for one, is_page in zip(story, of_page, strict=True) if not is_page]
    notes = [*takewhile(lambda index: of_page[index], range(len(story) - 1, -1, -1))][::-1]
    while own and own[-1].heading:
        own.pop()
    return own, [story[index] for index in notes]


def _parts(told: SelfTold, pieces: _Pieces, captions: Captions, signs: Signs) -> ArticleParts:
    headline, head, story, blocks, notes = pieces
    spans, start = [], 0
    above = [*filter(None, (headline, head.deck, head.byline))]
    written = [*above, *story, *notes]
    for piece in written:
        spans.append(Span(start, start + len(piece)))
        start += len(piece) + len(_BETWEEN)
    text = _BETWEEN.join(written)
    under = dict(zip(above, spans, strict=False))
    below = spans[len(above) : len(spans) - len(notes)]
    apart = {span for span, is_block in zip(below, blocks, strict=True) if is_block}
    byline, front = _front(text, below, told.author)
    byline = under.get(head.byline or "") or byline
    below = [span for span in below if span not in front]
    deck = below[0] if len(below) > 1 and below[0].of(text) in head.decks else None
    below = [span for span in below if span != deck and not _is_inner_byline(text, span)]
    pictures = [span for span in below if _is_of_picture(text, span, captions)]
    body = [span for span in below if span not in pictures]
    opened = open_story(text, body)
    return ArticleParts(
        text=text,
        headline=spans[0] if headline else None,
        deck=under.get(head.deck or "") or deck,
        byline=byline,
        dateline=opened.dateline,
        outlet=told.outlet,
        captions=tuple(pictures),
        body=opened.body,
        block_quotations=tuple(span for span in opened.body if span in apart),
        words=opened.words,
        page_date=told.published.day if told.published else None,
        signs=signs,
        stamped=True,
        published=told.published,
        modified=told.modified,
        url=told.url,
        author=told.author
        or read_signatures([*notes, byline.of(text) if byline else ""], outlet=told.outlet),
        image=told.image,
    )


def _front(text: str, story: list[Span], author: str | None) -> tuple[Span | None, set[Span]]:
    """The byline, and what stands with it before the story: a desk, an outlet's name, a date."""
    byline, front = None, set()
    for span in story[:_FRONT]:
        words = span.of(text)
        found = lines.find_byline(text, span)
        if byline is None and (found is not None or as_written(words) == author):
            byline = found[0] if found else span
        elif not (lines.read_date_line(text, span) is not None or lines.is_outlet(words) or is_desk(words)):
            continue
        front.add(span)
    return byline, front


def _is_inner_byline(text: str, span: Span) -> bool:
    """Whether another writer signs a part of the story: "By Bo Chu, Valley Times, Riverton"."""
    return lines.find_byline(text, span) is not None and text[span.end - 1] not in ".!?"


def _is_of_picture(text: str, span: Span, captions: Captions) -> bool:
    """Whether the page has the words under a picture, or a credit stands with them."""
    return captions.has(span.of(text)) or lines.is_caption(text, span)
