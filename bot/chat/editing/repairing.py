"""The buttons by which an editor repairs what was misread in an article."""

from collections.abc import Callable, Iterable
from datetime import datetime

from telegram import Update

from bot.chat.editing.articles import NO_ARTICLE, EditedArticleHandlers
from bot.chat.editing.corrections import amended, corrected
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.names import names_of
from bot.chat.editing.replies import Answering
from bot.chat.parse import Context, keys, numbers
from bot.chat.reply import edit_in_place
from bot.chat.routes import Route
from bot.desks.corrections import CorrectionsDesk
from bot.desks.editing import EditingDesk
from bot.desks.repairing import RepairDesk
from bot.domain import repair_choices
from bot.domain.editing import Bench
from bot.domain.repairing import change_of_quote
from bot.domain.repairs import Change, RepairKind, plain_words
from bot.domain.words import typed
from bot.render import repairing as pages
from bot.render.happened import undid
from bot.render.lists import note
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid
from summaries.models import Quote

REPAIRED = _("Repaired. This is how readers see it now.")
UNDONE = _("Undone.")
NOT_ITS_WORDS = _("The article does not have these words. Reply with those by which it names who said it.")


class RepairHandlers:
    """Shows what can be repaired, repairs it, undoes that; every page in place of the one before."""

    def __init__(
        self,
        repairs: RepairDesk,
        desk: EditingDesk,
        corrections: CorrectionsDesk,
        articles: EditedArticleHandlers,
        clock: Callable[[], datetime],
    ) -> None:
        self._repairs = repairs
        self._desk = desk
        self._corrections = corrections
        self._articles = articles
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_press("mm:{id}", self.look),
            guard.on_press("mm:{id}:{page}", self.look),
            guard.on_press("mu:{id}:{id}", self.undo),
            guard.on_press("mc:{id}:{id}", self.correct),
            guard.on_press("mr:{id}", self.rewrite),
            guard.on_press("mp:{id}:{page}", self.pull_quotes),
            guard.on_press("mq:{id}:{key}", self.pull),
            guard.on_press("mn:{id}", self.pull_none),
            guard.on_press("ms:{id}", self.summary),
            guard.on_press("mx:{id}:{key}", self.strike),
            guard.on_press("mt:{id}:{page}", self.sentences),
            guard.on_press("my:{id}:{key}", self.take),
            guard.on_press("mk:{id}:{page}", self.quotes),
            guard.on_press("mv:{id}:{key}:{page}", self.speakers),
            guard.on_press("mw:{id}:{key}:{key}", self.speaker),
            guard.on_press("mo:{id}:{key}", self.nobody),
            guard.on_message(Answering("mo:{id}:{key}"), self.typed_speaker),
            guard.on_press("mh:{id}:{page}", self.actors),
            guard.on_press("mi:{id}:{key}", self.hide),
        )

    # ---------------------------------------------------------------- what was repaired

    async def look(self, update: Update, context: Context) -> None:
        """`mm:id`: what was repaired, by whom and when, and what can be."""
        article_id, *page = numbers(context)
        await edit_in_place(
            update, await self._look(update, context, article_id, page=page[0] if page else 0)
        )

    async def undo(self, update: Update, context: Context) -> None:
        """`mu:id:repair`: the repair counts no more; says who was first where it does not already."""
        article_id, repair_id = numbers(context)
        by, bench = editor_of(update), await self._repairs.bench(article_id)
        undone = await self._repairs.undo(bench, repair_id, by=by) if bench is not None else None
        if undone is None:
            await edit_in_place(update, note(NO_ARTICLE))
            return
        done, sent = UNDONE, 0 if undone.before else await self._repairs.sent(article_id)
        if undone.before:
            names, zone = await names_of(context.bot, (undone.by,)), await self._desk.zone(by)
            done = undid(undone, names=names, zone=zone, now=self._clock())
        await edit_in_place(update, await self._look(update, context, article_id, done=done, sent=sent))

    async def rewrite(self, update: Update, context: Context) -> None:
        """`mr:id`: what was sent shows the article as it stands since a repair was undone."""
        (article_id,) = numbers(context)
        done = await self._desk.rewrite(article_id, by=editor_of(update))
        told = amended(done) if done is not None else None
        await edit_in_place(update, await self._look(update, context, article_id, done=told))

    async def correct(self, update: Update, context: Context) -> None:
        """`mc:id:repair`: what was sent is shown as it was repaired, with a note of what was wrong."""
        article_id, repair_id = numbers(context)
        by, bench = editor_of(update), await self._repairs.bench(article_id)
        repair = bench.repair(repair_id) if bench is not None else None
        if bench is None or repair is None:
            await edit_in_place(update, await self._look(update, context, article_id, done=pages.NO_CHANGE))
            return
        note_of = self._repairs.correction(bench, repair)
        done = await self._corrections.correct(article_id, note_of, by=by)
        await edit_in_place(update, await corrected(self._articles, article_id, by, done))

    # ---------------------------------------------------------------- pull quote

    async def pull_quotes(self, update: Update, context: Context) -> None:
        """`mp:id:page`: which quotation stands for it, and which could."""
        await self._show(update, context, lambda bench: pages.pull_page(bench, page=numbers(context)[1]))

    async def pull(self, update: Update, context: Context) -> None:
        """`mq:id:key`: this quotation stands for the article."""
        await self._repair_quote(update, context, RepairKind.PULL)

    async def pull_none(self, update: Update, context: Context) -> None:
        """`mn:id`: no quotation stands for the article."""
        await self._repair(update, context, lambda _bench: Change(kind=RepairKind.NO_PULL))

    # ---------------------------------------------------------------- summary

    async def summary(self, update: Update, context: Context) -> None:
        """`ms:id`: the sentences of the summary."""
        await self._show(update, context, pages.summary_page)

    async def strike(self, update: Update, context: Context) -> None:
        """`mx:id:key`: this sentence is shown no more, but in the full text."""
        await self._repair(
            update, context, lambda bench: self._of_sentence(bench, context, RepairKind.STRIKE)
        )

    async def sentences(self, update: Update, context: Context) -> None:
        """`mt:id:page`: the other sentences of the article."""
        await self._show(update, context, lambda bench: pages.take_page(bench, page=numbers(context)[1]))

    async def take(self, update: Update, context: Context) -> None:
        """`my:id:key`: this sentence stands in the summary."""
        await self._repair(update, context, lambda bench: self._of_sentence(bench, context, RepairKind.TAKE))

    # ---------------------------------------------------------------- speakers

    async def quotes(self, update: Update, context: Context) -> None:
        """`mk:id:page`: who said what."""
        await self._show(update, context, lambda bench: pages.quotes_page(bench, page=numbers(context)[1]))

    async def speakers(self, update: Update, context: Context) -> None:
        """`mv:id:key:page`: who may have said this."""

        def shown(bench: Bench) -> tuple[Unsaid, ...] | None:
            quote = self._quote(bench, context)
            return None if quote is None else pages.speaker_page(bench, quote, page=numbers(context)[1])

        await self._show(update, context, shown)

    async def speaker(self, update: Update, context: Context) -> None:
        """`mw:id:key:key`: the second said the first."""

        def change(bench: Bench) -> Change | None:
            quote = self._quote(bench, context)
            if quote is None:
                return None
            name = repair_choices.name_meant(repair_choices.speakers(bench, quote), keys(context)[1])
            return change_of_quote(bench.reading, quote, RepairKind.SPEAKER, name) if name else None

        await self._repair(update, context, change)

    async def typed_speaker(self, update: Update, context: Context) -> None:
        """Words in reply to the question who said this: they name the speaker, as the article has them."""
        words = typed(update.message.text or "", 200) if update.message else ""

        def change(bench: Bench) -> Change | None:
            quote, name = self._quote(bench, context), repair_choices.typed_speaker(bench, words)
            if quote is None or name is None:
                return None
            return change_of_quote(bench.reading, quote, RepairKind.SPEAKER, name)

        bench = await self._repairs.bench(numbers(context)[0])
        if bench is not None and repair_choices.typed_speaker(bench, words) is None:
            await edit_in_place(update, note(NOT_ITS_WORDS))
        else:
            await self._repair(update, context, change)

    async def nobody(self, update: Update, context: Context) -> None:
        """`mo:id:key`: the article names nobody who said this."""
        await self._repair_quote(update, context, RepairKind.SPEAKER)

    # ---------------------------------------------------------------- who is in it

    async def actors(self, update: Update, context: Context) -> None:
        """`mh:id:page`: who is in the article."""
        await self._show(update, context, lambda bench: pages.who_page(bench, page=numbers(context)[1]))

    async def hide(self, update: Update, context: Context) -> None:
        """`mi:id:key`: this one is nobody."""

        def change(bench: Bench) -> Change | None:
            named = (actor.name for actor in bench.article.analysis.actors)
            name = repair_choices.name_meant(named, keys(context)[0])
            return None if name is None else Change(kind=RepairKind.HIDE, words=name)

        await self._repair(update, context, change)

    # ---------------------------------------------------------------- within

    async def _show(
        self, update: Update, context: Context, page: Callable[[Bench], tuple[Unsaid, ...] | None]
    ) -> None:
        """A page of the article under repair; how it stands where the page is of what is there no more."""
        bench = await self._repairs.bench(numbers(context)[0])
        if bench is None:
            await edit_in_place(update, note(NO_ARTICLE))
            return
        shown = page(bench)
        if shown is None:
            shown = await self._look(update, context, bench.article.id, done=pages.READ_ANEW)
        await edit_in_place(update, shown)

    async def _repair_quote(self, update: Update, context: Context, kind: RepairKind) -> None:
        def change(bench: Bench) -> Change | None:
            quote = self._quote(bench, context)
            return None if quote is None else change_of_quote(bench.reading, quote, kind)

        await self._repair(update, context, change)

    async def _repair(
        self, update: Update, context: Context, change_of: Callable[[Bench], Change | None]
    ) -> None:
        """Mends it, and shows the article as it looks then in place of the choice."""
        by, bench = editor_of(update), await self._repairs.bench(numbers(context)[0])
        if bench is None:
            await edit_in_place(update, note(NO_ARTICLE))
            return
        id_, change = bench.article.id, change_of(bench)
        if change is None:
            await edit_in_place(update, await self._look(update, context, id_, done=pages.READ_ANEW))
            return
        made = await self._repairs.repair(bench, change, by=by)
        if made is None:
            await edit_in_place(update, await self._look(update, context, id_, done=pages.NO_CHANGE))
            return
        buttons = pages.done_buttons(bench, made, sent=await self._repairs.sent(id_))
        await edit_in_place(update, await self._articles.shown(id_, by, done=REPAIRED, first=buttons))

    async def _look(
        self,
        update: Update,
        context: Context,
        article_id: int,
        *,
        page: int = 0,
        done: Said | None = None,
        sent: int = 0,
    ) -> tuple[Unsaid, ...]:
        bench = await self._repairs.bench(article_id)
        if bench is None:
            return note(NO_ARTICLE)
        names = await names_of(context.bot, (one.by for one in bench.mended))
        zone = await self._desk.zone(editor_of(update))
        return pages.bench_page(
            bench, names=names, zone=zone, now=self._clock(), page=page, done=done, sent=sent
        )

    def _quote(self, bench: Bench, context: Context) -> Quote | None:
        return repair_choices.quote_meant(bench.article.analysis, keys(context)[0])

    def _of_sentence(self, bench: Bench, context: Context, kind: RepairKind) -> Change | None:
        analysis = bench.article.analysis
        # What is struck stands in the summary, what is taken does not.
        among = analysis.summary if kind is RepairKind.STRIKE else repair_choices.sentences(analysis)
        span = repair_choices.sentence_meant(analysis, among, keys(context)[0])
        return None if span is None else Change(kind=kind, words=plain_words(span.of(analysis.article.text)))
