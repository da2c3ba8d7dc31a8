"""How much Telegram takes, and what counts it: a window and a beat."""

from collections import deque
from dataclasses import dataclass

ROAD = 1.02  # 2% slower than Telegram's pace: two requests may come closer together on the road
CHAT_SECONDS = 1.1  # Telegram's second, with a road as uneven as a busy machine's own
GROUP_SECONDS = 60.0
SMOOTH = 8  # an eighth of a second's messages may go at once: an answer comes together
CATCH_UP = 0.5  # seconds of lateness that are made up for: a busy machine wakes late by less


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
        """One more was let through at `now`, in seconds of the loop's clock."""
        self._taken.append(now)

    def idle_at(self, now: float) -> bool:
        """Whether it has nothing left to remember."""
        return not self._taken or self._taken[-1] + self._seconds <= now


class Beat:
    """One taking every `gap` seconds, `together` at most at one moment.

    Who was kept from the beat makes up for it; who had nothing to send does not.
    """

    __slots__ = ("_early", "_gap", "_meant_for")

    def __init__(self, gap: float, *, together: int) -> None:
        self._gap = gap
        self._early = (together - 1) * gap
        self._meant_for = float("-inf")

    def free_at(self) -> float:
        """The earliest moment of the next taking."""
        return self._meant_for + self._gap - self._early

    def take(self, now: float) -> None:
        """One more was let through at `now`: the next is meant for a gap later, whatever this one's delay."""
        due = self._meant_for + self._gap
        self._meant_for = due if now - due <= CATCH_UP else now


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What Telegram takes; None is no limit.

    A chat takes one message a second and lets a short burst pass, so an answer of a few messages comes
    together. Pushes are never a burst.
    """

    per_second: float | None = 25  # overall; Telegram says about 30
    chat_burst: int | None = 3  # replies in one chat: so many at once, then one a second
    group_per_minute: int | None = 20

    def overall(self) -> tuple[Window | Beat, ...]:
        """What all chats share: none, where no rate is set."""
        if self.per_second is None:
            return ()
        count = max(1, int(self.per_second))
        together = max(1, count // SMOOTH)
        return (
            Window(count, count / self.per_second),
            # Slower than the window: the slack is what lateness is made up from.
            Beat(ROAD / self.per_second, together=together),
            # Lateness is made up for at twice the pace, or a second that was late would hold two seconds'.
            Window(together, together / self.per_second / 2),
        )

    def replies(self) -> tuple[Window, ...]:
        """What answers to one chat have to keep to."""
        return () if self.chat_burst is None else (Window(self.chat_burst, self.chat_burst * CHAT_SECONDS),)

    def pushes(self) -> tuple[Window, ...]:
        """What unasked messages to one chat have to keep to: one a second."""
        return () if self.chat_burst is None else (Window(1, CHAT_SECONDS),)

    def group(self) -> tuple[Window, ...]:
        """What everything to one group has to keep to."""
        if self.group_per_minute is None:
            return ()
        return (Window(self.group_per_minute, GROUP_SECONDS * ROAD),)


NO_LIMITS = Limits(per_second=None, chat_burst=None, group_per_minute=None)
