"""Articles: filed, withdrawn and restored by the newsroom, read by the desk and the editions."""

import re
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from sqlalchemy import Connection, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import NotFoundError
from bot.models import ArticleState, Filed, FoundArticle, Headline, StoredArticle, Story
from bot.store import filing, identity, joining
from bot.store.actors import articles_with
from bot.store.engine import Database
from bot.store.filing import FileStamp
from bot.store.rows import COUNT_CAP, FileRow, Shelf, headline, headline_columns, readable
from bot.store.search import best_sentence, newest_matches, ranked_matches, words_of
from bot.store.tables import appearances, articles, files, revisions, stories
from summaries.errors import UnreadableFileError
from summaries.models import Analysis

_TAKES = 6  # articles of one story that are read, the lead included; each costs half a millisecond
_REMOVED_AT_ONCE = 100  # articles a transaction: others want to write too
_MEASURE_AT = 200  # articles filed by this process, and ten times as many: a database that grows fast
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_newest_first = (articles.c.news_date.desc(), articles.c.filed_at.desc(), articles.c.id.desc())


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


class Articles:
    def __init__(self, database: Database, shelf: Shelf) -> None:
        self._database = database
        self._shelf = shelf
        self._filed = 0
        self._measure_at = _MEASURE_AT

    # ---------------------------------------------------------------- the newsroom

    async def file(
        self,
        analysis: Analysis,
        *,
        path: str,
        size: int,
        modified_ns: int,
        reader: str,
        state: ArticleState,
        now: datetime,
    ) -> Filed:
        """Files what was read from a file. A new article, or one that comes back, gets `state`.

        Raises UnreadableFileError for a text that no database takes.
        """
        stamp = FileStamp(path=path, size=size, modified_ns=modified_ns, reader=reader)
        if _UNSTORABLE.search(analysis.article.text):
            raise UnreadableFileError(path, "holds characters that no text has: NUL or half a surrogate pair")
        filed = await self._database.write(
            partial(filing.file_article, analysis=analysis, stamp=stamp, state=state, now=now)
        )
        self._filed += 1
        if self._filed == self._measure_at:
            self._measure_at *= 10
            await self._database.measure()
        return filed

    async def reject(self, path: str, *, size: int, modified_ns: int, reader: str, fault: str) -> None:
        """Remembers why a file could not be read; it is tried again when it changes."""
        stamp = FileStamp(path=path, size=size, modified_ns=modified_ns, reader=reader)
        await self._database.write(partial(filing.record_file, stamp=stamp, article_id=None, fault=fault))

    async def known_files(self, paths: Collection[str]) -> Mapping[str, KnownFile]:
        """What the store remembers of these files, by path."""
        async with self._database.connect() as connection:
            rows = await connection.execute(select(files).where(files.c.path.in_(paths)))
            return {row.path: _known(row) for row in rows}

    async def present_files(self, *, batch: int = 500) -> AsyncIterator[tuple[str, ...]]:
        """The paths of all files not known to be removed, in order, in batches."""
        after = ""
        while True:
            query = (
                select(files.c.path)
                .where(files.c.path > after, files.c.removed_at.is_(None))
                .order_by(files.c.path)
                .limit(batch)
            )
            async with self._database.connect() as connection:
                paths = tuple((await connection.execute(query)).scalars())
            if not paths:
                return
            yield paths
            after = paths[-1]

    async def withdraw(self, path: str, now: datetime) -> int | None:
        """Its file was removed: the article withdrawn by that, None where another file holds it."""
        return await self._database.write(partial(filing.withdraw_file, path=path, now=now))

    async def restore(self, path: str, *, state: ArticleState, now: datetime) -> int | None:
        """A removed file came back as it was: the article that is in `state` again by that, else None."""
        return await self._database.write(partial(filing.restore_file, path=path, state=state, now=now))

    async def set_state(self, article_id: int, state: ArticleState, now: datetime) -> bool:
        """Moves the article; tells whether that changed anything."""
        return await self._database.write(
            partial(filing.set_state, article_id=article_id, state=state, now=now)
        )

    async def remove_older(self, moment: datetime) -> int:
        """Removes articles filed before the moment, and actors of whom nothing is left. How many went."""
        removed = 0
        while count := await self._database.write(partial(_remove_some, moment=moment)):
            removed += count
        return removed

    # ---------------------------------------------------------------- readers

    async def find(self, article_id: int) -> StoredArticle | None:
        """The article in its newest revision, whatever its state."""
        async with self._database.connect() as connection:
            found = await self._shelf.get(connection, [article_id])
        return found[0] if found else None

    async def get(self, article_id: int) -> StoredArticle:
        """Like `find`; raises NotFoundError where there is none."""
        article = await self.find(article_id)
        if article is None:
            raise NotFoundError(f"no article {article_id}")
        return article

    async def newest_stories(self, limit: int, *, now: datetime, offset: int = 0) -> tuple[Story, ...]:
        """The stories of the newest articles, each led by its newest."""
        async with self._database.connect() as connection:
            ids = await _newest_story_ids(connection, limit + offset, now=now)
            return await self._stories(connection, ids[offset:], now=now)

    async def takes(self, story_id: int, *, now: datetime) -> tuple[StoredArticle, ...]:
        """The readable articles of a story, newest first; none where there is no such story."""
        async with self._database.connect() as connection:
            found = await self._stories(connection, [story_id], now=now)
        return found[0].articles if found else ()

    async def headlines(self, limit: int, offset: int, *, now: datetime) -> tuple[tuple[Headline, ...], int]:
        """The newest headlines, and how many there are (counted to a thousand)."""
        query = (
            select(*headline_columns)
            .join(revisions, revisions.c.id == articles.c.revision_id)
            .where(readable(now))
            .order_by(*_newest_first)
            .limit(limit)
            .offset(offset)
        )
        async with self._database.connect() as connection:
            rows = tuple(headline(row) for row in await connection.execute(query))
            counted = select(articles.c.id).where(readable(now)).limit(COUNT_CAP).subquery()
            total = (await connection.execute(select(func.count()).select_from(counted))).scalar_one()
        return rows, total

    async def filed_since(
        self, moment: datetime, *, now: datetime, limit: int = 200
    ) -> tuple[StoredArticle, ...]:
        """Readable articles filed after the moment, oldest first."""
        query = (
            select(articles.c.id)
            .where(articles.c.filed_at > moment, readable(now))
            .order_by(articles.c.filed_at, articles.c.id)
            .limit(limit)
        )
        async with self._database.connect() as connection:
            ids = (await connection.execute(query)).scalars().all()
            return await self._shelf.get(connection, ids)

    async def matching_stories(self, typed: str, limit: int, *, now: datetime) -> tuple[Story, ...]:
        """The newest stories with an article that holds all the words, or has the actor so named."""
        words = words_of(typed)
        if not words:
            return ()
        async with self._database.connect() as connection:
            ids = set(await newest_matches(connection, words, now=now))
            ids.update(await articles_with(connection, typed, now=now))
            query = select(articles.c.story_id).where(articles.c.id.in_(ids), readable(now))
            story_ids = (await connection.execute(query.order_by(*_newest_first))).scalars().all()
            return await self._stories(connection, list(dict.fromkeys(story_ids))[:limit], now=now)

    async def search(self, typed: str, limit: int, *, now: datetime) -> tuple[FoundArticle, ...]:
        """Articles with the words, best first, each with the sentence that holds the most of them."""
        words = words_of(typed)
        if not words:
            return ()
        async with self._database.connect() as connection:
            ids = await ranked_matches(connection, words, limit, now=now)
            return tuple(
                [
                    FoundArticle(
                        article=article,
                        sentence=await best_sentence(
                            connection, words, article.revision_id, article.analysis
                        ),
                    )
                    for article in await self._shelf.get(connection, ids)
                ]
            )

    async def count(self) -> int:
        """How many live articles there are."""
        async with self._database.connect() as connection:
            query = select(func.count()).where(articles.c.state == ArticleState.LIVE)
            return (await connection.execute(query)).scalar_one()

    # ---------------------------------------------------------------- within

    async def _stories(
        self, connection: AsyncConnection, story_ids: Sequence[int], *, now: datetime
    ) -> tuple[Story, ...]:
        place = func.row_number().over(partition_by=articles.c.story_id, order_by=_newest_first)
        takes = (
            select(articles.c.id, articles.c.story_id, place.label("place"))
            .where(articles.c.story_id.in_(story_ids), readable(now))
            .subquery()
        )
        query = select(takes.c.id).where(takes.c.place <= _TAKES).order_by(takes.c.story_id, takes.c.place)
        ids = (await connection.execute(query)).scalars().all()
        by_story: dict[int, list[StoredArticle]] = {}
        for article in await self._shelf.get(connection, ids):
            by_story.setdefault(article.story_id, []).append(article)
        return tuple(Story(id=id_, articles=tuple(by_story[id_])) for id_ in story_ids if id_ in by_story)


