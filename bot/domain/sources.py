"""Where articles are fetched from, and what was seen there."""

import enum
from dataclasses import dataclass
from datetime import date, datetime

from summaries.models import Analysis


class SourceState(enum.StrEnum):
    """How a source stands."""

    ACTIVE = "active"
    AILING = "ailing"  # nothing could be fetched or read there for a day; it is visited all the same
    REPLACED = "replaced"  # another feed stands at its address: nothing is filed until it is kept, or back
    PAUSED = "paused"  # by an editor
    GONE = "gone"  # its server says that it is gone for good; nobody comes again


VISITED = frozenset({SourceState.ACTIVE, SourceState.AILING, SourceState.REPLACED})


class Trouble(enum.StrEnum):
    """What editors are told of a source, once."""

    FAILING = "failing"  # for a day
    CHANGED = "changed"  # there is something else at its address, for a day
    REPLACED = "replaced"  # there is another feed at its address
    GONE = "gone"
    MOVED = "moved"  # for good; it is visited at the new address from now on


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An address that articles are fetched from."""

    id: int
    address: str  # where it is visited now
    given: str  # as it was added
    title: str  # the feed's own, the address where it has none
    host: str  # of the address, with the port
    state: SourceState
    reason: str | None  # what ails it: the fact of the last visit that failed
    review: bool | None  # whether its articles wait for an editor; None: as REVIEW says
    whole_text: bool  # the full text may be shown to readers
    section: str | None
    added_by: int | None  # a user; None: at the command line
    added_at: datetime
    visited_at: datetime | None
    succeeded_at: datetime | None  # the last visit that was answered well
    next_visit: datetime
    failures: int  # visits since then
    failing_since: datetime | None
    moved_to: str | None  # where redirects for good led at the last visits
    trouble: Trouble | None  # of which editors were not told yet


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """A source as a line in a list."""

    source: Source
    articles_a_day: float  # filed from it, over the last week or since it was added


class EntryState(enum.StrEnum):
    """How far an entry has come on its way to be an article."""

    WANTED = "wanted"  # its page is to be fetched
    READY = "ready"  # what came is to be read
    FILED = "filed"
    HEADLINE = "headline"  # a headline with its link, and no article: `fact` says why
    AGED = "aged"  # its article was removed with its age, and is not filed again


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """An entry as a line on its source's card."""

    title: str
    link: str | None
    state: EntryState
    fact: str | None
    first_seen: datetime
    published_at: datetime
    article_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """A source as an editor decides on it."""

    listed: ListedSource
    newest: tuple[ListedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntry:
    """An entry of a feed that was looked at, read as it would be filed."""

    title: str
    link: str | None
    published: date
    author: str | None
    fact: str  # where its text is from, or why it would be a headline alone
    analysis: Analysis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed that was looked at, and is proposed."""

    address: str
    title: str
    entries: int
    newest: tuple[FoundEntry, ...]
    known: Source | None  # it is a source already
    draft_id: int | None  # of the proposal; None where it is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a proposal of feeds."""

    feeds: int  # that are new
    source_id: int | None  # where one was proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """A list of feeds that was looked at, and is proposed."""

    title: str
    feeds: int
    known: int
    draft_id: int | None  # None where nothing in it is new
