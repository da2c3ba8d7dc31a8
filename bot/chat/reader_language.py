"""In whose language an update is answered, found before anything is said."""

import asyncio
from contextlib import suppress

from telegram import Update

from bot.botapi.updates import AnswerableUpdate
from bot.chat.access_gate import Door, UpdateKind, update_kind
from bot.chat.destinations import destination_of
from bot.chat.parse import Context
from bot.desks.reader_languages import ReaderLanguages
from bot.domain.errors import StoreError
from bot.domain.subscriptions import Destination
from bot.render.language import Language
from bot.render.languages import Languages


class LanguageFinder:
    """Has each update answered in the language of its chat; stands before every other handler."""

    def __init__(self, readers: ReaderLanguages, door: Door) -> None:
        self._readers = readers
        self._door = door

    async def __call__(self, update: Update, context: Context) -> None:
        """What wants no answer is not looked up; an editor's answers tell articles' numbers."""
        place = destination_of(update)
        if place is None or update_kind(update) is UpdateKind.NOTHING:
            return
        language, edits = await asyncio.gather(self._language(place), self._edits(place))
        answer_in(update, language)
        if edits and isinstance(update, AnswerableUpdate):
            update.answer_an_editor()

    async def _language(self, place: Destination) -> Language:
        """Where the database is silent, the client's."""
        try:
            return await self._readers.met(place, is_editor=self._door.is_editor)
        except StoreError:
            return self._readers.languages.of(place.client_language)

    async def _edits(self, place: Destination) -> bool:
        """Whether it is an editor's own chat; where the database is silent, nobody's is."""
        if place.kind != "private" or place.user_id is None:
            return False
        with suppress(StoreError):
            return await self._door.is_editor(place.user_id)
        return False


def answer_in_clients_language(update: Update, languages: Languages) -> None:
    """For what is said before the chat is looked up."""
    place = destination_of(update)
    answer_in(update, languages.of(place.client_language if place is not None else None))


def answer_in(update: Update, language: Language) -> None:
    """What is said to the update from now on is said in that language."""
    if isinstance(update, AnswerableUpdate):
        update.answer_in(language.code)
