"""Servers of strangers on loopback, several hosts by name, that answer what a test wants, faults too."""

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.newsroom.sources.fetching import Fetcher, FetchLimits
from bot.newsroom.sources.host_turns import Turn, alone
from bot.newsroom.sources.ssrf_guard import Address
from tests.waiting import PATIENCE

Play = Callable[[asyncio.StreamWriter], Awaitable[None]]

THEIRS = "127.0.0.1"  # stands for the internet
OURS = "127.0.0.2"  # stands for what no stranger may reach


def is_theirs(address: Address) -> bool:
    """What takes the place of "public" in these tests."""
    return str(address) == THEIRS


@dataclass
class Names(AbstractResolver):
    """Which addresses a name has; the last stays, the ones before are told once each."""

    known: dict[str, list[list[str]]] = field(default_factory=dict)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        told = self.known.get(host, [[THEIRS]])
        now = told.pop(0) if len(told) > 1 else told[0]
        return [
            ResolveResult(hostname=host, host=one, port=port, family=socket.AF_INET, proto=0, flags=0)
            for one in now
        ]

    async def close(self) -> None:
        """Nothing is held."""


@dataclass
class Strangers:
    """The hosts: what each answers, and what was asked of them."""

    port: int = 0
    names: Names = field(default_factory=Names)
    plays: dict[tuple[str, str], Play] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, bytes]]] = field(default_factory=list)  # address, headers

    def url(self, place: str) -> str:
        """ "news.test/feed" as an address."""
        host, _, path = place.partition("/")
        return f"http://{host}:{self.port}/{path}"

    def answer(
        self,
        place: str,
        body: bytes | str = b"",
        *,
        status: int = 200,
        headers: Mapping[str, str | bytes] | None = None,
        packed: bool = False,
    ) -> str:
        """Has a place answer so; its address."""
        content = body.encode() if isinstance(body, str) else body
        content = gzip.compress(content) if packed else content
        told: dict[str, str | bytes] = {"Content-Length": str(len(content)), **(headers or {})}
        if packed:
            told["Content-Encoding"] = "gzip"

        async def play(writer: asyncio.StreamWriter) -> None:
            writer.write(head_of(status, told) + content)
            await writer.drain()

        return self.play(place, play)

    def play(self, place: str, play: Play) -> str:
        """Has a place do anything with the connection; its address."""
        host, _, path = place.partition("/")
        self.plays[host, f"/{path}"] = play
        return self.url(place)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            line, *lines = request.rstrip().split(b"\r\n")
            headers = {
                name.decode().lower(): value for name, _, value in (one.partition(b": ") for one in lines)
            }
            host, path = headers["host"].decode().partition(":")[0], line.split()[1].decode()
            self.asked.append((f"{host}{path}", headers))
            play = self.plays.get((host, path))
            if play is None:
                writer.write(head_of(404, {"Content-Length": "0"}))
            else:
                await play(writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # whoever asked has gone
        finally:
            writer.close()


def head_of(status: int, headers: Mapping[str, str | bytes]) -> bytes:
    """The head of an answer; bytes stand as they are."""
    lines = [f"HTTP/1.1 {status} Whatever".encode(), b"Connection: close"]
    lines += [
        name.encode() + b": " + (value if isinstance(value, bytes) else value.encode())
        for name, value in headers.items()
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n"


@asynccontextmanager
async def strangers() -> AsyncIterator[Strangers]:
    """The hosts, listening."""
    there = Strangers()
    server = await asyncio.start_server(there.serve, THEIRS, 0)
    there.port = server.sockets[0].getsockname()[1]
    async with server:
        yield there


@dataclass
class Crowd:
    """How many requests were at some places at a time, at most, and how many came in all."""

    most: int = 0
    count: int = 0
    here: int = 0


def counting(there: Strangers, *places: str, seconds: float = 0.02) -> Crowd:
    """Counts who is at the places, which go on answering as they do, each so long."""
    crowd = Crowd()
    for place in places:
        host, _, path = place.partition("/")
        play = there.plays.get((host, f"/{path}"))
        there.play(place, partial(_slowly, crowd, play, seconds))
    return crowd


async def _slowly(crowd: Crowd, play: Play | None, seconds: float, writer: asyncio.StreamWriter) -> None:
    crowd.here += 1
    crowd.count += 1
    crowd.most = max(crowd.most, crowd.here)
    try:
        await asyncio.sleep(seconds)
        await (play(writer) if play else _nothing(writer))
    finally:
        crowd.here -= 1


async def _nothing(writer: asyncio.StreamWriter) -> None:
    writer.write(head_of(200, {"Content-Length": "0"}))


@asynccontextmanager
async def fetching(there: Strangers, turn: Turn = alone, **bounds: float) -> AsyncIterator[Fetcher]:
    """A fetcher to whom these hosts are the internet."""
    allowed = FetchLimits(**{"seconds": PATIENCE, "seconds_silent": PATIENCE, **bounds})  # type: ignore[arg-type]
    async with Fetcher(
        allowed=is_theirs,
        contact="news@example.org",
        turn=turn,
        bounds=allowed,
        resolver=there.names,
    ) as one:
        yield one
