"""What is found at an address: a feed with its entries, a page that may name feeds, a list of feeds.

All of it comes from strangers. Addresses are absolute and http or https, titles and names plain lines;
`text` is HTML without scripts. Nothing of it is escaped.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Timestamp:
    """When something was published or changed, as it was told."""

    words: str
    moment: datetime | None = None  # aware, in UTC; None where the words cannot be read
    hour_told: bool = False  # with its zone; else the moment is some hour of the day, or of its neighbour


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed. What it does not tell is None or empty."""

    id: str | None = None
    link: str | None = None
    title: str = ""
    published: Timestamp | None = None
    updated: Timestamp | None = None
    summary: str = ""  # plain, a line a paragraph
    text: str = ""  # HTML: the most that the feed has of it, the summary where it has no more
    words: str = ""  # of `text`, plain, a line a paragraph
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that was read, in its own order."""

    form: str  # "rss20", "rss10", "atom03", "atom10", "json11" …; "rss" and "atom" of no known version
    title: str = ""
    link: str | None = None  # of the site
    entries: tuple[Entry, ...] = ()
    least_pause: timedelta | None = None  # that it asks for between two visits


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page that is no feed, and the feeds that it names as its own."""

    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFeed:
    """A feed of a list of feeds."""

    address: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedList:
    """A list of feeds, each once."""

    title: str = ""
    feeds: tuple[ListedFeed, ...] = ()


Resource = Feed | WebPage | FeedList
