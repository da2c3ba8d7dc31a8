"""/preview, /push, /correct and /kill, and the buttons under an article."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Protocol

from telegram import Update
from telegram.constants import MessageLimit

from bot.chat.editing.editions import EditionHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.parse import Numbered, numbered, push_asked
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.editing import EditingDesk
from bot.domain.editing import Done
from bot.domain.words import cut
from bot.render import editing as pages
from bot.render.articles import CORRECTION_LENGTH
from bot.render.language import ENGLISH
from bot.render.lists import note
from bot.render.texts import Said, _, ngettext
from bot.render.unsaid import Unsaid, UnsaidButtons
from bot.store.editors.editorial import SUBJECT_LENGTH

NO_ARTICLE = _("There is no such article, or it was killed or withdrawn.")
HOW_TO_CORRECT = _("Write the article’s number and the correction: /correct 12 The bridge is in Homs.")
TOO_LONG = _(
    "This correction is too long, so nothing was sent. It can have at most {count} characters.",
    count=CORRECTION_LENGTH,
)
HOW_TO_KILL = _("Write the article’s number and why: /kill 12 The speech is from last year.")
HOW_TO_WAIT = _("Write the article’s number before the hour: /push 12 at 18:30")
WHICH = _("Which article? Press its number.")
KEPT = _("Nothing was changed.")
NEW_TEXT = _("The publisher changed the text.")


class _Decide(Protocol):
    def __call__(self, article_id: int, *, by: int) -> Awaitable[Done | None]: ...


class EditedArticleHandlers:
    """Shows articles as they will look, and carries out what an editor decides on one."""

    def __init__(self, desk: EditingDesk, editions: EditionHandlers, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._editions = editions
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_command("preview", self.preview),
            guard.on_command("push", self.push),
            guard.on_command("correct", self.correct),
            guard.on_command("kill", self.kill),
            guard.on_press("ap:{id}", self.show),
            guard.on_press("aw:{id}", self.back),
            guard.on_press("as:{id}", self.send),
            guard.on_press("an:{id}", self.publish),
            guard.on_press("ah:{id}", self.hold),
            guard.on_press("ad:{id}", self.drop),
            guard.on_press("ax:{id}", self.drop_pending),
            guard.on_press("ab:{id}", self.keep),
            guard.on_press("ar:{id}", self.withdraw),
            guard.on_press("al:{id}", self.later),
            guard.on_press("al:{id}:{id}", self.embargo),
            guard.on_press("ak:{id}:(yes|no)", self.confirm),
            guard.on_press("ac:{id}", self.correct_by_text),
        )

    # ---------------------------------------------------------------- commands

    async def preview(self, update: Update, context: Context) -> None:
        """`/preview`: the next edition; `/preview article`: how the article would look."""
        asked, by = argument(update), editor_of(update)
        if not asked:
            await self._editions.preview(update, context, by)
        else:
            await self._with_article(update, asked, lambda id_: self.shown(id_, by))

    async def push(self, update: Update, context: Context) -> None:
        """`/push`: an edition now; `/push article [at HH:MM]`: the article, asked about before it goes."""
        asked, by = push_asked(argument(update)), editor_of(update)
        if not asked.article and asked.at is not None:
            await reply(update, note(HOW_TO_WAIT))
            return
        if not asked.article:
            await self._editions.push(update, context, by)
            return

        async def send(article_id: int) -> tuple[Unsaid, ...]:
            if asked.at is None:
                return await self._after(by, await self._desk.push(article_id, by=by), _on_their_way)
            at = await self._desk.next_time(asked.at, by=by)
            return await self._after(by, await self._desk.publish(article_id, at=at, by=by), _waits)

        await self._with_article(update, asked.article, send)

    async def correct(self, update: Update, context: Context) -> None:
        # Read whole: a note that is cut can say the reverse of what the editor wrote.
        """`/correct article note`: the note above the article, and what was sent amended."""
        asked, by = numbered(argument(update, most=MessageLimit.MAX_TEXT_LENGTH)), editor_of(update)
        if asked is None or not asked.rest:
            await self._say_how(update, asked, HOW_TO_CORRECT)
        elif cut(asked.rest, CORRECTION_LENGTH) != asked.rest:
            await reply(update, note(TOO_LONG))
        else:
            done = await self._desk.correct(asked.article_id, asked.rest, by=by)
            await reply(update, await self._after(by, done, amended))

    async def kill(self, update: Update, context: Context) -> None:
        """`/kill article [reason]`: asks whether the article is to be taken back."""
        asked, by = numbered(argument(update, most=SUBJECT_LENGTH)), editor_of(update)
        if asked is None:
            await self._say_how(update, asked, HOW_TO_KILL)
        else:
            await reply(update, await self._ask_to_kill(asked, by))

    # ---------------------------------------------------------------- presses

    async def show(self, update: Update, context: Context) -> None:
        """`ap:id`: the article as an editor sees it, with what can be done to it."""
        await reply(update, await self.shown(numbers(context)[0], editor_of(update)))

    async def send(self, update: Update, context: Context) -> None:
        """`as:id`: the article now, to every subscriber who has not seen it."""
        await self._do(update, context, self._desk.push, _on_their_way)

    async def publish(self, update: Update, context: Context) -> None:
        """`an:id`: readers may be told from now on."""
        await self._do(update, context, self._desk.publish, _published)

    async def hold(self, update: Update, context: Context) -> None:
        """`ah:id`: readers are not told until an editor publishes it."""
        await self._do(update, context, self._desk.hold, _held)

    async def drop(self, update: Update, context: Context) -> None:
        """`ad:id`: asks whether the article is to be taken back."""
        await edit_in_place(
            update, await self._ask_to_kill(Numbered(numbers(context)[0], ""), editor_of(update))
        )

    async def drop_pending(self, update: Update, context: Context) -> None:
        """`ax:id`: the text that waits is refused, the approved one stays."""
        await self._do(update, context, self._desk.drop_pending, _stays)

    async def keep(self, update: Update, context: Context) -> None:
        """`ab:id`: the article stays, or is back, though its file is gone."""
        await self._do(update, context, self._desk.keep, _kept)

    async def withdraw(self, update: Update, context: Context) -> None:
        """`ar:id`: the article is withdrawn, as its file is gone."""
        await self._do(update, context, self._desk.withdraw, _withdrawn)

    async def later(self, update: Update, context: Context) -> None:
        """`al:id`: asks from which moment on readers may be told."""
        article = await self._desk.find(numbers(context)[0])
        zone = await self._desk.zone(editor_of(update))
        messages = pages.later(article, zone=zone, now=self._clock()) if article else note(NO_ARTICLE)
        await edit_in_place(update, messages)

    async def back(self, update: Update, context: Context) -> None:
        """`aw:id`: how the article stands, in place of what was asked."""
        await edit_in_place(update, await self.stand(numbers(context)[0], editor_of(update)))

    async def embargo(self, update: Update, context: Context) -> None:
        """`al:id:minutes`: readers may be told from that moment on; minutes since 1970."""
        _article, minutes = numbers(context)
        await self._do(update, context, partial(self._desk.publish, at=pages.of_minutes(minutes)), _waits)

    async def confirm(self, update: Update, context: Context) -> None:
        """`ak:id:yes` takes the article back, `ak:id:no` leaves it."""
        (article_id,) = numbers(context)
        if caught(context) == "yes":
            await self._do(update, context, self._desk.kill, _taken_back)
        else:
            await edit_in_place(update, await self.stand(article_id, editor_of(update), done=KEPT))

    async def correct_by_text(self, update: Update, context: Context) -> None:
        """`ac:id`: what was sent is amended, for the publisher changed the text."""
        correct = partial(self._desk.correct, note=ENGLISH.say(NEW_TEXT))
        await self._do(update, context, correct, amended)

    async def stand(
        self, article_id: int, by: int, *, done: Said | None = None, first: UnsaidButtons = ()
    ) -> tuple[Unsaid, ...]:
        """How an article stands after something was done to it; `first` are buttons on that."""
        article, zone = await self._desk.find(article_id), await self._desk.zone(by)
        if article is None:
            return note(NO_ARTICLE)
        return pages.control(article, zone=zone, now=self._clock(), done=done, first=first)

    async def shown(
        self, article_id: int, by: int, *, done: Said | None = None, first: UnsaidButtons = ()
    ) -> tuple[Unsaid, ...]:
        """The article as it will look, and below it how it stands."""
        if await self._desk.find(article_id) is None:
            return note(NO_ARTICLE)
        preview = await self._desk.preview(article_id, by=by)
        return (*preview, *await self.stand(article_id, by, done=done, first=first))

    # ---------------------------------------------------------------- within

    async def _with_article(
        self, update: Update, asked: str, act: Callable[[int], Awaitable[tuple[Unsaid, ...]]]
    ) -> None:
        """Acts on the article that was asked for; offers those it could be."""
        meant = await self._desk.meant(asked)
        if len(meant) == 1:
            await reply(update, await act(meant[0]))
        else:
            await reply(update, pages.which_article(await self._desk.headlines(asked), WHICH))

    async def _ask_to_kill(self, asked: Numbered, by: int) -> tuple[Unsaid, ...]:
        article = await self._desk.ask_to_kill(asked.article_id, asked.rest, by=by)
        return pages.ask_to_kill(article) if article else note(NO_ARTICLE)

    async def _say_how(self, update: Update, asked: Numbered | None, how: Said) -> None:
        if asked is not None:
            await reply(update, note(how))
        else:
            await reply(update, pages.which_article(await self._desk.headlines(argument(update)), how))

    async def _do(
        self, update: Update, context: Context, decide: _Decide, said: Callable[[Done], Said]
    ) -> None:
        """Does to the article of the button what an editor decided, and shows in place how it stands."""
        by = editor_of(update)
        await edit_in_place(update, await self._after(by, await decide(numbers(context)[0], by=by), said))

    async def _after(self, by: int, done: Done | None, said: Callable[[Done], Said]) -> tuple[Unsaid, ...]:
        if done is None:
            return note(NO_ARTICLE)
        return await self.stand(done.article.id, by, done=said(done))


def _on_their_way(done: Done) -> Said:
    if not done.messages:
        return _("Nothing was sent: there is no subscriber who has not had it yet.")
    return pages.on_their_way(done.messages)


def _published(done: Done) -> Said:
    if done.article.history:
        return _("Published. Readers can find it; nobody is told of it, as it is old news.")
    return _("Published. It comes with the next editions, and at once to those who follow it.")


def _stays(_done: Done) -> Said:
    return _("Dropped. Readers keep the text they have.")


def _held(_done: Done) -> Said:
    return _("Held back. Readers do not see it until it is published.")


def _kept(_done: Done) -> Said:
    return _("It stays, though its file is gone.")


def _withdrawn(_done: Done) -> Said:
    return _("Withdrawn. Readers do not see it any more.")


def _waits(_done: Done) -> Said:
    return _("Readers see it and are told of it from that time on.")


def _taken_back(done: Done) -> Said:
    return ngettext(
        "Killed. {count} message was taken back.", "Killed. {count} messages were taken back.", done.messages
    )


def amended(done: Done) -> Said:
    """How many messages a correction changed."""
    return ngettext(
        "Corrected. {count} message was changed.", "Corrected. {count} messages were changed.", done.messages
    )
