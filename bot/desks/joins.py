"""Actors in an editor's hands: what was taken for one is parted, what is one is joined."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.actors import ActorEntry, Joined
from bot.store import Store


class JoinDesk:
    def __init__(self, store: Store, *, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def find(self, actor_id: int) -> ActorEntry | None:
        """The actor, or the one under whose name it stands."""
        return await self._store.actors.find(actor_id)

    async def nearest(self, actor_id: int) -> tuple[ActorEntry, ...]:
        """Actors that may be the same one, the nearest by name first."""
        return await self._store.joins.nearest(actor_id)

    async def join(self, actor_id: int, into: int, *, by: int) -> Joined | None:
        """Makes the two one, under the second's name. None where they are one, or one of them is gone."""
        return await self._store.joins.join(actor_id, into, by=by, now=self._clock())

    async def part(self, actor_id: int, *, by: int) -> Joined | None:
        """The name is another’s than the actor it stands under. None where it stands under none."""
        return await self._store.joins.part(actor_id, by=by, now=self._clock())
