"""Reads Markdown with YAML front matter.

The article's text is the file's, with the marks inside its paragraphs lifted (emphasis, links, pictures,
code, a quotation's ">" on its further lines), so that what is shown reads as words; a file without such
marks is its own text. The front matter
stays in the text: headline, deck, byline and place are spans of it. Marks before a block ("#", "-", ">")
stay in the text and outside the spans.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summaries.articles import lines
from summaries.articles.datelines import open_story
from summaries.articles.dates import find_dates
from summaries.articles.paragraphs import strip
from summaries.articles.parts import Parts
from summaries.articles.signs import Signs
from summaries.errors import UnreadableFileError
from summaries.models import Span

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(?P<yaml>.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE_BREAK = re.compile(r"\r\n?|\n")
_LARGEST_FRONT = 20_000  # characters; a page's has a few hundred
_KEYS = {
    "headline": ("headline", "title"),
    "deck": (
        "deck",
        "subtitle",
        "subheading",
        "subheadline",
        "standfirst",
        "description",
        "summary",
        "excerpt",
    ),
    "byline": ("byline", "author", "authors", "by"),
    "dateline": ("dateline", "place", "location", "city"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "site", "site_name", "sitename", "source"),
    "date": (
        "date",
        "published",
        "publish_date",
        "pubdate",
        "published_at",
        "date_published",
        "published_time",
    ),
    "caption": ("caption", "image_caption", "photo_caption"),
    "section": ("section", "category", "categories", "genre", "kind", "type"),
}
_PARSER = MarkdownIt("commonmark")


class _Piece(NamedTuple):
    """A paragraph or heading of the lifted text."""

    span: Span
    heading: bool
    picture: bool  # nothing but a picture: its words are a caption


def read_markdown(text: str, *, path: str) -> Parts:
    """The parts of a Markdown text. Raises UnreadableFileError where its front matter is broken."""
    front = _FRONT.match(text)
    told = _read_front(text, front, path) if front else None
    # A rule on top of a page opens no front matter: what follows it is no mapping.
    start = front.end() if front and told is not None else 0
    lifted, pieces = _lift(text, start)
    return _parts(lifted, told or {}, pieces)


def _read_front(text: str, front: re.Match[str], path: str) -> dict[str, Span] | None:
    """Where the front matter's values stand, by the part that each names. Aliases are never unfolded.

    None where it is not front matter but text between two rules.
    """
    source = front["yaml"] or ""
    if len(source) > _LARGEST_FRONT:
        raise UnreadableFileError(path, f"front matter too long: {len(source):,} characters")
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise UnreadableFileError(path, f"front matter is not YAML at line {line}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableFileError(path, "front matter is not YAML") from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    offset = front.start("yaml")
    values = {
        key.value.casefold().replace("-", "_"): span
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and (span := _value_span(text, value, offset)) is not None
    }
    return {part: values[key] for part, keys in _KEYS.items() for key in keys[::-1] if key in values}


def _value_span(text: str, node: yaml.Node, offset: int) -> Span | None:
    """Where a value's words stand: of a scalar without its marks, of a list its first, or all in one line."""
    last = node
    if isinstance(node, yaml.SequenceNode) and node.value:
        # "[Ann Lee, Bo Chu]" reads as it stands; a list of lines has marks between.
        node, last = node.value[0], node.value[-1 if _is_one_line(node) else 0]
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        return None
    start, end = offset + node.start_mark.index, offset + last.end_mark.index
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        start = text.index("\n", start, end)
    return strip(text, start, end)


def _is_one_line(node: yaml.Node) -> bool:
    return bool(node.start_mark.line == node.end_mark.line)


def _lift(text: str, start: int) -> tuple[str, tuple[_Piece, ...]]:
    """The text without the marks inside its paragraphs, and where the paragraphs then stand."""
    breaks = (match.end() for match in _LINE_BREAK.finditer(text, start))
    offsets = [start, *breaks, len(text)]
    tokens = _PARSER.parse(text[start:])
    kept, pieces, done = [text[:start]], [], start
    length = start
    for before, token in pairwise(tokens):
        if token.type != "inline" or token.map is None:
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
            pieces.append(_Piece(moved, before.type == "heading_open", _is_picture(token)))
        length += len(words)
        done = end
    return "".join([*kept, text[done:]]), tuple(pieces)


def _plain(children: Iterable[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline", "image", "text_special"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n"


def _is_picture(token: Token) -> bool:
    shown = [child for child in token.children or () if child.content.strip()]
    return bool(shown) and all(child.type == "image" for child in shown)


def _parts(text: str, told: dict[str, Span], pieces: tuple[_Piece, ...]) -> Parts:
    headline = told.get("headline")
    if pieces and pieces[0].heading and (headline is None or _same(text, headline, pieces[0].span)):
        headline = headline or pieces[0].span
        pieces = pieces[1:]
    captions = [one.span for one in pieces if one.picture or lines.is_caption(text, one.span)]
    captions += [told["caption"]] if "caption" in told else []
    body = [one.span for one in pieces if one.span not in captions]
    while body and pieces and body[-1] == pieces[-1].span and pieces[-1].heading:
        body, pieces = body[:-1], pieces[:-1]
    story = open_story(text, body)
    date_told = told.get("date")
    outlet = told.get("outlet")
    return Parts(
        text=text,
        headline=headline,
        deck=told.get("deck"),
        byline=told.get("byline"),
        dateline=story.dateline or told.get("dateline"),
        outlet=outlet.of(text) if outlet else None,
        captions=tuple(sorted(set(captions))),
        body=story.body,
        words=story.words,
        page_date=_date(date_told.of(text)) if date_told else None,
        signs=Signs(sections=(told["section"].of(text),) if "section" in told else ()),
        stamped=True,
    )


def _same(text: str, first: Span, second: Span) -> bool:
    return first.of(text).casefold() == second.of(text).casefold()


def _date(words: str) -> date | None:
    # "2016-12-14T09:30:00Z" would pass for no date where a time follows the day at once.
    told = find_dates(words.replace("T", " ", 1) if words[10:11] == "T" else words)
    return told[0].day if len(told) == 1 else None
