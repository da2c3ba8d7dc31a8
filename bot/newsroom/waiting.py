"""The files that wait to be read, and when each was noticed: a folder that is dropped is noticed at once."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.domain.plans import Arrival


class Waiting:
    """What is noticed and not read yet; `many` files one upon the other are read through at some time."""

    def __init__(self, *, many: int) -> None:
        self._read_through = asyncio.Event()
        self._many = many
        self._done = 0  # since nothing waited
        self._noticed: dict[str, datetime] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._noticed

    def note(self, path: str, now: datetime) -> datetime:
        """When it was noticed: now, unless it waits already."""
        return self._noticed.setdefault(path, now)

    def done(self, path: str) -> None:
        """It is read, or left for the next look."""
        if self._noticed.pop(path, None) is not None:
            self._done += 1
        if not self._noticed:
            if self._done >= self._many:
                self._read_through.set()
            self._done = 0

    async def whenever_read_through(self, do: Callable[[], Awaitable[None]]) -> None:
        """Does it when nothing waits any more after many files, for ever."""
        while True:
            await self._read_through.wait()
            self._read_through.clear()
            await do()

    def arrivals(self) -> tuple[Arrival, ...]:
        """How many of those that wait were noticed when."""
        return tuple(
            Arrival(came_at=moment, count=count) for moment, count in Counter(self._noticed.values()).items()
        )
