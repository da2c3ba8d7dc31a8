"""From a feed to a subscriber's message: the product as it is started, killed amid a fetch, started again."""

import asyncio
import html
import signal
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.store import Store
from tests.bot.agency import item, rss
from tests.bot.strangers import Strangers, strangers
from tests.telegram import served
from tests.whole.process import PATIENCE, SEED, ask, on_telegram

SETTINGS = {"FETCH_PRIVATE": "on", "FETCH_SHORTEST": "10", "FETCH_LONGEST": "10"}


def saved_page() -> tuple[str, str, str]:
    """The seed's headline, the beginning of its story, and it as a web page."""
    _, headline, _, *story = SEED.read_text(encoding="utf-8").strip().split("\n\n")
    paragraphs = "".join(f"<p>{html.escape(one)}</p>" for one in story)
    page = f"<html><body><article><h1>{html.escape(headline)}</h1>{paragraphs}</article></body></html>"
    return headline, story[0], page


async def add(database_url: str, address: str) -> None:
    store = await Store.open(database_url)
    await store.sources.add(address, title="", added_by=None, now=datetime.now(UTC))
    await store.close()


async def until(fact: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not fact():
            await asyncio.sleep(0.05)


def asked(there: Strangers, place: str) -> int:
    return [address for address, _ in there.asked].count(place)


async def test_what_a_feed_lists_comes_to_a_subscriber_through_a_kill(empty_url: str, tmp_path: Path) -> None:
    await followed(empty_url, tmp_path)


async def test_who_stands_by_goes_on_with_what_a_killed_leader_fetched(
    empty_postgresql: str, tmp_path: Path
) -> None:
    await followed(empty_postgresql, tmp_path, standing_by=True)


async def followed(database_url: str, folder: Path, *, standing_by: bool = False) -> None:
    """A subscriber has an entry's briefing once, though the bot was killed while it fetched its page."""
    (folder / "seeds").mkdir()
    headline, lede, page = saved_page()
    hanging = asyncio.Event()

    async def hang(_: object) -> None:
        await hanging.wait()

    async with strangers() as there, served() as outside, AsyncExitStack() as stack:
        telegram = outside.telegram
        reader = telegram.add_user("Reader")
        feed, link = there.answer("127.0.0.1/feed", rss()), there.play("127.0.0.1/story", hang)
        await add(database_url, feed)
        another = partial(on_telegram, folder, outside, **SETTINGS, DATABASE_URL=database_url)
        leader = await stack.enter_async_context(another())
        await ask(telegram, "/subscribe new", user=reader)
        await until(lambda: asked(there, "127.0.0.1/feed"))
        if standing_by:
            await stack.enter_async_context(another())
        told = len(telegram.sent(reader))
        there.answer("127.0.0.1/feed", rss(item(headline, link=link, text=lede)))
        await until(lambda: asked(there, "127.0.0.1/story"))
        await leader.stop(signal.SIGKILL)
        there.answer("127.0.0.1/story", page)
        if not standing_by:
            await stack.enter_async_context(another())
        await telegram.until(lambda: telegram.sent(reader)[told:], seconds=PATIENCE)
        feeds = asked(there, "127.0.0.1/feed")
        await until(lambda: asked(there, "127.0.0.1/feed") > feeds)
        (message,) = telegram.sent(reader)[told:]
        hanging.set()
    assert message.text.splitlines()[0] == headline
    assert link in {entity.url for entity in message.entities}
