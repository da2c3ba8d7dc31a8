"""What an editor proposes: read like any article, shown, and filed when the editor says so."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.articles import ArticleState, Filed
from bot.domain.editing import Draft
from bot.store import Store
from summaries.models import Analysis

Analyse = Callable[[str, bytes], Awaitable[Analysis]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """`analyse` reads a document, its form told by the suffix of its name; `reader` is its version."""

    store: Store
    analyse: Analyse
    reader: str
    clock: Callable[[], datetime]
    look_now: Callable[[], None]
    title: Callable[[Analysis], str]
    words_needed: int = 1  # of editors, before a text is published; who proposed it gave theirs
    tell: Callable[[Filed], Awaitable[None]] | None = None  # of what waits for another editor

    async def propose(self, name: str, content: bytes, *, by: int) -> Draft:
        """Reads the document and keeps what was read. Raises ArticleError."""
        return await self.keep(name, await self.analyse(name, content), by=by)

    async def keep(self, name: str, analysis: Analysis, *, by: int) -> Draft:
        """Keeps what was read in a document, or in the page whose address is its name."""
        draft_id = await self.store.drafts.keep(name, analysis, by=by, now=self.clock())
        return Draft(id=draft_id, user_id=by, name=name, analysis=analysis)

    async def find(self, draft_id: int, *, by: int) -> Draft | None:
        """The editor's draft. None where it was filed or thrown away."""
        return await self.store.drafts.find(draft_id, by=by)

    async def file(self, draft_id: int, state: ArticleState, *, by: int) -> Filed | None:
        """Files the editor's draft. None where that was done, or it was thrown away.

        One that is to be live waits for another editor's word, where it takes one.
        """
        draft = await self.store.drafts.find(draft_id, by=by)
        if draft is None:
            return None
        subject = f"“{self.title(draft.analysis)}” from {draft.name}"
        waits = state is ArticleState.LIVE and self.words_needed > 1
        filed = await self.store.drafts.file(
            draft,
            reader=self.reader,
            state=ArticleState.REVIEW if waits else state,
            subject=subject,
            now=self.clock(),
        )
        self.look_now()
        if filed is not None and waits and self.tell is not None:
            await self.tell(filed)
        return filed

    async def throw_away(self, draft_id: int, *, by: int) -> bool:
        """False where there is no such draft of theirs."""
        return await self.store.drafts.throw_away(draft_id, by=by)
