"""The sentences of an article that lead to a quotation which leans on them.

Of those right before it as few as tell the most by themselves: a reader has them alone, with the headline
above and the speaker's name below.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Final

from bot.domain.bringing_in import ABOVE, LONGEST, brings_in, pointed_noun
from bot.domain.marked import MARKED, quotes_others, quotes_somebody
from bot.domain.naming import OF_PEOPLE, is_above, is_unnamed, names, whom
from bot.domain.spelled_out import letters_untold, spells_out
from bot.domain.telling import OF_THEN, WHEN, Telling, telling
from bot.domain.tolls import is_bare_toll
from summaries.models import Analysis, Quote, Span, beside, meeting
from summaries.spoken import has_own_words

LEADING: Final = 440  # characters of what leads to a quotation
_SHORT: Final = 280  # of them, for sentences that could be left out
MOST_LEADING: Final = 3  # sentences of it
_OPENING: Final = 60  # characters in which words point at what was told
_LONGER_THAN_HEADINGS: Final = 12  # words
_FEWEST_LEADING: Final = 2  # words of a sentence
_FEWEST_BEGINNING: Final = 4  # of one that others follow: a name and a degree are none
_END: Final = attrgetter("end")
_STOPS: Final = (".", "?", "!", "…", ":")
_CLOSING: Final = "”\"’')"
_HE: Final = re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE)
_SHE: Final = re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE)
_NAMED: Final = re.compile(r"\[|\w\W+[A-Z]")


def lead_at(analysis: Analysis, place: int, begins: int, *, dates: bool = False) -> Span | None:
    """What leads to the quotation at that place, which is shown from the character `begins` on, or None.

    `dates`: it alone says when that was, and so may go on from another sentence.
    """
    quote = analysis.quotes[place]
    told = [(telling(analysis, lead, quote), lead) for lead in _possible(analysis, place, begins)]
    best = max((how for how, _ in told), default=Telling.NOTHING)
    if best < (Telling.LINKED if dates else _least(analysis, quote)):
        return None
    fit = [lead for how, lead in told if how is best]
    meant = _pointed_at(analysis, quote, begins)
    own = has_own_words(analysis.article, quote)
    is_toll = not own and is_bare_toll(analysis.article.text[begins : quote.content[-1].end])
    chosen = next(
        (lead for lead in fit if meant and all(names(analysis, one, lead) for one in meant)),
        next(
            (lead for lead in fit if own and _holds_report(analysis, lead, place)),
            _of_paragraph(analysis, fit) if own or is_toll else fit[0],
        ),
    )
    chosen = _behind_told(analysis, chosen, fit, place)
    he = _stranger(analysis, quote, begins) if own else None
    return _telling_of(analysis, he, chosen, fit, quote) if he is not None else chosen


def has_lead(analysis: Analysis, place: int, begins: int) -> bool:
    """Whether `lead_at` finds any: seldom do all that are possible have to be looked at."""
    quote = analysis.quotes[place]
    least, possible = _least(analysis, quote), _possible(analysis, place, begins)
    return any(telling(analysis, lead, quote) >= least for lead in possible)


def _possible(analysis: Analysis, place: int, begins: int) -> Iterator[Span]:
    quote = analysis.quotes[place]
    near = [one for one in beside(analysis.quotes, place) if one is not quote]
    for lead in _leads(analysis, begins):
        if _is_whole(analysis, lead, near) and (
            has_own_words(analysis.article, quote) or _may_stand_above_report(analysis, lead, place, begins)
        ):
            yield lead


def _least(analysis: Analysis, quote: Quote) -> Telling:
    return Telling.LINKED if has_own_words(analysis.article, quote) else Telling.BY_NAME_BELOW


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


def _stranger(analysis: Analysis, quote: Quote, begins: int) -> str | None:
    """The first "he" of the words shown, where nothing is known of whom it means."""
    text = analysis.article.text
    told = Span(begins, max(begins, quote.content[-1].end))
    first = OF_PEOPLE.search(text, *told)
    if (
        first is None
        or _NAMED.search(text, begins, first.start())
        or whom(analysis, first.start()) is not None
    ):
        return None
    return first[0] if is_unnamed(analysis, first.start(), told, quote) else None


def _telling_of(analysis: Analysis, he: str, chosen: Span, fit: Sequence[Span], quote: Quote) -> Span:
    """The chosen one, if it names another than who speaks; else the shortest from it on with a "him"."""
    text = analysis.article.text
    people = (place for place, actor in enumerate(analysis.actors) if actor.kind == "person")
    if any(place != quote.actor and names(analysis, place, chosen) for place in people):
        return chosen
    alike = _HE if _HE.match(he) else _SHE
    longer = (lead for lead in fit if lead.start < chosen.start and not MARKED.search(lead.of(text)))
    return next((lead for lead in (chosen, *longer) if alike.search(text, *lead)), chosen)


def _behind_told(analysis: Analysis, chosen: Span, fit: Sequence[Span], place: int) -> Span:
    """The chosen one; for one that opens with another's words, the shortest that begins before them."""
    text, who = analysis.article.text, analysis.quotes[place].actor
    others = (one for one in beside(analysis.quotes, place) if one.actor != who)
    if not any(span.start == chosen.start for one in others for span in one.verbatim):
        return chosen
    longer = (lead for lead in fit if lead.start < chosen.start and not MARKED.match(text, lead.start))
    return next(longer, chosen)


