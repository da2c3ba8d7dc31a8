"""The three questions of the first meeting."""

from collections.abc import Iterable

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.parse import Context
from bot.chat.reply import edit_in_place
from bot.chat.routes import Route, on_press
from bot.desks.meeting import MeetingDesk
from bot.domain.meeting import places, times_of
from bot.domain.zones import zone_named
from bot.render import meeting as pages
from bot.render.subscribing import ordered

_TIMES = r"(\d\d?\d?\d?(?:\.\d\d?\d?\d?)?)"
_ZONE = r"([A-Za-z_]+(?:/[\w+-]+)*)"


class MeetingHandlers:
    """Asks, and subscribes who answered all three. Nothing is kept before: the buttons carry it."""

    def __init__(self, desk: MeetingDesk) -> None:
        self._desk = desk

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_press(f"m:{_TIMES}", self.where),
            on_press(f"m:{_TIMES}:-", self.elsewhere),
            on_press(f"m:{_TIMES}:{_ZONE}", self.what),
            on_press(f"m:{_TIMES}:{_ZONE}:([sa]?){{id}}", self.done),
        )

    async def where(self, update: Update, context: Context) -> None:
        """`m:450`: the hour is told, the clock is asked."""
        if await destination_to_set(update) is not None:
            person = update.effective_user
            offered = places(person.language_code if person else None, self._desk.zone)
            times = times_of(_told(context)[0])
            await edit_in_place(update, pages.where(times, offered, now=self._desk.clock()))

    async def elsewhere(self, update: Update, context: Context) -> None:
        """`m:450:-`: the clock is told in words, after the order."""
        if (place := await destination_to_set(update)) is not None:
            standing = await self._desk.subscribe(place, times_of(_told(context)[0]))
            await edit_in_place(update, ordered(standing, is_new=True))

    async def what(self, update: Update, context: Context) -> None:
        """`m:450:Europe/Berlin`: the clock is told, it is asked what of."""
        if await destination_to_set(update) is not None:
            times, zone = _told(context)
            known = zone_named(zone) or self._desk.zone
            await edit_in_place(update, pages.what(times_of(times), known, await self._desk.news()))

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


def _told(context: Context) -> tuple[str, ...]:
    """What the button carries."""
    return context.match.groups() if context.match is not None else ()
