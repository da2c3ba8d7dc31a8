"""The words that are shown for a quotation, and the sentences that lead to it where it leans on them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.domain.around import tells_of_what
from bot.domain.bringing_in import introduction, opens_with_told, points_at_told
from bot.domain.leads import (
    lead_at,
    sentence_before,
    sentence_bringing,
    sentence_spelling_out,
)
from bot.domain.long_before import opens_long_before, tells_of_long_before
from bot.domain.marked import quotes_another
from bot.domain.naming import means_untold
from bot.domain.replies import is_reply
from bot.domain.telling import OF_THEN
from bot.domain.tolls import is_bare_toll
from summaries.models import Analysis, Quote, QuoteKind, Span, meeting, place_from
from summaries.shown import year_of
from summaries.spoken import has_own_words, is_set_apart, stands_alone

SCANT = 7  # words
_OPENING = 60  # characters
_POINTING = (
    r"(?:this|that|these|those)"
    r"(?:[’'](?:s|ll|d|re)|\s+(?:is|was|are|were|will|would|has|had|can|could|may|does))"
)
_GOING_ON = re.compile(  # “It’s late.” “Because nobody came.”
    r"[“\"]?(?:and|because|but|he|it|nor|no|obviously|of course|or|she|so|such|they|yeah|yes|yet"
    rf"|{_POINTING})\b",
    re.IGNORECASE,
)
_ANSWERING = re.compile(  # “I see what you say”
    r"\bwhat you(?:[’']ve| have)? (?:ask|describ|mention|say|said|suggest|wr[io]t)"
    r"|\byour (?:concern|letter|point|question|remark)s?\b",
    re.IGNORECASE,
)
# Of another time than what the sentence before tells.
_LATER = re.compile(r"\b(?:but|however|now|today|tonight|yesterday|\w+day)\b", re.IGNORECASE)
_TURNING = re.compile(r"(?:But|However|Yet|Still|Instead|Nor)\b")
_ASKED = re.compile(r"(?:When )?[Aa]sked\b")


def is_spoken(analysis: Analysis, quote: Quote) -> bool:
    """Whether it is shown as a quotation: somebody's own words, and no title, nickname or term in marks.

    All else is shown as reported speech, in its sentence.
    """
    own = has_own_words(analysis.article, quote)
    return own and not _is_among(_place(analysis, quote), analysis.fragments)


def kind_shown(analysis: Analysis, quote: Quote) -> QuoteKind:
    """The kind that it is shown as: what the page sets apart without marks is quoted, too."""
    return kind_as(analysis, quote, is_spoken=is_spoken(analysis, quote))


def kind_as(analysis: Analysis, quote: Quote, *, is_spoken: bool) -> QuoteKind:
    """The same of one that is known to be shown as spoken, or not."""
    if is_set_apart(analysis.article, quote):
        return "direct"
    return quote.kind if is_spoken else "indirect"


def words_of(analysis: Analysis, quote: Quote) -> str:
    """What is shown for a quotation, as one line."""
    return " ".join(span.of(analysis.article.text) for span in passage(analysis, quote))


def said_of(analysis: Analysis, quote: Quote) -> str:
    """What of it somebody said, as one line: of a report, and of what only its sentence tells, that."""
    if not is_spoken(analysis, quote):
        return words_of(analysis, quote)
    return " ".join(span.of(analysis.article.text) for span in quote.content)


def passage(analysis: Analysis, quote: Quote) -> tuple[Span, ...]:
    """The words to show for a quotation: those in marks, or the whole sentences around it.

    "that the negotiations were “complicated.”" is shown as the sentence that says who said so, and of what;
    so is a quotation that begins in the midst of one, an answer whose question stands before it, and one of
    few words whose sentence tells beside them of what they are.
    """
    return passage_as(analysis, quote, is_spoken=is_spoken(analysis, quote))


def passage_as(analysis: Analysis, quote: Quote, *, is_spoken: bool) -> tuple[Span, ...]:
    """The same of one that is known to be shown as spoken, or not."""
    text = analysis.article.text
    if is_set_apart(analysis.article, quote):
        return quote.content
    if is_spoken and stands_alone(quote, text):
        if (whole := tells_of_what(analysis, quote)) is not None:
            return (whole,)
        first, *others = quote.content
        return (Span(_asked_from(analysis, first), first.end), *others)
    told: list[Span] = []
    for piece in quote.content:
        around = meeting(analysis.sentences, piece) or (piece,)
        whole = Span(min(around[0].start, piece.start), max(around[-1].end, piece.end))
        whole = _within_clause(analysis, quote, piece, whole)
        if told and not text[told[-1].end : whole.start].strip():
            whole = Span(told.pop().start, whole.end)
        told.append(whole)
    return tuple(told)


def _within_clause(analysis: Analysis, quote: Quote, piece: Span, sentence: Span) -> Span:
    """What of the sentence tells the piece alone: "Hall vowed to go on", and not what the mayor said."""
    for clause in meeting(analysis.clauses, piece):
        if clause.holds(piece) and quote.cue is not None and clause.holds(quote.cue):
            return Span(max(sentence.start, clause.start), min(sentence.end, clause.end))
    return sentence


def _asked_from(analysis: Analysis, words: Span) -> int:
    """Where the sentence of the words begins, if it tells what was asked: "Asked why, Ruiz said …"."""
    around = meeting(analysis.sentences, words)
    begins = min(around[0].start, words.start) if around else words.start
    return begins if _ASKED.match(analysis.article.text, begins) else words.start


def read_to(analysis: Analysis, quote: Quote) -> int:
    """Up to which character a reader of the quotation has read: the end of its last sentence."""
    return read_behind(analysis, quote, passage(analysis, quote))


def read_behind(analysis: Analysis, quote: Quote, words: Sequence[Span]) -> int:
    """The same of a quotation that is shown with these words."""
    if any(words[-1].end == clause.end for clause in meeting(analysis.clauses, words[-1])):
        return words[-1].end
    ends = (span.end for span in (quote.content[-1], quote.cue) if span is not None)
    sentences = (one.end for end in ends for one in meeting(analysis.sentences, Span(end - 1, end)))
    return max((words[-1].end, *sentences))


def reads_apart(analysis: Analysis, quote: Quote) -> bool:
    """Whether it leans on nothing, or the article's sentences lead to it."""
    leans = _is_among(_place(analysis, quote), analysis.leaning)
    return not leans or leads_to(analysis, quote) is not None


