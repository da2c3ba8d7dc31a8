"""The sentences of an article that lead to a quotation which leans on them.

Of those right before it as few as tell the most by themselves: a reader has them alone, with the headline
above and the speaker's name below.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import Final

from bot.domain.bringing_in import ABOVE, LONGEST, brings_in, pointed_noun
from bot.domain.naming import OF_PEOPLE, is_above, is_unnamed, names, whom
from summaries.lexicon.openings import LEANING_WORDS, NOW, POINTING, THIRD_PERSON
from summaries.models import REACH, Analysis, Quote, Span, beside, meeting

LEADING: Final = 400  # characters of what leads to a quotation
_SHORT: Final = 280  # of them, for sentences that could be left out
MOST_LEADING: Final = 3  # sentences of it
_OPENING: Final = 60  # characters in which words point at what was told
_LONGER_THAN_HEADINGS: Final = 12  # words
_FEWEST_LEADING: Final = 2  # words of a sentence
_END: Final = attrgetter("end")
_STOPS: Final = (".", "?", "!", "…", ":")
_CLOSING: Final = "”\"’')"
_MARKED: Final = re.compile('[“”"]')
_OF_THEN: Final = re.compile(r"\bat (?:the|that) time\b", re.IGNORECASE)
_WHEN: Final = re.compile(r"\d|\b\w+day\b")
_COUNTED: Final = re.compile(r"\bthat (?:figure|number|sum|total)\b", re.IGNORECASE)
_NEAR_BY: Final = re.compile(r"\b(?:this|these|such an?)\s+([\w-]+)", re.IGNORECASE)
_IN_MARKS: Final = re.compile(r"“[^“”]*”?|\"[^\"]*\"?")
_BARE_THIS: Final = re.compile(r"\bthis (?:is|was|has|will|would|could|does|happen)", re.IGNORECASE)
_NOW: Final = NOW | frozenset(("campaign", "election", "primary"))
_POINTERS: Final = frozenset(("this", "that", "these", "those", "both", "such"))
_LINKS: Final = LEANING_WORDS - THIRD_PERSON - POINTING - _POINTERS


def lead_at(analysis: Analysis, place: int, begins: int) -> Span | None:
    """What leads to the quotation at that place, which is shown from the character `begins` on, or None."""
    quote = analysis.quotes[place]
    told = [(_telling(analysis, lead, quote), lead) for lead in _possible(analysis, place, begins)]
    best = max((telling for telling, _ in told), default=_Telling.NOTHING)
    if best < _least(quote):
        return None
    fit = [lead for telling, lead in told if telling is best]
    meant = _pointed_at(analysis, quote, begins)
    return next(
        (lead for lead in fit if meant and all(names(analysis, one, lead) for one in meant)),
        next(
            (lead for lead in fit if quote.verbatim and _holds_report(analysis, lead, place)),
            _of_paragraph(analysis, fit) if quote.verbatim else fit[0],
        ),
    )


def has_lead(analysis: Analysis, place: int, begins: int) -> bool:
    """Whether `lead_at` finds any: seldom do all that are possible have to be looked at."""
    quote = analysis.quotes[place]
    least, possible = _least(quote), _possible(analysis, place, begins)
    return any(_telling(analysis, lead, quote) >= least for lead in possible)


def _possible(analysis: Analysis, place: int, begins: int) -> Iterator[Span]:
    quote = analysis.quotes[place]
    near = [one for one in beside(analysis.quotes, place) if one is not quote]
    for lead in _leads(analysis, begins):
        if _is_whole(analysis, lead, near) and (
            quote.verbatim or _may_stand_above_report(analysis, lead, place, begins)
        ):
            yield lead


def _least(quote: Quote) -> "_Telling":
    return _Telling.LINKED if quote.verbatim else _Telling.BY_NAME_BELOW


def _of_paragraph(analysis: Analysis, fit: Sequence[Span]) -> Span:
    """The longest that begins in the same paragraph, and is short: its first tells what it is of."""
    text = analysis.article.text
    longer = [
        lead
        for lead in fit
        if lead.end - lead.start <= _SHORT and not {"\n", "?"} & set(text[lead.start : fit[0].start])
    ]
    return longer[-1] if longer else fit[0]


def _pointed_at(analysis: Analysis, quote: Quote, begins: int) -> frozenset[int]:
    """Those, beside the speaker, whom the words shown mean by a pronoun before any name."""
    text = analysis.article.text
    told = Span(begins, max(begins, quote.content[-1].end))
    found = {whom(analysis, one.start()) for one in OF_PEOPLE.finditer(text, *told)}
    named = {place for place in found if place is not None and names(analysis, place, told)}
    others = found - named - {None, quote.actor}
    return frozenset(place for place in others if place is not None and not is_above(analysis, place))


def _holds_report(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether whoever is quoted below it has said something in it, of which they may go on to speak."""
    quote = analysis.quotes[place]
    near = beside(analysis.quotes, place)
    return quote.actor is not None and any(
        one is not quote and one.actor == quote.actor and lead.holds(one.content[0]) for one in near
    )


