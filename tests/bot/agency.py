"""Sources that are visited while a test looks on: rounds over servers of strangers, a clock that is set."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape

from sqlalchemy import Connection, update

from bot.domain.articles import Filed, OnRemoved
from bot.domain.sources import ListedEntry, Source
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.feed_worker import ReadingLimits, allows, read_within
from bot.newsroom.sources.fetching import Fetcher, FetchLimits
from bot.newsroom.sources.host_turns import HostTurns
from bot.newsroom.sources.markup import text_of, tree_of
from bot.newsroom.sources.next_visit import PauseBounds
from bot.newsroom.sources.responses import ResponseKind
from bot.newsroom.sources.rounds import Rounds
from bot.newsroom.sources.values import Resource
from bot.newsroom.sources.wiredesk import WireDesk
from bot.store import Store
from bot.store.database.tables import sources
from summaries.errors import UnreadableFileError
from summaries.models import Analysis
from tests.bot.library import NOON, an_analysis
from tests.bot.strangers import Strangers, is_theirs
from tests.waiting import PATIENCE, until

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BOUNDS = PauseBounds(shortest=timedelta(minutes=5), longest=timedelta(hours=6))


def story(topic: str) -> str:
    """Paragraphs of a story, long enough for an article, in words of its own."""
    return "".join(
        f"<p>{topic} {part} and {topic} stayed as it was, as everybody had said that {topic} would.</p>"
        for part in (
            "was opened on Monday,",
            "had cost nothing,",
            "will be looked at again,",
            "is no matter,",
        )
    )


def page(topic: str, *, text: str | None = None) -> str:
    """A web page with a story."""
    return f"<html><body><article><h1>{topic}</h1>{text or story(topic)}</article></body></html>"


def item(
    topic: str,
    *,
    link: str | None = None,
    guid: str | None = None,
    date: datetime | None = None,
    text: str = "",
    author: str = "",
) -> str:
    """An entry of a feed in RSS; its summary names its topic."""
    told = {
        "title": topic,
        "link": link,
        "guid": guid,
        "pubDate": format_datetime(date) if date else None,
        "description": text or f"{topic} was opened on Monday",
        "author": author,
    }
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in told.items() if value)
    return f"<item>{inner}</item>"


def rss(*items: str, title: str = "The News", channel: str = "") -> str:
    """A feed of these entries."""
    return f'<rss version="2.0"><channel><title>{title}</title>{channel}{"".join(items)}</channel></rss>'


class InThisProcess(FeedReaders):
    """Reads feeds where the test runs: what its process of its own does is tried elsewhere."""

    async def read(
        self, raw: bytes, *, name: str, address: str | None, content_type: str | None = None
    ) -> Resource:
        return read_within(raw, address=address, content_type=content_type, name=name, limits=ReadingLimits())

    async def allows(self, robots: bytes, address: str) -> bool:
        return allows(robots, agent="Briefings", address=address, limits=ReadingLimits())


@dataclass
class Agency:
    """The sources of a store, the strangers they stand at, and what became of what came."""

    store: Store
    there: Strangers
    now: datetime = NOON
    review: bool = False
    filed: list[Filed] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    fetched: list[ResponseKind] = field(default_factory=list)
    hold_reading: asyncio.Event | None = None
    reader: str = "1"
    term: int | None = None
    wait_for_a_turn: float = 20.0
    busy_rest: float = 0.2
    _wire: WireDesk | None = None

    async def source(self, address: str, *, read: bool = True) -> Source:
        """A source; `read`: what it lists by now was visited, and is history."""
        added, _ = await self.store.sources.add(address, title="", added_by=None, now=self.now)
        if read:
            await self.visit()
        return await self.again(added)

    async def again(self, source: Source) -> Source:
        """The source as it stands now."""
        found = await self.store.sources.find(source.id)
        assert found is not None
        return found

    async def entries(self, source: Source) -> Sequence[ListedEntry]:
        return await self.store.sources.newest_entries(source.id, 50)

    async def visit(self, *, after: timedelta = timedelta()) -> None:
        """Lets the time pass, visits every source, and waits until all that came is filed."""
        self.now += after
        for listed in await self.store.sources.listed(now=self.now):
            if after or listed.source.visited_at is None:
                await self.store.database.write(lambda c, id_=listed.source.id: _due(c, id_, self.now))
        async with self.running():
            await self.settled()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Rounds]:
        """Rounds and desk at work."""
        rounds, wire = self.parts()
        self._wire = wire
        work = [asyncio.create_task(rounds.run(self.term)), asyncio.create_task(wire.run())]
        try:
            yield rounds
        finally:
            for task in work:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    def parts(self) -> tuple[Rounds, WireDesk]:
        wire = WireDesk(
            store=self.store,
            read=self._read,
            reader=self.reader,
            review=self.review,
            clock=lambda: self.now,
            filed=self._on_filed,
            on_removed=self._on_removed,
            left=self._on_left,
            counted=lambda outcome, seconds: None,
            workers=4,
        )
        rounds = Rounds(
            store=self.store,
            readers=InThisProcess(),
            open_fetcher=lambda: Fetcher(
                allowed=is_theirs,
                contact=None,
                turn=HostTurns(self.store, wait=self.wait_for_a_turn).at,
                bounds=FetchLimits(seconds=PATIENCE, seconds_silent=PATIENCE),
                resolver=self.there.names,
            ),
            bounds=BOUNDS,
            clock=lambda: self.now,
            fetched=lambda kind, seconds: self.fetched.append(kind),
            came=wire.look_now,
            rest=0,
            busy_rest=self.busy_rest,
        )
        return rounds, wire

    async def settled(self, *, seconds: float = PATIENCE) -> None:
        """Waits until nothing is due, wanted or to be read."""
        await until(self._is_idle, seconds=seconds)

    async def _is_idle(self) -> bool:
        return not (
            await self.store.visits.due(now=self.now, limit=1)
            or await self.store.entries.wanted(now=self.now, limit=1)
            or await self.store.entries.ready(now=self.now, limit=1)
            or await self.store.entries.outdated(reader=self.reader, limit=1)
            or (self._wire and self._wire.in_hand)  # what is filed may have to be told of yet
        )

    async def analysis(self, page: str) -> Analysis:
        """What is read in a page."""
        return await self._read("page.html", page.encode())

    async def _read(self, name: str, content: bytes) -> Analysis:
        if self.hold_reading is not None:
            await self.hold_reading.wait()
        tree = tree_of(content.decode())
        story = None if tree is None else tree.find(".//article")
        if story is None:
            raise UnreadableFileError(name, "holds no article")
        headline = story.findtext("h1") or ""
        paragraphs = [text_of(f"<p>{one.text_content()}</p>") for one in story.iter("p")]
        return an_analysis(
            headline=headline, sentences=[one for one in paragraphs if one], outlet=None, event_date=None
        )

    async def _on_filed(self, filed: Filed) -> None:
        self.filed.append(filed)

    async def _on_removed(self) -> OnRemoved:
        return OnRemoved.WITHDRAW

    async def _on_left(self, article_id: int) -> None:
        self.left.append(article_id)


def _due(connection: Connection, source_id: int, now: datetime) -> None:
    awake = sources.c.state.in_(("active", "ailing"))
    connection.execute(update(sources).where(sources.c.id == source_id, awake).values(next_visit=now))
