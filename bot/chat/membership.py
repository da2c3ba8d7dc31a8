"""Where the bot is let in and put out: blocked, added, promoted, moved, and started again."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from telegram import Chat, ChatMember, ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from bot.botapi.posting import post
from bot.chat.access_gate import Door, is_let_in, is_theirs_to_order
from bot.chat.administrators import may_set
from bot.chat.destinations import destination_of
from bot.chat.language import language_of
from bot.chat.parse import Context
from bot.chat.reply import reply
from bot.chat.routes import Route, on_order
from bot.desks.reader_languages import ReaderLanguages
from bot.desks.subscribers import Subscribers
from bot.render.language import Language
from bot.render.subscribing import not_let_in, ordered, welcome_channel, welcome_group
from bot.render.unsaid import Unsaid
from bot.store.chats.chats import Chats

log = logging.getLogger(__name__)

_GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})


class MembershipHandlers:
    """Stops chats that put the bot out, and brings them back. A place nobody subscribed is not remembered."""

    def __init__(
        self, chats: Chats, door: Door, clock: Callable[[], datetime], readers: ReaderLanguages
    ) -> None:
        self._readers = readers
        self._chats = chats
        self._door = door
        self._clock = clock

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            ChatMemberHandler(self.standing, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(filters.StatusUpdate.MIGRATE, self.moved),
        )

    async def standing(self, update: Update, context: Context) -> None:
        """The bot was let in, promoted, put out or blocked: the chat is met, or stopped."""
        change = update.my_chat_member
        if change is None:
            return
        chat = change.chat
        before, after = _can_write(chat, change.old_chat_member), _can_write(chat, change.new_chat_member)
        if not after:
            log.info("chat %s: the bot was put out", chat.id)
            await self._chats.stop_everywhere(chat.id, now=self._clock())
            return
        await self._resume(chat)
        if not before and chat.type != ChatType.PRIVATE:
            await self._door.vouch(user_id=change.from_user.id, chat_id=chat.id)
            if await self._door.may_ask(user_id=chat.id, chat_id=chat.id):
                await self._introduce(change, update, context)
            elif await self._door.may_ask(user_id=change.from_user.id, chat_id=chat.id):
                await _write(context, change.from_user.id, not_let_in(chat.title), await self._of(change))

    async def moved(self, update: Update, context: Context) -> None:
        """A group became a supergroup: what is stored of it goes by its new number."""
        message = update.message
        if message is None:
            return
        here = message.chat.id  # the old one and the new one both tell
        before, after = message.migrate_from_chat_id or here, message.migrate_to_chat_id or here
        log.info("group %s is %s now", before, after)
        await self._chats.migrate(before, after)
        if await self._door.may_ask(user_id=after, chat_id=after):
            await self._chats.resume_everywhere(after, now=self._clock())

    async def _introduce(self, change: ChatMemberUpdated, update: Update, context: Context) -> None:
        """In a group to all, of a channel to who made the bot its administrator."""
        if change.chat.type == ChatType.CHANNEL:
            told, language = welcome_channel(change.chat.title), await self._of(change)
            await _write(context, change.from_user.id, told, language)
        else:
            await _write(context, change.chat.id, welcome_group(), language_of(update))

    async def _of(self, change: ChatMemberUpdated) -> Language:
        """The language of who let the bot in or promoted it."""
        return await self._readers.of_person(change.from_user.id, otherwise=change.from_user.language_code)

    async def _resume(self, chat: Chat) -> None:
        """A person comes back by themselves; a place where readers are many, where it is let in."""
        if chat.type == ChatType.PRIVATE or await self._door.may_ask(user_id=chat.id, chat_id=chat.id):
            await self._chats.resume_everywhere(chat.id, now=self._clock())


class ReturningHandlers:
    """/start brings a stopped chat back, once whoever greets has let an invited one in."""

    def __init__(self, subscribers: Subscribers, door: Door) -> None:
        self._subscribers = subscribers
        self._door = door

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (on_order("start", self.start),)

    async def start(self, update: Update, context: Context) -> None:
        """`/start` brings a stopped chat back."""
        place = destination_of(update)
        if place is None or not await is_let_in(update, self._door):
            return
        if not await is_theirs_to_order(update, self._door) or not await may_set(update):
            return
        if (standing := await self._subscribers.back(place)) is not None and standing.chat.subscribed:
            await reply(update, ordered(standing))


def _can_write(chat: Chat, member: ChatMember) -> bool:
    """A channel takes posts from its administrators only."""
    if chat.type == ChatType.CHANNEL:
        return member.status == ChatMemberStatus.ADMINISTRATOR
    return member.status not in _GONE


async def _write(context: Context, to: int, told: tuple[Unsaid, ...], language: Language) -> None:
    try:
        for unsaid in told:
            await post(context.bot, to, unsaid.said_in(language))
    except (BadRequest, Forbidden) as refusal:
        log.info("chat %s: no welcome: %s", to, refusal.message)
