"""Articles in an editor's hands: preview, publish, hold, drop, later, correct, kill."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.delivery.publisher import Publisher
from bot.domain.article_numbers import likeliest
from bot.domain.articles import OUT, ArticleEntry, ArticleState, StoredArticle
from bot.domain.chats import Chat
from bot.domain.deliveries import UNTIL_LET_GO
from bot.domain.editing import Done, Happened, OpenCorrection, Signed, Word
from bot.domain.zones import local_day, utc_moment, zone_of
from bot.render.unsaid import Unsaid, as_readers_have_it
from bot.store import Store
from bot.store.chats.rows import FIRST_EDITION_FROM
from summaries.models import Analysis

_COMPARED = 1000  # articles whose numbers one that is typed wrong is compared with, the newest
_LIKELY = 5
_NUMBER = re.compile(r"#?(\d{1,18})")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditingDesk:
    """`look_now` has what is due looked at; `title` names an article in the record.

    Where a decision names the `turn` at which its editor saw the article, it raises OvertakenError once the
    article has moved on.
    """

    store: Store
    publisher: Publisher
    default_zone: ZoneInfo  # of editors who chose none
    clock: Callable[[], datetime]
    look_now: Callable[[], None]
    title: Callable[[Analysis], str]
    words_needed: int = 1  # of editors, before a text is published

    # ---------------------------------------------------------------- what is meant

    async def find(self, article_id: int) -> StoredArticle | None:
        """The article, whatever its state."""
        return await self.store.articles.find(article_id)

    async def meant(self, asked: str) -> tuple[int, ...]:
        """The articles that a number, or words of a headline, mean; the newest first."""
        if (number := number_in(asked)) is not None:
            found = await self.find(number)
            return (found.id,) if found else ()
        return tuple(one.article_id for one in await self.store.editorial.matching(asked))

    async def likeliest(self, number: int) -> tuple[ArticleEntry, ...]:
        """Articles whose numbers are typed most like one that no article has, the likeliest first."""
        ids = likeliest(number, await self.store.editorial.numbers(_COMPARED), _LIKELY)
        named = await self.store.editorial.named(ids)
        return tuple(named[id_] for id_ in ids if id_ in named)

    async def headlines(self, asked: str = "") -> tuple[ArticleEntry, ...]:
        """Articles to choose from: those with the words, else those filed last."""
        matching = await self.store.editorial.matching(asked) if asked else ()
        return matching or await self.store.editorial.newest()

    async def zone(self, user_id: int) -> ZoneInfo:
        """The clock an editor's own chat reads."""
        return zone_of((await self.chat(user_id)).timezone, default=self.default_zone)

    async def chat(self, user_id: int) -> Chat:
        """An editor's own chat, also before they ordered anything."""
        known = await self.store.chats.find(user_id)
        return known or Chat(id=0, telegram_id=user_id, kind="private", seen_from=FIRST_EDITION_FROM)

    async def next_time(self, at: time, *, by: int) -> datetime:
        """When the editor's clock shows this time next."""
        zone, now = await self.zone(by), self.clock()
        today = utc_moment(local_day(now, zone), at, zone)
        return today if today > now else utc_moment(local_day(now, zone) + timedelta(days=1), at, zone)

    # ---------------------------------------------------------------- as it will look

    async def preview(self, article_id: int, *, by: int) -> tuple[Unsaid, ...]:
        """The article as a push would look in the editor's chat. Raises NotFoundError."""
        return as_readers_have_it(await self.publisher.preview_article(article_id, await self.chat(by)))

    # ---------------------------------------------------------------- articles

    async def who_have(self, article_id: int) -> int:
        """How many chats were sent the article."""
        return await self.store.chats.count_sent(article_id)

    async def who_lack(self, article_id: int) -> int:
        """How many subscribers have not seen the article; of one that nobody may be sent, none."""
        article = await self.find(article_id)
        if article is None or article.state in OUT:
            return 0
        return await self.store.chats.count_lacking(article_id)

    async def publish(
        self, article_id: int, *, by: int, at: datetime | None = None, turn: int | None = None
    ) -> Done | None:
        """Readers are told as they ordered, from now or the moment on. None: they may not have it at all."""
        article, now = await self.find(article_id), self.clock()
        if article is None or article.state in OUT:
            return None
        if at is None and article.is_public(now=now):  # the article itself is no news a second time
            word = await self._approve(article, now, by=by, turn=turn)
        else:
            verb = "embargo" if at else "publish"
            word = await self._publish(article, at or now, verb=verb, by=by, turn=turn)
            self.look_now()
        was_public = article.is_public(now=now)
        return Done(article=await self.store.articles.get(article_id), word=word, was_public=was_public)

    async def hold(self, article_id: int, *, by: int, turn: int | None = None) -> Done | None:
        """Readers are not told, until it is published. None: nothing to hold."""
        return await self._move_out(article_id, ArticleState.HELD, verb="hold", by=by, turn=turn)

    async def keep(self, article_id: int, *, by: int, turn: int | None = None) -> Done | None:
        """Its file is gone and it stays, or comes back where it was withdrawn. None: it was taken back."""
        article, now = await self.find(article_id), self.clock()
        if article is None or article.state is ArticleState.KILLED:
            return None
        verb = "bring back" if article.state is ArticleState.WITHDRAWN else "keep"
        signed = self._signed(article, verb, by=by, turn=turn)
        await self.store.decisions.keep(article_id, signed=signed, now=now)
        self.publisher.wake()
        return Done(article=await self.store.articles.get(article_id))

    async def withdraw(self, article_id: int, *, by: int, turn: int | None = None) -> Done | None:
        """Its file is gone, and so is it; what was sent tells of it no more. None: it was taken back."""
        return await self._move_out(article_id, ArticleState.WITHDRAWN, verb="withdraw", by=by, turn=turn)

    async def drop_pending(self, article_id: int, *, by: int, turn: int | None = None) -> Done | None:
        """The text that waits is refused, the approved one stays. None: there is no such article."""
        article, now = await self.find(article_id), self.clock()
        if article is None:
            return None
        signed = self._signed(article, "drop new text", by=by, turn=turn)
        await self.store.decisions.drop_pending(article_id, signed=signed, now=now)
        return Done(article=await self.store.articles.get(article_id))

    async def restore_pending(self, article_id: int, *, by: int, turn: int | None = None) -> Done | None:
        """The text that was refused waits again. None: there is no such article."""
        article, now = await self.find(article_id), self.clock()
        if article is None:
            return None
        signed = self._signed(article, "take up new text", by=by, turn=turn)
        await self.store.decisions.restore_pending(article_id, signed=signed, now=now)
        return Done(article=await self.store.articles.get(article_id))

    async def is_any_refused(self, article_id: int) -> bool:
        """Whether editors would not have a text of the article."""
        return await self.store.texts.is_any_refused(article_id)

    async def open_correction(self, article_id: int) -> OpenCorrection | None:
        """The note above the article while it can be undone."""
        return await self.store.corrections.open(article_id, now=self.clock())

    async def happened(self, article_id: int) -> Happened:
        """What moved the article last."""
        return await self.store.decisions.happened(article_id)

    async def sent(self, article_id: int) -> int:
        """How many messages that readers have hold the article."""
        return await self.store.amends.count(article_id)

    async def ask_to_kill(self, article_id: int, reason: str, *, by: int) -> StoredArticle | None:
        """The article that is to be killed, and why, on record before the question is answered."""
        article = await self.find(article_id)
        if article is not None:
            subject = self.named(article) + (f": {reason}" if reason else "")
            await self.store.editorial.record("kill asked", subject, by=by, now=self.clock())
        return article

    async def kill(self, article_id: int, *, by: int, turn: int | None = None) -> Done | None:
        """Takes the article back. None: there is none."""
        article, now = await self.find(article_id), self.clock()
        if article is None:
            return None
        signed = self._signed(article, "kill", by=by, turn=turn)
        mark = self.publisher.withdrawal(article)
        gone, left = await self.store.decisions.kill(article_id, signed=signed, mark=mark, now=now)
        self.publisher.wake()
        return Done(article=await self.store.articles.get(article_id), messages=gone, others=left)

    async def rewrite(self, article_id: int, *, by: int) -> Done | None:
        """What was sent shows the article as it stands. None: there is no such article."""
        article, now = await self.find(article_id), self.clock()
        if article is None:
            return None
        await self.store.editorial.record("rewrite", self.named(article), by=by, now=now)
        return Done(article=article, messages=await self.publisher.rewrite(article_id, now))

    # ---------------------------------------------------------------- within

    async def _move_out(
        self, article_id: int, state: ArticleState, *, verb: str, by: int, turn: int | None
    ) -> Done | None:
        """Readers have it no more, and may again. None: there is nothing to move."""
        article, now = await self.find(article_id), self.clock()
        if article is None or article.state in OUT:
            return None
        signed = self._signed(article, verb, by=by, turn=turn)
        await self.store.decisions.move(article_id, state, signed=signed, now=now)
        self.publisher.wake()
        was_public = article.is_public(now=now)
        return Done(article=await self.store.articles.get(article_id), was_public=was_public)

    async def _publish(
        self, article: StoredArticle, at: datetime, *, verb: str, by: int, turn: int | None
    ) -> Word:
        now = self.clock()
        subject = self.named(article) if at <= now else until_words(self.named(article), at)
        signed = Signed(verb=verb, subject=subject, by=by, turn=turn)
        word = await self.store.decisions.publish(
            article.id, at, signed=signed, now=now, needed=self.words_needed
        )
        self.publisher.wake()
        return word

    async def _approve(self, article: StoredArticle, now: datetime, *, by: int, turn: int | None) -> Word:
        """Readers are shown the text that waits, where one does."""
        signed = self._signed(article, "publish new text", by=by, turn=turn)
        word = await self.store.decisions.approve(
            article.id, signed=signed, now=now, needed=self.words_needed
        )
        return word or Word.ENOUGH

    def _signed(self, article: StoredArticle, verb: str, *, by: int, turn: int | None) -> Signed:
        return Signed(verb=verb, subject=self.named(article), by=by, turn=turn)

    def named(self, article: StoredArticle) -> str:
        """What an article is called in the record."""
        return f"{article.id} “{self.title(article.analysis)}”"


def number_in(asked: str) -> int | None:
    """The number of an article, where that is what was written: `12`, `#12`."""
    found = _NUMBER.fullmatch(asked)
    return int(found[1]) if found else None


def until_words(what: str, end: datetime | None) -> str:
    """What was held, and until when, as the record has it: in words of no language."""
    if end is None or end >= UNTIL_LET_GO:
        return what
    return f"{what} · {end:%Y-%m-%d %H:%M} UTC"
