"""In which language an update is answered."""

from dataclasses import replace

from telegram import Update

from bot.botapi.updates import AnswerableUpdate
from bot.domain.languages import SOURCE
from bot.render.language import Language
from bot.render.languages import language


def language_of(update: Update) -> Language:
    """The one found for it; English for an update that was not looked up."""
    if not isinstance(update, AnswerableUpdate):
        return language(SOURCE)
    found = language(update.language_code or SOURCE)
    return replace(found, for_editors=True) if update.is_editors else found


def is_for_editors(update: Update) -> bool:
    """Whether an editor alone reads the answer."""
    return language_of(update).for_editors