def leads_to(analysis: Analysis, quote: Quote) -> Span | None:
    """The article's sentences before a quotation that leans on them: they tell what is meant.

    Those right before it, or the one further above that brings in what its first words point at; or, in its
    own, what tells when it was said and against what. So they do of one of a few words, and where they alone
    tell that it was said long before the news, if nobody else is quoted in them; and of a reply, to whomever
    it answers. As few as can be read alone.

    None where the quotation stands by itself, and where those sentences are long or hold a piece of what
    another said: that would seem to be this speaker's.
    """
    return leads_before(analysis, quote, passage(analysis, quote))


def leads_before(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> Span | None:
    """The same of a quotation that is shown with these words."""
    place = _place(analysis, quote)
    if place < 0:
        return None
    brought = sentence_bringing(analysis, place, told[0])
    lead = _right_before(analysis, quote, place, told)
    if brought is not None and (lead is None or not lead.holds(brought)):
        return brought
    lead = lead or (_introduced(analysis, quote, place) if told == quote.content else None)
    if lead is None and not _is_among(place, analysis.leaning):
        return sentence_spelling_out(analysis, place, told)
    return lead


def _introduced(analysis: Analysis, quote: Quote, place: int) -> Span | None:
    return introduction(analysis, quote, leans=_is_among(place, analysis.leaning))


def _right_before(analysis: Analysis, quote: Quote, place: int, told: tuple[Span, ...]) -> Span | None:
    leans = _is_among(place, analysis.leaning) and not _ASKED.match(analysis.article.text, told[0].start)
    if not (leans or _wants_more(analysis, quote, told)):
        return None
    dates = not quote.verbatim and _is_of_then(analysis, quote, told)
    lead = lead_at(analysis, place, told[0].start, dates=dates)
    if leans or lead is None or not quotes_another(analysis, lead, place):
        return lead
    return lead if is_reply(analysis, quote, told) else None


def _wants_more(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> bool:
    """Whether it can be read alone, and is better understood behind what was told before it."""
    if is_set_apart(analysis.article, quote) or _is_told_before(analysis, told):
        return True
    if told != quote.content or not quote.verbatim:
        if _turns_from_now(analysis, told):
            return True
        shown = Span(told[0].start, told[-1].end)
        opening = Span(shown.start, min(shown.end, shown.start + _OPENING)).of(analysis.article.text)
        if opens_with_told(opening) or means_untold(analysis, quote, shown):
            return True
        if not quote.verbatim and is_bare_toll(shown.of(analysis.article.text)):
            return True
    if _is_of_then(analysis, quote, told):
        return True
    if not quote.verbatim:
        return False
    if _is_scant(analysis, quote, told) or is_reply(analysis, quote, told):
        return True
    if told != quote.content or not is_spoken(analysis, quote):
        return False
    is_from_context = quote.actor is not None and quote.speaker is None
    return is_from_context or _goes_on(analysis, told)


def takes_for_told(analysis: Analysis, quote: Quote) -> bool:
    """Whether it speaks of “what you say”, or of “the arrest” that the sentence before alone tells of."""
    told = passage(analysis, quote)
    return _answers(analysis, told) or _is_told_before(analysis, told)


def _goes_on(analysis: Analysis, told: Sequence[Span]) -> bool:
    """Whether the words go on from what was said before them, or answer somebody who said it."""
    goes_on = _GOING_ON.match(analysis.article.text, told[0].start) is not None
    return goes_on or _answers(analysis, told)


def _answers(analysis: Analysis, told: Sequence[Span]) -> bool:
    return any(_ANSWERING.search(analysis.article.text, *span) is not None for span in told)


def _is_told_before(analysis: Analysis, told: Sequence[Span]) -> bool:
    """Whether the sentence before brings in what the words take for told."""
    before, text = sentence_before(analysis, told[0].start), analysis.article.text
    if before is None:
        return False
    headline = analysis.article.headline
    words = " ".join(span.of(text) for span in told)
    return points_at_told(words, before.of(text), headline.of(text) if headline is not None else "")


def _is_scant(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> bool:
    """Whether what is `told` is so few words that these alone seldom say of what: “They learnt it well.”"""
    words = sum(len(span.of(analysis.article.text).split()) for span in told)
    return words <= SCANT and told == quote.content and is_spoken(analysis, quote)


def _is_of_then(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> bool:
    """Whether the sentence before alone says that it was long before the news: of a speaker, or a report."""
    before, text = sentence_before(analysis, told[0].start), analysis.article.text
    if before is None:
        return False
    if not quote.verbatim:
        is_later = any(_LATER.search(span.of(text)) for span in told)
        return not is_later and opens_long_before(before.of(text), year_of(analysis.article))
    if quote.actor is None or told != quote.content:
        return False
    if not any(map(before.holds, analysis.actors[quote.actor].mentions)):
        return False
    is_of_then = OF_THEN.search(text, *before) is not None
    return is_of_then or tells_of_long_before(before.of(text), year_of(analysis.article))


def _turns_from_now(analysis: Analysis, told: tuple[Span, ...]) -> bool:
    """Whether it turns about the sentence before, and that tells of no time long before the news."""
    before, text = sentence_before(analysis, told[0].start), analysis.article.text
    if before is None or _TURNING.match(text, told[0].start) is None:
        return False
    return not tells_of_long_before(before.of(text), year_of(analysis.article))


def _place(analysis: Analysis, quote: Quote) -> int:
    """Of the quotation among all; -1 for one that is not the article's."""
    place = place_from(analysis.quotes, quote.content)
    return place if analysis.quotes[place : place + 1] == (quote,) else -1


def _is_among(place: int, places: Sequence[int]) -> bool:
    """Whether it is one of the places, which stand in order: an article may have thousands."""
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place
