"""/settings: one message that shows its pages in place."""

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import Any, TypeAlias

from telegram import Update
from telegram.ext import MessageHandler

from bot.chat.administrators import destination_to_set
from bot.chat.clocktimes import NONE, NotUnderstood, between
from bot.chat.language import language_of
from bot.chat.language_choice import LanguageChoice
from bot.chat.orders import read_order
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.questions import Questions
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.desks.cities import CitiesError, Gazetteer
from bot.desks.subscribers import Subscribers
from bot.domain.chats import Chat
from bot.domain.named_clocks import clocks_named, place_of
from bot.domain.subscriptions import (
    SENTENCES,
    STORIES,
    SUNDAYS,
    Destination,
    SubscribeOrder,
    Subscription,
    adjust,
    at_hours,
    end,
    quiet_between,
    toggle,
    toggle_day,
    toggle_hour,
)
from bot.domain.words import typed
from bot.render import settings as pages
from bot.render import zones
from bot.render.language_choice import language_page
from bot.render.languages import Languages
from bot.render.lists import note
from bot.render.sections import sections_page
from bot.render.subscribing import not_understood
from bot.render.switches import more_page
from bot.render.texts import _
from bot.render.typed_words import in_english
from bot.render.unsaid import Unsaid
from bot.store.processes.questions import OpenQuestions

log = logging.getLogger(__name__)

QUESTIONS = {
    "zone": _("Which city are you in? Write its name."),
    "hours": _("At which times shall editions come, besides those you have? For example: 07:30 18:00"),
    "quiet": _("From when to when shall I be quiet? For example: 22:00 to 07:00"),
}
OTHERWISE = {
    "zone": _("Write the city after the command: /settings timezone Aleppo"),
    "hours": _("Write the times after the command: /settings hours 07:30 18:00"),
    "quiet": _("Write the times after the command: /settings quiet 22:00 to 07:00"),
}
NO_LIST = _("I could not read the list of cities just now. Please try again in a moment.")
NO_SPAN = _("I need two times, for example: 22:00 to 07:00. Write off for no quiet hours.")
# What `/settings` may be followed by: a setting's name, and its value.
_NAMED = re.compile(
    r"(?P<zone>time\s?zone|zone|city|clock)|(?P<hours>hours?|times?)|(?P<quiet>quiet(?:\shours)?)"
    r"|(?P<sections>sections?)|(?P<language>language|lang)|(?P<days>days?)|(?P<length>length)|(?P<more>more)"
    r"|(?P<silent>silent|silence)|(?P<text>full\stext|text)"
    r"|(?P<whole>whole\sstor(?:y|ies))|(?P<week>(?:the\s)?week(?:ly)?(?:\s(?:on\s)?sundays?)?)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[\s:=]|$")
_ON_OFF = {"on": True, "yes": True, "": True, "off": False, "no": False}
_FIELDS = {"silent": "silent", "text": "link_full_text", "whole": "whole_stories", "week": "weekly"}
_MINUTES_A_DAY = 24 * 60

SettingsPage: TypeAlias = Callable[[Subscription], tuple[Unsaid, ...]]
Typed: TypeAlias = tuple[tuple[Unsaid, ...], bool]  # the answer, and whether it settled what was asked
_PAGES: dict[str, SettingsPage] = {
    "hours": pages.hours_page,
    "days": pages.days_page,
    "zone": zones.zone_page,
    "quiet": pages.quiet_page,
    "length": pages.length_page,
    "more": more_page,
    "sections": sections_page,
    "language": language_page,
}


