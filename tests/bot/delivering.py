"""A post office for tests: a real store, the local Telegram over HTTP, and a clock that the test sets."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest_asyncio
from sqlalchemy import select, update
from telegram.ext import ExtBot

from bot.botapi.pacing import NO_LIMITS, Lane, Limits
from bot.delivery.publisher import Publisher
from bot.delivery.sender import Sender
from bot.domain.articles import StoredArticle
from bot.domain.chats import Chat
from bot.domain.deliveries import DeliveryState
from bot.domain.editing import Signed
from bot.domain.subscriptions import Destination
from bot.localchat import LocalChat as Place
from bot.localchat import LocalTelegram
from bot.localchat import User as Person
from bot.store import Store
from bot.store.database.tables import articles, chats, outbox
from tests.bot.library import a_stored_article, an_analysis
from tests.bot.sending import MORNING, Clock, a_bot, a_sender
from tests.telegram import Served
from tests.waiting import until

__all__ = [
    "MORNING",
    "SENT",
    "Clock",
    "PostOffice",
    "office",
    "on_their_way",
    "people",
    "post_office",
    "subscribers",
]


@dataclass
class PostOffice:
    """What a test of deliveries acts on and looks at."""

    store: Store
    telegram: LocalTelegram
    bot: ExtBot[Lane]
    clock: Clock
    publisher: Publisher
    sender: Sender
    reported: list[str] = field(default_factory=list)

    async def subscriber(
        self, place: Person | Place, *, thread_id: int = 0, set_up_by: Person | None = None, **settings: Any
    ) -> Chat:
        """A chat that has an edition at 07:30, unless told otherwise, since the day before."""
        kind: Literal["private", "group"] = "private" if isinstance(place, Person) else "group"
        chat = await self.store.chats.get_or_create(
            Destination(
                telegram_id=place.id,
                thread_id=thread_id,
                kind=kind,
                title=None,
                user_id=set_up_by.id if set_up_by else None,
            ),
            now=self.clock.now - timedelta(days=1),
        )
        values = {"subscribed": True, "hours": (MORNING.time(),)} | settings
        day_before = self.clock.now - timedelta(days=1)
        return await self.store.chats.change(chat.id, lambda known: replace(known, **values), now=day_before)

    async def article(self, headline: str = "Talks open", **changes: Any) -> StoredArticle:
        """An article that was filed an hour ago."""
        words = changes.pop("sentences", (f"The story of “{headline}” is told here.",))
        return await a_stored_article(
            self.store,
            an_analysis(headline=headline, sentences=words, **changes),
            path=f"{headline}.txt",
            now=self.clock.now - timedelta(hours=1),
        )

    async def kill(self, article_id: int) -> int:
        """How many messages of it are changed or deleted, of one that readers may have."""
        article = await self.store.articles.get(article_id)
        mark = self.publisher.withdrawal(article)
        signed = Signed(verb="kill", subject=str(article_id), by=1)
        changed = await self.store.decisions.kill(article_id, signed=signed, mark=mark, now=self.clock.now)
        self.publisher.wake()
        return sum(changed)

    async def correct(self, article_id: int, note: str) -> int:
        """How many messages of it are changed."""
        now, article = self.clock.now, await self.store.articles.get(article_id)
        signed = Signed(verb="correct", subject=str(article_id), by=1)
        otherwise = self.publisher.correction(article, note, now)
        messages = await self.store.corrections.make(
            article_id, note, signed=signed, otherwise=otherwise, now=now
        )
        self.publisher.wake()
        return messages or 0

    async def one_story(self, *told: StoredArticle) -> None:
        """The articles tell the same."""
        same = update(articles).where(articles.c.id.in_([each.id for each in told]))
        await self.store.database.write(
            lambda connection: connection.execute(same.values(story_id=told[0].story_id))
        )

    async def tick(self) -> int:
        """How many deliveries were written, by the hour or by an editor's order."""
        ordered = await self.publisher.send_ordered(self.clock.now)
        return ordered + await self.publisher.tick(self.clock.now)

    async def push_edition(self) -> None:
        """An editor sends it, and nobody calls it back."""
        standing = await self.store.moves.standing()
        await self.store.moves.send(
            seen=standing.moved, not_before=self.clock.now, chats=1, articles=1, subject="", by=1,
            now=self.clock.now,
        )  # fmt: skip
        await self.publisher.send_ordered(self.clock.now)

    async def push_article(self, article_id: int) -> int:
        """An editor sends it, and nobody calls it back. How many deliveries were written."""
        now, signed = self.clock.now, Signed(verb="push", subject=str(article_id), by=1)
        await self.store.decisions.send(article_id, not_before=now, chats=1, signed=signed, now=now)
        return await self.publisher.send_ordered(now)

    async def restart(self) -> None:
        """A program that knows nothing of what the one before did but by the store, as at its start."""
        self.publisher = Publisher(self.store, zone=ZoneInfo("UTC"), wake=self.sender.wake)
        await self.publisher.look_at_everybody(self.clock.now)

    async def settle(self) -> None:
        """Returns when nothing is due and nothing under way, and whoever is told of it was told."""
        await until(self._is_settled)

    async def _is_settled(self) -> bool:
        self.sender.wake()
        figures = await self.store.outbox.figures(since=self.clock.now, now=self.clock.now)
        # What is written down as sent is in the sender's hand until editors were told of it.
        return not (figures.sending or figures.oldest_due or self.sender._under_way)

    async def deliver(self) -> None:
        """Decides what is due and sends it."""
        await self.tick()
        await self.settle()

    async def deliveries(self) -> list[tuple[str, str | None]]:
        """Where every delivery stands, and its fault."""
        query = select(outbox.c.state, outbox.c.fault).order_by(outbox.c.id)
        return await self.store.database.read(
            lambda connection: [(row.state, row.fault) for row in connection.execute(query)]
        )

    def headlines(self, place: Person | Place) -> list[str]:
        """The first lines of what stands in a chat."""
        return [line_of(message.text) for message in self.telegram.sent(place)]


