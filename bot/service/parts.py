"""What a process is made of, and what that is made from."""

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
from bot.chat.unconfirmed import Unconfirmed
from bot.config.metrics import Metrics
from bot.config.settings import Settings
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.publisher import Publisher
from bot.delivery.sender import Sender
from bot.desks.access import Doorkeeper
from bot.desks.notices import Notices
from bot.newsroom.folder_watch import Newsroom
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.preview import Previewer
from bot.newsroom.sources.rounds import Rounds
from bot.newsroom.sources.wiredesk import WireDesk
from bot.render.languages import Languages
from bot.service.database_watch import DatabaseWatch
from bot.service.schedule import Timetable
from bot.service.telegram_or_local import BotApiAccess
from bot.store import Store

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of a process that runs for real."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """What the other parts stand on."""

    settings: Settings
    bot_api: BotApiAccess
    store: Store
    clock: Clock = utc_now
    metrics: Metrics = field(default_factory=Metrics)
    contact: Contact = field(default_factory=Contact)

    @property
    def languages(self) -> Languages:
        """Those it speaks, and which where none is told."""
        return Languages(self.settings.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """The parts by which articles come in."""

    newsroom: Newsroom
    wire: WireDesk
    rounds: Rounds
    previewer: Previewer
    feed_readers: FeedReaders

    def close(self) -> None:
        """Ends the processes that read; what they had in hand is read at the next start."""
        self.newsroom.close()
        self.feed_readers.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that one process is made of."""

    dependencies: Dependencies
    application: AnyApplication
    intake: Intake
    unconfirmed: Unconfirmed
    poller: Poller
    incoming: Incoming
    sender: Sender
    dispatcher: Dispatcher
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
