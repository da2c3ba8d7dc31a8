"""Answers that take long, as they wait for strangers' servers: said at once, given when they are there."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.botapi.keyboards import form_of
from bot.chat.parse import Context
from bot.chat.reply import note_answer, reply, said, send
from bot.domain.messages import Message
from bot.render.lists import note
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid

Answer: TypeAlias = Awaitable[Sequence[Unsaid]]

MOST_AT_ONCE = 4  # that are worked on; more wait
MOST_WAITING = 20
TOO_MANY = _("I am busy with other questions. Please ask again in a moment.")


class SlowAnswers:
    """Holds back nobody: the chat's next question is answered meanwhile. For private chats."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(MOST_AT_ONCE)

    async def reply(
        self, update: Update, context: Context, meanwhile: Said, answer: Callable[[], Answer]
    ) -> None:
        """Says the one, and puts the answer in its place."""
        asked = update.effective_message
        if asked is None:
            return
        if len(self._tasks) >= MOST_WAITING:
            await reply(update, note(TOO_MANY))
            return
        (first,) = said(update, note(meanwhile))
        told = await asked.reply_html(first.html, api_kwargs=form_of(()))
        note_answer(update)
        task = asyncio.create_task(self._finish(update, context, told, answer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _finish(
        self, update: Update, context: Context, told: TelegramMessage, answer: Callable[[], Answer]
    ) -> None:
        try:
            async with self._room:
                messages = said(update, await answer())
            await _put_in_place(update, told, messages)
        except Exception as fault:  # nobody awaits the task
            await context.application.process_error(update, fault)


async def _put_in_place(update: Update, told: TelegramMessage, messages: Sequence[Message]) -> None:
    first, *rest = messages
    try:
        await told.edit_text(first.html, parse_mode=ParseMode.HTML, api_kwargs=form_of(first.buttons))
    except BadRequest:  # somebody deleted it
        rest = list(messages)
    await send(update, rest)
