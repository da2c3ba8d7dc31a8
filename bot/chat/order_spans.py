"""From one hour to another, in an order: "from 8 to 10" is an edition at 8, at 9 and at 10."""

from collections.abc import Sequence
from datetime import time

from bot.chat.order_hours import hours_in
from bot.chat.order_words import TIMES, UnreadError, Word, of_kind

_DAY = 24 * 60  # minutes


def ends_in(words: Sequence[Word]) -> tuple[time, time] | None:
    """The first and the last hour of a span; None where the words tell none.

    Two hours that "and" joins are a span where something is between them alone: "from" leads hours that are
    none. "8 to 10 pm" is in the evening. Raises UnreadError where it is not clear from when to when.
    """
    parting = _parting(words)
    if parting is None:
        return None
    place, word = parting
    hours, before = hours_in(words), hours_in(words[:place])
    if len(hours) != 2 or len(before) != 1:
        raise UnreadError(word.text)
    (alone,) = before
    start = next((hour for hour in hours if _is_same(hour, alone)), alone)
    (end,) = (hour for hour in hours if hour != start)
    behind = words[place:]
    evening = of_kind(words[:place], "time") and any(
        each.found[1:2] == ("p",) for each in of_kind(behind, "half")
    )
    is_bare = bool(of_kind(words[:place], "time"))
    later = start.replace(hour=(start.hour + 12) % 24)
    return (later if evening and is_bare and start < later < end else start), end


def hourly(start: time, end: time) -> tuple[time, ...]:
    """Each hour from one time to the other, over midnight where that is later, as hours stand in a day."""
    first, last = (at.hour * 60 + at.minute for at in (start, end))
    hours = (last - first) % _DAY // 60
    return tuple(sorted(time(*divmod((first + 60 * hour) % _DAY, 60)) for hour in range(hours + 1)))


def _parting(words: Sequence[Word]) -> tuple[int, Word] | None:
    """The word that parts the hours of a span, and its place."""
    if to := of_kind(words, "to"):
        return words.index(to[0]), to[0]
    lead = of_kind(words, "from")
    timed = [place for place, word in enumerate(words) if word.kind in TIMES]
    if not lead or len(timed) != 2:
        return None
    joined = of_kind(words[timed[0] : timed[1]], "and")
    is_between = lead[0].text.casefold() == "between"
    return (timed[1], words[timed[1]]) if is_between or not joined else None


def _is_same(one: time, other: time) -> bool:
    """Whether both are so called in twelve hours."""
    return (one.hour - other.hour) % 12 == 0 and one.minute == other.minute
