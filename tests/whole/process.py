"""The product as a person starts it: `python -m bot` in a folder of its own, with a bare environment."""

import asyncio
import contextlib
import os
import random
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.config.serving import listen
from bot.localchat import LocalChat, LocalMessage, LocalTelegram, User
from tests.telegram import Served

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_490beb8ad4f510ee.txt"
# Seconds until a process hangs that others keep from its work: articles are read with low priority.
PATIENCE = 400.0
# Seconds that systemd and compose grant a stop; by its own bounds the bot takes half of them at most.
STOP_GRANTED = 20.0


@dataclass
class Running:
    """The process, the lines it wrote, and where it answers over HTTP."""

    process: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    url: str = ""

    async def until_said(self, pattern: str, *, seconds: float = PATIENCE) -> re.Match[str]:
        """The first line that matches, as soon as it was written."""
        async with asyncio.timeout(seconds):
            while True:
                for line in self.lines:
                    if found := re.search(pattern, line):
                        return found
                await asyncio.sleep(0.02)

    def said_of(self, word: str) -> list[str]:
        """What the log's lines with this word say, without time, level and place."""
        return [line.partition("] ")[2] for line in self.lines if word in line]

    def worker_ids(self) -> list[int]:
        """The processes that read its articles."""
        place = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")  # Linux tells it here
        children = [int(number) for number in place.read_text().split()]
        return [child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]

    async def figure(self, name: str) -> float:
        """A figure of its metrics; nought where there is none yet."""
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE) as client:
            shown = (await client.get("metrics")).text
        found = re.search(rf"^briefings_{re.escape(name)} (\S+)$", shown, re.MULTILINE)
        return float(found[1]) if found else 0.0

    async def until_figure(self, name: str, least: float) -> float:
        """The figure as soon as it is so great."""
        async with asyncio.timeout(PATIENCE):
            while (now := await self.figure(name)) < least:
                await asyncio.sleep(0.1)
            return now

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Signals it and waits; its exit status."""
        if self.process.returncode is None:
            self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


@asynccontextmanager
async def started(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Running]:
    """`python -m bot` with its database and seeds in `folder`."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HTTP_PORT": "0",
        "SEEDS_DIR": str(folder / "seeds"),
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/briefings.db",
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    running = Running(process)
    reading = asyncio.create_task(_read(running))
    try:
        yield running
    finally:
        await running.stop()
        await reading
        print(*running.lines, sep="\n")  # pytest shows it where the test failed


async def _read(running: Running) -> None:
    assert running.process.stdout is not None
    async for line in running.process.stdout:
        running.lines.append(line.decode().rstrip())


@asynccontextmanager
async def local_chat(folder: Path, *, seed: bool = True, **settings: str) -> AsyncIterator[Running]:
    """The bot on its own chat page, ready to answer."""
    (folder / "seeds").mkdir(exist_ok=True)
    fresh = seed and not (folder / "seeds" / SEED.name).exists()
    if fresh:
        shutil.copy(SEED, folder / "seeds")
    async with started(folder, **settings) as running:
        running.url = (await running.until_said(r"(http://\S+/)"))[1]
        await running.until_said("on line as")
        if fresh:
            await running.until_said("articles: 1 new")
        yield running


def outside(served: Served) -> dict[str, str]:
    """Settings of a bot on that Bot API."""
    return {"TELEGRAM_API_URL": served.url, "TELEGRAM_BOT_TOKEN": served.token}


@asynccontextmanager
async def on_telegram(folder: Path, served: Served, **settings: str) -> AsyncIterator[Running]:
    """The bot with a token on an outside Bot API, as on Telegram: what is said there outlives it."""
    port = a_free_port()
    async with started(folder, **(outside(served) | {"HTTP_PORT": str(port)} | settings)) as running:
        running.url = f"http://127.0.0.1:{port}/"
        await running.until_said("on line as")
        yield running


async def ask(
    telegram: LocalTelegram, text: str, *, user: User | None = None, chat: LocalChat | None = None
) -> LocalMessage:
    """The bot's first answer. Unless a person is named somebody new asks, who was told nothing before."""
    user = user or telegram.add_user()
    return await answer_to(telegram, chat or user, lambda: telegram.say(user, text, chat=chat))


async def press(telegram: LocalTelegram, message: LocalMessage, button: str) -> LocalMessage:
    """The bot's first answer to a button of a private chat, by its label."""
    user = person_of(telegram, message)
    return await answer_to(telegram, user, lambda: telegram.press(user, message, button))


def answering(message: LocalMessage) -> list[str]:
    """Labels of the buttons that answer with a message; *More* opens others below."""
    labels = [button.label for row in message.buttons for button in row]
    return [label for label in labels if label != "More"]


def person_of(telegram: LocalTelegram, message: LocalMessage) -> User:
    """Whose private chat the message stands in."""
    return telegram.users[message.chat.id]


async def answer_to(
    telegram: LocalTelegram, place: LocalChat | User, deed: Callable[[], object]
) -> LocalMessage:
    """The bot's first new message in the place after the deed."""
    before = {message.id for message in telegram.sent(place)}
    deed()

    def answer() -> LocalMessage | None:
        return next((message for message in telegram.sent(place) if message.id not in before), None)

    return await telegram.until(answer, seconds=PATIENCE)


def a_free_port() -> int:
    """A port that nobody listens on; below those that the system hands to whoever connects meanwhile."""
    while True:
        port = random.randrange(20_000, 32_768)
        with contextlib.suppress(OSError), listen("127.0.0.1", port):
            return port
