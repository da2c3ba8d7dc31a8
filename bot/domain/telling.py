"""How far sentences tell by themselves what they speak of: alone they stand above a quotation."""

import re
from enum import IntEnum
from typing import Final

from bot.domain.naming import OF_PEOPLE, is_above, is_unnamed, names, whom
from summaries.lexicon.openings import (
    ANAPHORIC,
    LEANING_PHRASES,
    LEANING_WORDS,
    NOW,
    POINTING,
    POINTING_PHRASES,
    THIRD_PERSON,
    opens_with,
)
from summaries.models import Analysis, Quote, Span, meeting

OF_THEN: Final = re.compile(  # “She was at school then.”
    r"\bat (?:the|that) time\b"
    r"|\b(?:was|were|had|did)\b[^.;“”\"]{0,80}(?<!by)(?<!since)(?<!till)(?<!until) then(?=[.;])",
    re.IGNORECASE,
)
WHEN: Final = re.compile(r"\d|\b\w+day\b")
_COUNTED: Final = re.compile(r"\bthat (?:figure|number|sum|total)\b", re.IGNORECASE)
_LATTER: Final = re.compile(r"(?<!, )\bthe latter\b", re.IGNORECASE)  # not “Elm and Kell, the latter new”
_NEAR_BY: Final = re.compile(r"\b(?:this|these|such an?)\s+([\w-]+)", re.IGNORECASE)
# Behind these the words themselves tell which: "on that side of the pond", "those who fell".
_NOT_WHICH: Final = r"\b(?!\s+(?:who|which|that|whose|where|of|in|on|at|with|from|for|behind)\b)"
_FAR_OFF: Final = re.compile(
    rf"\bthose\s+(?!across|less|plus|towards)([a-z][a-z-]*s){_NOT_WHICH}"
    r"|\b(?:about|across|after|against|at|before|behind|beyond|by|down|during|for|from|into|of|off|on|out"
    rf"|over|through|to|towards?|under|up|with|within) that\s+([a-z][\w-]*){_NOT_WHICH}",
    re.IGNORECASE,
)
_IN_MARKS: Final = re.compile(r"“[^“”]*”?|\"[^\"]*\"?")
_BARE_THIS: Final = re.compile(r"\bthis (?:is|was|has|will|would|could|does|happen)", re.IGNORECASE)
_BARE_THAT: Final = re.compile(  # with nothing behind it, or behind a word that no clause follows
    r"\bthat(?=$|[.;])|\bcall(?:s|ed|ing)? that (?:an?|the)\b"
    r"|\b(?:about|after|before|by|called?|calls|did|do|does|from|like|of|puts?|to|with) that"
    r"(?:,|\s+(?:and|as|but|down|in|into|up)\b)",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(
    r"\b[Tt]he ([a-z]+)\b(?! (?:of|who|that|which|where|to|in|on|at|with|from|behind)\b)"
)
_SEVERAL: Final = re.compile(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
_OF_SEVERAL: Final = re.compile(
    r"\b(?:[\w’'-]+[^\Ws’'](?:s|S)|and|or|(?<![$£€\d.,])\d[\d,.]*"
    r"|people|men|women|children|police|everyone|team|family)\b"
)
_IN_TURN: Final = re.compile(
    r"(?:(?:[\w-]+ ){0,2}(?:later|earlier|afterwards?|before)|later that \w+|soon after)\W*,", re.IGNORECASE
)
_WORDS_OF_TURN: Final = 40  # characters in which "Two days later," stands
_AT_ANY_TIME: Final = frozenset(("after all", "in fact", "in other words", "of course"))
_GOING_ON: Final = tuple(
    phrase.replace(" ,", ",")
    for phrase in {*LEANING_PHRASES, *POINTING_PHRASES} - _AT_ANY_TIME
    if not phrase.startswith("the ")  # "the former mayor"
)
_GAP: Final = 4  # characters between two sentences, at most
_NOW: Final = NOW | frozenset(("campaign", "election", "primary"))
_NEAR: Final = frozenset(("this", "these"))
_NOW_ALONE: Final = _NOW - {"time"}  # "this time" is another
_POINTERS: Final = frozenset(("this", "that", "these", "those", "both", "such"))
_LINKS: Final = LEANING_WORDS - THIRD_PERSON - POINTING - _POINTERS


class Telling(IntEnum):
    """How far sentences tell, by themselves, what they speak of."""

    NOTHING = 0
    LINKED = 1  # they go on from others: "But the road was shut."
    BY_NAME_BELOW = 2  # they open with a pronoun for whoever is named below them
    NEARLY = 3  # something in their midst points at what was told before
    ALL = 4


def telling(analysis: Analysis, lead: Span, quote: Quote) -> Telling:
    """How far the sentences, which stand above the quotation, tell what they speak of."""
    words = lead.of(analysis.article.text)
    opening, behind = (word.casefold().strip(",") for word in (*words.split(), "")[:2])
    first, *others = _sentences(analysis, lead)
    if _is_torn_off(analysis, lead, first) or points_back(first) or _is_of_untold_then(words):
        return Telling.NOTHING
    if opening not in _LINKS and opening.lstrip('“"') in _LINKS:
        return Telling.NOTHING  # “But it thawed,” she said
    if opening in THIRD_PERSON:
        who = whom(analysis, lead.start)
        if who is None or not (who == quote.actor or is_above(analysis, who)):
            return Telling.NOTHING
        if not is_above(analysis, who):
            return Telling.BY_NAME_BELOW
    elif _means_speaker_first(analysis, lead, quote):
        return Telling.BY_NAME_BELOW
    elif opening in LEANING_WORDS and not (opening in _NEAR and behind in _NOW_ALONE):
        is_link = opening in _LINKS and behind not in LEANING_WORDS
        return Telling.LINKED if is_link else Telling.NOTHING
    elif _goes_on(words) or _answers(analysis, lead):
        return Telling.LINKED
    plain = _IN_MARKS.sub("", first)  # what another sentence of it points at, the one before may tell
    is_open = (
        _BARE_THIS.search(plain)
        or _BARE_THAT.search(plain)
        or _has_unnamed(analysis, lead, quote)
        or _has_several_untold(plain)
        or _takes_somebody_for_told(plain, analysis)
        or any(map(points_back, others))
    )
    return Telling.NEARLY if is_open else Telling.ALL


def _sentences(analysis: Analysis, lead: Span) -> tuple[str, ...]:
    found = meeting(analysis.sentences, lead) or (lead,)
    return tuple(one.of(analysis.article.text) for one in found)


def _is_torn_off(analysis: Analysis, lead: Span, first: str) -> bool:
    """Whether it begins in parentheses, or goes on from a question or from what answers one."""
    is_longer = len(first) < lead.end - lead.start
    if analysis.article.text[lead.start] in "([":
        return True
    return is_longer and (first.endswith("?") or _answers(analysis, lead))


def _answers(analysis: Analysis, lead: Span) -> bool:
    """Whether a question stands right before it, in its paragraph."""
    before = analysis.article.text[max(0, lead.start - _GAP) : lead.start]
    return "\n" not in before and before.rstrip(" \"”’')").endswith("?")


def _is_of_untold_then(words: str) -> bool:
    """ "At the time" of which nothing before it tells when that was."""
    then = OF_THEN.search(words)
    return then is not None and WHEN.search(words, 0, then.start()) is None


def _goes_on(words: str) -> bool:
    """ "For example, …", "Two days later, …"."""
    told = words[:_WORDS_OF_TURN]
    return opens_with(told, _GOING_ON) or _IN_TURN.match(told) is not None


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


def _has_several_untold(words: str) -> bool:
    """Whether a "they" stands in it before anything that could be several: "In the town, they say"."""
    first = _SEVERAL.search(words)
    return first is not None and _OF_SEVERAL.search(words, 0, first.start()) is None


def _takes_somebody_for_told(words: str, analysis: Analysis) -> bool:
    """Whether it speaks of "the man" or "the attack" before it told of one, and the headline does not."""
    headline = analysis.article.headline
    above = headline.of(analysis.article.text).casefold() if headline is not None else ""
    return any(
        found[1] in ANAPHORIC and found[1].rstrip("s") not in above + words[: found.start()].casefold()
        for found in _DEFINITE.finditer(words)
    )


def points_back(words: str) -> bool:
    """Whether it says "at the time", "the latter", or "this threshold" of which it did not tell before."""
    if OF_THEN.search(words) or _LATTER.search(words):
        return True
    counted = _COUNTED.search(words)
    if counted is not None and not any(map(str.isdigit, words[: counted.start()])):
        return True
    plain = _IN_MARKS.sub("", words)
    found = (one for pointing in (_NEAR_BY, _FAR_OFF) for one in pointing.finditer(plain))
    return any(_is_new(one[one.lastindex or 0], plain[: one.start()]) for one in found)


def _is_new(noun: str, before: str) -> bool:
    lemma = noun.casefold().rstrip("s")
    return lemma not in _NOW and lemma not in before.casefold()
