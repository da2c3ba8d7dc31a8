"""With a token the bot is on the Bot API that TELEGRAM_API_URL names: polled, by webhook, or away."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from bot.chat.articles import NOTHING_YET
from bot.chat.settings import QUESTIONS
from bot.localchat import Fault, LocalTelegram, User, serve
from bot.service.web import SECRET_HEADER
from tests.bot.saying import worded
from tests.telegram import Served, served
from tests.whole.process import PATIENCE, SEED, Running, a_free_port, ask, on_telegram, press, started

HEADLINE = "Aleppo Cease-fire Unravels, Raising Specter of Bloody End"
SECRET = "known-to-telegram-alone"
NO_UPDATES = (b"", b"[1]", b"{", b'{"update_id": "x"}')  # Telegram sends none such
NONSENSE = b'{"update_id": 1, "message": {"text": "no chat, no date"}}'


def seeded(folder: Path) -> Path:
    (folder / "seeds").mkdir()
    shutil.copy(SEED, folder / "seeds")
    return folder


def webhook_settings() -> dict[str, str]:
    """Of a bot that Telegram reaches on this machine."""
    port = str(a_free_port())
    return {
        "HTTP_PORT": port,
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/from/telegram",
        "WEBHOOK_SECRET": SECRET,
    }


async def post(url: str, content: bytes, *, secret: str = SECRET) -> int:
    """The status of what is posted to the webhook."""
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        answer = await client.post(url, content=content, headers={SECRET_HEADER: secret})
    return answer.status_code


async def takes_updates(url: str) -> bool:
    try:
        return await post(url, NONSENSE) == 200
    except httpx.TransportError:
        return False


async def test_webhook_is_served_and_taken_down_by_a_bot_that_polls(tmp_path: Path) -> None:
    webhook = webhook_settings()
    url = webhook["WEBHOOK_URL"]
    async with served() as outside:
        telegram = outside.telegram
        async with on_telegram(seeded(tmp_path), outside, **webhook) as bot:
            await bot.until_said("webhook set")
            await bot.until_said("articles: 1 new")
            told = await ask(telegram, "/brief")
            assert told.text.splitlines()[0] == HEADLINE
            assert await post(url, b"{}", secret="guessed") == 403
            assert {await post(url, content) for content in NO_UPDATES} == {400}
            assert await post(url, NONSENSE) == 200  # or it comes for ever
            assert (await press(telegram, told, "Quotes")).text.splitlines()[0] == f"Quotations · {HEADLINE}"
            assert not [call for call in telegram.calls if call.method == "getUpdates"]
        assert bot.said_of("refused") == ["a webhook call with a wrong secret was refused"]
        assert bot.said_of("left out") == ["update 1 was left out, it makes no sense: KeyError"]
        telegram.say(telegram.reader, "/latest")  # the webhook stands, and nobody is there
        async with on_telegram(tmp_path, outside):
            (latest,) = await telegram.until(lambda: telegram.sent(telegram.reader), seconds=PATIENCE)
            assert latest.text.splitlines()[:3] == ["Latest", "", f"1. {HEADLINE}"]
            assert (await press(telegram, told, "Quotes")).text.splitlines()[0] == f"Quotations · {HEADLINE}"


@asynccontextmanager
async def answering_late(
    folder: Path, outside: Served, answered: asyncio.Event, **webhook: str
) -> AsyncIterator[tuple[Running, User]]:
    """A bot with a webhook, its answer to that person on its way to Telegram until `answered` is set."""
    telegram = outside.telegram
    asking = telegram.add_user("Impatient")
    async with on_telegram(seeded(folder), outside, **webhook) as bot:
        await bot.until_said("webhook set")
        await bot.until_said("articles: 1 new")
        telegram.faults.add(Fault(outcome="late", until=answered), method="sendMessage", chat_id=asking.id)
        telegram.say(asking, "/latest")
        await telegram.until(
            lambda: [call for call in telegram.calls if call.method == "sendMessage"], seconds=PATIENCE
        )
        yield bot, asking


async def test_webhook_update_without_an_answer_at_the_stop_is_answered_by_the_next_start(
    tmp_path: Path,
) -> None:
    answered = asyncio.Event()
    async with served() as outside:
        async with answering_late(tmp_path, outside, answered, **webhook_settings()) as (bot, asking):
            assert await bot.stop() == 0
        answered.set()
        assert bot.said_of("put back") == ["put back: 1 updates, 0 messages"]
        known = len(outside.telegram.sent(asking))  # it may have arrived, and nobody was told so
        async with on_telegram(tmp_path, outside):
            answers = await outside.telegram.until(
                lambda: outside.telegram.sent(asking)[known:], seconds=PATIENCE
            )
        assert [answer.text.splitlines()[2] for answer in answers] == [f"1. {HEADLINE}"]


async def test_webhook_update_during_the_stop_comes_again(tmp_path: Path) -> None:
    answered, webhook = asyncio.Event(), webhook_settings()
    async with served() as outside:
        telegram = outside.telegram
        async with answering_late(tmp_path, outside, answered, **webhook) as (bot, asking):
            stopping = asyncio.create_task(bot.stop())
            while await takes_updates(webhook["WEBHOOK_URL"]):
                await asyncio.sleep(0.05)
            telegram.say(telegram.reader, "/latest")
            answered.set()
            assert await stopping == 0
        assert telegram.sent(asking)
        assert not telegram.sent(telegram.reader)
        async with on_telegram(tmp_path, outside):
            (latest,) = await telegram.until(lambda: telegram.sent(telegram.reader), seconds=PATIENCE)
            assert latest.text.splitlines()[:3] == ["Latest", "", f"1. {HEADLINE}"]


async def test_question_of_one_process_is_answered_by_another(
    empty_postgresql: str, served_telegram: Served, tmp_path: Path
) -> None:
    """A load balancer brings the press to one of them and what is typed then to the other."""
    telegram, reader = served_telegram.telegram, served_telegram.telegram.reader
    (tmp_path / "seeds").mkdir()
    settings = {"DATABASE_URL": empty_postgresql, "ANALYSIS_WORKERS": "1"}
    first, second = webhook_settings(), webhook_settings()
    async with (
        on_telegram(tmp_path, served_telegram, **settings, **first) as leader,
        on_telegram(tmp_path, served_telegram, **settings, **second) as other,
    ):
        await leader.until_said("webhook set")
        await other.until_said("standing by")
        page = await ask(telegram, "/settings hours", user=reader)
        question = await press(telegram, page, "Other times…")
        assert question.text == worded(QUESTIONS["hours"])
        chat = {"id": reader.id, "type": "private", "first_name": reader.first_name}
        typed = {"message_id": 10**6, "date": 0, "chat": chat, "from": reader.to_json(), "text": "09:15"}
        update = json.dumps({"update_id": 10**6, "message": typed})
        assert await post(second["WEBHOOK_URL"], update.encode()) == 200
        (answer,) = await telegram.until(
            lambda: [one for one in telegram.sent(reader) if "09:15" in one.text], seconds=PATIENCE
        )
        assert answer.text.startswith("Hours\nAn edition every day at 09:15.")


async def test_wrong_token_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()  # a missing one is a line of its own
    async with (
        served() as outside,
        started(tmp_path, TELEGRAM_API_URL=outside.url, TELEGRAM_BOT_TOKEN="1000:not-this-one") as bot,
    ):
        assert await bot.process.wait() == os.EX_CONFIG
    assert bot.lines == ["TELEGRAM_BOT_TOKEN: Telegram does not know this token"]


async def test_telegram_out_of_reach_at_the_start_is_waited_for(tmp_path: Path) -> None:
    port, http = a_free_port(), a_free_port()
    away = Served(LocalTelegram(), f"http://127.0.0.1:{port}")
    settings = {"TELEGRAM_API_URL": away.url, "TELEGRAM_BOT_TOKEN": away.token, "HTTP_PORT": str(http)}
    async with started(tmp_path, **settings) as bot:
        await bot.until_said("Telegram cannot be reached")
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{http}", timeout=PATIENCE) as client:
            assert (await client.get("healthz")).status_code == 200
            ready = await client.get("readyz")
        assert ready.status_code == 503
        assert ready.json() == {"database": "ok", "language_model": "ok", "telegram": "no contact yet"}
        async with serve(away.telegram, port=port):
            assert (await ask(away.telegram, "/brief")).text == worded(NOTHING_YET)
            assert await bot.stop() == 0
    assert len(bot.said_of("Telegram cannot be reached")) == 1
