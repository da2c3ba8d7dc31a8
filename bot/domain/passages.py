"""The words that are shown for a quotation, and the sentences that lead to it where it leans on them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from bot.domain.around import tells_of_what
from bot.domain.long_before import tells_of_long_before
from summaries.lexicon.openings import LEANING_WORDS, NOW, THIRD_PERSON
from summaries.models import Analysis, Quote, QuoteKind, Span, beside, meeting
from summaries.shown import stands_alone, year_of

LEADING = 400  # characters of what leads to a quotation
MOST_LEADING = 3  # sentences of it
SCANT = 7  # words
LONGER_THAN_HEADINGS = 12  # words
FEWEST_LEADING = 2  # words of a sentence
_CONTENT, _END = attrgetter("content"), attrgetter("end")
_STOPS, _CLOSING = (".", "?", "!", "…"), "”\"’')"
_MARKED = re.compile('[“”"]')
_OF_THEN = re.compile(r"\bat th(?:e|at) time\b", re.IGNORECASE)
_NEAR_BY = re.compile(r"\b(?:this|these|such an?)\s+([\w-]+)", re.IGNORECASE)
_IN_MARKS = re.compile(r"“[^“”]*”?|\"[^\"]*\"?")
_ASKED = re.compile(r"(?:When )?[Aa]sked\b")


def is_spoken(analysis: Analysis, quote: Quote) -> bool:
    """Whether it is shown as a quotation: somebody's words in marks, and no title, nickname or term there.

    All else is shown as reported speech, in its sentence.
    """
    return bool(quote.verbatim) and not _is_among(_place(analysis, quote), analysis.fragments)


def kind_shown(analysis: Analysis, quote: Quote) -> QuoteKind:
    """The kind that it is shown as."""
    return quote.kind if is_spoken(analysis, quote) else "indirect"


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
    if is_spoken and stands_alone(quote, text):
        if (whole := tells_of_what(analysis, quote)) is not None:
            return (whole,)
        first, *others = quote.content
        return (Span(_asked_from(analysis, first), first.end), *others)
    told: list[Span] = []
    for piece in quote.content:
        around = meeting(analysis.sentences, piece) or (piece,)
        whole = Span(min(around[0].start, piece.start), max(around[-1].end, piece.end))
        if told and not text[told[-1].end : whole.start].strip():
            whole = Span(told.pop().start, whole.end)
        told.append(whole)
    return tuple(told)


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
    ends = (span.end for span in (quote.content[-1], quote.cue) if span is not None)
    sentences = (one.end for end in ends for one in meeting(analysis.sentences, Span(end - 1, end)))
    return max((words[-1].end, *sentences))


def reads_apart(analysis: Analysis, quote: Quote) -> bool:
    """Whether it leans on nothing, or the article's sentences lead to it."""
    leans = bool(quote.verbatim) and _is_among(_place(analysis, quote), analysis.leaning)
    return not leans or leads_to(analysis, quote) is not None


def leads_to(analysis: Analysis, quote: Quote) -> Span | None:
    """The article's sentences right before a quotation that leans on them: they tell what is meant.

    So they do of one of a few words, and where they alone tell that it was said long before the news, if
    nobody is quoted in them. As few as can be read by themselves.
    None where the quotation stands by itself, and where those sentences are long or hold a piece of what
    somebody said: that would seem to be this speaker's.
    """
    return leads_before(analysis, quote, passage(analysis, quote)) if quote.verbatim else None


