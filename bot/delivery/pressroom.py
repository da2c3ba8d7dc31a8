"""Where editions are made: asks who is due, has it decided, has it rendered, puts it into the outbox.

It acts and decides nothing: what goes to whom is `editions`' choice, made within one transaction with what
is written of it.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.domain.articles import ArticleState, StoredArticle, Story
from bot.domain.chats import Chat
from bot.domain.deliveries import Page
from bot.domain.editions import (
    LATE,
    Candidate,
    Edition,
    Orders,
    Plan,
    Standing,
    decide,
    push_article,
    send_now,
)
from bot.domain.messages import Message
from bot.domain.slots import next_slot
from bot.domain.zones import zone_of
from bot.render.edition import corrected, edition, retold, withdrawn
from bot.store import Store
from bot.store.deliveries.deciding import Decided, Deciding

log = logging.getLogger(__name__)

BATCH = 100  # chats a transaction: others want to write too
NEWS_BATCH = 100  # articles announced at once
RETOLD = timedelta(minutes=1)  # an article may be filed a moment before the look and be seen a moment after
ARRIVED = timedelta(seconds=20)  # a letter on its way is there by then, or will be tried again
PREVIEW_DAYS = timedelta(days=1)  # of news in a preview for a chat that has no editions

Choice = Callable[[Standing, Sequence[Candidate], Orders], Plan | None]


class Pressroom:
    """`wake` is called when letters were written."""

    def __init__(self, store: Store, *, zone: ZoneInfo, wake: Callable[[], None]) -> None:
        self._store = store
        self._zone = zone
        self._wake = wake
        self._looked_until: datetime | None = None
        self._killed: dict[int, datetime] = {}  # articles that letters on their way may have told of

    # ---------------------------------------------------------------- by time

    async def tick(self, now: datetime) -> int:
        """Decides all that is due. How many letters were written."""
        await self._take_in_news(now)
        await self._take_back_late_arrivals(now)
        written = 0
        decide_some = partial(self._decide_some, now=now)
        while (letters := await self._store.outbox.decide(decide_some, now=now)) is not None:
            written += letters
            if letters:
                self._wake()
        return written

    async def look_at_everybody(self, now: datetime) -> None:
        """At the start, once a day, and when the clock was set; zones and rules may have changed, too."""
        await self._store.articles.settle_all(now=now)
        await self._store.press.look_at_everybody(now=now)
        await self._store.outbox.hasten(now=now)

    async def _take_in_news(self, now: datetime) -> None:
        """What became public since the last look is found from now on, and announced.

        After a start, since the longest that is made up for.
        """
        since = min(self._looked_until or now - LATE, now) - RETOLD
        await self._store.articles.release(since=since, now=now)
        fresh = await self._store.press.unannounced(since, now)
        for start in range(0, len(fresh), NEWS_BATCH):
            await self._store.press.announce(fresh[start : start + NEWS_BATCH], now=now)
        self._looked_until = now

    def _decide_some(self, deciding: Deciding, *, now: datetime) -> int | None:
        """The letters written for one batch of chats; None when no chat is due."""
        standings = deciding.due(BATCH)
        if not standings:
            return None
        candidates, orders = deciding.candidates(), deciding.orders()
        plans = [
            decide(each, candidates, zone=self._zone_of(each.chat), now=now, orders=orders)
            for each in standings
        ]
        return self._write(deciding, standings, plans)

    # ---------------------------------------------------------------- by hand

    async def push_article(self, article_id: int, now: datetime) -> int:
        """Sends the article to every subscriber who has not seen it. How many letters were written."""

        def choose(standing: Standing, news: Sequence[Candidate], _orders: Orders) -> Plan | None:
            zone = self._zone_of(standing.chat)
            return push_article(standing, news[0], zone=zone, now=now) if news else None

        return await self._push(choose, now, only=article_id)

    async def push_edition(self, now: datetime) -> int:
        """Sends the next edition of every chat before its hour. How many letters were written."""

        def choose(standing: Standing, news: Sequence[Candidate], orders: Orders) -> Plan | None:
            return send_now(standing, news, zone=self._zone_of(standing.chat), now=now, orders=orders)

        return await self._push(choose, now)

    async def preview_edition(self, chat: Chat, now: datetime) -> tuple[Page, ...]:
        """The next edition as this chat would get it; one without editions is shown the last day's news."""
        return await self._store.outbox.consider(partial(self._previewed, chat=chat, now=now), now=now)

    def _previewed(self, deciding: Deciding, *, chat: Chat, now: datetime) -> tuple[Page, ...]:
        standing = deciding.one(chat.id) or Standing(chat=chat)
        if not (chat.subscribed and chat.hours):
            wanting = replace(chat, subscribed=True, hours=(time(7, 30),), seen_from=now - PREVIEW_DAYS)
            standing = Standing(chat=wanting)
        awake = replace(standing, chat=replace(standing.chat, quiet=None))
        news, orders = deciding.candidates(), deciding.orders()
        plan = send_now(awake, news, zone=self._zone_of(chat), now=now, orders=orders)
        if plan is None:
            return ()
        slot = next_slot(awake.chat, zone=self._zone_of(chat), after=now)
        shown = plan.editions[0]
        named = replace(shown, slot=slot.name, local_date=slot.local_date) if slot else shown
        return _pages(named, awake.chat, deciding.articles(_shown(plan.editions)))

    async def preview_article(self, article_id: int, chat: Chat) -> tuple[Page, ...]:
        """The article, with its text that waits, as a push to this chat would look. Raises NotFoundError."""
        article = await self._store.articles.get(article_id, pending=True)
        return _pages(_alone(article), chat, {article.id: article})

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

    # ---------------------------------------------------------------- within a transaction

    async def _push(self, choose: Choice, now: datetime, *, only: int | None = None) -> int:
        written, after = 0, 0
        while True:
            push_some = partial(self._push_some, choose=choose, after=after)
            letters, last = await self._store.outbox.decide(push_some, now=now, only=only)
            if last is None:
                return written
            written, after = written + letters, last
            self._wake()

    def _push_some(self, deciding: Deciding, *, choose: Choice, after: int) -> tuple[int, int | None]:
        """The letters written for one batch of chats, and the last of them; None when there are no more."""
        news, orders = deciding.candidates(), deciding.orders()
        standings = deciding.subscribers(after=after, limit=BATCH)
        plans = [plan for each in standings if (plan := choose(each, news, orders))]
        return self._write(deciding, standings, plans), standings[-1].chat.id if standings else None

    def _write(self, deciding: Deciding, standings: Sequence[Standing], plans: Sequence[Plan]) -> int:
        """Renders each different edition once, and writes all down."""
        chats = {each.chat.id: each.chat for each in standings}
        articles = deciding.articles(_shown(edition for plan in plans for edition in plan.editions))
        rendered: dict[tuple[Edition, int, bool], tuple[Page, ...]] = {}
        decided = []
        for plan in plans:
            pages = []
            for each in plan.editions:
                chat = chats[plan.chat_id]
                key = each, chat.sentences, chat.link_full_text
                if key not in rendered:
                    rendered[key] = _pages(each, chat, articles)
                pages.append(rendered[key])
            decided.append(Decided(plan=plan, pages=tuple(pages)))
        return deciding.write(decided)

    def _zone_of(self, chat: Chat) -> ZoneInfo:
        return zone_of(chat.timezone, default=self._zone)


def _shown(editions: Iterable[Edition]) -> list[int]:
    return [id_ for each in editions for story in each.stories for id_ in story]


def _pages(content: Edition, chat: Chat, articles: Mapping[int, StoredArticle]) -> tuple[Page, ...]:
    stories = (tuple(articles[id_] for id_ in ids if id_ in articles) for ids in content.stories)
    return edition(
        content, chat, tuple(Story(id=each[0].story_id, articles=each) for each in stories if each)
    )


def _retell(chat: Chat, left: tuple[StoredArticle, ...], heading: str | None) -> tuple[Message, ...]:
    return retold(Story(id=left[0].story_id, articles=left), chat, heading)


def _alone(article: StoredArticle) -> Edition:
    """An edition that holds nothing else."""
    return Edition(slot=f"push:{article.id}", local_date=article.filed_at.date(), stories=((article.id,),))
