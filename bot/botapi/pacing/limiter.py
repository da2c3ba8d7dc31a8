"""The doer: makes python-telegram-bot's requests wait for their turn."""

import asyncio
import logging
import math
import os
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.botapi.pacing.queue import Lane, QueuedRequest, Refusal, RequestQueue
from bot.botapi.pacing.send_rates import Limits

log = logging.getLogger(__name__)

# The library gives waits as timedelta only when told so here, and warns of each one otherwise.
os.environ.setdefault("PTB_TIMEDELTA", "1")

PACED = ("send", "edit", "copy", "forward", "delete", "pin", "unpin")  # methods that a chat's limit counts
FREE = frozenset({"sendChatAction"})  # shown at once or never
_GRAIN = 0.001  # seconds between two looks: rounding may put a turn a hair behind its moment


class Pacing(BaseRateLimiter[Lane]):
    """Holds every message back until Telegram takes it: see `RequestQueue` for who goes first.

    `rate_limit_args` is the lane, a reply unless told. A flood wait is kept to the second for that chat
    alone; one that is longer than the lane's patience is raised as `RetryAfter`. `flooded` is called at
    each 429, `waits` with the chat where a reply waits for its chat's pace, which takes seconds.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        flooded: Callable[[], None] | None = None,
        waits: Callable[[int | str], None] | None = None,
    ) -> None:
        self._queue = RequestQueue(limits or Limits())
        self._flooded = flooded
        self._waits = waits
        self._waiting: dict[QueuedRequest, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._looks_at = 0.0

    async def initialize(self) -> None:
        """Nothing to make: the first request starts the clock."""

    async def shutdown(self) -> None:
        """Cancels every request that waits for its turn."""
        if self._timer:
            self._timer.cancel()
        for turn, future in self._waiting.items():
            self._queue.leave(turn)
            future.cancel()
        self._waiting.clear()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Makes the request in its turn, again after a flood wait. Raises RetryAfter where it is too long."""
        chat = data.get("chat_id")
        if chat is None or endpoint in FREE or not endpoint.startswith(PACED):
            return await callback(*args, **kwargs)
        lane = Lane.REPLY if rate_limit_args is None else rate_limit_args
        deadline = _now() + lane.patience
        while True:
            await self._turn(chat, lane)
            try:
                answer = await callback(*args, **kwargs)
            except RetryAfter as error:
                wait = seconds_of(error)
                self._pause(chat, wait)
                if _now() + wait > deadline:
                    raise
            else:
                self._queue.taken()
                return answer

    async def _turn(self, chat: int | str, lane: Lane) -> None:
        turn = self._queue.enter(chat, lane)
        future = asyncio.get_running_loop().create_future()
        self._waiting[turn] = future
        if self._waits and lane is Lane.REPLY and self._queue.is_early(turn, _now()):
            self._waits(chat)
        self._look_at(_now())
        try:
            await future
        finally:
            self._queue.leave(turn)
            self._waiting.pop(turn, None)

    def _pause(self, chat: int | str, seconds: float) -> None:
        log.warning("Telegram asks to leave chat %s alone for %.0f s", chat, seconds)
        if self._flooded:
            self._flooded()
        self._queue.pause(chat, seconds=seconds, now=_now())
        self._look_at(_now())

    def _look_at(self, moment: float) -> None:
        if self._timer and self._looks_at <= moment:
            return
        if self._timer:
            self._timer.cancel()
        self._timer, self._looks_at = asyncio.get_running_loop().call_at(moment, self._look), moment

    def _look(self) -> None:
        self._timer = None
        verdict = self._queue.admit(_now())
        for turn in verdict.admitted:
            _settle(self._waiting.get(turn), None)
        for refusal in verdict.refused:
            _settle(self._waiting.get(refusal.turn), _retry_after(refusal))
        if verdict.look_again is not None:
            self._look_at(max(verdict.look_again, _now() + _GRAIN))


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _retry_after(refusal: Refusal) -> RetryAfter:
    return RetryAfter(timedelta(seconds=math.ceil(refusal.seconds)))


def _settle(future: asyncio.Future[None] | None, error: Exception | None) -> None:
    if future is None or future.done():
        return
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)


def _now() -> float:
    return asyncio.get_running_loop().time()
