"""Updates on their way to the bot: kept until confirmed, handed to one poller at a time."""

import asyncio
from collections import deque
from collections.abc import Sequence

from bot.localchat.wire import ApiError, JsonObject

MAX_UPDATES = 100_000  # Telegram forgets after 24 hours; here the oldest go first
# Sent only to bots that ask for them by name.
_ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Inbox:
    """The bot's queue of updates.

    What was handed out comes again until an offset above it confirms it.
    """

    def __init__(self, *, first_id: int) -> None:
        self.next_id = first_id
        self.allowed: tuple[str, ...] = ()
        self._waiting: deque[tuple[int, JsonObject]] = deque(maxlen=MAX_UPDATES)
        self._arrived = asyncio.Event()
        self._poll = 0

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
        return update_id

    def _wanted(self, kinds: Sequence[str]) -> bool:
        if self.allowed:
            return any(kind in self.allowed for kind in kinds) or not kinds
        return not any(kind in _ASKED_FOR for kind in kinds)

    def confirm(self, offset: int) -> None:
        """Forget updates below the offset; a negative one keeps that many of the newest."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()

    def forget(self) -> None:
        self._waiting.clear()

    def first(self, limit: int) -> list[JsonObject]:
        return [update for _, update in list(self._waiting)[:limit]]

    def stop_polling(self) -> None:
        """Ends the poll that is open, with the conflict Telegram tells it."""
        self._poll += 1
        self._arrived.set()

    async def arrival(self) -> None:
        """Returns when updates are waiting."""
        while not self._waiting:
            self._arrived.clear()
            await self._arrived.wait()

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """Waiting updates, or those that arrive within so many seconds.

        Raises ApiError 409 when another poll begins meanwhile.
        """
        self.stop_polling()
        mine = self._poll
        self.confirm(offset)
        deadline = asyncio.get_running_loop().time() + seconds
        while not self._waiting and (left := deadline - asyncio.get_running_loop().time()) > 0:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), left)
            except TimeoutError:
                break
            if mine != self._poll:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request;"
                    " make sure that only one bot instance is running",
                )
        return self.first(limit)
