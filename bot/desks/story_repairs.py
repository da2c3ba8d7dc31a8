"""Stories in an editor's hands: which articles tell one, where the rules were wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.articles import ArticleEntry, Page
from bot.store import Store

_NEWEST = 60  # stories into which an article can be put


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRepairDesk:
    """What is decided on a story raises OvertakenError once that has moved on since its editor saw it."""

    store: Store
    clock: Callable[[], datetime]

    async def told_with(self, article_id: int) -> tuple[ArticleEntry, ...]:
        """The articles of the article's story, itself among them; none where there is no such article."""
        return await self.store.story_repairs.told_with(article_id)

    async def others(self, article_id: int, page: int, size: int) -> Page[ArticleEntry]:
        """The newest other stories, each by the article that leads it."""
        own = {one.article_id for one in await self.told_with(article_id)}
        found = await self.store.stories.newest(_NEWEST, now=self.clock())
        leads = [one.lead.id for one in found if not own & {each.id for each in one.articles}]
        named = await self.store.editorial.named(leads)
        return Page.of([named[id_] for id_ in leads if id_ in named], page, size)

    async def sent(self, article_id: int) -> int:
        """How many messages that readers have hold the article."""
        return await self.store.amends.count(article_id)

    async def split(
        self, ids: Sequence[int], *, by: int, seen: Sequence[int] = (), turn: int | None = None
    ) -> bool:
        """These articles of one story tell another. False where they are all there is of it."""
        subject = f"{', '.join(map(str, ids))} by itself"
        return await self._move(ids, None, subject=subject, by=by, seen=seen, turn=turn)

    async def put(self, article_id: int, into: int, *, by: int, turn: int | None = None) -> bool:
        """The article tells the story of another. False where it does already."""
        subject = f"{article_id} into the story of {into}"
        return await self._move([article_id], into, subject=subject, by=by, turn=turn)

    async def join(self, article_id: int, into: int, *, by: int, turn: int | None = None) -> bool:
        """The story of the article and that of another are one. False where they are already."""
        ids = [one.article_id for one in await self.told_with(article_id)]
        if article_id not in ids:
            return False
        ids.sort(key=lambda id_: id_ != article_id)
        subject = f"the story of {article_id} into that of {into}"
        return await self._move(ids, into, subject=subject, by=by, turn=turn)

    async def _move(
        self,
        ids: Sequence[int],
        into: int | None,
        *,
        subject: str,
        by: int,
        seen: Sequence[int] = (),
        turn: int | None = None,
    ) -> bool:
        return await self.store.story_repairs.move(
            ids, into, seen=seen, subject=subject, by=by, now=self.clock(), turn=turn
        )
