"""/settings: one message that shows its pages in place."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from telegram import Update
from telegram.ext import MessageHandler

from bot.chat.access_gate import Door
from bot.chat.administrators import destination_to_set
from bot.chat.language import language_of
from bot.chat.language_choice import LanguageChoice
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.questions import Questions
from bot.chat.reply import close_press, edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.chat.typed_settings import SWITCHES, SettingsPage, TypedSettings, parted
from bot.desks.cities import Gazetteer
from bot.desks.subscribers import Subscribers
from bot.domain.chats import Chat
from bot.domain.subscriptions import (
    SENTENCES,
    STORIES,
    quiet_between,
    sum_up,
    toggle,
    toggle_day,
    toggle_hour,
)
from bot.domain.words import typed
from bot.render import settings as pages
from bot.render import zones
from bot.render.language_choice import language_page
from bot.render.languages import Languages
from bot.render.pauses import pause_page
from bot.render.sections import sections_page
from bot.render.switches import more_page, summary_page
from bot.render.texts import _
from bot.store.processes.questions import OpenQuestions

QUESTIONS = {
    "zone": _("Which city are you in? Write its name."),
    "hours": _("At which times shall editions come, besides those you have? For example: 07:30 18:00"),
    "quiet": _("From when to when shall I be quiet? For example: 22:00 to 07:00"),
    "pause": _("Until when, or for how long, shall nothing come? For example: Monday, 5 December, two weeks"),
}
OTHERWISE = {
    "zone": _("Write the city after the command: /settings timezone Aleppo"),
    "hours": _("Write the times after the command: /settings hours 07:30 18:00"),
    "quiet": _("Write the times after the command: /settings quiet 22:00 to 07:00"),
    "pause": _("Write the day after the command: /settings pause until Monday"),
}
LAST_DAY = _("At least one day stays. To get nothing for a while, press Pause… under Settings.")
_MINUTES_A_DAY = 24 * 60
_PAGES: dict[str, SettingsPage] = {
    "hours": pages.hours_page,
    "days": pages.days_page,
    "zone": zones.zone_page,
    "quiet": pages.quiet_page,
    "pause": pause_page,
    "length": pages.length_page,
    "more": more_page,
    "summary": summary_page,
    "sections": sections_page,
    "language": language_page,
}


class SettingsHandlers:
    """Shows settings and changes them."""

    def __init__(
        self,
        subscribers: Subscribers,
        door: Door,
        gazetteer: Gazetteer,
        clock: Callable[[], datetime],
        languages: Languages,
        questions: OpenQuestions,
    ) -> None:
        self._subscribers = subscribers
        self._gazetteer = gazetteer
        self._language = LanguageChoice(subscribers, door, languages)
        self._typed = TypedSettings(subscribers, gazetteer, self._language, clock)
        self._questions = Questions(QUESTIONS, questions, clock)

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_order("settings", self.settings),
            on_press("set", self.show),
            on_press("set:(hours|days|zone|quiet|pause|length|more|summary|sections|language)", self.open),
            on_press("ask:(zone|hours|quiet|pause)", self.ask),
            on_press("sh:{page}", self.hour),
            on_press("sd:([0-6])", self.day),
            on_press("sn:{page}", self.stories),
            on_press("ss:{page}", self.sentences),
            on_press("sq:{page}:{page}", self.quiet),
            on_press("st:(new|week|followed|summary|silent|whole|text|nothing)", self.toggle),
            on_press("su:{page}", self.summary),
            on_press("tz:{words}", self.zone),
            on_press("sl:{language}", self._language.press),
            on_press("sw:{words}", self.by_words),
            MessageHandler(self._questions.answers, self.answer),
        )

    async def settings(self, update: Update, context: Context) -> None:
        """`/settings`: all of them with buttons; with words behind it, what these say is changed."""
        if (place := await destination_to_set(update)) is not None:
            if (message := update.effective_message) is not None:
                await self._questions.close(message)
            name, words = parted(argument(update), language_of(update))
            if words or name in SWITCHES:
                page, settled = await self._typed.change(update, place, name, words)
                if not settled and name in QUESTIONS and message is not None:
                    await self._questions.wait_again(message, name)
                await reply(update, page)
            else:
                await reply(update, _PAGES.get(name, pages.settings)(await self._subscribers.look(place)))

    async def show(self, update: Update, context: Context) -> None:
        """All settings, in place."""
        await self._change(update, _as_it_is, pages.settings)

    async def open(self, update: Update, context: Context) -> None:
        """The page of the settings that the button names, in place."""
        await self._change(update, _as_it_is, _PAGES[caught(context)])

    async def ask(self, update: Update, context: Context) -> None:
        """Asks for the setting's value in words; the answer is a reply to the question."""
        if await destination_to_set(update) is not None:
            await self._questions.ask(update, caught(context), otherwise=OTHERWISE[caught(context)])

    async def answer(self, update: Update, context: Context) -> None:
        """A reply to such a question: the setting is changed, or asked for again."""
        message = update.effective_message
        if message is None or (name := self._questions.answered(message)) is None:
            return
        if (place := await destination_to_set(update)) is not None:
            page, settled = await self._typed.change(update, place, name, typed(message.text or ""))
            if settled:
                await self._questions.close(message)
            else:
                await self._questions.wait_again(message, name)
            await reply(update, page)

    # ---------------------------------------------------------------- presses

    async def hour(self, update: Update, context: Context) -> None:
        """An hour of editions on or off; minutes since midnight."""
        at = _time(numbers(context)[0])
        await self._change(update, partial(toggle_hour, hour=at), pages.hours_page)

    async def day(self, update: Update, context: Context) -> None:
        """A weekday of editions on or off; 0 is Monday."""
        if (place := await destination_to_set(update)) is None:
            return
        turn = partial(toggle_day, day=numbers(context)[0])
        before = (await self._subscribers.look(place)).chat
        if turn(before) == before:
            await close_press(update, LAST_DAY, alert=True)
            return
        await edit_in_place(update, pages.days_page(await self._subscribers.change(place, turn)))

    async def stories(self, update: Update, context: Context) -> None:
        """How many stories an edition has."""
        number = min(max(numbers(context)[0], STORIES[0]), STORIES[-1])
        await self._change(update, lambda chat: replace(chat, stories=number), pages.length_page)

    async def sentences(self, update: Update, context: Context) -> None:
        """How many sentences are shown of a story."""
        number = min(max(numbers(context)[0], SENTENCES[0]), SENTENCES[-1])
        await self._change(update, lambda chat: replace(chat, sentences=number), pages.length_page)

    async def quiet(self, update: Update, context: Context) -> None:
        """Between which local times nothing comes; minutes since midnight, twice the same for none."""
        start, stop = map(_time, numbers(context))
        await self._change(update, partial(quiet_between, start=start, end=stop), pages.quiet_page)

    async def toggle(self, update: Update, context: Context) -> None:
        """A setting that is on or off becomes the other."""
        await self._change(update, partial(toggle, name=caught(context)), more_page)

    async def summary(self, update: Update, context: Context) -> None:
        """When the daily summary of what is followed comes; minutes since midnight."""
        await self._change(update, partial(sum_up, at=_time(numbers(context)[0])), summary_page)

    async def zone(self, update: Update, context: Context) -> None:
        """The time zone of the button."""
        places = await self._gazetteer.find(caught(context))
        if places:
            if (message := update.effective_message) is not None:
                await self._questions.close(message)
            name = places[0].timezone
            await self._change(update, lambda chat: replace(chat, timezone=name), pages.settings)

    async def by_words(self, update: Update, context: Context) -> None:
        """`sw:short`: what `/settings` does with the words behind it."""
        if (place := await destination_to_set(update)) is not None:
            name, words = parted(caught(context), language_of(update))
            page, _settled = await self._typed.change(update, place, name, words)
            await edit_in_place(update, page)

    # ---------------------------------------------------------------- within

    async def _change(self, update: Update, alter: Callable[[Chat], Chat], page: SettingsPage) -> None:
        if (place := await destination_to_set(update)) is not None:
            await edit_in_place(update, page(await self._subscribers.change(place, alter)))


def _as_it_is(chat: Chat) -> Chat:
    return chat


def _time(minutes: int) -> time:
    hour, minute = divmod(minutes % _MINUTES_A_DAY, 60)
    return time(hour, minute)
