"""Where an article names somebody: at its head, in its summary, in what is reported, or far down."""

from collections.abc import Iterable, Sequence
from typing import Final

from summaries.models import Analysis, Span, meeting, merged

_OPENING: Final = 2  # paragraphs that tell what a story is about
_LONGEST_OPENING: Final = 1200  # characters of each; a page without paragraphs is no opening
_NEAR: Final = 3  # paragraphs in which a story is told once, with all who are in it


class Whereabouts:
    """Of one article; what is asked of is the mentions that are names."""

    def __init__(self, analysis: Analysis, reported: Iterable[Span]) -> None:
        article = analysis.article
        above = (span for span in (article.headline, article.deck) if span is not None)
        paragraphs = [
            Span(span.start, min(span.end, span.start + _LONGEST_OPENING)) for span in article.body[:_NEAR]
        ]
        self._headline = article.headline
        self._top = merged((*above, *paragraphs[:1]))
        self._front = merged((*self._top, *paragraphs[:_OPENING]))
        self._near = merged((*self._top, *paragraphs))
        self._summed = merged(analysis.summary)
        self._told = merged((*analysis.summary, *reported))
        self._marked = merged(span for quote in analysis.quotes for span in quote.verbatim)
        self._paragraphs = {span.start: span for span in article.body}

    def heads(self, names: Sequence[Span]) -> bool:
        """Whether the headline names it."""
        return self._headline is not None and any(map(self._headline.meets, names))

    def opens(self, names: Sequence[Span]) -> bool:
        """Whether it is named where the story opens."""
        return _any_in(self._front, names)

    def is_near(self, names: Sequence[Span]) -> bool:
        """Whether it is named in the first paragraphs."""
        return _any_in(self._near, names)

    def leads(self, names: Sequence[Span]) -> bool:
        """Whether it stands where the story is told: at its head, in its summary, in what is reported."""
        return self.opens(names) or _any_in(self._told, names)

    def is_in_news(self, names: Sequence[Span]) -> bool:
        """Whether it stands at the head of the story or in its summary."""
        return self.opens(names) or _any_in(self._summed, names)

    def is_in_first_words(self, names: Sequence[Span]) -> bool:
        """The same, and not only in the second paragraph, which tells what else there is of the matter."""
        return _any_in(self._top, names) or _any_in(self._summed, names)

    def is_only_said(self, names: Sequence[Span]) -> bool:
        """Whether it stands in quoted words alone, as whom a speaker compares with somebody does."""
        return bool(names) and all(meeting(self._marked, span) for span in names) and not self.leads(names)

    def signs(self, name: Span) -> bool:
        """Whether a line begins with the name, as that of a letter's writer does."""
        return name.start in self._paragraphs

    def is_line(self, name: Span) -> bool:
        """Whether the name is a line of its own."""
        return self._paragraphs.get(name.start) == name


def _any_in(spans: Sequence[Span], names: Sequence[Span]) -> bool:
    return any(meeting(spans, name) for name in names)
