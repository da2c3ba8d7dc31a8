"""Visits one source: fetches what stands there, reads it, and writes down what came of it."""

import hashlib
import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final

from bot.domain.addresses import host_of, hostname
from bot.domain.errors import StoreError
from bot.domain.sources import Trouble
from bot.newsroom.sources.errors import HostBusyError, SourceError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.fetching import Fetcher, Response
from bot.newsroom.sources.new_entries import (
    Recognised,
    as_history,
    distinct_entries,
    is_another,
    recognise_entries,
)
from bot.newsroom.sources.next_visit import PauseBounds
from bot.newsroom.sources.responses import Judgement, ResponseKind, judge
from bot.newsroom.sources.values import Feed, FeedList, Resource
from bot.newsroom.sources.visit_outcomes import (
    Circumstances,
    WhatCame,
    after_end,
    after_failure,
    after_success,
    validators_for,
)
from bot.store import Store
from bot.store.sources.visits import VisitState

log = logging.getLogger(__name__)

_NOTHING: Final = Recognised((), ())
_ONE_FOR_ALL: Final = timedelta(minutes=1)  # at least, that a host which is asked too often is left alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Every method lets StoreError and HostBusyError through, and no fault of a stranger's."""

    store: Store
    fetcher: Fetcher
    readers: FeedReaders
    bounds: PauseBounds
    clock: Callable[[], datetime]
    term: int | None  # in which the visits count

    async def visit(self, before: VisitState) -> ResponseKind:
        """Visits the source; what the answer was."""
        try:
            return await self._visit(before)
        except (StoreError, HostBusyError):
            raise
        except Exception as error:  # one broken feed never stops the rest
            log.exception("%s: could not be visited", before.address)
            await self._failed(before, f"could not be visited ({type(error).__name__})")
            return ResponseKind.FAILED

    async def _visit(self, before: VisitState) -> ResponseKind:
        try:
            response = await self.fetcher.fetch(
                before.address, validators=validators_for(before, now=self.clock())
            )
        except SourceError as error:
            await self._failed(before, error.fact)
            return ResponseKind.FAILED
        judgement = judge(response, now=self.clock())
        match judgement.kind:
            case ResponseKind.READ:
                return await self._read(before, response, judgement)
            case ResponseKind.UNCHANGED if before.read_at is not None:
                await self._succeeded(before, response, judgement, came=None)
            case ResponseKind.GONE:
                await self._record(before, after_end(before, judgement.fact, at=self._at()))
            case _:
                await self._failed(before, judgement.fact, asked=judgement.least_pause)
                await self._leave_alone(response, judgement)
        return judgement.kind

    async def _read(self, before: VisitState, response: Response, judgement: Judgement) -> ResponseKind:
        body = hashlib.sha256(response.body).hexdigest()
        if body == before.body:
            came = WhatCame(validators=response.validators, body=body)
            await self._succeeded(before, response, judgement, came=came)
            return ResponseKind.UNCHANGED
        try:
            resource = await self._resource(response)
            feed = _feed_of(response.address, resource)
        except SourceError as error:
            await self._failed(before, error.fact, befell=Trouble.CHANGED)
            return ResponseKind.FAILED
        came = WhatCame(
            validators=response.validators,
            body=body,
            title=feed.title,
            site=feed.link,
            least_pause=feed.least_pause,
        )
        now = self.clock()
        entries = distinct_entries(feed, source_id=before.id, now=now)
        known = await self.store.visits.known(
            before.id, [mark for one in entries for mark in one.marks.values()]
        )
        if before.read_at is not None and is_another(feed, known, title=before.title, site=before.site):
            await self._failed(before, _another(feed), befell=Trouble.REPLACED)
            return ResponseKind.FAILED
        recognised = recognise_entries(
            entries, known, source=before, outlet=feed.title or before.title, now=now
        )
        if before.read_at is None:
            recognised = recognised._replace(new=as_history(recognised.new))
        dates = [one.dated.moment for one in entries if one.dated.basis != "first seen"]
        await self._succeeded(before, response, judgement, came=came, recognised=recognised, dates=dates)
        return ResponseKind.READ

    async def _resource(self, response: Response) -> Resource:
        return await self.readers.read(
            response.body,
            name=response.address,
            address=response.address,
            content_type=response.headers.get("content-type"),
        )

    async def _succeeded(
        self,
        before: VisitState,
        response: Response,
        judgement: Judgement,
        *,
        came: WhatCame | None,
        recognised: Recognised = _NOTHING,
        dates: Sequence[datetime] | None = None,
    ) -> None:
        if dates is None:
            dates = await self.store.visits.news_dates(before.id)
        after = after_success(
            before,
            dates=dates,
            asked=judgement.least_pause,
            moved_to=response.moved_to,
            came=came,
            at=self._at(),
        )
        if before.failures:
            log.info("%s: is well again", before.address)
        await self._record(before, after, recognised)

    async def _failed(
        self,
        before: VisitState,
        fact: str,
        *,
        asked: timedelta = timedelta(),
        befell: Trouble = Trouble.FAILING,
    ) -> None:
        after = after_failure(before, fact, asked=asked, befell=befell, at=self._at())
        if fact != before.reason:  # a line a trouble, not a line a visit
            log.warning("%s: %s", before.address, fact)
        await self._record(before, after)

    async def _leave_alone(self, response: Response, judgement: Judgement) -> None:
        """A host that is asked too often is asked too often for all its sources."""
        if response.status == HTTPStatus.TOO_MANY_REQUESTS or judgement.least_pause:
            until = self.clock() + max(judgement.least_pause, _ONE_FOR_ALL)
            await self.store.visits.put_off_host(host_of(response.address), until)

    async def _record(self, before: VisitState, after: VisitState, recognised: Recognised = _NOTHING) -> None:
        if after.address != before.address:
            log.info("%s: has moved for good to %s", before.address, after.address)
        await self.store.visits.record(
            before, after, now=self.clock(), term=self.term, new=recognised.new, again=recognised.again
        )

    def _at(self) -> Circumstances:
        # Nobody guesses when a source is visited.
        return Circumstances(now=self.clock(), bounds=self.bounds, chance=random.random())  # noqa: S311


def _feed_of(address: str, resource: Resource) -> Feed:
    """Raises SourceError where something else stands there."""
    match resource:
        case Feed():
            return resource
        case FeedList():
            raise SourceError(address, "is a list of feeds")
    raise SourceError(address, "is a page, and no feed")


def _another(feed: Feed) -> str:
    site = f", of {hostname(feed.link)}" if feed.link else ""
    return f"is another feed now: {feed.title or 'no title'}{site}"
