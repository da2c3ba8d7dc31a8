"""Composes quotes of passages, cues and statements: find_quotes(doc, article, cast) → quotes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from spacy.tokens import Doc

from summaries.models import Article, Quote, QuoteKind, Span
from summaries.quotes import attribution, marks
from summaries.quotes.linking import Cued, link
from summaries.quotes.page import Page
from summaries.quotes.reading import Reading
from summaries.quotes.reported import Statement

_DIRECT = 0.8  # of the content's letters and digits in quotation marks: the contract's four fifths
_FEW = 3  # words; less than that, left over before a quotation, reports nothing


class Resolver(Protocol):
    """What quotes ask of the cast."""

    def at(self, span: Span) -> int | None:
        """Index of the actor whom the mention means, None where it is nobody's."""


@dataclass(slots=True)
class _Draft:
    """A quote in the making."""

    cue: Span | None = None
    speaker: Span | None = None
    content: list[Span] = field(default_factory=list)
    verbatim: list[Span] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the last of its words stands, the cue's counted."""
        return max(span.end for span in (*self.content[-1:], self.cue) if span is not None)


def find_quotes(doc: Doc, article: Article, cast: Resolver) -> tuple[Quote, ...]:
    """Every attribution in the article's body, in text order; kinds and spans as the contract defines them.

    Never raises on odd marks and never guesses a speaker: a quotation with no cue has `speaker` None, and
    the `actor` who has been speaking just before, if anybody.
    """
    reading = Reading(doc, article.text)
    drafts: list[_Draft] = []
    previous: Page | None = None
    for place, paragraph in enumerate(article.body):
        following = article.body[place + 1] if place + 1 < len(article.body) else None
        continues = following is not None and marks.opens(article.text, following)
        page = Page(reading, paragraph, marks.passages(article.text, paragraph, continues=continues))
        drafts += sorted(_drafts(page, previous, drafts), key=lambda draft: draft.content[0])
        previous = page
    return tuple(sorted(_quotes(drafts, article.text, cast), key=lambda quote: quote.content[0]))


def _drafts(page: Page, previous: Page | None, earlier: list[_Draft]) -> list[_Draft]:
    by_cue = _quoted(page, previous, earlier)
    reported = (
        _Draft(cue=page.reading.word(statement.cue), speaker=statement.speaker, content=content)
        for statement in page.statements
        if statement.cue not in by_cue and (content := _unquoted(page, statement))
    )
    return [*by_cue.values(), *reported]


def _quoted(page: Page, previous: Page | None, earlier: list[_Draft]) -> dict[int, _Draft]:
    """The drafts of passages in marks, by the word of their cue or, without one, by a number below 0."""
    found: dict[int, _Draft] = {}
    current, latest = _carried(page, previous, earlier), None
    colon = previous is not None and previous.span.of(previous.reading.text).endswith(":")
    for place, passage in enumerate(page.passages):
        claim = link(page, place, latest, led_by_colon=colon)
        if claim is None:
            continue
        if isinstance(claim, Cued):
            latest = claim
            current = found.setdefault(claim.cue, _Draft(page.reading.word(claim.cue), claim.speaker))
            current.content += claim.content
        elif current is None or (claim == "alone" and place > 0):
            current = found[-1 - place] = _Draft()
            if colon and place == 0 and previous is not None:
                _lead_to(current, previous)
        current.content.append(passage.span)
        current.verbatim.append(passage.span)
    return found


def _carried(page: Page, previous: Page | None, earlier: list[_Draft]) -> _Draft | None:
    """The quote that a passage at the head of this paragraph carries on, if it has no cue of its own.

    One that the paragraph before left open, or that ran to that paragraph's end.
    """
    if previous is None or not earlier or not page.passages or not earlier[-1].verbatim:
        return None
    if page.passages[0].span.start > page.span.start:
        return None
    latest, reading = earlier[-1], page.reading
    if previous.passages and not previous.passages[-1].closed:
        return latest
    closing = previous.sentence(max(previous.words.stop - 1, previous.words.start))
    return latest if latest.cue is not None and reading.at(latest.end - 1) >= closing.start else None


def _lead_to(draft: _Draft, previous: Page) -> None:
    """Gives the draft the cue of the paragraph before, which ended with a colon."""
    last = previous.sentence(previous.words.stop - 1)
    found = attribution.before(previous.reading, last, colon=True)
    if found is not None:
        draft.cue, draft.speaker = previous.reading.word(found.cue), found.speaker


def _unquoted(page: Page, statement: Statement) -> list[Span]:
    """A statement's content up to the first passage it meets, which is another cue's."""
    kept = []
    for span in page.content(statement):
        met = page.first_met(span)
        if met is None:
            kept.append(span)
        elif met.start > span.start and len(page.reading.text[span.start : met.start].split()) >= _FEW:
            kept.append(Span(span.start, met.start))
    return kept


def _quotes(drafts: Iterable[_Draft], text: str, cast: Resolver) -> Iterator[Quote]:
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
