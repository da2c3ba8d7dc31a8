"""Whose language is spoken where: a chat's choice, else its client's, else the bot's own."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime

from bot.domain.subscriptions import Destination
from bot.render.language import Language
from bot.render.languages import Languages
from bot.store.chats.chats import Chats


class ReaderLanguages:
    """Of chats and of people; what Telegram tells of a client's language is kept of those that are known."""

    def __init__(self, chats: Chats, languages: Languages, clock: Callable[[], datetime]) -> None:
        self._chats = chats
        self._clock = clock
        self.languages = languages

    async def met(self, place: Destination, *, is_editor: Callable[[int], Awaitable[bool]]) -> Language:
        """The language of the place that somebody writes from.

        An editor is kept with it even if they order nothing: what befalls articles is told them unasked.
        """
        chat, told = await self._chats.find(place.telegram_id, place.thread_id), place.client_language
        if chat is None:
            if told is not None and place.user_id is not None and await is_editor(place.user_id):
                await self._chats.get_or_create(place, now=self._clock())
            return self.languages.of(told)
        if told is not None and told != chat.client_language:
            await self._chats.note_client_language(place.telegram_id, told)
        return self.languages.of(chat.language or told or chat.client_language)

    async def of_person(self, user_id: int, *, otherwise: str | None) -> Language:
        """The language of somebody's own chat; of one that is not known, what their client tells."""
        told = await self._chats.languages({user_id})
        return self.languages.of(told.get(user_id) or otherwise)

    async def of_people(self, user_ids: Collection[int]) -> Mapping[int, Language]:
        """The language of each one's own chat."""
        told = await self._chats.languages(user_ids)
        return {user_id: self.languages.of(told.get(user_id)) for user_id in user_ids}