def line_of(text: str) -> str:
    """The headline of a message: its first line that is no heading of an edition."""
    lines = [line for line in text.splitlines() if line.strip()]
    return next((line for line in lines if not line.startswith(("Your 07:30 edition", "You follow"))), "")


SENT = (DeliveryState.SENT.value, None)


@asynccontextmanager
async def post_office(
    store: Store,
    served: Served,
    *,
    limits: Limits = NO_LIMITS,
    clock: Clock | None = None,
    rests: bool = False,
    running: bool = True,
) -> AsyncIterator[PostOffice]:
    """Open, and sending while `running`."""
    clock = clock or Clock()
    reported: list[str] = []

    async def report(words: str) -> None:
        reported.append(words)

    async with a_bot(served.base_url, limits=limits) as bot:
        sender = a_sender(store, bot, clock, report=report, rests=rests)
        publisher = Publisher(store, zone=ZoneInfo("UTC"), wake=sender.wake)
        office = PostOffice(store, served.telegram, bot, clock, publisher, sender, reported)
        task = asyncio.create_task(sender.run()) if running else None
        try:
            yield office
        finally:
            if task:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
            await sender.drain(1)


@pytest_asyncio.fixture
async def office(store: Store, served_telegram: Served) -> AsyncIterator[PostOffice]:
    """At work, on each database; wants the fixtures of `stores` and `served_telegram`."""
    async with post_office(store, served_telegram) as opened:
        yield opened


def people(office: PostOffice, count: int) -> list[Person]:
    return [office.telegram.add_user(f"Reader {number}") for number in range(count)]


async def subscribers(office: PostOffice, count: int) -> list[Person]:
    readers = people(office, count)
    for reader in readers:
        await office.subscriber(reader)
    return readers


async def on_their_way(store: Store) -> set[int]:
    """The Telegram ids of the chats with a delivery that was claimed and not recorded."""
    query = (
        select(chats.c.telegram_id)
        .join(outbox, outbox.c.chat_id == chats.c.id)
        .where(outbox.c.state == DeliveryState.SENDING)
    )
    return await store.database.read(lambda connection: set(connection.execute(query).scalars()))
