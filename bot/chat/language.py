"""In which language an update is answered."""

from telegram import Update

from bot.render.language import ENGLISH, Language


def language_of(_update: Update) -> Language:
    """The language of the chat that the update came from."""
    return ENGLISH
