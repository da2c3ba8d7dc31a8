"""*Share*: a link that is passed on, and what opens for who comes by one."""

from collections.abc import Iterable, Sequence

from telegram import Update
from telegram.ext import MessageHandler, filters
from telegram.helpers import create_deep_linked_url

from bot.chat.articles import NOT_HERE
from bot.chat.parse import Context, argument, numbers
from bot.chat.reply import reply
from bot.chat.routes import Route, on_reading
from bot.chat.who import NOBODY_LEFT
from bot.desks.reading import ReadingDesk
from bot.domain.articles import Story
from bot.domain.roundups import MOST_LISTED, Roundup
from bot.domain.sharing import Shared, shared, unpacked
from bot.render.articles import title
from bot.render.briefing import story as story_page
from bot.render.digest import digest as digest_page
from bot.render.lists import note
from bot.render.roundups import roundup
from bot.render.sharing import edition_link, link_page
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid

NOTHING_THERE = _("This link opens nothing here. /brief tells the newest stories.")
_LINK = filters.Regex(r"^/start share-") & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


class SharingHandlers:
    """Makes links, and opens what they lead to."""

    def __init__(self, desk: ReadingDesk) -> None:
        self._desk = desk

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            *on_reading("hs:{id}", self.story),
            *on_reading("ha:{id}", self.actor),
            *on_reading("he:{ids}", self.edition),
            MessageHandler(_LINK, self.open),
        )

    async def story(self, update: Update, context: Context) -> None:
        """`hs:id`: a link to the article's story."""
        (id_,) = numbers(context)
        article = await self._desk.find(id_)
        if article is None:
            await reply(update, note(NOT_HERE))
        else:
            await _pass_on(update, context, Shared(kind="s", ids=(id_,)), title(article.analysis.article))

    async def actor(self, update: Update, context: Context) -> None:
        """`ha:id`: a link to the actor."""
        (id_,) = numbers(context)
        entry = await self._desk.actor(id_)
        if entry is None:
            await reply(update, note(NOBODY_LEFT))
        else:
            await _pass_on(update, context, Shared(kind="a", ids=(entry.id,)), entry.name)

    async def edition(self, update: Update, context: Context) -> None:
        """`he:ids`: a link to these stories, as far as readers may have them."""
        stories = await self._stories(unpacked(context.match.group(1)) if context.match else ())
        if not stories:
            await reply(update, note(NOT_HERE))
            return
        made = Shared(kind="e", ids=tuple(one.lead.id for one in stories))
        await reply(update, edition_link(_link(context, made), len(stories)))

    async def open(self, update: Update, context: Context) -> None:
        """`/start share-…`: what the link leads to, as it is now."""
        meant = shared(argument(update))
        await reply(update, await self._opened(meant) if meant else note(NOTHING_THERE))

    async def _opened(self, meant: Shared) -> tuple[Unsaid, ...]:
        if meant.kind == "a":
            digest = await self._desk.digest(meant.ids[0])
            return digest_page(digest) if digest else note(NOBODY_LEFT)
        stories = await self._stories(meant.ids)
        if not stories:
            return note(NOT_HERE)
        if len(stories) == 1:
            return (story_page(stories[0]),)
        return (roundup(Roundup(stories=tuple(stories))),)

    async def _stories(self, ids: Sequence[int]) -> list[Story]:
        found = [await self._desk.story(id_) for id_ in ids[:MOST_LISTED]]
        return [story for story in found if story is not None]


async def _pass_on(update: Update, context: Context, what: Shared, called: Said) -> None:
    await reply(update, link_page(_link(context, what), called))


def _link(context: Context, what: Shared) -> str:
    return create_deep_linked_url(context.bot.username, what.payload)
