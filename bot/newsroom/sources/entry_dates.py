"""Which date a feed tells, and which one an entry has."""

import re
from calendar import timegm
from datetime import UTC, datetime, timedelta
from time import struct_time
from typing import Final, Literal, NamedTuple

from bot.newsroom.sources.values import Entry, Timestamp

_CLOCKS_APART: Final = timedelta(minutes=15)  # between a publisher's clock and ours, both well kept
_A_DAY: Final = timedelta(days=1)
_OLDEST: Final = datetime(1800, 1, 1, tzinfo=UTC)
_NOUGHT: Final = datetime(1970, 1, 1, tzinfo=UTC)  # a field that was never filled
_ZONE = r"(?:Z|UTC|GMT|UT|[ECMP][SD]T|[+-]\d\d:?\d\d)"
_HOUR_TOLD = re.compile(rf"\d:?\d\d(?::?\d\d)?(?:[.,]\d+)?\s*{_ZONE}(?:\s*\(.*\))?$", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_OFFSET = re.compile(r"[+-]\d\d:?\d\d$")
_RUN_TOGETHER: Final = (6, 8, 14)  # figures: "20241224"
_LONGEST: Final = 100  # characters

DateBasis = Literal["published", "updated", "first seen"]


class Dated(NamedTuple):
    """The date of an entry and how it was decided."""

    moment: datetime
    hour_told: bool
    basis: DateBasis
    instead_of: str | None = None  # what the entry told and was not taken, with the reason


def stamp_of(words: str | None, parsed: struct_time | None) -> Timestamp | None:
    """What a feed tells in `words`, and what a library made of it; None where nothing is told.

    A library reads a year into anything ("1714000000" is 1713 to it): one that does not stand in the words
    is none.
    """
    told = " ".join((words or "").split())[:_LONGEST]
    if not told:
        return None
    moment = _moment(parsed)
    if moment is None or not _says_year(told, moment):
        return Timestamp(words=told)
    return Timestamp(words=told, moment=moment, hour_told=_HOUR_TOLD.search(told) is not None)


def date_of(entry: Entry, *, now: datetime) -> Dated:
    """The entry's date, unless it lies in the future or cannot be read; then when it was first seen: now."""
    refused = None
    told: tuple[tuple[DateBasis, Timestamp | None], ...] = (
        ("published", entry.published),
        ("updated", entry.updated),
    )
    for name, stamp in told:
        if stamp is None:
            continue
        if (fault := _fault(stamp, now)) is None and stamp.moment is not None:
            return Dated(stamp.moment, stamp.hour_told, name, refused)
        refused = refused or f"{stamp.words!r}, which {fault}"
    return Dated(now, True, "first seen", refused)  # noqa: FBT003 (a named tuple's field)


def _fault(stamp: Timestamp, now: datetime) -> str | None:
    if stamp.moment is None:
        return "cannot be read"
    if stamp.moment < _OLDEST or stamp.moment == _NOUGHT:
        return "was never filled in"
    # A day whose zone is not told may have begun elsewhere.
    ahead = _CLOCKS_APART if stamp.hour_told else _A_DAY
    return "lies in the future" if stamp.moment > now + ahead else None


def _moment(parsed: struct_time | None) -> datetime | None:
    try:
        return None if parsed is None else datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _says_year(told: str, moment: datetime) -> bool:
    """Whether the year stands there, in two figures or four; that in UTC may be a neighbour's."""
    numbers = _NUMBERS.findall(_OFFSET.sub("", told))
    four = any(len(one) == 4 for one in numbers)  # then two figures are a day or an hour
    for day in (moment - _A_DAY, moment, moment + _A_DAY):
        long, short = f"{day.year:04}", f"{day.year % 100:02}"
        if any(_is_year(one, long) or (one == short and not four) for one in numbers):
            return True
    return False


def _is_year(number: str, year: str) -> bool:
    return number == year or (len(number) in _RUN_TOGETHER and number.startswith(year))
