"""Records outcomes, all that came in while the last were being written in one transaction."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.deliveries import Delivery, SendOutcome
from bot.domain.errors import StoreError
from bot.store.deliveries.outbox import Outbox

log = logging.getLogger(__name__)

AGAIN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Pending:
    delivery: Delivery
    outcome: SendOutcome
    written: asyncio.Future[None]


class Recorder:
    def __init__(self, outbox: Outbox, clock: Callable[[], datetime]) -> None:
        self._outbox = outbox
        self._clock = clock
        self._pending: list[_Pending] = []
        self._writer: asyncio.Task[None] | None = None

    async def record(self, delivery: Delivery, outcome: SendOutcome) -> None:
        """Returns when it is written. A database that is away is waited for: what was sent must be known."""
        written = asyncio.get_running_loop().create_future()
        self._pending.append(_Pending(delivery, outcome, written))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write(), name="outbox recorder")
        await written

    async def _write(self) -> None:
        try:
            while self._pending:
                batch, self._pending = self._pending, []
                try:
                    await self._write_down(batch)
                except Exception:  # one cannot be written: the others are no worse for it
                    for one in batch:
                        await self._write_alone(one)
        finally:
            self._writer = None

    async def _write_alone(self, one: _Pending) -> None:
        try:
            await self._write_down([one])
        except Exception as error:
            if not one.written.done():
                one.written.set_exception(error)

    async def _write_down(self, batch: Sequence[_Pending]) -> None:
        while True:
            try:
                outcomes = [(one.delivery, one.outcome) for one in batch]
                await self._outbox.record(outcomes, now=self._clock())
            except StoreError as error:
                log.warning("%d deliveries wait to be recorded: %s", len(batch), error)
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                break
        for one in batch:
            if not one.written.done():
                one.written.set_result(None)
