"""Telegram's flood limits, for those who switch them on."""

import math
from collections import defaultdict, deque

from bot.localchat.wire import ApiError, too_many_requests
from bot.localchat.world import LocalChat

# "About 30 messages a second" overall: no more than 30 in any second.
OVERALL = (30, 1.0)
# "20 a minute" for a group or channel: no more than 20 in any minute.
GROUP = (20, 60.0)
# "1 a second" for a private chat; Telegram lets short bursts pass: 3 in any 3 seconds, so a reply of three
# messages is taken at once and a fourth has to wait.
PRIVATE = (3, 3.0)


class _Window:
    """At most so many in any stretch of so many seconds."""

    def __init__(self, limit: tuple[int, float]) -> None:
        self.count, self.seconds = limit
        self._passed: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more may pass; 0 when it may now."""
        while self._passed and self._passed[0] <= now - self.seconds:
            self._passed.popleft()
        return 0.0 if len(self._passed) < self.count else self._passed[0] + self.seconds - now

    def passes(self, now: float) -> None:
        self._passed.append(now)


class FloodLimits:
    """Counts what is sent and refuses what is too much; `refused` counts the refusals."""

    def __init__(self, *, enforced: bool) -> None:
        self.enforced = enforced
        self.refused = 0
        self._overall = _Window(OVERALL)
        self._chats: defaultdict[int, _Window] = defaultdict(lambda: _Window(GROUP))
        self._people: defaultdict[int, _Window] = defaultdict(lambda: _Window(PRIVATE))

    def admit(self, chat: LocalChat, *, now: float) -> ApiError | None:
        """Counts one message to the chat, or says what it is refused with."""
        if not self.enforced:
            return None
        windows = (self._overall, self._people[chat.id] if chat.kind == "private" else self._chats[chat.id])
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            self.refused += 1
            return too_many_requests(max(1, math.ceil(wait)))
        for window in windows:
            window.passes(now)
        return None
