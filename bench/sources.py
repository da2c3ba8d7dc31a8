"""What it costs to visit many sources, and how soon a follower has what one of them published."""

import asyncio
import os
import random
import statistics
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Final

from sqlalchemy import insert

from bench.answers import COMMANDS, question, survey_of
from bench.bots import PATIENCE, Running, Town, our_bot, town
from bench.copies import prepare_large
from bench.rows import Row, Size
from bench.stores import Place, place
from bench.texts import some_texts
from bot.domain.crowds import GATHERED
from bot.store import Store
from bot.store.database.tables import sources

PAGES: Final = Path(os.environ.get("PAGES", "pages"))
SOURCES: Final = 2_000
PACE: Final = timedelta(minutes=30)
NEWS_EVERY: Final = 10  # visits: the others are answered 304
MEASURED: Final[dict[Size, float]] = {"small": 60.0, "full": 300.0}  # seconds
PUBLISHED: Final[dict[Size, int]] = {"small": 3, "full": 12}
SHORTEST: Final = 10  # seconds, the shortest pause that can be set
APART: Final = 2 * GATHERED.total_seconds()  # seconds between two articles
DUE: Final = 500
ASKED: Final[dict[Size, int]] = {"small": 300, "full": 1_000}
_HEAD: Final = 'HTTP/1.1 {} Whatever\r\nConnection: close\r\nETag: "{}"\r\n{}\r\n'


