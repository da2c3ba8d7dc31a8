"""A leader that stands still amid a visit: another goes on, and what the first wakes with is not written."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.store import Store
from bot.store.database.tables import articles, entries
from tests.bot.agency import item, rss
from tests.bot.strangers import Strangers, strangers
from tests.telegram import served
from tests.whole.process import PATIENCE, ask, on_telegram
from tests.whole.test_sources_followed import SETTINGS, add, asked, saved_page, until


class HeldOnce:
    """Has a place keep the first who asks waiting, until that is let go; the others are answered at once."""

    def __init__(self, there: Strangers, place: str) -> None:
        host, _, path = place.partition("/")
        self.began, self._go, self._play = asyncio.Event(), asyncio.Event(), there.plays[host, f"/{path}"]
        there.play(place, self._answer)

    async def _answer(self, writer: asyncio.StreamWriter) -> None:
        first, play = not self.began.is_set(), self._play
        self.began.set()
        if first:
            await self._go.wait()
        await play(writer)

    def let_go(self) -> None:
        """The first is answered, too."""
        self._go.set()


async def rows(store: Store) -> tuple[int, int]:
    """How many entries and articles there are."""
    counts = [select(func.count()).select_from(table) for table in (entries, articles)]
    first, second = await store.database.read(lambda connection: [connection.scalar(one) for one in counts])
    return int(first or 0), int(second or 0)


@pytest.mark.parametrize("place", ["127.0.0.1/feed", "127.0.0.1/story"], ids=["a feed", "a page"])
async def test_leader_that_is_frozen_amid_a_visit_files_and_tells_nothing_twice(
    empty_postgresql: str, tmp_path: Path, place: str
) -> None:
    (tmp_path / "seeds").mkdir()
    headline, lede, page = saved_page()
    async with strangers() as there, served() as outside, AsyncExitStack() as stack:
        telegram = outside.telegram
        reader = telegram.add_user("Reader")
        feed, link = there.answer("127.0.0.1/feed", rss()), there.answer("127.0.0.1/story", page)
        await add(empty_postgresql, feed)
        another = partial(on_telegram, tmp_path, outside, **SETTINGS, DATABASE_URL=empty_postgresql)
        leader = await stack.enter_async_context(another())
        await ask(telegram, "/subscribe new", user=reader)
        await until(lambda: asked(there, "127.0.0.1/feed"))
        other = await stack.enter_async_context(another())
        await other.until_said("standing by")
        told = len(telegram.sent(reader))
        there.answer("127.0.0.1/feed", rss(item(headline, link=link, text=lede)))
        held = HeldOnce(there, place)
        async with asyncio.timeout(PATIENCE):
            await held.began.wait()
        os.kill(leader.process.pid, signal.SIGSTOP)
        await telegram.until(lambda: telegram.sent(reader)[told:], seconds=PATIENCE)
        held.let_go()
        os.kill(leader.process.pid, signal.SIGCONT)
        await leader.until_said("another process may lead by now; standing by")
        visits = asked(there, "127.0.0.1/feed")
        await until(lambda: asked(there, "127.0.0.1/feed") >= visits + 2)
        (message,) = telegram.sent(reader)[told:]
        store = await Store.open(empty_postgresql)
        assert await rows(store) == (1, 1)
        await store.close()
        for bot in (leader, other):
            assert not [line for line in bot.lines if "Traceback" in line]
    assert message.text.splitlines()[0] == headline
