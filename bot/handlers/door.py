"""Who is answered: a gate before every handler."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from telegram import Message as TelegramMessage
from telegram import MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot import render
from bot.handlers.commands import EVERYBODY
from bot.handlers.parse import Context
from bot.handlers.reply import close_press, reply

log = logging.getLogger(__name__)

INVITED_ONLY = "This bot answers readers who were invited. An editor can give you a link."
TOLD_EVERY = timedelta(hours=1)
_OURS = {"start", *(command.name for command in EVERYBODY)}
_ENDING_COMMANDS = frozenset({"unsubscribe", "forget"})
_ENDING_PRESSES = frozenset({"sx", "forget:yes", "forget:no"})
REMEMBERED_CHATS = 10_000  # refusals kept in memory; an older one may be told again


class Door(Protocol):
    """Who may come in. Made of the settings and the store by whoever composes the bot."""

    async def may_ask(self, *, user_id: int, chat_id: int) -> bool:
        """Whether this person, or this chat as a whole, is answered."""
        ...

    async def is_editor(self, user_id: int) -> bool:
        """Whether the editors' commands are theirs."""
        ...

    async def arrive(self, *, user_id: int, chat_id: int, code: str) -> None:
        """Somebody pressed start, perhaps by a link with a code: remember them, let an invited one in."""
        ...

    async def vouch(self, *, user_id: int, chat_id: int) -> None:
        """Somebody brought the bot into a chat; a channel is answered if they are."""
        ...


class OpenDoor:
    """Everybody may ask, nobody edits."""

    async def may_ask(self, *, user_id: int, chat_id: int) -> bool:
        return True

    async def is_editor(self, user_id: int) -> bool:
        return False

    async def arrive(self, *, user_id: int, chat_id: int, code: str) -> None:
        """Nobody has to be remembered."""

    async def vouch(self, *, user_id: int, chat_id: int) -> None:
        """Nobody has to be let in."""


class Gate:
    """Stops the updates of people who are not answered; tells a chat so at most once an hour."""

    def __init__(self, door: Door, clock: Callable[[], datetime]) -> None:
        self._door = door
        self._clock = clock
        self._told: OrderedDict[int, datetime] = OrderedDict()

    async def __call__(self, update: Update, context: Context) -> None:
        """Raises ApplicationHandlerStop for an update that must not go on."""
        chat = update.effective_chat
        if chat is None or not asks(update) or brings_code(update) or ends(update):
            return
        if await is_let_in(update, self._door):
            return
        if update.channel_post is not None:
            pass  # its readers asked nothing
        elif update.callback_query is not None:
            await close_press(update.callback_query, INVITED_ONLY, alert=True)
        elif self._is_news(chat.id, now=self._clock()):
            await reply(update, render.note(INVITED_ONLY))
        raise ApplicationHandlerStop

    def _is_news(self, chat_id: int, *, now: datetime) -> bool:
        told = self._told.get(chat_id)
        if told is not None and now - told < TOLD_EVERY:
            return False
        self._told[chat_id] = now
        self._told.move_to_end(chat_id)
        if len(self._told) > REMEMBERED_CHATS:
            self._told.popitem(last=False)
        return True


async def is_let_in(update: Update, door: Door) -> bool:
    """Whether the door lets the sender in, or the chat as a whole."""
    chat = update.effective_chat
    if chat is None:
        return False
    asker = update.effective_user or chat  # a channel's post is the channel's own
    let_in = await door.may_ask(user_id=asker.id, chat_id=chat.id)
    if not let_in:
        log.info("user %s in chat %s is not invited", asker.id, chat.id)
    return let_in


def asks(update: Update) -> bool:
    """Whether the update wants an answer: a press, a private message, a command elsewhere that is for us."""
    if update.callback_query is not None:
        return True
    message = update.message or update.channel_post
    if message is None:
        return False
    if message.chat.type == ChatType.PRIVATE:
        return True
    named = addressed(message)
    return _is_ours(message) if named is None else named  # an unknown one may be another bot's


def _is_ours(message: TelegramMessage) -> bool:
    return _command(message) in _OURS


def _command(message: TelegramMessage) -> str:
    """ "brief" of "/Brief@our_bot aleppo"."""
    return (message.text or "/").split()[0][1:].partition("@")[0].lower()


def addressed(message: TelegramMessage) -> bool | None:
    """Whether a message begins with a command to this bot by name; None: with one that names no bot."""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return False
    _, at, name = message.parse_entity(first).partition("@")
    return name.lower() == message.get_bot().username.lower() if at else None


def ends(update: Update) -> bool:
    """Whether it ends what a chat is sent: whoever is sent something can stop it, invited or not."""
    if update.callback_query is not None:
        return update.callback_query.data in _ENDING_PRESSES
    message = update.message or update.channel_post
    return message is not None and addressed(message) is not False and _command(message) in _ENDING_COMMANDS


def brings_code(update: Update) -> bool:
    """Whether this is `/start` with a code from a link: the start handler judges it."""
    message = update.message
    if message is None or message.chat.type != ChatType.PRIVATE:
        return False
    return (message.text or "").startswith("/start ")
