"""Answers questions out of the store, as domain values: what handlers ask."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeAlias, TypeVar

from bot.domain.actors import ActorDigest, ActorEntry, CastMember, Joining, Resolution
from bot.domain.articles import ArticleEntry, FiledQuote, Found, Page, StoredArticle, Story
from bot.domain.chats import Chat
from bot.domain.errors import NotFoundError, StoreError
from bot.domain.quotes_about import LOOKED_AT, Nearness, nearest_first
from bot.domain.roundups import Roundup
from bot.domain.week import Week
from bot.newsroom.sources.addresses import address_of
from bot.store import Store
from summaries.models import ActorKind

USUAL_STORIES = 5  # of a briefing, unless told
HEADLINES = 10
ACTORS = 12  # six rows of two buttons: as many as stand above a phone's keyboard
CAST = 8  # lines of who is in the news: with their buttons a phone's screen
QUOTES = 5
FOUND = 6
LAST_PAGE = 1000  # nobody turns so far; a forged button does

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The name means this actor; `taken_for` is what was typed where that was not its name."""

    digest: ActorDigest
    taken_for: str | None = None
    others: tuple[ActorEntry, ...] = ()  # whom it could mean, too, and clearly does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """The name means one of these."""

    members: tuple[CastMember, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldBe:
    """Words are quoted of one of several."""

    entries: tuple[ActorEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Nobody has this name; these come nearest."""

    nearest: tuple[ActorEntry, ...]


Who: TypeAlias = Meant | Which | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesOf:
    """Quotations of an actor."""

    actor: ActorEntry
    page: Page[FiledQuote]
    taken_for: str | None = None
    others: tuple[ActorEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesWith:
    """Quotations that hold words."""

    words: str
    page: Page[FiledQuote]
    typed: str | None = None  # where these words were not the ones that were typed
    nearest: tuple[ActorEntry, ...] = ()  # where there are none: actors whose names are like the words


@dataclass(frozen=True, slots=True, kw_only=True)
class NotQuoted:
    """Who has the name is not quoted, and no quotation holds it."""

    entries: tuple[ActorEntry, ...]
    taken_for: str | None = None


class ReadingDesk:
    """Reads the store for readers: nothing that is held back, embargoed or withdrawn leaves it."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    # ---------------------------------------------------------------- articles

    async def newest(self, stories: int = USUAL_STORIES) -> tuple[Story, ...]:
        """The newest stories."""
        return await self._store.stories.newest(stories, now=self._clock())

    async def matching(self, words: str) -> tuple[Story, ...]:
        """The newest stories that match the words."""
        return await self._store.stories.matching(words, USUAL_STORIES, now=self._clock())

    async def turn(
        self, delivery_id: int, article_id: int | None, *, telegram_id: int, message_id: int
    ) -> tuple[Roundup, Chat] | None:
        """Opens a story, or the list (None), of a message that was sent to that chat, and how it looks then.

        None where there is no such message, or it does not hold the article.
        """
        return await self._store.roundups.turn(
            delivery_id, article_id, telegram_id=telegram_id, message_id=message_id, now=self._clock()
        )

    async def roundup(self, delivery_id: int) -> tuple[Roundup, Chat] | None:
        """How a message that was sent looks now; None where it was forgotten."""
        return await self._store.roundups.find(delivery_id, now=self._clock())

    async def latest(self, page: int = 0) -> Page[ArticleEntry]:
        """The newest headlines."""
        return await turned(partial(self._store.stories.headlines, now=self._clock()), HEADLINES, page)

    async def week(self) -> Week:
        """The last seven days."""
        return await self._store.weeks.last(now=self._clock())

    async def search(self, words: str) -> Found:
        """Articles with the words, or with those that were meant, newest first."""
        return await self._store.stories.search(words, FOUND, now=self._clock())

    async def note_opening(self, article_id: int) -> None:
        """Counts that somebody opened the article; an answer that was given needs no count."""
        with suppress(StoreError):
            await self._store.openings.count(article_id, now=self._clock())

    async def find(self, article_id: int) -> StoredArticle | None:
        """The article's newest revision; None where readers may not have it, or no longer."""
        article = await self._store.articles.find(article_id)
        return article if article is not None and article.is_public(now=self._clock()) else None

    async def story(self, article_id: int) -> Story | None:
        """The article's story, the article first; None where readers may not have it."""
        article = await self.find(article_id)
        if article is None:
            return None
        takes = await self._store.stories.takes(article.story_id, now=self._clock())
        others = tuple(other for other in takes if other.id != article.id)
        return Story(id=article.story_id, articles=(article, *others))

    async def story_at(self, address: str) -> Story | None:
        """The same of the article that stands at this address of the web."""
        known = address_of(address, base=None)
        article_id = await self._store.articles.at(known) if known is not None else None
        return await self.story(article_id) if article_id is not None else None

    # ---------------------------------------------------------------- actors

    async def cast(self, page: int = 0, *, kind: ActorKind | None = None) -> Page[CastMember]:
        """The heaviest actors, of one kind or of all."""
        return await turned(partial(self._store.actors.cast, kind=kind, now=self._clock()), CAST, page)

    async def actors_of(self, article_id: int) -> tuple[ActorEntry, ...]:
        """The article's actors by their weight in it."""
        return await self._store.actors.of_article(article_id, ACTORS)

    async def who(self, name: str) -> Who:
        """Whom the name means."""
        now = self._clock()
        meant, digest = await self._store.actors.resolve_with_digest(name, now=now)
        if digest is not None:
            return Meant(digest=digest, taken_for=_taken_for(meant, name), others=meant.others[:ACTORS])
        if meant.kind == "several":
            return Which(members=await self._store.actors.described(meant.entries[:ACTORS], now=now))
        return Unknown(nearest=meant.nearest[:ACTORS])

    async def digest(self, actor_id: int) -> ActorDigest | None:
        """The actor over all articles; None where nothing is left of it."""
        try:
            return await self._store.actors.digest(actor_id, now=self._clock())
        except NotFoundError:
            return None

    async def actor(self, actor_id: int) -> ActorEntry | None:
        """The actor; None where nothing is left of it."""
        return await self._store.actors.find(actor_id)

    async def joining(self, actor_id: int) -> Joining | None:
        """How the actor came together, for editors; None where there is no such actor."""
        return await self._store.joins.of(actor_id)

    # ---------------------------------------------------------------- quotations

    async def latest_quotes(self, page: int = 0) -> Page[FiledQuote]:
        """The newest quotations."""
        return await turned(partial(self._store.quotes.latest, now=self._clock()), QUOTES, page)

    async def quotes_of(self, actor_id: int, page: int = 0) -> QuotesOf | None:
        """An actor's quotations, newest first; None where nothing is left of the actor."""
        actor = await self._store.actors.find(actor_id)
        if actor is None:
            return None
        said = partial(self._store.quotes.of_actor, actor.id, now=self._clock())
        return QuotesOf(actor=actor, page=await turned(said, QUOTES, page))

    async def quotes_of_about(
        self, actor_id: int, words: str, page: int = 0
    ) -> tuple[ActorEntry, Page[FiledQuote], Nearness] | None:
        """An actor's newest quotations, those about the words first, and how near they are.

        None where nothing is left of the actor.
        """
        actor = await self._store.actors.find(actor_id)
        if actor is None:
            return None
        said, _ = await self._store.quotes.of_actor(actor.id, LOOKED_AT, now=self._clock())
        about = nearest_first(said, words)
        return actor, Page.of(about.quotes, page, QUOTES), about.nearness

    async def quotes_with(self, words: str, page: int = 0) -> QuotesWith:
        """Quotations that hold the words, newest first."""
        holding = partial(self._store.quotes.with_words, words, now=self._clock())
        return QuotesWith(words=words, page=await turned(holding, QUOTES, page))

    async def quotes_asked(self, asked: str) -> QuotesOf | QuotesWith | CouldBe | NotQuoted:
        """What `/quotes asked` means: an actor of that name who is quoted, else the words, else a name typed
        wrong.
        """
        meant, (found, total) = await self._store.quotes.asked(asked, QUOTES, now=self._clock())
        page = Page(items=found, size=QUOTES, total=total)
        if isinstance(meant, str):
            return QuotesWith(words=meant, page=page, typed=asked if meant != asked else None)
        if meant.kind == "one":
            return QuotesOf(
                actor=meant.entries[0],
                page=page,
                taken_for=_taken_for(meant, asked),
                others=meant.others[:ACTORS],
            )
        if meant.kind == "several" and meant.exact:
            return CouldBe(entries=meant.entries[:ACTORS])
        if meant.kind == "none" and meant.entries:
            return NotQuoted(entries=meant.entries[:ACTORS], taken_for=_taken_for(meant, asked))
        return QuotesWith(words=asked, page=page, nearest=(meant.entries or meant.nearest)[:ACTORS])


async def turned(
    look: Callable[[int, int], Awaitable[tuple[tuple[Item, ...], int]]], size: int, number: int
) -> Page[Item]:
    """The page that `look(limit, offset)` finds; the last there is where what stood on it is gone."""
    number = min(number, LAST_PAGE)
    found, total = await look(size, number * size)
    page = Page(items=found, number=number, size=size, total=total)
    if found or number < page.count:
        return page
    return await turned(look, size, page.count - 1)


def _taken_for(meant: Resolution, asked: str) -> str | None:
    return None if meant.exact else asked
