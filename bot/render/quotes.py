"""A quotation: verbatim, with who spoke, and how far the article says so."""

from collections.abc import Iterator
from typing import TypeAlias

from bot.domain import passages
from bot.domain.whois import who_is
from bot.domain.words import cut, safe_words, units, words_of_spans
from bot.render.articles import dotted, kind, lone
from bot.render.blocks import LONG_QUOTATION, Block, bold, italic, linked, paragraph, plain, quotation
from bot.render.texts import Run, Said, _, in_line
from summaries.models import Analysis, Quote, Span

NAME_LENGTH = 80
SPEAKERS_LENGTH = 160  # graphemes of words that stand for several, or for nobody with a name
DESCRIPTION_LENGTH = 160  # graphemes; a longer one is a clause that tells more than who somebody is
NOTHING = Span(0, 0)
WORDS_LENGTH = 1500  # of one quotation among several; the whole of it stands in the full text

# Translators: under a quotation, in place of its speaker.
UNATTRIBUTED = _("unattributed: who said it is not certain")
# Translators: how the speaker of a quotation is known; in brackets behind the name, or in a list of notes.
FROM_CONTEXT = _("from the context")
# Translators: of words that the article reports and does not quote; in brackets, or in a list of notes.
REPORTED = _("as reported")


Words: TypeAlias = tuple[Span, ...]  # that are shown for a quotation: reckoned once, and handed on


def quote_block(analysis: Analysis, quote: Quote, *, below: Said = "") -> Block:
    """One quotation with its speaker. Reported speech gets no marks and is said to be reported.

    `below` tells of its article, and leads there.
    """
    return block_of(analysis, quote, passages.passage(analysis, quote), below=below)


def block_of(
    analysis: Analysis, quote: Quote, words: Words, *, below: Said, number: int | None = None
) -> Block:
    """The same of words that were reckoned before; `number` stands before it."""
    first = (plain(f"{number}. "),) if number is not None else ()
    said = cut(words_of_spans(analysis.article, words), WORDS_LENGTH)
    who = speaker(analysis, quote)
    last = (plain("\n"), linked(italic(below), analysis.article.url)) if below else ()
    if not passages.is_spoken(analysis, quote):
        told = in_line(", ", (kind(analysis.article.genre), REPORTED))
        return paragraph(*first, *who, italic(in_line("", (" (", told, "): "))), said, *last)
    if units(said) > LONG_QUOTATION:  # shown folded: whoever sees its first lines must see whose they are
        return quotation(*first, *who, plain(":\n"), said, *last)
    return quotation(*first, said, plain("\n— "), *who, *last)


def quote_blocks(
    analysis: Analysis, quote: Quote, *, below: Said = "", read: Span = NOTHING
) -> Iterator[Block]:
    """One quotation with its speaker, under the sentences that lead to it where it leans on them.

    `read`: what of the article is read right above.
    """
    words = passages.passage(analysis, quote)
    yield from leading(analysis, unread(passages.leads_before(analysis, quote, words), read))
    yield block_of(analysis, quote, words, below=below)


def unread(lead: Span | None, read: Span) -> Span | None:
    """What of the lead is not read above."""
    if lead is None:
        return None
    begins = max(lead.start, read.end) if read.start < lead.end else lead.start
    return Span(begins, lead.end) if begins < lead.end else None


def leading(analysis: Analysis, lead: Span | None) -> Iterator[Block]:
    """What leads to a quotation, above it."""
    if lead is not None:
        yield paragraph(italic(safe_words(analysis.article, lead)))


def statement_blocks(
    analysis: Analysis, quote: Quote, *, below: Said = "", read: Span = NOTHING
) -> Iterator[Block]:
    """One quotation where the reader knows who speaks, under the sentences that lead to it.

    What a column reports stands behind its kind. `read`: what of the article is read right above.
    """
    words = passages.passage(analysis, quote)
    yield from leading(analysis, unread(passages.leads_before(analysis, quote, words), read))
    yield _statement_block(analysis, quote, words, below=below)


def _statement_block(analysis: Analysis, quote: Quote, words: Words, *, below: Said) -> Block:
    said = cut(words_of_spans(analysis.article, words), WORDS_LENGTH)
    known = FROM_CONTEXT if quote.speaker is None else ""
    if not passages.is_spoken(analysis, quote):
        notes = _notes(analysis, below, known, REPORTED)
        told = lone(analysis.article, said, told_by=False)
        return paragraph("· ", *told, italic(" ("), *notes, italic(")")).close()
    notes = _notes(analysis, dotted(kind(analysis.article.genre), below), known)
    return quotation(said, plain("\n") if notes else "", *notes)


def _notes(analysis: Analysis, article: Said, *others: Said) -> tuple[Run, ...]:
    """What is noted of a statement, behind commas; what tells of its article leads there."""
    first = (linked(italic(article), analysis.article.url),) if article else ()
    told = in_line(", ", others)
    return (*first, italic(in_line("", (", ", told)) if first else told)) if told else first


def speaker(analysis: Analysis, quote: Quote) -> tuple[Run, ...]:
    """Who spoke, who that is in the article's words, and how it is known; or that this is not certain."""
    if quote.actor is None:
        named = safe_words(analysis.article, quote.speaker) if quote.speaker is not None else ""
        return (bold(cut(named, SPEAKERS_LENGTH)),) if named else (italic(UNATTRIBUTED),)
    actor = analysis.actors[quote.actor]
    runs = [bold(cut(actor.name, NAME_LENGTH))]
    if described := who_is(analysis, actor):
        runs.append(plain(f", {cut(described, DESCRIPTION_LENGTH)}"))
    if quote.speaker is None:
        runs.append(italic(in_line("", (" (", FROM_CONTEXT, ")"))))
    return tuple(runs)
