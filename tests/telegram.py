"""The local Telegram for tests: served on a free port, with real clients of python-telegram-bot.

Use the fixtures by name (they are plugins of `tests/conftest.py`, or import them):

    async def test_brief(telegram, telegram_url): ...
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest_asyncio
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.localchat import DEFAULT_TOKEN, LocalMessage, LocalTelegram, serve
from tests.waiting import PATIENCE

os.environ.setdefault("PTB_TIMEDELTA", "1")  # a RetryAfter's wait is a timedelta, without a warning


@dataclass(frozen=True, slots=True)
class Served:
    """A local Telegram, and where it answers."""

    telegram: LocalTelegram
    url: str
    token: str = DEFAULT_TOKEN

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    @asynccontextmanager
    async def bot(self, token: str | None = None) -> AsyncIterator[Bot]:
        """A real Bot, initialised, whose calls go over HTTP."""
        bot = Bot(
            token or self.token,
            base_url=self.base_url,
            base_file_url=self.base_file_url,
            request=_patient(),
            get_updates_request=_patient(),
        )
        async with bot:
            yield bot


def _patient() -> HTTPXRequest:
    """The library's own, for a busy machine."""
    return HTTPXRequest(
        connect_timeout=PATIENCE, read_timeout=PATIENCE, write_timeout=PATIENCE, pool_timeout=PATIENCE
    )


@asynccontextmanager
async def served(telegram: LocalTelegram | None = None) -> AsyncIterator[Served]:
    """A local Telegram on a free port."""
    telegram = telegram or LocalTelegram()
    async with serve(telegram) as url:
        yield Served(telegram, url)


@pytest_asyncio.fixture
async def served_telegram() -> AsyncIterator[Served]:
    async with served() as running:
        yield running


@pytest_asyncio.fixture
async def telegram(served_telegram: Served) -> LocalTelegram:
    """The local Telegram, served; `served_telegram` has its address."""
    return served_telegram.telegram


@pytest_asyncio.fixture
async def bot(served_telegram: Served) -> AsyncIterator[Bot]:
    """A real Bot of python-telegram-bot on the local Telegram."""
    async with served_telegram.bot() as ready:
        yield ready


def shown(message: LocalMessage) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """A message as a person sees it: its words, and the labels of its buttons by row."""
    return message.text, tuple(tuple(button.label for button in row) for row in message.buttons)
