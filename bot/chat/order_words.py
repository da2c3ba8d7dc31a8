"""The words of an order, each of a kind: what `bot/chat/orders` puts together.

They are English; those of other languages are made English before (`bot/render/typed_words`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.chat.clocktimes import HOURS

_DAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
_WEEK = r"(?:(?:the|every|each)\s)?week(?:ly)?(?:\s(?:on\s)?sundays?)?"
_CLOCK = r"(\d{4}|\d{1,2}(?:[:.h](?:\d{2})?)?)"
# The kinds of words that tell so many minutes behind an hour, or before it.
AWAY = {
    "quarter past": 15,
    "half past": 30,
    "three quarters": 45,
    "quarter to": -15,
    "half before": -30,
    "quarter into": -45,
}
TIMES = ("time", "spoken", *AWAY)  # the kinds of words that tell an hour
LEADING = ("at", "filler")  # the kinds of words that may stand before an hour
PARTS = r"(mornings?|afternoons?|evenings?|nights?|noon|midday|midnight)"
_SPOKEN = "|".join(name.replace("-", r"[\s-]") for name in sorted(HOURS, key=len, reverse=True))
_HOUR = rf"(\d{{1,2}}|noon|midday|midnight|{_SPOKEN})"
# A word ends where no letter, sign or number goes on: "7-9", "7+3" and "07:30UTC" are no 7.
_ENDS = r"[\s,;&]|:\s|$"
_HALF = rf"(?:\s?([ap])\.?\s?m\.?(?={_ENDS}))?"  # of the day
_THEN = r"(?:\so[’']clock)?\s"  # between an hour and its minutes
_IT = r"(?:it|that|this|them|the\s(?:times?|hours?|news|briefing|edition))"
_KINDS = {
    kind: re.compile(shape, re.IGNORECASE)
    for kind, shape in {
        "stories": r"(\d{1,4})\s*stor(?:y|ies)",
        "sentences": r"(\d{1,4})\s*sentences?",
        "time": rf"{_CLOCK}{_HALF}",
        "spoken": rf"({_SPOKEN}){_HALF}",
        "half past": rf"(?:half\s(?:past|after)\s{_HOUR}"
        rf"|{_HOUR}{_THEN}(?:and\s(?:a\s)?half|(?:and\s)?thirty)){_HALF}",
        "half before": rf"half\sbefore\s{_HOUR}{_HALF}",
        "quarter past": rf"(?:(?:(?:a\s)?quarter|(?:15|fifteen)(?:\sminutes)?)\s(?:past|after)\s{_HOUR}"
        rf"|{_HOUR}{_THEN}(?:and\sa\squarter|fifteen|and\sfifteen\sminutes)){_HALF}",
        # "fifteen to eight" is from 15:00 to 8:00.
        "quarter to": rf"(?:(?:(?:a\s)?quarter|(?:15|fifteen)\sminutes)\s(?:to|till|until|of|before)\s{_HOUR}"
        rf"|{_HOUR}{_THEN}less\sa\squarter){_HALF}",
        # Russian has the minutes before the hour that they are of: "fifteen minutes of the eighth".
        "quarter into": rf"(?:quarter\sinto|and\sfifteen\sminutes)\s{_HOUR}{_HALF}",
        "three quarters": rf"{_HOUR}{_THEN}(?:and\s)?forty[\s-]five{_HALF}",
        "part": rf"(?:(?:every|each|in the|at)\s)?{PARTS}",
        "twice": r"twice (?:a day|daily)",
        "every day": r"(?:every|each)\s?day|daily|once a day|all week",
        "weekdays": r"(?:every\s)?(?:week|work|working)\s?days?",
        "weekends": r"(?:every\s)?weekends?",
        "days": rf"{_DAY}\s?(?:-|–|—|to|until|till|through|thru)\s?{_DAY}"
        rf"|between\s{_DAY}\s(?:and\s)?{_DAY}|{_DAY}\sand\s{_DAY}\sbetween(?!.*\sand\s)",
        "day": _DAY,
        "week": _WEEK,
        "week at": rf"{_WEEK}(?:\sat)?\s\d[^\s,;&]*",  # it has no time of its own
        "new": r"(?:each|every|all)\s(?:new\s)?articles?|new(?:\sarticles?)?|as (?:it|they) comes?",
        "all": r"everything|all(?:\s(?:the\s)?news)?",
        "followed": r"(?:only\s)?(?:what\s(?:i|we)\s)?follow(?:ed|s)?",
        "short": r"short(?:er)?",
        "long": r"long(?:er)?",
        "zone": r"[a-z]+(?:/[a-z0-9_+-]+)+",  # by its IANA name
        "only": r"only|just|instead",
        "except": r"(?:but\s)?not|(?:is|are)\snot|except(?:\sfor)?|excluding|skip",
        "instead of": r"(?:instead|in place)\sof|rather\sthan",
        "replaced by": r"replaced\sby|becomes",
        "make it": rf"(?:make|set|put)\s{_IT}(?:\s(?:to|for))?",
        "change": rf"(?:change|move|shift|switch|reschedule)(?:\s{_IT})?(?:\s(?:to|for))?",
        "but": r"but(?:\srather)?",
        "and": r"and",
        "at": r"at|o[’']clock",
        "every": r"every|each",
        "to": r"to|until|till",
        "from": r"from|between",
        "filler": r"on|the|in|please|me|send",
    }.items()
}
_APART = re.compile(r"(?:[\s,;&]|:(?=\s))*")
_END = re.compile(_ENDS)
_UNREAD = re.compile(r"[^\s,;&]+")


class Word(NamedTuple):
    """A word, or several that mean one thing; `found` is what stands where its kind asks for something."""

    kind: str
    text: str
    found: tuple[str, ...]
    parted: bool  # a sign, or "and", parts it from what stands before

    @property
    def denies_before(self) -> bool:
        """Whether it denies what stands before it, as Turkish "değil" does."""
        return self.kind == "except" and self.text.casefold() in ("is not", "are not")

    @property
    def half(self) -> str:
        """Which half of the day an hour is said to be in: "a", "p", or "" where it is not said."""
        return next((part.casefold() for part in self.found if part in ("a", "p", "A", "P")), "")


class UnreadError(Exception):
    """A word that is not understood, or contradicts another."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def words_of(text: str) -> Iterator[Word]:
    """The words in their order; of those that could be read at a place, the longest."""
    text = text.strip().rstrip(".!?")
    at, parted = _past(_APART, text, 0), False
    while at < len(text):
        read = [
            Word(kind, found[0], tuple(part or "" for part in found.groups()), parted)
            for kind, shape in _KINDS.items()
            if (found := shape.match(text, at)) is not None and _END.match(text, found.end())
        ]
        if not read:
            raise UnreadError(text[at : _past(_UNREAD, text, at)])
        word = max(read, key=lambda each: len(each.text))
        yield word
        end = at + len(word.text)
        at = _past(_APART, text, end)
        parted = word.kind in ("and", "to") or bool(text[end:at].strip())


def words_of_first(text: str) -> int:
    """How many words the first one of the order takes, as three "monday to friday"; 1 where it is none."""
    try:
        first = next(words_of(text), None)
    except UnreadError:
        return 1
    return len(first.text.split()) if first is not None else 1


def kind_of_first(text: str) -> str:
    """The kind of the first word of the order; "" where it is none."""
    try:
        first = next(words_of(text), None)
    except UnreadError:
        return ""
    return first.kind if first is not None else ""


def of_kind(words: Sequence[Word], *kinds: str) -> tuple[Word, ...]:
    """Those of the kinds."""
    return tuple(word for word in words if word.kind in kinds)


def _past(shape: re.Pattern[str], text: str, at: int) -> int:
    found = shape.match(text, at)
    return found.end() if found is not None else at
