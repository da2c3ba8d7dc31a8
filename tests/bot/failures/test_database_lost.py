"""A database that goes while the bot is at work: crashed, full, or locked by another program."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.delivery.sender import IN_FLIGHT
from bot.domain.subscriptions import Destination
from bot.store import Store
from tests.bot.failures.cluster import a_cluster
from tests.telegram import Served
from tests.whole.process import PATIENCE, SEED, STOP_GRANTED, Running, ask, on_telegram

READERS = 60
HEADLINE = "Aleppo Cease-fire Unravels"


async def subscribe(url: str, served: Served) -> list[int]:
    """So many people want each new article."""
    store = await Store.open(url)
    people = [served.telegram.add_user().id for _ in range(READERS)]
    now = datetime.now(UTC)
    for number in people:
        chat = await store.chats.get_or_create(Destination.of_person(number), now=now)
        await store.chats.change(chat.id, lambda chat: replace(chat, subscribed=True, each_new=True), now=now)
    await store.close()
    return people


def put_seed_in(folder: Path, name: str = SEED.name) -> None:
    (folder / "seeds").mkdir(exist_ok=True)
    shutil.copy(SEED, folder / "seeds" / name)


async def until_ready(bot: Running, status: int = 200) -> None:
    async with asyncio.timeout(PATIENCE), httpx.AsyncClient(base_url=bot.url, timeout=PATIENCE) as client:
        while (await client.get("readyz")).status_code != status:
            await asyncio.sleep(0.05)


async def test_postgresql_that_crashes_amid_a_push_loses_no_message(
    served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    with a_cluster() as cluster:
        people = await subscribe(cluster.database_url, served_telegram)
        (tmp_path / "seeds").mkdir()
        async with on_telegram(tmp_path, served_telegram, DATABASE_URL=cluster.database_url) as bot:
            await until_ready(bot)
            put_seed_in(tmp_path)
            await telegram.until(lambda: telegram.sent_counts.total() >= READERS // 4, seconds=PATIENCE)
            await asyncio.to_thread(cluster.crash_and_restart)
            await telegram.until(lambda: all(telegram.sent_counts[id_] for id_ in people), seconds=PATIENCE)
            assert HEADLINE in (await ask(telegram, "/brief cease-fire")).text
            await until_ready(bot)
    counts = [telegram.sent_counts[id_] for id_ in people]
    assert sum(counts) - READERS <= IN_FLIGHT
    assert not [line for line in bot.lines if "Traceback" in line]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("only root may mount the small file system of this test")
    yield place
    subprocess.run(["umount", place], check=True)


async def test_full_disk_stops_no_answer_and_is_survived(
    served_telegram: Served, small_disk: Path, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    put_seed_in(tmp_path)
    settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{small_disk}/briefings.db"}
    async with on_telegram(tmp_path, served_telegram, **settings) as bot:
        await bot.until_said("articles: 1 new")
        filler = small_disk / "filler"
        _fill(filler)
        changed = SEED.read_text(encoding="utf-8").replace("Aleppo", "Homs")
        (tmp_path / "seeds" / "homs.txt").write_text(changed, encoding="utf-8")
        await bot.until_said("articles are not read: .*disk")
        await bot.until_said("the database takes nothing: .*disk")
        assert HEADLINE in (await ask(telegram, "/brief cease-fire")).text
        filler.unlink()
        os.utime(tmp_path / "seeds" / "homs.txt")  # else it is tried again after half a minute
        async with asyncio.timeout(PATIENCE):
            while "Homs" not in (await ask(telegram, "/latest")).text:
                await asyncio.sleep(0.5)
    assert not [line for line in bot.lines if "Traceback" in line]


def _fill(file: Path) -> None:
    with file.open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"\0" * 4096)
        except OSError:
            return


async def test_readers_are_answered_while_another_program_locks_the_database(
    served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    put_seed_in(tmp_path)
    async with on_telegram(tmp_path, served_telegram) as bot:
        await bot.until_said("articles: 1 new")
        with closing(sqlite3.connect(tmp_path / "briefings.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert HEADLINE in (await ask(telegram, "/brief cease-fire")).text
            waiting = asyncio.create_task(ask(telegram, "/subscribe new"))
            await asyncio.sleep(0.3)
            assert not waiting.done()
            other.execute("COMMIT")
        await waiting
    assert not [line for line in bot.lines if "Traceback" in line or "locked" in line]


async def test_stop_while_another_program_locks_the_database_takes_seconds_and_loses_nothing(
    served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    put_seed_in(tmp_path)
    async with on_telegram(tmp_path, served_telegram) as bot:
        await bot.until_said("articles: 1 new")
        assert HEADLINE in (await ask(telegram, "/brief cease-fire")).text
        with closing(sqlite3.connect(tmp_path / "briefings.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            asked = telegram.add_user()
            telegram.say(asked, "/subscribe new")
            await asyncio.sleep(0.5)  # it waits for the lock now
            begun = time.monotonic()
            assert await bot.stop() == 0
            assert time.monotonic() - begun < STOP_GRANTED
    assert not [line for line in bot.lines if "Traceback" in line]
    assert not telegram.sent(asked)
    async with on_telegram(tmp_path, served_telegram):
        await telegram.until(lambda: telegram.sent(asked), seconds=PATIENCE)


async def test_bot_without_its_language_model_answers_and_says_so(
    served_telegram: Served, tmp_path: Path
) -> None:
    put_seed_in(tmp_path)
    async with on_telegram(tmp_path, served_telegram) as bot:
        await bot.until_said("articles: 1 new")
    put_seed_in(tmp_path, "another.txt")
    async with on_telegram(tmp_path, served_telegram, SPACY_MODEL="nobodys_model") as bot:
        await bot.until_said("articles are not read: SPACY_MODEL: 'nobodys_model' is not installed")
        assert HEADLINE in (await ask(served_telegram.telegram, "/brief cease-fire")).text
        async with httpx.AsyncClient(base_url=bot.url, timeout=PATIENCE) as client:
            answer = await client.get("readyz")
        assert (answer.status_code, answer.json()["database"]) == (503, "ok")
    assert len([line for line in bot.lines if "nobodys_model" in line]) == 1
