"""Many files dropped at once into the folder of a running bot: how long, how many messages, what memory."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.bots import Running, our_bot, town
from bench.pushes import subscribe
from bench.rows import Row, Size
from bench.stores import databases, place
from bench.texts import some_news

FILES: Final[dict[Size, int]] = {"small": 200, "full": 10_000}
SETTLED: Final[dict[Size, float]] = {"small": 45.0, "full": 120.0}  # seconds after the last file
LONGEST: Final = 4 * 3600.0
LOOK_SECONDS: Final = 1.0


def run(size: Size) -> Iterator[Row]:
    """Rows for each database: one worker, one subscriber of each new article."""
    for database in databases():
        yield from asyncio.run(_measure(database, size))


async def _measure(database: str, size: Size) -> list[Row]:
    count = FILES[size]
    async with place(database) as here, town(people=1) as people:
        await subscribe(here, people)
        seeds = here.folder / "seeds"
        seeds.mkdir()
        settings = {"ANALYSIS_WORKERS": "1"}
        async with our_bot(people, database_url=here.database_url, seeds=seeds, settings=settings) as bot:
            await bot.until_ready()
            await people.ask("/latest")
            (person,) = people.people
            told = people.telegram.sent_counts[person.id]
            before = bot.memory
            begun = time.perf_counter()
            _drop(some_news(count), here.folder, seeds)
            peak = await _until_read(bot, count)
            seconds = time.perf_counter() - begun
            await asyncio.sleep(SETTLED[size])
            after = bot.memory
            messages = people.telegram.sent_counts[person.id] - told
        async with our_bot(people, database_url=here.database_url, seeds=seeds, settings=settings) as bot:
            await bot.until_ready()
            await people.ask("/latest")
            await asyncio.sleep(SETTLED["small"])
            anew = bot.memory
    case = f"{database}, {count:,} files at once"
    note = f"{before:.0f} MB before, {peak:.0f} at most, {after:.0f} after, {anew:.0f} started anew"
    return [
        Row(name=f"{case}: messages", value=messages, unit="messages", goal=1.0),
        Row(name=f"{case}: kept", value=after - anew, unit="MB", goal=10.0, note=note),
        Row(name=f"{case}: read in", value=seconds, unit="s"),
    ]


def _drop(texts: list[str], beside: Path, seeds: Path) -> None:
    """All in about a second, and each whole at once."""
    written = beside / "written"
    written.mkdir()
    for number, text in enumerate(texts):
        (written / f"{number:05}.txt").write_text(text, encoding="utf-8")
    for file in sorted(written.iterdir()):
        file.rename(seeds / file.name)


async def _until_read(bot: Running, count: int) -> float:
    """The most megabytes that the bot's own process had until all files were read."""
    peak = 0.0
    async with asyncio.timeout(LONGEST):
        while await bot.metric("briefings_articles_total") < count:
            peak = max(peak, bot.memory)
            await asyncio.sleep(LOOK_SECONDS)
    return peak
