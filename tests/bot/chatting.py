"""The bot with all that subscribers use: the fixture `subscribing_bot`, on an empty store."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest_asyncio

from bot.chat.access_gate import Door
from bot.chat.handlers import add_subscriber_handlers
from bot.chat.routes import AnyApplication
from bot.desks.cities import CitiesError, Gazetteer, ZoneChoice
from bot.desks.interests import InterestsDesk
from bot.desks.meeting import MeetingDesk
from bot.desks.reading import ReadingDesk
from bot.desks.subscribers import Subscribers
from bot.store import Store
from tests.bot.library import NOON
from tests.bot.running import OpenDoor, ReadingBot, running
from tests.telegram import Served

PLACES = {
    "utc": (ZoneChoice(name="UTC", timezone="UTC"),),
    "alepo": (ZoneChoice(name="Aleppo, Syria", timezone="Asia/Damascus", exact=False),),
    "asia/damascus": (ZoneChoice(name="Asia/Damascus", timezone="Asia/Damascus"),),
    "europe/london": (ZoneChoice(name="Europe/London", timezone="Europe/London"),),
    "europe/moscow": (ZoneChoice(name="Europe/Moscow", timezone="Europe/Moscow"),),
    "aleppo": (ZoneChoice(name="Aleppo, Syria", timezone="Asia/Damascus"),),
    "paris": (
        ZoneChoice(name="Paris, France", timezone="Europe/Paris"),
        ZoneChoice(name="Paris, United States", timezone="America/Chicago"),
    ),
    "portland": (
        ZoneChoice(name="Portland, United States", timezone="America/Los_Angeles"),
        ZoneChoice(name="Portland, United States", timezone="America/New_York"),
        ZoneChoice(name="Portland, Australia", timezone="Australia/Melbourne"),
    ),
    "america/new_york": (ZoneChoice(name="America/New_York", timezone="America/New_York"),),
    "europe/paris": (ZoneChoice(name="Europe/Paris", timezone="Europe/Paris"),),
}


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


class Atlas(Gazetteer):
    """Knows a few places; of "the unreadable" it cannot tell."""

    async def find(self, words: str) -> tuple[ZoneChoice, ...]:
        if words == "the unreadable":
            raise CitiesError("the list of cities: no answer in 20 seconds")
        return PLACES.get(words.casefold(), ())

    async def near(self, latitude: float, longitude: float) -> ZoneChoice | None:
        if latitude == 90:
            raise CitiesError("the list of cities: no answer in 20 seconds")
        return PLACES["aleppo"][0] if round(latitude) == 36 and round(longitude) == 37 else None


def subscribing(
    served: Served,
    store: Store,
    *,
    door: Door | None = None,
    clock: Callable[[], datetime] = lambda: NOON,
) -> AbstractAsyncContextManager[ReadingBot]:
    """The bot with the reading and the subscribing families."""
    door = door or OpenDoor()

    def more(application: AnyApplication) -> None:
        subscribers = Subscribers(store, zone=ZoneInfo("UTC"), clock=clock)
        interests = InterestsDesk(store, subscribers, clock=clock)
        add_subscriber_handlers(
            application,
            subscribers,
            interests,
            store.chats,
            door,
            meeting=MeetingDesk(store, zone=ZoneInfo("UTC"), clock=clock),
            reading=ReadingDesk(store, clock),
            gazetteer=Atlas(),
            questions=store.questions,
            clock=clock,
        )

    return running(served, store, door=door, clock=clock, more=more)


@pytest_asyncio.fixture
async def subscribing_bot(served_telegram: Served, one_store: Store) -> AsyncIterator[ReadingBot]:
    async with subscribing(served_telegram, one_store) as bot:
        yield bot
