"""What was read and filed: articles, stories, quotations, and a page of any list of them."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from bot.domain.repairs import Pull
from summaries.models import Analysis, Genre, Quote

Item = TypeVar("Item")


class ArticleState(enum.StrEnum):
    """Where an article stands on its way to readers."""

    REVIEW = "review"  # waits for an editor (REVIEW=on)
    LIVE = "live"  # readers may be told
    HELD = "held"  # an editor keeps it back
    WITHDRAWN = "withdrawn"  # its file was removed
    KILLED = "killed"  # an editor withdrew it; what was sent is taken back


OUT = (ArticleState.KILLED, ArticleState.WITHDRAWN)  # readers may not have it, until it is brought back


class OnRemoved(enum.StrEnum):
    """What becomes of an article whose last file was removed."""

    KEEP = "keep"  # nothing
    ASK = "ask"  # editors decide, and until then nothing
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article in its newest approved revision."""

    id: int  # the store's; buttons carry it, and it outlives revisions
    revision_id: int
    state: ArticleState
    story_id: int
    filed_at: datetime
    changed_at: datetime
    not_before: datetime | None
    correction: str | None
    pending_id: int | None = None  # a newer text, which waits for an editor
    whole_text: bool = True  # readers may be shown all of it: it was a file, or its source is ours to show
    history: bool = False  # it was old when it came: nobody is told of it unasked
    turn: int = 0  # goes up when it moves or its text changes
    removed_at: datetime | None = None  # its last file went, and editors are asked what that means
    analysis: Analysis  # as it was read, with what editors repaired
    pull: Pull | None = None  # an editor's word on its pull quote
    repairs: int = 0  # by editors, that count

    def is_public(self, *, now: datetime) -> bool:
        """Whether readers may be told of it now: live, and past its embargo."""
        return self.state is ArticleState.LIVE and (self.not_before is None or self.not_before <= now)

    @property
    def asks(self) -> bool:
        """Whether editors are asked what becomes of it, as its file is gone."""
        return self.removed_at is not None and self.state not in OUT

    @property
    def text(self) -> str:
        """What every span of the analysis is a span of."""
        return self.analysis.article.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLink:
    """Where an article stands on the web."""

    url: str  # http or https
    outlet: str | None
    author: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """An article as a line in a list."""

    article_id: int
    headline: str | None
    outlet: str | None
    place: str | None
    event_date: date | None  # as it is shown beside the outlet; None: the article does not tell
    genre: Genre | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event, the lead first."""

    id: int
    articles: tuple[StoredArticle, ...]
    before: StoredArticle | None = None  # by which its reader was told of it earlier

    @property
    def lead(self) -> StoredArticle:
        """The article that stands for the story."""
        return self.articles[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledQuote:
    """A quotation with the article it stands in."""

    id: int
    article: StoredArticle
    quote: Quote
    actor_id: int | None  # the store's


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article that a search found, with the sentence that matched: `[start, end)` of its text, or None."""

    article: StoredArticle
    sentence: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found, and for which words where those were not the ones that were typed."""

    articles: tuple[FoundArticle, ...] = ()
    meant: str | None = None
    possible: tuple[str, ...] = ()  # where nothing was found: words that may have been meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some of a longer list, and where they stand in it."""

    items: tuple[Item, ...]
    number: int = 0  # from 0
    size: int
    total: int

    @classmethod
    def of(cls, every: Sequence[Item], number: int, size: int) -> "Page[Item]":
        """The page of that number of a whole list; the last there is where there are fewer."""
        number = min(number, max(0, len(every) - 1) // size)
        shown = tuple(every[number * size : (number + 1) * size])
        return cls(items=shown, number=number, size=size, total=len(every))

    @property
    def first(self) -> int:
        """The number of the first thing on it in the list, from 1."""
        return self.number * self.size + 1

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of an article that was handed to the store."""

    article_id: int
    outcome: Literal["new", "revised", "same", "reread"]  # the last: by newer rules, of which nobody is told
    left: int | None = (
        None  # the article that its file held before, where editors are told that none holds it
    )
