"""The chat page in a real browser, with a scripted bot behind it: fixtures of its tests."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.localchat import LocalTelegram
from tests.chromium import NEEDS_CHROMIUM, a_page, chromium
from tests.telegram import Served, served

IN_BROWSER = [
    pytest.mark.asyncio(loop_scope="module"),  # one browser for all
    NEEDS_CHROMIUM,
]

MARKUP = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Quotes", callback_data="q:1"),
            InlineKeyboardButton("Who", callback_data="w:1"),
        ],
        [InlineKeyboardButton("Full text", url="https://example.org/")],
    ]
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def served_telegram() -> AsyncIterator[Served]:
    """With a second reader, a group and a channel, as the bot's own process has them."""
    telegram = LocalTelegram()
    telegram.furnish()
    async with served(telegram) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def telegram(served_telegram: Served) -> LocalTelegram:
    return served_telegram.telegram


@pytest_asyncio.fixture(loop_scope="module")
async def bot(served_telegram: Served) -> AsyncIterator[Bot]:
    async with served_telegram.bot() as ready:
        yield ready


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, served_telegram: Served) -> AsyncIterator[Page]:
    """The open page on a phone's width; anything it complains of, or asks of another host, fails the test."""
    complaints: list[str] = []
    opened = await a_page(browser, width=360, height=740)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.on(
        "request", lambda asked: asked.url.startswith(served_telegram.url) or complaints.append(asked.url)
    )
    await opened.goto(served_telegram.url)
    await expect(opened.get_by_role("heading", name="Good day, reader.")).to_be_visible()
    await served_telegram.telegram.until(lambda: served_telegram.telegram.events.watched(1001))
    yield opened
    assert complaints == []
    assert await opened.evaluate("document.documentElement.scrollWidth") == 360
    await opened.close()
