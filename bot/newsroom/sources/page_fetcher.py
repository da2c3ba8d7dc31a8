"""Fetches the page of one entry, to be read by whichever process has a worker free."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.errors import StoreError
from bot.newsroom.sources.encodings import page_in_utf8
from bot.newsroom.sources.errors import HostBusyError, SourceError
from bot.newsroom.sources.fetching import Fetcher
from bot.newsroom.sources.responses import ResponseKind, judge
from bot.newsroom.sources.robots import REFUSED, Robots
from bot.store import Store
from bot.store.sources.entries import WantedPage

log = logging.getLogger(__name__)

_MOST_TRIES: Final = 5
_TRIED_AGAIN: Final = timedelta(minutes=5)  # twice as long after each try: the last is an hour later


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFetcher:
    """Every method lets StoreError and HostBusyError through, and no fault of a stranger's."""

    store: Store
    fetcher: Fetcher
    robots: Robots
    clock: Callable[[], datetime]
    term: int | None  # in which the fetches count

    async def fetch(self, page: WantedPage) -> ResponseKind:
        """Fetches the page; what the answer was."""
        try:
            return await self._fetch(page)
        except (StoreError, HostBusyError):
            raise
        except Exception as error:  # one broken page never stops the rest
            log.exception("%s: could not be fetched", page.link)
            await self._failed(page, f"could not be fetched ({type(error).__name__})")
            return ResponseKind.FAILED

    async def _fetch(self, page: WantedPage) -> ResponseKind:
        try:
            if not await self.robots.allow(page.link):
                await self._failed(page, REFUSED)
                return ResponseKind.FAILED
            response = await self.fetcher.fetch(page.link)
        except SourceError as error:
            await self._failed(page, error.fact, pause=_TRIED_AGAIN)
            return ResponseKind.FAILED
        judgement = judge(response, now=self.clock())
        match judgement.kind:
            case ResponseKind.READ:
                content = page_in_utf8(response.body, response.headers.get("content-type"))
                await self.store.entries.keep_page(page.entry_id, content, now=self.clock(), term=self.term)
            case ResponseKind.LATER:
                await self._failed(page, judgement.fact, pause=max(_TRIED_AGAIN, judgement.least_pause))
            case _:
                again = response.status >= 500
                await self._failed(page, judgement.fact, pause=_TRIED_AGAIN if again else None)
        return judgement.kind

    async def _failed(self, page: WantedPage, fact: str, *, pause: timedelta | None = None) -> None:
        """It is tried again after the pause, each time twice as long, or never."""
        last = pause is None or page.attempts + 1 >= _MOST_TRIES
        again_at = None if pause is None or last else self.clock() + pause * 2**page.attempts
        await self.store.entries.page_failed(page.entry_id, fact=fact, again_at=again_at, term=self.term)
