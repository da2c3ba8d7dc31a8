"""The buttons under an actor's digest with which editors part and join."""

from collections.abc import Callable, Iterable
from datetime import datetime

from telegram import Update

from bot.chat.access_gate import Door
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.replies import Answering
from bot.chat.parse import Context, numbers
from bot.chat.reply import reply
from bot.chat.routes import AnyApplication, Route
from bot.chat.who import NOBODY_LEFT
from bot.domain.words import typed
from bot.render import joining as pages
from bot.render.lists import note
from bot.render.quotes import NAME_LENGTH
from bot.render.texts import _
from bot.store import Store

SO_ALREADY = _("Nothing changed: this was done before, or the name is no longer in the articles.")
_BEFORE_FAMILIES = -3  # a handler group: where all that editors do stands


class JoinHandlers:
    """Carries out whom an editor takes for whom."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._actors = store.actors
        self._joins = store.joins
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_press("js:{id}", self.ask),
            guard.on_press("jw:{id}", self.ask),
            guard.on_message(Answering("jw:{id}"), self.typed_name),
            guard.on_press("jj:{id}:{id}", self.join),
            guard.on_press("jn:{id}", self.part),
        )

    async def ask(self, update: Update, context: Context) -> None:
        """`js:id`, and `jw:id` under its own question: whom the actor is the same as, the nearest first."""
        actor = await self._actors.find(numbers(context)[0])
        if actor is None:
            await reply(update, note(NOBODY_LEFT))
        else:
            await reply(update, pages.same_as_whom(actor, await self._joins.nearest(actor.id)))

    async def typed_name(self, update: Update, context: Context) -> None:
        """A name in reply to that question: of another, to be joined, or one of its own, to be parted."""
        name = typed(update.message.text or "", NAME_LENGTH) if update.message else ""
        actor = await self._actors.find(numbers(context)[0])
        if actor is None:
            await reply(update, note(NOBODY_LEFT))
        elif (own := await self._joins.standing_under(actor.id, name)) is not None:
            await reply(update, pages.ask_to_part(actor, own))
        else:
            meant = await self._actors.resolve(name)
            others = [one for one in (*meant.entries, *meant.others, *meant.nearest) if one.id != actor.id]
            alike = [one for one in others if one.kind == actor.kind]
            await reply(update, pages.same_as_whom(actor, alike))

    async def join(self, update: Update, context: Context) -> None:
        """`jj:id:id`: makes the two one, under the second's name."""
        actor_id, into = numbers(context)
        joined = await self._joins.join(actor_id, into, by=editor_of(update), now=self._clock())
        await reply(update, pages.joined(joined) if joined else note(SO_ALREADY))

    async def part(self, update: Update, context: Context) -> None:
        """`jn:id`: the name is another's than the actor it stands under."""
        parted = await self._joins.part(numbers(context)[0], by=editor_of(update), now=self._clock())
        await reply(update, pages.parted(parted) if parted else note(SO_ALREADY))


def add_join_handlers(
    application: AnyApplication, door: Door, store: Store, clock: Callable[[], datetime]
) -> None:
    """Adds what editors press under an actor's digest."""
    application.add_handlers(list(JoinHandlers(store, clock).all(Guard(door))), group=_BEFORE_FAMILIES)
