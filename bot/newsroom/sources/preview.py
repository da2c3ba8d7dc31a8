"""What an editor is shown of an address before anything is filed from it."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, NamedTuple

from bot.domain.sources import FoundEntry
from bot.newsroom.sources.entry_dates import Dated
from bot.newsroom.sources.entry_texts import ReadText, TextFinder, newest_entries
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.fetching import Fetcher
from bot.newsroom.sources.finding import Finder, Found, listed_in
from bot.newsroom.sources.metadata import own_address
from bot.newsroom.sources.robots import Robots
from bot.newsroom.sources.values import Entry, Feed, FeedList, WebPage
from summaries.errors import UnreadableFileError
from summaries.models import Analysis

_BRIEFED: Final = 3


class FeedPreview(NamedTuple):
    """A feed, and its newest entries as they would be filed."""

    address: str  # where to come again
    feed: Feed
    newest: tuple[FoundEntry, ...]


class PagePreview(NamedTuple):
    """The article of a page."""

    address: str
    analysis: Analysis


Preview = FeedPreview | FeedList | PagePreview


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewer:
    """Looks at addresses, each by a fetcher of its own; `read` makes an analysis of a document."""

    open_fetcher: Callable[[], AbstractAsyncContextManager[Fetcher]]
    feeds: FeedReaders
    read: ReadText

    async def at_feed(self, address: str, *, now: datetime) -> FeedPreview | FeedList:
        """What the feed brings, or that of the site, or the list of feeds. Raises SourceError."""
        async with self.open_fetcher() as fetcher:
            finder = Finder(fetcher=fetcher, feeds=self.feeds)
            found = await finder.find(address, now=now)
            return await self._feed(fetcher, found, now)

    async def at(self, address: str, *, now: datetime) -> Preview:
        """What stands at the address itself. Raises SourceError, ModelMissingError."""
        async with self.open_fetcher() as fetcher:
            texts = self._texts(fetcher)
            await texts.ask_robots(address)
            found = await Finder(fetcher=fetcher, feeds=self.feeds).visit(address, now=now)
            if not isinstance(found.resource, WebPage):
                return await self._feed(fetcher, found, now)
            try:
                analysis = await texts.read_page(found.response)
            except UnreadableFileError as error:
                raise SourceError(address, error.fact) from None
            stands = own_address(analysis.article.url, found.response.address)
            return PagePreview(address, replace(analysis, article=replace(analysis.article, url=stands)))

    async def listed(self, raw: bytes, *, name: str) -> FeedList:
        """The list of feeds that a document is. Raises SourceError."""
        return await listed_in(raw, name=name, feeds=self.feeds)

    async def _feed(self, fetcher: Fetcher, found: Found, now: datetime) -> FeedPreview | FeedList:
        match found.resource:
            case FeedList():
                return found.resource
            case Feed():
                texts, title = self._texts(fetcher), found.resource.title
                newest = newest_entries(found.resource, now=now)[:_BRIEFED]
                entries = [await _entry(texts, entry, dated, title, now) for entry, dated in newest]
                return FeedPreview(found.address, found.resource, tuple(entries))
            case WebPage():
                raise AssertionError("its first feed was found")

    def _texts(self, fetcher: Fetcher) -> TextFinder:
        return TextFinder(fetcher=fetcher, robots=Robots(fetcher, self.feeds), read=self.read)


async def _entry(texts: TextFinder, entry: Entry, dated: Dated, outlet: str, now: datetime) -> FoundEntry:
    text = await texts.of(entry, dated, outlet=outlet, now=now)
    return FoundEntry(
        title=entry.title,
        link=entry.link,
        published=dated.moment.date(),
        author=entry.author,
        fact=text.fact,
        analysis=text.analysis,
    )
