"""Who is answered: a gate before every handler."""

import enum
import logging
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from telegram import Message as TelegramMessage
from telegram import MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot.chat.commands import EDITING, EVERYBODY
from bot.chat.parse import Context, argument
from bot.chat.reply import close_press, reply
from bot.chat.spoken_to import is_spoken_to
from bot.domain.button_actions import reads
from bot.domain.sharing import is_shared
from bot.render.lists import note
from bot.render.texts import Said, _

log = logging.getLogger(__name__)

ASK_IN_PRIVATE = _("I only show this in a private chat. Write to me there.")
NOT_LET_IN = _("I am not allowed here yet. Ask an editor to write /start in this chat.")
INVITED_ONLY = _("This bot is for invited readers. Ask an editor for a link.")
TOLD_EVERY = timedelta(hours=1)
_EDITORS = frozenset(command.name for command in EDITING)
_OURS = {"start", *(command.name for command in EVERYBODY)}
_ORDERING_COMMANDS = frozenset({"subscribe", "follow", "unfollow", "mute", "unmute", "settings"})
_ENDING_COMMANDS = frozenset({"unsubscribe", "forget"})
_ENDING_PRESSES = frozenset({"un", "sx", "un:yes", "forget:yes", "forget:no"})
REMEMBERED_CHATS = 10_000  # refusals kept in memory; an older one may be told again


class Door(Protocol):
    """Who may come in. Made of the settings and the store by whoever composes the bot."""

    @property
    def from_the_start(self) -> frozenset[int]:
        """Editors by the settings: they are known without the store."""
        ...

    async def may_ask(self, *, user_id: int, chat_id: int) -> bool:
        """Whether this person, or this chat as a whole, is answered."""
        ...

    async def is_editor(self, user_id: int) -> bool:
        """Whether the editors' commands are theirs."""
        ...

    async def acts_as_chief(self, user_id: int) -> bool:
        """Of an editor: whether what is a chief editor's is theirs, too."""
        ...

    async def arrive(self, *, user_id: int, code: str) -> None:
        """Somebody pressed start by a link with a code: who was invited is let in."""
        ...

    async def vouch(self, *, user_id: int, chat_id: int) -> None:
        """Somebody brought the bot into a chat, or started it there: an editor lets the whole chat in."""
        ...


class Gate:
    """Stops the updates that nobody may have answered; tells a chat so at most once an hour."""

    def __init__(self, door: Door, clock: Callable[[], datetime]) -> None:
        self._door = door
        self._clock = clock
        self._told: OrderedDict[int, datetime] = OrderedDict()

    async def __call__(self, update: Update, context: Context) -> None:
        """Raises ApplicationHandlerStop for an update that must not go on."""
        match update_kind(update):
            case UpdateKind.TOLD:
                return
            case UpdateKind.NOTHING:
                raise ApplicationHandlerStop
            case UpdateKind.ORDERED:
                user = update.effective_user
                if user is None or not await self._door.is_editor(user.id):
                    raise ApplicationHandlerStop
            case UpdateKind.ASKED:
                if not await self._may_pass(update):
                    raise ApplicationHandlerStop

    async def _may_pass(self, update: Update) -> bool:
        await self._greet(update)
        if ends(update):
            return True
        if await is_let_in(update, self._door):
            if is_order(update) and not await is_theirs_to_order(update, self._door):
                await _answer(update, NOT_LET_IN)
                return False
            return await _is_for_one(update)
        chat = update.effective_chat
        if update.callback_query is not None or (
            update.message is not None and chat is not None and self._is_news(chat.id, now=self._clock())
        ):
            await _answer(update, INVITED_ONLY)
        return False  # the readers of a channel asked nothing, and are told nothing

    async def _greet(self, update: Update) -> None:
        """Whoever starts may be invited by that; an editor who starts in a group lets it in."""
        message, user = update.message, update.effective_user
        if message is None or user is None or addressed(message) is False or _command(message) != "start":
            return
        if message.chat.type != ChatType.PRIVATE:
            await self._door.vouch(user_id=user.id, chat_id=message.chat.id)
        elif (code := argument(update)) and not is_shared(code):
            await self._door.arrive(user_id=user.id, code=code)

    def _is_news(self, chat_id: int, *, now: datetime) -> bool:
        told = self._told.get(chat_id)
        if told is not None and now - told < TOLD_EVERY:
            return False
        self._told[chat_id] = now
        self._told.move_to_end(chat_id)
        if len(self._told) > REMEMBERED_CHATS:
            self._told.popitem(last=False)
        return True


