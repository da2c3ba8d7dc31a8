"""Hours, days and moments as a reader's own clock shows them."""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.render.texts import Said, _, listed, pgettext

# Translators: days of the week, short: on a button, and in a list: "on Mon and Thu".
DAYS = (
    pgettext("day", "Mon"),
    pgettext("day", "Tue"),
    pgettext("day", "Wed"),
    pgettext("day", "Thu"),
    pgettext("day", "Fri"),
    pgettext("day", "Sat"),
    pgettext("day", "Sun"),
)
_NAMED_DAYS = {
    # Translators: on which days; stands in "An edition {days} at 07:30." and "Editions come {days}."
    (True,) * 7: pgettext("days", "every day"),
    # Translators: Monday to Friday; stands in "An edition {days} at 07:30." and "Editions come {days}."
    (True,) * 5 + (False,) * 2: pgettext("days", "on weekdays"),
    # Translators: Saturday and Sunday; stands in "An edition {days} at 07:30." and "Editions come {days}."
    (False,) * 5 + (True,) * 2: pgettext("days", "on weekends"),
}


def hour(at: time) -> str:
    """A time of day as 07:30."""
    return f"{at:%H:%M}"


def hours(times: Sequence[time]) -> Said:
    """ "07:30, 12:00 and 18:00"."""
    return listed([hour(at) for at in times])


def days(chosen: tuple[bool, ...]) -> Said:
    """ "every day", "on Mon and Thu"."""
    if chosen in _NAMED_DAYS:
        return _NAMED_DAYS[chosen]
    named = listed([name for name, on in zip(DAYS, chosen, strict=True) if on])
    # Translators: {days} is a list of days, "Mon and Thu"; stands in "An edition on Mon and Thu at 07:30."
    return pgettext("days", "on {days}", days=named)


def moment(at: datetime, *, zone: ZoneInfo, now: datetime) -> Said:
    """ "today 18:00", "tomorrow 07:30", "Sat 24 Dec 07:30"."""
    local = at.astimezone(zone)
    away = (local.date() - now.astimezone(zone).date()).days
    clock = f"{local:%H:%M}"
    match away:
        case -1:
            return _("yesterday {hour}", hour=clock)
        case 0:
            return _("today {hour}", hour=clock)
        case 1:
            return _("tomorrow {hour}", hour=clock)
    weekday, month = DAYS[local.weekday()], _MONTHS[local.month - 1]
    # Translators: a moment: "Sat 24 Dec 07:30".
    return _("{weekday} {day} {month} {hour}", weekday=weekday, day=local.day, month=month, hour=clock)


def zone_name(zone: ZoneInfo) -> str:
    """ "Asia/Damascus"."""
    return zone.key.replace("_", " ")


# Translators: months, short, as they stand in a moment: "Sat 24 Dec 07:30".
_MONTHS = (
    pgettext("month, short", "Jan"),
    pgettext("month, short", "Feb"),
    pgettext("month, short", "Mar"),
    pgettext("month, short", "Apr"),
    pgettext("month, short", "May"),
    pgettext("month, short", "Jun"),
    pgettext("month, short", "Jul"),
    pgettext("month, short", "Aug"),
    pgettext("month, short", "Sep"),
    pgettext("month, short", "Oct"),
    pgettext("month, short", "Nov"),
    pgettext("month, short", "Dec"),
)
