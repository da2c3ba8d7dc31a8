"""A feed that lists a thousand new entries at once: all are filed, and a reader has one message of them."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.crowds import GATHERED
from bot.domain.interests import Subject
from bot.store import Store
from summaries.models import Analysis
from tests.bot.agency import HOUR, Agency, item, rss, story
from tests.bot.delivering import PostOffice, post_office
from tests.bot.library import NOON
from tests.bot.sending import Clock
from tests.bot.strangers import strangers
from tests.telegram import Served

MANY = 1_000
A_READING = timedelta(seconds=1)  # all of them take a quarter of an hour
TICK = 10  # readings between two looks at what is to be told


@dataclass
class Beside(Agency):
    """An agency whose readings take time by the clock, while the office tells what is to be told."""

    office: PostOffice = field(kw_only=True)
    read: int = 0

    async def _read(self, name: str, content: bytes) -> Analysis:
        self.now += A_READING
        self.office.clock.now = self.now
        self.read += 1
        if self.read % TICK == 0:
            await self.office.tick()
        return await super()._read(name, content)


async def test_thousand_entries_at_once_are_one_message(one_store: Store, served_telegram: Served) -> None:
    """To somebody who wants each new article, and to somebody who follows what all of them name."""
    telegram = served_telegram.telegram
    everything, follower = telegram.add_user(), telegram.add_user()
    async with (
        strangers() as there,
        post_office(one_store, served_telegram, clock=Clock(NOON)) as office,
    ):
        agency = Beside(one_store, there, office=office)
        await office.subscriber(everything, hours=(), each_new=True)
        following = await office.subscriber(follower, hours=(), each_new=False)
        await one_store.interests.add(following.id, Subject(words="flood"), now=NOON)
        source = await agency.source(there.answer("news.test/feed", rss()))
        flood = [
            item(f"Flood {n}", link=there.url(f"news.test/{n}"), text=story(f"Flood {n}") * 4)
            for n in range(MANY)
        ]
        there.answer("news.test/feed", rss(*flood))
        agency.now += HOUR
        await one_store.sources.visit_now(source.id, now=agency.now)
        async with agency.running():
            await agency.settled(seconds=500)
        office.clock.now = agency.now + GATHERED
        await office.deliver()
        await office.deliver()
        assert len(agency.filed) == MANY
        for reader in (everything, follower):
            (message,) = telegram.sent(reader)
            assert "1,000" in message.text