def _remove_some(connection: Connection, *, moment: datetime) -> int:
    """Removes a batch of articles that were filed before the moment; how many went."""
    old = select(articles.c.id, articles.c.state).where(articles.c.filed_at < moment)
    rows = connection.execute(old.limit(_REMOVED_AT_ONCE)).all()
    ids = [row.id for row in rows]
    for row in rows:
        if row.state == ArticleState.LIVE:
            identity.add_to_tally(connection, row.id, sign=-1)
    seen = select(appearances.c.actor_id).where(appearances.c.article_id.in_(ids)).distinct()
    unseen = connection.execute(seen).scalars().all()
    connection.execute(update(files).where(files.c.article_id.in_(ids)).values(fault=AGED))
    connection.execute(delete(articles).where(articles.c.id.in_(ids)))
    identity.tally(connection, joining.forget_unseen(connection, unseen))
    if ids:
        told = select(articles.c.id).where(articles.c.story_id == stories.c.id).exists()
        connection.execute(delete(stories).where(stories.c.newest < moment, ~told))
    return len(ids)


async def _newest_story_ids(connection: AsyncConnection, count: int, *, now: datetime) -> list[int]:
    """Walks the articles from the newest on until it has met that many stories."""
    ids: dict[int, None] = {}
    after: tuple[date, datetime, int] | None = None
    while len(ids) < count:
        query = (
            select(articles.c.news_date, articles.c.filed_at, articles.c.id, articles.c.story_id)
            .where(readable(now))
            .order_by(*_newest_first)
            .limit(4 * count)
        )
        if after is not None:
            query = query.where(tuple_(articles.c.news_date, articles.c.filed_at, articles.c.id) < after)
        rows = (await connection.execute(query)).all()
        ids.update(dict.fromkeys(row.story_id for row in rows))
        if len(rows) < 4 * count:
            break
        after = (rows[-1].news_date, rows[-1].filed_at, rows[-1].id)
    return list(ids)[:count]


def _known(row: FileRow) -> KnownFile:
    stamp = FileStamp(path=row.path, size=row.size, modified_ns=row.modified_ns, reader=row.reader)
    return KnownFile(
        stamp=stamp, article_id=row.article_id, fault=row.fault, removed=row.removed_at is not None
    )
