"""Killed at any moment, the bot loses nothing and repeats no more than was on its way."""

import asyncio
import random
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import insert

from bot.delivery.sender import IN_FLIGHT
from bot.domain.chats import ChatState
from bot.domain.deliveries import DeliveryState
from bot.localchat import LocalTelegram, User
from bot.store import Store
from bot.store.database.tables import chats as chats_table
from tests.bot.crash_sender import start
from tests.bot.delivering import MORNING, Clock, on_their_way, post_office
from tests.telegram import served

CHATS = 2000
KILLS = 20
# A life ends somewhere in deciding or in sending: after some seconds, or sooner with its share of the chats,
# for a quick machine would else send to all of them in fewer lives.
LONGEST_LIFE = 0.7


async def subscribe(store: Store, readers: list[User], moment: datetime, **order: object) -> None:
    """All of them, to what is due at the moment."""
    day_before = moment - timedelta(days=1)
    rows = [
        {
            "telegram_id": reader.id,
            "kind": "private",
            "state": ChatState.ACTIVE,
            "created_at": day_before,
            "subscribed": True,
            "seen_from": day_before,
            "decided_until": day_before,
            "next_due": moment,
        }
        | order
        for reader in readers
    ]
    await store.database.write(lambda connection: connection.execute(insert(chats_table), rows))


async def live(telegram: LocalTelegram, seconds: float, share: int) -> None:
    enough = telegram.sent_counts.total() + share
    with suppress(TimeoutError):
        await telegram.until(lambda: telegram.sent_counts.total() >= enough, seconds=seconds)


async def test_edition_pushed_to_2000_chats_survives_twenty_kills(one_empty_url: str) -> None:
    await survive(one_empty_url, MORNING, chats=CHATS, kills=KILLS, hours="07:30")


async def test_week_pushed_to_300_chats_survives_three_kills(one_empty_url: str) -> None:
    await survive(one_empty_url, MORNING + timedelta(days=4), chats=300, kills=3, weekly=True)


async def survive(url: str, moment: datetime, *, chats: int, kills: int, **order: object) -> None:
    """What so many chats ordered is sent to each, and repeated to none but those it was on its way to."""
    moments, telegram = random.Random(20161214), LocalTelegram()
    readers = [telegram.add_user(f"Reader {number}") for number in range(chats)]
    repeatable = {reader.id: 0 for reader in readers}
    async with served(telegram) as server:
        store = await Store.open(url)
        async with post_office(store, server, clock=Clock(moment), running=False) as office:
            await subscribe(store, readers, moment, **order)
            await office.article("Talks open", event_date=moment.date())
        killed = 0
        for _ in range(kills):
            process = await start(url, server.base_url, moment)
            await live(telegram, moments.uniform(0, LONGEST_LIFE), moments.randint(1, chats // kills))
            if process.is_alive():
                process.kill()
                killed += 1
            await asyncio.to_thread(process.join)
            in_flight = await on_their_way(store)
            assert len(in_flight) <= IN_FLIGHT
            for reader_id in in_flight:
                repeatable[reader_id] += 1
        last = await start(url, server.base_url, moment)
        await asyncio.to_thread(last.join)
        assert last.exitcode == 0
        deliveries = await office.deliveries()
        await store.close()
    counts = telegram.sent_counts
    repeats, in_flight_ever = counts.total() - chats, sum(repeatable.values())
    print(f"{killed} kills: {repeats} repeats of {in_flight_ever} that were on their way")
    assert killed == kills
    assert deliveries == [(DeliveryState.SENT, None)] * chats
    assert [reader.id for reader in readers if counts[reader.id] < 1] == []
    assert [reader.id for reader in readers if counts[reader.id] > 1 + repeatable[reader.id]] == []
