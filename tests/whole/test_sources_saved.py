"""Pages behind a feed, through a real worker to a subscriber's message: ours, and saved ones of others."""

import asyncio
import os
import random
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from bot.domain.sources import EntryState, ListedEntry
from bot.localchat import LocalMessage
from bot.store import Store
from tests.bot.agency import item, rss
from tests.bot.strangers import Strangers, strangers
from tests.telegram import served
from tests.whole.process import PATIENCE, ROOT, ask, on_telegram
from tests.whole.test_sources_browser import BRIDGE, FERRY, page_of
from tests.whole.test_sources_followed import SETTINGS, add, asked, until

PAGES = Path(os.environ.get("PAGES", ROOT.parent / "shared" / "real"))
DRAWN = 8
SEED = 13
LEAST_READ = 5  # of the drawn: some are lists, and pages whose text is in a script
SETTLED = (EntryState.FILED, EntryState.HEADLINE)


def drawn() -> Mapping[str, bytes]:
    """A few saved pages by what they call themselves, always the same."""
    saved = sorted(PAGES.glob("*.html"))
    if len(saved) < DRAWN:
        pytest.skip("no saved pages; name a folder of them in PAGES")
    raw = [file.read_bytes() for file in random.Random(SEED).sample(saved, DRAWN)]
    return {titled(page.decode("utf-8", "replace")): page for page in raw}


def titled(page: str) -> str:
    """What a saved page calls itself."""
    found = re.search(r"<title[^>]*>(.*?)</title>", page, re.DOTALL | re.IGNORECASE)
    return " ".join(unescape(found[1]).split()) if found else "Untitled"


async def settled(store: Store) -> tuple[ListedEntry, ...]:
    """The entries, once it is told of each whether it is an article."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = await store.sources.newest_entries(1, 50)
            if all(one.state in SETTLED for one in found):
                return found
            await asyncio.sleep(0.2)


def links_in(messages: tuple[LocalMessage, ...], there: Strangers) -> set[str]:
    """Where they lead on the strangers' servers."""
    urls = {entity.url or "" for message in messages for entity in message.entities}
    return {url for url in urls if url.startswith(there.url("127.0.0.1/"))}


async def delivered(
    folder: Path, pages: Mapping[str, bytes | str]
) -> tuple[tuple[ListedEntry, ...], tuple[LocalMessage, ...], set[str]]:
    """What became of pages, by headline, that a feed lists; a subscriber's messages, and where they lead."""
    (folder / "seeds").mkdir()
    database_url = f"sqlite+aiosqlite:///{folder}/briefings.db"
    async with strangers() as there, served() as outside:
        telegram = outside.telegram
        reader = telegram.add_user("Reader")
        await add(database_url, there.answer("127.0.0.1/feed", rss()))
        async with on_telegram(folder, outside, **SETTINGS) as bot:
            await ask(telegram, "/subscribe new", user=reader)
            await until(lambda: asked(there, "127.0.0.1/feed"))
            told = len(telegram.sent(reader))
            listed = [
                item(headline, link=there.answer(f"127.0.0.1/{number}", page), text=headline)
                for number, (headline, page) in enumerate(pages.items())
            ]
            there.answer("127.0.0.1/feed", rss(*listed, title="Saved"))
            await telegram.until(lambda: telegram.sent(reader)[told:], seconds=PATIENCE)
            store = await Store.open(database_url)
            entries = await settled(store)
            await store.close()
            messages = tuple(telegram.sent(reader)[told:])
            assert not [line for line in bot.lines if "Traceback" in line]
        return entries, messages, links_in(messages, there)


def assert_led_to_articles(entries: tuple[ListedEntry, ...], links: set[str]) -> None:
    """Messages lead to pages that became articles, and to no other."""
    assert links
    assert links <= {one.link for one in entries if one.state is EntryState.FILED}
    for one in entries:
        assert (one.article_id is None) == (one.state is EntryState.HEADLINE)
        assert one.fact or one.state is EntryState.FILED


async def test_pages_behind_a_feed_come_to_a_subscriber_and_walls_do_not(tmp_path: Path) -> None:
    wall = page_of("Are you a robot?", "Please confirm that you are a person before you go on.\n\n" * 9)
    pages = {
        "Old bridge falls into the Tarn": page_of("Old bridge falls into the Tarn", BRIDGE),
        "First ferry crosses the Tarn": page_of("First ferry crosses the Tarn", FERRY),
        "Council speaks of a new bridge": wall,
    }
    entries, messages, links = await delivered(tmp_path, pages)
    assert_led_to_articles(entries, links)
    states = {one.title: one.state for one in entries}
    assert list(states.values()).count(EntryState.FILED) == 2
    assert states["Council speaks of a new bridge"] is EntryState.HEADLINE
    words = "\n".join(message.text for message in messages)
    assert "Old bridge falls into the Tarn" in words or "First ferry crosses the Tarn" in words
    assert "robot" not in words


async def test_saved_pages_behind_a_feed_come_to_a_subscriber(tmp_path: Path) -> None:
    pages = drawn()
    entries, _, links = await delivered(tmp_path, pages)
    print(*((one.title, one.state.value, one.fact) for one in entries), sep="\n")
    assert len(entries) == len(pages)
    assert_led_to_articles(entries, links)
    assert len([one for one in entries if one.state is EntryState.FILED]) >= LEAST_READ
