"""Pauses of a chat: how long nothing comes, in the few letters that a button carries.

`3` is three days, `mon` until Monday, `tomorrow` until then, `12-05` until the next fifth of December and
`2026-12-05` until that of the year. Until a day is until it begins where the chat reads.
"""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.zones import local_day, utc_moment

LONGEST: Final = 90  # days
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TOMORROW: Final = "tomorrow"
NOW: Final = "0"  # a pause that ends at once
CODE: Final = rf"\d\d?\d?|{TOMORROW}|{'|'.join(WEEKDAYS)}|(?:\d\d\d\d-)?\d\d-\d\d"
_WEEK: Final = 7


def end_of(code: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When the pause ends; None where it is over, or longer than one may be."""
    if code.isdecimal():
        end = now + timedelta(days=int(code))
    elif (day := _day(code, local_day(now, zone))) is not None:
        end = utc_moment(day, time(0), zone)
    else:
        return None
    return end if now < end <= now + timedelta(days=LONGEST) else None


def _day(code: str, today: date) -> date | None:
    """On which day it ends."""
    if code == TOMORROW:
        return today + timedelta(days=1)
    if code in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(code) - today.weekday() - 1) % _WEEK + 1)
    *year, month, day = map(int, code.split("-"))
    found = [_date(one, month, day) for one in year or (today.year, today.year + 1)]
    return next((one for one in found if one is not None and one > today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
