"""Finds what stands at an address that a person named: a feed, a site's feed, a list of feeds, a page."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.config.settings import Settings
from bot.newsroom.sources.addresses import address_of
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.fetching import Fetcher, Response
from bot.newsroom.sources.host_turns import Turn
from bot.newsroom.sources.responses import ResponseKind, judge
from bot.newsroom.sources.ssrf_guard import is_public, is_reachable
from bot.newsroom.sources.values import Feed, FeedList, Resource, WebPage

Say = Callable[[str], None]


class Found(NamedTuple):
    """What stands at an address."""

    asked: str  # the address that was asked for it: the feed's, where a site was named
    response: Response
    resource: Resource

    @property
    def address(self) -> str:
        """Where to come again: redirects are followed each time, those for good are kept."""
        return self.response.moved_to or self.asked


class VisitedFeed(NamedTuple):
    """A feed at an address."""

    address: str  # where to come again
    feed: Feed


def _silent(_line: str) -> None:
    """Nobody is told how it was found."""


def typed_address(words: str) -> str:
    """The address that a person typed, https where they left that out. Raises SourceError."""
    address = address_of(words if "://" in words else f"https://{words}", base=None)
    if address is None or len(words.split()) != 1:
        raise SourceError(words, "is no http or https address")
    return address


def fetcher_of(settings: Settings, turn: Turn) -> Fetcher:
    """A fetcher by the settings; to be entered."""
    allowed = is_reachable if settings.fetch_private else is_public
    return Fetcher(allowed=allowed, contact=settings.fetch_contact, turn=turn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Visits addresses; `say` is told of each step that is not plain."""

    fetcher: Fetcher
    feeds: FeedReaders

    async def visit(self, address: str, *, now: datetime, say: Say = _silent) -> Found:
        """What stands at the address itself. Raises SourceError."""
        answer = await self.fetcher.fetch(address)
        judgement = judge(answer, now=now)
        if judgement.kind is not ResponseKind.READ:
            raise SourceError(answer.address, judgement.fact)
        if answer.moved_to:
            say(f"{address}: has moved for good to {answer.moved_to}")
        elif answer.address != address:
            say(f"{address}: leads to {answer.address}")
        kind = answer.headers.get("content-type")
        resource = await self.feeds.read(
            answer.body, name=answer.address, address=answer.address, content_type=kind
        )
        return Found(address, answer, resource)

    async def find(self, address: str, *, now: datetime, say: Say = _silent) -> Found:
        """The feed or the list of feeds at the address; of a page, its first feed. Raises SourceError."""
        found = await self.visit(address, now=now, say=say)
        if not isinstance(found.resource, WebPage):
            return found
        if not found.resource.feeds:
            raise SourceError(address, "is a page that names no feed")
        for feed in found.resource.feeds:
            say(f"{address}: names the feed {feed}")
        found = await self.visit(found.resource.feeds[0], now=now, say=say)
        if isinstance(found.resource, WebPage):
            raise SourceError(found.response.address, "is named as a feed and is none")
        return found

    async def feed(self, address: str, *, now: datetime) -> VisitedFeed:
        """The feed at the address, or that its page names first. Raises SourceError."""
        found = await self.find(address, now=now)
        if not isinstance(found.resource, Feed):
            raise SourceError(address, "is a list of feeds, to be imported")
        return VisitedFeed(found.address, found.resource)


@asynccontextmanager
async def finding(settings: Settings, turn: Turn) -> AsyncIterator[Finder]:
    """A finder, for as long as it is needed."""
    feeds = FeedReaders()
    try:
        async with fetcher_of(settings, turn) as fetcher:
            yield Finder(fetcher=fetcher, feeds=feeds)
    finally:
        feeds.close()


async def listed_in(raw: bytes, *, name: str, feeds: FeedReaders) -> FeedList:
    """The list of feeds that a document is. Raises SourceError."""
    resource = await feeds.read(raw, name=name, address=None)
    if not isinstance(resource, FeedList):
        raise SourceError(name, "is no list of feeds (OPML)")
    return resource
