"""Drafts: a paragraph's passages and statements → quotes in the making.

Passages of one cue are one quote; a quotation that runs over paragraphs stays one.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from summaries.lexicon.cues import ASKING_CUES
from summaries.models import Span
from summaries.quotes import attribution, signatures
from summaries.quotes.claims import Cued
from summaries.quotes.enough import says_enough
from summaries.quotes.linking import link
from summaries.quotes.page import ParagraphView
from summaries.quotes.reported import Statement
from summaries.quotes.signatures import Signature
from summaries.quotes.verbs import is_utterance
from summaries.quotes.views import told_before, view_of

_MARKS = frozenset('"“”')
_FEW = 3  # words; less than that, left over before a quotation, reports nothing


@dataclass(slots=True)
class QuoteDraft:
    """A quote in the making: the next passage, or the next paragraph, may still add to it."""

    cue: Span | None = None
    speaker: Span | None = None
    content: list[Span] = field(default_factory=list)
    verbatim: list[Span] = field(default_factory=list)
    is_labelled: bool = False  # the page's form gives it to a label, or to the one whom the page interviews
    is_block: bool = False  # the page sets it apart, without marks
    is_slight: bool = False  # tells who spoke and not what was said: no quote

    def attribute(self, page: ParagraphView, cue: int, speaker: Span | None) -> None:
        """Says who speaks, by the word of the cue."""
        self.cue, self.speaker = page.reading.word(cue), speaker

    def sign(self, signature: Signature) -> None:
        """Says who speaks, by the line that signs it."""
        self.cue, self.speaker = signature.dash, signature.name


def drafts_of(
    page: ParagraphView, previous: ParagraphView | None, latest: QuoteDraft | None
) -> list[QuoteDraft]:
    """The drafts that begin in the paragraph, in text order; `latest`, of the paragraph before, may grow."""
    if previous is not None:
        signed = signatures.below(page, previous)
        if signed is not None:
            return _signed_below(previous, latest, signed)
    carried = _carried(page, previous, latest) if previous is not None and latest is not None else None
    claimed = _claimed(page, previous, carried)
    begun = [draft for draft in claimed if draft is not carried]
    views = _views(page, previous, latest) if previous is not None else ()
    return sorted([*views, *begun, *_reported(page, claimed)], key=lambda draft: draft.content[0])


def block_of(page: ParagraphView, previous: ParagraphView, latest: QuoteDraft | None) -> QuoteDraft | None:
    """The draft of a block quotation without marks; None where `latest` grows by it."""
    if latest is not None and latest.is_block and latest.content[-1] == previous.span:
        latest.content.append(page.span)
        return None
    draft = QuoteDraft(content=[page.span], is_block=True)
    if previous.ends_with_colon:
        _lead_to(draft, previous)
    return draft


def _views(page: ParagraphView, previous: ParagraphView, latest: QuoteDraft | None) -> Iterator[QuoteDraft]:
    """What the sentence before tells, as the view of whoever this paragraph says; not if it is somebody's."""
    view = view_of(page)
    told = told_before(page, previous) if view is not None else None
    known = latest is not None and told is not None and any(map(told.meets, latest.content))
    if view is not None and told is not None and not known:
        draft = QuoteDraft(content=[told])
        draft.attribute(page, view.cue, view.speaker)
        yield draft


def _reported(page: ParagraphView, claimed: list[QuoteDraft]) -> Iterator[QuoteDraft]:
    """The statements of the paragraph whose cues have claimed no passage."""
    cues = {draft.cue for draft in claimed}
    taken = sorted(span for draft in claimed for span in draft.verbatim)
    for statement in page.statements:
        cue = page.reading.word(statement.cue)
        if cue in cues or not _stands_alone(page, statement):
            continue
        content = _unquoted(page, statement, taken)
        if content and _is_rest(page, statement, content[0]):
            continue
        titles = page.passages_in(content)
        if content:
            slight = not titles and not _says_enough(page, statement, content)
            yield QuoteDraft(cue, statement.speaker, [*content, *titles], titles, is_slight=slight)


