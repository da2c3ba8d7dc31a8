"""Tells the kind of a text by its form: what a wire, a letter to subscribers, an interview looks like."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from summaries.articles.entries import entry_hours, runs_backwards
from summaries.lexicon.genres import AUTHORS_OWN, NEWSLETTER_OPENINGS, RELEASE_WIRES
from summaries.models import Article, Genre
from summaries.turns import Turn

_NOTE_LINES: Final = 4  # at a text's end, where notes on its author stand
_FRONT_LINES: Final = 12  # before the story; a menu's are not all looked at
_TAIL: Final = 2_000  # characters that hold those lines
_WIRE_WITHIN: Final = 1_500  # characters from a text's start
_SOURCE_TAG = re.compile(r"\[[A-Z][^\[\]]{1,40}\]\W*$")
_FEWEST_TAGS: Final = 4
_FEWEST_ENTRIES: Final = 4
_LETTER = re.compile(r"(?:To the Editor|Dear (?:Sir|Editor|Sirs|Madam)|Editor|Sir)(?::|,\s*$| [–—-] )")


class TextShape(NamedTuple):
    """A text as it looks: its story's paragraphs and what stands around them."""

    article: Article
    front: tuple[str, ...]  # lines before the story, headline among them
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]  # the last lines of the text


def shape_of(article: Article) -> TextShape:
    """The outline of an article."""
    begin = article.body[0].start if article.body else len(article.text)
    return TextShape(
        article=article,
        front=_lines(article.text[:begin])[-_FRONT_LINES:],
        paragraphs=tuple(" ".join(span.of(article.text).split()) for span in article.body),
        notes=_lines(article.text[-_TAIL:])[-_NOTE_LINES:],
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for one in text.splitlines() if (line := one.strip()))


def genre_of_form(outline: TextShape, turns: Sequence[Turn]) -> Genre | None:
    """The kind that a text's form and its turns tell, None where they tell none."""
    signed = _signed(outline.article)
    if _is_release(outline, signed):
        return "release"
    if _is_live(outline):
        return "live"
    if _is_newsletter(outline):
        return "newsletter"
    if turns and turns[0].role == "writes":
        return "opinion"
    if _is_interview(outline, turns):
        return "interview"
    return "opinion" if _is_signed_opinion(outline, signed) else None


def _signed(article: Article) -> str:
    byline = article.byline.of(article.text) if article.byline else ""
    return f"{byline} {article.author or ''}".casefold()


def _is_release(outline: TextShape, signed: str) -> bool:
    begin = outline.article.text[:_WIRE_WITHIN]
    return any(wire in begin for wire in RELEASE_WIRES) or "press release" in signed


def _is_live(outline: TextShape) -> bool:
    """Entries with their hour, the newest on top: what happened on a day is told forwards."""
    entries = entry_hours(outline.paragraphs)
    return len(entries) >= _FEWEST_ENTRIES and runs_backwards([hour for _, hour in entries]) is True


def _is_newsletter(outline: TextShape) -> bool:
    if any(line.startswith(NEWSLETTER_OPENINGS) for line in _edges(outline)):
        return True
    return sum(_SOURCE_TAG.search(one) is not None for one in outline.paragraphs) >= _FEWEST_TAGS


def _is_interview(outline: TextShape, turns: Sequence[Turn]) -> bool:
    """Whether one answers what another asks through most of the text; with more voices it is a broadcast."""
    if 2 * sum(len(turn.words) for turn in turns) < len(outline.paragraphs):
        return False
    voices = {turn.label.of(outline.article.text).split()[-1].casefold() for turn in turns if turn.label}
    return any(turn.role == "answers" for turn in turns) or len(voices) == 2


def _is_signed_opinion(outline: TextShape, signed: str) -> bool:
    """Whether a note says that the views are the author's, an editorial board signs, or readers write."""
    notes = " ".join(_edges(outline))
    if "editorial board" in signed or any(words in notes for words in AUTHORS_OWN):
        return True
    return any(_LETTER.match(one) for one in outline.paragraphs)


def _edges(outline: TextShape) -> tuple[str, ...]:
    """The lines around the story, in lower case with straight apostrophes."""
    lines = (*outline.front, *outline.paragraphs[:2], *outline.notes)
    return tuple(line.casefold().replace("’", "'") for line in lines)
