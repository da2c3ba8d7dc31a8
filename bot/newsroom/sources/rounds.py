"""The leader's rounds: sources that are due are visited, pages that are wanted are fetched.

One visitor a host, and a rest before the next. What was begun and not written down when the process ended is
due as before: the next leader takes it over.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from datetime import datetime
from functools import partial
from typing import Final

from bot.domain.errors import StoreError
from bot.domain.leading import cut_off_if_over
from bot.newsroom.sources.errors import HostBusyError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.fetching import Fetcher
from bot.newsroom.sources.next_visit import PauseBounds
from bot.newsroom.sources.page_fetcher import PageFetcher
from bot.newsroom.sources.responses import ResponseKind
from bot.newsroom.sources.robots import Robots
from bot.newsroom.sources.visitor import Visitor
from bot.store import Store

log = logging.getLogger(__name__)

_VISITS: Final = 24  # at a time
_PAGES: Final = 12
_LOOK_SECONDS: Final = 2.0  # between two looks at what is due, where nothing tells of it
# A feed that is new takes 10 ms of this process, in which nobody is answered: however many are due, no more
# begin within a time.
_AT_ONCE: Final = 2
_BETWEEN_SECONDS: Final = 0.2
_TRY_AGAIN_SECONDS: Final = 10.0  # after the database failed
_REST_SECONDS: Final = 1.0  # of a host after a request, and up to twice as long by chance


def _uncounted(_kind: ResponseKind, _seconds: float) -> None:
    """Nobody counts."""


def _nobody() -> None:
    """Nobody waits."""


class Rounds:
    """`open_fetcher` opens what fetches; `fetched` counts, `came` is called when something is to be read."""

    def __init__(
        self,
        store: Store,
        readers: FeedReaders,
        *,
        open_fetcher: Callable[[], AbstractAsyncContextManager[Fetcher]],
        bounds: PauseBounds,
        clock: Callable[[], datetime],
        fetched: Callable[[ResponseKind, float], None] = _uncounted,
        came: Callable[[], None] = _nobody,
        rest: float = _REST_SECONDS,
    ) -> None:
        self._store = store
        self._readers = readers
        self._open_fetcher = open_fetcher
        self._bounds = bounds
        self._clock = clock
        self._fetched = fetched
        self._came = came
        self._rest = rest
        self._hosts: set[str] = set()  # that have a visitor, or rest
        self._visits = 0  # in hand
        self._pages = 0
        self._wake = asyncio.Event()
        self._said: str | None = None  # of the database

    def look_now(self) -> None:
        """Something may be due before the next look: a source was added, or is to be visited now."""
        self._wake.set()

    async def run(self, term: int | None) -> None:
        """Until cancelled; what is written down counts in this term as the leader."""
        self._hosts.clear()
        async with self._open_fetcher() as fetcher, asyncio.TaskGroup() as tasks:
            visitor = Visitor(
                store=self._store,
                fetcher=fetcher,
                readers=self._readers,
                bounds=self._bounds,
                clock=self._clock,
                term=term,
            )
            pages = PageFetcher(
                store=self._store,
                fetcher=fetcher,
                robots=Robots(fetcher, self._readers),
                clock=self._clock,
                term=term,
            )
            while True:
                try:
                    await self._begin_what_is_due(tasks, visitor, pages)
                except StoreError as error:
                    await self._database_failed(error)
                with suppress(TimeoutError):  # by wait_for a cancel of that moment would be lost
                    async with asyncio.timeout(_LOOK_SECONDS):
                        await self._wake.wait()
                await asyncio.sleep(_BETWEEN_SECONDS)
                self._wake.clear()

    async def _begin_what_is_due(
        self, tasks: asyncio.TaskGroup, visitor: Visitor, pages: PageFetcher
    ) -> None:
        now = self._clock()
        if room := min(_AT_ONCE, _VISITS - self._visits):
            due = await self._store.visits.due(now=now, limit=room, without=self._hosts)
            self._look_again(more=len(due) == room)
            for source, host in due:
                self._hosts.add(host)
                self._visits += 1
                task = tasks.create_task(self._at(host, partial(visitor.visit, source)))
                task.add_done_callback(self._visited)
        if room := min(_AT_ONCE, _PAGES - self._pages):
            wanted = await self._store.entries.wanted(now=now, limit=room, without=self._hosts)
            self._look_again(more=len(wanted) == room)
            for page in wanted:
                self._hosts.add(page.host)
                self._pages += 1
                task = tasks.create_task(self._at(page.host, partial(pages.fetch, page)))
                task.add_done_callback(self._page_fetched)
        self._said = None

    async def _at(self, host: str, fetch: Callable[[], Awaitable[ResponseKind]]) -> None:
        """Fetches as the host's one visitor."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        try:
            cut_off_if_over()
            self._fetched(await fetch(), loop.time() - begun)
            self._came()
        except StoreError as error:
            await self._database_failed(error)
        except HostBusyError as error:
            log.debug("%s", error)  # it stays due
        except Exception:  # a fault of ours at one source never ends the others, nor the bot
            log.exception("%s: what came could not be written down", host)
            await asyncio.sleep(_TRY_AGAIN_SECONDS)
        finally:
            # Nobody guesses when a host is asked.
            loop.call_later(self._rest * (1 + random.random()), self._free, host)  # noqa: S311

    def _look_again(self, *, more: bool) -> None:
        if more:
            self._wake.set()

    async def _database_failed(self, error: StoreError) -> None:
        if str(error) != self._said:
            self._said = str(error)
            log.warning("sources are not visited, trying again: %s", error)
        await asyncio.sleep(_TRY_AGAIN_SECONDS)

    def _visited(self, _: asyncio.Task[None]) -> None:
        self._visits -= 1
        self._wake.set()

    def _page_fetched(self, _: asyncio.Task[None]) -> None:
        self._pages -= 1
        self._wake.set()

    def _free(self, host: str) -> None:
        self._hosts.discard(host)
        self._wake.set()
