"""Tells what kind of text an article is: news, a column, a live blog, a release.

By its marks where it bears any: labels above the headline and beside it, sections, the address, schema.org's
types. Then by its form: what a wire, a letter to subscribers, an interview looks like. Then by its voice: who
says "I" outside quotation marks has an opinion, who tells what others said reports. What neither tells
surely is None: a column that passes for news misleads, a report without a label does not.
"""

import re
from collections.abc import Sequence
from typing import Final

from summaries.articles.forms import TextShape, genre_of_form, shape_of
from summaries.articles.labels import find_labels, genre_of_labels, genre_of_types
from summaries.articles.parts import Signs
from summaries.articles.voice import Voice, voice_of
from summaries.lexicon.genres import COMMENTATORS, NEWS_TYPES, REPORTERS, UNSURE_LABELS, UNSURE_TYPES
from summaries.models import Article, Genre
from summaries.turns import find_turns

_FULL_TEXT = re.compile(r"\b(?:transcript|full text|in full|remarks as)\b", re.IGNORECASE)
_BIOGRAPHY = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|writes|teaches|served)\b")
_LONGEST_NOTE: Final = 60  # words
_HANDLE = re.compile(r"(?:Twitter|Follow|E-?mail|On Twitter)?:?\s*@\w+\.?|\S+@\S+\.\w+", re.IGNORECASE)


def find_genre(article: Article, signs: Signs) -> Genre | None:
    """The kind of text, None where it cannot be told. Of another language than English its marks alone."""
    outline = shape_of(article)
    labels = find_labels(article, signs, outline.front)
    marked = genre_of_labels(labels) or genre_of_types(signs.types)
    if marked is not None or article.language not in ("en", None):
        return marked
    turns = find_turns(article)
    formed = genre_of_form(outline, turns)
    if formed is not None or turns:  # a transcript says "I" in everybody's name
        return formed
    return None if _is_unsure(article, signs, labels) else _genre_of_voice(outline, signs)


def _is_unsure(article: Article, signs: Signs, labels: frozenset[str]) -> bool:
    """Whether its marks say that it is no plain report, and not what it is."""
    headline = article.headline.of(article.text) if article.headline else ""
    marked = labels & UNSURE_LABELS or signs.types & UNSURE_TYPES
    return bool(marked) or _FULL_TEXT.search(headline) is not None


def _genre_of_voice(outline: TextShape, signs: Signs) -> Genre | None:
    voice = voice_of(outline.paragraphs)
    if _argues(voice, outline.notes):
        return "opinion"
    return "news" if _reports(voice, outline, signs) else None


def _argues(voice: Voice, notes: Sequence[str]) -> bool:
    """Whether the author speaks, or a note below says that it was no reporter."""
    if voice.argues or (voice.tells_little and _have_commentator(notes)):
        return True
    return voice.we > 0 and _end_column(notes)


def _end_column(notes: Sequence[str]) -> bool:
    """Whether the text ends with nothing but where to reach its author."""
    return bool(notes) and _HANDLE.fullmatch(notes[-1]) is not None


def _have_commentator(notes: Sequence[str]) -> bool:
    """Whether the text ends with who its author is, and that is no reporter."""
    for note in notes[-2:]:
        told = frozenset(re.findall(r"\w+", note.casefold()))
        if len(note.split()) <= _LONGEST_NOTE and _BIOGRAPHY.match(note):
            return bool(told & COMMENTATORS) and not told & REPORTERS
    return False


def _reports(voice: Voice, outline: TextShape, signs: Signs) -> bool:
    """Whether it tells what others said or what happened, and not of itself."""
    if not voice.keeps_out or _end_column(outline.notes):
        return False
    placed = outline.article.dateline is not None
    return voice.tells or placed or bool(signs.types & NEWS_TYPES)
