"""What editors order sent: the next edition, or one article, to every chat that is to have it."""

from dataclasses import dataclass
from datetime import datetime

ASKED_ABOVE = 10  # chats: to send to more is asked about first


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """An editor's order to send something now; until `not_before` it can be called back."""

    id: int
    article_id: int | None = None  # None: to every chat its next edition
    ordered_by: int
    ordered_at: datetime
    not_before: datetime
    chats: int  # so many were to get it when it was ordered
    begun_at: datetime | None = None  # when the first messages of it were written
    ended_at: datetime | None = None
    stopped_by: int | None = None
    stopped_at: datetime | None = None
    messages: int = 0  # that were written

    @property
    def can_be_stopped(self) -> bool:
        """Whether nothing of it left yet."""
        return self.begun_at is None and self.stopped_at is None