class SettingsHandlers:
    """Shows settings and changes them."""

    def __init__(
        self,
        subscribers: Subscribers,
        gazetteer: Gazetteer,
        clock: Callable[[], datetime],
        languages: Languages,
        questions: OpenQuestions,
    ) -> None:
        self._subscribers = subscribers
        self._gazetteer = gazetteer
        self._language = LanguageChoice(subscribers, languages)
        self._clock = clock
        self._questions = Questions(QUESTIONS, questions, clock)

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_order("settings", self.settings),
            on_press("set", self.show),
            on_press("set:(hours|days|zone|quiet|length|more|sections|language)", self.open),
            on_press("ask:(zone|hours|quiet)", self.ask),
            on_press("sh:{page}", self.hour),
            on_press("sd:([0-6])", self.day),
            on_press("sn:{page}", self.stories),
            on_press("ss:{page}", self.sentences),
            on_press("sq:{page}:{page}", self.quiet),
            on_press("st:(new|week|followed|summary|silent|whole|text|nothing)", self.toggle),
            on_press("tz:{words}", self.zone),
            on_press("sl:{language}", self._language.press),
            on_press("sx", self.end),
            MessageHandler(self._questions.answers, self.answer),
        )

    async def settings(self, update: Update, context: Context) -> None:
        """`/settings`: all of them with buttons; with words behind it, what these say is changed."""
        if (place := await destination_to_set(update)) is not None:
            if (message := update.effective_message) is not None:
                await self._questions.close(message)
            name, words = _parted(argument(update))
            if words or name in _FIELDS:
                page, _settled = await self._typed(update, place, name, words)
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
            page, settled = await self._typed(update, place, name, typed(message.text or ""))
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
        await self._change(update, partial(toggle_day, day=numbers(context)[0]), pages.days_page)

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

    async def zone(self, update: Update, context: Context) -> None:
        """The time zone of the button."""
        places = await self._gazetteer.find(caught(context))
        if places:
            if (message := update.effective_message) is not None:
                await self._questions.close(message)
            name = places[0].timezone
            await self._change(update, lambda chat: replace(chat, timezone=name), pages.settings)

    async def end(self, update: Update, context: Context) -> None:
        """No more editions."""
        await self._change(update, end, pages.settings)

    # ---------------------------------------------------------------- within

    async def _change(self, update: Update, alter: Callable[[Chat], Chat], page: SettingsPage) -> None:
        if (place := await destination_to_set(update)) is not None:
            await edit_in_place(update, page(await self._subscribers.change(place, alter)))

    async def _typed(self, update: Update, place: Destination, name: str, words: str) -> Typed:
        """Changes a setting by words that were typed."""
        match name:
            case "zone":
                return await self._find_zone(place, words)
            case "quiet":
                return await self._keep_quiet(place, words)
            case "language":
                return await self._language.type(update, place, words)
            case "silent" | "text" | "whole" | "week":
                return await self._turn(place, name, words)
            case _:
                return await self._order(place, name, in_english(words, language_of(update)))

    async def _order(self, place: Destination, name: str, words: str) -> Typed:
        if name == "hours" and words.casefold() in NONE:
            return pages.hours_page(await self._subscribers.change(place, partial(at_hours, hours=()))), True
        asked = read_order(words)
        if isinstance(asked, NotUnderstood):
            return not_understood(asked.word, settings=True), False
        if name == "days" and asked == SubscribeOrder(weekly=True):
            asked = SubscribeOrder(days=SUNDAYS)  # "days sunday"
        if asked == SubscribeOrder():  # "at", and nothing behind it
            return not_understood(words, settings=True), False
        changed = await self._subscribers.change(place, partial(adjust, asked=asked))
        return _page_of(asked)(changed), True

    async def _keep_quiet(self, place: Destination, words: str) -> Typed:
        span = between(words)
        if span is None:
            return note(NO_SPAN), False
        quiet = partial(quiet_between, start=span.start, end=span.end)
        return pages.quiet_page(await self._subscribers.change(place, quiet)), True

    async def _turn(self, place: Destination, name: str, words: str) -> Typed:
        on = _ON_OFF.get(words.casefold())
        if on is None:
            return not_understood(words, settings=True), False
        turned: dict[str, Any] = {_FIELDS[name]: on}  # Any: as the fields of a chat
        changed = await self._subscribers.change(place, lambda chat: replace(chat, **turned))
        return more_page(changed), True

    async def _find_zone(self, place: Destination, words: str) -> Typed:
        now = self._clock()
        if clocks := clocks_named(words, now=now):
            return zones.which_place(words, clocks, now=now), False
        try:
            found = await self._gazetteer.find(place_of(words))
        except CitiesError as error:
            log.warning("%s", error)
            return note(NO_LIST), False
        if not found:
            return note(
                _(
                    "I know no city or time zone called “{words}”."
                    " Write a larger city with the same clock, for example: Berlin",
                    words=words,
                )
            ), False
        if len({each.timezone for each in found}) > 1 or not found[0].exact:
            choices = tuple((each.name, each.timezone) for each in found)
            return zones.which_place(words, choices, now=now), False
        zone = found[0].timezone
        changed = await self._subscribers.change(place, lambda chat: replace(chat, timezone=zone))
        return pages.settings(changed), True


def _parted(words: str) -> tuple[str, str]:
    """The setting that the words begin with and the rest of them; "" and all of them where they name none."""
    named = _NAMED.match(words)
    if named is None or not _ENDS.match(words, named.end()):
        return "", words
    return named.lastgroup or "", words[named.end() :].lstrip(" :=")


def _page_of(asked: SubscribeOrder) -> SettingsPage:
    """The page that shows what was ordered: that of one setting where only that was."""
    of_one = {
        pages.hours_page: SubscribeOrder(hours=asked.hours, only=asked.only),
        pages.days_page: SubscribeOrder(days=asked.days),
        more_page: SubscribeOrder(weekly=asked.weekly),
        pages.length_page: SubscribeOrder(stories=asked.stories, sentences=asked.sentences),
    }
    return next((page for page, order in of_one.items() if order == asked), pages.settings)


def _as_it_is(chat: Chat) -> Chat:
    return chat


def _time(minutes: int) -> time:
    hour, minute = divmod(minutes % _MINUTES_A_DAY, 60)
    return time(hour, minute)
