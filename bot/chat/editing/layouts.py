"""What stands where in the next edition, in an editor's hands: moved up, taken out, added, a line on top."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from telegram import Update
from telegram.constants import MessageLimit

from bot.chat.editing.editions import EditionHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.parse import Context, argument, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.editions import EditionsDesk
from bot.domain import layouts
from bot.domain.editing import NextEdition
from bot.domain.layouts import Layout
from bot.domain.next_edition import Verb
from bot.domain.words import cut
from bot.render import layouts as pages
from bot.render.editing import no_such_article
from bot.render.lists import note
from bot.render.roundups import LINE_LENGTH
from bot.render.texts import Said, _

MOVED = _("Moved up.")
OUT = _("Taken out. It is not in the next edition.")
BACK = _("Put back.")
ALL_HAD_IT = _("Added on top, but every chat that gets the edition has had it already.")
ADDED = _("Added on top.")
LINE = _("This line stands on top of the next edition.")
NO_LINE = _("The line is taken away.")
_ADD = re.compile(r"add\s+#?(\d{1,18})", re.IGNORECASE)
_LINE = re.compile(r"line\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)


class LayoutHandlers:
    """Shows a story of the next edition, and carries out what an editor wants of it."""

    def __init__(self, desk: EditionsDesk, editions: EditionHandlers) -> None:
        self._desk = desk
        self._editions = editions

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_press("ei:{id}:{id}", self.show),
            guard.on_press("em:{id}:{id}", self.move_up),
            guard.on_press("ez:{id}:{id}", self.take_out),
            guard.on_press("eb:{id}:{id}", self.put_back),
            guard.on_press("ej:{id}:{id}", self.add),
            guard.on_press("ek:{id}", self.additions),
            guard.on_press("eg:{id}", self.how_to_write_a_line),
            guard.on_press("ey:{id}", self.take_line_away),
        )

    async def takes(self, update: Update, context: Context, by: int) -> bool:
        """Whether `/preview` asked for something to be put into the next edition: it is done then."""
        asked = argument(update, most=MessageLimit.MAX_TEXT_LENGTH)
        if (add := _ADD.fullmatch(asked)) is not None:
            await self._add_by_number(update, context, int(add[1]), by)
        elif (line := _LINE.fullmatch(asked)) is not None:
            await self._write_line(update, context, line[1], by)
        else:
            return False
        return True

    # ---------------------------------------------------------------- presses

    async def show(self, update: Update, context: Context) -> None:
        """`ei:move:id`: what can be done with a story."""
        article_id = numbers(context)[1]
        await edit_in_place(update, pages.story_page(await self._desk.next(), article_id))

    async def move_up(self, update: Update, context: Context) -> None:
        """`em:move:id`: the story stands one place higher."""

        def change(edition: NextEdition, article_id: int) -> Callable[[Layout], Layout]:
            listed = tuple(story.lead for story in edition.reach.stories)
            return partial(layouts.moved_up, listed=listed, article_id=article_id)

        await self._lay_out(update, context, "up", change, done=MOVED)

    async def take_out(self, update: Update, context: Context) -> None:
        """`ez:move:id`: the story is not in the next edition."""
        await self._lay_out(update, context, "out", _changing(layouts.taken_out), done=OUT)

    async def put_back(self, update: Update, context: Context) -> None:
        """`eb:move:id`: what was taken out is in it."""
        await self._lay_out(update, context, "back", _changing(layouts.put_back), done=BACK)

    async def add(self, update: Update, context: Context) -> None:
        """`ej:move:id`: the article is in it, on top."""
        article_id = numbers(context)[1]
        if await self._desk.is_public(article_id):
            lack = await self._desk.editing.who_lack(article_id)
            done = partial(_added, lack=lack)
            await self._lay_out(update, context, "add", _changing(layouts.put_in), done=done)
        else:
            await self._editions.show_in_place(update, context, done=pages.NOT_PUBLIC)

    async def additions(self, update: Update, context: Context) -> None:
        """`ek:move`: what can be added."""
        newest = await self._desk.newest()
        await edit_in_place(update, pages.additions(await self._desk.next(), newest))

    async def how_to_write_a_line(self, update: Update, context: Context) -> None:
        """`eg:move`: how a line is written."""
        await edit_in_place(update, pages.how_to_write_a_line())

    async def take_line_away(self, update: Update, context: Context) -> None:
        """`ey:move`: no line stands on top."""
        by = editor_of(update)
        await self._editions.do(
            update,
            context,
            lambda edition: self._desk.lay_out(
                edition, "no line", partial(layouts.with_line, line=None), about="the line on top", by=by
            ),
            lambda _edition: NO_LINE,
        )

    # ---------------------------------------------------------------- within

    async def _lay_out(
        self,
        update: Update,
        context: Context,
        verb: Verb,
        change: Callable[[NextEdition, int], Callable[[Layout], Layout]],
        *,
        done: Said | Callable[[NextEdition], Said],
    ) -> None:
        by, article_id = editor_of(update), numbers(context)[1]
        await self._editions.do(
            update,
            context,
            lambda edition: self._desk.lay_out(
                edition, verb, change(edition, article_id), about=f"article {article_id}",
                article_id=article_id, by=by,
            ),
            lambda edition: done(edition) if callable(done) else done,
        )  # fmt: skip

    async def _add_by_number(self, update: Update, context: Context, article_id: int, by: int) -> None:
        edition = await self._desk.next()
        if await self._desk.editing.find(article_id) is None:
            likely = await self._desk.editing.likeliest(article_id)
            await reply(update, no_such_article(article_id, likely))
            return
        if not await self._desk.is_public(article_id):
            await reply(update, note(pages.NOT_PUBLIC))
            return
        added = await self._desk.lay_out(
            edition, "add", partial(layouts.put_in, article_id=article_id),
            about=f"article {article_id}", article_id=article_id, by=by,
        )  # fmt: skip
        lack = await self._desk.editing.who_lack(article_id)
        done = _added(edition, lack=lack) if added else None
        await self._editions.answer(update, context, edition, done=done)

    async def _write_line(self, update: Update, context: Context, line: str, by: int) -> None:
        if cut(line, LINE_LENGTH) != line:
            await reply(update, note(pages.LINE_TOO_LONG))
            return
        edition = await self._desk.next()
        change = partial(layouts.with_line, line=line)
        written = await self._desk.lay_out(edition, "line", change, about=line, by=by)
        await self._editions.answer(update, context, edition, done=LINE if written else None)


def _added(edition: NextEdition, *, lack: int) -> Said:
    """Why it is in no list, where nobody who has editions lacks it."""
    return ALL_HAD_IT if edition.reach.due is not None and not lack else ADDED


def _changing(
    change: Callable[[Layout, int], Layout],
) -> Callable[[NextEdition, int], Callable[[Layout], Layout]]:
    return lambda _edition, article_id: lambda layout: change(layout, article_id)
