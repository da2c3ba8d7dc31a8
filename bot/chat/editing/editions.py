"""The next edition in an editor's hands."""

from collections.abc import Callable, Iterable
from datetime import datetime

from telegram import Update

from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.parse import Context, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.editing import EditingDesk
from bot.domain.deliveries import UNTIL_LET_GO
from bot.render import editing as pages
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid


class EditionHandlers:
    """Shows the next edition, sends it, holds it, drops it."""

    def __init__(self, desk: EditingDesk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_press("ep", self.show),
            guard.on_press("es", self.send),
            guard.on_press("eh", self.hold),
            guard.on_press("ef", self.let_go),
            guard.on_press("ed", self.drop),
            guard.on_press("el", self.later),
            guard.on_press("el:{id}", self.hold_until),
        )

    async def preview(self, update: Update, by: int) -> None:
        """The edition as the editor's own chat would get it, and below it what can be done."""
        edition = await self._desk.next_edition(by=by)
        await reply(update, (*edition.pages, *await self._control(by)))

    async def push(self, update: Update, by: int) -> None:
        """Sends it."""
        messages = await self._desk.push_edition(by=by)
        await reply(update, await self._control(by, done=_sent(messages)))

    async def show(self, update: Update, context: Context) -> None:
        """The next edition's state, and what can be done to it, in place."""
        await edit_in_place(update, await self._control(editor_of(update)))

    async def send(self, update: Update, context: Context) -> None:
        """The next edition of every chat, now."""
        by = editor_of(update)
        await edit_in_place(update, await self._control(by, done=_sent(await self._desk.push_edition(by=by))))

    async def hold(self, update: Update, context: Context) -> None:
        """No edition until an editor lets them go."""
        await self._hold(update, UNTIL_LET_GO, done=_("Held."))

    async def hold_until(self, update: Update, context: Context) -> None:
        """No edition before the moment of the button, in minutes since 1970."""
        await self._hold(update, pages.of_minutes(numbers(context)[0]), done=_("Held."))

    async def let_go(self, update: Update, context: Context) -> None:
        """Editions are sent again at their usual hours."""
        await self._hold(update, None, done=_("Editions are sent again at their usual hours."))

    async def drop(self, update: Update, context: Context) -> None:
        """What is public by now is in no edition."""
        by = editor_of(update)
        await self._desk.drop_edition(by=by)
        await edit_in_place(
            update,
            await self._control(
                by, done=_("Dropped. Articles published until now are left out of all editions.")
            ),
        )

    async def later(self, update: Update, context: Context) -> None:
        """Asks until when editions are to be held."""
        zone = await self._desk.zone(editor_of(update))
        await edit_in_place(update, pages.editions_later(zone=zone, now=self._clock()))

    async def _hold(self, update: Update, until: datetime | None, *, done: Said) -> None:
        by = editor_of(update)
        await self._desk.hold_editions(until, by=by)
        await edit_in_place(update, await self._control(by, done=done))

    async def _control(self, by: int, *, done: Said | None = None) -> tuple[Unsaid, ...]:
        edition, zone = await self._desk.next_edition(by=by), await self._desk.zone(by)
        return pages.edition_control(edition, zone=zone, now=self._clock(), done=done)


def _sent(messages: int) -> Said:
    return (
        pages.on_their_way(messages)
        if messages
        else _("Nothing was sent: there is nothing new for any subscriber.")
    )