def quotes_somebody(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words stand in marks in it, but for a term of whoever is quoted at that place."""
    if _MARKED.search(lead.of(analysis.article.text)) is None:
        return False
    first = max(0, place - REACH)
    near = range(first, min(len(analysis.quotes), place + REACH + 1))
    marked = [n for n in near if any(map(lead.meets, analysis.quotes[n].verbatim))]
    fragments, who = frozenset(analysis.fragments), analysis.quotes[place].actor
    return not marked or any(n not in fragments or analysis.quotes[n].actor != who for n in marked)


def _quotes_others(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words of another than who is quoted at that place stand in marks in it, or of nobody told."""
    text, quote = analysis.article.text, analysis.quotes[place]
    near = [one for one in beside(analysis.quotes, place) if any(map(lead.meets, one.verbatim))]
    if any(one.actor is None or one.actor != quote.actor for one in near):
        return True
    return not near and _MARKED.search(lead.of(text)) is not None and quote.actor is None


def _may_stand_above_report(analysis: Analysis, lead: Span, place: int, begins: int) -> bool:
    """Whether nobody is quoted in it, whose words would seem to be this speaker's, and it tells when."""
    text = analysis.article.text
    if _quotes_others(analysis, lead, place):
        return False
    here = meeting(analysis.sentences, Span(begins, begins + 1))
    of_then = bool(here) and _OF_THEN.search(here[0].of(text)) is not None
    return not of_then or _WHEN.search(lead.of(text)) is not None


class _Telling(IntEnum):
    """How far sentences tell, by themselves, what they speak of."""

    NOTHING = 0
    LINKED = 1  # they go on from others: "But the road was shut."
    BY_NAME_BELOW = 2  # they open with a pronoun for whoever is named below them
    NEARLY = 3  # something in their midst points at what was told before
    ALL = 4


def _leads(analysis: Analysis, begins: int) -> Iterator[Span]:
    """The sentence before the place, then the two before, and so on; none across a line of the page."""
    before = sentence_before(analysis, begins)
    if before is None:
        return
    last = bisect_left(analysis.sentences, before)
    for first in range(last, max(last - MOST_LEADING, -1), -1):
        lead = Span(analysis.sentences[first].start, before.end)
        if lead.end - lead.start > LEADING or (first < last and not _follows(analysis, first + 1)):
            return
        if _is_heading(analysis.sentences[first].of(analysis.article.text)):
            return
        yield lead


def sentence_bringing(analysis: Analysis, place: int, told: Span) -> Span | None:
    """The sentence, of some above, that speaks of "a timeline" where the words open with "this timeline".

    None where no such sentence can be read alone, and where the headline speaks of it.
    """
    text, quote = analysis.article.text, analysis.quotes[place]
    noun = pointed_noun(text[told.start : min(told.end, told.start + _OPENING)])
    headline = analysis.article.headline
    if noun is None or (headline is not None and noun.removesuffix("s") in headline.of(text).casefold()):
        return None
    last = bisect_right(analysis.sentences, told.start, key=_END)
    near = [one for one in beside(analysis.quotes, place) if one is not quote]
    for lead in analysis.sentences[max(0, last - ABOVE) : last][::-1]:
        words = lead.of(text)
        if not brings_in(words, noun) or len(words) > LONGEST or _is_heading(words):
            continue
        stands = _is_whole(analysis, lead, near) and _telling(analysis, lead, quote) >= _Telling.LINKED
        return lead if stands and not quotes_somebody(analysis, lead, place) else None
    return None


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


def _is_heading(words: str) -> bool:
    """Whether the line has no stop, which only a long sentence may have lost; or it is a word: "Why?"."""
    count = len(words.split())
    lost = words[-1:].isalnum() and count >= _LONGER_THAN_HEADINGS
    return count < _FEWEST_LEADING or not (words.rstrip(_CLOSING).endswith(_STOPS) or lost)


def _is_whole(analysis: Analysis, lead: Span, near: Sequence[Quote]) -> bool:
    """Whether it says of all it quotes who said it, and cuts no quotation."""
    words = lead.of(analysis.article.text)
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    return all(
        quote.speaker is not None and all(map(lead.holds, (quote.speaker, *quote.content)))
        for quote in near
        if any(map(lead.meets, quote.verbatim))
        or (quote.cue is not None and lead.holds(quote.cue) and quote.verbatim)
    )


def _telling(analysis: Analysis, lead: Span, quote: Quote) -> _Telling:
    words = lead.of(analysis.article.text)
    opening, behind = (word.casefold().strip(",") for word in (*words.split(), "")[:2])
    if _points_back(words):
        return _Telling.NOTHING
    if opening in THIRD_PERSON:
        who = whom(analysis, lead.start)
        if who is None or not (who == quote.actor or is_above(analysis, who)):
            return _Telling.NOTHING
        if not is_above(analysis, who):
            return _Telling.BY_NAME_BELOW
    elif _means_speaker_first(analysis, lead, quote):
        return _Telling.BY_NAME_BELOW
    elif opening in LEANING_WORDS:
        is_link = opening in _LINKS and behind not in LEANING_WORDS
        return _Telling.LINKED if is_link else _Telling.NOTHING
    is_open = _BARE_THIS.search(_IN_MARKS.sub("", words)) or _has_unnamed(analysis, lead, quote)
    return _Telling.NEARLY if is_open else _Telling.ALL


def _means_speaker_first(analysis: Analysis, lead: Span, quote: Quote) -> bool:
    """Whether its first "he" means whoever is named below, and nothing before it names them."""
    first = OF_PEOPLE.search(analysis.article.text, lead.start, lead.end)
    if first is None or quote.actor is None or whom(analysis, first.start()) != quote.actor:
        return False
    is_named = is_above(analysis, quote.actor)
    return not is_named and not names(analysis, quote.actor, Span(lead.start, first.start()))


def _has_unnamed(analysis: Analysis, lead: Span, quote: Quote) -> bool:
    """Whether a "him" in it means neither the speaker nor anybody told before it: "Medics found him"."""
    found = (one.start() for one in OF_PEOPLE.finditer(analysis.article.text, lead.start, lead.end))
    return any(is_unnamed(analysis, at, lead, quote) for at in found)


def _points_back(words: str) -> bool:
    """Whether it says "at the time", or "this threshold" of which it did not tell before."""
    if _OF_THEN.search(words):
        return True
    counted = _COUNTED.search(words)
    if counted is not None and not any(map(str.isdigit, words[: counted.start()])):
        return True
    for told in _NEAR_BY.finditer(_IN_MARKS.sub("", words)):
        noun = told[1].casefold().rstrip("s")
        if noun not in _NOW and noun not in words[: words.find(told[0])].casefold():
            return True
    return False
