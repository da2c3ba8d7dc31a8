"""What stands in the outbox, and what became of a send: frozen values without SQL or Telegram in them."""

import enum
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.chats import Chat
from bot.domain.messages import InLanguage, Message
from bot.domain.roundups import Roundup

UNTIL_LET_GO = datetime(2200, 1, 1, tzinfo=UTC)  # held with no end told


class DeliveryAction(enum.StrEnum):
    """What Telegram is asked to do."""

    SEND = "send"  # with a target: in reply to it
    EDIT = "edit"  # the target
    DELETE = "delete"  # the target, a correction of what was killed


class DeliveryState(enum.StrEnum):
    """Where a delivery stands on its way."""

    WAITING = "waiting"
    SENDING = "sending"  # claimed; found so at the start, it was on its way when the bot died
    SENT = "sent"
    FAILED = "failed"  # given up, `fault` says why
    DROPPED = "dropped"  # taken out before it was sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A claimed row of the outbox."""

    id: int
    chat: Chat
    action: DeliveryAction
    content: Message | Roundup  # what is to stand there; a message that holds stories as it is now
    otherwise: Message | None = None  # sent in reply to the target where the action is refused
    target_id: int | None = None
    target_sent_at: datetime | None = None
    rewrites: int | None = None  # the delivery whose message is written anew
    answers: int | None = None  # the chat's message that told of the story before
    silent: bool = False
    article_id: int | None = None
    created_at: datetime
    attempts: int = 0
    doubts: int = 0
    term: int | None = None  # of the leader that claimed it; None on SQLite


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Telegram took it."""

    message_id: int | None
    fault: str | None = None  # what it refused first, and was done otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Certainly not taken, or `doubtful`: to be tried again, not before."""

    not_before: datetime
    doubtful: bool = False
    whole_chat: bool = False  # a flood wait: all that waits for the chat waits with it
    tried: bool = True  # False: it was not its turn yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Given up."""

    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLost:
    """The chat cannot be written to any more."""

    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLost:
    """A forum's topic was closed or deleted: it falls back to nothing, and who set it up is told."""

    fault: str
    notice: InLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The group became a supergroup."""

    telegram_id: int


SendOutcome = Sent | Again | Failed | ChatLost | TopicLost | Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What has not gone out yet, as /metrics tells it."""

    deliveries: int  # that wait, or are on their way
    oldest_due: datetime | None  # since when the oldest that is due waits


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryCounts:
    """What /stats tells of deliveries."""

    waiting: int
    sending: int
    oldest_due: datetime | None  # since when the oldest that is due waits
    sent: int  # since the moment asked about
    failed: int
