"""The next edition in an editor's hands."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from telegram import Update

from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.names import names_of
from bot.chat.parse import Context, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.editions import EditionsDesk
from bot.desks.sendings import SendingsDesk
from bot.domain.deliveries import UNTIL_LET_GO
from bot.domain.editing import NextEdition
from bot.domain.next_edition import Move
from bot.domain.sendings import ASKED_ABOVE
from bot.render import moves as told
from bot.render import next_edition as pages
from bot.render.later import of_minutes
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid

Deed = Callable[[NextEdition], Awaitable[bool]]

RELEASED = _("Editions are sent again at their usual hours.")
NOTHING = _("Nothing was sent: there is nothing new for any subscriber.")
UNDONE = _("Undone. All is as it was before.")
TOO_LATE = _("This can no longer be undone: an edition went since.")


class EditionHandlers:
    """Shows the next edition, sends it, holds it, drops it."""

    def __init__(self, desk: EditionsDesk, sendings: SendingsDesk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._sendings = sendings
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_press("e[shfdl]", self.show),  # of messages from before moves were numbered
            guard.on_press("es:{id}", self.send),
            guard.on_press("es:{id}:yes", self.send_surely),
            guard.on_press("eh:{id}", self.hold),
            guard.on_press("ef:{id}", self.release),
            guard.on_press("ed:{id}", self.drop),
            guard.on_press("eq:{id}", self.drop_all),
            guard.on_press("eu:{id}", self.undo),
            guard.on_press("el:{id}", self.later),
            guard.on_press("el:{id}:{id}", self.hold_until),
        )

    # ---------------------------------------------------------------- commands

    async def preview(self, update: Update, context: Context, by: int) -> None:
        """The edition as the editor's own chat would get it, and below it what can be done."""
        await reply(update, (*await self._desk.preview(by=by), *await self._page(context, by)))

    async def push(self, update: Update, context: Context, by: int) -> None:
        """Sends it, asked about where many chats get it."""
        await reply(update, await self._sent(context, await self._desk.next(), by))

    # ---------------------------------------------------------------- sent

    async def show(self, update: Update, context: Context) -> None:
        """`ep`: how it stands, in place."""
        await edit_in_place(update, await self._page(context, editor_of(update)))

    async def send(self, update: Update, context: Context) -> None:
        """`es:move`: sends it; asks where many chats get it."""
        await self._send(update, context, is_sure=False)

    async def send_surely(self, update: Update, context: Context) -> None:
        """`es:move:yes`: sends it."""
        await self._send(update, context, is_sure=True)

    # ---------------------------------------------------------------- held, dropped

    async def hold(self, update: Update, context: Context) -> None:
        """`eh:move`: no edition until an editor lets them go."""
        await self._hold(update, context, UNTIL_LET_GO)

    async def hold_until(self, update: Update, context: Context) -> None:
        """`el:move:minutes`: no edition before that moment, in minutes since 1970."""
        await self._hold(update, context, of_minutes(numbers(context)[1]))

    async def release(self, update: Update, context: Context) -> None:
        """`ef:move`: editions are sent again at their usual hours."""
        by = editor_of(update)
        await self.do(update, context, lambda edition: self._desk.release(edition, by=by), lambda _: RELEASED)

    async def drop(self, update: Update, context: Context) -> None:
        """`ed:move`: the next edition is not sent."""
        by = editor_of(update)
        await self.do(
            update,
            context,
            lambda edition: self._desk.drop(edition, by=by),
            lambda edition: told.dropped(edition.reach.chats),
        )

    async def drop_all(self, update: Update, context: Context) -> None:
        """`eq:move`: what is public by now is in no edition."""
        by = editor_of(update)
        await self.do(
            update,
            context,
            lambda edition: self._desk.drop_all(edition, by=by),
            lambda edition: told.all_dropped(edition.reach.articles),
        )

    async def undo(self, update: Update, context: Context) -> None:
        """`eu:move`: as it was before that move."""
        by, (seen,) = editor_of(update), numbers(context)
        if await self._desk.undo(seen, by=by):
            await edit_in_place(update, await self._page(context, by, done=UNDONE))
            return
        since = await self._desk.since(seen)
        await edit_in_place(
            update, await self._page(context, by, done=None if since else TOO_LATE, since=since)
        )

    async def later(self, update: Update, context: Context) -> None:
        """`el:move`: asks until when editions are to be held."""
        zone = await self._desk.editing.zone(editor_of(update))
        (seen,) = numbers(context)
        await edit_in_place(update, pages.editions_later(seen, zone=zone, now=self._clock()))

    # ---------------------------------------------------------------- within

    async def _send(self, update: Update, context: Context, *, is_sure: bool) -> None:
        by, edition = editor_of(update), await self._desk.next()
        if since := await self._desk.since(numbers(context)[0]):
            await edit_in_place(update, await self._page(context, by, since=since))
        else:
            await edit_in_place(update, await self._sent(context, edition, by, is_sure=is_sure))

    async def _sent(
        self, context: Context, edition: NextEdition, by: int, *, is_sure: bool = False
    ) -> tuple[Unsaid, ...]:
        if edition.standing.sending is not None:
            return await self._page(context, by)
        if not edition.reach.chats:
            return await self._page(context, by, done=NOTHING)
        if edition.reach.chats > ASKED_ABOVE and not is_sure:
            return pages.ask_to_send(edition)
        if not await self._sendings.edition(edition, by=by):
            return await self._page(context, by, since=await self._desk.since(edition.standing.moved))
        return await self._page(context, by)

    async def _hold(self, update: Update, context: Context, until: datetime) -> None:
        by = editor_of(update)
        await self.do(
            update,
            context,
            lambda edition: self._desk.hold(edition, until, by=by),
            lambda edition: told.held(edition.reach.chats),
        )

    async def show_in_place(self, update: Update, context: Context, *, done: Said) -> None:
        """How it stands, below why nothing was done."""
        await edit_in_place(update, await self._page(context, editor_of(update), done=done))

    async def answer(
        self, update: Update, context: Context, edition: NextEdition, *, done: Said | None
    ) -> None:
        """As it will look since, and how it stands; with what others did first where nothing was `done`."""
        by = editor_of(update)
        since = () if done is not None else await self._desk.since(edition.standing.moved)
        shown = await self._page(context, by, done=done, since=since)
        await reply(update, (*await self._desk.preview(by=by), *shown))

    async def do(
        self, update: Update, context: Context, deed: Deed, said: Callable[[NextEdition], Said]
    ) -> None:
        """What the button of the last move decides; of an older message, what was done since."""
        by, seen, edition = editor_of(update), numbers(context)[0], await self._desk.next()
        if edition.standing.moved == seen and await deed(edition):
            await edit_in_place(update, await self._page(context, by, done=said(edition)))
        else:
            await edit_in_place(update, await self._page(context, by, since=await self._desk.since(seen)))

    async def _page(
        self, context: Context, by: int, *, done: Said | None = None, since: tuple[Move, ...] = ()
    ) -> tuple[Unsaid, ...]:
        edition, zone = await self._desk.next(), await self._desk.editing.zone(by)
        sending = edition.standing.sending
        people = {one.user_id for one in since} | ({sending.ordered_by} if sending else set())
        names = await names_of(context.bot, people)
        return pages.edition_page(edition, names=names, zone=zone, now=self._clock(), done=done, since=since)
