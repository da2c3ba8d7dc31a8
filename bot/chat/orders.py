"""What a chat orders, as people type it: `07:30 18:00`, `every day at 7`, `only 6pm`, `new`, `short`.

Every word is read, or named as not understood: what is half understood would change what nobody asked for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import time
from typing import NamedTuple, TypeVar

from bot.chat.clocktimes import NotUnderstood, time_of_day
from bot.domain.chats import MORNING
from bot.domain.subscriptions import (
    EVENING,
    EVERY_DAY,
    SENTENCES,
    STORIES,
    SUNDAYS,
    WEEKDAYS,
    WEEKENDS,
    SubscribeOrder,
)

_T = TypeVar("_T")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
_WEEK = r"(?:(?:the|every|each)\s)?week(?:ly)?(?:\s(?:on\s)?sundays?)?"
_PART = r"(mornings?|afternoons?|evenings?)"
_CLOCK = r"(\d{4}|\d{1,2}(?:[:.h](?:\d{2})?)?)"
_KINDS = {
    kind: re.compile(shape, re.IGNORECASE)
    for kind, shape in {
        "stories": r"(\d{1,4})\s*stor(?:y|ies)",
        "sentences": r"(\d{1,4})\s*sentences?",
        "time": rf"{_CLOCK}(?:\s?o[’']?clock)?",
        "half": rf"{_CLOCK}\s?([ap])\.?m\.?",
        "in part": rf"{_CLOCK}\sin the\s{_PART}",
        "part": rf"(?:(?:every|each|in the)\s)?{_PART}",
        "noon": r"noon|midday",
        "midnight": r"midnight",
        "twice": r"twice (?:a day|daily)",
        "every day": r"(?:every|each)\s?day|daily|once a day|all week",
        "weekdays": r"(?:every\s)?(?:week|work|working\s)days?",
        "weekends": r"(?:every\s)?weekends?",
        "days": rf"{_DAY}\s?(?:-|–|—|to|until|till|through)\s?{_DAY}",
        "day": _DAY,
        "week": _WEEK,
        "week at": rf"{_WEEK}(?:\sat)?\s\d[^\s,;&]*",  # it has no time of its own
        "new": r"(?:each|every|all)\s(?:new\s)?articles?|new(?:\sarticles?)?|as (?:it|they) comes?",
        "all": r"everything|all(?:\s(?:the\s)?news)?",
        "followed": r"(?:only\s)?(?:what\s(?:i|we)\s)?follow(?:ed|s)?",
        "short": r"short(?:er)?",
        "long": r"long(?:er)?",
        "only": r"only|just",
        "filler": r"at|on|and|the|every|each|in|from|please|me|send",
    }.items()
}
_APART = re.compile(r"[\s,;&]*")
# A word ends where no letter, sign or number goes on: "7-9", "7+3" and "07:30UTC" are no 7.
_END = re.compile(r"[\s,;&]|$")
_UNREAD = re.compile(r"[^\s,;&]+")
_FIXED = {"noon": (time(12),), "midnight": (time(0),), "twice": (MORNING, EVENING)}
_USUAL = {"m": MORNING, "e": EVENING}  # of a part of the day by its first letter; no afternoon has one


class _Word(NamedTuple):
    kind: str
    text: str
    found: tuple[str, ...]


class _UnreadError(Exception):
    """A word that is not understood, or contradicts another."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def read_order(words: str) -> SubscribeOrder | NotUnderstood:
    """What all the words order; else the first of them that is not understood."""
    try:
        return _ordered(tuple(_words(words)))
    except _UnreadError as unread:
        return NotUnderstood(unread.word)


def _ordered(words: Sequence[_Word]) -> SubscribeOrder:
    lengths = {"short": SENTENCES[0], "long": SENTENCES[-1]}
    order = SubscribeOrder(
        hours=_hours(words),
        days=_days(words),
        each_new=any(word.kind == "new" for word in words),
        weekly=any(word.kind == "week" for word in words),
        followed_only=_one((word, word.kind == "followed") for word in _of(words, "followed", "all")),
        stories=_one((word, _number(word, STORIES)) for word in _of(words, "stories")),
        sentences=_one(
            (word, lengths.get(word.kind) or _number(word, SENTENCES))
            for word in _of(words, "sentences", *lengths)
        ),
    )
    for word in _of(words, "only"):
        if order == SubscribeOrder():
            raise _UnreadError(word.text)
        order = replace(order, only=True)
    return _on_sundays(order, words)


