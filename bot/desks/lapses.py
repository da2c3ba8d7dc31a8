"""Tells editors of repairs that no longer apply since an article was read again: each once."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.domain.repairs import Repair
from bot.render.unsaid import Unsaid
from bot.store import Store

AT_ONCE = 8  # told of in one message


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairLapses:
    """`tell` writes to every editor; `render` makes the message of repairs that lapsed."""

    store: Store
    tell: Callable[[Unsaid], Awaitable[None]]
    render: Callable[[Sequence[Repair]], Unsaid]

    async def look(self) -> None:
        """Tells of the lapses that nobody was told of."""
        while lapsed := await self.store.repairs.lapsed(AT_ONCE):
            await self.tell(self.render(lapsed))
            await self.store.repairs.told([one.id for one in lapsed])
