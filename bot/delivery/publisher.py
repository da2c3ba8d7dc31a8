"""Has editions and corrections made, when it is time and when an editor asks for it.

What goes to whom is chosen, rendered and written in one transaction, in the database's thread: see
`edition_maker`.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.delivery.edition_maker import Choice, EditionMaker, article_pages
from bot.domain.articles import ArticleState, StoredArticle, Story
from bot.domain.chats import Chat
from bot.domain.deliveries import EditionPart
from bot.domain.edition_decisions import LATE
from bot.domain.messages import Message
from bot.domain.plans import Arrival
from bot.render.edition import corrected, relisted, retold, withdrawn
from bot.store import Store

NEWS_BATCH = 100  # articles announced at once
RETOLD = timedelta(minutes=1)  # an article may be filed a moment before the look and be seen a moment after
ARRIVED = timedelta(seconds=20)  # a delivery on its way is there by then, or will be tried again


class Publisher:
    """On the loop's side, asks the store for transactions. `wake` is called when something was written.

    `waiting` tells which files are still to be read: what came with them is told of when they are.
    """

    def __init__(
        self,
        store: Store,
        *,
        zone: ZoneInfo,
        wake: Callable[[], None],
        waiting: Callable[[], Sequence[Arrival]] = tuple,
    ) -> None:
        self._store = store
        self._zone = zone
        self._wake = wake
        self._waiting = waiting
        self._looked_until: datetime | None = None
        self._killed: dict[int, datetime] = {}  # articles that deliveries on their way may have told of

    # ---------------------------------------------------------------- by time

    async def tick(self, now: datetime) -> int:
        """Decides all that is due. How many deliveries were written."""
        await self._take_in_news(now)
        await self._take_back_late_arrivals(now)
        written = 0
        make_due = self._maker(now).make_due
        while (deliveries := await self._store.outbox.transact(make_due, now=now)) is not None:
            written += deliveries
            if deliveries:
                self._wake()
        return written

    async def look_at_everybody(self, now: datetime) -> None:
        """At the start, once a day, and when the clock was set; zones and rules may have changed, too."""
        await self._store.articles.settle_all(now=now)
        await self._store.news.look_at_everybody(now=now)
        await self._store.outbox.hasten(now=now)

    async def _take_in_news(self, now: datetime) -> None:
        """What became public since the last look is found from now on, and announced.

        After a start, since the longest that is made up for.
        """
        since = min(self._looked_until or now - LATE, now) - RETOLD
        await self._store.articles.release(since=since, now=now)
        fresh = await self._store.news.unannounced(since, now)
        for start in range(0, len(fresh), NEWS_BATCH):
            await self._store.news.announce(fresh[start : start + NEWS_BATCH], now=now)
        self._looked_until = now

    # ---------------------------------------------------------------- by hand

    async def push_article(self, article_id: int, now: datetime) -> int:
        """Sends the article to every subscriber who has not seen it. How many deliveries were written."""
        maker = self._maker(now)
        return await self._push(maker, maker.article_now, only=article_id)

    async def push_edition(self, now: datetime) -> int:
        """Sends the next edition of every chat before its hour. How many deliveries were written."""
        maker = self._maker(now)
        return await self._push(maker, maker.edition_now)

    async def preview_edition(self, chat: Chat, now: datetime) -> tuple[EditionPart, ...]:
        """The next edition as this chat would get it; one without editions is shown the last day's news."""
        return await self._store.outbox.peek(partial(self._maker(now).preview, chat=chat), now=now)

    async def preview_article(self, article_id: int, chat: Chat) -> tuple[EditionPart, ...]:
        """The article, with its text that waits, as a push to this chat would look. Raises NotFoundError."""
        article = await self._store.articles.get(article_id, pending=True)
        return article_pages(article, chat)

    # ---------------------------------------------------------------- afterwards

    async def kill(self, article_id: int, now: datetime) -> int:
        """Takes the article back. How many messages are changed or deleted. Raises NotFoundError."""
        article = await self._store.articles.get(article_id)
        await self._store.articles.set_state(article_id, ArticleState.KILLED, now)
        mark = withdrawn(article)
        changed = await self._store.amends.kill(article_id, retell=_retell, mark=mark, now=now)
        self._killed[article_id] = now
        self._wake()
        return changed

    async def _take_back_late_arrivals(self, now: datetime) -> None:
        """What was on its way when its article was killed has arrived."""
        for article_id, moment in [*self._killed.items()]:
            if now - moment < ARRIVED:
                continue
            del self._killed[article_id]
            if article := await self._store.articles.find(article_id):
                mark = withdrawn(article)
                if await self._store.amends.kill(
                    article_id, retell=_retell, mark=mark, now=now, sent_since=moment
                ):
                    self._wake()

    async def correct(self, article_id: int, what: str, now: datetime) -> int:
        """Amends what was sent, by what is stored now. How many messages. Raises NotFoundError."""
        note = corrected(await self._store.articles.get(article_id), what)
        changed = await self._store.amends.correct(article_id, retell=_retell, note=note, now=now)
        self._wake()
        return changed

    async def refresh(self, article_id: int) -> None:
        """The article was revised or withdrawn: what still waits tells of it as it stands now."""
        await self._store.amends.refresh(article_id, retell=_retell)

    async def _push(self, maker: EditionMaker, choose: Choice, *, only: int | None = None) -> int:
        written, after = 0, 0
        while True:
            push = partial(maker.push, choose=choose, after=after)
            deliveries, last = await self._store.outbox.transact(push, now=maker.now, only=only)
            if last is None:
                return written
            written, after = written + deliveries, last
            self._wake()

    def _maker(self, now: datetime) -> EditionMaker:
        return EditionMaker(zone=self._zone, now=now, waiting=self._waiting())


def _retell(
    chat: Chat, left: tuple[StoredArticle, ...], heading: str | None, *, listed: bool
) -> tuple[Message, ...]:
    if listed:
        return relisted(left, heading)
    return retold(Story(id=left[0].story_id, articles=left), chat, heading)
