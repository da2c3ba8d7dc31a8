"""Floods: what one chat sends makes no other wait, and an archive is one piece of work."""

import asyncio
import time
from collections.abc import Collection
from contextlib import suppress
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from telegram import Bot, Update

from bot.chat.intake import Intake
from bot.chat.polling import Poller, UpdatesRequest
from bot.chat.unconfirmed import Unconfirmed
from bot.config.metrics import Metrics
from bot.delivery.publisher import Publisher
from bot.store import Store
from bot.store.database.tables import articles
from tests.bot.library import NOON
from tests.telegram import Served
from tests.waiting import PATIENCE

PACE = 10.0  # seconds an answer to the flooding chat takes: behind 30 of them is five minutes


@pytest.mark.parametrize(
    ("chats", "each"),
    [pytest.param(1, 2000, id="2,000 of one chat"), pytest.param(10, 30, id="300 spread over ten chats")],
)
async def test_a_chat_is_answered_behind_a_flood(served_telegram: Served, chats: int, each: int) -> None:
    telegram, answered = served_telegram.telegram, asyncio.Event()
    floods = [telegram.add_user(f"Flood {number}") for number in range(chats)]
    for _ in range(each):
        for user in floods:
            telegram.say(user, "/brief")
    telegram.say(telegram.reader, "/help")

    async def handle(update: Update) -> None:
        if update.effective_user is not None and update.effective_user.id == telegram.reader.id:
            answered.set()
        else:
            await asyncio.sleep(PACE)

    async def slow_down(update: Update) -> None:
        await asyncio.sleep(PACE)

    async def write(_: Collection[int]) -> None:
        await asyncio.sleep(0.01)  # as a database would

    intake = Intake(handle, metrics=Metrics(), slow_down=slow_down)
    unconfirmed = Unconfirmed(intake.take, keep=write, drop=write)
    request = UpdatesRequest()
    async with Bot(
        served_telegram.token, base_url=served_telegram.base_url, get_updates_request=request
    ) as bot:
        poller = Poller(
            bot, request, take=unconfirmed.take, contact=lambda: None, allowed_updates=("message",)
        )
        polling = asyncio.create_task(poller.run())
        await asyncio.wait_for(answered.wait(), PATIENCE)  # alone it takes a second
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
        await intake.drain(0)
        await unconfirmed.finish_writing()


ARCHIVE = 70_000  # more than the 65,535 values that PostgreSQL takes in one statement


@pytest.mark.attack
async def test_an_archive_is_announced_in_one_look(store: Store) -> None:
    """It took 23 s for 33,000 and failed beyond 66,000."""
    article = {"state": "live", "filed_at": NOON, "changed_at": NOON, "dated_at": NOON}
    await store.database.write(
        lambda connection: connection.execute(articles.insert(), [article] * ARCHIVE)  # without their texts
    )
    began = time.monotonic()
    await Publisher(store, zone=ZoneInfo("UTC"), wake=lambda: None).tick(NOON)
    assert time.monotonic() - began < 60
    assert await store.news.unannounced(NOON - timedelta(days=1), NOON) == ()
