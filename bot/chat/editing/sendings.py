"""Stop: what an editor sent by hand is called back, where nothing of it left."""

from collections.abc import Callable, Iterable
from datetime import datetime

from telegram import Update

from bot.chat.editing.articles import EditedArticleHandlers
from bot.chat.editing.editions import EditionHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.names import names_of
from bot.chat.parse import Context, numbers
from bot.chat.reply import edit_in_place
from bot.chat.routes import Route
from bot.desks.sendings import SendingsDesk
from bot.domain.sendings import Sending
from bot.render.sendings import stopped, what_became
from bot.render.texts import Said


class SendingHandlers:
    """Calls back, and shows in place how the edition or the article stands."""

    def __init__(
        self,
        desk: SendingsDesk,
        editions: EditionHandlers,
        articles: EditedArticleHandlers,
        clock: Callable[[], datetime],
    ) -> None:
        self._desk = desk
        self._editions = editions
        self._articles = articles
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (guard.on_press("et:{id}", self.stop),)

    async def stop(self, update: Update, context: Context) -> None:
        """`et:order`: calls it back, where nothing of it left."""
        (sending_id,), by = numbers(context), editor_of(update)
        sending = await self._desk.find(sending_id)
        if sending is None:
            await self._editions.show(update, context)
            return
        done = await self._told(context, by, sending, is_stopped=await self._desk.stop(sending, by=by))
        if sending.article_id is None:
            await self._editions.show_in_place(update, context, done=done)
        else:
            await edit_in_place(update, await self._articles.stand(sending.article_id, by, done=done))

    async def _told(self, context: Context, by: int, sending: Sending, *, is_stopped: bool) -> Said:
        if is_stopped:
            return stopped(sending.chats)
        now = await self._desk.find(sending.id) or sending
        names = await names_of(context.bot, [now.stopped_by] if now.stopped_by else [])
        zone = await self._desk.editing.zone(by)
        return what_became(now, names=names, zone=zone, now=self._clock())
