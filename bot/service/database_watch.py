"""Whether the database takes what is written: tried every few seconds, and said when it does not, once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

TRY_EVERY_SECONDS = 10.0


class DatabaseWatch:
    """`write` writes something and tells what is wrong, `look` tells it by the looks of the files alone."""

    def __init__(self, *, write: Callable[[], Awaitable[str | None]], look: Callable[[], str | None]) -> None:
        self._write = write
        self._look = look
        self._fault: str | None = "not tried yet"

    async def run(self) -> None:
        """Until cancelled."""
        said = None
        while True:
            self._fault = await self._write()
            if self._fault and self._fault != said:
                log.error("the database takes nothing: %s", self._fault)
            elif said and not self._fault:
                log.info("the database is well again")
            said = self._fault
            await asyncio.sleep(TRY_EVERY_SECONDS)

    def fault(self) -> str | None:
        """What is wrong by now, or was at the last try; None where nothing is. Writes nothing."""
        return self._look() or self._fault
