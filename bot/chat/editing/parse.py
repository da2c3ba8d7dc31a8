"""What an editor asked for, out of what they wrote: an article, and what follows it."""

import re
from dataclasses import dataclass
from datetime import time
from typing import TypedDict

from bot.chat.clocktimes import either_half, time_of_day
from bot.chat.order_hours import hours_in
from bot.chat.order_words import TIMES, UnreadError, of_kind, words_of
from bot.render.language import Language
from bot.render.typed_words import in_english

_TIME = r"at\s+(?P<time>\S+(?:\s?[ap]m)?)"
_AT = re.compile(rf"(?P<article>.+?)\s+{_TIME}", re.IGNORECASE)
_AT_FIRST = re.compile(rf"(?P<article>){_TIME}(?:\s.*)?", re.IGNORECASE)
_AT_SPOKEN = re.compile(r"(?:(?P<article>.+)\s+)?at\s+(?P<time>.+)", re.IGNORECASE)
_NUMBERED = re.compile(r"#?(?P<number>\d{1,18})(?:\s+(?P<rest>.+))?", re.DOTALL)
_BEHIND_NUMBER = re.compile(r"#?(?P<article>\d{1,18})\s+(?P<rest>.+)", re.DOTALL)
_HOUR_FOLLOWS = "at "
_LIKE_AN_HOUR = re.compile(r"\d+(?:[:.h]\d*|\s?[ap]\.?m\.?)", re.IGNORECASE)
_OF_AN_HOUR = frozenset((*TIMES, "part", "at", "filler"))


class _When(TypedDict, total=False):
    """When, as `Push` has it."""

    at: time
    either: tuple[time, time]


@dataclass(frozen=True, slots=True)
class Push:
    """An article by number or words, and an hour before which nobody is told; without words the edition."""

    article: str
    at: time | None = None
    either: tuple[time, time] | None = None  # it is one of these
    no_hour: str = ""  # what stands behind the number like an hour, and is none


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


def push_asked_in(words: str, language: Language) -> Push:
    """The same, with the hour as it is typed in the language, and behind a number without "at" as well:
    `12 18:30`, `12 um halb sieben`. A bare number behind another is no hour: it may be an article's.
    """
    asked = push_asked(words)
    if asked != Push(words):
        return asked
    found = _BEHIND_NUMBER.fullmatch(words)
    number, rest = (found["article"] or "", found["rest"]) if found else ("", words)
    english = " ".join(in_english(rest, language).split())
    if rest.isdecimal() or not (number or english.startswith(_HOUR_FOLLOWS)):
        return asked
    hour = english.removeprefix(_HOUR_FOLLOWS)
    if (at := time_of_day(hour)) is not None:
        return Push(number, at)
    if either := either_half(hour):
        return Push(number, either=either)
    if spoken := _spoken(hour):
        return Push(number, **spoken)
    like_one = number and (english.startswith(_HOUR_FOLLOWS) or _LIKE_AN_HOUR.fullmatch(hour))
    return Push(words, no_hour=_said(rest, language)) if like_one else asked


def _spoken(hour: str) -> _When | None:
    """The one hour of "half before seven" or "seven in the evening"; one of two where no part is named."""
    try:
        said = tuple(words_of(f"at {hour}"))
        hours = hours_in(said) if all(word.kind in _OF_AN_HOUR for word in said) else ()
    except UnreadError:
        return None
    if len(hours) != 1:
        return None
    (at,) = hours
    if of_kind(said, "part") or any(word.half for word in said) or not 0 < at.hour <= 12:
        return _When(at=at)
    return _When(either=(at.replace(hour=at.hour % 12), at.replace(hour=at.hour % 12 + 12)))


def _said(rest: str, language: Language) -> str:
    """What is meant for an hour, without the word before it."""
    first, _, behind = rest.partition(" ")
    return behind if behind and in_english(first, language).strip() == "at" else rest


def numbered(words: str) -> Numbered | None:
    """`12 The bridge is in Homs.`; None where no number stands first."""
    found = _NUMBERED.fullmatch(words)
    return Numbered(int(found["number"]), found["rest"] or "") if found else None
