"""Asks a site's robots.txt before a page is read. Feeds are meant for programs and are not asked about."""

from typing import Final
from urllib.parse import urljoin

from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.fetching import Fetcher
from bot.newsroom.sources.reading import FeedReaders

_LARGEST: Final = 500_000  # bytes of it that are read, as RFC 9309 wants at least


class Robots:
    """What sites' robots.txt say, each fetched once."""

    def __init__(self, fetcher: Fetcher, readers: FeedReaders) -> None:
        self._fetcher = fetcher
        self._readers = readers
        self._rules: dict[str, bytes | None] = {}  # by address; None where nothing may be read

    async def allow(self, address: str) -> bool:
        """Whether the page may be read. A site without rules allows all, one in trouble none (RFC 9309)."""
        place = urljoin(address, "/robots.txt")
        if place not in self._rules:
            self._rules[place] = await self._fetched(place)
        rules = self._rules[place]
        return rules is not None and await self._readers.allows(rules, address)

    async def _fetched(self, place: str) -> bytes | None:
        try:
            answer = await self._fetcher.fetch(place)
        except SourceError:
            return None
        if answer.status // 100 == 2:
            return answer.body[:_LARGEST]
        return b"" if answer.status // 100 == 4 and answer.status != 429 else None
