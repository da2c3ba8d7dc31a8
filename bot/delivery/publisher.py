"""Has editions and corrections made, when it is time and when an editor asks for it.

What goes to whom is chosen and written in one transaction, in the database's thread: see `edition_maker`.
How it looks is made when it is sent, of what the store has then.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.delivery.edition_maker import EditionMaker, article_pages
from bot.domain.articles import StoredArticle
from bot.domain.chats import Chat
from bot.domain.edition_decisions import LATE
from bot.domain.messages import InLanguage
from bot.domain.next_edition import Reach
from bot.domain.plans import Arrival
from bot.render.edition import corrected, withdrawn
from bot.render.languages import Languages
from bot.render.unsaid import Unsaid
from bot.store import Store

NEWS_BATCH = 100  # articles announced at once
RETOLD = timedelta(minutes=1)  # an article may be filed a moment before the look and be seen a moment after


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
        languages: Languages = Languages(),  # noqa: B008 - a frozen value
    ) -> None:
        self._store = store
        self._zone = zone
        self._wake = wake
        self._waiting = waiting
        self._languages = languages
        self._looked_until: datetime | None = None

    # ---------------------------------------------------------------- by time

    async def tick(self, now: datetime) -> int:
        """Decides all that is due. How many deliveries were written."""
        await self._take_in_news(now)
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

    async def send_ordered(self, now: datetime, *, term: int | None = None) -> int:
        """Has made what an editor ordered sent, if its moment has come. How many deliveries."""
        written = 0
        make = partial(self._maker(now).send_ordered, term=term)
        while (deliveries := await self._store.outbox.transact(make, now=now)) is not None:
            written += deliveries
            self._wake()
        return written

    async def reach(self, now: datetime) -> Reach:
        """Whom the next edition would go to now."""
        return await self._store.outbox.peek(self._maker(now).reach, now=now)

    async def preview_edition(self, chat: Chat, now: datetime) -> tuple[Unsaid, ...]:
        """The next edition as this chat would get it; one without editions is shown the last day's news."""
        return await self._store.outbox.peek(partial(self._maker(now).preview, chat=chat), now=now)

    async def preview_article(self, article_id: int, chat: Chat) -> tuple[Unsaid, ...]:
        """The article, with its text that waits, as a push to this chat would look. Raises NotFoundError."""
        article = await self._store.articles.get(article_id, pending=True)
        return article_pages(article, chat, self._languages.of(chat.speaks))

    # ---------------------------------------------------------------- afterwards

    def withdrawal(self, article: StoredArticle) -> InLanguage:
        """What stands in place of an article that is taken back."""
        return self._languages.in_each(withdrawn(article))

    def correction(self, article: StoredArticle, what: str, now: datetime) -> InLanguage | None:
        """What is replied to a message of the article that cannot be edited; None: nobody may have it."""
        return self._languages.in_each(corrected(article, what)) if article.is_public(now=now) else None

    async def rewrite(self, article_id: int, now: datetime) -> int:
        """What was sent of the article tells of it what readers may have now. How many messages."""
        changed = await self._store.amends.rewrite(article_id, now=now)
        self.wake()
        return changed

    def wake(self) -> None:
        """What was written to be sent is sent."""
        self._wake()

    def _maker(self, now: datetime) -> EditionMaker:
        return EditionMaker(zone=self._zone, now=now, waiting=self._waiting(), languages=self._languages)
