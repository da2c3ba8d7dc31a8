"""`sources try`: what would be filed from an address, read as a running bot would. Nothing is filed."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bot.config.settings import Settings
from bot.newsroom.article_readers import ArticleReaders
from bot.newsroom.sources.entry_dates import Dated, date_of
from bot.newsroom.sources.entry_texts import FoundText, TextFinder, newest_entries
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.fetching import LARGEST, Response
from bot.newsroom.sources.finding import Finder, Say, finding, typed_address
from bot.newsroom.sources.host_turns import Turn
from bot.newsroom.sources.next_visit import PauseBounds, next_visit, pause_of
from bot.newsroom.sources.responses import ResponseKind, judge
from bot.newsroom.sources.robots import Robots
from bot.newsroom.sources.trial_report import entry_lines, feed_line, list_lines, visit_line
from bot.newsroom.sources.values import Entry, Feed, FeedList, WebPage
from summaries.errors import ModelMissingError

_SHOWN: Final = 10  # entries
_BRIEFED: Final = 3


async def try_source(where: str, *, settings: Settings, turn: Turn, now: datetime, say: Say) -> None:
    """Tells of the feed, site or list of feeds at an address or in a file. Raises SourceError."""
    async with _trial(settings, turn, now, say) as trial:
        file = Path(where)
        if await asyncio.to_thread(file.is_file):
            await trial.of_file(file)
        else:
            await trial.of(typed_address(where))


@asynccontextmanager
async def _trial(settings: Settings, turn: Turn, now: datetime, say: Say) -> AsyncIterator["_Trial"]:
    articles = ArticleReaders(workers=1, pipeline=settings.spacy_model)
    try:
        async with finding(settings, turn) as finder:
            robots = Robots(finder.fetcher, finder.feeds)
            texts = TextFinder(fetcher=finder.fetcher, robots=robots, read=articles.read_text)
            yield _Trial(finder=finder, texts=texts, bounds=PauseBounds.of(settings), now=now, say=say)
    finally:
        articles.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    finder: Finder
    texts: TextFinder
    bounds: PauseBounds
    now: datetime
    say: Say

    async def of_file(self, file: Path) -> None:
        raw = await asyncio.to_thread(_content, file)
        resource = await self.finder.feeds.read(raw, name=str(file), address=None)
        if isinstance(resource, WebPage):
            raise SourceError(str(file), "is neither a feed nor a list of feeds")
        await self._tell(str(file), resource)

    async def of(self, address: str) -> None:
        """What stands at the address; of a page, its first feed."""
        _, answer, resource = await self.finder.find(address, now=self.now, say=self.say)
        assert not isinstance(resource, WebPage), "its first feed was found"
        await self._tell(answer.address, resource)
        if isinstance(resource, Feed):
            self.say(await self._visits(answer, resource))

    async def _tell(self, name: str, resource: Feed | FeedList) -> None:
        if isinstance(resource, FeedList):
            for line in list_lines(name, resource):
                self.say(line)
            return
        self.say(feed_line(name, resource))
        newest = newest_entries(resource, now=self.now)[:_SHOWN]
        for number, (entry, dated) in enumerate(newest, start=1):
            text = await self._text(entry, dated, resource) if number <= _BRIEFED else None
            for line in entry_lines(number, entry, dated, outlet=resource.title, text=text):
                self.say(line)

    async def _text(self, entry: Entry, dated: Dated, feed: Feed) -> FoundText:
        try:
            return await self.texts.of(entry, dated, outlet=feed.title, now=self.now)
        except ModelMissingError as error:
            return FoundText(fact=f"no briefing: {error}")

    async def _visits(self, answer: Response, feed: Feed) -> str:
        """What a second visit would come to, and when it would be."""
        again = await self.finder.fetcher.fetch(answer.address, validators=answer.validators)
        unchanged = judge(again, now=self.now).kind is ResponseKind.UNCHANGED
        told = [date_of(entry, now=self.now) for entry in feed.entries]
        dates = [one.moment for one in told if one.basis != "first seen"]
        paused = pause_of(dates, bounds=self.bounds, now=self.now)
        asked = [judge(answer, now=self.now).least_pause, feed.least_pause or timedelta()]
        at = next_visit(now=self.now, paused=paused, asked=asked, chance=random.random())  # noqa: S311 (nobody guesses it)
        return visit_line(unchanged=unchanged, paused=paused, asked=max(asked), pause=at - self.now)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(str(file), error.strerror or "cannot be read") from error
    if len(raw) > LARGEST:
        raise SourceError(str(file), f"has more than {LARGEST:,} bytes")
    return raw
