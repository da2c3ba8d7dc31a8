"""Tells what kind of text an article is: news, a column, a live blog, a release.

By its marks where it bears any: labels above the headline and beside it, sections, the address, schema.org's
types. Then by its form: what a wire, a letter to subscribers, an interview looks like. Then by its voice: who
says "I" outside quotation marks has an opinion, who tells what others said reports. What neither tells
surely is None: a column that passes for news misleads, a report without a label does not.
"""

import re
from typing import Final, NamedTuple

from summaries.articles.entries import entry_hours, runs_backwards
from summaries.articles.exchanges import is_interview
from summaries.articles.labels import find_labels, genre_of_labels, genre_of_types
from summaries.articles.parts import Parts
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
from summaries.models import Genre

_NOTE_LINES: Final = 4  # at a text's end, where notes on its author stand
_FRONT_LINES: Final = 12  # before the story; a menu's are not all looked at
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

    parts: Parts
    labels: frozenset[str]
    front: tuple[str, ...]  # lines before the story, headline among them
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]  # the last lines of the text
    voice: Voice


def find_genre(parts: Parts, *, language: str | None) -> Genre | None:
    """The kind of text, None where it cannot be told. Of another language than English its marks alone."""
    page = _look_at(parts)
    marked = genre_of_labels(page.labels) or genre_of_types(parts.signs.types)
    if marked is not None or language not in ("en", None):
        return marked
    return _by_form(page) or _by_voice(page)


def _look_at(parts: Parts) -> _Page:
    begin = parts.body[0].start if parts.body else len(parts.text)
    lines = [line for one in parts.text[:begin].splitlines() if (line := one.strip())]
    paragraphs = tuple(" ".join(span.of(parts.text).split()) for span in parts.body)
    tail = [line for one in parts.text[-2_000:].splitlines() if (line := one.strip())]
    front = tuple(lines[-_FRONT_LINES:])
    return _Page(
        parts=parts,
        labels=find_labels(parts, front),
        front=front,
        paragraphs=paragraphs,
        notes=tuple(tail[-_NOTE_LINES:]),
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
    if is_interview(page.paragraphs):
        return "interview"
    return "opinion" if _is_signed_opinion(page) else None


def _is_release(page: _Page) -> bool:
    begin = page.parts.text[:_WIRE_WITHIN]
    byline = page.parts.byline.of(page.parts.text).casefold() if page.parts.byline else ""
    return any(wire in begin for wire in RELEASE_WIRES) or "press release" in byline


def _is_live(page: _Page) -> bool:
    """Entries with their hour, the newest on top: what happened on a day is told forwards."""
    entries = entry_hours(page.paragraphs)
    return len(entries) >= _FEWEST_ENTRIES and runs_backwards([hour for _, hour in entries]) is True


def _is_newsletter(page: _Page) -> bool:
    if any(line.startswith(NEWSLETTER_OPENINGS) for line in _edges(page)):
        return True
    return sum(_SOURCE_TAG.search(one) is not None for one in page.paragraphs) >= _FEWEST_TAGS


def _is_signed_opinion(page: _Page) -> bool:
    """Whether a note says that the views are the author's, an editorial board signs, or readers write."""
    byline = page.parts.byline.of(page.parts.text).casefold() if page.parts.byline else ""
    notes = " ".join(_edges(page))
    if "editorial board" in byline or any(words in notes for words in AUTHORS_OWN):
        return True
    return any(_LETTER.match(one) for one in page.paragraphs)


def _edges(page: _Page) -> tuple[str, ...]:
    """The lines around the story, in lower case with straight apostrophes."""
    lines = (*page.front, *page.paragraphs[:2], *page.notes)
    return tuple(line.casefold().replace("’", "'") for line in lines)


# ---------------------------------------------------------------- voice


def _by_voice(page: _Page) -> Genre | None:
    headline = page.parts.headline.of(page.parts.text) if page.parts.headline else ""
    if page.labels & UNSURE_LABELS or page.parts.signs.types & UNSURE_TYPES or _FULL_TEXT.search(headline):
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
    placed = page.parts.dateline is not None
    return page.voice.tells or placed or bool(page.parts.signs.types & NEWS_TYPES)
