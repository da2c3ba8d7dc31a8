"""Hours, days and moments as a reader's own clock shows them."""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NAMED_DAYS = {
    (True,) * 7: "every day",
    (True,) * 5 + (False,) * 2: "on weekdays",
    (False,) * 5 + (True,) * 2: "on weekends",
}


def hour(at: time) -> str:
    """A time of day as 07:30."""
    return f"{at:%H:%M}"


def hours(times: Sequence[time]) -> str:
    """ "07:30, 12:00 and 18:00"."""
    return listed([hour(at) for at in times])


def days(chosen: tuple[bool, ...]) -> str:
    """ "every day", "on Mon and Thu"."""
    if chosen in _NAMED_DAYS:
        return _NAMED_DAYS[chosen]
    return "on " + listed([name for name, on in zip(DAYS, chosen, strict=True) if on])


def moment(at: datetime, *, zone: ZoneInfo, now: datetime) -> str:
    """ "today 18:00", "tomorrow 07:30", "Sat 24 Dec 07:30"."""
    local = at.astimezone(zone)
    away = (local.date() - now.astimezone(zone).date()).days
    named = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(away)
    day = named or f"{DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"
    return f"{day} {local:%H:%M}"


def zone_name(zone: ZoneInfo) -> str:
    """ "Asia/Damascus"."""
    return zone.key.replace("_", " ")


def listed(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 story", "3 stories"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
