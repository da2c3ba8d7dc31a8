"""What editors are shown, as values: without SQL, HTML or Telegram in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from bot.editions import Orders
from bot.letters import UNTIL_LET_GO as UNTIL_LET_GO
from bot.letters import Page
from bot.models import Decision, Editor, Figures, StoredArticle, Waiting

Event: TypeAlias = Literal["waiting", "changed", "revised", "withdrawn"]  # changed: the new text waits


@dataclass(frozen=True, slots=True, kw_only=True)
class NextEdition:
    """The next edition as an editor's own chat would get it, and what was ordered of all editions."""

    pages: tuple[Page, ...]
    subscribers: int
    orders: Orders
    next_due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done to an article: as it stands now, and how many messages that makes or changes."""

    article: StoredArticle
    messages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """How things stand. `figures` counts what was sent and failed since `since`."""

    now: datetime
    since: datetime
    figures: Figures
    subscribers: int
    articles: int
    waiting: Waiting
    orders: Orders
    next_due: datetime | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Everybody who edits: by the settings, and by an editor's word."""

    from_the_start: tuple[int, ...]
    added: tuple[Editor, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys((*self.from_the_start, *(one.user_id for one in self.added))))
