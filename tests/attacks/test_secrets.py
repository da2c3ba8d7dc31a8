"""Token, webhook's secret and database's password are in no line, whatever is asked of the bot."""

import asyncio
import itertools
import json
from pathlib import Path

import httpx
import pytest

from bot.localchat import Fault
from tests.telegram import Served
from tests.whole.process import PATIENCE, a_free_port, started

TOKEN = "7000000001:AAFakeFakeFakeFakeFakeFakeFake-pa55w0rd"
PASSWORDS = ("pa55w0rd", "hush-Hush-hush")
NOWHERE = {
    "in the address": "postgresql+psycopg://news:pa55w0rd@127.0.0.1:1/news",
    "quoted": "postgresql+psycopg://news:pa55w0rd%40x@127.0.0.1:1/news",
    "behind the ?": "postgresql+psycopg://127.0.0.1:1/news?user=news&password=pa55w0rd",
    "of a key": "postgresql+psycopg://news@127.0.0.1:1/news?sslkey=/pa55w0rd&sslpassword=pa55w0rd",
    "unquoted": "postgresql+psycopg://news:pa55w0rd@x@127.0.0.1:1/news",
}
VERBS = {
    "check": (),
    "backup": ("to.db",),
    "restore": ("from.db",),
    "copy": ("postgresql://news:pa55w0rd@127.0.0.1:1/new",),
    "export": ("to.json",),
    "import": ("from.json",),
    "run": (),
}


def secrets_in(lines: list[str]) -> list[str]:
    return [line for line in lines if any(password in line for password in PASSWORDS)]


@pytest.mark.attack
@pytest.mark.parametrize(
    ("database", "form"), [*((database, "text") for database in NOWHERE), ("quoted", "json")]
)
async def test_no_verb_tells_a_secret(tmp_path: Path, database: str, form: str) -> None:
    (tmp_path / "from.db").write_bytes(b"no database")
    (tmp_path / "from.json").write_text(json.dumps({"version": 1, "password": TOKEN}))
    for verb, files in VERBS.items():
        async with started(
            tmp_path,
            *(() if verb == "run" else (verb, *files)),
            TELEGRAM_BOT_TOKEN=TOKEN,
            TELEGRAM_API_URL="http://news:pa55w0rd@127.0.0.1:1",
            WEBHOOK_URL="https://news.example/bot",
            WEBHOOK_SECRET="hush-Hush-hush",
            DATABASE_URL=NOWHERE[database],
            LOG_LEVEL="DEBUG",
            LOG_FORMAT=form,
        ) as bot:
            await asyncio.wait_for(bot.process.wait(), PATIENCE)
        assert secrets_in(bot.lines) == [], verb
        assert bot.process.returncode, verb
        assert not any("Traceback" in line for line in bot.lines), verb


@pytest.mark.attack
@pytest.mark.parametrize(
    ("level", "form"), [*itertools.product(("DEBUG", "INFO", "ERROR"), ("text", "json"))]
)
async def test_no_log_level_tells_a_secret(
    served_telegram: Served, tmp_path: Path, level: str, form: str
) -> None:
    """While it runs on Telegram, which does not answer at first, and is asked over HTTP."""
    telegram, port = served_telegram.telegram, a_free_port()
    for method in ("getMe", "setWebhook", "setMyCommands"):
        telegram.fail(Fault(outcome="dropped"), method=method)
    (tmp_path / "seeds").mkdir()
    async with started(
        tmp_path,
        TELEGRAM_API_URL=served_telegram.url,
        TELEGRAM_BOT_TOKEN=served_telegram.token,
        HTTP_PORT=str(port),
        WEBHOOK_URL="https://news.example/bot",
        WEBHOOK_SECRET="hush-Hush-hush",
        LOG_LEVEL=level,
        LOG_FORMAT=form,
    ) as bot:
        await telegram.until(
            lambda: [call for call in telegram.calls if call.method == "setWebhook" and call.outcome == "ok"],
            seconds=PATIENCE,
        )
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client:
            shown = [(await client.get(page)).text for page in ("healthz", "readyz", "metrics")]
    assert secrets_in([*bot.lines, *shown]) == []
    assert not [line for line in (*bot.lines, *shown) if served_telegram.token in line]
    assert level == "ERROR" or [line for line in bot.lines if "trying again" in line]
