"""In which language an update is answered."""

from telegram import Update

from bot.botapi.updates import AnswerableUpdate
from bot.domain.languages import SOURCE
from bot.render.language import Language
from bot.render.languages import language


def language_of(update: Update) -> Language:
    """The one found for it; English for an update that was not looked up."""
    code = update.language_code if isinstance(update, AnswerableUpdate) else None
    return language(code or SOURCE)
