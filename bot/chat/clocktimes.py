"""Times of day as people type them: `7:30`, `07.30`, `7h30`, `0730`, `6pm`, `18`."""

import re
from dataclasses import dataclass
from datetime import time

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?|(?<=\d\d)(\d{2}))?(?:\s?([ap])\.?m\.?)?")
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
HOURS = (  # by the clock of 24, from one on
    *NUMBERS,
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "twenty-one", "twenty-two", "twenty-three",
)  # fmt: skip
_AWAY = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": -15}  # minutes
_SPOKEN = re.compile(
    r"(?:(?P<away>half past|half|(?:a )?quarter (?:past|to)) )?(?P<hour>[a-z]+|\d{1,2})(?: o[’']clock)?"
)


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The first word that is no time and nothing else that could stand there."""

    word: str


def time_of_day(word: str) -> time | None:
    """The time a word means; None where it means none."""
    word = word.strip().casefold()
    found = _TIME.fullmatch(word)
    if found is None:
        return _NAMED.get(word)
    hour, minute, half = int(found[1]), int(found[2] or found[3] or 0), found[4] or ""
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def either_half(words: str) -> tuple[time, time] | None:
    """The two times that `half six`, `quarter to 7` or `six o’clock` can mean; None where it means none."""
    found = _SPOKEN.fullmatch(" ".join(words.casefold().split()))
    if found is None or (hour := _hour(found["hour"])) is None:
        return None
    away = (found["away"] or "").removeprefix("a ")
    morning = (hour * 60 + _AWAY.get(away, 0)) % (12 * 60)
    first, second = (time(at // 60, at % 60) for at in (morning, morning + 12 * 60))
    return first, second


def _hour(word: str) -> int | None:
    if word in NUMBERS:
        return NUMBERS.index(word) + 1
    return int(word) if word.isdecimal() and 1 <= int(word) <= 12 else None
