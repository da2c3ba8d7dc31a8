"""The hours of an order, each in its part of the day: "7 in the morning and 8 in the evening".

Times and parts of the day make groups: signs and "and" part these, and so does a part that begins anew where
parts stand before their times, "morning 7 evening 8". A part alone is its usual hour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import time
from itertools import pairwise
from typing import Final

from bot.chat.clocktimes import HOURS, time_of_day
from bot.chat.order_words import AWAY, TIMES, UnreadError, Word, of_kind
from bot.domain.chats import MORNING
from bot.domain.subscriptions import EVENING

_USUAL: Final = {
    "morning": MORNING,
    "noon": time(12),
    "afternoon": time(15),
    "evening": EVENING,
    "night": time(21),
    "midnight": time(0),
}
_ONE_HOUR: Final = ("noon", "midnight")  # beside a time that is not theirs they stand for themselves
# The hours that people call by each part, in the order of one to twelve; none where nobody does.
_HOURS: Final[dict[str, tuple[int | None, ...]]] = {
    "morning": (*range(1, 12), 0),
    "noon": (*range(13, 18), None, None, None, 9, 10, 11, 12),
    "afternoon": (*range(13, 24), 12),
    "evening": (*range(13, 24), 0),
    "night": (*range(1, 6), *range(18, 24), 0),
    "midnight": (*range(1, 4), *[None] * 8, 0),
}


@dataclass(slots=True)
class _Group:
    """Times and parts that were said together; parts `lead` where they stand before their times."""

    lead: bool
    times: list[Word] = field(default_factory=list)
    parts: list[Word] = field(default_factory=list)


def hours_in(words: Sequence[Word]) -> tuple[time, ...]:
    """All the hours that the words tell. Raises UnreadError where they are none."""
    _are_hours(words)
    hours = hours_of(words)
    twice = (MORNING, EVENING) if of_kind(words, "twice") and not hours else ()
    return tuple(sorted({*hours, *twice}))


def hours_of(words: Sequence[Word]) -> tuple[time, ...]:
    """The hours of some of the words of an order."""
    groups = list(_groups(words))
    return tuple(sorted({hour for at in range(len(groups)) for hour in _of_group(groups, at)}))


def _are_hours(words: Sequence[Word]) -> None:
    """A number in letters is an hour where something tells of hours or days: "at seven", no "one" alone."""
    said = of_kind(words, "spoken")
    if (
        said
        and not any(word.half for word in said)
        and all(word.kind in ("spoken", "and", "every", "from", "filler") for word in words)
    ):
        raise UnreadError(said[0].text)
    for before, word in pairwise(words):
        bare = word.kind in ("time", "spoken") and not word.half
        if before.kind == "every" and bare:  # "every 3 hours", as it may be
            raise UnreadError(f"{before.text} {word.text}")


def _groups(words: Sequence[Word]) -> Iterator[_Group]:
    group: _Group | None = None
    parted = False
    for word in words:
        parted = parted or word.parted
        if word.kind not in (*TIMES, "part"):
            continue
        part = word.kind == "part"
        if group is None or parted or _is_over(group, part=part):
            if group is not None:
                yield group
            group, parted = _Group(lead=part), False
        (group.parts if part else group.times).append(word)
    if group is not None:
        yield group


def _is_over(group: _Group, *, part: bool) -> bool:
    """Whether what follows begins the next: a part where parts lead, a time where times do."""
    if group.lead:
        return part and bool(group.times)
    return not part and bool(group.parts)


def _of_group(groups: Sequence[_Group], at: int) -> Iterator[time]:
    """The hours of a group; what it lacks, those beside it may say: "mornings and evenings at 7"."""
    group = groups[at]
    if group.times and group.parts:
        yield from _together(group.times, group.parts)
    elif group.times:
        parts = _parts_before(groups[:at]) or _parts_behind(groups[at:])
        for word in group.times:
            own = [hour for part in parts if (hour := _in_part(word, part)) is not None]
            yield from own or [_alone(word)]
    else:
        times = _times_for(groups, at)
        yield from _together(times, group.parts) if times else [_USUAL[_name(part)] for part in group.parts]


def _together(times: Sequence[Word], parts: Sequence[Word]) -> Iterator[time]:
    """Each of the times in each of the parts."""
    for part in parts:
        found = [(word, _in_part(word, part)) for word in times]
        if _name(part) in _ONE_HOUR and all(hour is None for _, hour in found):
            yield _USUAL[_name(part)]
            yield from map(_alone, times)
            return
        for word, hour in found:
            if hour is None:
                raise UnreadError(part.text if word.half else word.text)
            yield hour


def _parts_before(groups: Sequence[_Group]) -> Sequence[Word]:
    """ "evenings at 7 and 8": those that led the times before."""
    for group in reversed(groups):
        if group.parts:
            return [part for part in group.parts if group.lead and _name(part) not in _ONE_HOUR]
    return ()


def _parts_behind(groups: Sequence[_Group]) -> Sequence[Word]:
    """ "7 and 8 in the evening": those that stand behind the last of the times, if these rise to it."""
    for before, group in pairwise(groups):
        if not _rises(before.times, group.times):
            return ()
        if group.parts:
            return group.parts if not group.lead else ()
    return ()


def _rises(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether both are hours of a half day, the later ones behind."""
    twelve = [half_day(word) for word in (*before, *after)]
    hours = [hour for hour in twelve if hour is not None]
    return bool(before and after) and len(hours) == len(twelve) and hours == sorted(hours)


def _times_for(groups: Sequence[_Group], at: int) -> Sequence[Word]:
    """ "mornings and evenings at 7", "7 in the morning and in the evening": the times of the group beside."""
    group = groups[at]
    if any(_name(part) in _ONE_HOUR for part in group.parts):
        return ()
    timed = next((other for other in groups[at:] if other.times), None)
    if timed is not None and timed.lead:
        return timed.times
    if timed is not None and not timed.parts:  # "evenings, at 7": of bare times those that are in it
        return [word for word in timed.times if all(_in_part(word, part) for part in group.parts)]
    before = groups[:at][-1:]
    return before[0].times if before and before[0].parts and not before[0].lead else ()


def _name(part: Word) -> str:
    name = part.found[0].casefold().removesuffix("s")
    return "noon" if name == "midday" else name


def _in_part(word: Word, part: Word) -> time | None:
    """The time in that part of the day; None where it is in no such part."""
    name, at = _name(part), _alone(word)
    if word.half:
        return at if at.hour in _HOURS[name] else None
    if not 1 <= at.hour <= 12:
        return at if at.hour in _HOURS[name] else None
    hour = _HOURS[name][at.hour - 1]
    return None if hour is None else at.replace(hour=hour)


def half_day(word: Word) -> int | None:
    """Its hour, where it may be one of two in the day."""
    hour = _alone(word).hour
    return None if word.half or word.text.startswith("0") or not 1 <= hour <= 12 else hour


def _alone(word: Word) -> time:
    """The time by the clock of 24 hours."""
    clock = next(part for part in word.found if part)
    if (name := "-".join(clock.casefold().split())) in HOURS:
        clock = str(HOURS.index(name) + 1)
    at = time_of_day(f"{clock}{word.half}m" if word.half else clock)
    if at is None:
        raise UnreadError(word.text)
    away = AWAY.get(word.kind, 0)
    hour, minute = divmod(at.hour * 60 + at.minute + away, 60)
    return time(hour % 24 or 12 if away < 0 and not word.half else hour % 24, minute)
