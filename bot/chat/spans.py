"""From when to when, as people type it: `22:00-07:00`, `from 10 in the evening to 7`, `off`."""

import re
from dataclasses import dataclass
from datetime import time

from bot.chat.order_spans import ends_in, is_span
from bot.chat.order_words import UnreadError, words_of

NONE = frozenset({"off", "none", "no", "never"})
_DASH = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True, slots=True)
class Between:
    """From when to when; the same twice means never."""

    start: time
    end: time


def between(words: str) -> Between | None:
    """`22:00-07:00`, `22 to 7`, `from 10 pm to 7 am`, `off`."""
    if words.strip().casefold() in NONE:
        return Between(time(0), time(0))
    try:
        read = tuple(words_of(f"between {_DASH.sub(' to ', words)}"))
        ends = ends_in(read) if is_span(read) else None
    except UnreadError:
        return None
    return Between(*ends) if ends is not None else None
