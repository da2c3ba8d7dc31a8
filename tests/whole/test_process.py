"""The process: starts, answers, ends; a wrong setting is one line."""

import asyncio
import os
import shutil
import signal
import time
from pathlib import Path

import httpx
import pytest

from bot.service import run
from tests.whole.process import PATIENCE, ROOT, SEED, STOP_GRANTED, Running, local_chat, started


async def say(bot: Running, text: str) -> None:
    async with httpx.AsyncClient(base_url=bot.url, timeout=PATIENCE) as client:
        (await client.post("chat/say", json={"user": 1001, "text": text})).raise_for_status()


async def sent(bot: Running) -> list[str]:
    async with httpx.AsyncClient(base_url=bot.url, timeout=PATIENCE) as client:
        answer = await client.get("chat/messages", params={"chat_id": 1001})
    return [message["text"] for message in answer.json()["messages"] if message["from"]["is_bot"]]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_signal_ends_it_in_order(tmp_path: Path, number: signal.Signals) -> None:
    async with local_chat(tmp_path) as bot:
        begun = time.monotonic()
        assert await bot.stop(number) == 0
        assert time.monotonic() - begun < STOP_GRANTED
    assert "stopped" in bot.lines[-1]
    assert not [line for line in bot.lines if "Traceback" in line]


def test_bounds_of_a_stop_add_up_to_less_than_ten_seconds() -> None:
    """The promise of the unit; on a busy machine a stop may take as long as it grants."""
    assert max(run.STOP_SECONDS, run.DRAIN_SECONDS + 2 * run.CONFIRM_SECONDS) < 10
    assert "TimeoutStopSec=20" in (ROOT / "deploy" / "briefings.service").read_text(encoding="utf-8")
    assert STOP_GRANTED == 20


async def test_what_was_analysed_is_not_analysed_again(tmp_path: Path) -> None:
    async with local_chat(tmp_path) as bot:
        pass
    async with local_chat(tmp_path) as bot:
        await answer_with(bot, "/brief", "Aleppo Cease-fire Unravels")
        async with httpx.AsyncClient(base_url=bot.url, timeout=PATIENCE) as client:
            figures = (await client.get("metrics")).text
    assert [line for line in bot.lines if "articles:" in line] == []
    assert "briefings_analysis_seconds_count 0.0" in figures


async def test_ready_when_it_answers(tmp_path: Path) -> None:
    async with local_chat(tmp_path) as bot, httpx.AsyncClient(base_url=bot.url, timeout=PATIENCE) as client:
        while (answer := await client.get("readyz")).status_code != 200:
            await asyncio.sleep(0.1)  # the database is given three seconds
        assert answer.json() == {"database": "ok", "language_model": "ok", "telegram": "ok"}
        assert (await client.get("healthz")).text == "ok\n"
        for page in ("healthz", "readyz", "metrics"):  # nor do these answer a name turned to this machine
            assert (await client.get(page, headers={"Host": "news.example"})).status_code == 403


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            {"TELEGRAM_BOT_TOKEN": "oops"},
            "TELEGRAM_BOT_TOKEN: is not a bot token (digits, a colon, letters, as BotFather gives it)",
        ),
        (
            {"HTTP_HOST": "0.0.0.0"},
            "HTTP_HOST: the local chat listens on loopback only; set TELEGRAM_BOT_TOKEN or use 127.0.0.1",
        ),
        (
            {"DATABASE_URL": "postgresql+psycopg://nobody:pa55word@127.0.0.1:1/none"},
            "127.0.0.1:1/none",
        ),
    ],
    ids=["token", "host", "database"],
)
async def test_fault_at_the_start_is_one_line(tmp_path: Path, settings: dict[str, str], line: str) -> None:
    async with started(tmp_path, **settings) as bot:
        # A wrong setting is as wrong at the next start: a service is not to be started again.
        assert await bot.process.wait() == (1 if "DATABASE_URL" in settings else os.EX_CONFIG)
    (said,) = [one for one in bot.lines if one]
    assert line in said
    assert "pa55word" not in said


async def test_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    async with started(tmp_path, SEEDS_DIR="/proc/nowhere") as bot:
        assert await bot.process.wait() == os.EX_CONFIG
    assert bot.lines == ["SEEDS_DIR: /proc/nowhere cannot be made (No such file or directory)"]


async def test_port_in_use_is_one_line(tmp_path: Path) -> None:
    async with local_chat(tmp_path, seed=False) as bot:
        port = bot.url.rstrip("/").rsplit(":", 1)[1]
        other = tmp_path / "other"
        other.mkdir()
        async with started(other, HTTP_PORT=port) as second:
            assert await second.process.wait() == 1
        assert [line.split(";")[0] for line in second.lines] == [
            f"HTTP_PORT: 127.0.0.1:{port} cannot be listened on (Address already in use)"
        ]


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
async def test_host_that_is_another_machine_s_is_named(tmp_path: Path, host: str) -> None:
    async with started(tmp_path, HTTP_HOST=host, TELEGRAM_BOT_TOKEN="1:AAAAAAAAAAAAAAAA") as bot:
        assert await bot.process.wait() == 1
    (line,) = bot.lines
    assert line.startswith(f"HTTP_HOST: {host} is no address of this machine (")


async def test_new_changed_and_removed_files_are_noticed(tmp_path: Path) -> None:
    async with local_chat(tmp_path, seed=False, ON_REMOVED="withdraw") as bot:
        place = tmp_path / "seeds" / "news.txt"
        shutil.copy(SEED, place)
        assert await answer_with(bot, "/brief", "Aleppo Cease-fire Unravels")
        place.write_text(place.read_text().replace("unraveled on Wednesday", "collapsed on Wednesday"))
        assert await answer_with(bot, "/brief", "collapsed on Wednesday")
        place.unlink()
        assert await answer_without(bot, "/brief", "Aleppo Cease-fire Unravels")


async def answer_with(bot: Running, question: str, words: str) -> bool:
    """Asks until the newest answer holds the words; the folder is read a moment after it changed."""
    async with asyncio.timeout(PATIENCE):
        while words not in await newest_answer(bot, question):
            await asyncio.sleep(0.5)
    return True


async def answer_without(bot: Running, question: str, words: str) -> bool:
    async with asyncio.timeout(PATIENCE):
        while words in await newest_answer(bot, question):
            await asyncio.sleep(0.5)
    return True


async def newest_answer(bot: Running, question: str) -> str:
    before = len(await sent(bot))
    await say(bot, question)
    async with asyncio.timeout(PATIENCE):
        while len(now := await sent(bot)) == before:
            await asyncio.sleep(0.05)
    return now[-1]
