"""Tells what kind of text an article is: news, a column, a live blog, a release.

By its marks where it bears any: labels above the headline and beside it, sections, the address, schema.org's
types. Then by its form: what a wire, a letter to subscribers, an interview looks like. Then by its voice: who
says "I" outside quotation marks has an opinion, who tells what others said reports. What neither tells
surely is None: a column that passes for news misleads, a report without a label does not.
"""

import re
from typing import Final, NamedTuple

from summaries.articles.entries import entry_hours, runs_backwards
from summaries.articles.labels import find_labels, genre_of_labels, genre_of_types
from summaries.articles.parts import Signs
from summaries.articles.voice import Voice, listen
from summaries.lexicon.genres import (
    AUTHORS_OWN,
    COMMENTATORS,
    NEWS_TYPES,
    NEWSLETTER_OPENINGS,
    RELEASE_WIRES,
    REPORTERS,
    UNSURE_LABELS,
    UNSURE_TYPES,
)
from summaries.models import Article, Genre, Span
from summaries.turns import Turn, find_turns

_NOTE_LINES: Final = 4  # at a text's end, where notes on its author stand
_FRONT_LINES: Final = 12  # before the story; a menu's are not all looked at
_TAIL: Final = 2_000  # characters that hold those lines
_WIRE_WITHIN: Final = 1_500  # characters from a text's start
_SOURCE_TAG = re.compile(r"\[[A-Z][^\[\]]{1,40}\]\W*$")
_FEWEST_TAGS: Final = 4
_FEWEST_ENTRIES: Final = 4
_LETTER = re.compile(r"(?:To the Editor|Dear (?:Sir|Editor|Sirs|Madam)|Editor|Sir)(?::|,\s*$| [–—-] )")
_FULL_TEXT = re.compile(r"\b(?:transcript|full text|in full|remarks as)\b", re.IGNORECASE)
_BIOGRAPHY = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|writes|teaches|served)\b")
_LONGEST_NOTE: Final = 60  # words
_HANDLE = re.compile(r"(?:Twitter|Follow|E-?mail|On Twitter)?:?\s*@\w+\.?|\S+@\S+\.\w+", re.IGNORECASE)


class _Page(NamedTuple):
    """A text as its judges look at it."""

    article: Article
    signs: Signs
    labels: frozenset[str]
    front: tuple[str, ...]  # lines before the story, headline among them
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]  # the last lines of the text
    turns: tuple[Turn, ...]
    voice: Voice


def find_genre(article: Article, signs: Signs) -> Genre | None:
    """The kind of text, None where it cannot be told. Of another language than English its marks alone."""
    page = _look_at(article, signs)
    marked = genre_of_labels(page.labels) or genre_of_types(signs.types)
    if marked is not None or article.language not in ("en", None):
        return marked
    formed = _by_form(page)
    if formed is not None or page.turns:  # a transcript says "I" in everybody's name
        return formed
    return _by_voice(page)


def _look_at(article: Article, signs: Signs) -> _Page:
    begin = article.body[0].start if article.body else len(article.text)
    lines = [line for one in article.text[:begin].splitlines() if (line := one.strip())]
    paragraphs = tuple(" ".join(span.of(article.text).split()) for span in article.body)
    tail = [line for one in article.text[-_TAIL:].splitlines() if (line := one.strip())]
    front = tuple(lines[-_FRONT_LINES:])
    return _Page(
        article=article,
        signs=signs,
        labels=find_labels(article, signs, front),
        front=front,
        paragraphs=paragraphs,
        notes=tuple(tail[-_NOTE_LINES:]),
        turns=find_turns(article),
        voice=listen(paragraphs),
    )


# ---------------------------------------------------------------- form


def _by_form(page: _Page) -> Genre | None:
    if _is_release(page):
        return "release"
    if _is_live(page):
        return "live"
    if _is_newsletter(page):
        return "newsletter"
    if page.turns and page.turns[0].role == "writes":
        return "opinion"
    if _is_interview(page):
        return "interview"
    return "opinion" if _is_signed_opinion(page) else None


def _is_release(page: _Page) -> bool:
    begin = page.article.text[:_WIRE_WITHIN]
    signed = f"{_words(page, page.article.byline)} {page.article.author or ''}".casefold()
    return any(wire in begin for wire in RELEASE_WIRES) or "press release" in signed


def _is_live(page: _Page) -> bool:
    """Entries with their hour, the newest on top: what happened on a day is told forwards."""
    entries = entry_hours(page.paragraphs)
    return len(entries) >= _FEWEST_ENTRIES and runs_backwards([hour for _, hour in entries]) is True


def _is_newsletter(page: _Page) -> bool:
    if any(line.startswith(NEWSLETTER_OPENINGS) for line in _edges(page)):
        return True
    return sum(_SOURCE_TAG.search(one) is not None for one in page.paragraphs) >= _FEWEST_TAGS


def _is_interview(page: _Page) -> bool:
    """Whether one answers what another asks through most of the text; with more voices it is a broadcast."""
    turns = page.turns
    if 2 * sum(len(turn.words) for turn in turns) < len(page.paragraphs):
        return False
    voices = {turn.label.of(page.article.text).split()[-1].casefold() for turn in turns if turn.label}
    return any(turn.role == "answers" for turn in turns) or len(voices) == 2


def _is_signed_opinion(page: _Page) -> bool:
    """Whether a note says that the views are the author's, an editorial board signs, or readers write."""
    signed = f"{_words(page, page.article.byline)} {page.article.author or ''}".casefold()
    notes = " ".join(_edges(page))
    if "editorial board" in signed or any(words in notes for words in AUTHORS_OWN):
        return True
    return any(_LETTER.match(one) for one in page.paragraphs)


def _words(page: _Page, span: Span | None) -> str:
    return span.of(page.article.text) if span is not None else ""


def _edges(page: _Page) -> tuple[str, ...]:
    """The lines around the story, in lower case with straight apostrophes."""
    lines = (*page.front, *page.paragraphs[:2], *page.notes)
    return tuple(line.casefold().replace("’", "'") for line in lines)


# ---------------------------------------------------------------- voice


def _by_voice(page: _Page) -> Genre | None:
    headline = _words(page, page.article.headline)
    if page.labels & UNSURE_LABELS or page.signs.types & UNSURE_TYPES or _FULL_TEXT.search(headline):
        return None
    if _argues(page):
        return "opinion"
    return "news" if _reports(page) else None


def _argues(page: _Page) -> bool:
    """Whether the author speaks, or a note below says that it was no reporter."""
    if page.voice.argues or (page.voice.tells_little and _has_commentators_note(page)):
        return True
    return page.voice.we > 0 and _is_column_end(page)


def _is_column_end(page: _Page) -> bool:
    """Whether the text ends with nothing but where to reach its author."""
    return bool(page.notes) and _HANDLE.fullmatch(page.notes[-1]) is not None


def _has_commentators_note(page: _Page) -> bool:
    """Whether the text ends with who its author is, and that is no reporter."""
    for note in page.notes[-2:]:
        told = frozenset(re.findall(r"\w+", note.casefold()))
        if len(note.split()) <= _LONGEST_NOTE and _BIOGRAPHY.match(note):
            return bool(told & COMMENTATORS) and not told & REPORTERS
    return False


def _reports(page: _Page) -> bool:
    """Whether it tells what others said or what happened, and not of itself."""
    if not page.voice.keeps_out or _is_column_end(page):
        return False
    placed = page.article.dateline is not None
    return page.voice.tells or placed or bool(page.signs.types & NEWS_TYPES)
