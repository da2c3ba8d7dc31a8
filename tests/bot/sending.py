"""A clock, a bot and a sender for tests; light to import, for the processes that are killed."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from telegram.ext import ExtBot

from bot.botapi.pacing import NO_LIMITS, Lane, Limits, Pacing
from bot.botapi.request import AiohttpRequest
from bot.delivery.sender import Sender
from bot.localchat.app import DEFAULT_TOKEN
from bot.render.edition import topic_lost
from bot.render.languages import Languages
from bot.store import Store
from tests.waiting import PATIENCE

MORNING = datetime(2016, 12, 14, 7, 30, tzinfo=UTC)  # a Wednesday


@dataclass
class Clock:
    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


def a_sender(store: Store, bot: ExtBot[Lane], clock: Callable[[], datetime], **changes: Any) -> Sender:
    async def report(words: str) -> None:
        """Nobody reads it."""

    values = {
        "zone": ZoneInfo("UTC"),
        "notice": lambda chat: Languages().in_each(topic_lost(chat)),
        "report": report,
    } | changes
    return Sender(store.outbox, bot, clock=clock, **values)


@asynccontextmanager
async def a_bot(
    base_url: str, *, limits: Limits = NO_LIMITS, waits: Callable[[int | str], None] | None = None
) -> AsyncIterator[ExtBot[Lane]]:
    bot: ExtBot[Lane] = ExtBot(
        DEFAULT_TOKEN,
        base_url=base_url,
        rate_limiter=Pacing(limits, waits=waits),
        request=AiohttpRequest(connections=32, seconds=PATIENCE),
    )
    async with bot:
        yield bot
