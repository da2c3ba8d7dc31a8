"""The three questions of the first meeting."""

from collections.abc import Iterable
from datetime import time

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chat.administrators import destination_to_set
from bot.chat.parse import Context
from bot.chat.questions import Questions
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_press
from bot.chat.zone_answers import zone_there, zone_told
from bot.desks.cities import Gazetteer
from bot.desks.meeting import MeetingDesk
from bot.domain.meeting import places, times_of
from bot.domain.words import typed
from bot.domain.zones import zone_named
from bot.render import meeting as pages
from bot.render.subscribing import ordered
from bot.render.texts import _
from bot.render.unsaid import Unsaid
from bot.store.processes.questions import OpenQuestions

QUESTIONS = {"city": _("Which city is that? Write its name.")}
ON_THE_MAP = {**QUESTIONS, "clock": pages.CLOCK}  # what a place on the map answers
OTHERWISE = _("Write the city after the command: /settings timezone Aleppo")

_TIMES = r"(\d\d?\d?\d?(?:\.\d\d?\d?\d?)?)"
_ZONE = r"([A-Za-z_]+(?:/[\w+-]+)*)"


class MeetingHandlers:
    """Asks, and subscribes who answered all three. The buttons carry what was answered before.

    A city that is typed is asked for as any other value is: that question carries the hours.
    """

    def __init__(self, desk: MeetingDesk, gazetteer: Gazetteer, questions: OpenQuestions) -> None:
        self._desk = desk
        self._gazetteer = gazetteer
        self._questions = Questions(QUESTIONS, questions, desk.clock)
        self._on_the_map = Questions(ON_THE_MAP, questions, desk.clock)

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_press(f"m:{_TIMES}", self.where),
            on_press(f"m:{_TIMES}:-", self.elsewhere),
            on_press(f"m:{_TIMES}:{_ZONE}", self.what),
            on_press(f"m:{_TIMES}:{_ZONE}:([sa]?){{id}}", self.done),
            MessageHandler(self._questions.answers, self.answer),
            MessageHandler(self._on_the_map.answered_by(filters.LOCATION), self.there),
        )

    async def where(self, update: Update, context: Context) -> None:
        """`m:450`: the hour is told, the clock is asked."""
        if await destination_to_set(update) is not None:
            person = update.effective_user
            offered = places(person.language_code if person else None, self._desk.zone)
            times = times_of(_told(context)[0])
            await edit_in_place(update, pages.where(times, offered, now=self._desk.clock()))
            if (message := update.effective_message) is not None:
                await self._on_the_map.wait(message, "clock", _told(context)[0])

    async def elsewhere(self, update: Update, context: Context) -> None:
        """`m:450:-`: the city is asked for in words."""
        if await destination_to_set(update) is not None:
            await self._questions.ask(update, "city", otherwise=OTHERWISE, about=_told(context)[0])

    async def answer(self, update: Update, context: Context) -> None:
        """The city, in words: it is asked what of, else again where."""
        message = update.effective_message
        if message is None or await destination_to_set(update) is None:
            return
        about = self._questions.about("city")
        if not about:  # a late reply: the hours are no longer known
            await reply(update, pages.when(await self._desk.news()))
            return
        words = typed(message.text or "")
        zone = await zone_told(self._gazetteer, words, now=self._desk.clock(), choose=("m", about))
        if isinstance(zone, str):
            await self._questions.close(message)
            await reply(update, await self._which_news(times_of(about), zone))
        else:
            await self._questions.wait_again(message, "city")
            await reply(update, zone)

    async def there(self, update: Update, context: Context) -> None:
        """The clock is that of a place on the map: it is asked what of."""
        message = update.effective_message
        about = self._on_the_map.about("city") or self._on_the_map.about("clock")
        if message is None or message.location is None or not about:
            return
        zone = await zone_there(self._gazetteer, message.location)
        if isinstance(zone, str):
            await self._on_the_map.close(message)
            zone = await self._which_news(times_of(about), zone)
        await reply(update, zone)

    async def what(self, update: Update, context: Context) -> None:
        """`m:450:Europe/Berlin`: the clock is told, it is asked what of."""
        if await destination_to_set(update) is not None:
            if (message := update.effective_message) is not None:
                await self._questions.close(message)
            times, zone = _told(context)
            known = zone_named(zone) or self._desk.zone
            await edit_in_place(update, await self._which_news(times_of(times), known))

    async def done(self, update: Update, context: Context) -> None:
        """`m:450:Europe/Berlin:s3`: all is told, the chat is subscribed."""
        if (place := await destination_to_set(update)) is not None:
            times, zone, kind, number = _told(context)
            standing = await self._desk.subscribe(
                place,
                times_of(times),
                zone,
                section=int(number) if kind == "s" else None,
                actor=int(number) if kind == "a" else None,
            )
            await edit_in_place(update, ordered(standing, is_new=True))

    async def _which_news(self, times: tuple[time, ...], zone: str) -> tuple[Unsaid, ...]:
        return pages.what(times, zone, await self._desk.news())


def _told(context: Context) -> tuple[str, ...]:
    """What the button carries."""
    return context.match.groups() if context.match is not None else ()
