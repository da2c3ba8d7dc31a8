"""Composes quotes: find_quotes(doc, article, cast) → what was said, by whom, in text order."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby, pairwise

from spacy.tokens import Doc

from summaries.actors import Cast
from summaries.articles import story_start
from summaries.models import Article, Quote, QuoteKind, Span
from summaries.quotes import marks
from summaries.quotes.context import Context, leads_to_others_words
from summaries.quotes.drafts import QuoteDraft, block_of, drafts_of
from summaries.quotes.page import ParagraphView
from summaries.quotes.pretended import is_passed_off
from summaries.quotes.promised import with_promised
from summaries.quotes.pulls import without_pull_quotes
from summaries.quotes.reading import Reading
from summaries.quotes.referring import with_referents
from summaries.quotes.turns import Labels, drafts_in
from summaries.quotes.whom import whom
from summaries.turns import Turn, find_turns, unlabelled

_NEAR = 4  # quotes before a block quotation
_DIRECT = 0.8  # of the content's letters and digits in quotation marks: the contract's four fifths


def find_quotes(doc: Doc, article: Article, cast: Cast) -> tuple[Quote, ...]:
    """Every attribution in the article's body, in text order: `quotes_in` of its words."""
    return quotes_in(Reading(doc, article.text), article, cast)


def quotes_in(reading: Reading, article: Article, cast: Cast) -> tuple[Quote, ...]:
    """Every attribution in the body, in text order; kinds and spans as the contract defines them.

    Never raises on odd marks and never guesses a speaker: a quotation with no cue has `speaker` None, and
    an `actor` only where nobody else can have spoken.
    """
    turns = find_turns(article)
    pages = tuple(_pages(reading, _opened(article, unlabelled(article, turns))))
    blocks = frozenset(article.block_quotations)
    drafts = without_pull_quotes(_drafts(pages, turns, blocks, article.text), pages, article.text)
    labels = Labels(article, turns, cast)
    quotes = _quotes(drafts, reading, cast, Context(pages, cast, article.captions), labels)
    in_order = sorted(quotes, key=lambda quote: quote.content[0])
    return with_referents(with_promised(in_order, reading, article, cast), reading, article, cast)


def _opened(article: Article, paragraphs: Sequence[Span]) -> Sequence[Span]:
    """The first without place, day and agency: to the parser "Nov 29 - The harbour" may be one sentence."""
    start = story_start(article)
    return [Span(start, one.end) if one.start < start < one.end else one for one in paragraphs]


def _pages(reading: Reading, paragraphs: Sequence[Span]) -> Iterator[ParagraphView]:
    for place, paragraph in enumerate(paragraphs):
        following = paragraphs[place + 1 : place + 2]
        continues = any(marks.opens(reading.text, span) for span in following)
        yield ParagraphView(reading, paragraph, marks.passages(reading.text, paragraph, continues=continues))


def _drafts(
    pages: Sequence[ParagraphView], turns: Sequence[Turn], blocks: Set[Span], text: str
) -> Iterator[QuoteDraft]:
    """The drafts of the paragraphs, those of a turn as its speaker's."""
    turn_of = {span: turn for turn in turns for span in turn.words}
    for turn, group in groupby(pages, key=lambda page: turn_of.get(page.span)):
        together = list(group)
        found = _found(together, blocks)
        yield from found if turn is None else drafts_in(turn, together, found, text)


def _found(pages: Sequence[ParagraphView], blocks: Set[Span]) -> list[QuoteDraft]:
    drafts: list[QuoteDraft] = []
    for previous, page in pairwise([None, *pages]):
        if page is None:
            continue
        latest = drafts[-1] if drafts else None
        if page.span not in blocks or page.passages:
            drafts += drafts_of(page, previous, latest)
        elif previous is not None and (block := block_of(page, previous, latest)) is not None:
            drafts.append(block)
    return drafts


def _quotes(
    drafts: Iterable[QuoteDraft], reading: Reading, cast: Cast, context: Context, labels: Labels
) -> Iterator[Quote]:
    text = reading.text
    before: list[Quote] = []
    for draft in map(_without_odd_cue, drafts):
        content = tuple(_without(_merged(draft.content, text), draft.speaker, text))
        if not content:
            continue
        verbatim = tuple(sorted(set(draft.verbatim)))
        quote = Quote(
            kind=_kind(content, verbatim, text),
            content=content,
            verbatim=verbatim,
            cue=draft.cue,
            speaker=draft.speaker,
        )
        if not draft.is_labelled and is_passed_off(reading, quote):
            alone = quote.kind == "direct" and not draft.is_block
            told = replace(quote, cue=None, speaker=None) if alone else None
        elif draft.is_block:
            told = _block_quotation(quote, _outermost(before), reading, cast, context)
        elif draft.is_labelled:
            told = replace(quote, actor=labels.actor(draft.speaker))
        elif draft.speaker is not None:
            told = replace(quote, actor=whom(reading, quote, cast))
        elif draft.cue is None:
            latest = before[-1] if before else None
            told = replace(quote, actor=context.speaker_of(content[0], latest))
        else:
            told = quote
        if told is not None:
            before.append(told)
            if not draft.is_slight:
                yield told


def _block_quotation(
    quote: Quote, latest: Quote | None, reading: Reading, cast: Cast, context: Context
) -> Quote | None:
    """A block quotation under who leads to it, else who spoke last right before; None where nobody did."""
    if quote.speaker is not None:
        actor = whom(reading, quote, cast)
        cue = reading.words[reading.at(quote.cue.start)] if quote.cue is not None else None
        anothers = cue is not None and leads_to_others_words(cue, actor, reading, cast)
        return None if anothers else replace(quote, actor=actor)
    who = context.who_leads_to(quote.content[0], latest)
    return None if who is None or latest is None else replace(quote, speaker=latest.speaker, actor=who)


def _outermost(before: Sequence[Quote]) -> Quote | None:
    """The last of the quotes that is no part of what another tells: "Hall said the new one had promised"."""
    for quote in reversed(before[-_NEAR:]):
        cue = quote.cue
        if cue is None or not any(span.holds(cue) for other in before[-_NEAR:] for span in other.content):
            return quote
    return None


def _without_odd_cue(draft: QuoteDraft) -> QuoteDraft:
    """A speaker inside the marks of the same quote is a part of what was said: the cue was misread."""
    if draft.speaker is not None and any(span.meets(draft.speaker) for span in draft.verbatim):
        return replace(draft, cue=None, speaker=None)
    return draft


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
