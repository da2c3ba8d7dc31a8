"""What a newcomer is shown, and how they are subscribed."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from bot.desks.interests import InterestsDesk
from bot.desks.subscribers import Subscribers
from bot.domain.interests import Stance
from bot.domain.meeting import FirstMeeting, subscribed
from bot.domain.subscriptions import Destination, Subscription
from bot.domain.zones import zone_named
from bot.store import Store

_NAMES = 4
_SECTIONS = 6


class MeetingDesk:
    """Asks the store what there is today, and orders what was chosen."""

    def __init__(self, store: Store, *, zone: ZoneInfo, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._subscribers = Subscribers(store, zone=zone, clock=clock)
        self._interests = InterestsDesk(store, self._subscribers, clock=clock)
        self.zone = zone.key  # of chats that chose none
        self.clock = clock

    async def first(self, place: Destination) -> FirstMeeting | None:
        """What is there for a newcomer; None for who is subscribed already."""
        known = await self._subscribers.find(place)
        return None if known is not None and known.chat.subscribed else await self.news()

    async def news(self) -> FirstMeeting:
        """A headline of today, and what there is to choose from."""
        now = self.clock()
        names, _ = await self._store.actors.cast(_NAMES, now=now)
        return FirstMeeting(
            headline=await self._store.stories.first_headline(now=now),
            sections=(await self._subscribers.sections())[:_SECTIONS],
            names=tuple(member.actor for member in names),
        )

    async def subscribe(
        self,
        place: Destination,
        times: tuple[time, ...],
        zone: str | None = None,
        *,
        section: int | None = None,
        actor: int | None = None,
    ) -> Subscription:
        """Editions at those times by that clock, of that section, and news of that actor at once.

        What there is no more, or never was, is left out.
        """
        sections = {one.id: one.key for one in await self._subscribers.sections()}
        clock = zone_named(zone) if zone else None
        wanted = partial(subscribed, times=times, zone=clock, section=sections.get(section or 0))
        if actor is not None and (subject := await self._interests.actor(actor)) is not None:
            await self._interests.note(place, subject, Stance.FOLLOW)
        return await self._subscribers.change(place, wanted)
