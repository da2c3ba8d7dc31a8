"""One request a host at a time, whoever makes it: the rounds, an editor's look, a command at a terminal."""

import asyncio
import random
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from typing import Final
from weakref import WeakValueDictionary

from bot.domain.addresses import host_of
from bot.domain.errors import StoreError
from bot.newsroom.sources.errors import HostBusyError
from bot.store import Store
from bot.store.sources.visitors import LASTS_SECONDS

_WAIT_SECONDS: Final = 20.0  # for a turn: longer than one lasts whose process was killed
_KEPT_EVERY: Final = LASTS_SECONDS / 3
_ASKED_EVERY: Final = 0.25  # seconds, whether another process has left the host

Turn = Callable[[str], AbstractAsyncContextManager[None]]  # at the host of an address


@asynccontextmanager
async def alone(_address: str) -> AsyncIterator[None]:
    """A turn at any host at once: where nobody else can be there, and one request is made after the other."""
    yield


class HostTurns:
    """Turns at hosts, shared by all processes on the store's database."""

    def __init__(self, store: Store, *, wait: float = _WAIT_SECONDS) -> None:
        self._visitors = store.visitors
        self._wait = wait
        # Those of this process stand in a line of their own: one of them asks the database.
        self._lines: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def at(self, address: str) -> AsyncIterator[None]:
        """The only visitor at the address's host, of all processes. Raises HostBusyError, StoreError.

        What is inside is ended, and HostBusyError raised, where the turn can be kept no longer: this process
        stood still, or the database was slow. A TimeoutError of what is inside comes through as it is.
        """
        host, holder = host_of(address), uuid.uuid4().hex
        line = self._lines.setdefault(host, asyncio.Lock())
        async with AsyncExitStack() as stack:
            try:
                async with asyncio.timeout(self._wait):
                    await stack.enter_async_context(line)
                    stack.push_async_callback(self._leave, host, holder)
                    until = await self._taken(host, holder)
            except TimeoutError:
                raise HostBusyError(host) from None
            try:
                async with asyncio.timeout_at(until) as limit:
                    keeping = asyncio.create_task(self._keep(host, holder, limit))
                    try:
                        yield
                    finally:
                        keeping.cancel()
            except TimeoutError:
                if limit.expired():  # by our own fault: the source is not to be blamed for it
                    raise HostBusyError(host) from None
                raise

    async def _taken(self, host: str, holder: str) -> float:
        """Waits for the turn; when it ends by itself, by the loop's clock."""
        loop = asyncio.get_running_loop()
        while True:
            asked = loop.time()
            if await self._visitors.take(host, holder):
                return asked + LASTS_SECONDS
            await asyncio.sleep(_ASKED_EVERY * (0.5 + random.random()))  # noqa: S311 (nobody guesses it)

    async def _leave(self, host: str, holder: str) -> None:
        with suppress(StoreError):  # it ends by itself
            await self._visitors.leave(host, holder)

    async def _keep(self, host: str, holder: str, limit: asyncio.Timeout) -> None:
        """Has the turn last on until cancelled, and moves the limit with it: to now where it is lost."""
        loop = asyncio.get_running_loop()
        while True:
            # Where the database took long to answer, little of the turn is left, and it is kept at once.
            left = (limit.when() or 0) - loop.time()
            await asyncio.sleep(max(0, min(_KEPT_EVERY, left - _KEPT_EVERY)))
            asked = loop.time()
            try:
                kept = await self._visitors.keep(host, holder)
            except StoreError:
                await asyncio.sleep(_ASKED_EVERY)
                continue  # it ends by itself
            if (limit.when() or 0) <= loop.time():
                return  # too late
            limit.reschedule(asked + LASTS_SECONDS if kept else asked)
            if not kept:
                return
