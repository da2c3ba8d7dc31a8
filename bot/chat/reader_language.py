"""In whose language an update is answered, and what its chat was asked: found before anything is said."""

from telegram import Update

from bot.botapi.updates import AnswerableUpdate
from bot.chat.access_gate import UpdateKind, update_kind
from bot.chat.destinations import destination_of
from bot.chat.parse import Context
from bot.chat.questions import note_open_question
from bot.desks.reader_languages import Met, ReaderLanguages
from bot.domain.errors import StoreError
from bot.domain.subscriptions import Destination
from bot.render.language import Language
from bot.render.languages import Languages


class LanguageFinder:
    """Has each update answered in the language of its chat; stands before every other handler."""

    def __init__(self, readers: ReaderLanguages, editor_ids: frozenset[int]) -> None:
        """`editor_ids` are editors by the settings: they are known where the database is silent, too."""
        self._readers = readers
        self._editor_ids = editor_ids

    async def __call__(self, update: Update, context: Context) -> None:
        """What wants no answer is not looked up; an editor's answers tell articles' numbers."""
        place = destination_of(update)
        note_open_question(None)
        if place is None or update_kind(update) is UpdateKind.NOTHING:
            return
        language, edits, asked = await self._met(place)
        note_open_question(asked)
        answer_in(update, language)
        if edits and place.kind == "private" and isinstance(update, AnswerableUpdate):
            update.answer_an_editor()

    async def _met(self, place: Destination) -> Met:
        """Where the database is silent, the client's language."""
        try:
            return await self._readers.met(place, editor_ids=self._editor_ids)
        except StoreError:
            language = self._readers.languages.of(place.client_language)
            return Met(language, edits=place.user_id in self._editor_ids)


def answer_in_clients_language(update: Update, languages: Languages) -> None:
    """For what is said before the chat is looked up."""
    place = destination_of(update)
    answer_in(update, languages.of(place.client_language if place is not None else None))


def answer_in(update: Update, language: Language) -> None:
    """What is said to the update from now on is said in that language."""
    if isinstance(update, AnswerableUpdate):
        update.answer_in(language.code)
