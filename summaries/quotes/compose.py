"""Composes quotes: find_quotes(doc, article, cast) → what was said, by whom, in text order."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from spacy.tokens import Doc

from summaries.models import Article, Quote, QuoteKind, Span
from summaries.quotes import marks
from summaries.quotes.drafts import Draft, drafts_of
from summaries.quotes.page import Page
from summaries.quotes.reading import Reading

_DIRECT = 0.8  # of the content's letters and digits in quotation marks: the contract's four fifths


class Resolver(Protocol):
    """What quotes ask of the cast."""

    def at(self, span: Span) -> int | None:
        """Index of the actor whom the mention means, None where it is nobody's."""


def find_quotes(doc: Doc, article: Article, cast: Resolver) -> tuple[Quote, ...]:
    """Every attribution in the article's body, in text order; kinds and spans as the contract defines them.

    Never raises on odd marks and never guesses a speaker: a quotation with no cue has `speaker` None, and
    the `actor` who has been speaking just before, if anybody.
    """
    drafts: list[Draft] = []
    previous: Page | None = None
    for page in _pages(Reading(doc, article.text), article):
        drafts += drafts_of(page, previous, drafts[-1] if drafts else None)
        previous = page
    return tuple(sorted(_quotes(drafts, article.text, cast), key=lambda quote: quote.content[0]))


def _pages(reading: Reading, article: Article) -> Iterator[Page]:
    for place, paragraph in enumerate(article.body):
        following = article.body[place + 1 : place + 2]
        continues = any(marks.opens(article.text, span) for span in following)
        yield Page(reading, paragraph, marks.passages(article.text, paragraph, continues=continues))


def _quotes(drafts: Iterable[Draft], text: str, cast: Resolver) -> Iterator[Quote]:
    speaking: int | None = None
    for draft in drafts:
        content = tuple(_without(_merged(draft.content, text), draft.speaker, text))
        if not content:
            continue
        if draft.speaker is not None:
            speaking = cast.at(draft.speaker)
        verbatim = tuple(sorted(set(draft.verbatim)))
        yield Quote(
            kind=_kind(content, verbatim, text),
            content=content,
            verbatim=verbatim,
            cue=draft.cue,
            speaker=draft.speaker,
            actor=speaking if draft.speaker is not None or draft.cue is None else None,
        )


def _merged(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """The spans in order, those that touch or have only blanks of one line between them made one."""
    last: Span | None = None
    for span in sorted(spans):
        if last is None:
            last = span
        elif span.start <= last.end or not text[last.end : span.start].strip(" \xa0"):
            last = Span(last.start, max(last.end, span.end))
        else:
            yield last
            last = span
    if last is not None:
        yield last


def _without(content: Iterable[Span], hole: Span | None, text: str) -> Iterator[Span]:
    """The spans with the speaker's words cut out of them."""
    for span in content:
        if hole is None or not span.meets(hole):
            yield span
            continue
        for rest in (Span(span.start, hole.start), Span(hole.end, span.end)):
            words = rest.of(text)
            if words.strip():
                yield Span(rest.start + len(words) - len(words.lstrip()), rest.start + len(words.rstrip()))


def _kind(content: tuple[Span, ...], verbatim: tuple[Span, ...], text: str) -> QuoteKind:
    marked = _letters(verbatim, text)
    if not marked:
        return "indirect"
    return "direct" if marked >= _DIRECT * _letters(content, text) else "mixed"


def _letters(spans: Iterable[Span], text: str) -> int:
    return sum(sum(map(str.isalnum, span.of(text))) for span in spans)
