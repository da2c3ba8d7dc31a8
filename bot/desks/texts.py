"""The changed texts of articles, compared for editors."""

import asyncio
from dataclasses import dataclass

from bot.domain.differences import ToldChange, difference
from bot.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsDesk:
    store: Store

    async def compare(self, article_id: int) -> ToldChange | None:
        """What changed in the text that waits, else since the one that readers have; None: nothing did."""
        change = await self.store.texts.changed(article_id)
        if change is None:
            return None
        passages = await asyncio.to_thread(difference, change.before, change.after)  # may take a second
        return ToldChange(change, passages, await self.store.amends.count(article_id))
