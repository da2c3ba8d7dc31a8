"""A bot's sending half as a process of its own, for the crash test to kill.

It says "up" when it begins, decides what is due, sends, and ends when nothing waits any more. It is forked
from one that has read the program, which takes longer than most of its lives last.
"""

import asyncio
import secrets
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from zoneinfo import ZoneInfo

from bot.delivery.publisher import Publisher
from bot.store import Store
from bot.store.database import opening
from tests.bot.sending import Clock, a_bot, a_sender


async def start(database_url: str, base_url: str, moment: datetime) -> BaseProcess:
    """The process, once it is up."""
    forks = get_context("forkserver")  # of a process without a loop, a thread or a socket
    forks.set_forkserver_preload([__name__])
    told, telling = forks.Pipe(duplex=False)
    process = forks.Process(target=_send, args=(database_url, base_url, moment, telling), daemon=True)
    process.start()
    telling.close()
    assert await asyncio.to_thread(told.recv) == "up"
    return process


def _send(database_url: str, base_url: str, moment: datetime, telling: Connection) -> None:
    opening._PROCESS = secrets.token_hex(8)  # as of a program that was started
    asyncio.run(_live(database_url, base_url, moment, telling))


async def _live(database_url: str, base_url: str, moment: datetime, telling: Connection) -> None:
    clock = Clock(moment)
    store = await Store.open(database_url)
    async with a_bot(base_url) as bot:
        sender = a_sender(store, bot, clock, rests=False)
        publisher = Publisher(store, zone=ZoneInfo("UTC"), wake=sender.wake)
        telling.send("up")
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