def _claimed(
    page: ParagraphView, previous: ParagraphView | None, carried: QuoteDraft | None
) -> list[QuoteDraft]:
    """The drafts to which the paragraph's passages belong."""
    by_cue: dict[int, QuoteDraft] = {}
    found: dict[int, QuoteDraft] = {}  # by identity
    current, latest = carried, None
    led = previous if previous is not None and previous.ends_with_colon else None
    for place, passage in enumerate(page.passages):
        signed = signatures.behind(page, place)
        claim = link(page, place, latest, led_by_colon=led is not None) if signed is None else "goes on"
        if claim is None:
            continue
        if isinstance(claim, Cued):
            latest = claim
            open_still = place == 0 and carried is not None and not carried.cue
            current = by_cue.setdefault(claim.cue, carried if open_still and carried else QuoteDraft())
            current.attribute(page, claim.cue, claim.speaker)
            current.content += claim.content
        elif current is None or (claim == "alone" and place > 0) or (signed is not None and current.cue):
            current = QuoteDraft()
            if led is not None and place == 0:
                _lead_to(current, led)
        if signed is not None:
            current.sign(signed)
        current.content.append(passage.span)
        current.verbatim.append(passage.span)
        found[id(current)] = current
    return list(found.values())


def _signed_below(previous: ParagraphView, latest: QuoteDraft | None, signed: Signature) -> list[QuoteDraft]:
    """Gives the last passage of the paragraph before to who signs it, unless it is somebody's already."""
    passage = previous.passages[-1].span
    if latest is not None and passage in latest.verbatim:
        if latest.cue is None:
            latest.sign(signed)
        return []
    draft = QuoteDraft(content=[passage], verbatim=[passage])
    draft.sign(signed)
    return [draft]


def _carried(page: ParagraphView, previous: ParagraphView, latest: QuoteDraft) -> QuoteDraft | None:
    """The quote that the paragraph before left open, carried on by a passage at the head of this one."""
    opens = bool(page.passages) and page.passages[0].span.start == page.span.start
    left_open = bool(previous.passages) and not previous.passages[-1].closed
    return latest if opens and left_open and latest.verbatim and not previous.ends_with_colon else None


def _lead_to(draft: QuoteDraft, previous: ParagraphView) -> None:
    """Gives the draft the cue of the paragraph before, which ended with a colon."""
    last = previous.sentence(previous.words.stop - 1)
    found = attribution.before(previous.reading, last, colon=True)
    if found is not None:
        draft.attribute(previous, found.cue, found.speaker)


def _stands_alone(page: ParagraphView, statement: Statement) -> bool:
    """Whether it is told for itself: no "promises" of nobody, no request inside of what another said."""
    cue = page.reading.words[statement.cue]
    if statement.speaker is None and (cue.pos_ == "NOUN" or cue.lemma_.lower() not in ASKING_CUES):
        return False  # "claims", "encouraging people to leave", "worth noting that": of nobody
    others = page.statements_beside(statement.cue)
    return is_utterance(cue) or not any(other.holds(cue.i) for other in others if other is not statement)


def _is_rest(page: ParagraphView, statement: Statement, first: Span) -> bool:
    """“It is late,” he wrote 21 months, he said, after he saw it: what is left behind the cue tells when."""
    behind = page.reading.words[page.reading.at(first.start)]
    return statement.words[0].start < statement.cue < behind.i and behind.pos_ in ("ADP", "SCONJ")


def _says_enough(page: ParagraphView, statement: Statement, content: list[Span]) -> bool:
    leads = statement.words[0].start > statement.cue  # to what it may be cut off from
    told = statement.words if leads else map(page.reading.over, content)
    words = [page.reading.words[i] for piece in told for i in piece]
    if any(word.text in _MARKS for word in words):
        return False  # a mark without its fellow: the words are cut out of a quotation
    return says_enough(page.reading.words[statement.cue], words)


def _unquoted(page: ParagraphView, statement: Statement, taken: list[Span]) -> list[Span]:
    """A statement's content up to the first of the passages that others have `taken`.

    What leads into the passage without a mark between them says nothing without it: "said that the".
    """
    kept = []
    for span in page.content(statement):
        first = max(bisect_right(taken, span) - 1, 0)
        met = next((other for other in taken[first : first + 2] if other.meets(span)), None)
        if met is None:
            kept.append(span)
        elif met.start > span.start:
            words = page.reading.text[span.start : met.start].rstrip()
            if len(words.split()) >= _FEW and not words[-1].isalnum():
                kept.append(Span(span.start, span.start + len(words)))
    return kept
