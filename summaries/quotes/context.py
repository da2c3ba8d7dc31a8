"""From the context: a paragraph that is one quotation and has no cue → the actor who has just been speaking.

Only where nobody else can have spoken: the speaker's own sentence is all that stands right before it, names
no other person, and does not ask for an answer. Anything less is nobody's: no name rather than a wrong one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from summaries.lexicon.cues import ASKING_CUES
from summaries.models import Actor, Quote, Span
from summaries.quotes.page import ParagraphView

_FEW = 6  # words; one sentence of so few in marks, alone on a line, is a heading as likely as a quotation
_SENTENCES = re.compile(r"[.!?]\s")
_ENDS = "\"”’'») "


class People(Protocol):
    """What the context asks of the cast."""

    @property
    def actors(self) -> Sequence[Actor]:
        """Everybody who acts or speaks."""

    def inside(self, span: Span) -> frozenset[int]:
        """Indices of the actors whom the span mentions."""


class Context:
    """The paragraphs of an article, asked who goes on speaking in one of them."""

    def __init__(self, pages: Sequence[ParagraphView], people: People) -> None:
        self._pages = pages
        self._starts = [page.span.start for page in pages]
        self._people = people

    def speaker_of(self, passage: Span, latest: Quote | None) -> int | None:
        """The actor of a passage without a cue, None where it may be another's than the latest quote's."""
        place = bisect_right(self._starts, passage.start) - 1
        if place < 1 or latest is None or latest.cue is None or latest.actor is None:
            return None
        page, before = self._pages[place], self._pages[place - 1]
        if (
            not page.is_all_quoted
            or not _touch(before, page)
            or _may_be_heading(passage.of(page.reading.text))
        ):
            return None
        if _asks(latest, before) or self._people.actors[latest.actor].kind == "group":
            return None
        told = before.told_since(latest.cue)
        return latest.actor if told is not None and self._is_alone(latest.actor, told) else None

    def _is_alone(self, actor: int, told: Iterable[Span]) -> bool:
        others = {other for span in told for other in self._people.inside(span)} - {actor}
        return all(self._people.actors[other].kind != "person" for other in others)


def _may_be_heading(words: str) -> bool:
    return len(words.split()) <= _FEW and _SENTENCES.search(words) is None


def _touch(before: ParagraphView, page: ParagraphView) -> bool:
    """Whether nothing of the page, a heading, a caption or a button, stands between the two paragraphs."""
    return bool(before.words) and page.reading.text[before.span.end : page.span.start].isspace()


def _asks(quote: Quote, page: ParagraphView) -> bool:
    """Whether the quote is a question: what follows it is as likely the answer, and another's."""
    text = page.reading.text
    if any(span.of(text).rstrip(_ENDS).endswith("?") for span in quote.content):
        return True
    cue = quote.cue
    return cue is not None and page.reading.words[page.reading.at(cue.start)].lemma_.lower() in ASKING_CUES
