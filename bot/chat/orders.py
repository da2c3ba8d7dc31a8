"""What a chat orders, as people type it: `07:30 18:00`, `every day at 7`, `8 to 10`, `only 6pm`, `new`.

Every word is read, or named as not understood: what is half understood would change what nobody asked for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import time
from typing import TypeVar

from bot.chat.clocktimes import NotUnderstood
from bot.chat.order_days import days_in
from bot.chat.order_hours import hours_in
from bot.chat.order_replacing import Replaced, replaced_in
from bot.chat.order_spans import ends_in, hourly, is_span
from bot.chat.order_words import UnreadError, Word, of_kind, words_of
from bot.domain.subscriptions import (
    EVERY_DAY,
    LENGTHS,
    SENTENCES,
    STORIES,
    SUNDAYS,
    WEEKDAYS,
    WEEKENDS,
    SubscribeOrder,
)
from bot.domain.typed_letters import fold_typed
from bot.domain.zones import zone_named
from bot.render.language import Language
from bot.render.typed_words import in_english

_T = TypeVar("_T")
_TYPED = re.compile(r"[^\s,;&]+")


def read_order(words: str) -> SubscribeOrder | NotUnderstood:
    """What all the words order; else the first of them that is not understood."""
    try:
        return _ordered(tuple(words_of(words)))
    except UnreadError as unread:
        return NotUnderstood(unread.word)


def span_ordered(words: str) -> tuple[time, time] | None:
    """The first and the last hour that the words order, where they order those of a span, and no more."""
    try:
        read = tuple(words_of(words))
        return ends_in(read) if is_span(read) else None
    except UnreadError:
        return None


def read_order_in(words: str, language: Language) -> SubscribeOrder | NotUnderstood:
    """The order in English, or else in the language: "on" is a number in Turkish, and English first."""
    asked = read_order(words)
    if not isinstance(asked, NotUnderstood):
        return asked
    asked = read_order(in_english(words, language))
    return (
        NotUnderstood(_as_typed(asked.word, words, language)) if isinstance(asked, NotUnderstood) else asked
    )


def _as_typed(word: str, words: str, language: Language) -> str:
    """The word as somebody typed it, who is told that it is not understood."""
    typed = (each for each in _TYPED.findall(words) if word in (fold_typed(each), in_english(each, language)))
    return next(typed, word)


def _ordered(words: Sequence[Word]) -> SubscribeOrder:
    changed = replaced_in(words)
    days = days_in(changed.days if changed else words)
    if changed and days.on not in (None, EVERY_DAY, WEEKDAYS, WEEKENDS):
        raise UnreadError(of_kind(words, "day", "days")[0].text)  # no day has an hour of its own
    replaced = changed or Replaced(words, _hours(words))
    order = SubscribeOrder(
        hours=replaced.hours,
        days=days.on,
        not_days=days.off,
        instead_of=replaced.instead_of,
        moved=replaced.moved,
        each_new=any(word.kind == "new" for word in words),
        weekly=any(word.kind == "week" for word in words),
        followed_only=_one((word, word.kind == "followed") for word in of_kind(words, "followed", "all")),
        stories=_one((word, _number(word, STORIES)) for word in of_kind(words, "stories")),
        sentences=_one(
            (word, LENGTHS.get(word.kind) or _number(word, SENTENCES))
            for word in of_kind(words, "sentences", *LENGTHS)
        ),
        timezone=_one((word, _zone(word)) for word in of_kind(words, "zone")),
    )
    for word in of_kind(words, "make it", "change"):
        if order == SubscribeOrder():
            raise UnreadError(word.text)
    for word in of_kind(words, "only"):
        if order == SubscribeOrder():
            raise UnreadError(word.text)
        order = replace(order, only=True)
    return _on_sundays(order, words)


def _hours(words: Sequence[Word]) -> tuple[time, ...]:
    """The times, and from one to another each hour."""
    ends = ends_in(words)
    return hours_in(words) if ends is None else hourly(*ends)


def _on_sundays(order: SubscribeOrder, words: Sequence[Word]) -> SubscribeOrder:
    """Sundays alone order the week; named with it they are its day, and no day of editions."""
    if timed := of_kind(words, "week at"):
        raise UnreadError(timed[0].text)
    if order.days != SUNDAYS or not (order.weekly or order == SubscribeOrder(days=SUNDAYS)):
        return order
    if order.hours:  # "Sunday at 9, the week": nobody can tell whose hour it is
        raise UnreadError(of_kind(words, "week")[0].text)
    return replace(order, days=None, weekly=True)


def _one(said: Iterable[tuple[Word, _T]]) -> _T | None:
    """What the words say of a thing that can be one way only; None where they say nothing of it."""
    first: _T | None = None
    for word, value in said:
        if first is not None and value != first:
            raise UnreadError(word.text)
        first = value
    return first


def _number(word: Word, among: range) -> int:
    if int(word.found[0]) not in among:
        raise UnreadError(word.text)
    return int(word.found[0])


def _zone(word: Word) -> str:
    if (zone := zone_named(word.text)) is None:
        raise UnreadError(word.text)
    return zone
