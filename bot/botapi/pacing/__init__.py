"""Telegram's limits: windows, lanes, pauses.

`limits` counts, `turns` decides whose turn it is (pure, time is an argument), `limiter` waits and calls.
"""

from bot.botapi.pacing.limiter import Pacing, seconds_of
from bot.botapi.pacing.limits import CHAT_SECONDS, NO_LIMITS, Limits
from bot.botapi.pacing.turns import Lane

__all__ = ["CHAT_SECONDS", "NO_LIMITS", "Lane", "Limits", "Pacing", "seconds_of"]
