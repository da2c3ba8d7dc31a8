"""When Telegram was last heard of: the bot that silently stopped receiving is the failure people fear."""

import time
from collections.abc import Callable

LOST_AFTER_SECONDS = 60.0  # three long polls


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
