"""Settings that are typed: `/settings timezone Aleppo`, `/settings weekends at 9`, `/settings short`."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, TypeAlias

from telegram import Update

from bot.chat.clocktimes import NotUnderstood
from bot.chat.language import language_of
from bot.chat.language_choice import LanguageChoice
from bot.chat.orders import read_order_in
from bot.chat.pauses import read_pause
from bot.chat.spans import NONE, between
from bot.chat.subscribing import asked_back
from bot.chat.zone_answers import zone_told
from bot.desks.cities import Gazetteer
from bot.desks.subscribers import Subscribers
from bot.domain.pauses import LONGEST, end_of
from bot.domain.subscriptions import (
    SUNDAYS,
    Destination,
    SubscribeOrder,
    Subscription,
    adjust,
    at_hours,
    pause,
    quiet_between,
    sum_up,
)
from bot.render import settings as pages
from bot.render.language import Language
from bot.render.lists import note
from bot.render.setting_names import setting_named
from bot.render.subscribing import not_understood
from bot.render.switches import more_page, summary_page
from bot.render.texts import _, ngettext
from bot.render.typed_words import in_english
from bot.render.unsaid import Unsaid

NO_PAUSE = ngettext(
    "I need a day, or a length of at most {count} day, for example: Monday, 5 December, two weeks."
    " Write off to resume now.",
    "I need a day, or a length of at most {count} days, for example: Monday, 5 December, two weeks."
    " Write off to resume now.",
    LONGEST,
)
NO_SPAN = _("I need two times, for example: 22:00 to 07:00. Write off for no quiet hours.")
# What `/settings` may be followed by: a setting's name, and its value.
_NAMED = re.compile(
    r"(?P<zone>time\s?zone|zone|city|clock)|(?P<hours>hours?|times?)|(?P<quiet>quiet(?:\shours)?)|(?P<pause>pause)"
    r"|(?P<sections>sections?)|(?P<language>language|lang)|(?P<days>days?)|(?P<length>length)|(?P<more>more)"
    r"|(?P<summary>(?:daily\s)?summary)|(?P<silent>silent|silence)|(?P<text>full\stext|text)"
    r"|(?P<whole>whole\sstor(?:y|ies))|(?P<week>(?:the\s)?week(?:ly)?(?:\s(?:on\s)?sundays?)?)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[\s:=]|$")
ON_OFF = {"on": True, "yes": True, "": True, "off": False, "no": False}
SWITCHES = {  # which field of a chat each of these is
    "silent": "silent",
    "text": "link_full_text",
    "whole": "whole_stories",
    "week": "weekly",
}

SettingsPage: TypeAlias = Callable[[Subscription], tuple[Unsaid, ...]]
Typed: TypeAlias = tuple[tuple[Unsaid, ...], bool]  # the answer, and whether it settled what was asked


class TypedSettings:
    """Changes settings by words."""

    def __init__(
        self,
        subscribers: Subscribers,
        gazetteer: Gazetteer,
        language: LanguageChoice,
        clock: Callable[[], datetime],
    ) -> None:
        self._subscribers = subscribers
        self._gazetteer = gazetteer
        self._language = language
        self._clock = clock

    async def change(self, update: Update, place: Destination, name: str, words: str) -> Typed:
        """The setting of that name, or whichever the words tell of, becomes what they say.

        What is answered, and whether that settled what was asked.
        """
        match name:
            case "zone":
                return await self._find_zone(place, words)
            case "quiet":
                return await self._keep_quiet(place, words, language_of(update))
            case "pause":
                return await self._pause(place, words, language_of(update))
            case "language":
                return await self._language.type(update, place, words)
            case "summary":
                return await self._sum_up(place, words, language_of(update))
            case "silent" | "text" | "whole" | "week":
                return await self._turn(place, name, words, language_of(update))
            case _:
                return await self._order(place, name, words, language_of(update))

    async def _order(self, place: Destination, name: str, words: str, language: Language) -> Typed:
        if name == "hours" and NONE & {words.casefold(), in_english(words, language)}:
            return pages.hours_page(await self._subscribers.change(place, partial(at_hours, hours=()))), True
        asked = read_order_in(words, language)
        if isinstance(asked, NotUnderstood):
            return not_understood(asked.word, settings=True), False
        if name == "days" and asked == SubscribeOrder(weekly=True):
            asked = SubscribeOrder(days=SUNDAYS)  # "days sunday"
        if asked == SubscribeOrder():  # "at", and nothing behind it
            return not_understood(words, settings=True), False
        if question := asked_back(await self._subscribers.look(place), asked):
            return question, True
        changed = await self._subscribers.change(place, partial(adjust, asked=asked))
        return _page_of(asked)(changed), True

    async def _keep_quiet(self, place: Destination, words: str, language: Language) -> Typed:
        span = between(words) or between(in_english(words, language))
        if span is None:
            return note(NO_SPAN), False
        quiet = partial(quiet_between, start=span.start, end=span.end)
        return pages.quiet_page(await self._subscribers.change(place, quiet)), True

    async def _pause(self, place: Destination, words: str, language: Language) -> Typed:
        """For so long, until a day, or no more."""
        standing = await self._subscribers.look(place)
        asked = read_pause(words.split(), language)
        off = bool(NONE & {words.casefold(), in_english(words, language)})
        until = end_of(asked.code, now=standing.now, zone=standing.zone) if asked is not None else None
        if until is None and not off:
            return note(NO_PAUSE), False
        return pages.settings(await self._subscribers.change(place, partial(pause, until=until))), True

    async def _sum_up(self, place: Destination, words: str, language: Language) -> Typed:
        """At one hour, or not at all."""
        off = bool(NONE & {words.casefold(), in_english(words, language)})
        asked = SubscribeOrder() if off else read_order_in(words, language)
        if isinstance(asked, NotUnderstood):
            return not_understood(asked.word, settings=True), False
        one_hour = asked.hours[:1]
        if asked != SubscribeOrder(hours=one_hour) or not (one_hour or off):
            return not_understood(words, settings=True), False
        at = one_hour[0] if one_hour else None
        return summary_page(await self._subscribers.change(place, partial(sum_up, at=at))), True

    async def _turn(self, place: Destination, name: str, words: str, language: Language) -> Typed:
        on = ON_OFF.get(words.casefold(), ON_OFF.get(in_english(words, language)))
        if on is None:
            return not_understood(words, settings=True), False
        turned: dict[str, Any] = {SWITCHES[name]: on}  # Any: as the fields of a chat
        changed = await self._subscribers.change(place, lambda chat: replace(chat, **turned))
        return more_page(changed), True

    async def _find_zone(self, place: Destination, words: str) -> Typed:
        zone = await zone_told(self._gazetteer, words, now=self._clock())
        if not isinstance(zone, str):
            return zone, False
        changed = await self._subscribers.change(place, lambda chat: replace(chat, timezone=zone))
        return pages.settings(changed), True


def parted(words: str, language: Language) -> tuple[str, str]:
    """The setting that the words begin with and the rest of them; "" and all of them where they name none."""
    named = _NAMED.match(words)
    if named is None or not _ENDS.match(words, named.end()):
        name, value = setting_named(words, language)
        # "Hari" is the name of days in Indonesian, "hari kerja" an order: workdays.
        ordered = bool(value) and not isinstance(read_order_in(words, language), NotUnderstood)
        return ("", words) if ordered else (name, value)
    return named.lastgroup or "", words[named.end() :].lstrip(" :=")


def _page_of(asked: SubscribeOrder) -> SettingsPage:
    """The page that shows what was ordered: that of one setting where only that was."""
    of_one = {
        pages.hours_page: SubscribeOrder(
            hours=asked.hours, only=asked.only, instead_of=asked.instead_of, moved=asked.moved
        ),
        pages.days_page: SubscribeOrder(days=asked.days, not_days=asked.not_days),
        more_page: SubscribeOrder(weekly=asked.weekly),
        pages.length_page: SubscribeOrder(stories=asked.stories, sentences=asked.sentences),
    }
    return next((page for page, order in of_one.items() if order == asked), pages.settings)
