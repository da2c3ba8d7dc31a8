"""Reads the full dates that English text tells: day, month and year, in words or in figures.

Strict, because a wrong date misleads: a date whose order cannot be told (03/04/2015), whose weekday does
not agree, whose year has two figures, or that ends a range is not read at all.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from summaries.models import Span

_MONTHS = (
    r"jan(?:uary|\.)?",
    r"feb(?:ruary|\.)?",
    r"mar(?:ch|\.)?",
    r"apr(?:il|\.)?",
    r"may",
    r"june?\.?",
    r"july?\.?",
    r"aug(?:ust|\.)?",
    r"sep(?:tember|t?\.?)",
    r"oct(?:ober|\.)?",
    r"nov(?:ember|\.)?",
    r"dec(?:ember|\.)?",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY_WORD = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?"
_WEEKDAY = rf"(?:(?P<weekday>{_WEEKDAY_WORD}),?\s+(?:the\s+)?)?"
_YEAR = r"(?P<year>\d{4})(?![\d-])"
_MONTH_FIRST = re.compile(rf"\b{_WEEKDAY}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b{_WEEKDAY}\b{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}", re.IGNORECASE)
_ISO = re.compile(
    rf"\b{_WEEKDAY}(?<![\d/.-])(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\d/-]|\.\d)",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    rf"\b{_WEEKDAY}(?<![\d/.-])(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark)(?P<year>\d{{4}})(?![\d/-]|\.\d)",
    re.IGNORECASE,
)
_WITHOUT_YEAR = re.compile(
    rf"\b(?:{_MONTH}\s+{_DAY}|(?P<day_first>\d{{1,2}})\s+(?P<month_last>{'|'.join(_MONTHS)}))(?!\w)",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(r"\d\s*(?:[-–—/]|to|and|or|until)\s*$", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\d{4}")
YEARS = range(1800, 2101)  # a newspaper's archive and its calendar


class ToldDate(NamedTuple):
    """A full date and the words that tell it."""

    day: date
    span: Span
    weekday: bool  # the words name the weekday too, and it agrees


class DayOfYear(NamedTuple):
    """A day and month whose year is not told."""

    month: int
    day: int

    def near(self, reference: date, *, days: int) -> date | None:
        """The day at most `days` before `reference`, None where there is none."""
        for year in (reference.year, reference.year - 1):
            try:
                day = date(year, self.month, self.day)
            except ValueError:
                continue
            if 0 <= (reference - day).days <= days:
                return day
        return None


def find_dates(text: str, within: Span | None = None) -> tuple[ToldDate, ...]:
    """Every full date that `text` tells, in order."""
    start, end = within or Span(0, len(text))
    if _ANY_YEAR.search(text, start, end) is None:  # as of nearly every line: ten times as fast
        return ()
    told = [*_spelt(text, start, end), *_figures(text, start, end)]
    return tuple(sorted(told, key=lambda one: one.span))


def find_day_of_year(text: str) -> DayOfYear | None:
    """The first day and month of `text`, as "Dec. 14" tells them."""
    match = _WITHOUT_YEAR.search(text)
    if match is None:
        return None
    month = match["month"] or match["month_last"]
    return DayOfYear(_month_number(month), int(match["day"] or match["day_first"]))


def month_of(word: str) -> int | None:
    """1 for any form of January to 12 for December, None for another word."""
    return _month_number(word) if re.fullmatch(_MONTH, word, re.IGNORECASE) else None


def weekday_number(word: str) -> int:
    """0 for any form of Monday to 6 for Sunday."""
    return next(number for number, name in enumerate(_WEEKDAYS) if name.startswith(word.casefold()[:3]))


def _spelt(text: str, start: int, end: int) -> Iterator[ToldDate]:
    for form in (_MONTH_FIRST, _DAY_FIRST):
        for match in form.finditer(text, start, end):
            if not _RANGE_BEFORE.search(text[max(start, match.start() - 12) : match.start()]):
                yield from _told(match, int(match["year"]), _month_number(match["month"]), int(match["day"]))


def _figures(text: str, start: int, end: int) -> Iterator[ToldDate]:
    for match in _ISO.finditer(text, start, end):
        yield from _told(match, int(match["year"]), int(match["month"]), int(match["day"]))
    for match in _FIGURES.finditer(text, start, end):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if first > 12 or first == second:
            yield from _told(match, year, second, first)
        elif second > 12:
            yield from _told(match, year, first, second)


def _told(match: re.Match[str], year: int, month: int, day: int) -> Iterator[ToldDate]:
    if year not in YEARS:
        return
    try:
        told = date(year, month, day)
    except ValueError:
        return
    weekday = match["weekday"]
    if weekday is None or weekday_number(weekday) == told.weekday():
        yield ToldDate(told, Span(*match.span()), weekday is not None)


def _month_number(word: str) -> int:
    return next(number for number, form in enumerate(_MONTHS, 1) if form.startswith(word.casefold()[:3]))
