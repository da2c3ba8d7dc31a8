"""The next edition in an editor's hands: held, dropped, laid out; each move can be undone.

Whoever presses a button tells which move they saw last. Where another was made since, nothing is done.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.publisher import Publisher
from bot.desks.editing import EditingDesk, until_words
from bot.desks.sendings import THE_NEXT
from bot.domain.articles import ArticleEntry
from bot.domain.editing import NextEdition
from bot.domain.layouts import Layout, without_added
from bot.domain.next_edition import Move, Verb
from bot.domain.plans import Orders
from bot.domain.roundups import MOST_LISTED
from bot.render.unsaid import Unsaid, as_readers_have_it
from bot.store import Store

ALL = "editions"
_TOLD = 3  # moves of others, in place of what was pressed


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsDesk:
    """`look_now` has what is due looked at."""

    store: Store
    publisher: Publisher
    editing: EditingDesk
    clock: Callable[[], datetime]
    look_now: Callable[[], None]

    # ---------------------------------------------------------------- as it stands

    async def preview(self, *, by: int) -> tuple[Unsaid, ...]:
        """The next edition as the editor's own chat would get it."""
        shown = await self.publisher.preview_edition(await self.editing.chat(by), self.clock())
        return as_readers_have_it(shown)

    async def next(self) -> NextEdition:
        """The next edition: whom it goes to and when, what is in it, and what editors did about it."""
        standing = await self.store.moves.standing()
        reach = await self.publisher.reach(self.clock())
        named = {*(one.lead for one in reach.stories), *standing.orders.layout.to_change.out}
        return NextEdition(
            standing=standing,
            reach=reach,
            entries=await self.store.editorial.named(named),
        )

    async def since(self, seen: int) -> tuple[Move, ...]:
        """What was done after that move, the oldest first."""
        return await self.store.moves.since(seen, _TOLD)

    # ---------------------------------------------------------------- laid out

    async def newest(self) -> tuple[ArticleEntry, ...]:
        """The newest articles that readers may have, to choose from."""
        headlines = await self.store.stories.headlines(MOST_LISTED, 0, now=self.clock())
        return tuple(headlines[0])

    async def is_public(self, article_id: int) -> bool:
        """Whether readers may have it: no other is put into an edition."""
        article = await self.editing.find(article_id)
        return article is not None and article.is_public(now=self.clock())

    async def lay_out(
        self,
        edition: NextEdition,
        verb: Verb,
        change: Callable[[Layout], Layout],
        *,
        about: str,
        article_id: int | None = None,
        by: int,
    ) -> bool:
        """Changes what stands where in the next edition. False: something was done since."""
        return await self._make(
            edition,
            verb,
            lambda orders: replace(orders, layout=change(orders.layout.to_change)),
            about=about,
            article_id=article_id,
            by=by,
        )

    # ---------------------------------------------------------------- held, dropped

    async def hold(self, edition: NextEdition, until: datetime, *, by: int) -> bool:
        """No edition before the moment. False: something was done since."""
        return await self._make(
            edition,
            "hold",
            lambda orders: replace(orders, held_until=until),
            about=until_words(ALL, until),
            by=by,
        )

    async def release(self, edition: NextEdition, *, by: int) -> bool:
        """Editions are sent again at their hours. False: something was done since."""
        return await self._make(
            edition, "release", lambda orders: replace(orders, held_until=None), about=ALL, by=by
        )

    async def drop(self, edition: NextEdition, *, by: int) -> bool:
        """The next edition is not sent; its news comes with the one after. False: more was done since."""
        return await self._make(
            edition,
            "drop",
            lambda orders: replace(orders, layout=replace(orders.layout.to_change, dropped=True)),
            about=THE_NEXT,
            by=by,
        )

    async def drop_all(self, edition: NextEdition, *, by: int) -> bool:
        """What is public by now is in no edition, what was added neither. False: something was done since."""
        now = self.clock()
        return await self._make(
            edition,
            "drop all",
            lambda orders: replace(orders, passed_until=now, layout=without_added(orders.layout)),
            about=ALL,
            by=by,
        )

    async def undo(self, seen: int, *, by: int) -> bool:
        """What the last move changed is as it was. False: something was done since, or an edition went."""
        done = await self.store.moves.undo(seen=seen, by=by, now=self.clock())
        self.look_now()
        return done

    async def _make(
        self,
        edition: NextEdition,
        verb: Verb,
        change: Callable[[Orders], Orders],
        *,
        about: str,
        article_id: int | None = None,
        by: int,
    ) -> bool:
        done = await self.store.moves.make(
            verb,
            change,
            seen=edition.standing.moved,
            chats=edition.reach.chats,
            articles=edition.reach.articles,
            article_id=article_id,
            subject=about,
            by=by,
            now=self.clock(),
        )
        self.look_now()
        return done
