"""The newsroom reads, is cut down and starts again: people are answered, and nothing is lost."""

import asyncio
import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.telegram import served
from tests.whole.copies import headline_of, write_copies
from tests.whole.process import PATIENCE, SEED, answering, ask, on_telegram, press

HEADLINE = "Aleppo Cease-fire Unravels, Raising Specter of Bloody End"
MANY = 1_000
NEW, REJECTED = (f'articles_total{{outcome="{outcome}"}}' for outcome in ("new", "rejected"))

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the workers in /proc")


@pytest.mark.timeout(1800)
async def test_thousand_articles_are_read_while_people_ask_and_processes_die(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    shutil.copy(SEED, seeds)
    async with served() as outside:
        telegram = outside.telegram
        async with on_telegram(tmp_path, outside) as bot:
            await bot.until_figure(NEW, 1)
            told = await ask(telegram, "/brief cease-fire")
            assert told.text.splitlines()[0] == HEADLINE
            labels = answering(told)
            answers = [(await press(telegram, told, label)).text for label in labels]

        write_copies(seeds, MANY)
        async with on_telegram(tmp_path, outside) as bot:
            await bot.until_figure(NEW, 1)
            worker, *_ = bot.worker_ids()  # in the midst of an article: there is always a next one
            os.kill(worker, signal.SIGKILL)
            await bot.until_said("the process that read it ended; it is read again by itself")
            read = await bot.until_figure(NEW, await bot.figure(NEW) + 10)
            assert (await ask(telegram, "/latest")).text.splitlines()[0] == "Latest"
            assert worker not in bot.worker_ids()
            assert await bot.figure(REJECTED) == 0
            assert read < MANY, "they were read too soon for anybody to ask meanwhile"

            workers = bot.worker_ids()
            await bot.stop(signal.SIGKILL)
            await until_gone(workers)

        asker = telegram.add_user()
        telegram.say(asker, f"/search {headline_of(0)}")  # while nobody is there to answer
        async with on_telegram(tmp_path, outside) as bot:
            (found,) = await telegram.until(lambda: telegram.sent(asker), seconds=PATIENCE)
            assert headline_of(0) in found.text
            assert [(await press(telegram, told, label)).text for label in labels] == answers
            line = await bot.until_said(r"of 1,001 files: (\d+) known, (\d+) new$", seconds=5 * PATIENCE)
            assert read <= int(line[1]) < MANY
            assert int(line[2]) > 0


async def until_gone(numbers: list[int]) -> None:
    """Waits until none of the processes is there."""
    async with asyncio.timeout(PATIENCE):
        while any(map(is_running, numbers)):
            await asyncio.sleep(0.05)


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
