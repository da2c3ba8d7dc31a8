"""How much Telegram takes, and the window that counts it."""

from collections import deque
from dataclasses import dataclass

ROAD = 1.02  # windows are 2% longer than Telegram's: two requests may come closer together on the road
CHAT_SECONDS = 1.1  # Telegram's second, with a road as uneven as a busy machine's own
GROUP_SECONDS = 60.0
SMOOTH = 8  # an eighth of a second's messages may go at once, so a late wake-up loses nothing


class Window:
    """At most `count` takings in any `seconds`."""

    __slots__ = ("_seconds", "_taken")

    def __init__(self, count: int, seconds: float) -> None:
        self._taken: deque[float] = deque(maxlen=count)
        self._seconds = seconds

    def free_at(self) -> float:
        """The earliest moment of the next taking."""
        full = len(self._taken) == self._taken.maxlen
        return self._taken[0] + self._seconds if full else float("-inf")

    def take(self, now: float) -> None:
        self._taken.append(now)

    def idle_at(self, now: float) -> bool:
        """Whether it has nothing left to remember."""
        return not self._taken or self._taken[-1] + self._seconds <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What Telegram takes; None is no limit.

    A chat takes one message a second and lets a short burst pass, so an answer of a few messages comes
    together. Pushes are never a burst.
    """

    per_second: float | None = 25  # overall; Telegram says about 30
    chat_burst: int | None = 3  # replies in one chat: so many at once, then one a second
    group_per_minute: int | None = 20

    def overall(self) -> tuple[Window, ...]:
        if self.per_second is None:
            return ()
        return (
            _window(self.per_second, per=1.0, stretch=ROAD),
            # A fifth faster than the long window, so that it smooths without binding.
            _window(self.per_second, per=1 / SMOOTH, stretch=1 / 1.2),
        )

    def replies(self) -> tuple[Window, ...]:
        return () if self.chat_burst is None else (Window(self.chat_burst, self.chat_burst * CHAT_SECONDS),)

    def pushes(self) -> tuple[Window, ...]:
        return () if self.chat_burst is None else (Window(1, CHAT_SECONDS),)

    def group(self) -> tuple[Window, ...]:
        if self.group_per_minute is None:
            return ()
        return (Window(self.group_per_minute, GROUP_SECONDS * ROAD),)


def _window(rate: float, *, per: float, stretch: float) -> Window:
    """As many as the rate gives in `per` seconds, at least one; its length stretched."""
    count = max(1, int(rate * per))
    return Window(count, count / rate * stretch)


NO_LIMITS = Limits(per_second=None, chat_burst=None, group_per_minute=None)
