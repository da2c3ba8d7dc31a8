"""Whose language is spoken where: a chat's choice, else its client's, else the bot's own."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from bot.domain.questions import OpenQuestion
from bot.domain.subscriptions import Destination
from bot.render.language import Language
from bot.render.languages import Languages
from bot.store.chats.chats import Chats


class Met(NamedTuple):
    """The language of a place, whether who writes from it is an editor, and what they were asked."""

    language: Language
    edits: bool
    asked: OpenQuestion | None = None


class ReaderLanguages:
    """Of chats and of people; what Telegram tells of a client's language is kept of those that are known."""

    def __init__(self, chats: Chats, languages: Languages, clock: Callable[[], datetime]) -> None:
        self._chats = chats
        self._clock = clock
        self.languages = languages

    async def met(self, place: Destination, *, editor_ids: Collection[int]) -> Met:
        """Of somebody who writes from the place; `editor_ids` are editors by the settings.

        An editor is kept with the language even if they order nothing: what befalls articles is told them
        unasked.
        """
        writer, told = await self._chats.met(place), place.client_language
        edits = writer.edits or place.user_id in editor_ids
        if told is not None and edits and not writer.is_known:
            await self._chats.get_or_create(place, now=self._clock())
        elif told is not None and writer.is_known and told != writer.client_language:
            await self._chats.note_client_language(place.telegram_id, told)
        language = self.languages.of(writer.language or told or writer.client_language)
        return Met(language, edits, writer.asked)

    async def of_person(self, user_id: int, *, otherwise: str | None) -> Language:
        """The language of somebody's own chat; of one that is not known, what their client tells."""
        told = await self._chats.languages({user_id})
        return self.languages.of(told.get(user_id) or otherwise)

    async def of_people(self, user_ids: Collection[int]) -> Mapping[int, Language]:
        """The language of each one's own chat."""
        told = await self._chats.languages(user_ids)
        return {user_id: self.languages.of(told.get(user_id)) for user_id in user_ids}
