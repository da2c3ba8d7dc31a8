"""Takes updates in: one chat's in their order, no chat waiting for another, a flood slowed down kindly."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from telegram import Update

from bot.botapi.pacing import when_answered
from bot.config.logs import bind_request
from bot.config.metrics import Metrics

log = logging.getLogger(__name__)

HELD_PER_CHAT = 3  # unconfirmed updates of one chat; Telegram gives the hundred after the oldest, to all
WAITING_PER_CHAT = 20  # a person types one or two ahead; a script, thousands
MOST_IN_HAND = 1_000  # more, and a webhook is asked to bring it again later
TOLD_EVERY_SECONDS = 60.0


@dataclass(slots=True)
class _Lane:
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
        self._lanes: dict[int, _Lane] = {}
        self._told: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: dict[int, dict[asyncio.Task[None], Callable[[], None]]] = {}
        self._is_open = False

    @property
    def in_hand(self) -> int:
        """How many updates are being handled or wait for their chat's turn."""
        return len(self._tasks)

    @property
    def takes_more(self) -> bool:
        """Whether an update that can come again is welcome: not before `open`, after `drain`, in a crowd."""
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

    def take_until_answered(self, update: Update) -> asyncio.Future[None]:
        """Like `take`, but done as soon as the answer has begun to arrive, or waits for its chat's pace.

        Cancelled where the update was put back before.

        An answer of many messages takes seconds by Telegram's own rules. Who holds back the next updates
        until then makes everybody wait for one reader. So does a chat that sends more than it can be
        answered: it holds back nothing, and what waits of it would be lost by a crash.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def end() -> None:
            if not done.done():
                done.set_result(None)

        def ended(task: asyncio.Task[None]) -> None:
            if task.cancelled():
                done.cancel()  # an update that was put back: no effect where its answer has begun to arrive
            end()

        with when_answered(end):
            task = self.take(update)
        task.add_done_callback(ended)
        self._hold(_lane_key(update), task, end)
        return done

    def _hold(self, key: int, task: asyncio.Task[None], end: Callable[[], None]) -> None:
        """Keeps the update back until it is answered, and all of its chat no longer where they are many."""
        held = self._held.setdefault(key, {})
        held[task] = end

        def let_go(ended: asyncio.Task[None]) -> None:
            del held[ended]
            if not held and self._held.get(key) is held:
                del self._held[key]

        task.add_done_callback(let_go)
        if len(held) > HELD_PER_CHAT:
            for end_one in held.values():
                end_one()

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
        key = _lane_key(update)
        lane = self._lanes.setdefault(key, _Lane())
        if lane.waiting >= WAITING_PER_CHAT:
            await self._tell_to_slow_down(key, update)
            return
        lane.waiting += 1
        try:
            async with lane.lock:
                await self._handlers(update)
        finally:
            lane.waiting -= 1
            if not lane.waiting:
                self._lanes.pop(key, None)

    async def _tell_to_slow_down(self, key: int, update: Update) -> None:
        now = self._monotonic()
        self._told = {k: at for k, at in self._told.items() if now - at < TOLD_EVERY_SECONDS}
        if key not in self._told:
            self._told[key] = now
            log.warning("chat %s sends faster than it can be answered", key)
            await self._slow_down(update)


def _lane_key(update: Update) -> int:
    chat, user = update.effective_chat, update.effective_user
    return chat.id if chat else user.id if user else 0
