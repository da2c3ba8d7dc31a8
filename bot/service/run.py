"""Runs the parts: listens, reaches Telegram, leads or stands by, and ends in order."""

import asyncio
import errno
import logging
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.botapi.contact import is_shut_out
from bot.botapi.pacing.limiter import seconds_of
from bot.chat.commands import list_editor_commands
from bot.chat.profile import show_in_each_language
from bot.config.memory import collect_rarely
from bot.config.serving import address, listen, serving_on
from bot.config.settings import Settings
from bot.domain.errors import PortTakenError, SettingsError, StoreError
from bot.domain.leading import Term, leading
from bot.newsroom.folder_made import make_folder
from bot.service.app import ALLOWED_UPDATES, compose
from bot.service.parts import Dependencies, Parts
from bot.service.telegram_or_local import choose_bot_api
from bot.service.unanswered import keep_taking_left, put_back, take_left
from bot.store import Store
from bot.store.processes.leadership import lead, leadership_of

log = logging.getLogger(__name__)

DRAIN_SECONDS = 7.0  # of the ten that a stop may take
STOP_SECONDS = 8.5
CONFIRM_SECONDS = 1.0
LOOK_AT_WEBHOOK_SECONDS = 20.0
PAUSES = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0)  # between tries to reach Telegram at the start


async def run(settings: Settings, *, stop: asyncio.Event, announce: Callable[[str], None]) -> None:
    """Runs the bot until `stop`. `announce` is given the lines for whoever started it.

    Raises SettingsError, PortTakenError and StoreError where it cannot start.
    """
    try:
        listening = listen(settings.http_host, settings.http_port)
    except OSError as error:
        raise PortTakenError(_why_not_listened(settings, error)) from error
    async with AsyncExitStack() as stack:
        stack.callback(listening.close)
        store = await Store.open(settings.database_url)
        stack.push_async_callback(store.close)
        late = asyncio.create_task(_cut_when_late(stop, store))
        stack.callback(late.cancel)
        await make_folder(settings.seeds_dir, store)
        parts = compose(
            Dependencies(settings=settings, bot_api=choose_bot_api(settings, listening), store=store)
        )
        await stack.enter_async_context(serving_on(listening, parts.web))
        if parts.dependencies.bot_api.local:
            stack.callback(parts.dependencies.bot_api.local.close)
            announce(f"No TELEGRAM_BOT_TOKEN: the chat is on this machine. Open {address(listening)}/")
        stack.callback(parts.incoming.close)
        building = asyncio.create_task(_build(store))
        stack.callback(building.cancel)
        collect_rarely()
        await _until(
            stop, parts.incoming.newsroom.run(), parts.incoming.wire.run(), parts.watch.run(), _on_line(parts)
        )
    log.info("stopped")


def _why_not_listened(settings: Settings, error: OSError) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"HTTP_HOST: {settings.http_host} is no address of this machine ({error.strerror})"
    return (
        f"HTTP_PORT: {settings.http_host}:{settings.http_port} cannot be listened on ({error.strerror});"
        " set another, 0 takes any free one"
    )


async def _cut_when_late(stop: asyncio.Event, store: Store) -> None:
    """A thread that waits for a database cannot be cancelled: one that is silent would hold the stop."""
    await stop.wait()
    await asyncio.sleep(STOP_SECONDS)
    log.warning("the database does not answer; the stop does not wait for it")
    store.database.cut()


async def _build(store: Store) -> None:
    try:
        await store.build()
    except StoreError as error:
        log.warning("not all indexes are built, until the next start: %s", error)


async def _on_line(parts: Parts) -> None:
    """Talks with Telegram: as the leader, or standing by while another process leads."""
    async with _reached(parts):
        try:
            while True:
                await put_back(parts)
                parts.intake.open()  # a webhook's updates come to whoever stands by too
                touch = asyncio.create_task(_keep_in_touch(parts))
                try:
                    async with lead(leadership_of(parts.dependencies.settings.database_url)) as term:
                        touch.cancel()
                        with leading(term):
                            await _work_as_leader(parts, term)
                finally:
                    touch.cancel()
        finally:
            await _finish(parts)
            await _at_most(CONFIRM_SECONDS, parts.notices.close())


async def _work_as_leader(parts: Parts, term: Term) -> None:
    """Polls or keeps the webhook, sends, visits sources and runs the timetable, until another leads."""
    parts.timetable.start()
    try:
        # Before Telegram brings what it was not told is taken.
        if not (taken := await take_left(parts, beginning=True)):
            log.warning("updates that wait for an answer cannot be read yet")
        taking = keep_taking_left(parts, beginning=not taken)
        visiting = parts.incoming.rounds.run(term.number)
        sending = parts.sender.run(term.number), parts.dispatcher.run(term.number)
        await _until(term.lost, _receive(parts), *sending, taking, visiting)
    finally:
        parts.timetable.stop()
        await _finish(parts, term)
        if not _webhook(parts):
            await _at_most(CONFIRM_SECONDS, parts.poller.confirm())


async def _receive(parts: Parts) -> None:
    await _list_commands(parts)
    await _ask_about_groups(parts)
    webhook = _webhook(parts)
    showing = asyncio.create_task(_show_in_each_language(parts))
    try:
        await (_keep_webhook(parts, webhook) if webhook else _poll(parts))
    finally:
        showing.cancel()


