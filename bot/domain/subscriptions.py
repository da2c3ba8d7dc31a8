"""What a chat asks for: how it stands, and pure changes of its settings, each a Chat out of a Chat."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.domain.actors import ActorEntry
from bot.domain.chats import MORNING, Chat, QuietHours
from bot.domain.interests import Interest, Stance, of_stance
from bot.domain.sections import Section
from bot.domain.slots import SUNDAY, quiet_until

EVENING = time(18, 0)
EVERY_DAY = (True,) * 7
WEEKDAYS = (True,) * 5 + (False,) * 2
WEEKENDS = (False,) * 5 + (True,) * 2
SUNDAYS = tuple(day == SUNDAY for day in range(7))
_NO_DAY = (False,) * 7
_NOON = time(12)
STORIES = range(1, 21)  # how many a person can ask for at once
SENTENCES = range(1, 4)  # the newsroom keeps three of an article
DAYS_TYPED = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as an order of ours has them
LENGTHS = {"short": SENTENCES[0], "long": SENTENCES[-1]}  # as they are typed
MOST_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where something was asked, and by whom."""

    telegram_id: int
    thread_id: int = 0
    kind: Literal["private", "group", "channel"]
    title: str | None
    user_id: int | None  # None: somebody in a channel's or a group's name
    client_language: str | None = None  # a tag; of the person whose private chat it is

    @classmethod
    def of_person(cls, user_id: int) -> "Destination":
        """Somebody's private chat, set up by themselves."""
        return cls(telegram_id=user_id, kind="private", title=None, user_id=user_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A chat as its people see it."""

    chat: Chat
    interests: tuple[Interest, ...]
    zone: ZoneInfo
    now: datetime
    next_at: datetime | None  # its next edition
    sections: tuple[Section, ...] = ()  # from which it may choose
    elsewhere: int | None = None  # of a topic without a subscription: one of its group that has one

    @property
    def follows(self) -> tuple[Interest, ...]:
        """What it follows, in the order it was begun."""
        return of_stance(self.interests, Stance.FOLLOW)

    @property
    def mutes(self) -> tuple[Interest, ...]:
        """What it mutes, likewise."""
        return of_stance(self.interests, Stance.MUTE)

    @property
    def paused_until(self) -> datetime | None:
        """When its pause ends; None where it has none now."""
        until = self.chat.paused_until
        return until if until is not None and until > self.now else None

    @property
    def quiet_until(self) -> datetime | None:
        """When the quiet hours of this moment end; None outside of them."""
        return quiet_until(self.chat.quiet, zone=self.zone, now=self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """The name may mean these, or the words are meant as words."""

    stance: Stance
    words: str
    entries: tuple[ActorEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeOrder:
    """What `/subscribe 07:30 18:00 new` asks for."""

    hours: tuple[time, ...] = ()
    days: tuple[bool, ...] | None = None  # None: as they were
    each_new: bool = False
    weekly: bool = False
    followed_only: bool | None = None  # None: as it was
    stories: int | None = None
    sentences: int | None = None
    only: bool = False  # what it names takes the place of what was ordered before
    timezone: str | None = None  # by whose clock, by its IANA name; None: as it was
    not_days: tuple[bool, ...] | None = None  # these come no more
    instead_of: time | None = None  # the hour whose place its hours take
    moved: bool = False  # its hour takes the place of the one that stands, several of all


ORDERS = {
    "daily": SubscribeOrder(hours=(MORNING,), days=EVERY_DAY),
    "weekdays": SubscribeOrder(hours=(MORNING,), days=WEEKDAYS),
    "twice": SubscribeOrder(hours=(MORNING, EVENING), days=EVERY_DAY),
    "week": SubscribeOrder(weekly=True),
    "new": SubscribeOrder(each_new=True),
    "followed": SubscribeOrder(followed_only=True),
}


def adjust(chat: Chat, asked: SubscribeOrder) -> Chat:
    """What was asked for comes to what was ordered before, or takes its place; all else stays.

    Hours add to hours. "Only what I follow" ends each new article, which comes whether it is followed or not.
    """
    instead = asked.only and (bool(asked.hours) or asked.each_new or asked.weekly)
    known = replace(chat, hours=(), each_new=False, weekly=False) if instead else without_days(chat, asked)
    return replace(
        at_hours(known, (*hours_beside(known, asked), *asked.hours)),
        days=known.days if asked.days is None else asked.days,
        each_new=asked.each_new or (known.each_new and not asked.followed_only),
        weekly=asked.weekly or known.weekly,
        followed_only=known.followed_only if asked.followed_only is None else asked.followed_only,
        stories=asked.stories or known.stories,
        sentences=asked.sentences or known.sentences,
        timezone=asked.timezone or known.timezone,
        hour_sections=_sections_moved(known, asked),
    )


def hours_beside(chat: Chat, asked: SubscribeOrder) -> tuple[time, ...]:
    """The hours that stand, without the one whose place others take."""
    if asked.moved and len(asked.hours) > 1:  # "make it 7 and 18"
        return ()
    taken = _taken(chat, asked)
    return tuple(hour for hour in chat.hours if hour != taken)


def _taken(chat: Chat, asked: SubscribeOrder) -> time | None:
    """The hour whose place another takes."""
    others = [hour for hour in chat.hours if hour not in asked.hours]
    return others[0] if asked.moved and len(others) == 1 else replaced_hour(chat, asked)


def _sections_moved(chat: Chat, asked: SubscribeOrder) -> tuple[tuple[time, tuple[str, ...]], ...]:
    """The sections of single hours: what takes an hour's place has that one's."""
    if len(asked.hours) != 1 or (taken := _taken(chat, asked)) is None or asked.hours[0] in chat.hours:
        return chat.hour_sections
    return tuple(sorted((asked.hours[0] if at == taken else at, keys) for at, keys in chat.hour_sections))


def replaced_hour(chat: Chat, asked: SubscribeOrder) -> time | None:
    """Which of the hours that stand is named; None where none is.

    "7" is 07:00, else the one edition of that hour, 07:30; "9 in the evening instead of 7" is that of 19:00.
    """
    named = asked.instead_of
    if named is None:
        return None
    late = bool(asked.hours) and all(hour >= _NOON for hour in asked.hours)
    may_be_late = late and 0 < named.hour < _NOON.hour
    clock = {named.hour, named.hour + _NOON.hour} if may_be_late else {named.hour}
    if named in chat.hours and not may_be_late:
        return named
    near = [at for at in chat.hours if at.hour in clock and named.minute in (0, at.minute)]
    return near[0] if len(near) == 1 else None


def is_unclear(chat: Chat, asked: SubscribeOrder) -> bool:
    """Whether it does not tell which of the hours that stand is to go."""
    if asked.only or (asked.hours and set(chat.hours) <= set(asked.hours)):
        return False  # none of them is left to go
    if asked.instead_of is not None:
        return bool(chat.hours) and replaced_hour(chat, asked) is None
    return asked.moved and len(asked.hours) == 1 and len(set(chat.hours) - set(asked.hours)) > 1


def without_days(chat: Chat, asked: SubscribeOrder) -> Chat:
    """The chat without the days that are not wanted, and without the week of Sundays; one day stays."""
    off = asked.not_days or _NO_DAY
    days = tuple(on and not gone for on, gone in zip(chat.days, off, strict=True))
    return replace(chat, days=days, weekly=chat.weekly and not off[SUNDAY]) if any(days) else chat


def leaves_no_day(chat: Chat, asked: SubscribeOrder) -> bool:
    """Whether all its days are not wanted."""
    off = asked.not_days or _NO_DAY
    return not any(on and not gone for on, gone in zip(chat.days, off, strict=True))


def leaves_nothing(chat: Chat, asked: SubscribeOrder) -> bool:
    """Whether the week of Sundays, which is not wanted, is all that it gets."""
    off = asked.not_days or _NO_DAY
    stands = chat.hours or chat.each_new or chat.followed_only or chat.followed_at
    others = stands or asked.hours or asked.each_new or asked.followed_only
    return off[SUNDAY] and chat.weekly and not others


def order(chat: Chat, asked: SubscribeOrder) -> Chat:
    """Like `adjust`, and the chat is subscribed: in the morning where it orders nothing that comes."""
    after = adjust(chat, asked)
    anything = after.hours or after.each_new or after.weekly or after.followed_only
    return replace(after if anything else replace(after, hours=(MORNING,)), subscribed=True)


def end(chat: Chat) -> Chat:
    """Nothing is sent any more; what is followed and how it is shown stays for another time."""
    return replace(
        chat,
        subscribed=False,
        hours=(),
        each_new=False,
        weekly=False,
        followed_only=False,
        followed_at=None,
        paused_until=None,
    )


def settled(chat: Chat, *, follows: bool) -> Chat:
    """Subscribed while anything is asked for."""
    by_follows = follows and (chat.subscribed or chat.followed_only or chat.followed_at is not None)
    return replace(chat, subscribed=bool(chat.hours) or chat.each_new or chat.weekly or by_follows)


def at_hours(chat: Chat, hours: tuple[time, ...]) -> Chat:
    """The chat with editions at these local times: in order, each once, the first `MOST_HOURS` of them."""
    return replace(chat, hours=tuple(sorted(tuple(dict.fromkeys(hours))[:MOST_HOURS])))


def toggle_hour(chat: Chat, hour: time) -> Chat:
    """The chat with an edition at the hour if it had none, else without."""
    if hour in chat.hours:
        return replace(chat, hours=tuple(other for other in chat.hours if other != hour))
    return at_hours(chat, (*chat.hours, hour))


def toggle_day(chat: Chat, day: int) -> Chat:
    """Turns a weekday on or off, 0 is Monday; the last one stays."""
    days = tuple(not on if number == day else on for number, on in enumerate(chat.days))
    return replace(chat, days=days if any(days) else chat.days)


def pause(chat: Chat, *, until: datetime | None) -> Chat:
    """Nothing comes until then; at None, what waited comes."""
    return replace(chat, paused_until=until)


def quiet_between(chat: Chat, start: time, end: time) -> Chat:
    """Start equal to end means none."""
    return replace(chat, quiet=None if start == end else QuietHours(start=start, end=end))


def sum_up(chat: Chat, at: time | None) -> Chat:
    """What is followed comes once a day at this local time; at None each at once."""
    return replace(chat, followed_at=at)


# What is on or off, by the name that its button bears.
TOGGLES = {
    "new": "each_new",
    "week": "weekly",
    "followed": "followed_only",
    "silent": "silent",
    "whole": "whole_stories",
    "text": "link_full_text",
    "nothing": "say_nothing_new",
}


def toggle(chat: Chat, name: str) -> Chat:
    """The chat with one of the TOGGLES turned over, or the daily summary of what it follows."""
    if name == "summary":
        return sum_up(chat, None if chat.followed_at else EVENING)
    field = TOGGLES[name]
    turned: dict[str, Any] = {field: not getattr(chat, field)}  # Any: as the fields of a chat
    return replace(chat, **turned)
