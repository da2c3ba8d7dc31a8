"""Telegram's limits: windows, lanes, pauses.

`send_rates` counts, `queue` decides whose turn it is (pure, time is an argument), `limiter` waits and calls.
"""

from bot.botapi.pacing.limiter import Pacing, seconds_of
from bot.botapi.pacing.queue import Lane
from bot.botapi.pacing.send_rates import CHAT_SECONDS, NO_LIMITS, Limits

__all__ = ["CHAT_SECONDS", "NO_LIMITS", "Lane", "Limits", "Pacing", "seconds_of"]
