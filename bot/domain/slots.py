"""When a chat's editions are due, through every odd change of the clocks. Moments are arguments, in UTC.

A slot is an hour of the reader's day ("07:30" of 14 December), and on Sundays the week's, at the first of
their hours. It is due once, whatever the clocks of the zone do, and a slot that falls into quiet hours is due
when they end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from bot.domain.chats import MORNING, Chat, QuietHours
from bot.domain.zones import days_between, has_day, last_moment, local_day, utc_moment

WEEK = "week"  # the slot of the week
SUMMARY = "followed"  # that of the daily summary of what is followed
HELD: Final = ("news", "week", "followed")
SUNDAY = 6
FURTHEST = 9  # days to the next slot: one day a week, and a day that the zone leaves out


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One edition's place: unique for a chat by name and local date."""

    name: str  # "07:30", WEEK or SUMMARY
    local_date: date
    due: datetime

    @property
    def holds(self) -> Literal["news", "week", "followed"]:
        """What comes at it."""
        return "week" if self.name == WEEK else "followed" if self.name == SUMMARY else "news"

    @property
    def at(self) -> time | None:
        """The hour of an edition of news; None of another."""
        return time.fromisoformat(self.name) if self.holds == "news" else None


def slots(chat: Chat, *, zone: ZoneInfo, after: datetime, until: datetime) -> tuple[Slot, ...]:
    """The slots due in (after, until], in their order."""
    days = days_between(local_day(after, zone) - timedelta(days=2), local_day(until, zone))
    found = [_slot(chat, name, day, at, zone) for day in days for name, at in _on(chat, day)]
    return tuple(sorted((slot for slot in found if slot and after < slot.due <= until), key=_by_time))


def next_slot(chat: Chat, *, zone: ZoneInfo, after: datetime) -> Slot | None:
    """The first slot due later."""
    if not (chat.hours or chat.weekly or chat.followed_at):
        return None
    for end in (1, FURTHEST):  # nearly always today or tomorrow
        if found := slots(chat, zone=zone, after=after, until=after + timedelta(days=end)):
            return found[0]
    return None


def last_slots(chat: Chat, *, zone: ZoneInfo, before: datetime) -> tuple[datetime, ...]:
    """When each hour of editions was last due, up to that moment; one that was not lately is left out."""
    since = before - timedelta(days=FURTHEST)
    last = {slot.at: slot.due for slot in slots(chat, zone=zone, after=since, until=before)}
    return tuple(last[at] for at in chat.hours if at in last)


def rests_until(chat: Chat, *, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the chat is written to again: its pause is over, and the quiet hours then; None: now."""
    paused = chat.paused_until if chat.paused_until and chat.paused_until > now else None
    return quiet_until(chat.quiet, zone=zone, now=paused or now) or paused


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


def week_at(chat: Chat) -> time:
    """At which local time the week comes on Sundays."""
    return chat.hours[0] if chat.hours else MORNING


def _on(chat: Chat, day: date) -> Iterator[tuple[str, time]]:
    """What comes on that day, and at which time."""
    if chat.days[day.weekday()]:
        yield from ((f"{at:%H:%M}", at) for at in chat.hours)
    if chat.followed_at is not None:
        yield SUMMARY, chat.followed_at
    if chat.weekly and day.weekday() == SUNDAY:
        yield WEEK, week_at(chat)


def _slot(chat: Chat, name: str, day: date, at: time, zone: ZoneInfo) -> Slot | None:
    due = utc_moment(day, at, zone)
    if local_day(due, zone) != day and not has_day(zone, day):
        return None
    held = quiet_until(chat.quiet, zone=zone, now=due)
    return Slot(name=name, local_date=day, due=held or due)


def _by_time(slot: Slot) -> tuple[datetime, date, str]:
    return slot.due, slot.local_date, slot.name
