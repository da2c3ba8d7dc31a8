"""Tells editors of sources in trouble: those of one moment together, each trouble once."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.domain.sources import Source
from bot.render.unsaid import Unsaid
from bot.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTroubles:
    """`tell` writes to every editor; `render` makes the message of sources that are in trouble."""

    store: Store
    tell: Callable[[Unsaid], Awaitable[None]]
    render: Callable[[Sequence[Source]], Unsaid]

    async def look(self) -> None:
        """Tells of the troubles that nobody was told of."""
        if troubled := await self.store.sources.troubled():
            await self.tell(self.render(troubled))
        for source in troubled:
            await self.store.sources.told(source)
