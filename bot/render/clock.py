"""Hours, days and moments as a reader's own clock shows them."""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.render.texts import Said, _, by_cldr, listed, pgettext

DAYS = (
    by_cldr("day", "Mon"),
    by_cldr("day", "Tue"),
    by_cldr("day", "Wed"),
    by_cldr("day", "Thu"),
    by_cldr("day", "Fri"),
    by_cldr("day", "Sat"),
    by_cldr("day", "Sun"),
)
_NAMED_DAYS = {
    # Translators: on which days; stands in "An edition {days} at 07:30." and "Editions come {days}."
    (True,) * 7: pgettext("days", "every day"),
    # Translators: Monday to Friday; stands in "An edition {days} at 07:30." and "Editions come {days}."
    (True,) * 5 + (False,) * 2: pgettext("days", "on weekdays"),
    # Translators: Saturday and Sunday; stands in "An edition {days} at 07:30." and "Editions come {days}."
    (False,) * 5 + (True,) * 2: pgettext("days", "on weekends"),
}

_OFFERED = range(5, 23)  # hours; another is typed


def hour(at: time) -> str:
    """A time of day as 07:30."""
    return f"{at:%H:%M}"


def hours_of_day(*also: time | None) -> list[time]:
    """The full hours that buttons offer, in order, and these."""
    return sorted({*(time(number) for number in _OFFERED), *filter(None, also)})


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
    weekday, month = DAYS[local.weekday()], MONTHS[local.month - 1]
    date = SHORT_DATE.filled(weekday=weekday, day=local.day, month=month)
    # Translators: a moment: {date} is "Sat 24 Dec", {hour} "07:30".
    return _("{date} {hour}", date=date, hour=clock)


def zone_name(zone: ZoneInfo) -> str:
    """ "Asia/Damascus"."""
    return zone.key.replace("_", " ")


SHORT_DATE = by_cldr("date", "{weekday} {day} {month}")
MONTHS = (
    by_cldr("month, short", "Jan"),
    by_cldr("month, short", "Feb"),
    by_cldr("month, short", "Mar"),
    by_cldr("month, short", "Apr"),
    by_cldr("month, short", "May"),
    by_cldr("month, short", "Jun"),
    by_cldr("month, short", "Jul"),
    by_cldr("month, short", "Aug"),
    by_cldr("month, short", "Sep"),
    by_cldr("month, short", "Oct"),
    by_cldr("month, short", "Nov"),
    by_cldr("month, short", "Dec"),
)
