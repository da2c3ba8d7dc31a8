"""What a process is made of, and what that is made from."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from starlette.types import ASGIApp
from telegram.ext import ExtBot

from bot.botapi.contact import Contact
from bot.botapi.pacing import Lane
from bot.chat.intake import Intake
from bot.chat.polling import Poller
from bot.chat.routes import AnyApplication
from bot.config.metrics import Metrics
from bot.config.serving import address
from bot.config.settings import Settings
from bot.delivery.publisher import Publisher
from bot.delivery.sender import Sender
from bot.desks.access import Doorkeeper
from bot.desks.notices import Notices
from bot.localchat import DEFAULT_TOKEN, LocalTelegram
from bot.newsroom.newsroom import Newsroom
from bot.service.schedule import Timetable
from bot.service.watch import DatabaseWatch
from bot.store import Store

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of a process that runs for real."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The way to a Bot API."""

    token: str
    api_url: str
    local: LocalTelegram | None = None


def line_of(settings: Settings, listening: socket.socket) -> Line:
    """Telegram where there is a token, else the local chat behind our own address."""
    if settings.telegram_bot_token is not None:
        return Line(token=settings.telegram_bot_token.get_secret_value(), api_url=settings.telegram_api_url)
    return Line(token=DEFAULT_TOKEN, api_url=address(listening), local=LocalTelegram())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """What the other parts stand on."""

    settings: Settings
    line: Line
    store: Store
    clock: Clock = utc_now
    metrics: Metrics = field(default_factory=Metrics)
    contact: Contact = field(default_factory=Contact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that one process is made of."""

    dependencies: Dependencies
    application: AnyApplication
    intake: Intake
    poller: Poller
    newsroom: Newsroom
    sender: Sender
    timetable: Timetable
    publisher: Publisher
    notices: Notices
    door: Doorkeeper
    watch: DatabaseWatch
    web: ASGIApp

    @property
    def bot(self) -> ExtBot[Lane]:
        """The bot of the library, through which everything is sent."""
        bot: ExtBot[Lane] = self.application.bot
        return bot
