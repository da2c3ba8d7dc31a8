"""The first fetch of many feeds, articles left out, against a bare loop of aiohttp and feedparser."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Final

import aiohttp
import feedparser

from bench.rows import Row, Size
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.fetching import Fetcher
from bot.newsroom.sources.host_turns import HostTurns
from bot.newsroom.sources.ssrf_guard import is_reachable
from bot.store import Store

FEEDS: Final[dict[Size, int]] = {"small": 100, "full": 500}
ENTRIES: Final = 20
_TURN: Final = 10  # feeds
_ITEM: Final = """<item><title>Headline {0} of the day</title><link>https://news.test/{0}</link>
<guid>n:{0}</guid><pubDate>Tue, 24 Dec 2024 10:00:00 GMT</pubDate><description><![CDATA[<p>It rained all
day in <a href="/x">Riverton</a>, and the mayor, who had said that it would not, did nothing.</p>]]>
</description></item>"""
_HEAD: Final = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/rss+xml\r\n\r\n"


def run(size: Size) -> Iterator[Row]:
    """How many times as long as the bare loop ours takes; the start of its process is left out."""
    yield asyncio.run(_measure(FEEDS[size]))


async def _measure(count: int) -> Row:
    """By turns, so that both meet the same other work of the machine."""
    bare = ours = 0.0
    readers = FeedReaders()
    try:
        async with (
            _served() as port,
            aiohttp.ClientSession() as session,
            _store() as store,
            Fetcher(allowed=is_reachable, contact=None, turn=HostTurns(store).at) as fetcher,
        ):
            await _ours([_address(count, port)], fetcher, readers)
            for first in range(0, count, _TURN):
                urls = [_address(number, port) for number in range(first, first + _TURN)]
                bare += await _bare(urls, session)
                ours += await _ours(urls, fetcher, readers)
    finally:
        readers.close()
    name = f"first fetch of {count} feeds of {ENTRIES} entries"
    return Row(name=name, value=ours / bare, unit="", goal=1.3, note=f"{ours:.1f} s against {bare:.1f} s")


def _address(number: int, port: int) -> str:
    """Of a feed, at a host of its own."""
    return f"http://127.1.{number // 250}.{1 + number % 250}:{port}/{number}"


async def _bare(urls: Sequence[str], session: aiohttp.ClientSession) -> float:
    begun = time.perf_counter()
    for url in urls:
        async with session.get(url) as response:
            assert len(feedparser.parse(await response.read()).entries) == ENTRIES
    return time.perf_counter() - begun


async def _ours(urls: Sequence[str], fetcher: Fetcher, readers: FeedReaders) -> float:
    async def first(url: str) -> None:
        answer = await fetcher.fetch(url)
        await readers.read(answer.body, name=url, address=answer.address)

    begun = time.perf_counter()
    await asyncio.gather(*map(first, urls))
    return time.perf_counter() - begun


@asynccontextmanager
async def _store() -> AsyncIterator[Store]:
    """A database of its own, in which turns at hosts are taken."""
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(f"sqlite+aiosqlite:///{folder}/briefings.db")
        yield store
        await store.close()


@asynccontextmanager
async def _served() -> AsyncIterator[int]:
    """The port of a server on all of loopback that answers every path with a feed of its own."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        path = request.split()[1].decode().strip("/")
        items = "".join(_ITEM.format(f"{path}-{number}") for number in range(ENTRIES))
        body = f'<rss version="2.0"><channel><title>{path}</title>{items}</channel></rss>'.encode()
        writer.write(_HEAD + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "0.0.0.0", 0)
    async with server:
        port: int = server.sockets[0].getsockname()[1]
        yield port
