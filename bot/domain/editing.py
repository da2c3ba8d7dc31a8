"""What editors decide and are shown, as values: without SQL, HTML or Telegram in them."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from bot.domain.articles import ArticleEntry, StoredArticle
from bot.domain.deliveries import DeliveryCounts
from bot.domain.next_edition import DeskStanding, Reach
from bot.domain.plans import Orders
from bot.domain.repairs import Repair, StoryMove
from summaries.models import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Somebody whom an editor made one."""

    user_id: int
    added_by: int
    added_at: datetime
    chief: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """A link that lets people in."""

    code: str
    made_by: int
    made_at: datetime
    came: int  # people who came by it


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """A group or channel that an invited reader brought the bot into; it waits for an editor's word."""

    telegram_id: int
    title: str | None  # of one that is sent editions


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsDecided:
    """How many groups an editor let in or left out by one press, and by which number that is undone."""

    groups: int
    batch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something an editor did."""

    at: datetime
    user_id: int
    verb: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """How a decision on an article is written down: what is done, to what, and by whom."""

    verb: str
    subject: str
    by: int
    turn: int | None = None  # the article's as its editor saw it; None: whatever it is now


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What moved an article last: an editor's decision; None: its text changed, or its file went."""

    decision: Decision | None


class Word(enum.StrEnum):
    """What became of an editor's word for a text."""

    ENOUGH = "enough"  # with it the text has as many as it needs
    FIRST = "first"  # it takes another's
    AGAIN = "again"  # the same editor's, a second time


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document or text that an editor proposed, read and not yet filed."""

    id: int
    user_id: int
    name: str  # of the document, or the address of the page
    analysis: Analysis

    @property
    def is_page(self) -> bool:
        """Whether it was fetched; a document's name has no slash."""
        return "/" in self.name


# review, text: it is to be approved, or its new text; removed: its file is gone; draft: it was proposed.
WaitsFor: TypeAlias = Literal["review", "text", "removed", "held", "embargo", "draft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """Something that waits for an editor or for its hour."""

    entry: ArticleEntry  # of a draft with the draft's number
    since: datetime
    why: tuple[WaitsFor, ...]
    until: datetime | None = None  # of an embargo


# changed: the new text waits; removed: its file, and editors are asked of it.
ArticleEvent: TypeAlias = Literal["waiting", "changed", "revised", "removed", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextEdition:
    """The next edition: whom it goes to and when, and what editors did about it."""

    standing: DeskStanding
    reach: Reach
    entries: Mapping[int, ArticleEntry]  # of the articles that its stories are named by


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCorrection:
    """The note above an article, by its number, while no reader was sent it, so that it can be undone."""

    id: int
    note: str  # all that stands above the article
    by: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done to an article: as it stands now, and how many messages that makes or changes."""

    article: StoredArticle
    messages: int = 0
    others: int = 0  # messages that tell on of other stories
    word: Word = Word.ENOUGH
    seconds: int = 0  # until those messages are changed
    was_public: bool = False  # readers had it until then


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """An article under repair, in its newest text."""

    article: StoredArticle  # as it is shown
    reading: Analysis  # as it was read
    repairs: tuple[Repair, ...]  # that count, the oldest first
    moves: tuple[StoryMove, ...] = ()  # into other stories, the oldest first

    @property
    def mended(self) -> tuple[Repair | StoryMove, ...]:
        """What was repaired in it, and by what it was moved, the oldest first."""
        every: list[Repair | StoryMove] = [*self.repairs, *self.moves]
        return tuple(sorted(every, key=lambda one: one.at))

    def repair(self, repair_id: int) -> Repair | None:
        """The repair of this number; None where it is undone, or another article's."""
        return next((one for one in self.repairs if one.id == repair_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """How many began and ended to be sent editions."""

    gained: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """How things stand. `figures` counts what was sent and failed since `since`."""

    now: datetime
    since: datetime
    figures: DeliveryCounts
    subscribers: int
    articles: int
    waiting: int  # for an editor or for their hour
    orders: Orders
    next_due: datetime | None
    decisions: tuple[Decision, ...]
    failures: tuple[tuple[str, int], ...] = ()  # why deliveries failed since, how many
    days: int = 7  # for which readers and openings are counted
    readers: Readers = Readers(gained=0, lost=0)
    opened: tuple[tuple[ArticleEntry, int], ...] = ()  # how often, the most first


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Everybody who edits: by the settings, and by an editor's word."""

    from_the_start: tuple[int, ...]
    added: tuple[Editor, ...]
    chiefs_only: bool = False  # killing, sources and who edits are the chiefs'

    def is_chief(self, user_id: int) -> bool:
        """Whether they say who is an editor and a chief."""
        return user_id in self.from_the_start or any(
            one.chief for one in self.added if one.user_id == user_id
        )

    @property
    def ids(self) -> tuple[int, ...]:
        """Their Telegram ids, each once; those of the settings first."""
        return tuple(dict.fromkeys((*self.from_the_start, *(one.user_id for one in self.added))))
