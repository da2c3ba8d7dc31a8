"""A bot's sending half as a process of its own, for the crash test to kill.

    python -m tests.bot.crash_sender DATABASE_URL BASE_URL MOMENT

Says "up" when it begins, decides what is due, sends, and ends when nothing waits any more.
"""

import asyncio
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.delivery.publisher import Publisher
from bot.store import Store
from tests.bot.sending import Clock, a_bot, a_sender


async def main(database_url: str, base_url: str, moment: str) -> None:
    clock = Clock(datetime.fromisoformat(moment))
    store = await Store.open(database_url)
    async with a_bot(base_url) as bot:
        sender = a_sender(store, bot, clock, rests=False)
        publisher = Publisher(store, zone=ZoneInfo("UTC"), wake=sender.wake)
        sys.stdout.write("up\n")
        sys.stdout.flush()
        sending = asyncio.create_task(sender.run())
        await publisher.tick(clock.now)
        while True:
            figures = await store.outbox.figures(since=clock.now, now=clock.now)
            if not figures.waiting and not figures.sending:
                break
            await asyncio.sleep(0.2)
        sending.cancel()
        await sender.drain(5)
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
