"""Corrections in an editor's hands: who has an article is told what was wrong, unless that is undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.publisher import Publisher
from bot.desks.editing import EditingDesk
from bot.desks.texts import TextsDesk
from bot.domain.articles import StoredArticle
from bot.domain.editing import Done, Signed
from bot.domain.repairs import with_note
from bot.render.articles import CORRECTION_LENGTH
from bot.render.differences import correction_of
from bot.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsDesk:
    """`stop_window` is how long what was sent stays as it is."""

    store: Store
    publisher: Publisher
    editing: EditingDesk
    texts: TextsDesk
    stop_window: timedelta
    clock: Callable[[], datetime]

    async def correct(self, article_id: int, note: str, *, by: int) -> Done | None:
        """The note stands above the article, and what was sent is amended. None: there is no such article."""
        article = await self.editing.find(article_id)
        return await self._make(article, note, stands=note, by=by) if article else None

    async def by_text(self, article_id: int, revision: int, *, by: int) -> Done | None:
        """What was sent is amended, with a note of what changed. None: it has another text since, or that was
        done.
        """
        told, article = await self.texts.compare(article_id), await self.editing.find(article_id)
        if article is None or told is None or told.change.waits or told.change.revision != revision:
            return None
        note = correction_of(told.passages)
        stands = with_note(article.correction, note, most=CORRECTION_LENGTH)
        return await self._make(
            article, note, stands=stands if note in stands else note, revision=revision, by=by
        )

    async def undo(self, article_id: int, correction_id: int, *, by: int) -> int | None:
        """What stood above the article stands there again. How many messages show the note, of which none is
        undone; None: it was undone, or there is another since.
        """
        article = await self.editing.find(article_id)
        if article is None:
            return None
        signed = Signed(verb="undo correct", subject=self.editing.named(article), by=by)
        return await self.store.corrections.undo(article_id, correction_id, signed=signed, now=self.clock())

    async def _make(
        self, article: StoredArticle, note: str, *, stands: str, by: int, revision: int | None = None
    ) -> Done | None:
        now = self.clock()
        messages = await self.store.corrections.make(
            article.id,
            stands,
            revision=revision,
            signed=Signed(verb="correct", subject=f"{self.editing.named(article)}: {note}", by=by),
            otherwise=self.publisher.correction(article, note, now),
            now=now,
            not_before=now + self.stop_window,
        )
        if messages is None:
            return None
        self.publisher.wake()
        return Done(
            article=await self.store.articles.get(article.id),
            messages=messages,
            seconds=round(self.stop_window.total_seconds()),
        )
