"""Times of day as people type them: `7:30`, `07.30`, `7h30`, `6pm`, `18`."""

import re
from dataclasses import dataclass
from datetime import time

from bot.domain.subscriptions import EVERY_DAY, MOST_HOURS, WEEKDAYS, SubscribeOrder

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s?([ap]m)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\band\b|\buntil\b)\s*", re.IGNORECASE)
_APART = re.compile(r"[\s,;]+")
_NONE = frozenset({"off", "none", "no", "never"})


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The first word that is no time and nothing else that could stand there."""

    word: str


@dataclass(frozen=True, slots=True)
class Between:
    """From when to when; the same twice means never."""

    start: time
    end: time


def time_of_day(word: str) -> time | None:
    """The time a word means; None where it means none."""
    found = _TIME.fullmatch(word.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def times_of_day(words: str) -> tuple[time, ...] | NotUnderstood:
    """The times in the words, `07:30 18:00`; no words, no times."""
    order = order_of(words)
    if isinstance(order, NotUnderstood):
        return order
    if order.each_new or order.followed_only or order.days is not None:
        return NotUnderstood(words)
    return order.hours


def between(words: str) -> Between | None:
    """`22:00-07:00`, `22 to 7`, `off`."""
    if words.strip().casefold() in _NONE:
        return Between(time(0), time(0))
    ends = [time_of_day(part) for part in _BETWEEN.split(words.strip())]
    if len(ends) == 1:
        ends = [time_of_day(part) for part in words.split()]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    return Between(ends[0], ends[1])


def order_of(words: str) -> SubscribeOrder | NotUnderstood:
    """`07:30 18:00 new`, `weekdays 8`, `followed`."""
    hours: list[time] = []
    days, each_new, followed_only = None, False, False
    for word in filter(None, _APART.split(re.sub(r"(?<=\d)\s+(?=[ap]m\b)", "", words, flags=re.IGNORECASE))):
        at = time_of_day(word)
        match word.casefold():
            case _ if at is not None:
                hours.append(at)
            case "new":
                each_new = True
            case "followed":
                followed_only = True
            case "daily":
                days = EVERY_DAY
            case "weekdays":
                days = WEEKDAYS
            case _:
                return NotUnderstood(word)
    hours = sorted(set(hours))[:MOST_HOURS]
    return SubscribeOrder(hours=tuple(hours), days=days, each_new=each_new, followed_only=followed_only)
