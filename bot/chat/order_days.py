"""The days of an order: those that are named, or all but these: "every day except Sunday", "not on Mon"."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from bot.chat.order_words import TIMES, UnreadError, Word, of_kind
from bot.domain.subscriptions import DAYS_TYPED, EVERY_DAY, WEEKDAYS, WEEKENDS

NAMED: Final = ("every day", "twice", "weekdays", "weekends", "day", "days")
_ALL: Final = ("every day", "twice")
_MOST: Final = ("weekdays", "days")  # of which some may be taken


class Days(NamedTuple):
    """Which days are ordered, or come no more; None where none is named so."""

    on: tuple[bool, ...] | None = None
    off: tuple[bool, ...] | None = None


def days_in(words: Sequence[Word]) -> Days:
    """All the days that are named. Raises UnreadError where it is not clear which are not wanted."""
    excepting = of_kind(words, "except")
    if not excepting:
        return Days(on=_told(_numbers(of_kind(words, *NAMED))))
    at, named = words.index(excepting[0]), of_kind(words, *NAMED)
    base = of_kind(words[:at], *_MOST) or of_kind(named, *_ALL)
    off = _numbers(word for word in named if word not in base and word.kind not in _ALL)
    if of_kind(words[:at], *TIMES, "part") and (again := of_kind(words[at:], *TIMES, "part")):
        raise UnreadError(again[0].text)  # "every day at 7 except Sunday at 9"
    if not off or of_kind(words, "week", "week at"):
        raise UnreadError(excepting[0].text)
    if base and not (
        excepting[0].denies_before and of_kind(words[at:], *NAMED)
    ):  # "weekdays are not, weekends"
        return Days(on=_told(_numbers(base) - off) or _unread(excepting[0]))
    before, behind = of_kind(words[:at], *NAMED), of_kind(words[at:], *NAMED, *TIMES, "part")
    if before and behind:  # "Mondays, not Sundays", "Sundays not at 7": nobody can tell what goes
        raise UnreadError(excepting[0].text)
    if timed := of_kind(behind, *TIMES, "part"):
        raise UnreadError(timed[0].text)
    return Days(off=_told(off))


def _unread(word: Word) -> tuple[bool, ...]:
    raise UnreadError(word.text)


def _told(chosen: set[int]) -> tuple[bool, ...] | None:
    return tuple(day in chosen for day in range(7)) if chosen else None


def _numbers(words: Iterable[Word]) -> set[int]:
    chosen: set[int] = set()
    for word in words:
        match word.kind:
            case "every day" | "twice":
                chosen |= _of(EVERY_DAY)
            case "weekdays":
                chosen |= _of(WEEKDAYS)
            case "weekends":
                chosen |= _of(WEEKENDS)
            case "day":
                chosen.add(_day(word.found[0]))
            case "days":
                first, last = map(_day, filter(None, word.found))
                chosen |= {(first + away) % 7 for away in range((last - first) % 7 + 1)}
    return chosen


def _of(days: tuple[bool, ...]) -> set[int]:
    return {number for number, on in enumerate(days) if on}


def _day(name: str) -> int:
    return DAYS_TYPED.index(name[:3].casefold())
