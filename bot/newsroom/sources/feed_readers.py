"""Has feeds read in a process of their own, which is started anew when one has ended it."""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TypeVar

from bot.newsroom.sources import feed_worker
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.fetching import AGENT
from bot.newsroom.sources.values import Resource

_Read = TypeVar("_Read")

_IDLE_SECONDS = 60.0  # after the last reading the process is ended


class FeedReaders:
    """One process without the language pipeline; it starts with the first feed."""

    def __init__(self, limits: feed_worker.ReadingLimits = feed_worker.ReadingLimits()) -> None:  # noqa: B008 (frozen)
        self._limits = limits
        self._context = multiprocessing.get_context("spawn")  # a fork would copy the loop and its sockets
        self._lifeline, self._held = self._context.Pipe(duplex=False)
        self._pool: ProcessPoolExecutor | None = None
        self._in_hand = 0
        self._ending: asyncio.TimerHandle | None = None

    async def read(
        self, raw: bytes, *, name: str, address: str | None, content_type: str | None = None
    ) -> Resource:
        """What the bytes are that came from `address`. Raises SourceError."""
        work = partial(
            feed_worker.read_within,
            raw,
            address=address,
            content_type=content_type,
            name=name,
            limits=self._limits,
        )
        return await self._do(name, work)

    async def allows(self, robots: bytes, address: str) -> bool:
        """Whether a robots.txt lets us read the address. Raises SourceError."""
        return await self._do(
            address, partial(feed_worker.allows, robots, agent=AGENT, address=address, limits=self._limits)
        )

    def close(self) -> None:
        """Ends the process at once."""
        self._held.close()
        self._end(cancel=True)
        self._lifeline.close()

    async def _do(self, name: str, work: Callable[[], _Read]) -> _Read:
        if self._ending is not None:
            self._ending.cancel()
        pool = self._pool = self._pool or ProcessPoolExecutor(
            1, mp_context=self._context, initializer=feed_worker.start, initargs=(self._lifeline,)
        )
        loop = asyncio.get_running_loop()
        self._in_hand += 1
        try:
            return await loop.run_in_executor(pool, work)
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = None
            pool.shutdown(wait=False)
            raise SourceError(name, "ended the process that read it") from None
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._ending = loop.call_later(_IDLE_SECONDS, self._end)

    def _end(self, *, cancel: bool = False) -> None:
        """The next reading starts another process."""
        if self._ending is not None:
            self._ending.cancel()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=cancel)
