"""The buttons under an article that decide on it, and on a text of it that changed.

Each carries the turn of the article as its message shows it: of an article that has moved on, it is said who
was first. A button of an earlier build carries none, and decides whatever happened since.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Protocol

from telegram import Update

from bot.chat.editing.articles import NO_ARTICLE, EditedArticleHandlers, waits
from bot.chat.editing.corrections import corrected
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.names import names_of
from bot.chat.editing.parse import Numbered
from bot.chat.parse import Context, caught, numbers
from bot.chat.reply import edit_in_place
from bot.chat.routes import Handler, Route
from bot.desks.corrections import CorrectionsDesk
from bot.desks.editing import EditingDesk
from bot.desks.texts import TextsDesk
from bot.domain.editing import Done
from bot.domain.errors import OvertakenError
from bot.render.buttons import button
from bot.render.differences import change_page, refused_page
from bot.render.later import later, of_minutes
from bot.render.lists import note
from bot.render.texts import Said, _, in_line, ngettext
from bot.render.unsaid import UnsaidButtons

KEPT = _("Nothing was changed.")
UNCHANGED = _("Its text has not changed since readers were told of it.")


class _Decide(Protocol):
    def __call__(self, article_id: int, *, by: int, turn: int | None) -> Awaitable[Done | None]: ...


class DecisionHandlers:
    """Carries out what an editor decides on an article by a press, and shows in place how it stands."""

    def __init__(
        self,
        desk: EditingDesk,
        texts: TextsDesk,
        corrections: CorrectionsDesk,
        articles: EditedArticleHandlers,
        clock: Callable[[], datetime],
    ) -> None:
        self._desk = desk
        self._texts = texts
        self._corrections = corrections
        self._articles = articles
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            *_decision(guard, "as:{id}", self.send),
            guard.on_press("as:{id}:{id}:yes", self.send_surely),
            *_decision(guard, "an:{id}", self.publish),
            *_decision(guard, "ah:{id}", self.hold),
            *_decision(guard, "ax:{id}", self.drop_pending),
            *_decision(guard, "au:{id}", self.restore_pending),
            *_decision(guard, "ab:{id}", self.keep),
            *_decision(guard, "ar:{id}", self.withdraw),
            guard.on_press("al:{id}", self.later),
            *_decision(guard, "al:{id}:{id}", self.embargo),
            guard.on_press("ad:{id}", self.drop, chief=True),
            *_decision(guard, "ak:{id}:(yes|no)", self.confirm, chief=True),
            guard.on_press("av:{id}", self.compare),
            guard.on_press("ac:{id}", self.compare),  # of an earlier build, which did not show what changed
            guard.on_press("ac:{id}:{id}", self.correct_by_text),
            guard.on_press("ao:{id}", self.show_refused),
        )

    async def send(self, update: Update, context: Context) -> None:
        """`as:id:turn`: the article now, to every subscriber who has not seen it; asks of many."""
        await self._send(update, context, is_sure=False)

    async def send_surely(self, update: Update, context: Context) -> None:
        """`as:id:turn:yes`: the article now, whoever many they are."""
        await self._send(update, context, is_sure=True)

    async def publish(self, update: Update, context: Context) -> None:
        """`an:id:turn`: readers may be told from now on; who was sent the text before can be corrected."""
        article_id, *_turn = numbers(context)
        told, article = await self._texts.compare(article_id), await self._desk.find(article_id)
        offers = told is not None and told.change.waits and told.sent
        first: UnsaidButtons = ((button(_("What changed"), "av", article_id),),) if offers else ()
        is_anew = article is not None and article.pending_id and article.is_public(now=self._clock())
        said = _published_anew if is_anew else _published
        await self._do(update, context, self._desk.publish, said, first=lambda _done: first)

    async def hold(self, update: Update, context: Context) -> None:
        """`ah:id:turn`: readers are not told until an editor publishes it."""
        await self._do(update, context, self._desk.hold, _held)

    async def drop_pending(self, update: Update, context: Context) -> None:
        """`ax:id:turn`: the text that waits is refused, the approved one stays."""
        await self._do(update, context, self._desk.drop_pending, _stays, first=_undoing)

    async def restore_pending(self, update: Update, context: Context) -> None:
        """`au:id:turn`: the text that was refused waits again."""
        await self._do(update, context, self._desk.restore_pending, _waits_again)

    async def keep(self, update: Update, context: Context) -> None:
        """`ab:id:turn`: the article stays, or is back, though its file is gone."""
        await self._do(update, context, self._desk.keep, _kept)

    async def withdraw(self, update: Update, context: Context) -> None:
        """`ar:id:turn`: the article is withdrawn, as its file is gone."""
        await self._do(update, context, self._desk.withdraw, _withdrawn)

    async def later(self, update: Update, context: Context) -> None:
        """`al:id`: asks from which moment on readers may be told."""
        article = await self._desk.find(numbers(context)[0])
        zone = await self._desk.zone(editor_of(update))
        answer = later(article, zone=zone, now=self._clock()) if article else note(NO_ARTICLE)
        await edit_in_place(update, answer)

    async def embargo(self, update: Update, context: Context) -> None:
        """`al:id:minutes:turn`: readers may be told from that moment on; minutes since 1970."""
        publish = partial(self._desk.publish, at=of_minutes(numbers(context)[1]))
        await self._do(update, context, publish, waits, before_turn=2)

    async def drop(self, update: Update, context: Context) -> None:
        """`ad:id`: asks whether the article is to be taken back."""
        asked = Numbered(numbers(context)[0], "")
        await edit_in_place(update, await self._articles.ask_to_kill(asked, editor_of(update)))

    async def confirm(self, update: Update, context: Context) -> None:
        """`ak:id:yes:turn` takes the article back, `ak:id:no` leaves it."""
        if caught(context, 1) == "yes":
            await self._do(update, context, self._desk.kill, _taken_back)
        else:
            stands = self._articles.stand(numbers(context)[0], editor_of(update), done=KEPT)
            await edit_in_place(update, await stands)

    # ---------------------------------------------------------------- texts

    async def compare(self, update: Update, context: Context) -> None:
        """`av:id`: what changed in the text, and what can be done about it."""
        await self._compare(update, numbers(context)[0])

    async def correct_by_text(self, update: Update, context: Context) -> None:
        """`ac:id:text`: what was sent is amended, with a note of what changed by this text."""
        (article_id, revision), by = numbers(context), editor_of(update)
        done = await self._corrections.by_text(article_id, revision, by=by)
        if done is None and await self._texts.compare(article_id) is not None:
            await self._compare(update, article_id)  # it has another text since
        else:
            await edit_in_place(update, await corrected(self._articles, article_id, by, done))

    async def show_refused(self, update: Update, context: Context) -> None:
        """`ao:id`: the text that an editor would not have last."""
        (article_id,), by = numbers(context), editor_of(update)
        article, refused = await self._desk.find(article_id), await self._texts.refused(article_id)
        if article is None or refused is None:
            await edit_in_place(update, await self._articles.stand(article_id, by))
            return
        text, passages = refused
        names, zone = await names_of(context.bot, (text.by,)), await self._desk.zone(by)
        page = refused_page(article, text, passages, names=names, zone=zone, now=self._clock())
        await edit_in_place(update, page)

    async def _compare(self, update: Update, article_id: int) -> None:
        article, told = await self._desk.find(article_id), await self._texts.compare(article_id)
        if article is None:
            await edit_in_place(update, note(NO_ARTICLE))
        elif told is None:
            stands = self._articles.stand(article_id, editor_of(update), done=UNCHANGED)
            await edit_in_place(update, await stands)
        else:
            await edit_in_place(update, change_page(article, told.change, told.passages, sent=told.sent))

    # ---------------------------------------------------------------- within

    async def _send(self, update: Update, context: Context, *, is_sure: bool) -> None:
        article_id, *turn = numbers(context)
        by = editor_of(update)
        sent = await self._articles.sent(article_id, by, turn=next(iter(turn), None), is_sure=is_sure)
        await edit_in_place(update, sent)

    async def _do(
        self,
        update: Update,
        context: Context,
        decide: _Decide,
        said: Callable[[Done], Said],
        *,
        first: Callable[[Done], UnsaidButtons] = lambda _done: (),
        before_turn: int = 1,
    ) -> None:
        """Does to the article of the button what an editor decided; who was first where it has moved on."""
        (article_id, *_), by = numbers(context), editor_of(update)
        turn = next(iter(numbers(context)[before_turn:]), None)
        try:
            done = await decide(article_id, by=by, turn=turn)
        except OvertakenError:
            await edit_in_place(update, await self._articles.since(article_id, by))
            return
        buttons = first(done) if done is not None else ()
        answer = await self._articles.after(article_id, by, done, said, first=buttons)
        await edit_in_place(update, answer)


def _decision(guard: Guard, shape: str, callback: Handler, *, chief: bool = False) -> tuple[Route, ...]:
    shapes = shape, f"{shape}:{{id}}"
    return tuple(guard.on_press(one, callback, chief=chief) for one in shapes)


def _undoing(done: Done) -> UnsaidButtons:
    return ((button(_("Undo"), "au", done.article.id, done.article.turn),),)


def _published(done: Done) -> Said:
    if done.article.history:
        return _("Published. Readers can find it; nobody is told of it, as it is old news.")
    return _("Published. It comes with the next editions, and at once to those who follow it.")


def _published_anew(_done: Done) -> Said:
    return _("Published. Readers find its new text; what was sent before is not changed.")


def _stays(_done: Done) -> Said:
    return _("New text dropped. Readers keep the text they have.")


def _waits_again(_done: Done) -> Said:
    return _("Undone. Its new text waits for an editor.")


def _held(done: Done) -> Said:
    if done.was_public:
        return _("Held back. Readers no longer see it, also where it was sent, until it is published.")
    return _("Held back. Readers do not see it until it is published.")


def _kept(_done: Done) -> Said:
    return _("It stays, though its file is gone.")


def _withdrawn(_done: Done) -> Said:
    return _("Withdrawn. Readers do not see it any more.")


def _taken_back(done: Done) -> Said:
    gone = ngettext("{count} message was taken back.", "{count} messages were taken back.", done.messages)
    # Translators: of messages that hold other stories, too; behind "Article dropped."
    left = ngettext("{count} message goes on without it.", "{count} messages go on without it.", done.others)
    told = (gone if done.messages or not done.others else "", left if done.others else "")
    return in_line(" ", (_("Article dropped."), *told))