@dataclass
class Press:
    """Publishers on this machine, each on an address of its own, whose feeds list what is published."""

    port: int = 0
    visits: dict[str, int] = field(default_factory=dict)
    published: list[tuple[str, str]] = field(default_factory=list)  # headline, page
    told: dict[str, int] = field(default_factory=dict)  # how much of it each host's feed has told

    def address(self, number: int, path: str = "feed") -> str:
        """Of the publisher with this number."""
        return (
            f"http://127.{1 + number // 62_500}.{number // 250 % 250}.{1 + number % 250}:{self.port}/{path}"
        )

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers one request."""
        request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = request.split()[1]
        host = request.lower().partition("host: ")[2].split()[0]
        writer.write(self._answer(host, path, conditional="if-none-match" in request.lower()))
        await writer.drain()
        writer.close()

    def _answer(self, host: str, path: str, *, conditional: bool) -> bytes:
        if path == "/feed":
            visit = self.visits[host] = self.visits.get(host, hash(host) % NEWS_EVERY) + 1
            news = visit % NEWS_EVERY == 0 or self.told.get(host, 0) < len(self.published)
            self.told[host] = len(self.published)
            if conditional and not news:
                return _HEAD.format(304, visit, "").encode()
            return _HEAD.format(200, visit, "").encode() + self._feed(visit).encode()
        if path.startswith("/story/"):
            page = self.published[int(path.rpartition("/")[2])][1]
            return _HEAD.format(200, 1, "Content-Type: text/html; charset=utf-8\r\n").encode() + page.encode()
        return _HEAD.format(404, 1, "").encode()

    def _feed(self, visit: int) -> str:
        now = format_datetime(datetime.now(UTC))
        old = (
            f"<item><title>Headline {number}</title><guid>{number}</guid>"
            f"<description>It rained all day in Riverton, for the {number}th time.</description></item>"
            for number in range(visit, visit + 20)
        )
        new = (
            f"<item><title>{escape(headline)}</title><link>{self.address(0, f'story/{number}')}</link>"
            f"<pubDate>{now}</pubDate></item>"
            for number, (headline, _) in enumerate(self.published)
        )
        return (
            f'<rss version="2.0"><channel><title>The News</title>{"".join(new)}{"".join(old)}</channel></rss>'
        )


def run(size: Size) -> Iterator[Row]:
    """On SQLite, which has one writer; the publishers run in this process, apart from the bot."""
    yield from asyncio.run(_many(size))
    yield asyncio.run(_soon(size))
    yield asyncio.run(_beside_answers(size, prepare_large(10_000)))


async def _many(size: Size) -> list[Row]:
    """Processor and memory with two thousand sources that are visited every half hour."""
    async with place("SQLite") as here, town(people=1) as people, _press() as press:
        await _add(here, press, SOURCES, over=PACE)
        async with _bot(people, here, shortest=PACE, longest=PACE) as bot:
            await asyncio.sleep(10)  # it starts
            before, begun = _seconds_of(bot), time.perf_counter()
            visited = await bot.metric("briefings_fetches_total")
            await asyncio.sleep(MEASURED[size])
            share = (_seconds_of(bot) - before) / (time.perf_counter() - begun)
            visits = await bot.metric("briefings_fetches_total") - visited
            feeds = [_memory(child) for child in _children(bot.process.pid) if _is_spawned(child)]
            memory = bot.memory
    case = f"{SOURCES:,} sources"
    note = f"{visits:.0f} visits in {MEASURED[size]:.0f} s, one in {NEWS_EVERY} with news; all its processes"
    return [
        Row(name=f"{case}: of one core", value=100 * share, unit="%", goal=5.0, note=note),
        Row(name=f"{case}: memory of the bot's process", value=memory, unit="MB", goal=140.0),
        Row(name=f"{case}: memory of the feeds' process", value=min(feeds, default=0), unit="MB", goal=80.0),
    ]


async def _soon(size: Size) -> Row:
    """From the moment an entry is in the feed until a follower has it, workers idle."""
    waits: list[float] = []
    async with place("SQLite") as here, town(people=1) as people, _press() as press:
        pause = timedelta(seconds=SHORTEST)
        await _add(here, press, 1, over=pause)
        async with _bot(people, here, shortest=pause, longest=pause) as bot:
            await people.ask("/subscribe new")
            (person,) = people.people
            for number, story in enumerate(_stories(PUBLISHED[size] + 1)):
                before = people.telegram.sent_counts[person.id]
                # At any moment between two visits, and when none is near: what comes in a crowd is gathered.
                await asyncio.sleep(APART + number * 0.37 % 1 * SHORTEST)
                press.published.append(story)
                begun = time.perf_counter()
                # The first waits for the worker's pipeline, too, and is not measured.
                async with asyncio.timeout(PATIENCE if number else 3 * PATIENCE):
                    while people.telegram.sent_counts[person.id] == before:
                        await people.telegram.events.change()
                waits.append(time.perf_counter() - begun)
            del bot
    del waits[0]
    note = f"median {statistics.median(waits):.1f} s of {len(waits)}; visited every {SHORTEST} s"
    return Row(
        name="published until a follower has it, worst",
        value=max(waits),
        unit="s",
        goal=SHORTEST * 1.1 + 10,
        note=note,
    )


async def _beside_answers(size: Size, library: Path) -> Row:
    """Answers while feeds are fetched for the first time, against the same without."""
    async with place("SQLite", library) as here, town() as people, _press() as press:
        known = await survey_of(here)
        async with _bot(people, here, shortest=PACE, longest=PACE) as bot:
            await bot.until_ready()
            chance = random.Random(1)

            async def p95() -> float:
                waits = [
                    await people.ask(question(chance.choice(COMMANDS), known, chance))
                    for _ in range(ASKED[size])
                ]
                return statistics.quantiles(waits, n=20)[-1]

            await p95()
            quiet = await p95()
            await _add(here, press, DUE, over=timedelta())
            busy = await p95()
            fetched = await bot.metric("briefings_fetches_total")
    note = f"{1000 * quiet:.1f} ms, then {1000 * busy:.1f} ms while {fetched:.0f} feeds were fetched"
    return Row(
        name=f"answers beside {DUE} first fetches, p95 against quiet",
        value=busy / quiet,
        unit="",
        goal=1.5,
        note=note,
    )


def _stories(count: int) -> Iterator[tuple[str, str]]:
    """Headlines and pages: saved ones where `PAGES` names a folder of them, else made of texts."""
    saved = sorted(PAGES.glob("*.html"))[:count]
    for file in saved:
        page = file.read_text(encoding="utf-8", errors="replace")
        yield page.partition("<title>")[2].partition("</title>")[0].strip() or file.stem, page
    for text in some_texts(count - len(saved)):
        headline, *paragraphs = text.split("\n\n")
        story = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
        yield headline, f"<html><body><article><h1>{escape(headline)}</h1>{story}</article></body></html>"


async def _add(here: Place, press: Press, count: int, *, over: timedelta) -> None:
    """So many sources, due one after the other; what they list by now is known where that takes any time."""
    store = await Store.open(here.database_url)
    now = datetime.now(UTC)
    rows = [
        {
            "address": (address := press.address(number)),
            "given": address,
            "title": address,
            "host": address.split("/")[2],
            "state": "active",
            "added_at": now,
            "next_visit": now + over * (number / count),
            "read_at": now if over else None,
            "etag": '"0"' if over else None,
            "body": "",
        }
        for number in range(count)
    ]
    await store.database.write(lambda connection: connection.execute(insert(sources), rows))
    await store.close()


@asynccontextmanager
async def _bot(
    people: Town, here: Place, *, shortest: timedelta, longest: timedelta
) -> AsyncIterator[Running]:
    settings = {
        "FETCH_PRIVATE": "on",
        "FETCH_SHORTEST": f"{shortest.total_seconds():.0f}",
        "FETCH_LONGEST": f"{longest.total_seconds():.0f}",
    }
    seeds = here.folder / "seeds"
    async with our_bot(people, database_url=here.database_url, seeds=seeds, settings=settings) as bot:
        await bot.until_ready()
        yield bot


@asynccontextmanager
async def _press() -> AsyncIterator[Press]:
    press = Press()
    server = await asyncio.start_server(press.serve, "0.0.0.0", 0)  # every address of loopback
    press.port = server.sockets[0].getsockname()[1]
    async with server:
        yield press


def _seconds_of(bot: Running) -> float:
    """Of the processor, by the bot's own process and its children."""
    return sum(_processor(pid) for pid in (bot.process.pid, *_children(bot.process.pid)))


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _is_spawned(pid: int) -> bool:
    return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()


def _processor(pid: int) -> float:
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000
