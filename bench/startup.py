"""From the start to the first answer, and the memory of the bot's own process, with a large store."""

import asyncio
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.answers import ARTICLES
from bench.bots import our_bot, town
from bench.copies import prepare_large
from bench.rows import Row, Size
from bench.stores import databases, place

STARTS: Final = 3
IDLE_SECONDS: Final = 10.0


def run(size: Size) -> Iterator[Row]:
    """Two rows for each database."""
    library = prepare_large(ARTICLES[size])
    for database in databases():
        yield from asyncio.run(_measure(database, library, size))


async def _measure(database: str, library: Path, size: Size) -> list[Row]:
    case = f"{database}, {ARTICLES[size]:,} articles"
    seconds = []
    async with place(database, library) as here, town() as people:
        for number in range(STARTS + 1):
            begun = time.perf_counter()
            async with our_bot(people, database_url=here.database_url, seeds=here.folder / "seeds") as bot:
                await people.ask("/brief")
                if number:  # the first meets what no start after it does: a file not yet in the cache
                    seconds.append(time.perf_counter() - begun)
                if number == STARTS:
                    await bot.until_ready()
                    await asyncio.sleep(IDLE_SECONDS)
                    memory = bot.memory
    return [
        Row(
            name=f"{case}: start to first answer",
            value=statistics.median(seconds),
            unit="s",
            goal=3.0,
            note=f"median of {STARTS}, the slowest {max(seconds):.1f}",
        ),
        Row(name=f"{case}: memory, idle", value=memory, unit="MB", goal=150.0),
    ]