async def _is_for_one(update: Update) -> bool:
    """Whether what is shown is shown to who asked. A press that reads, where many read, is told where to."""
    query, chat = update.callback_query, update.effective_chat
    if query is None or chat is None or chat.type == ChatType.PRIVATE or not reads(query.data or ""):
        return True
    await close_press(update, ASK_IN_PRIVATE, alert=True)
    return False


async def _answer(update: Update, words: Said) -> None:
    if update.callback_query is not None:
        await close_press(update, words, alert=True)
    else:
        await reply(update, note(words))


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


async def is_theirs_to_order(update: Update, door: Door) -> bool:
    """Whether the door lets who is let in order what the place is sent.

    For a place where many read that takes an editor's word: one who is let in lets nobody else in.
    """
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type == ChatType.PRIVATE:
        return True
    by_editor = user is not None and await door.is_editor(user.id)
    return by_editor or await door.may_ask(user_id=chat.id, chat_id=chat.id)


class UpdateKind(enum.Enum):
    """What an update is to us."""

    ASKED = "asked"  # somebody wants an answer
    ORDERED = "ordered"  # an editors' command, in a group: perhaps another bot's, for whoever is no editor
    TOLD = "told"  # Telegram says what befell the bot, or a chat
    NOTHING = "nothing"  # talk that is not for us, and whatever kinds there are that we do not know


def update_kind(update: Update) -> UpdateKind:
    """A press, a private message, or words or a command elsewhere that are for us want an answer."""
    if update.my_chat_member is not None:
        return UpdateKind.TOLD
    if (query := update.callback_query) is not None:
        told = query.data is not None and update.effective_chat is not None
        return UpdateKind.ASKED if told else UpdateKind.NOTHING
    message = update.message or update.channel_post
    if message is None:
        return UpdateKind.NOTHING
    if message.migrate_to_chat_id is not None or message.migrate_from_chat_id is not None:
        return UpdateKind.TOLD
    named = addressed(message)
    spoken_to = update.message is not None and is_spoken_to(message)
    if message.chat.type == ChatType.PRIVATE or named or spoken_to:
        return UpdateKind.ASKED
    if named is None and _command(message) in _OURS:  # an unknown one may be another bot's
        return UpdateKind.ASKED
    return UpdateKind.ORDERED if named is None and _command(message) in _EDITORS else UpdateKind.NOTHING


def _command(message: TelegramMessage) -> str:
    """ "brief" of "/Brief@our_bot aleppo"."""
    first, *_ = (message.text or "").split() or ["/"]
    return first[1:].partition("@")[0].lower()


def addressed(message: TelegramMessage) -> bool | None:
    """Whether a message begins with a command to this bot by name; None: with one that names no bot."""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return False
    _, at, name = message.parse_entity(first).partition("@")
    return name.lower() == message.get_bot().username.lower() if at else None


def is_order(update: Update) -> bool:
    """Whether it can change what the place is sent."""
    if update.callback_query is not None:
        return not reads(update.callback_query.data or "")
    message = update.message or update.channel_post
    return message is not None and _command(message) in _ORDERING_COMMANDS


def ends(update: Update) -> bool:
    """Whether it ends what a chat is sent: whoever is sent something can stop it, invited or not."""
    if update.callback_query is not None:
        return update.callback_query.data in _ENDING_PRESSES
    message = update.message or update.channel_post
    return message is not None and addressed(message) is not False and _command(message) in _ENDING_COMMANDS
