"""The bot with all that subscribers use: the fixture `subscribing_bot`, on an empty store."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest_asyncio

from bot.cities import Gazetteer, Place
from bot.handlers import add_subscriber_handlers
from bot.handlers.door import Door, OpenDoor
from bot.handlers.routes import AnyApplication
from bot.store import Store
from bot.subscribers import Subscribers
from tests.bot.library import NOON
from tests.bot.running import ReadingBot, running
from tests.telegram import Served

PLACES = {
    "aleppo": (Place(name="Aleppo, Syria", timezone="Asia/Damascus"),),
    "paris": (
        Place(name="Paris, France", timezone="Europe/Paris"),
        Place(name="Paris, United States", timezone="America/Chicago"),
    ),
    "europe/paris": (Place(name="Europe/Paris", timezone="Europe/Paris"),),
}


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


class Atlas(Gazetteer):
    """Knows three places."""

    async def find(self, words: str) -> tuple[Place, ...]:
        return PLACES.get(words.casefold(), ())


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
        add_subscriber_handlers(application, subscribers, store.chats, door, gazetteer=Atlas(), clock=clock)

    return running(served, store, door=door, clock=clock, more=more)


@pytest_asyncio.fixture
async def subscribing_bot(served_telegram: Served, one_store: Store) -> AsyncIterator[ReadingBot]:
    async with subscribing(served_telegram, one_store) as bot:
        yield bot
