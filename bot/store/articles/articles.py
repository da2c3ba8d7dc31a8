"""Articles: filed, withdrawn, restored and removed, and the files they were read from."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, delete, func, select, update

from bot.domain.articles import ArticleLink, ArticleState, Filed, OnRemoved, StoredArticle
from bot.domain.errors import NotFoundError
from bot.domain.sources import EntryState
from bot.domain.words import UNSTORABLE
from bot.store.actors import identity, joining
from bot.store.articles import filing, indexing, links, states
from bot.store.articles.filing import FileStamp
from bot.store.database.engine import Database, Repository, in_turn, reading
from bot.store.database.rows import FileRow, stored
from bot.store.database.tables import LAST, articles, entries, files, originals, saved, stories
from summaries.errors import UnreadableFileError
from summaries.models import Analysis

_REMOVED_AT_ONCE = 100  # articles a transaction: others want to write too
_MEASURE_AT = 200  # articles filed by this process, and ten times as many: a database that grows fast


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """A file as the store remembers it."""

    stamp: FileStamp
    article_id: int | None
    fault: str | None
    removed: bool

    def holds(self, seen: FileStamp) -> bool:
        """Whether the file is still as it was when it was read, and would be read no better now."""
        if self.fault == AGED:
            seen = replace(seen, reader=self.stamp.reader)
        return self.stamp == seen


AGED = "removed with its age"  # a file's fault: newer rules are no reason to read it again


class Articles(Repository):
    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._filed = 0
        self._measure_at = _MEASURE_AT

    # ---------------------------------------------------------------- the newsroom

    async def file(
        self,
        analysis: Analysis,
        *,
        stamp: FileStamp,
        state: ArticleState,
        now: datetime,
        on_removed: OnRemoved = OnRemoved.ASK,
    ) -> Filed:
        """Files what was read from a file. A new article, or one that comes back, gets `state`.

        `on_removed`: what becomes of the one that the file held before, where no other holds it.

        Raises UnreadableFileError for a text that no database takes.
        """
        if UNSTORABLE.search(analysis.article.text):
            raise UnreadableFileError(
                stamp.path, "holds characters that no text has: NUL or half a surrogate pair"
            )
        work = partial(
            filing.file_article, analysis=analysis, stamp=stamp, state=state, now=now, on_removed=on_removed
        )
        filed = await self._database.write_in_turn(work)
        await self.grown()
        return filed

    async def grown(self) -> None:
        """One more was filed, from wherever: a database that grows fast is measured."""
        self._filed += 1
        if self._filed == self._measure_at:
            self._measure_at *= 10
            await self._database.measure()

    @in_turn
    def reject(self, connection: Connection, stamp: FileStamp, *, fault: str) -> None:
        """Remembers why a file could not be read; it is tried again when it changes."""
        filing.record_file(connection, stamp, article_id=None, fault=fault)

    @reading
    def known_files(self, connection: Connection, paths: Collection[str]) -> Mapping[str, KnownFile]:
        """What the store remembers of these files, by path."""
        rows = connection.execute(select(files).where(files.c.path.in_(paths)))
        return {row.path: _known(row) for row in rows}

    async def present_files(self, *, below: str = "", batch: int = 500) -> AsyncIterator[Sequence[str]]:
        """The paths of all files not known to be removed, in order, in batches; `below` is how they begin."""
        after = below
        while paths := await self._present_after(after, below + LAST, batch):
            yield paths
            after = paths[-1]

    @reading
    def _present_after(self, connection: Connection, after: str, before: str, limit: int) -> Sequence[str]:
        query = (
            select(files.c.path)
            .where(files.c.path > after, files.c.path < before, files.c.removed_at.is_(None))
            .order_by(files.c.path)
            .limit(limit)
        )
        return connection.execute(query).scalars().all()

    @in_turn
    def remove_file(
        self, connection: Connection, path: str, now: datetime, *, on_removed: OnRemoved = OnRemoved.ASK
    ) -> int | None:
        """The file is there no more: the article that was withdrawn by that, or that editors are asked of;
        None where nothing changed for any.
        """
        return states.remove_file(connection, path=path, on_removed=on_removed, now=now)

    @in_turn
    def restore(self, connection: Connection, path: str, *, state: ArticleState, now: datetime) -> int | None:
        """A removed file came back as it was: the article that is in `state` again by that, else None."""
        return states.restore_file(connection, path=path, state=state, now=now)

    @in_turn
    def set_state(self, connection: Connection, article_id: int, state: ArticleState, now: datetime) -> bool:
        """Moves the article; tells whether that changed anything."""
        return states.set_state(connection, article_id, state, now=now)

    async def remove_older(self, moment: datetime) -> int:
        """Removes articles filed before the moment, and actors of whom nothing is left. How many went."""
        removed = 0
        while count := await self._remove_some(moment):
            removed += count
        if removed:
            await self._forget_unseen()
        return removed

    @in_turn
    def _forget_unseen(self, connection: Connection) -> None:
        identity.tally(connection, joining.forget_unseen(connection, identity.unseen(connection)))

    @in_turn
    def _remove_some(self, connection: Connection, moment: datetime) -> int:
        """Removes a batch of articles that were filed before the moment, bar saved ones; how many went.

        The one with the highest number stays until another has a higher one: SQLite gives numbers on from the
        highest that is there, and old buttons would open another article.
        """
        highest = select(func.max(articles.c.id)).scalar_subquery()
        kept = select(saved.c.article_id).where(saved.c.article_id == articles.c.id).exists()
        aged = articles.c.filed_at < moment, articles.c.id < highest, ~kept
        old = select(articles.c.id).where(*aged).limit(_REMOVED_AT_ONCE)
        ids = connection.execute(old).scalars().all()
        for article_id in ids:
            indexing.take_out(connection, article_id)
        connection.execute(update(files).where(files.c.article_id.in_(ids)).values(fault=AGED))
        # What a feed still lists is not filed again, and nothing reads again what came of it.
        of_entries = select(entries.c.id).where(entries.c.article_id.in_(ids))
        connection.execute(delete(originals).where(originals.c.entry_id.in_(of_entries)))
        held = update(entries).where(entries.c.article_id.in_(ids))
        connection.execute(held.values(state=EntryState.AGED))
        connection.execute(delete(articles).where(articles.c.id.in_(ids)))
        if ids:
            told = select(articles.c.id).where(articles.c.story_id == stories.c.id).exists()
            connection.execute(delete(stories).where(stories.c.newest < moment, ~told))
        return len(ids)

    async def release(self, *, since: datetime, now: datetime) -> tuple[int, ...]:
        """Has readers find the articles whose embargo ended between the moments; their ids."""
        ids = await self._database.read(partial(indexing.ended, since=since, now=now))
        if ids:
            await self._settle(ids, now=now)
        return ids

    async def settle_all(self, *, now: datetime) -> None:
        """Has readers find what they may be told of now, and nothing else.

        To look takes seconds in a large store, and nobody who writes waits for that.
        """
        if ids := await self._database.read(partial(indexing.unsettled, now=now)):
            await self._settle(ids, now=now)

    @in_turn
    def _settle(self, connection: Connection, ids: Sequence[int], *, now: datetime) -> None:
        indexing.settle_all(connection, ids, now=now)

    # ---------------------------------------------------------------- readers

    @reading
    def find(self, connection: Connection, article_id: int, *, pending: bool = False) -> StoredArticle | None:
        """The article in its newest approved revision, or the `pending` one, whatever its state."""
        found = stored(connection, [article_id], pending=pending)
        return found[0] if found else None

    @reading
    def standing(self, connection: Connection, article_id: int) -> tuple[ArticleState, bool] | None:
        """Its state, and whether a changed text of it waits for an editor; its words are not read."""
        query = select(articles.c.state, articles.c.pending_id.is_not(None)).where(
            articles.c.id == article_id
        )
        found = connection.execute(query).one_or_none()
        return (ArticleState(found[0]), bool(found[1])) if found else None

    async def get(self, article_id: int, *, pending: bool = False) -> StoredArticle:
        """Like `find`; raises NotFoundError where there is none."""
        article = await self.find(article_id, pending=pending)
        if article is None:
            raise NotFoundError(f"no article {article_id}")
        return article

    @reading
    def links(self, connection: Connection, ids: Sequence[int]) -> Mapping[int, tuple[ArticleLink, ...]]:
        """Where these articles stand on the web, by article; one that stands nowhere has none."""
        return links.links_of(connection, ids)

    @reading
    def at(self, connection: Connection, address: str) -> int | None:
        """The article that stands at this address of the web, the latest filed of several."""
        return links.article_at(connection, address)

    @reading
    def count(self, connection: Connection) -> int:
        """How many live articles there are."""
        query = select(func.count()).where(articles.c.state == ArticleState.LIVE)
        return connection.execute(query).scalar_one()


def _known(row: FileRow) -> KnownFile:
    stamp = FileStamp(path=row.path, size=row.size, modified_ns=row.modified_ns, reader=row.reader)
    return KnownFile(
        stamp=stamp, article_id=row.article_id, fault=row.fault, removed=row.removed_at is not None
    )
