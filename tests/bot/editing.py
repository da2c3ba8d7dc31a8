"""The whole bot with its editor: the fixture `desk`, on an empty store, sending as it goes.

async def test_push(desk): ...
    (control,) = await desk.ask("/push 1")
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest_asyncio

from bot.chat.editing.handlers import add_editor_handlers
from bot.chat.editing.joins import add_join_handlers
from bot.chat.editing.sources import LOOKING
from bot.chat.handlers import add_subscriber_handlers
from bot.chat.routes import AnyApplication
from bot.config.settings import Access, Review
from bot.delivery.publisher import Publisher
from bot.desks.access import Doorkeeper
from bot.desks.cities import Gazetteer
from bot.desks.corrections import CorrectionsDesk
from bot.desks.editing import EditingDesk
from bot.desks.editions import EditionsDesk
from bot.desks.editors import EditorsDesk
from bot.desks.interests import InterestsDesk
from bot.desks.meeting import MeetingDesk
from bot.desks.proposals import Proposals
from bot.desks.reading import ReadingDesk
from bot.desks.repairing import RepairDesk
from bot.desks.sendings import SendingsDesk
from bot.desks.sources import SourcesDesk
from bot.desks.story_repairs import StoryRepairDesk
from bot.desks.subscribers import Subscribers
from bot.desks.texts import TextsDesk
from bot.domain.articles import ArticleState, StoredArticle
from bot.localchat import LocalChat as Group
from bot.localchat import LocalMessage, LocalTelegram, User
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.fetching import Fetcher
from bot.newsroom.sources.host_turns import HostTurns
from bot.newsroom.sources.preview import Previewer
from bot.newsroom.sources.ssrf_guard import is_reachable
from bot.render import repairs_told, sources
from bot.render.editing import recorded_as
from bot.store import Store
from summaries.errors import UnreadableFileError
from summaries.models import Analysis
from tests.bot.chatting import Clock
from tests.bot.delivering import PostOffice, a_bot, a_sender
from tests.bot.library import a_stored_article, an_analysis
from tests.bot.running import ReadingBot, running
from tests.bot.saying import worded
from tests.telegram import Served

UTC = ZoneInfo("UTC")


@dataclass
class Desk:
    """The bot as its editor meets it, unless another person is named."""

    bot: ReadingBot
    office: PostOffice
    clock: Clock

    @property
    def telegram(self) -> LocalTelegram:
        return self.bot.telegram

    @property
    def store(self) -> Store:
        return self.bot.store

    async def ask(
        self, text: str, *, user: User | None = None, chat: Group | None = None
    ) -> list[LocalMessage]:
        return list(await self.bot.ask(text, user=user or self.telegram.editor, chat=chat))

    async def press(
        self, message: LocalMessage, button: str, *, user: User | None = None
    ) -> list[LocalMessage]:
        """What comes below; `now` shows what became of the message."""
        return list(await self.bot.press(message, button, user=user or self.telegram.editor))

    async def press_action(
        self, message: LocalMessage, action: str, *, user: User | None = None
    ) -> list[LocalMessage]:
        return list(await self.bot.press_action(message, action, user=user or self.telegram.editor))

    async def decide(self, verb: str, article: StoredArticle) -> None:
        """Presses the editors' button of that verb on the article; what follows is sent when it returns."""
        await self.press_action((await self.ask("/preview 1"))[0], f"{verb}:{article.id}")
        await self.settle()

    def now(self, message: LocalMessage) -> LocalMessage:
        return self.bot.now(message)

    async def looked(self, messages: list[LocalMessage]) -> LocalMessage:
        """The answer in the place of "Looking…", once it is there."""
        (message,) = messages
        sent = [call for call in self.telegram.calls if call.method == "sendMessage"]
        assert sent[-1].params["text"] == worded(
            LOOKING
        )  # where the message itself may show the answer by now
        await self.telegram.until(lambda: self.now(message).text != worded(LOOKING))
        return self.now(message)

    async def article(
        self, headline: str = "Talks open", *, state: ArticleState = ArticleState.LIVE
    ) -> StoredArticle:
        """An article filed an hour ago."""
        return await a_stored_article(
            self.store,
            an_analysis(headline=headline, sentences=(f"“{headline}” is told here.",)),
            path=f"{headline}.txt",
            state=state,
            now=self.clock.now - timedelta(hours=1),
        )

    async def state(self, article: StoredArticle) -> ArticleState:
        return (await self.store.articles.get(article.id)).state

    async def decided(self) -> list[tuple[int, str, str]]:
        """Everything on record: who, what, about what; the oldest first."""
        found = await self.store.editorial.decisions(100)
        return [(one.user_id, one.verb, one.subject) for one in reversed(found)]

    async def subscribe(self, user: User | None = None, order: str = "07:30") -> User:
        user = user or self.telegram.reader
        await self.bot.ask(f"/subscribe {order}", user=user)
        return user

    async def settle(self) -> None:
        """Decides what is due and sends all that waits."""
        await self.office.tick()
        await self.office.settle()

    def received(self, user: User) -> list[str]:
        """The headlines of what stands in a reader's chat, answers to commands aside."""
        return [
            message.text
            for message in self.telegram.sent(user)
            if not message.text.startswith(("Subscribed", "You follow “"))
        ]


