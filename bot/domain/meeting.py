"""The first meeting: three questions, each answered by a press, whose buttons carry the answers before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from bot.domain.actors import ActorEntry
from bot.domain.articles import ArticleEntry
from bot.domain.chats import MORNING, Chat
from bot.domain.sections import Section
from bot.domain.subscriptions import EVENING, EVERY_DAY, SubscribeOrder, order

NOON = time(12, 0)
TIMES: Sequence[tuple[time, ...]] = ((MORNING,), (NOON,), (EVENING,), (MORNING, EVENING))
_MINUTES_A_DAY = 24 * 60
_CITIES = {
    "London": "Europe/London",
    "Berlin": "Europe/Berlin",
    "Moscow": "Europe/Moscow",
    "Dubai": "Asia/Dubai",
    "Delhi": "Asia/Kolkata",
    "Shanghai": "Asia/Shanghai",
    "New York": "America/New_York",
    "Los Angeles": "America/Los_Angeles",
}
# Where most who write in a language have their clock, the most first.
_BY_LANGUAGE = {
    "ar": {"Cairo": "Africa/Cairo", "Riyadh": "Asia/Riyadh", "Damascus": "Asia/Damascus"},
    "de": {"Berlin": "Europe/Berlin"},
    "es": {"Madrid": "Europe/Madrid", "Mexico City": "America/Mexico_City", "Bogotá": "America/Bogota"},
    "fa": {"Tehran": "Asia/Tehran", "Kabul": "Asia/Kabul"},
    "fr": {"Paris": "Europe/Paris"},
    "hi": {"Delhi": "Asia/Kolkata"},
    "id": {"Jakarta": "Asia/Jakarta"},
    "it": {"Rome": "Europe/Rome"},
    "ja": {"Tokyo": "Asia/Tokyo"},
    "pt": {"São Paulo": "America/Sao_Paulo", "Lisbon": "Europe/Lisbon"},
    "ru": {"Moscow": "Europe/Moscow", "Almaty": "Asia/Almaty"},
    "tr": {"Istanbul": "Europe/Istanbul"},
    "uk": {"Kyiv": "Europe/Kyiv"},
}
CITIES = 8  # buttons


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMeeting:
    """What a newcomer is shown: a headline of today, and what news there is to choose from."""

    headline: ArticleEntry | None
    sections: tuple[Section, ...] = ()
    names: tuple[ActorEntry, ...] = ()


def minutes(times: Sequence[time]) -> str:
    """Hours as a button carries them: "450.1080", minutes since midnight."""
    return ".".join(str(at.hour * 60 + at.minute) for at in times)


def times_of(carried: str) -> tuple[time, ...]:
    """The hours of such a button, whoever made it up."""
    found = (divmod(int(part) % _MINUTES_A_DAY, 60) for part in carried.split(".")[:2])
    return tuple(time(hour, minute) for hour, minute in found)


def places(language: str | None, zone: str) -> Sequence[tuple[str, str]]:
    """Cities to tell one's clock by, each with its time zone: the likeliest first.

    `language` is the person's, as Telegram tells it; `zone` is that of chats that chose none.
    """
    spoken = _BY_LANGUAGE.get((language or "").partition("-")[0], {})
    own = {zone.rpartition("/")[2].replace("_", " "): zone} if "/" in zone else {}  # nobody lives in UTC
    found: dict[str, str] = {}
    for city, its_zone in (*spoken.items(), *own.items(), *_CITIES.items()):
        found.setdefault(its_zone, city)
    return [(city, its_zone) for its_zone, city in found.items()][:CITIES]


def subscribed(chat: Chat, *, times: tuple[time, ...], zone: str | None, section: str | None) -> Chat:
    """The chat with editions at those times by that clock (None: as it was), of the section or of all."""
    ordered = order(chat, SubscribeOrder(hours=times, days=EVERY_DAY))
    return replace(ordered, timezone=zone or chat.timezone, sections=(section,) if section else chat.sections)
