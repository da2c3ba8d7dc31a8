"""Records outcomes, all that came in while the last were being written in one transaction."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.errors import StoreError
from bot.letters import Letter, Outcome
from bot.store.outbox import Outbox

log = logging.getLogger(__name__)

AGAIN_SECONDS = 1.0


class Recorder:
    def __init__(self, outbox: Outbox, clock: Callable[[], datetime]) -> None:
        self._outbox = outbox
        self._clock = clock
        self._pending: list[tuple[Letter, Outcome, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def record(self, letter: Letter, outcome: Outcome) -> None:
        """Returns when it is written. A database that is away is waited for: what was sent must be known."""
        written = asyncio.get_running_loop().create_future()
        self._pending.append((letter, outcome, written))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write(), name="outbox recorder")
        await written

    async def _write(self) -> None:
        try:
            while self._pending:
                batch, self._pending = self._pending, []
                await self._write_batch([(letter, outcome) for letter, outcome, _ in batch])
                for _, _, written in batch:
                    if not written.done():
                        written.set_result(None)
        finally:
            self._writer = None

    async def _write_batch(self, outcomes: list[tuple[Letter, Outcome]]) -> None:
        while True:
            try:
                await self._outbox.record(outcomes, now=self._clock())
            except StoreError as error:
                log.warning("%d deliveries wait to be recorded: %s", len(outcomes), error)
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                return
