"""Asks a site's robots.txt before a page is read. Feeds are meant for programs and are not asked about."""

import time
from http import HTTPStatus
from typing import Final, NamedTuple
from urllib.parse import urljoin

from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.fetching import Fetcher

REFUSED: Final = "its robots.txt asks not to read the page"
_KEPT: Final = 86_400.0  # seconds, as RFC 9309 allows
_ASKED_AGAIN: Final = 600.0  # seconds after a site was in trouble
_MOST_SITES: Final = 1_000  # of which the rules are kept
_LARGEST: Final = 500_000  # bytes of it that are read, as RFC 9309 wants at least


class _Rules(NamedTuple):
    text: bytes
    trouble: str | None  # why nothing may be read for the time being
    until: float  # by `time.monotonic`; then they are fetched anew


class Robots:
    """What sites' robots.txt say, each fetched once a day; one in trouble is asked again sooner."""

    def __init__(self, fetcher: Fetcher, readers: FeedReaders) -> None:
        self._fetcher = fetcher
        self._readers = readers
        self._rules: dict[str, _Rules] = {}  # by address, the oldest first

    async def allow(self, address: str) -> bool:
        """Whether the page may be read. A site without rules allows all.

        Raises SourceError where the site is in trouble: then nothing of it may be read (RFC 9309).
        """
        place = urljoin(address, "/robots.txt")
        rules = self._rules.get(place)
        if rules is None or rules.until <= time.monotonic():
            rules = await self._fetched(place)
            self._rules.pop(place, None)
            self._rules[place] = rules
            if len(self._rules) > _MOST_SITES:
                del self._rules[next(iter(self._rules))]
        if rules.trouble is not None:
            raise SourceError(address, rules.trouble)
        return await self._readers.allows(rules.text, address)

    async def _fetched(self, place: str) -> _Rules:
        try:
            response = await self._fetcher.fetch(place)
        except SourceError as error:
            return self._in_trouble(error.fact)
        if response.status // 100 == 4 and response.status != HTTPStatus.TOO_MANY_REQUESTS:
            return _Rules(b"", None, time.monotonic() + _KEPT)
        if response.status // 100 == 2:
            return _Rules(response.body[:_LARGEST], None, time.monotonic() + _KEPT)
        return self._in_trouble(f"its robots.txt answers {response.status}")

    def _in_trouble(self, fact: str) -> _Rules:
        return _Rules(b"", fact, time.monotonic() + _ASKED_AGAIN)