@asynccontextmanager
async def editing(
    served: Served,
    store: Store,
    *,
    access: Access = Access.OPEN,
    stop_window: timedelta = timedelta(0),
    review: Review = Review.OFF,
) -> AsyncIterator[Desk]:
    clock, telegram = Clock(), served.telegram
    door = Doorkeeper(store, editor_ids=frozenset({telegram.editor.id}), access=access, clock=clock)
    async with a_bot(served.base_url) as sending:
        sender = a_sender(store, sending, clock, rests=False, is_editor=door.is_editor)
        publisher = Publisher(store, zone=UTC, wake=sender.wake)
        feeds = FeedReaders()
        proposals = Proposals(
            store=store,
            analyse=read,
            reader="1",
            clock=clock,
            look_now=sender.wake,
            title=recorded_as,
            words_needed=review.editors,
        )

        def more(application: AnyApplication) -> None:
            subscribers = Subscribers(store, zone=UTC, clock=clock)
            interests = InterestsDesk(store, subscribers, clock=clock)
            add_subscriber_handlers(
                application,
                subscribers,
                interests,
                store.chats,
                door,
                meeting=MeetingDesk(store, zone=UTC, clock=clock),
                reading=ReadingDesk(store, clock),
                gazetteer=Gazetteer(),
                questions=store.questions,
                clock=clock,
            )
            desk = EditingDesk(
                store=store,
                publisher=publisher,
                default_zone=UTC,
                clock=clock,
                look_now=sender.wake,
                title=recorded_as,
                words_needed=review.editors,
            )
            texts = TextsDesk(store=store)
            add_join_handlers(application, door, store, clock)
            add_editor_handlers(
                application,
                door,
                desk=desk,
                editions=EditionsDesk(
                    store=store,
                    publisher=publisher,
                    editing=desk,
                    clock=clock,
                    look_now=sender.wake,
                ),
                sendings=SendingsDesk(
                    store=store, editing=desk, stop_window=stop_window, clock=clock, send_now=sender.wake
                ),
                editors=EditorsDesk(store, door, clock=clock),
                questions=store.questions,
                proposals=proposals,
                repairs=RepairDesk(
                    store=store,
                    clock=clock,
                    title=recorded_as,
                    named=repairs_told.recorded,
                    note=repairs_told.correction_of,
                ),
                sources=SourcesDesk(
                    store=store,
                    previewer=Previewer(open_fetcher=partial(a_fetcher, store), feeds=feeds, read=read),
                    proposals=proposals,
                    clock=clock,
                    visit_now=lambda: None,
                    name=sources.source_name,
                ),
                stories=StoryRepairDesk(store=store, clock=clock),
                texts=texts,
                corrections=CorrectionsDesk(
                    store=store,
                    publisher=publisher,
                    editing=desk,
                    texts=texts,
                    stop_window=stop_window,
                    clock=clock,
                ),
                open_to_all=access is Access.OPEN,
                clock=clock,
            )

        sends = asyncio.create_task(sender.run())
        try:
            async with running(served, store, door=door, clock=clock, more=more) as bot:
                yield Desk(bot, PostOffice(store, telegram, sending, clock, publisher, sender), clock)
        finally:
            sends.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await sends
            await sender.drain(1)
            feeds.close()


def a_fetcher(store: Store) -> Fetcher:
    """Reaches this machine, where the strangers of a test are."""
    return Fetcher(allowed=is_reachable, contact=None, turn=HostTurns(store).at)


async def read(name: str, content: bytes) -> Analysis:
    """Stands in for the worker processes: the first line is the headline, the others are sentences."""
    headline, *lines = content.decode().splitlines() or [""]
    if not lines:
        raise UnreadableFileError(name, "no body")
    return an_analysis(headline=headline, sentences=lines, path=name)


@pytest_asyncio.fixture
async def desk(served_telegram: Served, one_store: Store) -> AsyncIterator[Desk]:
    async with editing(served_telegram, one_store) as made:
        yield made
