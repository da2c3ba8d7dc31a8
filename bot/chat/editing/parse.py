"""What an editor asked for, out of what they wrote: an article, and what follows it."""

import re
from dataclasses import dataclass
from datetime import time

from bot.chat.clocktimes import either_half, time_of_day

_TIME = r"at\s+(?P<time>\S+(?:\s?[ap]m)?)"
_AT = re.compile(rf"(?P<article>.+?)\s+{_TIME}", re.IGNORECASE)
_AT_FIRST = re.compile(rf"(?P<article>){_TIME}(?:\s.*)?", re.IGNORECASE)
_AT_SPOKEN = re.compile(r"(?:(?P<article>.+)\s+)?at\s+(?P<time>.+)", re.IGNORECASE)
_NUMBERED = re.compile(r"#?(?P<number>\d{1,18})(?:\s+(?P<rest>.+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Push:
    """An article by number or words, and an hour before which nobody is told; without words the edition."""

    article: str
    at: time | None = None
    either: tuple[time, time] | None = None  # it is one of these


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article by its number, and what is said of it."""

    article_id: int
    rest: str


def push_asked(words: str) -> Push:
    """`12`, `12 at 18:30`, `cease-fire at 7`, `12 at half six`; `at 18:30` names no article."""
    for form in (_AT_FIRST, _AT):
        found = form.fullmatch(words)
        if found is not None and (at := time_of_day(found["time"])) is not None:
            return Push(found["article"], at)
    spoken = _AT_SPOKEN.fullmatch(words)
    if spoken is not None and (either := either_half(spoken["time"])) is not None:
        return Push(spoken["article"] or "", either=either)
    return Push(words)


def numbered(words: str) -> Numbered | None:
    """`12 The bridge is in Homs.`; None where no number stands first."""
    found = _NUMBERED.fullmatch(words)
    return Numbered(int(found["number"]), found["rest"] or "") if found else None
