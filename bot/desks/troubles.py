"""Tells editors of sources in trouble: those of one moment together, each trouble once."""

from collections.abc import Awaitable, Callable, Sequence

from bot.domain.messages import Message
from bot.domain.sources import Source
from bot.store import Store


class SourceTroubles:
    """`tell` writes to every editor; `render` makes the message of sources that are in trouble."""

    def __init__(
        self,
        store: Store,
        *,
        tell: Callable[[Message], Awaitable[None]],
        render: Callable[[Sequence[Source]], Message],
    ) -> None:
        self._store = store
        self._tell = tell
        self._render = render

    async def look(self) -> None:
        """Tells of the troubles that nobody was told of."""
        if troubled := await self._store.sources.troubled():
            await self._tell(self._render(troubled))
        for source in troubled:
            await self._store.sources.told(source)
