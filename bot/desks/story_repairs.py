"""Stories in an editor's hands: which articles tell one, where the rules were wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.articles import ArticleEntry, Page
from bot.domain.repairs import Undone
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
        leads = [one.lead.id for one in found if one.lead.id not in own]
        named = await self.store.editorial.named(leads)
        return Page.of([named[id_] for id_ in leads if id_ in named], page, size)

    async def sent(self, article_id: int) -> int:
        """How many messages that readers have hold the article."""
        return await self.store.amends.count(article_id)

    async def split(
        self, ids: Sequence[int], *, by: int, seen: Sequence[int] = (), turn: int | None = None
    ) -> int | None:
        """These articles of one story tell another. The move's number; None: they are all there is of it."""
        subject = f"{', '.join(map(str, ids))} by itself"
        return await self.store.story_repairs.move(
            ids, None, seen=seen, subject=subject, by=by, now=self.clock(), turn=turn
        )

    async def put(self, article_id: int, into: int, *, by: int, turn: int | None = None) -> int | None:
        """The article tells the story of another. The move's number; None where it does already."""
        subject = f"{article_id} into the story of {into}"
        return await self.store.story_repairs.move(
            [article_id], into, seen=(), subject=subject, by=by, now=self.clock(), turn=turn
        )

    async def undo(self, move: int, *, by: int) -> Undone | None:
        """Who undid it, and when. None where there is no such move, or others were made after it."""
        return await self.store.story_repairs.undo(move, by=by, now=self.clock())
