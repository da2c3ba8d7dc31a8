"""The product as a person starts it: `python -m bot` in a folder of its own, with a bare environment."""

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_490beb8ad4f510ee.txt"


@dataclass
class Running:
    """The process, the lines it wrote, and where its chat page is."""

    process: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    url: str = ""

    async def until_said(self, pattern: str) -> re.Match[str]:
        """The first line that matches, as soon as it was written."""
        async with asyncio.timeout(60):
            while True:
                for line in self.lines:
                    if found := re.search(pattern, line):
                        return found
                await asyncio.sleep(0.02)

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Signals it and waits; its exit status."""
        if self.process.returncode is None:
            self.process.send_signal(number)
        async with asyncio.timeout(20):
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
