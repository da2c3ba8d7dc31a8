"""What a chat asked for, kept: the subscribers' desk. Handlers ask it, and it asks the store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.actors import ActorEntry
from bot.domain.chats import Chat, ChatState, Follow, StoredCounts
from bot.domain.slots import next_slot
from bot.domain.subscriptions import Destination, Followed, Subscription, Unsure, end, settled
from bot.domain.zones import zone_of
from bot.store import Store
from bot.store.chats.chats import MOST_FOLLOWS
from summaries.names import fold


class Subscribers:
    """`zone` is that of chats that chose none."""

    def __init__(self, store: Store, *, zone: ZoneInfo, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._zone = zone
        self._clock = clock

    # ---------------------------------------------------------------- what is ordered

    async def look(self, place: Destination) -> Subscription:
        """The chat as it stands, made where it was not known."""
        return await self._standing(await self._meet(place))

    async def find(self, place: Destination) -> Subscription | None:
        """The chat as it stands; None where it is not known."""
        chat = await self._find(place)
        return await self._standing(chat) if chat is not None else None

    async def change(self, place: Destination, alter: Callable[[Chat], Chat]) -> Subscription:
        """Alters the chat's settings in one go."""
        chat = await self._meet(place)
        follows = bool(await self._store.chats.follows(chat.id))

        def change(before: Chat) -> Chat:
            by = place.user_id or before.set_up_by
            return replace(settled(alter(before), follows=follows), set_up_by=by)

        return await self._standing(await self._store.chats.change(chat.id, change, now=self._clock()))

    async def unsubscribe(self, place: Destination) -> bool:
        """False when nothing was sent anyway."""
        chat = await self._find(place)
        if chat is None or not chat.subscribed:
            return False
        await self._store.chats.change(chat.id, end, now=self._clock())
        return True

    # ---------------------------------------------------------------- what is followed

    async def follow(self, place: Destination, asked: str) -> Followed | Unsure:
        """Follows the actor of that name, else the words; asks where it could be either."""
        meant = await self._store.actors.resolve(asked)
        if meant.kind == "none":
            return await self.follow_words(place, asked)
        if meant.kind == "one" and meant.exact and _is_named(meant.entries[0], asked):
            return await self._follow(place, meant.entries[0].name, actor_id=meant.entries[0].id)
        return Unsure(words=asked, entries=meant.entries)

    async def follow_words(self, place: Destination, words: str) -> Followed:
        """Follows the words from now on; tells where they were followed already, or too many are."""
        return await self._follow(place, words, actor_id=None)

    async def follow_actor(self, place: Destination, actor_id: int) -> Followed | None:
        """None where nothing is left of the actor."""
        entry = await self._store.actors.find(actor_id)
        return await self._follow(place, entry.name, actor_id=entry.id) if entry else None

    async def follows(self, place: Destination) -> tuple[Follow, ...]:
        """In the order they were made."""
        chat = await self._find(place)
        return await self._store.chats.follows(chat.id) if chat else ()

    async def unfollow(self, place: Destination, asked: str) -> Follow | None:
        """Ends the follow of these words, or of the actor they name. None: it did not follow that."""
        follows = await self.follows(place)
        meant = await self._store.actors.resolve(asked)
        ids = {entry.id for entry in meant.entries} if meant.exact else set()
        found = [each for each in follows if fold(each.words) == fold(asked)]
        found = found or [each for each in follows if each.actor_id in ids]
        if len(found) != 1:
            return None
        return await self.end_follow(place, found[0].id)

    async def end_follow(self, place: Destination, follow_id: int) -> Follow | None:
        """Ends one of the chat's follows. None: it has no such any more."""
        chat = await self._find(place)
        if chat is None:
            return None
        found = [each for each in await self._store.chats.follows(chat.id) if each.id == follow_id]
        if not found or not await self._store.chats.unfollow(chat.id, found[0].words):
            return None
        if len(await self._store.chats.follows(chat.id)) == 0:
            await self.change(place, lambda known: known)  # who follows nothing may want nothing at all
        return found[0]

    # ---------------------------------------------------------------- who comes and goes

    async def back(self, place: Destination) -> Subscription | None:
        """Brings a chat back that was stopped; None where there is none such."""
        chat = await self._find(place)
        if chat is None or chat.state is ChatState.ACTIVE:
            return None
        return await self._standing(await self._meet(place))

    async def count_stored(self, place: Destination) -> StoredCounts | None:
        """What is stored of the chat; None where nothing is."""
        chat = await self._find(place)
        stored = await self._store.chats.count_stored(chat.id) if chat else StoredCounts()
        invited = place.kind == "private" and await self._store.editorial.is_member(place.telegram_id)
        return replace(stored, invited=invited) if chat or invited else None

    async def forget(self, place: Destination) -> None:
        """Deletes all that is stored of the chat; of a person, that they were invited, too."""
        chat = await self._find(place)
        if chat is not None:
            await self._store.chats.forget(chat.id)
        if place.kind == "private":
            await self._store.editorial.dismiss(place.telegram_id)

    # ---------------------------------------------------------------- within

    async def _find(self, place: Destination) -> Chat | None:
        return await self._store.chats.find(place.telegram_id, place.thread_id)

    async def _meet(self, place: Destination) -> Chat:
        return await self._store.chats.get_or_create(place, now=self._clock())

    async def _standing(self, chat: Chat) -> Subscription:
        zone, now = zone_of(chat.timezone, default=self._zone), self._clock()
        slot = next_slot(chat, zone=zone, after=now) if chat.subscribed else None
        return Subscription(
            chat=chat,
            follows=await self._store.chats.follows(chat.id),
            zone=zone,
            now=now,
            next_at=slot.due if slot else None,
        )

    async def _follow(self, place: Destination, words: str, *, actor_id: int | None) -> Followed:
        chat = await self._meet(place)
        if await self._store.chats.follow(chat.id, words, actor_id=actor_id, now=self._clock()):
            return Followed(outcome="new", words=words)
        if not fold(words):
            return Followed(outcome="wordless", words=words)
        full = len(await self._store.chats.follows(chat.id)) >= MOST_FOLLOWS
        return Followed(outcome="full" if full else "already", words=words)


def _is_named(entry: ActorEntry, asked: str) -> bool:
    """Whether this is the actor's name, or one word of a person's: nobody else is likely to be meant."""
    key, name = fold(asked), fold(entry.name)
    return key == name or (entry.kind == "person" and key in name.split())
