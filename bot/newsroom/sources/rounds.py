"""The leader's rounds: sources that are due are visited, pages that are wanted are fetched.

One visitor a host, and a rest before the next. What was begun and not written down when the process ended is
due as before: the next leader takes it over.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
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
# The same where a turn was missing: the host may have been asked, and have led to another that is busy. As
# nothing is written down, it would be asked again and again, as often as turns are waited for.
_BUSY_REST_SECONDS: Final = 60.0

_Fetch = Callable[[], Awaitable[ResponseKind]]
_Task = asyncio.Task[None]


def _uncounted(_kind: ResponseKind, _seconds: float) -> None:
    """Nobody counts."""


def _nobody() -> None:
    """Nobody waits."""


@dataclass(kw_only=True)
class Rounds:
    """`open_fetcher` opens what fetches; `fetched` counts, `came` is called when something is to be read."""

    store: Store
    readers: FeedReaders
    open_fetcher: Callable[[], AbstractAsyncContextManager[Fetcher]]
    bounds: PauseBounds
    clock: Callable[[], datetime]
    fetched: Callable[[ResponseKind, float], None] = _uncounted
    came: Callable[[], None] = _nobody
    rest: float = _REST_SECONDS
    busy_rest: float = _BUSY_REST_SECONDS
    _hosts: set[str] = field(default_factory=set, init=False)  # that have a visitor, or rest
    _visits: set[_Task] = field(default_factory=set, init=False)  # in hand
    _pages: set[_Task] = field(default_factory=set, init=False)
    _wake: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _said: str | None = field(default=None, init=False)  # of the database

    def look_now(self) -> None:
        """Something may be due before the next look: a source was added, or is to be visited now."""
        self._wake.set()

    async def run(self, term: int | None) -> None:
        """Until cancelled; what is written down counts in this term as the leader."""
        self._hosts = set()  # a new one: the rests of an earlier run end in its own
        async with self.open_fetcher() as fetcher, asyncio.TaskGroup() as tasks:
            visitor = Visitor(
                store=self.store,
                fetcher=fetcher,
                readers=self.readers,
                bounds=self.bounds,
                clock=self.clock,
                term=term,
            )
            pages = PageFetcher(
                store=self.store,
                fetcher=fetcher,
                robots=Robots(fetcher, self.readers),
                clock=self.clock,
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
        now = self.clock()
        if room := min(_AT_ONCE, _VISITS - len(self._visits)):
            due = await self.store.visits.due(now=now, limit=room, without=self._hosts)
            visits = [(host, partial(visitor.visit, source)) for source, host in due]
            self._begin(tasks, visits, among=self._visits, more=len(due) == room)
        if room := min(_AT_ONCE, _PAGES - len(self._pages)):
            wanted = await self.store.entries.wanted(now=now, limit=room, without=self._hosts)
            fetches = [(page.host, partial(pages.fetch, page)) for page in wanted]
            self._begin(tasks, fetches, among=self._pages, more=len(wanted) == room)
        self._said = None

    def _begin(
        self, tasks: asyncio.TaskGroup, work: Iterable[tuple[str, _Fetch]], *, among: set[_Task], more: bool
    ) -> None:
        """Begins the work at each host, `among` what is in hand of its kind; `more` may be due."""
        for host, fetch in work:
            self._hosts.add(host)
            task = tasks.create_task(self._at(host, fetch))
            among.add(task)
            task.add_done_callback(partial(self._done, among))
        if more:
            self._wake.set()

    async def _at(self, host: str, fetch: _Fetch) -> None:
        """Fetches as the host's one visitor."""
        loop = asyncio.get_running_loop()
        begun, hosts, rest = loop.time(), self._hosts, self.rest
        try:
            cut_off_if_over()
            self.fetched(await fetch(), loop.time() - begun)
            self.came()
        except StoreError as error:
            await self._database_failed(error)
        except HostBusyError as error:
            log.debug("%s", error)  # it stays due
            rest = self.busy_rest
        except Exception:  # a fault of ours at one source never ends the others, nor the bot
            log.exception("%s: what came could not be written down", host)
            await asyncio.sleep(_TRY_AGAIN_SECONDS)
        finally:
            # Nobody guesses when a host is asked.
            loop.call_later(rest * (1 + random.random()), self._free, hosts, host)  # noqa: S311

    async def _database_failed(self, error: StoreError) -> None:
        if str(error) != self._said:
            self._said = str(error)
            log.warning("sources are not visited, trying again: %s", error)
        await asyncio.sleep(_TRY_AGAIN_SECONDS)

    def _done(self, among: set[_Task], task: _Task) -> None:
        among.discard(task)
        self._wake.set()

    def _free(self, hosts: set[str], host: str) -> None:
        hosts.discard(host)
        self._wake.set()
