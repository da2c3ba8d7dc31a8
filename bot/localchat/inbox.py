"""Updates on their way to the bot: kept until confirmed, handed to one poller at a time."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import islice

from bot.localchat.wire import ApiError, JsonObject

_AHEAD = 10  # an offset so far above the next id is none: the numbering has begun anew since
MAX_UPDATES = 100_000  # Telegram forgets after 24 hours; here the oldest go first
_OTHER_POLL = "other getUpdates request; make sure that only one bot instance is running"
# Sent only to bots that ask for them by name.
_ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Inbox:
    """The bot's queue of updates.

    What was handed out comes again until an offset above it confirms it.
    """

    def __init__(self, *, first_id: int, changed: Callable[[], None]) -> None:
        self.next_id = first_id
        self.allowed: tuple[str, ...] = ()
        self._waiting: deque[tuple[int, JsonObject]] = deque(maxlen=MAX_UPDATES)
        self._arrived = asyncio.Event()
        self._changed = changed
        self._turn = 0  # of the newest poll
        self._reason: str | None = None  # why the one before it ended
        self.polling = 0  # open polls

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, update: JsonObject) -> int | None:
        """Queue an update and return its id; None when the bot did not ask for its kind."""
        kinds = [kind for kind in update if kind != "update_id"]
        if not self._wanted(kinds):
            return None
        update_id = self.next_id
        self.next_id += 1
        self._waiting.append((update_id, {"update_id": update_id, **update}))
        self._arrived.set()
        self._changed()
        return update_id

    def _wanted(self, kinds: Sequence[str]) -> bool:
        if self.allowed:
            return any(kind in self.allowed for kind in kinds) or not kinds
        return not any(kind in _ASKED_FOR for kind in kinds)

    def confirm(self, offset: int) -> None:
        """Forget updates below the offset; a negative one keeps that many of the newest."""
        if offset > self.next_id + _AHEAD:
            return  # of another numbering, and answered from the first that waits
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()
        self._changed()

    def forget(self) -> None:
        """Forgets every update that waits."""
        self._waiting.clear()

    def first(self, limit: int) -> list[JsonObject]:
        """The oldest updates that wait; they wait still."""
        return [update for _, update in islice(self._waiting, limit)]

    def stop_polling(self, reason: str | None = None) -> None:
        """Ends the poll that is open: with a conflict for a reason, without one with what there is."""
        self._turn += 1
        self._reason = reason
        self._arrived.set()

    async def arrival(self) -> None:
        """Returns when updates are waiting."""
        while not self._waiting:
            self._arrived.clear()
            await self._arrived.wait()

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """Waiting updates, or those that arrive within so many seconds.

        Raises ApiError 409 when another poll begins meanwhile, or a webhook is set.
        """
        self.stop_polling(_OTHER_POLL)
        turn = self._turn
        self.confirm(offset)
        self.polling += 1
        self._changed()
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._arrival_in_turn(turn)
        finally:
            self.polling -= 1
            self._changed()
        return self.first(limit)

    async def _arrival_in_turn(self, turn: int) -> None:
        while not self._waiting:
            self._arrived.clear()
            await self._arrived.wait()
            if turn != self._turn:
                if self._reason is None:
                    return
                raise ApiError(409, f"Conflict: terminated by {self._reason}")
