"""In which section the articles of a source, or of an outlet, stand: an editor's word."""

from collections.abc import Callable, Iterable
from datetime import datetime

from telegram import Update

from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.parse import Context, numbers
from bot.chat.questions import Questions
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.sources import SourcesDesk
from bot.domain.sections import named
from bot.domain.words import typed
from bot.render import sections as pages
from bot.render.lists import note
from bot.render.texts import _
from bot.render.unsaid import Unsaid
from bot.store.processes.questions import OpenQuestions

QUESTION = {"section": _("What is the section called? Write its name, for example: Sport")}
OTHERWISE = _("Sections are set in an editor’s own chat.")
GONE = _("This is no longer here.")


class SectionSettingHandlers:
    """Asks for sections, and sets them."""

    def __init__(self, desk: SourcesDesk, questions: OpenQuestions, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._questions = Questions(QUESTION, questions, clock)

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family. Its answers stand before what editors send otherwise."""
        return (
            guard.on_message(self._questions.answers, self.answer, chief=True),
            guard.on_press("us:(u|o):{id}", self.open),
            guard.on_press("us:(u|o):{id}:{id}", self.set, chief=True),
            guard.on_press("uq:(u|o):{id}", self.ask, chief=True),
            guard.on_press("uw:{page}", self.outlets),
        )

    async def outlets(self, update: Update, context: Context) -> None:
        """`uw:page`: the publishers whose articles came, each with its section."""
        page = await self._desk.outlets(numbers(context)[0])
        await edit_in_place(update, pages.outlets(page, await self._desk.sections()))

    async def open(self, update: Update, context: Context) -> None:
        """`us:u:id`: the sections that source could have; `us:o:id`: that outlet."""
        await self._show(update, *_meant(context))

    async def set(self, update: Update, context: Context) -> None:
        """`us:u:id:section`: its articles stand in that section; 0: in none."""
        kind, id_ = _meant(context)
        await self._desk.set_section(kind, id_, numbers(context)[-1], by=editor_of(update))
        await self._show(update, kind, id_)

    async def ask(self, update: Update, context: Context) -> None:
        """`uq:u:id`: asks for the name of another section."""
        kind, id_ = _meant(context)
        await self._questions.ask(update, "section", otherwise=OTHERWISE, about=f"{kind}:{id_}")

    async def answer(self, update: Update, context: Context) -> None:
        """The name: there is a section of it from now on, and what was asked about stands in it."""
        message = update.effective_message
        if message is None:
            return
        kind, _colon, id_ = self._questions.about("section").partition(":")
        await self._questions.close(message)
        name = named(typed(message.text or ""))
        if not id_ or not name:
            await reply(update, note(GONE))
            return
        await self._desk.name_section(kind, int(id_), name, by=editor_of(update))
        await reply(update, await self._page(kind, int(id_)))

    async def _show(self, update: Update, kind: str, id_: int) -> None:
        await edit_in_place(update, await self._page(kind, id_))

    async def _page(self, kind: str, id_: int) -> tuple[Unsaid, ...]:
        found = await self._desk.sectioned(kind, id_)
        if found is None:
            return note(GONE)
        return pages.section_of(kind, id_, *found, await self._desk.sections())


def _meant(context: Context) -> tuple[str, int]:
    """A source `u` or an outlet `o`, and its number."""
    kind = context.match.group(1) if context.match is not None else ""
    return kind, numbers(context)[0]