def _on_sundays(order: SubscribeOrder, words: Sequence[_Word]) -> SubscribeOrder:
    """Sundays alone order the week; named with it they are its day, and no day of editions."""
    if timed := _of(words, "week at"):
        raise _UnreadError(timed[0].text)
    if order.days != SUNDAYS or not (order.weekly or order == SubscribeOrder(days=SUNDAYS)):
        return order
    if order.hours:  # "Sunday at 9, the week": nobody can tell whose hour it is
        raise _UnreadError(_of(words, "week")[0].text)
    return replace(order, days=None, weekly=True)


def _words(text: str) -> Iterator[_Word]:
    """The words in their order; of those that could be read at a place, the longest."""
    text = text.strip().rstrip(".!?")
    at = _past(_APART, text, 0)
    while at < len(text):
        read = [
            _Word(kind, found[0], tuple(part or "" for part in found.groups()))
            for kind, shape in _KINDS.items()
            if (found := shape.match(text, at)) is not None and _END.match(text, found.end())
        ]
        if not read:
            raise _UnreadError(text[at : _past(_UNREAD, text, at)])
        word = max(read, key=lambda each: len(each.text))
        yield word
        at = _past(_APART, text, at + len(word.text))


def _past(shape: re.Pattern[str], text: str, at: int) -> int:
    found = shape.match(text, at)
    return found.end() if found is not None else at


def _of(words: Sequence[_Word], *kinds: str) -> tuple[_Word, ...]:
    return tuple(word for word in words if word.kind in kinds)


def _one(said: Iterable[tuple[_Word, _T]]) -> _T | None:
    """What the words say of a thing that can be one way only; None where they say nothing of it."""
    first: _T | None = None
    for word, value in said:
        if first is not None and value != first:
            raise _UnreadError(word.text)
        first = value
    return first


def _number(word: _Word, among: range) -> int:
    if int(word.found[0]) not in among:
        raise _UnreadError(word.text)
    return int(word.found[0])


def _hours(words: Sequence[_Word]) -> tuple[time, ...]:
    """The times. A part of the day tells which half times without one are in; alone it is its usual hour."""
    parts, bare, halved = _of(words, "part"), _of(words, "time"), _of(words, "half", "in part")
    if parts and (
        halved or (bare and len(parts) > 1)
    ):  # "morning 7, evening 8": nobody can tell whose they are
        raise _UnreadError(parts[0].text)
    half = _half(parts[0].found[0]) if parts else ""
    hours = [_time(word, half) for word in bare] + [_time(word, _half(word.found[1])) for word in halved]
    hours += [at for word in words for at in _FIXED.get(word.kind, ())]
    return tuple(sorted(set(hours or [_usual(word) for word in parts])))


def _half(part: str) -> str:
    return "a" if part.casefold() == "a" or part.casefold().startswith("morning") else "p"


def _time(word: _Word, half: str) -> time:
    clock = word.found[0]
    at, whole_day = time_of_day(f"{clock}{half}m" if half else clock), time_of_day(clock)
    if at is None and half == "p" and whole_day is not None and whole_day.hour > 12:
        at = whole_day  # "18:30 in the evening"
    if at is None:
        raise _UnreadError(word.text)
    return at


def _usual(part: _Word) -> time:
    usual = _USUAL.get(part.found[0][0].casefold())
    if usual is None:
        raise _UnreadError(part.text)
    return usual


def _days(words: Sequence[_Word]) -> tuple[bool, ...] | None:
    """All the days that are named; None where none is."""
    chosen: set[int] = set()
    for word in words:
        match word.kind:
            case "every day" | "twice":
                chosen |= _numbers(EVERY_DAY)
            case "weekdays":
                chosen |= _numbers(WEEKDAYS)
            case "weekends":
                chosen |= _numbers(WEEKENDS)
            case "day":
                chosen.add(_day(word.found[0]))
            case "days":
                first, last = map(_day, word.found)
                chosen |= {(first + away) % 7 for away in range((last - first) % 7 + 1)}
    return tuple(day in chosen for day in range(7)) if chosen else None


def _numbers(days: tuple[bool, ...]) -> set[int]:
    return {number for number, on in enumerate(days) if on}


def _day(name: str) -> int:
    return _DAYS.index(name[:3].casefold())
