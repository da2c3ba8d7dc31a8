"""What is written without a command: answered as by the button that it means, or asked about by buttons."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler

from bot.chat.administrators import admins_only, may_set
from bot.chat.articles import NOT_HERE
from bot.chat.language import language_of
from bot.chat.parse import Context, caught, numbers
from bot.chat.plain_orders import settings_in
from bot.chat.reply import reply
from bot.chat.routes import Route, on_press
from bot.chat.shown_stories import lists_stories, numbered_in_answered, story_answered
from bot.chat.spoken_to import without_name
from bot.desks.plain_words import PlainWordsDesk
from bot.domain.meanings import Meaning, Understood, changes, likeliest
from bot.domain.plain_words import asked_of
from bot.domain.words import typed
from bot.render.lists import note
from bot.render.meanings import meaning_button, sets_the_chat, shows_settings, which_meaning
from bot.render.texts import _
from bot.render.wishes import story_vocabulary, vocabulary
from bot.render.within import within

WHICH_STORY = _("Several stories stand there. Open one of them, and ask in a reply to it.")
LONGEST = 300  # graphemes that are read


class PlainWordsHandlers:
    """Finds out what is meant. `routes` are all the bot's: the handler of its button does it."""

    def __init__(self, desk: PlainWordsDesk, routes: Callable[[], Sequence[Route]]) -> None:
        self._desk = desk
        self._routes = routes

    def all(self) -> Iterable[Route]:
        """Every handler of this family that is asked by a button."""
        return on_press("iw:{id}:{words}", self.within), on_press("iq:{id}:{words}", self.quoted)

    async def answer(self, update: Update, context: Context) -> None:
        """Words without a command: what is surely meant, else the likeliest as buttons."""
        message = update.effective_message
        if message is None:
            return
        said, number = typed(without_name(message), LONGEST), story_answered(message)
        if await self._of_list(update, context, message, said, one=number is not None):
            return
        in_story = await self._in_story(update, number, said) if number else ()
        understood = await self._found(update, said)
        found = likeliest(in_story, understood.meanings)
        if number and found and found[0].kind == "voices" and await self._quoted(update, number):
            return
        many = message.chat.type != ChatType.PRIVATE
        if many and any(map(sets_the_chat, found)) and not await may_set(update):
            if sets_the_chat(found[0]):
                await reply(update, admins_only())
                return
            found = tuple(one for one in found if not sets_the_chat(one))
        if found and found[0].sure and not (shows_settings(found[0]) if many else changes(found[0])):
            await self._do(update, context, found[0])
        else:
            told = Understood(meanings=found) if in_story else replace(understood, meanings=found)
            await reply(update, which_meaning(told, typed(said), linked=many))

    async def _of_list(
        self, update: Update, context: Context, message: TelegramMessage, said: str, *, one: bool
    ) -> bool:
        """Whether the words name a number of the list that they reply to, or ask of one story: answered.

        `one`: they reply to one story, so that they may ask of it.
        """
        listed = numbered_in_answered(message, said)
        if listed is not None and await self._press(update, context, listed):
            return True
        asks = self._desk.asks_of_one_story(said, story_vocabulary(language_of(update)))
        if not asks or one or not lists_stories(message):
            return False
        await reply(update, note(WHICH_STORY))
        return True

    async def within(self, update: Update, context: Context) -> None:
        """`iw:id:words`: what the article tells of the words."""
        words = caught(context)
        content = await self._desk.within(numbers(context)[0], words)
        await reply(update, note(NOT_HERE) if content is None else within(words, content))

    async def quoted(self, update: Update, context: Context) -> None:
        """`iq:id:words`: who says the words in the article."""
        number, words = numbers(context)[0], caught(context)
        content = await self._desk.quoted(number, asked_of(words, vocabulary(language_of(update))))
        await reply(update, note(NOT_HERE) if content is None else within(words, content))

    async def _found(self, update: Update, said: str) -> Understood:
        language = language_of(update)
        known = vocabulary(language)
        settings = settings_in(said, known, language, now=self._desk.now())
        return await self._desk.meanings(said, known, settings=settings)

    async def _in_story(self, update: Update, number: int, said: str) -> tuple[Meaning, ...]:
        language = language_of(update)
        return await self._desk.in_story(number, said, vocabulary(language), story_vocabulary(language))

    async def _quoted(self, update: Update, number: int) -> bool:
        """Whether somebody there says the words that are marked in the reply: that is told then."""
        quote = update.effective_message.quote if update.effective_message else None
        marked = typed(quote.text if quote else "", LONGEST)
        part = asked_of(marked, vocabulary(language_of(update)))
        content = await self._desk.quoted(number, part) if marked else None
        if not content:
            return False
        await reply(update, within(marked, content))
        return True

    async def _do(self, update: Update, context: Context, meaning: Meaning) -> None:
        """As if the button were pressed that does it."""
        button = meaning_button(meaning)
        if button is None or not await self._press(update, context, button.action):
            await reply(update, which_meaning(Understood(meanings=(meaning,)), meaning.words))

    async def _press(self, update: Update, context: Context, action: str) -> bool:
        """Whether there is such a button: then it is as if it were pressed."""
        for route in self._routes():
            if (found := _pressed(route, action)) is not None:
                context.matches = [found]
                await route.callback(update, context)
                return True
        return False


def _pressed(route: Route, action: str) -> re.Match[str] | None:
    """What the route reads in the action, if it is the route of such buttons."""
    if not isinstance(route, CallbackQueryHandler) or not isinstance(route.pattern, re.Pattern):
        return None
    return route.pattern.match(action)
