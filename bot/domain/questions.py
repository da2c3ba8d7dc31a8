"""A question whose answer is typed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

WAITS = timedelta(minutes=5)  # for what is written next; a reply to the question counts whenever it comes


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """What a chat was asked. `about`: what of, in the asker's own signs."""

    name: str
    about: str = ""
    asked_at: datetime

    def waits(self, *, now: datetime) -> bool:
        """Whether what is written next answers it."""
        return now - self.asked_at < WAITS
