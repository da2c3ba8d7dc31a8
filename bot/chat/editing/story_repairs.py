"""The buttons by which an editor repairs which articles tell one story."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial

from telegram import Update

from bot.chat.editing.articles import NO_ARTICLE, EditedArticleHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.names import names_of
from bot.chat.parse import Context, keys, numbers
from bot.chat.reply import edit_in_place
from bot.chat.routes import Route
from bot.desks.editing import EditingDesk
from bot.desks.story_repairs import StoryRepairDesk
from bot.domain.errors import OvertakenError
from bot.render import story_repairs as pages
from bot.render.buttons import button
from bot.render.happened import MOVED, undid
from bot.render.lists import note
from bot.render.repairing import rewritten
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid, UnsaidButtons

SPLIT = _("They are two stories now. What was sent before is not changed.")
PUT = _("It tells that story now. What was sent before is not changed.")
UNDONE = _("Undone.")
SO_ALREADY = _("Nothing was changed: it is so already.")


class StoryRepairHandlers:
    """Shows which articles tell a story, and carries out who does; every page in place of the one before."""

    def __init__(
        self,
        stories: StoryRepairDesk,
        desk: EditingDesk,
        articles: EditedArticleHandlers,
        clock: Callable[[], datetime],
    ) -> None:
        self._stories = stories
        self._desk = desk
        self._articles = articles
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_press("vs:{id}", self.look),
            guard.on_press("vt:{id}:{id}:{key}", self.choose),
            guard.on_press("vz:{id}:{id}:{key}", self.split),
            guard.on_press("vo:{id}:{id}", self.take_out),
            guard.on_press("vn:{id}:{page}", self.others),
            guard.on_press("vi:{id}:{id}:{id}", self.put),
            guard.on_press("vu:{id}:{id}", self.undo),
            guard.on_press("vj:{id}:{id}:{id}", self.look),  # of messages from before moves were listed
        )

    async def look(self, update: Update, context: Context) -> None:
        """`vs:id`: the articles of its story."""
        await edit_in_place(update, await self._page(numbers(context)[0]))

    async def choose(self, update: Update, context: Context) -> None:
        """`vt:id:chosen:key`: some of them are chosen."""
        (article_id, mask), (key,) = numbers(context), keys(context)
        entries = await self._stories.told_with(article_id)
        is_so = pages.key_of_list(entries) == key
        await edit_in_place(
            update,
            await self._page(article_id, mask=mask if is_so else 0, done=None if is_so else MOVED),
        )

    async def split(self, update: Update, context: Context) -> None:
        """`vz:id:chosen:key`: those are another story."""
        (article_id, mask), (key,) = numbers(context), keys(context)
        entries = await self._stories.told_with(article_id)
        ids = pages.chosen(entries, mask)
        if pages.key_of_list(entries) != key or not 0 < len(ids) < len(entries):
            await edit_in_place(update, await self._page(article_id, done=MOVED))
            return
        seen = [one.article_id for one in entries]
        done = partial(self._stories.split, ids, by=editor_of(update), seen=seen)
        await self._after(update, article_id, done, SPLIT)

    async def take_out(self, update: Update, context: Context) -> None:
        """`vo:id:turn`: it is another story by itself."""
        article_id, turn = numbers(context)
        done = partial(self._stories.split, [article_id], by=editor_of(update), turn=turn)
        await self._after(update, article_id, done, SPLIT)

    async def others(self, update: Update, context: Context) -> None:
        """`vn:id:page`: stories into which it can be put."""
        article_id, page = numbers(context)
        article = await self._desk.find(article_id)
        shown = await self._stories.others(article_id, page, pages.ON_A_PAGE)
        await edit_in_place(update, pages.others_page(article, shown) if article else note(NO_ARTICLE))

    async def put(self, update: Update, context: Context) -> None:
        """`vi:id:other:turn`: it tells the story of the other."""
        article_id, into, turn = numbers(context)
        done = partial(self._stories.put, article_id, into, by=editor_of(update), turn=turn)
        await self._after(update, article_id, done, PUT)

    async def undo(self, update: Update, context: Context) -> None:
        """`vu:id:move`: what a press moved tells the story that it did before."""
        (article_id, move), by = numbers(context), editor_of(update)
        undone, told = await self._stories.undo(move, by=by), UNDONE
        if undone is None:
            told = MOVED
        elif undone.before:
            names, zone = await names_of(context.bot, (undone.by,)), await self._desk.zone(by)
            told = undid(undone, names=names, zone=zone, now=self._clock())
        first = await self._telling(article_id)
        await edit_in_place(update, await self._page(article_id, done=told, first=first))

    # ---------------------------------------------------------------- within

    async def _after(
        self, update: Update, article_id: int, deed: Callable[[], Awaitable[int | None]], said: Said
    ) -> None:
        """Does it, and shows the story since, with a button that undoes that; or who was first."""
        if await self._desk.find(article_id) is None:
            await edit_in_place(update, note(NO_ARTICLE))
            return
        try:
            move = await deed()
        except OvertakenError:
            await edit_in_place(update, await self._articles.since(article_id, editor_of(update)))
            return
        if move is None:
            await edit_in_place(update, await self._page(article_id, done=SO_ALREADY))
            return
        undo = (button(_("Undo"), "vu", article_id, move),)
        first = (undo, *await self._telling(article_id))
        await edit_in_place(update, await self._page(article_id, done=said, first=first))

    async def _telling(self, article_id: int) -> UnsaidButtons:
        sent = await self._stories.sent(article_id)
        return ((button(rewritten(sent), "mr", article_id),),) if sent else ()

    async def _page(
        self, article_id: int, *, mask: int = 0, done: Said | None = None, first: UnsaidButtons = ()
    ) -> tuple[Unsaid, ...]:
        article, entries = await self._desk.find(article_id), await self._stories.told_with(article_id)
        if article is None:
            return note(NO_ARTICLE)
        return pages.story_page(article, entries, mask=mask, done=done, first=first)
