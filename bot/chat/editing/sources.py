"""/sources, lists of feeds and addresses that editors send, and the buttons under a source."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import filters

from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.proposals import LARGEST, TOO_LARGE, document_name
from bot.chat.language import language_of
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import IS_LINK, LONGEST_ADDRESS, Route
from bot.chat.slow_answers import SlowAnswers
from bot.desks.editing import EditingDesk
from bot.desks.sources import Proposed, SourcesDesk
from bot.domain.editing import Draft
from bot.domain.errors import BriefingsError
from bot.domain.sources import FoundFeed
from bot.domain.words import typed
from bot.newsroom.sources.errors import SourceError
from bot.render import sources as pages
from bot.render.lists import note
from bot.render.proposals import proposal
from bot.render.reasons import reason
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid
from summaries.errors import ArticleError, UnreadableFileError

LOOKING = _("Looking…")
NO_SOURCE = _("This source was removed.")
GONE = _("This was already added or thrown away.")
VISITED = _("Fetching it now. New articles appear within a minute or so.")
KEPT = _("Nothing was removed.")
KEPT_AS_NEW = _(
    "Kept. Readers can find its newest articles within minutes; they are told of what is new after that."
)
REMOVED = _("Removed. Nothing more is fetched from it; its articles stay.")
NOTHING_TO_EXPORT = _("There are no sources yet.")
LIST_NAME = "sources.opml"
_NAME_LENGTH = 150  # of an address, so that what is said of it has room
_FAULT_LENGTH = 300
_REVIEWS = {"bot": None, "on": True, "off": False}

Answer = Coroutine[Any, Any, Sequence[Unsaid]]


class SourceHandlers:
    """Shows where articles are fetched from, and carries out what an editor decides on it."""

    def __init__(self, sources: SourcesDesk, desk: EditingDesk, clock: Callable[[], datetime]) -> None:
        self._sources = sources
        self._desk = desk
        self._clock = clock
        self._later = SlowAnswers()

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family. They stand before those of documents."""
        lists = filters.Document.FileExtension("opml") | filters.Document.FileExtension("xml")
        return (
            guard.on_command("sources", self.sources),
            guard.on_message(lists, self.take_list),
            guard.on_message(IS_LINK, self.read_link),
            guard.on_press("ul:{page}", self.turn),
            guard.on_press("uo:{id}", self.open),
            guard.on_press("uf:{id}", self.visit, chief=True),
            guard.on_press("uk:{id}", self.keep, chief=True),
            guard.on_press("up:{id}", self.pause, chief=True),
            guard.on_press("ud:{id}", self.ask_to_remove, chief=True),
            guard.on_press("ud:{id}:(yes|no)", self.remove, chief=True),
            guard.on_press("uv:{id}:(bot|on|off)", self.set_review, chief=True),
            guard.on_press("ut:{id}:(yes|no)", self.set_whole_text, chief=True),
            guard.on_press("ua:{id}", self.add, chief=True),
        )

    # ---------------------------------------------------------------- commands and what is sent

    async def sources(self, update: Update, context: Context) -> None:
        """`/sources`: all of them; `/sources export`: as a list; `/sources address`: what is there."""
        asked = argument(update, most=LONGEST_ADDRESS)
        if not asked:
            await reply(update, await self._list(0, editor_of(update)))
        elif asked.casefold() == "export":
            await self._export(update)
        elif (known := await self._sources.known(asked)) is not None:
            await reply(update, await self._card(known, editor_of(update)))
        else:
            await self._look(update, context, partial(self._sources.look, asked, by=editor_of(update)))

    async def read_link(self, update: Update, context: Context) -> None:
        """An address alone: the article there, proposed as a document is, or the feed."""
        asked = ((update.message.text if update.message else None) or "").strip()
        await self._look(update, context, partial(self._sources.read, asked, by=editor_of(update)))

    async def take_list(self, update: Update, context: Context) -> None:
        """A list of feeds that is sent: how many are new, asked about before they are added."""
        document = update.message.document if update.message else None
        if document is None:
            return
        if (document.file_size or 0) > LARGEST:
            await reply(update, note(TOO_LARGE))
            return
        file = await document.get_file()
        raw, name = bytes(await file.download_as_bytearray()), document_name(document)
        looking = partial(self._sources.take_list, raw, name=name, by=editor_of(update))
        await self._look(update, context, looking)

    # ---------------------------------------------------------------- presses

    async def turn(self, update: Update, context: Context) -> None:
        """`ul:page`: another page of the list, in place."""
        await edit_in_place(update, await self._list(numbers(context)[0], editor_of(update)))

    async def open(self, update: Update, context: Context) -> None:
        """`uo:id`: the source, in place of the list."""
        await self._show(update, numbers(context)[0])

    async def visit(self, update: Update, context: Context) -> None:
        """`uf:id`: it is visited now, a paused one from now on."""
        (source_id,) = numbers(context)
        await self._sources.visit(source_id, by=editor_of(update))
        await self._show(update, source_id, done=VISITED)

    async def keep(self, update: Update, context: Context) -> None:
        """`uk:id`: another feed at its address is the source's from now on."""
        (source_id,) = numbers(context)
        await self._sources.keep(source_id, by=editor_of(update))
        await self._show(update, source_id, done=KEPT_AS_NEW)

    async def pause(self, update: Update, context: Context) -> None:
        """`up:id`: it is visited no more until it is told to be."""
        (source_id,) = numbers(context)
        await self._sources.pause(source_id, by=editor_of(update))
        await self._show(update, source_id)

    async def ask_to_remove(self, update: Update, context: Context) -> None:
        """`ud:id`: asks whether the source is to be removed."""
        card = await self._sources.card(numbers(context)[0])
        await edit_in_place(update, pages.ask_to_remove(card.listed.source) if card else note(NO_SOURCE))

    async def remove(self, update: Update, context: Context) -> None:
        """`ud:id:yes` removes the source, `ud:id:no` leaves it."""
        (source_id,) = numbers(context)
        if caught(context) == "no":
            await self._show(update, source_id, done=KEPT)
        else:
            done = await self._sources.remove(source_id, by=editor_of(update))
            await edit_in_place(update, note(REMOVED if done else NO_SOURCE))

    async def set_review(self, update: Update, context: Context) -> None:
        """`uv:id:on`: its new articles wait for an editor; `off`; `bot`: as the bot's setting says."""
        (source_id,) = numbers(context)
        await self._sources.set_review(source_id, _REVIEWS[caught(context)], by=editor_of(update))
        await self._show(update, source_id)

    async def set_whole_text(self, update: Update, context: Context) -> None:
        """`ut:id:yes`: readers may be shown the full text of its articles; `no`."""
        (source_id,) = numbers(context)
        shown = caught(context) == "yes"
        await self._sources.set_whole_text(source_id, shown=shown, by=editor_of(update))
        await self._show(update, source_id)

    async def add(self, update: Update, context: Context) -> None:
        """`ua:id`: adds what was proposed; one feed is shown as the source it is now."""
        added = await self._sources.add(numbers(context)[0], by=editor_of(update))
        if added is None:
            await edit_in_place(update, note(GONE))
        elif added.source_id is not None:
            await self._show(update, added.source_id, done=pages.ADDED)
        else:
            await edit_in_place(update, pages.added(added.feeds))

    # ---------------------------------------------------------------- within

    async def _look(
        self, update: Update, context: Context, looking: Callable[[], Awaitable[Proposed]]
    ) -> None:
        async def found() -> Sequence[Unsaid]:
            try:
                return _shown(await looking())
            except (BriefingsError, ArticleError) as error:
                return note(_fault(error))

        await self._later.reply(update, context, LOOKING, found)

    async def _list(self, page: int, by: int) -> tuple[Unsaid, ...]:
        listed = await self._sources.listed(page)
        return pages.source_list(listed, zone=await self._desk.zone(by), now=self._clock())

    async def _show(self, update: Update, source_id: int, *, done: Said | None = None) -> None:
        await edit_in_place(update, await self._card(source_id, editor_of(update), done=done))

    async def _card(self, source_id: int, by: int, *, done: Said | None = None) -> tuple[Unsaid, ...]:
        card, zone = await self._sources.card(source_id), await self._desk.zone(by)
        return pages.card(card, zone=zone, now=self._clock(), done=done) if card else note(NO_SOURCE)

    async def _export(self, update: Update) -> None:
        content, count = await self._sources.export()
        if not count or update.effective_message is None:
            await reply(update, note(NOTHING_TO_EXPORT))
            return
        caption = language_of(update).say(pages.came(count, 0))
        await update.effective_message.reply_document(content, filename=LIST_NAME, caption=caption)


def _fault(error: BriefingsError | ArticleError) -> Said:
    match error:
        case SourceError(address=name, fact=fact) | UnreadableFileError(path=name, fact=fact):
            # Translators: {file} is a file’s name or an address, {why} the reason: "did not answer in time".
            return _("{file}: {why}.", file=typed(name, _NAME_LENGTH), why=reason(fact, _FAULT_LENGTH))
    return f"{typed(str(error), _FAULT_LENGTH)}."


def _shown(proposed: Proposed) -> Sequence[Unsaid]:
    match proposed:
        case Draft():
            return proposal(proposed)
        case FoundFeed():
            return pages.found_feed(proposed)
        case _:
            return pages.found_list(proposed)
