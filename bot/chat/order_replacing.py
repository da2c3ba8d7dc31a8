"""An hour of an order that takes another one's place: "9 instead of 7", "change 7 to 9", "make it 9"."""

from collections.abc import Sequence
from datetime import time
from typing import NamedTuple

from bot.chat.order_hours import hours_of
from bot.chat.order_spans import ends_in, hourly
from bot.chat.order_words import TIMES, UnreadError, Word, of_kind


class Replaced(NamedTuple):
    """Which hours come, and whose place they take: of a named hour, or (`moved`) of what stands."""

    hours: tuple[time, ...]
    instead_of: time | None = None
    moved: bool = False


def replaced_in(words: Sequence[Word]) -> Replaced | None:
    """What the words replace; None where they replace no hour. Raises UnreadError where that is not clear."""
    for parting in of_kind(words, "instead of", "replaced by"):
        return _parted(words, parting)
    moved = of_kind(words, "make it", "change")
    if not moved or not _tells_hours(words):
        return None
    ends = ends_in(words)
    if moved[0].kind == "change":
        if (turn := _turn(words)) is not None:
            return _instead(words[turn:], words[:turn], moved[0])
        if ends is not None:  # "change from 7": to what?
            raise UnreadError(moved[0].text)
    return Replaced(hours_of(words) if ends is None else hourly(*ends), moved=True)


def _parted(words: Sequence[Word], parting: Word) -> Replaced:
    """What stands before the word, instead of what stands behind it, or the other way round."""
    at = words.index(parting)
    before, behind = words[:at], words[at + 1 :]
    if parting.kind == "replaced by":
        stands = _tells_hours(before)
        return _instead(behind, before, parting) if stands else Replaced(hours_of(behind), moved=True)
    if _tells_hours(before):
        return _instead(before, behind, parting)
    second = _second(behind)  # "instead of 7 at 9"
    return _instead(behind[second:], behind[:second], parting)


def _instead(words: Sequence[Word], other: Sequence[Word], parting: Word) -> Replaced:
    """The hours of the words take the place of the other one's."""
    hours, named = hours_of(words), hours_of(other)
    if len(named) != 1 or not hours or named[0] in hours:
        raise UnreadError(parting.text)
    return Replaced(hours, instead_of=named[0])


def _turn(words: Sequence[Word]) -> int | None:
    """Where what comes begins, in "7 to 9", "morning to evening", "7 9"; None where one hour is told."""
    for place, word in enumerate(words):
        if word.kind == "to" and _tells_hours(words[:place]) and _tells_hours(words[place + 1 :]):
            return place + 1
    timed = _timed(words)
    joined = len(timed) != 2 or of_kind(words[timed[0] : timed[1]], "and")
    return None if joined else timed[1]


def _tells_hours(words: Sequence[Word]) -> bool:
    return bool(of_kind(words, *TIMES, "part"))


def _second(words: Sequence[Word]) -> int:
    """Where the second hour begins, with what leads it."""
    timed = _timed(words)
    at = timed[1] if len(timed) > 1 else len(words)
    while at and words[at - 1].kind in ("at", "from", "to", "and", "filler"):
        at -= 1
    return at


def _timed(words: Sequence[Word]) -> list[int]:
    return [place for place, word in enumerate(words) if word.kind in TIMES]