def leads_before(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> Span | None:
    """The same of a quotation that is shown with these words."""
    if not quote.verbatim:
        return None
    place = _place(analysis, quote)
    leans = _is_among(place, analysis.leaning)
    if not (leans or _is_scant(analysis, quote, told) or _is_of_then(analysis, quote, told)):
        return None
    lead = lead_at(analysis, place, told[0].start)
    may_quote = leans or lead is None or not _MARKED.search(lead.of(analysis.article.text))
    return lead if may_quote else None


def lead_at(analysis: Analysis, place: int, begins: int) -> Span | None:
    """The same of the quotation at that place, which is shown from the character `begins` on."""
    before = sentence_before(analysis, begins)
    if before is None:
        return None
    last = bisect_left(analysis.sentences, before)
    near = beside(analysis.quotes, place)
    for first in range(last, max(last - MOST_LEADING, -1), -1):
        lead = Span(analysis.sentences[first].start, before.end)
        if lead.end - lead.start > LEADING or (first < last and not _follows(analysis, first + 1)):
            return None
        if _is_heading(analysis.sentences[first].of(analysis.article.text)):
            return None
        if _can_lead(analysis, lead, near):
            return lead
    return None


def _is_scant(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> bool:
    """Whether what is `told` is so few words that these alone seldom say of what: “They learnt it well.”"""
    words = sum(len(span.of(analysis.article.text).split()) for span in told)
    return words <= SCANT and told == quote.content and is_spoken(analysis, quote)


def _is_of_then(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> bool:
    """Whether the sentence before alone says of its speaker that it was long before the news."""
    before, text = sentence_before(analysis, told[0].start), analysis.article.text
    if before is None or quote.actor is None or told != quote.content:
        return False
    if not any(map(before.holds, analysis.actors[quote.actor].mentions)):
        return False
    return tells_of_long_before(before.of(text), year_of(analysis.article))


def _is_heading(words: str) -> bool:
    """Whether the line has no stop, which only a long sentence may have lost; or it is a word: "Why?"."""
    count = len(words.split())
    lost = words[-1:].isalnum() and count >= LONGER_THAN_HEADINGS
    return count < FEWEST_LEADING or not (words.rstrip(_CLOSING).endswith(_STOPS) or lost)


def sentence_before(analysis: Analysis, begins: int) -> Span | None:
    """The sentence before the one that holds the place; None where a line stands between, or none does."""
    place = bisect_right(analysis.sentences, begins, key=_END)
    return analysis.sentences[place - 1] if place and _follows(analysis, place) else None


def _follows(analysis: Analysis, place: int) -> bool:
    """Whether no line stands between the sentence and the one before it, and at most a paragraph ends."""
    before = analysis.sentences[place - 1].end
    begins = analysis.sentences[place].start if place < len(analysis.sentences) else before
    parted = analysis.article.text[before:begins]
    return parted.count("\n\n") <= 1 and not any(map(str.isalnum, parted))


def _can_lead(analysis: Analysis, lead: Span, near: Sequence[Quote]) -> bool:
    """Whether it can be read alone: it leans on nothing, and says of all it quotes who said it."""
    words = lead.of(analysis.article.text)
    opening = words.split()[0].casefold().strip(",")
    if opening in LEANING_WORDS and not (opening in THIRD_PERSON and _is_in_headline(analysis, lead.start)):
        return False
    if _points_back(words) or words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    return all(
        quote.speaker is not None and all(map(lead.holds, (quote.speaker, *quote.content)))
        for quote in near
        if any(map(lead.meets, quote.verbatim))
        or (quote.cue is not None and lead.holds(quote.cue) and quote.verbatim)
    )


def _points_back(words: str) -> bool:
    """Whether it says "at the time", or "this threshold" of which it did not tell before."""
    if _OF_THEN.search(words):
        return True
    for told in _NEAR_BY.finditer(_IN_MARKS.sub("", words)):
        noun = told[1].casefold().rstrip("s")
        if noun not in NOW and noun not in words[: words.find(told[0])].casefold():
            return True
    return False


def _is_in_headline(analysis: Analysis, at: int) -> bool:
    """Whether the pronoun that stands there means somebody whom the headline or the deck names."""
    above = [span for span in (analysis.article.headline, analysis.article.deck) if span is not None]
    meant = (actor for actor in analysis.actors if any(mention.start == at for mention in actor.mentions))
    return any(span.meets(mention) for actor in meant for mention in actor.mentions for span in above)


def _place(analysis: Analysis, quote: Quote) -> int:
    """Of the quotation among all; -1 for one that is not the article's."""
    place = bisect_left(analysis.quotes, quote.content, key=_CONTENT)
    return place if analysis.quotes[place : place + 1] == (quote,) else -1


def _is_among(place: int, places: Sequence[int]) -> bool:
    """Whether it is one of the places, which stand in order: an article may have thousands."""
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place
