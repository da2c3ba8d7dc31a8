"""The sender: claim → send → record.

`wire` speaks to Telegram, `fate` decides (pure) what an error means, `sender` keeps letters moving.
"""

from bot.outbox.sender import Sender

__all__ = ["Sender"]
