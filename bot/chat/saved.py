"""/saved, and the buttons of its list."""

from collections.abc import Iterable

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.choices import meant
from bot.chat.destinations import destination_of
from bot.chat.parse import Context, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.desks.interests import InterestsDesk
from bot.domain.subscriptions import Destination
from bot.render.saved import saved
from bot.render.unsaid import Unsaid


class SavedHandlers:
    """Lists what a chat saved."""

    def __init__(self, desk: InterestsDesk) -> None:
        self._desk = desk

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_order("saved", self.saved),
            on_press("v:{page}", self.turn),
            on_press("vd:(s|a):{id}", self.take_off),
        )

    async def saved(self, update: Update, context: Context) -> None:
        """`/saved`: the articles that are kept here, the last first."""
        if (place := destination_of(update)) is not None:
            await reply(update, await self._listed(place))

    async def turn(self, update: Update, context: Context) -> None:
        """`v:page`: another page of them, in place."""
        if (place := await destination_to_set(update)) is not None:
            await edit_in_place(update, await self._listed(place, numbers(context)[0]))

    async def take_off(self, update: Update, context: Context) -> None:
        """`vd:s:id`, `vd:a:id`: one that is gone is listed no longer."""
        if (place := await destination_to_set(update)) is not None:
            await self._desk.unsave(place, *meant(context))
            await edit_in_place(update, await self._listed(place))

    async def _listed(self, place: Destination, page: int = 0) -> tuple[Unsaid, ...]:
        return saved(await self._desk.saved(place, page), shared=place.kind != "private")
