"""What an editor proposes: read like any article, shown, and filed when the editor says so."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.domain.articles import ArticleState, Filed
from bot.domain.editing import Draft
from bot.store import Store
from summaries.models import Analysis

Analyse = Callable[[str, bytes], Awaitable[Analysis]]


class Proposals:
    """`analyse` reads a document, its form told by the suffix of its name; `reader` is its version."""

    def __init__(
        self,
        store: Store,
        *,
        analyse: Analyse,
        reader: str,
        clock: Callable[[], datetime],
        look_now: Callable[[], None],
        title: Callable[[Analysis], str],
    ) -> None:
        self._store = store
        self._analyse = analyse
        self._reader = reader
        self._clock = clock
        self._look_now = look_now
        self._title = title

    async def propose(self, name: str, content: bytes, *, by: int) -> Draft:
        """Reads the document and keeps what was read. Raises ArticleError."""
        return await self.keep(name, await self._analyse(name, content), by=by)

    async def keep(self, name: str, analysis: Analysis, *, by: int) -> Draft:
        """Keeps what was read in a document, or in the page whose address is its name."""
        draft_id = await self._store.drafts.keep(name, analysis, by=by, now=self._clock())
        return Draft(id=draft_id, user_id=by, name=name, analysis=analysis)

    async def file(self, draft_id: int, state: ArticleState, *, by: int) -> Filed | None:
        """Files the editor's draft. None where that was done, or it was thrown away."""
        draft = await self._store.drafts.find(draft_id, by=by)
        if draft is None:
            return None
        subject = f"“{self._title(draft.analysis)}” from {draft.name}"
        filed = await self._store.drafts.file(
            draft, reader=self._reader, state=state, subject=subject, now=self._clock()
        )
        self._look_now()
        return filed

    async def throw_away(self, draft_id: int, *, by: int) -> bool:
        """False where there is no such draft of theirs."""
        return await self._store.drafts.throw_away(draft_id, by=by)
