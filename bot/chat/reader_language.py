"""In whose language an update is answered, found before anything is said."""

from contextlib import suppress

from telegram import Update

from bot.botapi.updates import AnswerableUpdate
from bot.chat.access_gate import Door, UpdateKind, update_kind
from bot.chat.destinations import destination_of
from bot.chat.parse import Context
from bot.desks.reader_languages import ReaderLanguages
from bot.domain.errors import StoreError
from bot.render.language import Language
from bot.render.languages import Languages


class LanguageFinder:
    """Has each update answered in the language of its chat; stands before every other handler."""

    def __init__(self, readers: ReaderLanguages, door: Door) -> None:
        self._readers = readers
        self._door = door

    async def __call__(self, update: Update, context: Context) -> None:
        """What wants no answer is not looked up; where the database is silent, the client's is taken."""
        place = destination_of(update)
        if place is None or update_kind(update) is UpdateKind.NOTHING:
            return
        try:
            language = await self._readers.met(place, is_editor=self._door.is_editor)
        except StoreError:
            language = self._readers.languages.of(place.client_language)
        answer_in(update, language)
        if place.kind == "private" and place.user_id is not None:
            await self._find_editor(update, place.user_id)

    async def _find_editor(self, update: Update, user_id: int) -> None:
        """An editor's answers tell articles' numbers; where the database is silent, nobody's do."""
        with suppress(StoreError):
            if isinstance(update, AnswerableUpdate) and await self._door.is_editor(user_id):
                update.answer_an_editor()


def answer_in_clients_language(update: Update, languages: Languages) -> None:
    """For what is said before the chat is looked up."""
    place = destination_of(update)
    answer_in(update, languages.of(place.client_language if place is not None else None))


def answer_in(update: Update, language: Language) -> None:
    """What is said to the update from now on is said in that language."""
    if isinstance(update, AnswerableUpdate):
        update.answer_in(language.code)
