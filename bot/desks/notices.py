"""Tells editors of articles that came, changed or went: those of one moment together, each once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from bot.domain.articles import ArticleState, Filed, StoredArticle
from bot.domain.differences import ToldChange
from bot.domain.editing import ArticleEvent
from bot.domain.errors import StoreError
from bot.render.unsaid import Unsaid
from bot.store import Store

log = logging.getLogger(__name__)

GATHERED_SECONDS = 4.0  # a folder of articles comes in by the second
SHOWN = 10  # articles named in one message
LONGEST_SECONDS = 60.0  # and the first of them is told of after so long


@dataclass(kw_only=True)
class Notices:
    """`tell` writes to every editor; `render` makes the message of an event and the articles it befell.

    `compare` tells what changed in the text of one.
    """

    store: Store
    compare: Callable[[int], Awaitable[ToldChange | None]]
    tell: Callable[[Unsaid], Awaitable[None]]
    render: Callable[[ArticleEvent, tuple[StoredArticle, ...], int, ToldChange | None], Unsaid]
    gathered: float = GATHERED_SECONDS
    _ids: dict[ArticleEvent, dict[int, None]] = field(default_factory=dict, init=False)
    _since: float | None = field(default=None, init=False)
    _last: float = field(default=0.0, init=False)
    _teller: asyncio.Task[None] | None = field(default=None, init=False)

    async def filed(self, filed: Filed) -> None:
        """An article was filed: one in review waits for editors, one whose text changed can be corrected."""
        standing = await self.store.articles.standing(filed.article_id)
        if standing is None or filed.outcome == "reread":
            return
        state, changed = standing
        if filed.outcome == "revised":
            self._note("changed" if changed else "revised", filed.article_id)
        elif state is ArticleState.REVIEW:
            self._note("waiting", filed.article_id)

    async def left(self, article_id: int) -> None:
        """The last file of an article was removed: it was withdrawn by that, or editors are asked."""
        standing = await self.store.articles.standing(article_id)
        if standing is not None:
            self._note("withdrawn" if standing[0] is ArticleState.WITHDRAWN else "removed", article_id)

    async def close(self) -> None:
        """Tells what was not told yet."""
        if self._teller is not None:
            self._teller.cancel()
            await asyncio.gather(self._teller, return_exceptions=True)
        await self._tell_all()

    def _note(self, event: ArticleEvent, article_id: int) -> None:
        now = asyncio.get_running_loop().time()
        self._ids.setdefault(event, {})[article_id] = None
        self._since, self._last = self._since or now, now
        if self._teller is None or self._teller.done():
            self._teller = asyncio.create_task(self._gather())

    async def _gather(self) -> None:
        loop = asyncio.get_running_loop()
        while self._ids:
            assert self._since is not None
            due = min(self._last + self.gathered, self._since + LONGEST_SECONDS)
            if (wait := due - loop.time()) > 0:
                await asyncio.sleep(wait)
            else:
                await self._tell_all()

    async def _tell_all(self) -> None:
        events, self._ids, self._since = self._ids, {}, None
        for event, ids in events.items():
            try:
                shown = await self._found(list(ids)[:SHOWN])
                if shown:
                    told = await self._compared(event, shown)
                    await self.tell(self.render(event, shown, len(ids), told))
            except StoreError as error:
                log.warning("editors were not told of %d articles: %s", len(ids), error)

    async def _compared(self, event: ArticleEvent, articles: tuple[StoredArticle, ...]) -> ToldChange | None:
        """What changed, where it is the text of one article that did."""
        if event not in ("changed", "revised") or len(articles) != 1:
            return None
        return await self.compare(articles[0].id)

    async def _found(self, ids: Iterable[int]) -> tuple[StoredArticle, ...]:
        found = [await self.store.articles.find(id_, pending=True) for id_ in ids]
        return tuple(article for article in found if article is not None)
