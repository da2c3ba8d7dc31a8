"""How much the bot's own process grows while it answers."""

import asyncio
import random
import time
from collections.abc import Iterator
from typing import Final

from bench.answers import COMMANDS, question, survey_of
from bench.bots import Town, our_bot, town
from bench.copies import prepare_large
from bench.library import Library
from bench.rows import Row, Size
from bench.stores import place

COMMANDS_ASKED: Final[dict[Size, int]] = {"small": 10_000, "full": 100_000}
WARM: Final[dict[Size, int]] = {"small": 1_500, "full": 5_000}  # fills the caches, which are bounded
ASKING: Final = 8  # people at once


def run(size: Size) -> Iterator[Row]:
    """Growth after a warm-up, on SQLite over ten thousand articles."""
    yield from asyncio.run(_measure(COMMANDS_ASKED[size], warm=WARM[size]))


async def _measure(count: int, *, warm: int) -> list[Row]:
    async with place("SQLite", prepare_large(10_000)) as here, town(people=4000) as people:
        known = await survey_of(here)
        async with our_bot(
            people,
            database_url=here.database_url,
            seeds=here.folder / "seeds",
            settings={"MESSAGES_PER_SECOND": "1000"},
        ) as bot:
            await bot.until_ready()
            await _ask(people, known, warm)
            before = bot.memory
            begun = time.perf_counter()
            await _ask(people, known, count)
            seconds = time.perf_counter() - begun
            growth = bot.memory - before
    note = f"from {before:.0f} MB; {count / seconds:.0f} answered a second"
    return [Row(name=f"memory growth over {count:,} commands", value=growth, unit="MB", goal=10.0, note=note)]


async def _ask(people: Town, library: Library, count: int) -> None:
    chance = random.Random(count)
    questions = iter([question(chance.choice(COMMANDS), library, chance) for _ in range(count)])

    async def one_after_another() -> None:
        for asked in questions:
            await people.ask(asked)

    async with asyncio.TaskGroup() as tasks:
        for _ in range(ASKING):
            tasks.create_task(one_after_another())