def _holds_report(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether whoever is quoted below it has said something in it, of which they may go on to speak."""
    quote = analysis.quotes[place]
    near = beside(analysis.quotes, place)
    return quote.actor is not None and any(
        one is not quote and one.actor == quote.actor and lead.holds(one.content[0]) for one in near
    )


def _may_stand_above_report(analysis: Analysis, lead: Span, place: int, begins: int) -> bool:
    """Whether nobody is quoted in it, whose words would seem to be this speaker's, and it tells when."""
    text = analysis.article.text
    if quotes_others(analysis, lead, place):
        return False
    here = meeting(analysis.sentences, Span(begins, begins + 1))
    of_then = bool(here) and OF_THEN.search(here[0].of(text)) is not None
    return not of_then or WHEN.search(lead.of(text)) is not None


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
        words = analysis.sentences[first].of(analysis.article.text)
        if _is_heading(words):
            return
        if first == last or len(words.split()) >= _FEWEST_BEGINNING:
            yield lead


def sentence_bringing(analysis: Analysis, place: int, told: Span) -> Span | None:
    """The sentence, of some above, that speaks of "a timeline" where the words open with "this timeline".

    None where no such sentence can be read alone, and where the headline speaks of it.
    """
    text = analysis.article.text
    noun = pointed_noun(text[told.start : min(told.end, told.start + _OPENING)])
    headline = analysis.article.headline
    if noun is None or (headline is not None and noun.removesuffix("s") in headline.of(text).casefold()):
        return None
    return _nearest_above(analysis, place, told.start, lambda words: brings_in(words, noun))


def sentence_spelling_out(analysis: Analysis, place: int, told: Sequence[Span]) -> Span | None:
    """The sentence, of some above, that says for what letters in the words stand: "ICC".

    None where no such sentence can be read alone, and where the words, the headline or the summary say so.
    """
    text, headline = analysis.article.text, analysis.article.headline
    words = " ".join(span.of(text) for span in told)
    for letters in letters_untold(words, headline.of(text) if headline is not None else ""):
        lead = _nearest_above(analysis, place, told[0].start, partial(spells_out, letters=letters))
        if lead is not None and not any(map(lead.meets, analysis.summary)):
            return lead
    return None


def _nearest_above(analysis: Analysis, place: int, begins: int, brings: Callable[[str], bool]) -> Span | None:
    """The nearest sentence of those just above that brings something in, if it can be read alone."""
    text, quote = analysis.article.text, analysis.quotes[place]
    last = bisect_right(analysis.sentences, begins, key=_END)
    near = [one for one in beside(analysis.quotes, place) if one is not quote]
    for lead in analysis.sentences[max(0, last - ABOVE) : last][::-1]:
        words = lead.of(text)
        if not brings(words) or len(words) > LONGEST or _is_heading(words):
            continue
        whole = [
            one
            for one in _with_sentence_before(analysis, lead)
            if _is_whole(analysis, one, near) and not quotes_somebody(analysis, one, place)
        ]
        # Of equals the shorter.
        best = max(whole, key=lambda one: telling(analysis, one, quote), default=None)
        stands = best is not None and telling(analysis, best, quote) >= Telling.LINKED
        return best if stands else None
    return None


def _with_sentence_before(analysis: Analysis, lead: Span) -> Iterator[Span]:
    """The sentence, and it behind the one before it if both are short enough."""
    yield lead
    before = sentence_before(analysis, lead.start)
    if (
        before is not None
        and lead.end - before.start <= LEADING
        and not _is_heading(before.of(analysis.article.text))
    ):
        yield Span(before.start, lead.end)


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
    """Whether it says of all it quotes who said it, and cuts no quotation; nor opens with one of a "he"."""
    words = lead.of(analysis.article.text)
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    if any(quote.actor is None and any(one.start == lead.start for one in quote.verbatim) for quote in near):
        return False
    return all(
        quote.speaker is not None and all(map(lead.holds, (quote.speaker, *quote.content)))
        for quote in near
        if any(map(lead.meets, quote.verbatim))
        or (quote.cue is not None and lead.holds(quote.cue) and quote.verbatim)
    )
