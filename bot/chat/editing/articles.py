"""/preview, /push and /kill, and how an article stands."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, time

from telegram import Bot, Update

from bot.chat.editing.editions import EditionHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.layouts import LayoutHandlers
from bot.chat.editing.names import names_of
from bot.chat.editing.parse import Numbered, numbered, push_asked_in
from bot.chat.language import language_of
from bot.chat.parse import Context, argument, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.editing import EditingDesk, number_in
from bot.desks.sendings import SendingsDesk
from bot.domain.editing import Done, Word
from bot.domain.errors import OvertakenError
from bot.domain.sendings import ASKED_ABOVE
from bot.render import editing as pages
from bot.render.happened import happened
from bot.render.later import which_hour
from bot.render.lists import note
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid, UnsaidButtons
from bot.store.editors.record import SUBJECT_LENGTH

NO_ARTICLE = _("There is no such article, or it was dropped or withdrawn.")
HOW_TO_KILL = _("Write the article’s number and why: /kill 12 The speech is from last year.")
HOW_TO_WAIT = _("Write the article’s number before the hour: /push 12 at 18:30")
WHICH = _("Which article? Press its number.")
NOBODY_LACKS_IT = _("Nothing was sent: there is no subscriber who has not had it yet.")
WORDS = {
    Word.FIRST: _("Your word is noted. It is published as soon as another editor presses, too."),
    Word.AGAIN: _("Your word is noted already. It takes another editor’s, too."),
}


class EditedArticleHandlers:
    """Shows articles as they will look, and carries out what an editor writes about one."""

    def __init__(
        self,
        desk: EditingDesk,
        sendings: SendingsDesk,
        editions: EditionHandlers,
        layouts: LayoutHandlers,
        *,
        bot: Bot,
        clock: Callable[[], datetime],
    ) -> None:
        self._desk = desk
        self._sendings = sendings
        self._editions = editions
        self._layouts = layouts
        self._bot = bot
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_command("preview", self.preview),
            guard.on_command("push", self.push),
            guard.on_command("kill", self.kill, chief=True),
            guard.on_press("ap:{id}", self.show),
            guard.on_press("aw:{id}", self.back),
        )

    # ---------------------------------------------------------------- commands

    async def preview(self, update: Update, context: Context) -> None:
        """`/preview`: the next edition; `/preview article`: how the article would look."""
        asked, by = argument(update), editor_of(update)
        if not asked:
            await self._editions.preview(update, context, by)
        elif not await self._layouts.takes(update, context, by):
            await self._with_article(update, asked, lambda id_: self.shown(id_, by))

    async def push(self, update: Update, context: Context) -> None:
        """`/push`: an edition now; `/push article [at HH:MM]`: the article, asked about before it goes."""
        asked, by = push_asked_in(argument(update), language_of(update)), editor_of(update)
        if not asked.article and (asked.at is not None or asked.either is not None):
            await reply(update, note(HOW_TO_WAIT))
            return
        if not asked.article:
            await self._editions.push(update, context, by)
            return
        if asked.no_hour and not await self._desk.meant(asked.article):  # "5 at risk" may be a headline's
            await reply(update, note(no_hour(asked.no_hour)))
            return

        async def send(article_id: int) -> tuple[Unsaid, ...]:
            if asked.either is not None:
                return await self._ask_when(article_id, asked.either, by)
            if asked.at is None:
                return await self.sent(article_id, by)
            at = await self._desk.next_time(asked.at, by=by)
            done = await self._desk.publish(article_id, at=at, by=by)
            return await self.after(article_id, by, done, waits)

        await self._with_article(update, asked.article, send)

    async def kill(self, update: Update, context: Context) -> None:
        """`/kill article [reason]`: asks whether the article is to be taken back."""
        asked, by = numbered(argument(update, most=SUBJECT_LENGTH)), editor_of(update)
        if asked is None:
            await self.say_how(update, asked, HOW_TO_KILL)
        else:
            await reply(update, await self.ask_to_kill(asked, by))

    # ---------------------------------------------------------------- presses

    async def show(self, update: Update, context: Context) -> None:
        """`ap:id`: the article as an editor sees it, with what can be done to it."""
        await reply(update, await self.shown(numbers(context)[0], editor_of(update)))

    async def back(self, update: Update, context: Context) -> None:
        """`aw:id`: how the article stands, in place of what was asked."""
        await edit_in_place(update, await self.stand(numbers(context)[0], editor_of(update)))

    # ---------------------------------------------------------------- what is shown

    async def stand(
        self, article_id: int, by: int, *, done: Said | None = None, first: UnsaidButtons = ()
    ) -> tuple[Unsaid, ...]:
        """How an article stands after something was done to it; `first` are buttons on that."""
        article, zone = await self._desk.find(article_id), await self._desk.zone(by)
        if article is None:
            return note(NO_ARTICLE)
        sending = await self._sendings.of_article(article_id)
        correction = await self._desk.open_correction(article_id)
        whose = *((sending.ordered_by,) if sending else ()), *((correction.by,) if correction else ())
        names = await names_of(self._bot, whose)
        return pages.control(
            article,
            zone=zone,
            now=self._clock(),
            done=done,
            first=first,
            sending=sending,
            correction=correction,
            names=names,
            refused=await self._desk.is_any_refused(article_id),
            sent=await self._desk.who_have(article_id),
        )

    async def shown(
        self, article_id: int, by: int, *, done: Said | None = None, first: UnsaidButtons = ()
    ) -> tuple[Unsaid, ...]:
        """The article as it will look, and below it how it stands."""
        if await self._desk.find(article_id) is None:
            return note(NO_ARTICLE)
        preview = await self._desk.preview(article_id, by=by)
        return (*preview, *await self.stand(article_id, by, done=done, first=first))

    async def sent(
        self, article_id: int, by: int, *, turn: int | None = None, is_sure: bool = False
    ) -> tuple[Unsaid, ...]:
        """Sends the article to who has not seen it, asked about where those are many; how it stands then."""
        article, lack = await self._desk.find(article_id), await self._desk.who_lack(article_id)
        if article is None:
            return note(NO_ARTICLE)
        if lack > ASKED_ABOVE and not is_sure and await self._sendings.of_article(article_id) is None:
            return pages.ask_to_send(article, lack, turn=article.turn if turn is None else turn)
        if not lack and article.is_public(now=self._clock()) and article.pending_id is None:
            return await self.stand(article_id, by, done=NOBODY_LACKS_IT)
        try:
            done = await self._sendings.article(article_id, by=by, turn=turn)
        except OvertakenError:
            done = None
        return await self.after(article_id, by, done, lambda _done: "")

    async def after(
        self,
        article_id: int,
        by: int,
        done: Done | None,
        said: Callable[[Done], Said],
        *,
        first: UnsaidButtons = (),
    ) -> tuple[Unsaid, ...]:
        """How an article stands after it was decided on; what came before where nothing was done."""
        if done is None:
            return await self.since(article_id, by)
        told = WORDS.get(done.word) or said(done)
        return await self.stand(article_id, by, done=told, first=first if done.word is Word.ENOUGH else ())

    async def since(self, article_id: int, by: int) -> tuple[Unsaid, ...]:
        """What moved the article before its editor could, and how it stands."""
        if await self._desk.find(article_id) is None:
            return note(NO_ARTICLE)
        what, zone = await self._desk.happened(article_id), await self._desk.zone(by)
        names = await names_of(self._bot, (what.decision.user_id,) if what.decision else ())
        told = happened(what, names=names, zone=zone, now=self._clock())
        return await self.stand(article_id, by, done=told)

    # ---------------------------------------------------------------- within

    async def _with_article(
        self, update: Update, asked: str, act: Callable[[int], Awaitable[tuple[Unsaid, ...]]]
    ) -> None:
        """Acts on the article that was asked for; offers those it could be."""
        meant = await self._desk.meant(asked)
        if len(meant) == 1:
            await reply(update, await act(meant[0]))
        elif (number := number_in(asked)) is not None:
            await reply(update, await self.no_such(number))
        else:
            await reply(update, pages.which_article(await self._desk.headlines(asked), WHICH))

    async def ask_to_kill(self, asked: Numbered, by: int) -> tuple[Unsaid, ...]:
        """The question before an article is taken back, and why it is asked on record."""
        article = await self._desk.ask_to_kill(asked.article_id, asked.rest, by=by)
        if article is None:
            return await self.no_such(asked.article_id)
        return pages.ask_to_kill(article, sent=await self._desk.sent(article.id))

    async def no_such(self, number: int) -> tuple[Unsaid, ...]:
        """That no article has the number, with the likeliest."""
        return pages.no_such_article(number, await self._desk.likeliest(number))

    async def _ask_when(self, article_id: int, either: tuple[time, time], by: int) -> tuple[Unsaid, ...]:
        """Which of two hours is meant: the next of each comes first by the editor's clock."""
        article, zone = await self._desk.find(article_id), await self._desk.zone(by)
        if article is None:
            return note(NO_ARTICLE)
        moments = sorted([await self._desk.next_time(at, by=by) for at in either])
        return which_hour(article, moments, zone=zone, now=self._clock())

    async def say_how(self, update: Update, asked: Numbered | None, how: Said) -> None:
        """How it is written, with articles to choose from where none was named."""
        if asked is not None:
            await reply(update, note(how))
        else:
            await reply(update, pages.which_article(await self._desk.headlines(argument(update)), how))


def no_hour(words: str) -> Said:
    """That what stands in the place of an hour is none."""
    # Translators: {words} are what somebody typed, as "25:00".
    return _("“{words}” is no hour. Write one like this: /push 12 at 18:30", words=words)


def waits(done: Done) -> Said:
    """Of an article that readers see at its hour; and that they no longer do until then, if they did."""
    if done.was_public:
        return _("Readers no longer see it, also where it was sent; from that time on they see it again.")
    return _("Readers see it and are told of it from that time on.")
