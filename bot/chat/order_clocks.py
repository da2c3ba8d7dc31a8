"""The clock by which hours are ordered: "7 WIB", "every day at 7 am Eastern time"."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.chat.clocktimes import NotUnderstood
from bot.chat.order_words import TIMES, UnreadError, words_of
from bot.chat.orders import read_order, read_order_in
from bot.domain.meanings import Meaning
from bot.domain.named_clocks import Place, clocks_named
from bot.domain.zone_cities import city_of, zone_of_city
from bot.render.language import Language
from bot.render.typed_words import in_english

_LONGEST_NAME = 4  # words: "central european summer time"
_LONGEST_HOUR = 5  # "7 o’clock in the morning"
_MARKS = ".,!?;:()"
_MINUS = ("-", "−", "–", "—")
_HOURS = frozenset((*TIMES, "part"))
_BESIDE_HOURS = frozenset((*_HOURS, "at", "to", "filler"))  # "to": Russian "7 по мск"


def clock_beside(said: str, language: Language, *, now: datetime) -> tuple[str, tuple[Place, ...]]:
    """The words without the clock that is named behind an hour, and the places that have it.

    All the words and no place where none is named. What stands behind a minus may be the end of a span.
    """
    words = said.split()
    for first in range(1, len(words)):
        for last in range(min(first + _LONGEST_NAME, len(words)), first, -1):
            name = " ".join(words[first:last]).strip(_MARKS)
            places = () if name.startswith(_MINUS) else clocks_named(name, now=now)
            places = places or _cities(name, " ".join(words[last:]), language)
            if places and in_english(name, language) == name and _is_hour(words[:first], language):
                return " ".join((*words[:first], *words[last:])), places
    return said, ()


def _cities(name: str, behind: str, language: Language) -> tuple[Place, ...]:
    """The city of that name: "7 Paris". In small letters only amid an order: "at 7 wake me up" names none."""
    zone = zone_of_city(name)
    named = name[:1].isupper() or not isinstance(read_order_in(behind, language), NotUnderstood)
    return ((city_of(zone), zone),) if zone is not None and named else ()


def by_clocks(ordered: Meaning, places: Sequence[Place]) -> Iterator[Meaning]:
    """The order by the clock of each place; before quiet hours, which are by the chat's, that to choose."""
    if ordered.kind == "quiet":
        yield from (Meaning(kind="zone", words=zone, sure=True) for _, zone in places)
    if ordered.kind == "quiet" or not places:
        yield ordered
        return
    start, _, end = ordered.words.partition("–")
    order = f"from {start} to {end}" if ordered.kind == "hourly" else ordered.words
    for place, zone in places:
        shown = f"{ordered.shown or ordered.words} ({place})"
        yield Meaning(kind="order", words=f"{order} {zone}", shown=shown, sure=True)


def orders_by_clock(words: str, language: Language, *, now: datetime) -> tuple[Meaning, ...]:
    """What all the words order by the clock that they name, for each place that has it; none otherwise."""
    text, places = clock_beside(words, language, now=now)
    for order in (text, in_english(text, language)) if places else ():
        if not isinstance(read_order(order), NotUnderstood):
            return tuple(by_clocks(Meaning(kind="order", words=order, shown=text), places))
    return ()


def _is_hour(words: Sequence[str], language: Language) -> bool:
    """Whether the words end on an hour."""
    ends = (" ".join(words[-count:]) for count in range(1, min(_LONGEST_HOUR, len(words)) + 1))
    return any(kinds & _HOURS and kinds <= _BESIDE_HOURS for kinds in (_kinds(end, language) for end in ends))


def _kinds(words: str, language: Language) -> set[str]:
    """Of which kinds the words of an order are; none where they are not all of an order."""
    try:
        return {word.kind for word in words_of(in_english(words, language))}
    except UnreadError:
        return set()
