"""What a chat asked for, kept: the subscribers' desk. Handlers ask it, and it asks the store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.chats import Chat, ChatState, StoredCounts
from bot.domain.interests import Stance, of_stance
from bot.domain.sections import Section
from bot.domain.slots import next_slot
from bot.domain.subscriptions import Destination, Subscription, end, settled
from bot.domain.zones import zone_of
from bot.store import Store


class Subscribers:
    """`zone` is that of chats that chose none."""

    def __init__(self, store: Store, *, zone: ZoneInfo, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._zone = zone
        self._clock = clock

    # ---------------------------------------------------------------- what is ordered

    async def find_chat(self, place: Destination) -> Chat | None:
        """The chat; None where it is not known."""
        return await self._store.chats.find(place.telegram_id, place.thread_id)

    async def meet(self, place: Destination) -> Chat:
        """The chat, made where it was not known."""
        return await self._store.chats.get_or_create(place, now=self._clock())

    async def look(self, place: Destination) -> Subscription:
        """The chat as it stands, made where it was not known."""
        return await self._standing(await self.meet(place))

    async def find(self, place: Destination) -> Subscription | None:
        """The chat as it stands; None where it is not known."""
        chat = await self.find_chat(place)
        return await self._standing(chat) if chat is not None else None

    async def change(self, place: Destination, alter: Callable[[Chat], Chat]) -> Subscription:
        """Alters the chat's settings in one go."""
        chat = await self.meet(place)
        kept = await self._store.interests.of(chat.id, now=self._clock())
        follows = bool(of_stance(kept, Stance.FOLLOW))

        def change(before: Chat) -> Chat:
            by = place.user_id or before.set_up_by
            return replace(settled(alter(before), follows=follows), set_up_by=by)

        return await self._standing(await self._store.chats.change(chat.id, change, now=self._clock()))

    async def sections(self) -> tuple[Section, ...]:
        """From which readers may choose."""
        return await self._store.sections.readable(now=self._clock())

    async def unsubscribe(self, place: Destination) -> bool:
        """False when nothing was sent anyway."""
        chat = await self.find_chat(place)
        if chat is None or not chat.subscribed:
            return False
        await self._store.chats.change(chat.id, end, now=self._clock())
        return True

    # ---------------------------------------------------------------- who comes and goes

    async def back(self, place: Destination) -> Subscription | None:
        """Brings a chat back that was stopped; None where there is none such."""
        chat = await self.find_chat(place)
        if chat is None or chat.state is ChatState.ACTIVE:
            return None
        return await self._standing(await self.meet(place))

    async def count_stored(self, place: Destination) -> StoredCounts | None:
        """What is stored of the chat; None where nothing is."""
        chat = await self.find_chat(place)
        stored = await self._store.chats.count_stored(chat.id) if chat else StoredCounts()
        invited = place.kind == "private" and await self._store.editorial.is_member(place.telegram_id)
        return replace(stored, invited=invited) if chat or invited else None

    async def forget(self, place: Destination) -> None:
        """Deletes all that is stored of the chat; of a person, that they were invited, too."""
        chat = await self.find_chat(place)
        if chat is not None:
            await self._store.chats.forget(chat.id, now=self._clock())
        if place.kind == "private":
            await self._store.questions.close(place.telegram_id)
            await self._store.editorial.dismiss(place.telegram_id)

    # ---------------------------------------------------------------- within

    async def _standing(self, chat: Chat) -> Subscription:
        zone, now = zone_of(chat.timezone, default=self._zone), self._clock()
        begin = max(now, chat.paused_until or now)
        slot = next_slot(chat, zone=zone, after=begin) if chat.subscribed else None
        in_group = chat.kind == "group" and not chat.subscribed
        return Subscription(
            chat=chat,
            elsewhere=await self._store.chats.subscribed_topic(chat.telegram_id) if in_group else None,
            interests=await self._store.interests.of(chat.id, now=now),
            zone=zone,
            now=now,
            next_at=slot.due if slot else None,
            sections=await self.sections(),
        )
