"""Takes updates in: one chat's in their order, no chat waiting for another, a flood slowed down kindly."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from telegram import Update

from bot.config.logs import bind_request
from bot.config.metrics import Metrics

log = logging.getLogger(__name__)

WAITING_PER_CHAT = 20  # a person types one or two ahead; a script, thousands
MOST_IN_HAND = 1_000  # more, and a webhook is asked to bring it again later
WARNED_EVERY_SECONDS = 60.0


@dataclass(slots=True)
class _ChatQueue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class Intake:
    """Hands each update to `handle`, the application's handlers.

    `slow_down` is awaited when a chat has more than WAITING_PER_CHAT updates waiting, at most once a
    minute for each chat; what comes on top is left out.
    """

    def __init__(
        self,
        handle: Callable[[Update], Awaitable[None]],
        *,
        metrics: Metrics,
        slow_down: Callable[[Update], Awaitable[None]],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._handlers = handle
        self._metrics = metrics
        self._slow_down = slow_down
        self._monotonic = monotonic
        self._queues: dict[int, _ChatQueue] = {}
        self._warned: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_open = False

    @property
    def in_hand(self) -> int:
        """How many updates are being handled or wait for their chat's turn."""
        return len(self._tasks)

    @property
    def is_open(self) -> bool:
        """Whether updates can be answered: after `open`, before `drain`."""
        return self._is_open

    @property
    def takes_more(self) -> bool:
        """Whether an update that can come again is welcome: not while this is not open, nor in a crowd."""
        return self._is_open and self.in_hand < MOST_IN_HAND

    def open(self) -> None:
        """Updates are welcome: they can be answered."""
        self._is_open = True

    def take(self, update: Update) -> asyncio.Task[None]:
        """Start handling an update; the task ends when it is handled, and never raises."""
        self._metrics.updates.inc()
        task = asyncio.create_task(self._handle(update), name=f"update {update.update_id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def drain(self, seconds: float) -> int:
        """Let what is in hand finish, at most so long; the number that was put back.

        From now on nothing more is welcome, until `open`.
        """
        self._is_open = False
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)

    async def _handle(self, update: Update) -> None:
        bind_request(str(update.update_id))
        started = self._monotonic()
        try:
            await self._in_turn(update)
        except Exception:  # the handlers' own errors go to the error handler; this one is ours
            log.exception("update %s could not be handled", update.update_id)
        self._metrics.answer_seconds.observe(self._monotonic() - started)

    async def _in_turn(self, update: Update) -> None:
        chat = chat_key(update)
        queue = self._queues.setdefault(chat, _ChatQueue())
        if queue.waiting >= WAITING_PER_CHAT:
            await self._warn(chat, update)
            return
        queue.waiting += 1
        try:
            async with queue.lock:
                await self._handlers(update)
        finally:
            queue.waiting -= 1
            if not queue.waiting:
                self._queues.pop(chat, None)

    async def _warn(self, chat: int, update: Update) -> None:
        now = self._monotonic()
        self._warned = {key: at for key, at in self._warned.items() if now - at < WARNED_EVERY_SECONDS}
        if chat not in self._warned:
            self._warned[chat] = now
            log.warning("chat %s sends faster than it can be answered", chat)
            await self._slow_down(update)


def chat_key(update: Update) -> int:
    """Whose turn the update waits for: its chat's, else its sender's."""
    chat, user = update.effective_chat, update.effective_user
    return chat.id if chat else user.id if user else 0
