"""Who is answered and who edits: the door, made of the settings and the store."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from telegram import Bot
from telegram.error import TelegramError

from bot.botapi.posting import post
from bot.config.settings import Access
from bot.desks.reader_languages import ReaderLanguages
from bot.render.editors import brought_in
from bot.render.language import Language
from bot.render.languages import Languages
from bot.render.unsaid import Unsaid
from bot.store import Store

log = logging.getLogger(__name__)


class Doorkeeper:
    """Editors are those of the settings and those they added; ACCESS=invite lets others in by a link."""

    def __init__(
        self,
        store: Store,
        *,
        editor_ids: frozenset[int],
        access: Access,
        clock: Callable[[], datetime],
        languages: Languages = Languages(),  # noqa: B008 - a frozen value
    ) -> None:
        self._store = store
        self._editor_ids = editor_ids
        self._access = access
        self._clock = clock
        self._languages = ReaderLanguages(store.chats, languages, clock)

    async def may_ask(self, *, user_id: int, chat_id: int) -> bool:
        """Whether this person, or this chat as a whole, is answered."""
        if self._access is Access.OPEN or await self.is_editor(user_id):
            return True
        return await self._store.editorial.is_member(user_id, chat_id)

    async def is_editor(self, user_id: int) -> bool:
        """Whether the editors' commands are theirs."""
        return user_id in self._editor_ids or await self._store.editorial.is_editor(user_id)

    async def is_chief(self, user_id: int) -> bool:
        """Whether they say who is an editor and a chief: those of the settings, and whom they made one."""
        return user_id in self._editor_ids or await self._store.editorial.is_chief(user_id)

    async def acts_as_chief(self, user_id: int) -> bool:
        """Whether killing, sources and who edits are theirs: any editor's, unless kept to chiefs."""
        return not await self._store.editorial.chiefs_only() or await self.is_chief(user_id)

    async def arrive(self, *, user_id: int, code: str) -> None:
        """Who came by an editor's link is let in."""
        await self._store.editorial.admit(user_id, code, now=self._clock())

    async def vouch(self, *, user_id: int, chat_id: int) -> None:
        """What an editor brings the bot into, or starts it in, is answered as a whole."""
        if self._access is Access.INVITE and await self.is_editor(user_id):
            await self._store.editorial.vouch(chat_id, by=user_id, now=self._clock())

    async def ask_about_groups(self, bot: Bot) -> None:
        """Asks editors, once, whether to let in the groups that earlier builds let readers bring it into."""
        if self._access is Access.INVITE and (groups := await self._store.groups.ask_about()):
            await self.notify_editors(bot)(brought_in(groups)[0])

    async def language_of(self, user_id: int) -> Language:
        """In which somebody's own chat is written to."""
        return (await self._languages.of_people({user_id}))[user_id]

    @property
    def from_the_start(self) -> frozenset[int]:
        """Editors by the settings: nobody removes them in the chat."""
        return self._editor_ids

    async def editors(self) -> frozenset[int]:
        """Everybody who edits."""
        return self._editor_ids | {editor.user_id for editor in await self._store.editorial.editors()}

    def notify_editors(self, bot: Bot) -> Callable[[Unsaid], Awaitable[None]]:
        """Writes a message to every editor's own chat; one who cannot be written to is passed over."""

        async def tell(message: Unsaid) -> None:
            languages = await self._languages.of_people(await self.editors())
            for user_id in sorted(languages):
                try:
                    await post(bot, user_id, message.said_in(languages[user_id]))
                except TelegramError as error:
                    log.info("editor %s could not be told: %s", user_id, error.message)

        return tell
