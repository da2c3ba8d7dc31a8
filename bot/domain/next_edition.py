"""What editors decide on the next edition before it goes, as values and pure choices."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain.plans import Orders

ASKED_ABOVE = 10  # chats: to send to more is asked about first

Verb = Literal[
    "send", "stop", "hold", "release", "drop", "drop all", "undo",
    "up", "out", "back", "add", "line", "no line",
]  # fmt: skip
_FOR_GOOD: frozenset[Verb] = frozenset(("send", "stop", "undo"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """An editor's order to send every chat its next edition now; until `not_before` it can be called back."""

    id: int
    ordered_by: int
    ordered_at: datetime
    not_before: datetime
    chats: int  # so many were to get one when it was ordered
    begun_at: datetime | None = None  # when the first messages of it were written
    ended_at: datetime | None = None
    stopped_by: int | None = None
    stopped_at: datetime | None = None
    messages: int = 0  # that were written

    @property
    def can_be_stopped(self) -> bool:
        """Whether nothing of it left yet."""
        return self.begun_at is None and self.stopped_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Something an editor did about the next edition, or about all of them."""

    id: int  # each has a greater one
    at: datetime
    user_id: int
    verb: Verb
    chats: int = 0  # whom it concerned
    articles: int = 0  # of which it disposed
    article_id: int | None = None  # whose story it moved
    undone_by: int | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A story of the next edition, by its articles, the lead first, and how many chats would get it."""

    articles: tuple[int, ...]
    chats: int

    @property
    def lead(self) -> int:
        """The number of its lead."""
        return self.articles[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whom the next edition would go to if it went now, and the stories of it in their order."""

    chats: int = 0
    stories: tuple[Listed, ...] = ()
    due: datetime | None = None  # the first hour that a chat ordered; None: none did

    @property
    def articles(self) -> int:
        """How many it would tell of."""
        return sum(len(story.articles) for story in self.stories)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskStanding:
    """How things stand with the next edition by what editors did."""

    orders: Orders
    last: Move | None = None
    sending: Sending | None = None  # that waits, or is being written

    @property
    def moved(self) -> int:
        """The last move's number: a button that names another is of a message that was overtaken. 0: none."""
        return self.last.id if self.last else 0

    @property
    def undoable(self) -> Move | None:
        """The move that can be undone: the last, until an edition goes."""
        last, went = self.last, self.orders.went_at
        if last is None or last.verb in _FOR_GOOD:
            return None
        return last if went is None or went < last.at else None
