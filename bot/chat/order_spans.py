"""From one hour to another, in an order: "from 8 to 10" is an edition at 8, at 9 and at 10."""

from collections.abc import Sequence
from datetime import time

from bot.chat.order_hours import half_day, hours_in, hours_of
from bot.chat.order_words import TIMES, UnreadError, Word, of_kind

_DAY = 24 * 60  # minutes
_HALF_DAY = _DAY // 2
_OF_SPANS = frozenset((*TIMES, "part", "from", "to", "and", "at", "filler"))


def is_span(words: Sequence[Word]) -> bool:
    """Whether the words tell hours, and nothing else."""
    return all(word.kind in _OF_SPANS for word in words)


def ends_in(words: Sequence[Word]) -> tuple[time, time] | None:
    """The first and the last hour of a span; None where the words tell none.

    Two hours that "and" joins are a span where something is between them alone: "from" leads hours that are
    none. "8 to 10 pm" is in the evening, and of "evenings from 10 to 7" the end is the next seven. Raises
    UnreadError where it is not clear from when to when.
    """
    parting = _parting(words)
    if parting is None:
        return None
    place, word = parting
    before, behind = words[:place], words[place:]
    together, first, last = hours_in(words), hours_of(before), hours_of(behind)
    if len(first) != 1 or len(last) != 1:
        raise UnreadError(word.text)
    (start,), (end,) = first, last
    if not _tells_half(before):
        start = _before(
            end, next((hour for hour in together if _is_same(hour, start)), start), before, behind
        )
    elif not _tells_half(behind) and _is_open(before) and _is_open(behind):
        end = min((end, _later(end)), key=lambda each: (_minute(each) - _minute(start) - 1) % _DAY)
    if start == end:
        raise UnreadError(word.text)
    return start, end


def hourly(start: time, end: time) -> tuple[time, ...]:
    """Each hour from one time to the other, over midnight where that is later, as hours stand in a day."""
    first, last = _minute(start), _minute(end)
    hours = (last - first) % _DAY // 60
    return tuple(sorted(time(*divmod((first + 60 * hour) % _DAY, 60)) for hour in range(hours + 1)))


def _parting(words: Sequence[Word]) -> tuple[int, Word] | None:
    """The word that parts the hours of a span, and its place; behind both it leads them, as in Turkish."""
    timed = [place for place, word in enumerate(words) if word.kind in TIMES]
    two = len(timed) == 2
    to = of_kind(words, "to")
    if to and not (two and timed[1] < words.index(to[0])):
        return words.index(to[0]), to[0]
    lead = (*of_kind(words, "from"), *to)
    if not lead or not two:
        return None
    place = _begins(words, *timed)
    joined = of_kind(words[timed[0] : timed[1]], "and")
    is_between = lead[0].text.casefold() == "between"
    return (place, words[timed[1]]) if is_between or not joined else None


def _begins(words: Sequence[Word], first: int, last: int) -> int:
    """Where the second hour begins: with its part of the day, if the first one's leads it."""
    if of_kind(words[:first], "part"):
        while words[last - 1].kind in ("part", "at"):
            last -= 1
    return last


def _tells_half(words: Sequence[Word]) -> bool:
    """Whether they tell which half of the day it is."""
    return bool(of_kind(words, "part")) or any(word.half for word in words)


def _is_open(words: Sequence[Word]) -> bool:
    """Whether their hour is written as both halves of the day have it: "7", no "19" and no "07"."""
    return all(half_day(word) is not None for word in of_kind(words, *TIMES) if not word.half)


def _before(end: time, start: time, before: Sequence[Word], behind: Sequence[Word]) -> time:
    """The start of a span whose end alone may tell a half: "8 to 10 pm" is from 20:00."""
    evening = any(word.half == "p" for word in behind)
    return _later(start) if evening and _is_open(before) and start < _later(start) < end else start


def _later(at: time) -> time:
    """The same by a clock of twelve hours, half a day later."""
    return time(*divmod((_minute(at) + _HALF_DAY) % _DAY, 60))


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _is_same(one: time, other: time) -> bool:
    """Whether both are so called in twelve hours."""
    return _minute(one) % _HALF_DAY == _minute(other) % _HALF_DAY
