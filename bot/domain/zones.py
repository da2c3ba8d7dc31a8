"""Time zones: local times as moments, through every odd change of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

_NO_ZONES = frozenset(("Factory", "localtime"))  # names in the database that mean this machine
_HOURS_OF_A_DAY = (time(0, 0), time(12, 0), time(23, 59))


def zone_of(name: str | None, *, default: ZoneInfo) -> ZoneInfo:
    """The zone of that name; the default for None, and for one that this machine no longer knows."""
    if name is None:
        return default
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return default


def utc_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which clocks in the zone show this time on this day.

    Shown twice, the first; never shown, as long after midnight as it would have been: 02:30 is 03:30 on the
    night that skips from two to three.
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def last_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Like `utc_moment`; of a time that is shown twice, the second."""
    return datetime.combine(day, at.replace(fold=1), tzinfo=zone).astimezone(UTC)


def has_day(zone: ZoneInfo, day: date) -> bool:
    """Whether the zone had this day at all: Apia went from 29 to 31 December 2011."""
    return any(utc_moment(day, at, zone).astimezone(zone).date() == day for at in _HOURS_OF_A_DAY)


def local_day(now: datetime, zone: ZoneInfo) -> date:
    """The day that it is in the zone."""
    return now.astimezone(zone).date()


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Both ends included."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def zone_named(words: str) -> str | None:
    """The IANA zone of that name, however it is written: "europe/berlin", "utc", "Japan"."""
    key = words.casefold().replace(" ", "_")
    return _zones().get(key)


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {name.casefold(): name for name in sorted(available_timezones() - _NO_ZONES)}
