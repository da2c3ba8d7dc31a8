"""Repairs in an editor's hands: what was misread in an article is repaired, and that undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.editing import Bench
from bot.domain.repairs import Change, Repair, Undone, with_note
from bot.render.articles import CORRECTION_LENGTH
from bot.store import Store
from summaries.models import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairDesk:
    """`title` names an article in the record, `named` what is changed in it.

    `note` is what readers are told of a change who were sent the article before.
    """

    store: Store
    clock: Callable[[], datetime]
    title: Callable[[Analysis], str]
    named: Callable[[Change], str]
    note: Callable[[Change], str]

    async def bench(self, article_id: int) -> Bench | None:
        """The article under repair; None where there is none."""
        return await self.store.repairs.bench(article_id)

    async def sent(self, article_id: int) -> int:
        """How many messages that readers have hold the article."""
        return await self.store.amends.count(article_id)

    async def repair(self, bench: Bench, change: Change, *, by: int) -> int | None:
        """The number of the repair; None where nothing is changed by it any more."""
        return await self.store.repairs.make(
            bench.article.id, change, subject=self._subject(bench, change), by=by, now=self.clock()
        )

    def correction(self, bench: Bench, repair: Repair) -> str:
        """The note above the article, with what was wrong by this repair."""
        return with_note(bench.article.correction, self.note(repair.change), most=CORRECTION_LENGTH)

    async def undo(self, bench: Bench, repair_id: int, *, by: int) -> Undone | None:
        """Who undid it, and when; None where the article has no such repair."""
        repair = bench.repair(repair_id)
        subject = self._subject(bench, repair.change) if repair is not None else ""
        note = self.note(repair.change) if repair is not None else ""
        return await self.store.repairs.undo(
            bench.article.id, repair_id, note=note, subject=subject, by=by, now=self.clock()
        )

    def _subject(self, bench: Bench, change: Change) -> str:
        return f"{bench.article.id} “{self.title(bench.article.analysis)}”: {self.named(change)}"
