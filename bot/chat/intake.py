"""Takes updates in: one chat's in their order, no chat waiting for another, a flood slowed down kindly."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from telegram import Update

from bot.botapi.pacing import when_answered
from bot.config.logs import bind_request
from bot.config.metrics import Metrics
from bot.domain.errors import StoreError

log = logging.getLogger(__name__)

HELD_PER_CHAT = 3  # unconfirmed updates of one chat; Telegram gives the hundred after the oldest, to all
HELD_SECONDS = 15.0  # unconfirmed at the longest: an answer may wait for a flood wait's end
KEEP_AGAIN_SECONDS = 1.0  # between tries while the database is away
WRITE_SECONDS = 1.0  # at the end, for what is being written down
WAITING_PER_CHAT = 20  # a person types one or two ahead; a script, thousands
MOST_IN_HAND = 1_000  # more, and a webhook is asked to bring it again later
TOLD_EVERY_SECONDS = 60.0


@dataclass(slots=True)
class _ChatQueue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


@dataclass(slots=True, eq=False)
class _InHand:
    """An update that Telegram keeps until `confirmed` is done, and then the store until it is answered."""

    update: Update
    confirmed: asyncio.Future[None]
    answered: bool = False
    kept: bool = False

    def confirm(self) -> None:
        if not self.confirmed.done():
            self.confirmed.set_result(None)


class Intake:
    """Hands each update to `handle`, the application's handlers.

    `slow_down` is awaited when a chat has more than WAITING_PER_CHAT updates waiting, at most once a
    minute for each chat; what comes on top is left out. `keep` writes updates down, as JSON by their ids,
    that are to be confirmed before they are answered, `drop` strikes those that are answered; both may
    raise StoreError.
    """

    def __init__(
        self,
        handle: Callable[[Update], Awaitable[None]],
        *,
        metrics: Metrics,
        slow_down: Callable[[Update], Awaitable[None]],
        keep: Callable[[Mapping[int, str]], Awaitable[None]],
        drop: Callable[[Collection[int]], Awaitable[None]],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._handlers = handle
        self._metrics = metrics
        self._slow_down = slow_down
        self._keep = keep
        self._drop = drop
        self._monotonic = monotonic
        self._lanes: dict[int, _ChatQueue] = {}
        self._told: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: dict[int, dict[asyncio.Task[None], _InHand]] = {}  # by chat
        self._clerks: dict[int, asyncio.Task[None]] = {}  # write down what a chat has in hand
        self._writing: set[asyncio.Task[None]] = set()
        self._again: set[int] = set()  # taken from the store; Telegram may bring them, too
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
        """Like `take`, but done as soon as the answer has begun to arrive; cancelled where it was put back.

        An answer of many messages takes seconds by Telegram's own rules. Who holds back the next updates
        until then makes everybody wait for one reader. So does an answer that waits for its chat's pace or
        takes long, and a chat that sends more than it can be answered: those are written down, and hold
        back nothing either.
        """
        held = _InHand(update, asyncio.get_running_loop().create_future())
        if update.update_id in self._again:
            self._again.discard(update.update_id)
            held.confirm()
        else:
            self._hold(held)
        return held.confirmed

    def take_again(self, updates: Iterable[Update]) -> None:
        """Takes those that were written down, and not answered before their process ended."""
        for update in updates:
            self._again.add(update.update_id)
            self._hold(_InHand(update, asyncio.get_running_loop().create_future(), kept=True))

    def _hold(self, held: _InHand) -> None:
        key = _lane_key(held.update)
        with when_answered(lambda: self._note_answer(held), waiting=lambda: self._note_wait(key, held)):
            task = self.take(held.update)
        self._held.setdefault(key, {})[task] = held
        slow = asyncio.get_running_loop().call_later(HELD_SECONDS, self._write_down, key)

        def let_go(ended: asyncio.Task[None]) -> None:
            slow.cancel()
            if ended.cancelled():
                held.confirmed.cancel()  # it was put back: no effect where its answer has begun to arrive
            else:
                self._note_answer(held)
            del self._held[key][ended]
            if not self._held[key]:
                del self._held[key]

        task.add_done_callback(let_go)
        if len(self._held[key]) > HELD_PER_CHAT:
            self._write_down(key)

    def _note_answer(self, held: _InHand) -> None:
        held.confirm()
        if held.kept and not held.answered:
            self._start(self._strike(held.update.update_id))
        held.answered = True

    def _note_wait(self, key: int, held: _InHand) -> None:
        if not held.answered and not held.kept:
            self._write_down(key)

    def _write_down(self, key: int) -> None:
        """What a chat has in hand holds back no other chat's updates once it is written down."""
        if key not in self._clerks:
            self._clerks[key] = self._start(self._keep_all(key))
            self._clerks[key].add_done_callback(lambda _: self._clerks.pop(key))

    async def _keep_all(self, key: int) -> None:
        """Until nothing more came meanwhile."""
        await asyncio.sleep(0)  # then what is left out of a flood is done
        while open_ := self._open(key):
            try:
                await self._keep({one.update.update_id: one.update.to_json() for one in open_})
            except StoreError as error:
                log.warning("%d updates of chat %s wait to be written down: %s", len(open_), key, error)
                await asyncio.sleep(KEEP_AGAIN_SECONDS)
                continue
            for one in open_:
                one.kept = True
                one.confirm()
                if one.answered:
                    await self._strike(one.update.update_id)

    def _open(self, key: int) -> list[_InHand]:
        """What a chat has in hand, and a crash would lose if it were confirmed."""
        held = self._held.get(key, {}).items()
        return [one for task, one in held if not (task.done() or one.answered or one.kept)]

    async def _strike(self, update_id: int) -> None:
        try:
            await self._drop([update_id])
        except StoreError as error:
            log.warning("update %d may be answered again after the next start: %s", update_id, error)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
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
        await self._end_writing()
        return len(left)

    async def _end_writing(self) -> None:
        if self._writing:
            await asyncio.wait(self._writing, timeout=WRITE_SECONDS)
        for task in self._writing:
            task.cancel()

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
        lane = self._lanes.setdefault(key, _ChatQueue())
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
