"""The files that wait to be read, and when each was noticed: a folder that is dropped is noticed at once."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.plans import Arrival


@dataclass(slots=True)
class _Noticed:
    at: datetime
    is_known: bool
    holders: int = 0  # a file that changes while it is in hand is noted again by who finds that


class Waiting:
    """What is noticed and not read yet; `many` files one upon the other are read through at some time."""

    def __init__(self, *, many: int) -> None:
        self._read_through = asyncio.Event()
        self._many = many
        self._done = 0  # since nothing waited
        self._noticed: dict[str, _Noticed] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._noticed

    def note(self, path: str, now: datetime, *, is_known: bool = False) -> datetime:
        """When it was noticed: now, unless it waits already. It waits until `done` as often as noted.

        What is known, and only read again by newer rules, is no arrival.
        """
        noticed = self._noticed.setdefault(path, _Noticed(now, is_known))
        noticed.holders += 1
        return noticed.at

    def done(self, path: str) -> None:
        """By one who noted it: it is read, in another's hand, or left for the next look."""
        self._noticed[path].holders -= 1
        if self._noticed[path].holders:
            return
        del self._noticed[path]
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
        """How many of those that wait, and were not known before, were noticed when."""
        moments = Counter(each.at for each in self._noticed.values() if not each.is_known)
        return tuple(Arrival(came_at=moment, count=count) for moment, count in moments.items())
