"""What editors decide on the next edition before it goes, as values and pure choices."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain.plans import Orders
from bot.domain.sendings import Sending

Verb = Literal[
    "send", "stop", "hold", "release", "drop", "drop all", "undo",
    "up", "out", "back", "add", "line", "no line",
]  # fmt: skip
_FOR_GOOD: frozenset[Verb] = frozenset(("send", "stop", "undo"))


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
