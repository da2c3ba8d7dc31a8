"""Reads Markdown with front matter.

The article's text is the file's, with the marks inside its paragraphs lifted (emphasis, links, pictures,
code, a quotation's ">" on its further lines, tags of site builders, numbers of footnotes), so that what is
shown reads as words; a file without such
marks is its own text. The front matter
stays in the text: headline, deck, byline and place are spans of it. Marks before a block ("#", "-", ">")
stay in the text and outside the spans.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from summaries.articles import lines
from summaries.articles.addresses import find_address
from summaries.articles.datelines import open_story
from summaries.articles.frontmatter import Front, read_front
from summaries.articles.furniture import page_lines
from summaries.articles.moments import Moment, earlier_day, read_moment
from summaries.articles.paragraphs import strip
from summaries.articles.parts import ArticleParts, Signs
from summaries.articles.wording import first_day
from summaries.articles.writers import join_names
from summaries.models import Span

_LINE_BREAK = re.compile(r"\r\n?|\n")
# What Hugo, Jekyll and their like put among the words: shortcodes, Liquid, attributes, footnotes' numbers.
_TAGS = re.compile(
    r"\{\{[<%].{0,500}?[%>]\}\}|\{%.{0,500}?%\}|\{:[^{}\n]{0,200}\}|(?<=\S)\[\^[\w-]+\]|\[\^[\w-]+\](?!:)",
    re.DOTALL,
)
_FOOTNOTE = re.compile(r"(?:\*\[[^\]\n]{1,60}\]|\[\^[\w-]+\]):")
# Listings and comments of Liquid; a note or an abbreviation on the line below a paragraph is none of it.
_BLOCKS = re.compile(
    r"\{%-?\s*+(highlight|raw|comment)\b[^%\n]{0,200}+%\}.{0,2000}?\{%-?\s*+end\1\s*+-?%\}", re.DOTALL
)
_BLOCK_ENDS = re.compile(r"\{%-?\s*+end")
_GLOSSED = re.compile(r"(?<=\S)\n(?=(?:\*\[[^\]\n]{1,60}\]|\[\^[\w-]+\]):)")
_PARSER = MarkdownIt("commonmark").enable(["strikethrough", "table"])


class _Piece(NamedTuple):
    """A paragraph or heading of the lifted text."""

    span: Span
    heading: bool
    picture: bool  # nothing but a picture: its words are a caption
    block: bool  # inside a block quotation that is in no other


def read_markdown(text: str, *, path: str) -> ArticleParts:
    """The parts of a Markdown text. Raises UnreadableFileError where its front matter is broken."""
    front = read_front(text, path=path)
    told = _GLOSSED.sub("\n\n", text[front.end :])
    told = _BLOCKS.sub("", told) if _BLOCK_ENDS.search(told) else told
    untagged = text[: front.end] + _TAGS.sub("", told)
    lifted, pieces = _lift(untagged, front.end)
    return _parts(lifted, front, pieces)


def _lift(text: str, start: int) -> tuple[str, tuple[_Piece, ...]]:
    """The text without the marks inside its paragraphs, and where the paragraphs then stand."""
    breaks = (match.end() for match in _LINE_BREAK.finditer(text, start))
    offsets = [start, *breaks, len(text)]
    tokens = _PARSER.parse(text[start:])
    kept, pieces, done = [text[:start]], [], start
    length = start
    depth = 0  # of block quotations
    tables = 0
    for before, token in pairwise(tokens):
        tables += (before.type == "table_open") - (before.type == "table_close")
        depth += (before.type == "blockquote_open") - (before.type == "blockquote_close")
        if token.type != "inline" or token.map is None or tables:
            continue
        first, last = offsets[token.map[0]], offsets[token.map[1]]
        begin = text.find(token.content, first, last)
        begin, end = (
            (begin, begin + len(token.content)) if begin >= 0 else (first, len(text[:last].rstrip("\r\n")))
        )
        words = "".join(_plain(token.children or ()))
        kept += [text[done:begin], words]
        length += begin - done
        span = strip(words, 0, len(words))
        if span is not None:
            moved = Span(length + span.start, length + span.end)
            pieces.append(_Piece(moved, before.type == "heading_open", _is_picture(token), depth == 1))
        length += len(words)
        done = end
    return "".join([*kept, text[done:]]), tuple(pieces)


def _plain(children: Iterable[Token]) -> Iterator[str]:
    """The words, without what is struck out and the space that parted it from them."""
    struck, parted = 0, False
    for child in children:
        struck += (child.type == "s_open") - (child.type == "s_close")
        parted = parted or child.type == "s_open"
        if not struck and child.type in ("text", "code_inline", "image", "text_special"):
            yield child.content.removeprefix(" ") if parted else child.content
            parted = False
        elif not struck and child.type in ("softbreak", "hardbreak"):
            yield "\n"


def _is_picture(token: Token) -> bool:
    shown = [child for child in token.children or () if child.content.strip()]
    return bool(shown) and all(child.type == "image" for child in shown)


def _parts(text: str, front: Front, pieces: tuple[_Piece, ...]) -> ArticleParts:
    told = front.spans
    headline = told.get("headline")
    if pieces and pieces[0].heading and (headline is None or _same(text, headline, pieces[0].span)):
        headline = headline or pieces[0].span
        pieces = pieces[1:]
    notes = [one.span.of(text) for one in pieces]
    pieces = tuple(_of_the_article(text, pieces))
    captions = [one.span for one in pieces if one.picture or lines.is_caption(text, one.span)]
    captions += [told["caption"]] if "caption" in told else []
    body = [one.span for one in pieces if one.span not in captions]
    blocks = {one.span for one in pieces if one.block}
    while body and pieces and body[-1] == pieces[-1].span and pieces[-1].heading:
        body, pieces = body[:-1], pieces[:-1]
    story = open_story(text, body)
    published = earlier_day(_moment(front, "date"), first_day(notes))
    outlet = told.get("outlet")
    url = find_address(front.values.get("url", ()))
    return ArticleParts(
        text=text,
        headline=headline,
        deck=told.get("deck"),
        byline=told.get("byline"),
        dateline=story.dateline or told.get("dateline"),
        outlet=outlet.of(text) if outlet else None,
        captions=tuple(sorted(set(captions))),
        body=story.body,
        block_quotations=tuple(span for span in story.body if span in blocks),
        words=story.words,
        page_date=published.day if published else None,
        signs=Signs(sections=(told["section"].of(text),) if "section" in told else ()),
        stamped=True,
        published=published,
        modified=_moment(front, "modified"),
        url=url,
        author=join_names(front.values.get("byline", ())),
        image=find_address(front.values.get("image", ()), base=url),
        section=next(iter(front.values.get("filed_under", ())), None),
    )


def _of_the_article(text: str, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """What is no footnote and no line of the page."""
    of_page = page_lines([one.span.of(text) for one in pieces])
    for one, is_page in zip(pieces, of_page, strict=True):
        if not is_page and not _FOOTNOTE.match(text, one.span.start):
            yield one


def _same(text: str, first: Span, second: Span) -> bool:
    return first.of(text).casefold() == second.of(text).casefold()


def _moment(front: Front, part: str) -> Moment | None:
    return read_moment(front.values[part][0]) if part in front.values else None
