"""/who, and the buttons that open an actor."""

from collections.abc import Iterable, Sequence
from functools import partial

from telegram import Update

from bot.chat.articles import NOT_HERE
from bot.chat.language import is_for_editors
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_command, on_press, on_reading
from bot.desks.reading import Meant, ReadingDesk, Which
from bot.domain.actors import ActorDigest, ActorEntry
from bot.render.cast import actors_of, cast, unknown_actor, which_actor
from bot.render.digest import digest as digest_page
from bot.render.lists import note
from bot.render.texts import _
from bot.render.unsaid import Unsaid
from summaries.models import ActorKind

NOBODY_YET = _("Nobody is in the news yet. Names appear here as soon as articles come in.")
NOBODY_LEFT = _("This name is no longer in the articles.")


class WhoHandlers:
    """Answers about actors."""

    def __init__(self, desk: ReadingDesk) -> None:
        self._desk = desk

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_command("who", self.who),
            *on_reading("k:{page}", self.more_actors),
            *on_reading("kp:{page}", partial(self.more_actors, kind="person")),
            *on_reading("ks:{page}", partial(self.more_actors, kind="state")),
            *on_reading("ko:{page}", partial(self.more_actors, kind="organization")),
            *on_reading("kg:{page}", partial(self.more_actors, kind="group")),
            *on_reading("w:{id}", self.who_in_article),
            *on_reading("a:{id}", self.digest),
            on_press("wn:{words}", self.so_named),
        )

    async def who(self, update: Update, context: Context) -> None:
        """`/who`: who is in the news; `/who name`: all about whom the name means."""
        name = argument(update)
        await reply(update, await (self._named(update, name) if name else self._cast(0, None)))

    async def more_actors(self, update: Update, context: Context, kind: ActorKind | None = None) -> None:
        """`k:page`, `kp:page`: another page of who is in the news, or of which people are, in place."""
        await edit_in_place(update, await self._cast(numbers(context)[0], kind))

    async def who_in_article(self, update: Update, context: Context) -> None:
        """`w:id`: who is in the article."""
        article = await self._desk.find(numbers(context)[0])
        if article is None:
            messages = note(NOT_HERE)
        else:
            messages = actors_of(article, await self._desk.actors_of(article.id))
        await reply(update, messages)

    async def digest(self, update: Update, context: Context) -> None:
        """`a:id`: all about the actor; for an editor with how its names were joined."""
        digest = await self._desk.digest(numbers(context)[0])
        shown = await self._shown(update, digest) if digest else note(NOBODY_LEFT)
        await reply(update, shown)

    async def so_named(self, update: Update, context: Context) -> None:
        """`wn:name`: whom the name means, as `/who name` tells it."""
        await reply(update, await self._named(update, caught(context)))

    async def _named(self, update: Update, name: str) -> tuple[Unsaid, ...]:
        meant = await self._desk.who(name)
        if isinstance(meant, Meant):
            return await self._shown(update, meant.digest, meant.others, taken_for=meant.taken_for)
        if isinstance(meant, Which):
            return which_actor(name, meant.members)
        return unknown_actor(name, meant.nearest)

    async def _shown(
        self,
        update: Update,
        digest: ActorDigest,
        others: Sequence[ActorEntry] = (),
        *,
        taken_for: str | None = None,
    ) -> tuple[Unsaid, ...]:
        """The digest; for an editor, in their own chat, with how the actor came together."""
        joining = await self._desk.joining(digest.actor.id) if is_for_editors(update) else None
        return digest_page(digest, taken_for=taken_for, others=others, joining=joining)

    async def _cast(self, number: int, kind: ActorKind | None) -> tuple[Unsaid, ...]:
        page = await self._desk.cast(number, kind=kind)
        return cast(page, kind) if page.items or kind is not None else note(NOBODY_YET)
