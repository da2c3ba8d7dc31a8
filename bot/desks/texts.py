"""The changed texts of articles: compared for editors, and told to those who had the text before."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.publisher import Publisher
from bot.domain.differences import ToldChange, difference
from bot.domain.editing import Done, Signed
from bot.domain.repairs import with_note
from bot.render.articles import CORRECTION_LENGTH
from bot.render.differences import correction_of
from bot.store import Store
from summaries.models import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsDesk:
    """`title` names an article in the record."""

    store: Store
    publisher: Publisher
    clock: Callable[[], datetime]
    title: Callable[[Analysis], str]

    async def compare(self, article_id: int) -> ToldChange | None:
        """What changed in the text that waits, else since the one that readers have; None: nothing did."""
        change = await self.store.texts.changed(article_id)
        if change is None:
            return None
        passages = await asyncio.to_thread(difference, change.before, change.after)  # may take a second
        return ToldChange(change, passages, await self.store.amends.count(article_id))

    async def correct(self, article_id: int, revision: int, *, by: int) -> Done | None:
        """What was sent is amended, with a note of what changed. None: it has another text since, or that was
        done.
        """
        told, article = await self.compare(article_id), await self.store.articles.find(article_id)
        if article is None or told is None or told.change.waits or told.change.revision != revision:
            return None
        now, note = self.clock(), correction_of(told.passages)
        stands = with_note(article.correction, note, most=CORRECTION_LENGTH)
        messages = await self.store.texts.correct(
            article_id,
            revision,
            stands if note in stands else note,
            signed=Signed(
                verb="correct", subject=f"{article.id} “{self.title(article.analysis)}”: {note}", by=by
            ),
            otherwise=self.publisher.correction(article, note, now),
            now=now,
        )
        if messages is None:
            return None
        self.publisher.wake()
        return Done(article=await self.store.articles.get(article_id), messages=messages)
