"""Has made what editors ordered sent, at the moment until which it could be called back."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime

from bot.delivery.publisher import Publisher
from bot.domain.errors import StoreError
from bot.domain.sendings import Sending
from bot.store.deliveries.sendings import Sendings

log = logging.getLogger(__name__)

GRACE = 6.0  # seconds after a start: who pressed Stop while nobody led is heard first
IDLE = 5.0  # seconds at the longest between two looks: another process may have been ordered to send
AGAIN_SECONDS = 1.0


class Dispatcher:
    """Looks for orders for as long as `run` runs: all that it goes by stands in the database."""

    def __init__(self, sendings: Sendings, publisher: Publisher, *, clock: Callable[[], datetime]) -> None:
        self._sendings = sendings
        self._publisher = publisher
        self._clock = clock
        self._woken = asyncio.Event()
        self._since = 0.0  # it leads, by the loop's clock
        self._led_from = clock()

    def wake(self) -> None:
        """Something was ordered."""
        self._woken.set()

    async def run(self, term: int | None = None) -> None:
        """Until cancelled, in that term of leadership."""
        said, self._since, self._led_from = "", asyncio.get_running_loop().time(), self._clock()
        while True:
            try:
                await self._step(term)
                said = ""
            except StoreError as error:
                if str(error) != said:
                    said = str(error)
                    log.warning("what was ordered sent cannot be read: %s", error)
                await asyncio.sleep(AGAIN_SECONDS)

    async def _step(self, term: int | None) -> None:
        self._woken.clear()
        due = await self._sendings.next_due()
        wait = IDLE if due is None else self._seconds_until(due)
        if due is not None and wait <= 0:
            await self._publisher.send_ordered(self._clock(), term=term)
            wait = AGAIN_SECONDS  # not at once: another leads where it is still there
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(wait, IDLE)):
                await self._woken.wait()

    def _seconds_until(self, sending: Sending) -> float:
        """When it goes. What was ordered since this process leads could be stopped all the time."""
        left = (sending.not_before - self._clock()).total_seconds()
        if sending.ordered_at >= self._led_from:
            return left
        return max(left, GRACE - (asyncio.get_running_loop().time() - self._since))
