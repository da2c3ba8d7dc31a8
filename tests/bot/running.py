"""The reading bot in one piece: real handlers, a real store, python-telegram-bot polling a local Telegram.

async def test_brief(reading_bot):
    (message,) = await reading_bot.ask("/brief")
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest_asyncio
from telegram.ext import Application, BaseUpdateProcessor

from bot.botapi.request import AiohttpRequest
from bot.botapi.updates import AnswerableUpdate
from bot.chat.access_gate import Door
from bot.chat.handlers import add_gate, add_language_finder, add_last_handlers, add_reading_handlers
from bot.chat.polling import Poller, UpdatesRequest
from bot.chat.routes import AnyApplication
from bot.desks.meeting import MeetingDesk
from bot.desks.plain_words import PlainWordsDesk
from bot.desks.reader_languages import ReaderLanguages
from bot.desks.reading import ReadingDesk
from bot.localchat import LocalChat, LocalMessage, LocalTelegram, User
from bot.render.languages import Languages
from bot.service.app import ALLOWED_UPDATES, CONNECTIONS
from bot.store import Store
from tests.bot.library import NOON
from tests.telegram import Served
from tests.waiting import PATIENCE


class Handled(BaseUpdateProcessor):
    """Counts the updates that were handled to the end, so that a test can wait for one."""

    def __init__(self) -> None:
        super().__init__(1)
        self.count = 0
        self.changed = asyncio.Condition()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        await coroutine
        async with self.changed:
            self.count += 1
            self.changed.notify_all()

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...


@dataclass
class ReadingBot:
    """The bot, and the Telegram it is on. Everything waits until the bot has answered."""

    telegram: LocalTelegram
    store: Store
    application: AnyApplication
    handled: Handled
    asked: int = field(default=0)

    async def ask(
        self, text: str, *, user: User | None = None, chat: LocalChat | None = None, thread: int | None = None
    ) -> tuple[LocalMessage, ...]:
        """What the bot answers to a text, in the chat it was asked in."""
        user = user or self.telegram.reader
        return await self.after(chat or user, lambda: self.telegram.say(user, text, chat=chat, thread=thread))

    async def press(
        self, message: LocalMessage, button: str, *, user: User | None = None
    ) -> tuple[LocalMessage, ...]:
        """What comes below when the button is pressed; `now` shows what became of the message itself."""
        presser = user or self.telegram.reader
        return await self.after(message.chat, lambda: self.telegram.press(presser, message, button))

    async def press_action(
        self, message: LocalMessage, action: str, *, user: User | None = None
    ) -> tuple[LocalMessage, ...]:
        """The same with any action at all, as an old or a forged button sends it."""
        presser = user or self.telegram.reader
        return await self.after(message.chat, lambda: self.telegram.press_action(presser, message, action))

    async def press_out_of_reach(
        self, message: LocalMessage, action: str, *, user: User | None = None
    ) -> tuple[LocalMessage, ...]:
        """The same where Telegram no longer gives the bot the message: it tells the chat and a number."""
        presser = user or self.telegram.reader
        press = {
            "id": self.telegram.store_callback(presser, message, action).id,
            "from": presser.to_json(),
            "message": {"chat": message.chat.to_json(), "message_id": message.id, "date": 0},
            "chat_instance": "1",
            "data": action,
        }
        return await self.after(message.chat, lambda: self.telegram.push_update({"callback_query": press}))

    async def after(self, place: LocalChat | User, deed: Callable[[], object]) -> tuple[LocalMessage, ...]:
        """The bot's new messages in the place once it has handled the one update of the deed."""
        before = {message.id for message in self.telegram.sent(place)}
        deed()
        self.asked += 1
        async with asyncio.timeout(PATIENCE), self.handled.changed:
            await self.handled.changed.wait_for(lambda: self.handled.count >= self.asked)
        return tuple(message for message in self.telegram.sent(place) if message.id not in before)

    def now(self, message: LocalMessage) -> LocalMessage:
        """The message as it stands now."""
        return self.telegram.messages[message.chat.id, message.id]


class OpenDoor:
    """Everybody may ask, nobody edits."""

    from_the_start: frozenset[int] = frozenset()

    async def may_ask(self, *, user_id: int, chat_id: int) -> bool:
        """Everybody may."""
        return True

    async def is_editor(self, user_id: int) -> bool:
        """Nobody is."""
        return False

    async def acts_as_chief(self, user_id: int) -> bool:
        """Nobody does."""
        return False

    async def arrive(self, *, user_id: int, code: str) -> None:
        """Nobody has to be remembered."""

    async def vouch(self, *, user_id: int, chat_id: int) -> None:
        """Nobody has to be let in."""


@asynccontextmanager
async def running(
    served: Served,
    store: Store,
    *,
    door: Door | None = None,
    clock: Callable[[], datetime] = lambda: NOON,
    more: Callable[[AnyApplication], None] = lambda _: None,
) -> AsyncIterator[ReadingBot]:
    """The bot, polling, with the families of handlers that read, and `more` of them."""
    door = door or OpenDoor()
    handled, updates = Handled(), UpdatesRequest()
    application = (
        Application.builder()
        .token(served.token)
        .base_url(served.base_url)
        .base_file_url(served.base_file_url)
        .request(AiohttpRequest(connections=CONNECTIONS, seconds=PATIENCE))
        .get_updates_request(updates)
        .updater(None)
        .concurrent_updates(handled)
        .build()
    )
    add_language_finder(application, ReaderLanguages(store.chats, Languages(), clock), door)
    add_gate(application, door, clock)
    meeting = MeetingDesk(store, zone=ZoneInfo("UTC"), clock=clock)
    add_reading_handlers(application, ReadingDesk(store, clock), meeting)
    more(application)
    add_last_handlers(application, PlainWordsDesk(store, clock))
    async with application:
        await application.start()
        polling = asyncio.create_task(_polling(application, updates))
        try:
            yield ReadingBot(served.telegram, store, application, handled)
        finally:
            polling.cancel()
            served.telegram.inbox.stop_polling()
            await application.stop()


async def _polling(application: AnyApplication, request: UpdatesRequest) -> None:
    """As the bot polls, but that an update is confirmed as soon as it stands in line."""

    def take(update: AnswerableUpdate) -> asyncio.Future[None]:
        application.update_queue.put_nowait(update)
        taken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        taken.set_result(None)
        return taken

    poller = Poller(
        application.bot, request, take=take, contact=lambda: None, allowed_updates=ALLOWED_UPDATES
    )
    await poller.run()


@pytest_asyncio.fixture
async def reading_bot(served_telegram: Served, sqlite_store: Store) -> AsyncIterator[ReadingBot]:
    """The bot on an empty store of its own, everybody may ask."""
    async with running(served_telegram, sqlite_store) as bot:
        yield bot
