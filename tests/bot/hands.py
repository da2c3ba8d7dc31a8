"""Handlers and a store for tests of what comes in; they finish and fail as they are told to."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import UTC, datetime

from telegram import Chat, Message, Update, User

from bot.botapi.updates import AnswerableUpdate
from bot.chat.intake import Intake
from bot.chat.unconfirmed import Unconfirmed
from bot.config.metrics import Metrics
from bot.domain.errors import StoreError


class Hands:
    """Handlers that finish an update only when its gate is open."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.slowed: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.kept: dict[int, str] = {}  # written down
        self.aside: tuple[int, ...] = ()  # to be left alone
        self.away = 0  # tries that the database is away

    async def handle(self, update: Update) -> None:
        if gate := self.gates.get(update.update_id):
            await gate.wait()
        self.done.append(update.update_id)

    async def slow_down(self, update: Update) -> None:
        self.slowed.append(update.update_id)

    async def keep(self, updates: Mapping[int, str]) -> tuple[int, ...]:
        if self.away:
            self.away -= 1
            raise StoreError("away")
        self.kept |= updates
        return self.aside

    async def drop(self, ids: Collection[int]) -> None:
        for number in ids:
            del self.kept[number]


def an_intake(
    hands: Hands,
    *,
    handle: Callable[[Update], Awaitable[None]] | None = None,
    monotonic: Callable[[], float] = lambda: 0.0,
) -> Intake:
    return Intake(handle or hands.handle, metrics=Metrics(), slow_down=hands.slow_down, monotonic=monotonic)


class Holding:
    """An intake, and the updates that Telegram keeps until they are confirmed."""

    def __init__(self, hands: Hands, *, handle: Callable[[Update], Awaitable[None]] | None = None) -> None:
        self.intake = an_intake(hands, handle=handle)
        self.unconfirmed = Unconfirmed(self.intake.take, keep=hands.keep, drop=hands.drop)

    def take(self, update: AnswerableUpdate) -> asyncio.Future[None]:
        return self.unconfirmed.take(update)

    async def drain(self, seconds: float) -> int:
        left = await self.intake.drain(seconds)
        await self.unconfirmed.finish_writing()
        return left


def an_update(number: int, *, chat: int = 1) -> AnswerableUpdate:
    moment = datetime(2016, 12, 14, tzinfo=UTC)
    message = Message(
        number,
        moment,
        Chat(chat, "private"),
        text="/brief",
        from_user=User(chat, "Ada", is_bot=False),
    )
    return AnswerableUpdate(number, message=message)