def _webhook(parts: Parts) -> str | None:
    """Where Telegram brings updates to; None where the bot fetches them."""
    return parts.dependencies.settings.webhook_url if not parts.dependencies.bot_api.local else None


async def _finish(parts: Parts, term: Term | None = None) -> None:
    """Lets what is in hand end, and puts the rest back: at once what another fetches who leads by now."""
    lost = term is not None and term.lost.is_set() and not _webhook(parts)
    updates, messages = await asyncio.gather(
        _drain(parts, 0 if lost else DRAIN_SECONDS), parts.sender.drain(DRAIN_SECONDS)
    )
    if updates or messages:
        log.info("put back: %d updates, %d messages", updates, messages)


async def _drain(parts: Parts, seconds: float) -> int:
    left = await parts.intake.drain(seconds)
    await parts.unconfirmed.finish_writing()
    return left


# ------------------------------------------------------------------ Telegram


@asynccontextmanager
async def _reached(parts: Parts) -> AsyncIterator[None]:
    """The bot knows its name and Telegram its token."""
    await _persist(parts.application.initialize, "Telegram cannot be reached")
    parts.dependencies.contact.made()
    log.info("on line as @%s", parts.bot.username)
    try:
        yield
    finally:
        await parts.application.shutdown()


async def _poll(parts: Parts) -> None:
    await _persist(parts.bot.delete_webhook, "the webhook cannot be taken down")  # never half on
    await parts.poller.run()


async def _keep_webhook(parts: Parts, url: str) -> None:
    """Sets the webhook, and sets it again where somebody took it down."""
    secret = parts.dependencies.settings.webhook_secret
    assert secret is not None  # the settings see to it

    async def put_up() -> None:
        await parts.bot.set_webhook(
            url, secret_token=secret.get_secret_value(), allowed_updates=list(ALLOWED_UPDATES)
        )
        log.info("webhook set")

    await _persist(put_up, "the webhook cannot be set")
    said: str | None = None
    while True:
        await asyncio.sleep(LOOK_AT_WEBHOOK_SECONDS)
        try:
            found = await parts.bot.get_webhook_info()
        except TelegramError as error:
            log.warning("the webhook cannot be looked at: %s", error)
            continue
        if not is_shut_out(found.pending_update_count, found.last_error_date, now=parts.dependencies.clock()):
            parts.dependencies.contact.made()
        if found.url != url:
            log.error("somebody took the webhook down; setting it again")
            await _persist(put_up, "the webhook cannot be set")
        if found.last_error_message and found.last_error_message != said:
            log.warning("Telegram could not reach the webhook: %s", found.last_error_message)
        said = found.last_error_message


async def _keep_in_touch(parts: Parts) -> None:
    """While standing by: whether Telegram could be reached if it came to it."""
    while True:
        with suppress(TelegramError):
            await parts.bot.get_me()
            parts.dependencies.contact.made()
        await asyncio.sleep(LOOK_AT_WEBHOOK_SECONDS)


async def _list_commands(parts: Parts) -> None:
    try:
        for user_id in sorted(await parts.door.editors()):
            await list_editor_commands(parts.bot, user_id, await parts.door.language_of(user_id))
    except (TelegramError, StoreError) as error:
        log.warning("the commands could not be listed: %s", error)


async def _show_in_each_language(parts: Parts) -> None:
    """Beside the answers: what differs is seen by who opens the bot anew."""
    try:
        await show_in_each_language(parts.bot, parts.dependencies.languages.of(None))
    except TelegramError as error:
        log.warning("commands and descriptions could not be set in every language: %s", error)


async def _ask_about_groups(parts: Parts) -> None:
    try:
        await parts.door.ask_about_groups(parts.bot)
    except StoreError as error:
        log.warning("editors were not asked about groups: %s", error)


async def _persist(call: Callable[[], Coroutine[Any, Any, object]], trouble: str) -> None:
    """Calls until Telegram does it; says the trouble once. Raises SettingsError for a wrong token."""
    tries = 0
    while True:
        try:
            await call()
        except InvalidToken:
            raise SettingsError("TELEGRAM_BOT_TOKEN: Telegram does not know this token") from None
        except TelegramError as error:
            if tries == 0:
                log.warning("%s, trying again: %s", trouble, error)
            wait = seconds_of(error) if isinstance(error, RetryAfter) else PAUSES[min(tries, len(PAUSES) - 1)]
            tries += 1
            await asyncio.sleep(wait)
        else:
            return


async def _at_most(seconds: float, work: Coroutine[Any, Any, None]) -> None:
    """Done as far as it goes."""
    task = asyncio.create_task(work)
    await asyncio.wait({task}, timeout=seconds)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def _until(over: asyncio.Event, *work: Coroutine[Any, Any, None]) -> None:
    """Works until the event, or until a part fails; then the others are ended, and its error is raised.

    A part that was cut off failed at nothing: its event is set.
    """
    tasks = [asyncio.create_task(one) for one in work]
    waiting = asyncio.create_task(over.wait())
    try:
        done, _ = await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
        failed = next((task for task in done if task is not waiting), None)
    finally:
        for task in (waiting, *tasks):
            task.cancel()
        await asyncio.gather(waiting, *tasks, return_exceptions=True)
    if failed is not None and not failed.cancelled():
        failed.result()
        raise RuntimeError(f"{failed.get_coro()} ended by itself")
