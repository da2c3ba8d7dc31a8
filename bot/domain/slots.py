"""When a chat's editions are due, through every odd change of the clocks. Moments are arguments, in UTC.

A slot is an hour of the reader's day ("07:30" of 14 December). It is due once, whatever the clocks of the
zone do, and a slot that falls into quiet hours is due when they end.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.chats import Chat, QuietHours
from bot.domain.zones import days_between, has_day, last_moment, local_day, utc_moment

FURTHEST = 9  # days to the next slot: one day a week, and a day that the zone leaves out


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One edition's place: unique for a chat by name and local date."""

    name: str  # "07:30"
    local_date: date
    due: datetime


def slots(chat: Chat, *, zone: ZoneInfo, after: datetime, until: datetime) -> tuple[Slot, ...]:
    """The slots due in (after, until], in their order."""
    days = days_between(local_day(after, zone) - timedelta(days=2), local_day(until, zone))
    found = [_slot(chat, day, at, zone) for day in days if chat.days[day.weekday()] for at in chat.hours]
    return tuple(sorted((slot for slot in found if slot and after < slot.due <= until), key=_by_time))


def next_slot(chat: Chat, *, zone: ZoneInfo, after: datetime) -> Slot | None:
    """The first slot due later."""
    if not chat.hours:
        return None
    for end in (1, FURTHEST):  # nearly always today or tomorrow
        if found := slots(chat, zone=zone, after=after, until=after + timedelta(days=end)):
            return found[0]
    return None


def quiet_until(quiet: QuietHours | None, *, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the quiet hours end that `now` falls into; None outside them, and when start equals end."""
    if quiet is None or quiet.start == quiet.end:
        return None
    local = now.astimezone(zone)
    clock = local.time().replace(tzinfo=None, fold=0)
    over_midnight = quiet.start > quiet.end
    after_start, before_end = clock >= quiet.start, clock < quiet.end
    inside = after_start or before_end if over_midnight else after_start and before_end
    if not inside:
        return None
    day = local.date() + timedelta(days=1 if over_midnight and after_start else 0)
    end = utc_moment(day, quiet.end, zone)
    return end if end > now else last_moment(day, quiet.end, zone)


def _slot(chat: Chat, day: date, at: time, zone: ZoneInfo) -> Slot | None:
    due = utc_moment(day, at, zone)
    if local_day(due, zone) != day and not has_day(zone, day):
        return None
    held = quiet_until(chat.quiet, zone=zone, now=due)
    return Slot(name=f"{at:%H:%M}", local_date=day, due=held or due)


def _by_time(slot: Slot) -> tuple[datetime, date, str]:
    return slot.due, slot.local_date, slot.name
