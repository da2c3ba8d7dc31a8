"""An hour of an order that takes another one's place: "9 instead of 7", "not at 7 but at 9", "make it 9"."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise
from typing import Final, NamedTuple

from bot.chat.order_days import NAMED
from bot.chat.order_hours import hours_of
from bot.chat.order_spans import ends_in, hourly
from bot.chat.order_words import LEADING, TIMES, UnreadError, Word, of_kind

MOVING: Final = ("make it", "change")  # the kinds of words that move an hour


class Replaced(NamedTuple):
    """Which hours come, and whose place they take: of a named hour, or (`moved`) of what stands.

    `days`: the words that may tell days beside them.
    """

    days: Sequence[Word]
    hours: tuple[time, ...]
    instead_of: time | None = None
    moved: bool = False


def replaced_in(words: Sequence[Word]) -> Replaced | None:
    """What the words replace; None where they replace no hour. Raises UnreadError where that is not clear."""
    for before, word in pairwise(words):
        if before.kind == "except" and word.kind in MOVING and not word.parted:  # "do not change 7 to 9"
            raise UnreadError(before.text)
    for parting in of_kind(words, "instead of", "replaced by"):
        return _parted(words, parting)
    if (instead := _not_but(words)) is not None:
        return instead
    for but in of_kind(words, "but"):
        raise UnreadError(but.text)
    moved = of_kind(words, *MOVING)
    if not moved or not _tells_hours(words):
        return None
    ends = ends_in(words)
    turn = _turn(words) if moved[0].kind == "change" or _stands_behind(words, moved[0]) else None
    if turn is not None:
        return _instead(words, words[turn:], words[:turn], moved[0])
    if moved[0].kind == "change" and ends is not None:  # "change from 7": to what?
        raise UnreadError(moved[0].text)
    return Replaced(words, hours_of(words) if ends is None else hourly(*ends), moved=True)


def _not_but(words: Sequence[Word]) -> Replaced | None:
    """ "At 9, not at 7", "not at 7 but at 9": what is not denied, in place of what is.

    None where no hour is denied: "not on Sundays". Raises UnreadError where it is not clear what comes.
    """
    for place, word in enumerate(words):
        before, behind = words[:place], words[place + 1 :]
        led = [each for each in behind if each.kind not in LEADING][:1]
        if word.kind != "except" or not _tells_hours(before[-1:] if word.denies_before else led):
            continue
        if word.denies_before:
            denied, wanted = before, behind
        elif _tells_hours(before):
            denied, wanted = behind, before
        else:
            # French "ne change pas 7h en 9h" moves nothing.
            turn = _but(behind) or (None if of_kind(before, *MOVING) else _second_time(behind))
            denied, wanted = behind[:turn], behind[turn:] if turn is not None else ()
        if of_kind(denied, *NAMED):  # "at 9, not at 7 on Sundays"
            raise UnreadError(word.text)
        return _instead((*before, *behind), wanted, denied, word)
    return None


def _but(words: Sequence[Word]) -> int | None:
    """Where "but" stands between what is not wanted and what is; None where it does not."""
    return next((place for place, word in enumerate(words) if word.kind == "but" and place), None)


def _stands_behind(words: Sequence[Word], moved: Word) -> bool:
    """Whether the word that moves stands behind an hour, as Turkish verbs do: "7’yi 9 yap"."""
    return _tells_hours(words[: words.index(moved)]) and not any(word.parted for word in words)


def _parted(words: Sequence[Word], parting: Word) -> Replaced:
    """What stands before the word, instead of what stands behind it, or the other way round."""
    at = words.index(parting)
    before, behind = words[:at], words[at + 1 :]
    if parting.kind == "replaced by":
        stands = _tells_hours(before)
        return (
            _instead(words, behind, before, parting)
            if stands
            else Replaced(words, hours_of(behind), moved=True)
        )
    if _tells_hours(before):
        return _instead(words, before, behind, parting)
    second = _second(behind)  # "instead of 7 at 9"
    return _instead(words, behind[second:], behind[:second], parting)


def _instead(every: Sequence[Word], words: Sequence[Word], other: Sequence[Word], parting: Word) -> Replaced:
    """The hours of the words take the place of the other one's: of all of it."""
    hours, named = hours_of(words), hours_of(other)
    if len(named) != 1 or not hours or named[0] in hours or _is_limited(other):
        raise UnreadError(parting.text)
    return Replaced(every, hours, instead_of=named[0])


def _is_limited(words: Sequence[Word]) -> bool:
    """Whether "only" stands before the hour, as in "not only at 7"."""
    first = next((place for place, word in enumerate(words) if word.kind in (*TIMES, "part")), len(words))
    return bool(of_kind(words[:first], "only"))


def _turn(words: Sequence[Word]) -> int | None:
    """Where what comes begins, in "7 to 9", "morning to evening", "7 9"; None where one hour is told."""
    for place, word in enumerate(words):
        if word.kind == "to" and _tells_hours(words[:place]) and _tells_hours(words[place + 1 :]):
            return place + 1
    return _second_time(words)


def _second_time(words: Sequence[Word]) -> int | None:
    """Where the second of two times stands that nothing joins; None where there are not two."""
    timed = _timed(words)
    joined = len(timed) != 2 or of_kind(words[timed[0] : timed[1]], "and", "to")
    return None if joined else timed[1]


def _tells_hours(words: Sequence[Word]) -> bool:
    return bool(of_kind(words, *TIMES, "part"))


def _second(words: Sequence[Word]) -> int:
    """Where the second hour begins, with what leads it."""
    timed = _timed(words)
    at = _but(words) or (timed[1] if len(timed) > 1 else len(words))
    while at and words[at - 1].kind in (*LEADING, "from", "to", "and", "but"):
        at -= 1
    return at


def _timed(words: Sequence[Word]) -> list[int]:
    return [place for place, word in enumerate(words) if word.kind in TIMES]
