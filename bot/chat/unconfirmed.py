"""Updates that Telegram keeps until they are confirmed: each is once it is answered, or written down."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Update

from bot.botapi.updates import AnswerableUpdate
from bot.chat.intake import chat_key
from bot.domain.errors import StoreError

log = logging.getLogger(__name__)

HELD_PER_CHAT = 3  # unconfirmed updates of one chat; Telegram gives the hundred after the oldest, to all
HELD_SECONDS = 15.0  # unconfirmed at the longest: an answer may wait for a flood wait's end
KEEP_AGAIN_SECONDS = 1.0  # between tries while the database is away
WRITE_SECONDS = 1.0  # at the end, for what is being written down


@dataclass(slots=True, eq=False)
class _Held:
    """An update that Telegram keeps until `confirmed` is done, and then the store until it is answered."""

    update: Update
    confirmed: asyncio.Future[None]
    answered: bool = False
    kept: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a crash would lose it if it were confirmed now."""
        return not (self.answered or self.kept)

    def confirm(self) -> None:
        if not self.confirmed.done():
            self.confirmed.set_result(None)


class Unconfirmed:
    """`handle` begins to handle an update, in a task that ends with it.

    An answer of many messages takes seconds by Telegram's own rules, and who holds back the next updates
    until then makes everybody wait for one reader: its first message confirms the update. What would hold
    them back too, an answer that waits for its chat's pace or takes long, and a chat that sends more than it
    can be answered, is written down and confirmed. `keep` writes updates down, as JSON by their ids, and
    tells which are to be left alone, `drop` strikes those that are answered; both may raise StoreError.
    """

    def __init__(
        self,
        handle: Callable[[Update], asyncio.Task[None]],
        *,
        keep: Callable[[Mapping[int, str]], Awaitable[Collection[int]]],
        drop: Callable[[Collection[int]], Awaitable[None]],
    ) -> None:
        self._handle = handle
        self._keep = keep
        self._drop = drop
        self._held: dict[int | str, dict[asyncio.Task[None], _Held]] = {}  # by chat
        self._keepers: dict[int | str, asyncio.Task[None]] = {}  # write down what a chat has in hand
        self._writing: set[asyncio.Task[None]] = set()
        self._striking: dict[int, asyncio.Task[None]] = {}  # by update
        self._again: set[int] = set()  # taken from the store; Telegram may bring them, too

    def take(self, update: AnswerableUpdate) -> asyncio.Future[None]:
        """Handles the update. Done when it is to be confirmed; cancelled where it was put back."""
        held = _Held(update, asyncio.get_running_loop().create_future())
        if update.update_id in self._again:
            self._again.discard(update.update_id)
            held.confirm()
        else:
            self._hold(update, held)
        return held.confirmed

    async def take_first(self, updates: Iterable[AnswerableUpdate]) -> None:
        """Takes what Telegram has at a start, all of it to be confirmed: one may have ended the last process.

        So it is written down before it is handled, and what ended several is left alone. Raises StoreError.
        """
        fresh = [update for update in updates if update.update_id not in self._again]
        aside = await self._keep({update.update_id: update.to_json() for update in fresh})
        for update in fresh:
            if update.update_id not in aside:
                self.take_kept(update)

    def take_again(self, updates: Iterable[AnswerableUpdate]) -> None:
        """Takes those that were written down, and not answered before their process ended."""
        for update in updates:
            self._again.add(update.update_id)
            self.take_kept(update)

    def take_kept(self, update: AnswerableUpdate) -> None:
        """Handles an update that is written down: struck once it is answered."""
        self._hold(update, _Held(update, asyncio.get_running_loop().create_future(), kept=True))

    def note_wait(self, chat: int | str) -> None:
        """An answer to the chat waits for its pace, which takes seconds: its question holds back no other."""
        oldest = next(iter(self._held.get(chat, {}).values()), None)
        if oldest is not None and oldest.is_open:
            self._write_down(chat)

    async def struck(self, update: Update) -> None:
        """Waits until an answered update is struck, so that a crash repeats one answer of a chat at most."""
        if (striking := self._striking.get(update.update_id)) is not None:
            await asyncio.wait((striking,))

    async def finish_writing(self) -> None:
        """Lets what is being written down be written, for a moment. Call it when nothing is in hand."""
        if self._writing:
            await asyncio.wait(self._writing, timeout=WRITE_SECONDS)
        for task in self._writing:
            task.cancel()

    def _hold(self, update: AnswerableUpdate, held: _Held) -> None:
        chat = chat_key(update)
        update.when_answered(lambda: self._note_answer(held))
        task = self._handle(update)
        self._held.setdefault(chat, {})[task] = held
        slow = asyncio.get_running_loop().call_later(HELD_SECONDS, self._write_down, chat)

        def let_go(ended: asyncio.Task[None]) -> None:
            slow.cancel()
            if ended.cancelled():
                held.confirmed.cancel()  # it was put back: no effect where its answer has begun to arrive
            else:
                self._note_answer(held)
            del self._held[chat][ended]
            if not self._held[chat]:
                del self._held[chat]

        task.add_done_callback(let_go)
        if len(self._held[chat]) > HELD_PER_CHAT:
            self._write_down(chat)

    def _note_answer(self, held: _Held) -> None:
        held.confirm()
        if held.kept and not held.answered:
            update_id = held.update.update_id
            self._striking[update_id] = striking = self._start(self._strike(update_id))
            striking.add_done_callback(lambda _: self._striking.pop(update_id))
        held.answered = True

    def _write_down(self, chat: int | str) -> None:
        """What a chat has in hand holds back no other chat's updates once it is written down."""
        if chat not in self._keepers:
            self._keepers[chat] = self._start(self._keep_all(chat))
            self._keepers[chat].add_done_callback(lambda _: self._keepers.pop(chat))

    async def _keep_all(self, chat: int | str) -> None:
        """Until nothing more came meanwhile."""
        await asyncio.sleep(0)  # then what is left out of a flood is done
        while open_ := self._open(chat):
            try:
                await self._keep({one.update.update_id: one.update.to_json() for one in open_})
            except StoreError as error:
                log.warning("%d updates of chat %s wait to be written down: %s", len(open_), chat, error)
                await asyncio.sleep(KEEP_AGAIN_SECONDS)
                continue
            for one in open_:
                one.kept = True
                one.confirm()
                if one.answered:
                    await self._strike(one.update.update_id)

    def _open(self, chat: int | str) -> list[_Held]:
        held = self._held.get(chat, {}).items()
        return [one for task, one in held if one.is_open and not task.done()]

    async def _strike(self, update_id: int) -> None:
        try:
            await self._drop([update_id])
        except StoreError as error:
            log.warning("update %d may be answered again after the next start: %s", update_id, error)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
        return task
