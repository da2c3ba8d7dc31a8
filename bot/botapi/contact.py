"""When Telegram was last heard of: the bot that silently stopped receiving is the failure people fear."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

LOST_AFTER_SECONDS = 60.0  # three long polls
SHUT_OUT_FOR = timedelta(minutes=5)  # Telegram tries a webhook less and less often


def is_shut_out(waiting: int, failed_at: datetime | None, *, now: datetime) -> bool:
    """Whether updates wait that Telegram could not bring just now: that it answers us is no contact then."""
    return waiting > 0 and failed_at is not None and now - failed_at < SHUT_OUT_FOR


class Contact:
    """Made at every successful getUpdates, and in webhook mode at every call of the webhook or look at it."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._last: float | None = None

    def made(self) -> None:
        """Telegram was heard of just now."""
        self._last = self._monotonic()

    def fault(self) -> str | None:
        """What is wrong, None where nothing is."""
        if self._last is None:
            return "no contact yet"
        silent = self._monotonic() - self._last
        return f"no contact for {silent:.0f} s" if silent > LOST_AFTER_SECONDS else None
