"""From when to when, as people type it: `22:00-07:00`, `from 10 in the evening to 7`, `off`."""

import re
from dataclasses import dataclass
from datetime import time

from bot.chat.clocktimes import NotUnderstood
from bot.chat.orders import read_order
from bot.domain.subscriptions import SubscribeOrder

NONE = frozenset({"off", "none", "no", "never"})
_BETWEEN = re.compile(r"\s*(?:-|–|—|\b(?:to|and|until|till)\b)\s*", re.IGNORECASE)
_AROUND = re.compile(r"\b(?:from|between|at|o’clock)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Between:
    """From when to when; the same twice means never."""

    start: time
    end: time


def between(words: str) -> Between | None:
    """`22:00-07:00`, `22 to 7`, `from 10 pm to 7 am`, `off`."""
    words = _AROUND.sub("", words).strip()
    if words.casefold() in NONE:
        return Between(time(0), time(0))
    parts = [part for part in _BETWEEN.split(words) if part]
    ends = [_time(part) for part in (parts if len(parts) > 1 else " ".join(parts).split())]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    return Between(ends[0], ends[1])


def _time(words: str) -> time | None:
    asked = read_order(words)
    if isinstance(asked, NotUnderstood) or len(asked.hours) != 1:
        return None
    return asked.hours[0] if asked == SubscribeOrder(hours=asked.hours) else None
