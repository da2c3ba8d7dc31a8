"""Asks Telegram for updates, and confirms one only when it was handled.

python-telegram-bot's own Updater confirms an update while its handler still runs, so a crash loses it, and
fetches a batch that holds a malformed update for ever. Here the offset is the oldest update still in hand,
and what cannot be read is logged, confirmed and left behind.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from telegram import Bot
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError

from bot.botapi.pacing.limiter import seconds_of
from bot.botapi.request import AiohttpRequest
from bot.botapi.updates import AnswerableUpdate, read_update
from bot.domain.errors import StoreError

log = logging.getLogger(__name__)

ANSWER_SECONDS = 10.0  # beyond the long poll
LONG_POLL_SECONDS = 20  # well under the minute after which /readyz calls the contact lost
SETTLE_SECONDS = 0.1  # most handlers end within it: then one call both confirms them and asks for more
AGAIN_SECONDS = 0.2  # while a handler is at work, all it holds back comes again with each call
CONFLICT_PAUSE_SECONDS = 5.0  # each try ends the other's poll too
PAUSES = (1.0, 2.0, 5.0, 10.0, 20.0)  # between tries while Telegram cannot be reached
_NONE = b'{"ok":true,"result":[]}'


class UpdatesRequest(AiohttpRequest):
    """The request of getUpdates. It keeps the updates as they came, and gives the library none to read.

    The library reads a batch as a whole: one update that makes no sense, and all are fetched for ever.
    """

    def __init__(self) -> None:
        super().__init__(connections=1, seconds=ANSWER_SECONDS)
        self._batch: list[object] = []

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Any: the library's own arguments, passed on."""
        status, payload = await super().do_request(*args, **kwargs)
        answer = self.parse_json_payload(payload)
        batch = answer.get("result") if isinstance(answer, dict) else None
        if status != HTTPStatus.OK or not isinstance(batch, list):
            return status, payload
        self._batch = batch
        return status, _NONE

    def take(self) -> list[object]:
        """What the last answer held."""
        batch, self._batch = self._batch, []
        return batch


class Poller:
    """Long polling with one getUpdates under way at a time, made by the bot through `request`.

    `take` starts the handling of an update, to be confirmed when what it returns is done; cancelled, the
    update was put back and comes again. `take_first` is given what waits when polling begins, to be confirmed
    when it has returned; where it raises StoreError that is taken as any. `contact` is called after each
    successful getUpdates.
    """

    def __init__(
        self,
        bot: Bot,
        request: UpdatesRequest,
        *,
        take: Callable[[AnswerableUpdate], asyncio.Future[None]],
        contact: Callable[[], None],
        allowed_updates: tuple[str, ...],
        take_first: Callable[[Sequence[AnswerableUpdate]], Awaitable[None]] | None = None,
    ) -> None:
        self._bot = bot
        self._request = request
        self._take = take
        self._take_first = take_first
        self._contact = contact
        self._allowed = allowed_updates
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        self._next = 0  # one after the newest update taken
        self._troubles = 0
        self._conflict_said = False

    async def run(self) -> None:
        """Poll until cancelled; a cancelled poll leaves what was not confirmed to come again."""
        self._next, self._in_hand = self._offset(), {}  # what was put back at the end of an earlier run too
        first = True
        while True:
            asked = time.monotonic()
            offset = self._offset()
            try:  # what was left by the run before is there at once
                batch = await self._fetch(offset, timedelta(seconds=0 if first else LONG_POLL_SECONDS))
            except TelegramError as error:
                await asyncio.sleep(self._pause_after(error))
                continue
            self._troubles, self._conflict_said = 0, False
            self._contact()
            waited = first or time.monotonic() - asked >= SETTLE_SECONDS
            if not batch and not waited:  # an answer that should have waited for something
                await asyncio.sleep(1.0)
            if batch and max(update.update_id for update in batch) < offset:
                self._begin_anew(offset)
            fresh = [update for update in batch if update.update_id >= self._next]
            if first and fresh and self._take_first is not None:
                fresh = await self._left_of_the_first(self._take_first, fresh)
            first = False
            for update in fresh:
                self._next = update.update_id + 1
                self._in_hand[update.update_id] = self._take(update)
            if fresh:
                await self._wait_for_hands(SETTLE_SECONDS, asyncio.ALL_COMPLETED)
            elif batch:  # only what is in hand came back: wait for it instead of asking again at once
                await self._wait_for_hands(AGAIN_SECONDS, asyncio.FIRST_COMPLETED)

    async def confirm(self) -> None:
        """Tell Telegram what was handled, at the end: the rest comes again at the next start."""
        if self._next:
            await self._bot.get_updates(offset=self._offset(), limit=1, timeout=timedelta(0))

    async def _left_of_the_first(
        self,
        take: Callable[[Sequence[AnswerableUpdate]], Awaitable[None]],
        fresh: list[AnswerableUpdate],
    ) -> list[AnswerableUpdate]:
        """Those that could not be written down before they are handled."""
        try:
            await take(fresh)
        except StoreError as error:
            log.warning("%d updates are not written down before they are handled: %s", len(fresh), error)
            return fresh
        self._next = fresh[-1].update_id + 1
        return []

    def _begin_anew(self, offset: int) -> None:
        """After a quiet week Telegram numbers updates from anywhere; what is in hand comes no more."""
        log.warning("updates are numbered anew, from below %d", offset)
        self._next, self._in_hand = 0, {}

    async def _fetch(self, offset: int, wait: timedelta) -> tuple[AnswerableUpdate, ...]:
        await self._bot.get_updates(
            offset=offset or None,
            timeout=wait,
            allowed_updates=list(self._allowed),
        )
        batch = (read_update(raw, self._bot) for raw in self._request.take())
        return tuple(update for update in batch if update is not None)

    def _offset(self) -> int:
        self._in_hand = {number: held for number, held in self._in_hand.items() if _is_open(held)}
        return min(self._in_hand, default=self._next)

    async def _wait_for_hands(self, seconds: float, until: str) -> None:
        if tasks := [held for held in self._in_hand.values() if not held.done()]:
            await asyncio.wait(tasks, timeout=seconds, return_when=until)

    def _pause_after(self, error: TelegramError) -> float:
        if isinstance(error, RetryAfter):
            return seconds_of(error)
        pause = PAUSES[min(self._troubles, len(PAUSES) - 1)]
        self._troubles += 1
        if isinstance(error, Conflict):
            if not self._conflict_said:
                log.error(
                    "another program takes this bot's updates (or a webhook does); waiting for it to stop"
                )
            self._conflict_said = True
            return CONFLICT_PAUSE_SECONDS
        if self._troubles == 1:
            kind = "Telegram cannot be reached" if isinstance(error, NetworkError) else "Telegram refused"
            log.warning("%s, trying again: %s", kind, error)
        return pause


def _is_open(task: asyncio.Future[None]) -> bool:
    """Whether the update is still in hand, or was put back."""
    return not task.done() or task.cancelled()
