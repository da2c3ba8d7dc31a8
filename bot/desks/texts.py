"""The changed texts of articles, compared for editors."""

import asyncio
from dataclasses import dataclass

from bot.domain.differences import Passage, RefusedText, ToldChange, difference
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

    async def refused(self, article_id: int) -> tuple[RefusedText, tuple[Passage, ...]] | None:
        """The text that an editor would not have last, and where it differs from the one that is shown."""
        found = await self.store.texts.refused(article_id)
        if found is None:
            return None
        return found, await asyncio.to_thread(difference, found.shown, found.refused)
