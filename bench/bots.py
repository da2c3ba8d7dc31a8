"""Bots as processes of their own on a local Bot API of ours, and people who ask them."""

import asyncio
import gc
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import httpx

from bot.domain.languages import SOURCE
from bot.localchat import DEFAULT_TOKEN, LocalTelegram, User, serve

PEOPLE: Final = 500  # who take turns: one person's pace is limited
FIRST_PERSON: Final = 50_000
PATIENCE: Final = 60.0


@dataclass
class Town:
    """A local Telegram and the people in it. It runs in this process, apart from the bots."""

    telegram: LocalTelegram
    url: str
    people: list[User] = field(default_factory=list)
    _turn: int = 0

    def next_person(self) -> User:
        """The person whose turn it is: each of them once before the first comes again."""
        self._turn += 1
        return self.people[self._turn % len(self.people)]

    async def ask(self, words: str, *, speaking: str = SOURCE) -> float:
        """Seconds from a person's words to the bot's first words in that chat.

        `speaking` is the language of their Telegram.
        """
        person = replace(self.next_person(), language_code=speaking)
        before = self.telegram.sent_counts[person.id]
        begun = time.perf_counter()
        self.telegram.say(person, words)
        async with asyncio.timeout(PATIENCE):
            while self.telegram.sent_counts[person.id] == before:
                await self.telegram.events.change()
        return time.perf_counter() - begun


@asynccontextmanager
async def town(*, people: int = PEOPLE, limits: bool = False) -> AsyncIterator[Town]:
    """A local Telegram with so many people."""
    telegram = LocalTelegram(limits=limits)
    gc.set_threshold(100_000, 50, 100)  # a pause of this process would be told as a bot's
    known = [telegram.add_user(f"Reader {n}", id=n) for n in range(FIRST_PERSON, FIRST_PERSON + people)]
    async with serve(telegram) as url:
        yield Town(telegram, url, known)


@dataclass
class Running:
    """A bot's process."""

    process: asyncio.subprocess.Process
    url: str = ""

    @property
    def memory(self) -> float:
        """Megabytes resident of the bot's own process, its workers left out."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1000

    async def metric(self, name: str) -> float:
        """A figure of /metrics, all its labels summed."""
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            text = (await client.get(f"{self.url}/metrics")).text
        rows = (line.rpartition(" ") for line in text.splitlines() if line.startswith(name))
        return sum(float(value) for _, _, value in rows)

    async def until_ready(self) -> None:
        """Until /readyz says so."""
        async with asyncio.timeout(PATIENCE), httpx.AsyncClient() as client:
            while True:
                try:
                    if (await client.get(f"{self.url}/readyz")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.02)

    async def until_reading(self) -> None:
        """Until the first article was read."""
        async with asyncio.timeout(PATIENCE):
            while not await self.metric("briefings_articles_total"):  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.1)


@asynccontextmanager
async def echo_bot(api: Town) -> AsyncIterator[Running]:
    """The rival, answering."""
    async with _process("-m", "bench.echo", api.url, DEFAULT_TOKEN) as process:
        await api.ask("hello")
        yield Running(process)


@asynccontextmanager
async def our_bot(
    api: Town, *, database_url: str, seeds: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Running]:
    """`python -m bot`, started and not waited for."""
    os.makedirs(seeds, exist_ok=True)  # noqa: PTH103 - before anything runs
    port = _free_port()
    environment = {
        "TELEGRAM_BOT_TOKEN": DEFAULT_TOKEN,
        "TELEGRAM_API_URL": api.url,
        "DATABASE_URL": database_url,
        "SEEDS_DIR": str(seeds),
        "HTTP_PORT": str(port),
        "MESSAGES_PER_SECOND": "1000",
        "KEEP_DAYS": "0",
        "LOG_LEVEL": "WARNING",
        **(settings or {}),
    }
    async with _process("-m", "bot", **environment) as process:
        yield Running(process, f"http://127.0.0.1:{port}")


@asynccontextmanager
async def _process(*arguments: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env={**os.environ, **environment}
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
