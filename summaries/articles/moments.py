"""Reads when something was published or changed, as machines write it: the day, and the hour if told.

A day in figures whose order cannot be told (03/04/2016) is not read at all.
"""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from summaries.articles.dates import YEARS, find_dates

_DAY_ALONE = 10  # characters of an hourless moment
_FURTHEST_WEST, _FURTHEST_EAST = 12, 10  # hours in UTC before which, from which on, a place has another day
_LONGEST = 100  # characters
_NEVER = (date(1969, 12, 31), date(1970, 1, 1))  # what machines write where no moment was set
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{8})(?:[T ]+(?P<hour>\d\d:?\d\d)(?P<second>:?\d\d)?(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?(?:\s*\(?[A-Z]{1,5}\)?)?)?",
    re.IGNORECASE,
)
_MAILED = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")


class Moment(NamedTuple):
    """A day as it was told, and the same with its hour in the contract's form."""

    day: date  # where it was told: the hour in UTC may fall on the next
    iso: str  # "2024-04-24T08:00:00Z"; "2024-04-24" where the hour, or its zone, is not told
    zoned: bool = False  # told in a zone of its own: the day is that of the place


def read_moment(words: str) -> Moment | None:
    """The moment that a field of a page's head or of a front matter holds, None where it cannot be told."""
    words = " ".join(words.split())[:_LONGEST]
    match = _ISO.fullmatch(words)
    try:
        if match is not None:
            return _from_iso(match)
        if _MAILED.match(words) is not None:
            return _moment(parsedate_to_datetime(words))
    except (ValueError, OverflowError):
        return None
    told = {one.day for one in find_dates(words)}
    return day_alone(told.pop()) if len(told) == 1 else None


def day_alone(day: date) -> Moment:
    """The moment whose hour is not told."""
    return Moment(day, day.isoformat())


def earlier_day(moment: Moment | None, day: date | None) -> Moment | None:
    """The moment, or `day` where that was before: a piece printed again told news when it was first read."""
    return day_alone(day) if day is not None and (moment is None or day < moment.day) else moment


def near_day(moment: Moment, day: date) -> Moment:
    """The moment as one of `day`, where that is a neighbour and only the zone could tell which it was.

    A paper's address can have the day on which the story is printed, after the one on which it came out.
    """
    neighbour = not moment.zoned and abs((moment.day - day).days) <= 1
    return moment._replace(day=day) if neighbour else moment


def on_printed_day(moment: Moment, printed: date) -> Moment:
    """The moment as one of the day that its page prints, where the hour in UTC was another day's there."""
    hour = int(moment.iso[11:13]) if len(moment.iso) > _DAY_ALONE and not moment.zoned else None
    before = hour is not None and hour < _FURTHEST_WEST and printed == moment.day - timedelta(days=1)
    after = hour is not None and hour >= _FURTHEST_EAST and printed == moment.day + timedelta(days=1)
    return moment._replace(day=printed) if before or after else moment


def _from_iso(match: re.Match[str]) -> Moment | None:
    day = date.fromisoformat(match["day"])
    if day.year not in YEARS or day in _NEVER:
        return None
    if match["hour"] is None or match["zone"] is None:
        return day_alone(day)
    zone = "+0000" if match["zone"].upper() in ("Z", "UTC", "GMT") else match["zone"].replace(":", "")
    clock = (match["hour"] + (match["second"] or "00")).replace(":", "")
    return _moment(datetime.strptime(f"{day:%Y%m%d}{clock}{zone}", "%Y%m%d%H%M%S%z"))


def _moment(told: datetime) -> Moment | None:
    if told.year not in YEARS:
        return None
    if told.tzinfo is None:
        return day_alone(told.date())
    iso = f"{told.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return Moment(told.date(), iso, zoned=bool(told.utcoffset()))
