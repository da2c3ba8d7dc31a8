"""What a choice of editions is made from, and what comes of it: values alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.chats import Chat
from bot.domain.layouts import Layout
from bot.domain.slots import SUMMARY, WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article that readers may be told of."""

    article_id: int
    revision_id: int
    story_id: int
    came_at: datetime  # when its file was noticed, however long it waited to be read, or its embargo ended
    public_at: datetime  # when it was filed, or its embargo ended
    dated_at: datetime  # by which it is ordered
    section: str | None = None  # by its key; None: it is in all


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """So many articles that came at one moment."""

    came_at: datetime
    count: int = 1
    public_since: datetime | None = None  # the first of them; None: they wait to be read
    public_until: datetime | None = None  # the last of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A chat before a choice: what it saw, and which articles concern what it follows and mutes."""

    chat: Chat
    seen: frozenset[int] = frozenset()
    # Article → what it follows there, in words; "" is a story.
    concerns: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    muted: frozenset[int] = frozenset()  # articles of which it wants no news
    each_new_from: datetime | None = None  # what came later is news to who wants each new article
    laid_out: int = 0  # the layout of the last edition that had one


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """An editor's word on the editions of all chats."""

    held_until: datetime | None = None
    passed_until: datetime | None = None  # what was public before is in no edition
    went_at: datetime | None = None  # when an edition was made last, for any chat
    layout: Layout = field(default_factory=Layout)  # of the next edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What one chat gets under one name: stories as article ids, the lead first."""

    slot: str
    local_date: date
    stories: tuple[tuple[int, ...], ...]
    because: tuple[str, ...] = ()  # what the chat follows that it is about
    left_out: int = 0  # stories that were new, too
    came: int = 0  # articles of an import: one message tells how many and lists the stories; 0: none
    more: bool = False  # of the import are being read still, and no message comes of them
    line: str | None = None  # the editors' own, on top

    @property
    def is_push(self) -> bool:
        """Whether it comes as news, at no hour that was ordered."""
        return self.slot.startswith("push:")

    @property
    def is_week(self) -> bool:
        """Whether it is the week, which holds what was news before, and no news."""
        return self.slot == WEEK

    @property
    def is_summary(self) -> bool:
        """Whether it is the day's of what is followed."""
        return self.slot == SUMMARY

    @property
    def article_ids(self) -> tuple[int, ...]:
        """All articles, in order."""
        return tuple(article for story in self.stories for article in story)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Up to when slots were decided (None: as before), and when to look again (None: not by time)."""

    decided_until: datetime | None
    next_due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be written down of a chat in one go; None stays as it is."""

    chat_id: int
    editions: tuple[Edition, ...] = ()
    not_before: datetime | None = None  # quiet hours
    passed: tuple[int, ...] = ()  # left out for good: they count as seen
    seen_from: datetime | None = None
    each_new_from: datetime | None = None
    laid_out: int | None = None
    schedule: Schedule | None = None
