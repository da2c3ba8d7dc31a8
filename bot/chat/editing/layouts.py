"""What stands where in the next edition, in an editor's hands: moved up, taken out, added, a line on top."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from telegram import Update
from telegram.constants import MessageLimit
from telegram.ext import filters

from bot.chat.editing.editions import EditionHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.parse import Context, argument, numbers
from bot.chat.questions import Questions
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.editions import EditionsDesk
from bot.domain import layouts
from bot.domain.editing import NextEdition
from bot.domain.layouts import Layout
from bot.domain.next_edition import Verb
from bot.domain.words import cut, typed
from bot.render import layouts as pages
from bot.render.editing import no_such_article
from bot.render.lists import note
from bot.render.roundups import LINE_LENGTH
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid
from bot.store.processes.questions import OpenQuestions

MOVED = _("Moved up.")
OUT = _("Taken out. It is not in the next edition.")
BACK = _("Put back.")
ALL_HAD_IT = _("Added on top, but every chat that gets the edition has had it already.")
ADDED = _("Added on top.")
LINE = _("This line stands on top of the next edition.")
NO_LINE = _("The line is taken away.")
_ADD = re.compile(r"add\s+#?(\d{1,18})", re.IGNORECASE)
_NUMBER = re.compile(r"#?(\d{1,18})")
_LINE = re.compile(r"line\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)


class LayoutHandlers:
    """Shows a story of the next edition, and carries out what an editor wants of it."""

    def __init__(
        self,
        desk: EditionsDesk,
        editions: EditionHandlers,
        questions: OpenQuestions,
        clock: Callable[[], datetime],
    ) -> None:
        self._desk = desk
        self._editions = editions
        self._questions = Questions(pages.ASKED, questions, clock)

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family. Its answers stand before what editors send otherwise."""
        written = filters.TEXT & ~filters.COMMAND & ~filters.FORWARDED  # what is passed on is nobody's answer
        return (
            guard.on_message(self._questions.answered_by(written), self.answer),
            guard.on_press("ep", self.back),
            guard.on_press("ei:{id}:{id}", self.show),
            guard.on_press("em:{id}:{id}", self.move_up),
            guard.on_press("ez:{id}:{id}", self.take_out),
            guard.on_press("eb:{id}:{id}", self.put_back),
            guard.on_press("ej:{id}:{id}", self.add),
            guard.on_press("ek:{id}", self.additions),
            guard.on_press("eg:{id}", self.ask_for_a_line),
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

    async def answer(self, update: Update, context: Context) -> None:
        """What was asked for: the number of an article to be added, or the line on top."""
        message = update.effective_message
        if message is None or (name := self._questions.answered(message)) is None:
            return
        await self._questions.close(message)
        by, words = editor_of(update), typed(message.text or "", MessageLimit.MAX_TEXT_LENGTH)
        if name == "line":
            await self._write_line(update, context, words, by)
        elif (number := _NUMBER.fullmatch(words)) is not None:
            await self._add_by_number(update, context, int(number[1]), by)
        else:
            await self._refuse(update, note(pages.NO_NUMBER))

    # ---------------------------------------------------------------- presses

    async def back(self, update: Update, context: Context) -> None:
        """`ep`: how it stands; nothing is asked any longer."""
        await self._leave(update)
        await self._editions.show(update, context)

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
        await self._leave(update)
        article_id = numbers(context)[1]
        if await self._desk.is_public(article_id):
            lack = await self._desk.editing.who_lack(article_id)
            done = partial(_added, lack=lack)
            await self._lay_out(update, context, "add", _changing(layouts.put_in), done=done)
        else:
            await self._editions.show_in_place(update, context, done=pages.NOT_PUBLIC)

    async def additions(self, update: Update, context: Context) -> None:
        """`ek:move`: what can be added; the number of another is asked for."""
        await self._wait(update, "addition")
        newest = await self._desk.newest()
        await edit_in_place(update, pages.additions(await self._desk.next(), newest))

    async def ask_for_a_line(self, update: Update, context: Context) -> None:
        """`eg:move`: asks for the line."""
        await self._wait(update, "line")
        await edit_in_place(update, pages.ask_for_a_line())

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
            await self._refuse(update, no_such_article(article_id, likely))
            return
        if not await self._desk.is_public(article_id):
            await self._refuse(update, note(pages.NOT_PUBLIC))
            return
        added = await self._desk.lay_out(
            edition, "add", partial(layouts.put_in, article_id=article_id),
            about=f"article {article_id}", article_id=article_id, by=by,
        )  # fmt: skip
        lack = await self._desk.editing.who_lack(article_id)
        done = _added(edition, lack=lack) if added else None
        await self._editions.answer(update, context, edition, done=done)

    async def _write_line(self, update: Update, context: Context, line: str, by: int) -> None:
        if not line or cut(line, LINE_LENGTH) != line:
            await self._refuse(update, note(pages.LINE_TOO_LONG) if line else pages.ask_for_a_line())
            return
        edition = await self._desk.next()
        change = partial(layouts.with_line, line=line)
        written = await self._desk.lay_out(edition, "line", change, about=line, by=by)
        await self._editions.answer(update, context, edition, done=LINE if written else None)

    async def _refuse(self, update: Update, why: tuple[Unsaid, ...]) -> None:
        """Says why nothing was put there; what answered a question is asked for again."""
        message = update.effective_message
        if message is not None and (name := self._questions.answered(message)) is not None:
            await self._questions.wait_again(message, name)
        await reply(update, why)

    async def _wait(self, update: Update, name: str) -> None:
        if (message := update.effective_message) is not None:
            await self._questions.wait(message, name, "")

    async def _leave(self, update: Update) -> None:
        if (message := update.effective_message) is not None:
            await self._questions.close(message)


def _added(edition: NextEdition, *, lack: int) -> Said:
    """Why it is in no list, where nobody who has editions lacks it."""
    return ALL_HAD_IT if edition.reach.due is not None and not lack else ADDED


def _changing(
    change: Callable[[Layout, int], Layout],
) -> Callable[[NextEdition, int], Callable[[Layout], Layout]]:
    return lambda _edition, article_id: lambda layout: change(layout, article_id)
