"""Keeps deliveries moving, so many at a time, one a chat.

A delivery is claimed before it is sent and recorded after, each in a transaction, no more than `in_flight`
are between the two: kill the process at any moment, and no more than those are sent again.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.botapi.pacing import CHAT_SECONDS, Lane
from bot.delivery.recorder import Recorder
from bot.delivery.send_failures import is_unreachable, outcome_of, outcome_of_fault
from bot.delivery.settling import write_until_settled
from bot.delivery.telegram_calls import deliver, shown_of
from bot.domain.chats import Chat
from bot.domain.deliveries import (
    Again,
    ChatLost,
    Delivery,
    DeliveryAction,
    Failed,
    Moved,
    SendOutcome,
    Sent,
    TopicLost,
)
from bot.domain.errors import StoreError
from bot.domain.messages import InLanguage, Message
from bot.domain.slots import quiet_until
from bot.domain.zones import zone_of
from bot.render.language import Language
from bot.render.languages import Languages
from bot.store.deliveries.outbox import Outbox

log = logging.getLogger(__name__)

IN_FLIGHT = 24  # 25 a second with answers that take a second
REST = CHAT_SECONDS  # between two deliveries to a chat: waiting for its turn would take a place in flight
GROUP_REST = 3.06  # twenty a minute
IDLE = 5.0  # seconds at the longest between two looks: another process may have written deliveries
PAUSES = (0.2, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)  # between tries while Telegram cannot be reached
LEFT_BEHIND = timedelta(minutes=1)  # nobody carries a delivery for so long
MOST_REPORTED = 1000  # faults remembered as reported


class Sender:
    """Sends what waits in the outbox for as long as `run` runs.

    `notice` makes the message to who set up a topic that is lost; `report` tells the editors of a message
    that was refused for its form; `is_editor` tells whose own chat is an editor's; `count` is called with the
    outcome of every send.
    """

    def __init__(
        self,
        outbox: Outbox,
        bot: ExtBot[Lane],
        *,
        clock: Callable[[], datetime],
        zone: ZoneInfo,
        notice: Callable[[Chat], InLanguage],
        languages: Languages = Languages(),  # noqa: B008 - a frozen value
        report: Callable[[str], Awaitable[None]],
        is_editor: Callable[[int], Awaitable[bool]] | None = None,
        count: Callable[[str], None] | None = None,
        in_flight: int = IN_FLIGHT,
        rests: bool = True,
    ) -> None:
        self._outbox = outbox
        self._bot = bot
        self._clock = clock
        self._zone = zone
        self._notice = notice
        self._languages = languages
        self._report = report
        self._is_editor = is_editor or _nobody_is
        self._count = count
        self._in_flight = in_flight
        self._rests = rests
        self._recorder = Recorder(outbox, clock)
        self._woken = asyncio.Event()
        self._under_way: dict[int, asyncio.Task[None]] = {}  # by chat
        self._resting: dict[int, float] = {}  # chat → loop time
        self._reported: set[tuple[int | None, str]] = set()
        self._troubles = 0
        self._recovered_at: datetime | None = None
        self._term: int | None = None

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self, term: int | None = None) -> None:
        """Send until cancelled, in that term of leadership.

        What was on its way when the bot died last is sent again first.
        """
        self._recovered_at, self._term = None, term
        said = ""
        while True:
            try:
                await self._recover()
                await self._step()
                said = ""
            except StoreError as error:
                if str(error) != said:
                    said = str(error)
                    log.warning("the outbox cannot be read: %s", error)
                await asyncio.sleep(1.0)

    async def drain(self, seconds: float) -> int:
        """After `run` was cancelled: let what is under way end, at most so long.

        How many were cut off; they wait again at the next start.
        """
        under_way = list(self._under_way.values())
        if not under_way:
            return 0
        _, left = await asyncio.wait(under_way, timeout=seconds)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)

    async def _recover(self) -> None:
        """All at the start; then what a sender left that was cut off after that, when it stood back."""
        now = self._clock()
        if self._recovered_at is None:
            again = await self._outbox.recover(term=self._term)
        elif now - self._recovered_at > LEFT_BEHIND:
            again = await self._outbox.recover(
                claimed_before=now - LEFT_BEHIND, leave=self._under_way, term=self._term
            )
        else:
            return
        self._recovered_at = now
        if again:
            log.info("%d messages were on their way when their sender ended, and are sent again", again)

    async def _step(self) -> None:
        self._woken.clear()
        if self._troubles:
            await self._wait_for_telegram()
        free = self._in_flight - len(self._under_way)
        if free * 3 < self._in_flight:  # claim by the handful, not one by one
            await self._woken.wait()
            return
        deliveries = await self._outbox.claim(
            free, now=self._clock(), leave=self._left_alone(), term=self._term
        )
        for delivery in deliveries:
            task = asyncio.create_task(self._carry(delivery), name=f"delivery {delivery.id}")
            self._under_way[delivery.chat.id] = task
        if not deliveries:
            await self._sleep()

    async def _carry(self, delivery: Delivery) -> None:
        try:
            outcome = await self._try(delivery)
            await self._recorder.record(delivery, outcome)
            if self._count:
                self._count(_NAMES[type(outcome)])
            if isinstance(outcome, Sent) and outcome.fault:
                await self._tell_editors_once(delivery, outcome.fault)
        except Exception:
            log.exception("what became of delivery %d cannot be recorded", delivery.id)
        finally:
            del self._under_way[delivery.chat.id]
            self._rest(delivery.chat)
            self._woken.set()

    async def _try(self, delivery: Delivery) -> SendOutcome:
        if (quiet := self._quiet_until(delivery)) is not None:
            return Again(not_before=quiet, tried=False)
        try:
            return await self._deliver(delivery)
        except TelegramError as error:
            if is_unreachable(error):
                self._troubles = self._troubles or 1  # one, however many deliveries it cut off
            log.warning("delivery %d to chat %d: %s", delivery.id, delivery.chat.telegram_id, error)
            return outcome_of(error, delivery, notice=self._notice(delivery.chat), now=self._clock())
        except Exception as error:  # a fault of ours, perhaps behind the message's arrival
            log.error("delivery %d to chat %d: %r", delivery.id, delivery.chat.telegram_id, error)  # noqa: TRY400
            return outcome_of_fault(error, delivery, now=self._clock())

    async def _deliver(self, delivery: Delivery) -> Sent:
        """Sends it as it is now; what is written anew is looked at again after that."""
        now, rewrites, content = self._clock(), delivery.rewrites, delivery.content
        if isinstance(content, Message):
            return await deliver(self._bot, delivery, content, now=now)
        language = await self._language_of(delivery.chat)
        if rewrites is None:
            return await deliver(self._bot, delivery, shown_of(content, delivery, language), now=now)
        return await write_until_settled(
            content,
            make=lambda each: shown_of(each, delivery, language),
            write=lambda message: deliver(self._bot, delivery, message, now=now),
            look=lambda: self._outbox.roundup(rewrites, now=self._clock()),
        )

    async def _language_of(self, chat: Chat) -> Language:
        """That of the chat; an editor's own is told articles' numbers."""
        language = self._languages.of(chat.speaks)
        is_editors = chat.kind == "private" and await self._is_editor(chat.telegram_id)
        return replace(language, for_editors=True) if is_editors else language

    def _quiet_until(self, delivery: Delivery) -> datetime | None:
        """Quiet hours that began since the delivery was written; what is taken back makes no sound."""
        if delivery.action is not DeliveryAction.SEND or delivery.target_id is not None:
            return None
        zone = zone_of(delivery.chat.timezone, default=self._zone)
        return quiet_until(delivery.chat.quiet, zone=zone, now=self._clock())

    async def _wait_for_telegram(self) -> None:
        """Tries nothing but a question until it is answered: a delivery is not the thing to find out with."""
        while self._troubles:
            pause = PAUSES[min(self._troubles, len(PAUSES)) - 1]
            await asyncio.sleep(pause)
            try:
                await self._bot.get_me()
            except TelegramError as error:
                self._troubles += 1
                log.warning("Telegram cannot be reached: %s", error)
            else:
                self._troubles = 0

    async def _sleep(self) -> None:
        """Until something was written, a chat has rested, or the next delivery is due."""
        now = asyncio.get_running_loop().time()
        waits = [IDLE, *(until - now for until in self._resting.values())]
        if due := await self._outbox.next_due():
            until_due = (due - self._clock()).total_seconds()
            if until_due > 0 or not (self._resting or self._under_way):
                waits.append(until_due)  # one that is due and was not claimed waits for its chat
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, min(waits))):
                await self._woken.wait()

    def _left_alone(self) -> frozenset[int]:
        now = asyncio.get_running_loop().time()
        self._resting = {chat: until for chat, until in self._resting.items() if until > now}
        return frozenset((*self._under_way, *self._resting))

    def _rest(self, chat: Chat) -> None:
        if self._rests:
            rest = REST if chat.kind == "private" else GROUP_REST
            self._resting[chat.id] = asyncio.get_running_loop().time() + rest

    async def _tell_editors_once(self, delivery: Delivery, fault: str) -> None:
        key = (delivery.article_id, fault)
        if key in self._reported:
            return
        if len(self._reported) >= MOST_REPORTED:
            self._reported.clear()
        self._reported.add(key)
        log.error("delivery %d: %s", delivery.id, fault)
        subject = f"article {delivery.article_id}" if delivery.article_id else f"message {delivery.id}"
        await self._report(f"{subject}: {fault}")


async def _nobody_is(_user_id: int) -> bool:
    return False


_NAMES = {
    Sent: "sent",
    Again: "again",
    Failed: "failed",
    ChatLost: "chat_lost",
    TopicLost: "topic_lost",
    Moved: "moved",
}
