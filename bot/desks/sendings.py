"""What an editor sends by hand, an article or the next edition: it waits, and is called back meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.desks.editing import EditingDesk
from bot.domain.editing import Done, NextEdition, Signed
from bot.domain.sendings import Sending
from bot.store import Store

THE_NEXT = "the next edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingsDesk:
    """`send_now` has what was ordered sent when its moment comes."""

    store: Store
    editing: EditingDesk
    stop_window: timedelta  # in which what is sent can be called back
    clock: Callable[[], datetime]
    send_now: Callable[[], None]

    async def find(self, sending_id: int) -> Sending | None:
        """An order to send, whatever became of it."""
        return await self.store.sendings.find(sending_id)

    async def of_article(self, article_id: int) -> Sending | None:
        """The order to send this article that waits, or is being carried out."""
        return await self.store.sendings.of_article(article_id)

    async def edition(self, edition: NextEdition, *, by: int) -> bool:
        """Every chat is sent its next edition after the stop window. False: something was done since."""
        now = self.clock()
        done = await self.store.moves.send(
            seen=edition.standing.moved,
            not_before=now + self.stop_window,
            chats=edition.reach.chats,
            articles=edition.reach.articles,
            subject=THE_NEXT,
            by=by,
            now=now,
        )
        if done:
            self.send_now()
        return done

    async def article(self, article_id: int, *, by: int, turn: int | None = None) -> Done | None:
        """Every subscriber who has not seen the article is sent it after the stop window, and by that it is
        published where it is not. None: readers may not have it at all.

        Raises OvertakenError where it has moved on since its editor saw it at that turn.
        """
        article, now = await self.editing.find(article_id), self.clock()
        if article is None:
            return None
        word = await self.store.decisions.send(
            article_id,
            not_before=now + self.stop_window,
            chats=await self.editing.who_lack(article_id),
            signed=Signed(verb="push", subject=self.editing.named(article), by=by, turn=turn),
            now=now,
            needed=self.editing.words_needed,
        )
        if word is None:
            return None
        self.send_now()
        return Done(article=await self.store.articles.get(article_id), word=word)

    async def stop(self, sending: Sending, *, by: int) -> bool:
        """Calls back what was ordered sent. False: something of it left, or somebody was first."""
        now = self.clock()
        if sending.article_id is None:
            return await self.store.moves.stop(sending.id, subject=THE_NEXT, by=by, now=now)
        article = await self.store.articles.get(sending.article_id)
        signed = Signed(verb="stop", subject=self.editing.named(article), by=by)
        return await self.store.decisions.stop(sending.id, article.id, signed=signed, now=now)
