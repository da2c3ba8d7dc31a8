"""The actors of an article and which of them a stretch of its text means."""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from summaries.models import Actor, Span

_END: Final = attrgetter("mention.end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One mention of an actor: its words, and the whole phrase that it is the head of."""

    mention: Span
    phrase: Span  # "Turkish Foreign Minister Mevlut Cavusoglu" of the mention "Mevlut Cavusoglu"
    actor: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Actors, heaviest first, and every reference to one of them in text order."""

    actors: tuple[Actor, ...] = ()
    references: tuple[Reference, ...] = ()

    def at(self, span: Span) -> int | None:
        """The actor whom `span` means, None where it means nobody known.

        A mention deep inside the span is not what the span means: "a spokesman for Assad" is not Assad.
        """
        opening = [one for one in self.references_in(span) if one.phrase.start <= span.start]
        if not opening:
            return None
        return max(opening, key=lambda reference: (reference.phrase.end, reference.mention.start)).actor

    def inside(self, span: Span) -> frozenset[int]:
        """The actors of every mention that shares a character with the span."""
        return frozenset(one.actor for one in self.references_in(span))

    def people_in(self, span: Span) -> frozenset[int]:
        """The persons among them."""
        return frozenset(place for place in self.inside(span) if self.actors[place].kind == "person")

    def references_in(self, span: Span) -> tuple[Reference, ...]:
        """Those of which a mention shares a character with the span, in text order."""
        return tuple(one for one in self._near(span) if one.mention.meets(span))

    def _near(self, span: Span) -> tuple[Reference, ...]:
        first = bisect_right(self.references, span.start, key=_END)
        last = first
        while last < len(self.references) and self.references[last].mention.start < span.end:
            last += 1
        return self.references[first:last]
