"""In which language a chat is written to, as its people choose it under /settings."""

from dataclasses import replace

from telegram import Update

from bot.chat.access_gate import Door
from bot.chat.administrators import destination_to_set
from bot.chat.commands import list_editor_commands
from bot.chat.parse import Context, caught
from bot.chat.reader_language import answer_in
from bot.chat.reply import edit_in_place
from bot.desks.subscribers import Subscribers
from bot.domain.languages import known_languages, language_called
from bot.domain.subscriptions import Destination
from bot.render.language_choice import OWN, language_page, not_spoken
from bot.render.languages import Languages
from bot.render.unsaid import Unsaid

_UNCHOSEN = frozenset({"telegram", "off", "none", "bot", OWN})


class LanguageChoice:
    """Changes the language, and answers in the new one; an editor's commands are listed in it, too."""

    def __init__(self, subscribers: Subscribers, door: Door, languages: Languages) -> None:
        self._subscribers = subscribers
        self._door = door
        self._languages = languages

    async def press(self, update: Update, context: Context) -> None:
        """The language of the button; the one that Telegram tells, or the bot's."""
        if (place := await destination_to_set(update)) is not None:
            code = caught(context)
            chosen = code if code in known_languages() else None  # a forged press, or one that is gone
            await edit_in_place(update, await self._choose(update, place, chosen))

    async def type(self, update: Update, place: Destination, words: str) -> tuple[tuple[Unsaid, ...], bool]:
        """The language that is so called, and whether there is one."""
        if words.casefold() in _UNCHOSEN:
            return await self._choose(update, place, None), True
        code = language_called(words)
        return (not_spoken(), False) if code is None else (await self._choose(update, place, code), True)

    async def _choose(self, update: Update, place: Destination, code: str | None) -> tuple[Unsaid, ...]:
        standing = await self._subscribers.change(place, lambda chat: replace(chat, language=code))
        language = self._languages.of(standing.chat.speaks)
        answer_in(update, language)
        if place.kind == "private" and await self._door.is_editor(place.telegram_id):
            await list_editor_commands(update.get_bot(), place.telegram_id, language)
        return language_page(standing)
