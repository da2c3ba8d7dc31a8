"""What a chat follows, mutes and saves: asked for and ended."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Literal

from bot.desks.reading import turned
from bot.desks.subscribers import Subscribers
from bot.domain.actors import ActorEntry
from bot.domain.articles import Page
from bot.domain.interests import Interest, Noted, SavedItem, Shown, Stance, Subject, of_stance
from bot.domain.subscriptions import Destination, Unsure
from bot.store import Store
from summaries.names import fold

SAVED = 10  # lines of a list


class InterestsDesk:
    """Asks the store for what is meant, and keeps it with the subscriber."""

    def __init__(self, store: Store, subscribers: Subscribers, *, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._subscribers = subscribers
        self._clock = clock

    # ---------------------------------------------------------------- begun

    async def wish(self, place: Destination, asked: str, stance: Stance) -> Noted | Unsure:
        """Follows or mutes the actor of that name, else the words; asks where it could be either."""
        meant = await self._store.actors.resolve(asked)
        if meant.kind == "none":
            return await self.note(place, Subject(words=asked), stance)
        if meant.kind == "one" and meant.exact and _is_named(meant.entries[0], asked):
            return await self.note(place, _subject(meant.entries[0]), stance)
        return Unsure(stance=stance, words=asked, entries=meant.entries)

    async def note(self, place: Destination, subject: Subject, stance: Stance) -> Noted:
        """From now on. A mute concerns also what came already and was not sent yet."""
        chat, now = await self._subscribers.meet(place), self._clock()
        reach = await self._store.interests.reach(subject, now=now)
        outcome = await self._store.interests.add(
            chat.id, subject, stance=stance, found=reach.found if stance is Stance.MUTE else (), now=now
        )
        if outcome == "turned" and stance is Stance.MUTE:
            await self._settle(place)
        is_new = outcome in ("new", "turned")
        return Noted(outcome=outcome, stance=stance, subject=subject, reach=reach if is_new else None)

    async def actor(self, actor_id: int) -> Subject | None:
        """Who can be followed by that number; None where nothing is left of the actor."""
        entry = await self._store.actors.find(actor_id)
        return _subject(entry) if entry else None

    async def story(self, article_id: int) -> Subject | None:
        """The story of the article, as it stands and what joins it; None where readers may not have it."""
        article = await self._store.articles.find(article_id)
        if article is None or not article.is_public(now=self._clock()):
            return None
        headline = article.analysis.article.headline
        return Subject(story_id=article.story_id, words=headline.of(article.text) if headline else "")

    # ---------------------------------------------------------------- saved

    async def save(self, place: Destination, kind: Shown, number: int) -> Literal["new", "already", "full"]:
        """The chat keeps the article, or the actor, which readers may have."""
        chat = await self._subscribers.meet(place)
        return await self._store.saved.add(chat.id, kind, number, now=self._clock())

    async def unsave(self, place: Destination, kind: Shown, number: int) -> None:
        """It is kept no longer."""
        if (chat := await self._subscribers.find_chat(place)) is not None:
            await self._store.saved.end(chat.id, kind, number)

    async def is_saved(self, place: Destination, kind: Shown, number: int) -> bool:
        """Whether the chat keeps it."""
        chat = await self._subscribers.find_chat(place)
        return chat is not None and await self._store.saved.has(chat.id, kind, number)

    async def saved(self, place: Destination, page: int = 0) -> Page[SavedItem]:
        """What the chat keeps, the last first."""
        if (chat := await self._subscribers.find_chat(place)) is None:
            return Page(items=(), size=SAVED, total=0)
        look = partial(self._store.saved.of, chat.id, now=self._clock())
        return await turned(look, SAVED, page)

    # ---------------------------------------------------------------- as they stand

    async def kept(self, place: Destination) -> tuple[Interest, ...]:
        """In the order they were made."""
        chat = await self._subscribers.find_chat(place)
        return await self._store.interests.of(chat.id, now=self._clock()) if chat else ()

    async def stance_on(self, place: Destination, subject: Subject) -> Interest | None:
        """The chat's interest in the subject; None where it has none."""
        return next((each for each in await self.kept(place) if _is_one(each.subject, subject)), None)

    # ---------------------------------------------------------------- ended

    async def end_named(self, place: Destination, asked: str, stance: Stance) -> Interest | None:
        """Ends that of these words, or of the actor they name. None: the chat has no one such."""
        kept = of_stance(await self.kept(place), stance)
        meant = await self._store.actors.resolve(asked)
        ids = {entry.id for entry in meant.entries} if meant.exact else set()
        found = [each for each in kept if fold(each.subject.words) == fold(asked)]
        found = found or [each for each in kept if each.subject.actor_id in ids]
        return await self.end(place, found[0].id) if len(found) == 1 else None

    async def end(self, place: Destination, interest_id: int) -> Interest | None:
        """Ends one of the chat's. None: it has no such any more."""
        chat = await self._subscribers.find_chat(place)
        found = next((each for each in await self.kept(place) if each.id == interest_id), None)
        if chat is None or found is None or not await self._store.interests.end(chat.id, interest_id):
            return None
        if found.stance is Stance.FOLLOW:
            await self._settle(place)
        return found

    async def _settle(self, place: Destination) -> None:
        """Who follows nothing may want nothing at all."""
        if not of_stance(await self.kept(place), Stance.FOLLOW):
            await self._subscribers.change(place, lambda known: known)


def _subject(entry: ActorEntry) -> Subject:
    return Subject(words=entry.name, actor_id=entry.id)


def _is_one(one: Subject, other: Subject) -> bool:
    if one.actor_id is not None or other.actor_id is not None:
        return one.actor_id == other.actor_id
    return one.key == other.key


def _is_named(entry: ActorEntry, asked: str) -> bool:
    """Whether this is the actor's name, or one word of a person's: nobody else is likely to be meant."""
    key, name = fold(asked), fold(entry.name)
    return key == name or (entry.kind == "person" and key in name.split())
