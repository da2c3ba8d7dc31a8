"""The composition root: makes every part of a process and hands each what it needs."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from starlette.routing import BaseRoute
from starlette.types import ASGIApp
from telegram import Update
from telegram.ext import Application, ExtBot

from bot.botapi.pacing import Lane, Limits, Pacing
from bot.botapi.request import AiohttpRequest
from bot.botapi.updates import AnswerableUpdate
from bot.chat.handlers import (
    add_gate,
    add_language_finder,
    add_last_handlers,
    add_reading_handlers,
    add_subscriber_handlers,
)
from bot.chat.intake import Intake
from bot.chat.polling import Poller, UpdatesRequest
from bot.chat.reader_language import answer_in_clients_language
from bot.chat.reply import reply
from bot.chat.routes import AnyApplication
from bot.chat.unconfirmed import Unconfirmed
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.publisher import Publisher
from bot.delivery.sender import Sender
from bot.desks.access import Doorkeeper
from bot.desks.cities import Gazetteer
from bot.desks.interests import InterestsDesk
from bot.desks.lapses import RepairLapses
from bot.desks.meeting import MeetingDesk
from bot.desks.notices import Notices
from bot.desks.plain_words import PlainWordsDesk
from bot.desks.reader_languages import ReaderLanguages
from bot.desks.reading import ReadingDesk
from bot.desks.subscribers import Subscribers
from bot.desks.texts import TextsDesk
from bot.desks.troubles import SourceTroubles
from bot.domain.errors import StoreError
from bot.domain.plans import Arrival
from bot.localchat import EDITORS, local_chat_app
from bot.newsroom.folder_watch import Newsroom
from bot.render import repairs_told
from bot.render.edition import topic_lost
from bot.render.lists import note
from bot.render.notices import notice
from bot.render.texts import _
from bot.render.troubles import troubles as source_troubles
from bot.service.database_watch import DatabaseWatch
from bot.service.editors import add_editors_desks
from bot.service.housekeeping import keep_house
from bot.service.incoming import incoming
from bot.service.parts import Dependencies, Parts
from bot.service.schedule import Timetable
from bot.service.web import Readiness, health_routes, web_app, webhook_route
from bot.store import FAULT_SECONDS

ALLOWED_UPDATES = ("message", "channel_post", "callback_query", "my_chat_member")
SLOW_DOWN = _("That was too fast for me, and I left out some of your questions. Please ask them again.")
ANSWER_SECONDS = 15.0
CONNECTIONS = 64  # the sender's deliveries in flight, and answers beside them


def compose(dependencies: Dependencies) -> Parts:
    """Makes every part; nothing runs yet and nothing is asked of the network."""
    settings, store = dependencies.settings, dependencies.store
    metrics, clock = dependencies.metrics, dependencies.clock
    updates_request, languages = UpdatesRequest(), dependencies.languages

    def waits(chat: int | str) -> None:
        unconfirmed.note_wait(chat)

    application = _application(dependencies, updates_request, waits=waits)
    bot: ExtBot[Lane] = application.bot
    door = Doorkeeper(
        store, editor_ids=_editor_ids(dependencies), access=settings.access, clock=clock, languages=languages
    )

    async def slow_down(update: Update) -> None:
        answer_in_clients_language(update, languages)
        await reply(update, note(SLOW_DOWN))

    tell = door.notify_editors(bot)

    async def report(words: str) -> None:
        await tell(note(words)[0])

    async def keep(updates: Mapping[int, str]) -> Sequence[int]:
        return await store.unanswered.put(updates, now=clock())

    async def handle(update: Update) -> None:
        await application.process_update(update)
        await unconfirmed.struck(update)

    intake = Intake(handle, metrics=metrics, slow_down=slow_down)
    unconfirmed = Unconfirmed(intake.take, keep=keep, drop=store.unanswered.drop)
    sender = Sender(
        store.outbox,
        bot,
        clock=clock,
        zone=settings.zone,
        notice=lambda chat: languages.in_each(topic_lost(chat)),
        languages=languages,
        report=report,
        is_editor=door.is_editor,
        count=lambda outcome: metrics.sends.labels(outcome).inc(),
    )

    def waiting() -> tuple[Arrival, ...]:
        return newsroom.waiting()

    publisher = Publisher(store, zone=settings.zone, wake=sender.wake, waiting=waiting, languages=languages)
    troubles = SourceTroubles(store=store, tell=tell, render=source_troubles)
    lapses = RepairLapses(store=store, tell=tell, render=repairs_told.lapses)
    timetable = _timetable(dependencies, publisher, troubles, lapses)
    texts = TextsDesk(store=store)
    notices = Notices(store=store, compare=texts.compare, tell=tell, render=notice)
    coming = incoming(dependencies, timetable, notices, door)
    newsroom = coming.newsroom
    add_language_finder(application, ReaderLanguages(store.chats, languages, clock), door)
    add_gate(application, door, clock)
    dispatcher = Dispatcher(store.sendings, publisher, clock=clock)
    add_editors_desks(
        dependencies,
        application,
        door,
        publisher=publisher,
        timetable=timetable,
        coming=coming,
        dispatcher=dispatcher,
        notices=notices,
        texts=texts,
    )
    meeting = MeetingDesk(store, zone=settings.zone, clock=clock)
    add_reading_handlers(application, ReadingDesk(store, clock), meeting)
    _add_subscriber_handlers(dependencies, application, door, meeting)
    add_last_handlers(application, PlainWordsDesk(store, clock))
    watch = DatabaseWatch(write=store.fault, look=store.database.file_fault)
    return Parts(
        dependencies=dependencies,
        application=application,
        intake=intake,
        unconfirmed=unconfirmed,
        poller=Poller(
            bot,
            updates_request,
            take=unconfirmed.take,
            take_first=unconfirmed.take_first,
            contact=dependencies.contact.made,
            allowed_updates=ALLOWED_UPDATES,
        ),
        incoming=coming,
        sender=sender,
        dispatcher=dispatcher,
        timetable=timetable,
        publisher=publisher,
        notices=notices,
        door=door,
        watch=watch,
        web=_web(dependencies, newsroom, watch, beside=_webhook(dependencies, intake, unconfirmed, bot)),
    )


def _add_subscriber_handlers(
    dependencies: Dependencies, application: AnyApplication, door: Doorkeeper, meeting: MeetingDesk
) -> None:
    store, clock = dependencies.store, dependencies.clock
    subscribers = Subscribers(store, zone=dependencies.settings.zone, clock=clock)
    interests = InterestsDesk(store, subscribers, clock=clock)
    add_subscriber_handlers(
        application,
        subscribers,
        interests,
        store.chats,
        door,
        meeting=meeting,
        reading=ReadingDesk(store, clock),
        gazetteer=Gazetteer(),
        questions=store.questions,
        clock=clock,
        languages=dependencies.languages,
    )


def _editor_ids(dependencies: Dependencies) -> frozenset[int]:
    """In the local chat its editors are."""
    local = {one.id for one in EDITORS} if dependencies.bot_api.local else frozenset()
    return dependencies.settings.editor_ids | local


def _timetable(
    dependencies: Dependencies, publisher: Publisher, troubles: SourceTroubles, lapses: RepairLapses
) -> Timetable:
    async def tick() -> None:
        await publisher.tick(dependencies.clock())
        await troubles.look()
        await lapses.look()

    async def look_over() -> None:
        await publisher.look_at_everybody(dependencies.clock())

    async def housekeeping() -> None:
        await keep_house(
            dependencies.store, keep_days=dependencies.settings.keep_days, now=dependencies.clock()
        )

    return Timetable(tick=tick, look_over=look_over, housekeeping=housekeeping, clock=dependencies.clock)


def _application(
    dependencies: Dependencies, updates_request: UpdatesRequest, *, waits: Callable[[int | str], None]
) -> AnyApplication:
    bot_api, limits = dependencies.bot_api, Limits(per_second=dependencies.settings.messages_per_second)
    return (
        Application.builder()
        .token(bot_api.token)
        .base_url(f"{bot_api.url}/bot")
        .base_file_url(f"{bot_api.url}/file/bot")
        .request(AiohttpRequest(connections=CONNECTIONS, seconds=ANSWER_SECONDS))
        .get_updates_request(updates_request)
        .rate_limiter(Pacing(limits, flooded=dependencies.metrics.flood_waits.inc, waits=waits))
        .updater(None)
        .job_queue(None)
        .build()
    )


def _web(
    parts: Dependencies, newsroom: Newsroom, watch: DatabaseWatch, *, beside: Sequence[BaseRoute]
) -> ASGIApp:
    store, metrics, local = parts.store, parts.metrics, parts.bot_api.local

    async def refresh() -> None:
        now = parts.clock()
        try:
            async with asyncio.timeout(FAULT_SECONDS):
                backlog = await store.outbox.backlog(now=now)
                subscribers = await store.chats.count_subscribers()
                by_state = await store.sources.count_by_state()
        except (StoreError, TimeoutError):
            metrics.forget_store()  # what this process counted itself is shown all the same
            return
        oldest = backlog.oldest_due
        metrics.outbox_waiting.set(backlog.deliveries)
        metrics.outbox_oldest.set((now - oldest).total_seconds() if oldest else 0)
        metrics.subscribers.set(subscribers)
        for state, count in by_state.items():
            metrics.sources.labels(state).set(count)

    readiness = Readiness(
        database=watch.fault, language_model=lambda: newsroom.model_fault, contact=parts.contact.fault
    )
    routes = [*health_routes(readiness, metrics, refresh), *beside]
    return local_chat_app(local, token=parts.bot_api.token, beside=routes) if local else web_app(routes)


def _webhook(
    parts: Dependencies, intake: Intake, unconfirmed: Unconfirmed, bot: ExtBot[Lane]
) -> Sequence[BaseRoute]:
    settings = parts.settings
    if not (settings.webhook_url and settings.webhook_secret) or parts.bot_api.local:
        return ()

    async def is_new(update_id: int, content: str) -> bool:
        return await parts.store.arrivals.is_new(update_id, content, now=parts.clock())

    def take(update: AnswerableUpdate) -> None:
        if intake.is_open:  # else it stays written down
            unconfirmed.take_kept(update)

    route = webhook_route(
        urlsplit(settings.webhook_url).path or "/",  # a proxy in front keeps it
        secret=settings.webhook_secret.get_secret_value(),
        bot=bot,
        contact=parts.contact.made,
        has_room=lambda: intake.takes_more,
        is_new=is_new,
        take=take,
    )
    return (route,)
