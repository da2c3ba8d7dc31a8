"""A storm of looks while the rounds are at work: one host has one visitor, of all processes there are."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

from bot.newsroom.sources.fetching import Fetcher
from bot.newsroom.sources.host_turns import HostTurns
from bot.newsroom.sources.preview import Previewer
from bot.newsroom.sources.ssrf_guard import is_reachable
from bot.store import Store
from tests.bot.agency import Agency, InThisProcess, item, page, rss
from tests.bot.editing import read
from tests.bot.library import NOON
from tests.bot.strangers import THEIRS, Strangers, counting, strangers
from tests.whole.process import PATIENCE, started

FEEDS = 4
LOOKS = 8
COMMANDS = 2


def publish(there: Strangers) -> list[str]:
    """So many feeds of two stories each, all at one host, which another redirects to; their places."""
    places = [f"{THEIRS}/robots.txt"]
    there.answer(places[0], "")
    for number in range(FEEDS):
        stories = [f"{THEIRS}/{number}-{n}" for n in range(2)]
        links = [there.answer(place, page(f"Topic {place}")) for place in stories]
        feed = f"{THEIRS}/feed{number}"
        there.answer(feed, rss(*(item(f"Topic {link}", link=link) for link in links)))
        there.answer(f"away.test/feed{number}", status=302, headers={"Location": there.url(feed)})
        places += [*stories, feed]
    return places


async def test_storm_of_looks_and_rounds_is_one_visitor_at_a_time(
    store: Store, empty_url: str, tmp_path: Path
) -> None:
    """Rounds and looks of this process, commands at a terminal in processes of their own."""
    async with strangers() as there, AsyncExitStack() as stack:
        crowd = counting(there, *publish(there), seconds=0.05)
        agency, readers = Agency(store, there), InThisProcess()
        stack.callback(readers.close)
        opened = partial(
            Fetcher, allowed=is_reachable, contact=None, turn=HostTurns(store).at, resolver=there.names
        )
        previewer = Previewer(open_fetcher=opened, feeds=readers, read=read)
        for number in range(FEEDS):
            for host in (THEIRS, "away.test"):
                await store.sources.add(there.url(f"{host}/feed{number}"), title="", added_by=None, now=NOON)
        commands = [
            await stack.enter_async_context(
                started(tmp_path, "sources", "add", feed, DATABASE_URL=empty_url, FETCH_PRIVATE="on")
            )
            for feed in [there.url(f"{THEIRS}/feed{number}") for number in range(COMMANDS)]
        ]
        async with agency.running():
            looks = [
                previewer.at_feed(there.url(f"{THEIRS}/feed{n % FEEDS}"), now=NOON) for n in range(LOOKS)
            ]
            async with asyncio.timeout(PATIENCE):
                found = await asyncio.gather(*looks, return_exceptions=True)
                assert [await command.process.wait() for command in commands] == [0] * COMMANDS
                await agency.settled()
    print(f"{crowd.count} requests; {[one for one in found if isinstance(one, Exception)]}")
    assert crowd.most == 1
    assert crowd.count > 2 * FEEDS + LOOKS + COMMANDS
    assert len({filed.article_id for filed in agency.filed}) == 2 * FEEDS


async def test_host_is_free_soon_after_its_visitor_was_killed(
    store: Store, empty_url: str, tmp_path: Path
) -> None:
    """A command at a terminal dies amid its request; the rounds wait for that, and then make their own."""
    begun, hold = asyncio.Event(), asyncio.Event()

    async def hang(_: object) -> None:
        begun.set()
        await hold.wait()

    async with strangers() as there:
        agency, loop = Agency(store, there), asyncio.get_running_loop()
        feed = there.play(f"{THEIRS}/feed", hang)
        async with started(
            tmp_path, "sources", "add", feed, DATABASE_URL=empty_url, FETCH_PRIVATE="on"
        ) as command:
            async with asyncio.timeout(PATIENCE):
                await begun.wait()
            there.answer(f"{THEIRS}/feed", rss())
            os.kill(command.process.pid, signal.SIGKILL)
            killed = loop.time()
        source = await agency.source(feed)
        took = loop.time() - killed
        hold.set()
    print(f"free after {took:.1f} s")
    assert source.succeeded_at is not None
    assert 5 < took < 60
