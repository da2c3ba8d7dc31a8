"""Articles: filed, withdrawn and restored by the newsroom, read by the desk and the editions."""

import re
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, select, tuple_, update

from bot.errors import NotFoundError
from bot.models import ArticleState, Filed, FoundArticle, Headline, StoredArticle, Story
from bot.store import filing, identity, joining
from bot.store.actors import articles_with
from bot.store.engine import Database, Room, in_turn, reading
from bot.store.filing import FileStamp
from bot.store.rows import COUNT_CAP, FileRow, headline, headline_columns, readable, stored
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


class Articles(Room):
    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._filed = 0
        self._measure_at = _MEASURE_AT

    # ---------------------------------------------------------------- the newsroom

    async def file(
        self, analysis: Analysis, *, stamp: FileStamp, state: ArticleState, now: datetime
    ) -> Filed:
        """Files what was read from a file. A new article, or one that comes back, gets `state`.

        Raises UnreadableFileError for a text that no database takes.
        """
        if _UNSTORABLE.search(analysis.article.text):
            raise UnreadableFileError(
                stamp.path, "holds characters that no text has: NUL or half a surrogate pair"
            )
        filed = await self._file(analysis, stamp=stamp, state=state, now=now)
        self._filed += 1
        if self._filed == self._measure_at:
            self._measure_at *= 10
            await self._database.measure()
        return filed

    @in_turn
    def _file(
        self,
        connection: Connection,
        analysis: Analysis,
        *,
        stamp: FileStamp,
        state: ArticleState,
        now: datetime,
    ) -> Filed:
        return filing.file_article(connection, analysis, stamp=stamp, state=state, now=now)

    @in_turn
    def reject(self, connection: Connection, stamp: FileStamp, *, fault: str) -> None:
        """Remembers why a file could not be read; it is tried again when it changes."""
        filing.record_file(connection, stamp, article_id=None, fault=fault)

    @reading
    def known_files(self, connection: Connection, paths: Collection[str]) -> Mapping[str, KnownFile]:
        """What the store remembers of these files, by path."""
        rows = connection.execute(select(files).where(files.c.path.in_(paths)))
        return {row.path: _known(row) for row in rows}

    async def present_files(self, *, batch: int = 500) -> AsyncIterator[Sequence[str]]:
        """The paths of all files not known to be removed, in order, in batches."""
        after = ""
        while paths := await self._present_after(after, batch):
            yield paths
            after = paths[-1]

    @reading
    def _present_after(self, connection: Connection, after: str, limit: int) -> Sequence[str]:
        query = (
            select(files.c.path)
            .where(files.c.path > after, files.c.removed_at.is_(None))
            .order_by(files.c.path)
            .limit(limit)
        )
        return connection.execute(query).scalars().all()

    @in_turn
    def withdraw(self, connection: Connection, path: str, now: datetime) -> int | None:
        """Its file was removed: the article withdrawn by that, None where another file holds it."""
        return filing.withdraw_file(connection, path=path, now=now)

    @in_turn
    def restore(self, connection: Connection, path: str, *, state: ArticleState, now: datetime) -> int | None:
        """A removed file came back as it was: the article that is in `state` again by that, else None."""
        return filing.restore_file(connection, path=path, state=state, now=now)

    @in_turn
    def set_state(self, connection: Connection, article_id: int, state: ArticleState, now: datetime) -> bool:
        """Moves the article; tells whether that changed anything."""
        return filing.set_state(connection, article_id, state, now=now)

    async def remove_older(self, moment: datetime) -> int:
        """Removes articles filed before the moment, and actors of whom nothing is left. How many went."""
        removed = 0
        while count := await self._remove_some(moment):
            removed += count
        return removed

    @in_turn
    def _remove_some(self, connection: Connection, moment: datetime) -> int:
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

    # ---------------------------------------------------------------- readers

    @reading
    def find(self, connection: Connection, article_id: int) -> StoredArticle | None:
        """The article in its newest revision, whatever its state."""
        found = stored(connection, [article_id])
        return found[0] if found else None

    async def get(self, article_id: int) -> StoredArticle:
        """Like `find`; raises NotFoundError where there is none."""
        article = await self.find(article_id)
        if article is None:
            raise NotFoundError(f"no article {article_id}")
        return article

    @reading
    def newest_stories(
        self, connection: Connection, limit: int, *, now: datetime, offset: int = 0
    ) -> tuple[Story, ...]:
        """The stories of the newest articles, each led by its newest."""
        ids = _newest_story_ids(connection, limit + offset, now=now)
        return self._stories(connection, ids[offset:], now=now)

    @reading
    def takes(self, connection: Connection, story_id: int, *, now: datetime) -> tuple[StoredArticle, ...]:
        """The readable articles of a story, newest first; none where there is no such story."""
        found = self._stories(connection, [story_id], now=now)
        return found[0].articles if found else ()

    @reading
    def headlines(
        self, connection: Connection, limit: int, offset: int, *, now: datetime
    ) -> tuple[tuple[Headline, ...], int]:
        """The newest headlines, and how many there are (counted to a thousand)."""
        query = (
            select(*headline_columns)
            .join(revisions, revisions.c.id == articles.c.revision_id)
            .where(readable(now))
            .order_by(*_newest_first)
            .limit(limit)
            .offset(offset)
        )
        rows = tuple(headline(row) for row in connection.execute(query))
        counted = select(articles.c.id).where(readable(now)).limit(COUNT_CAP).subquery()
        total = connection.execute(select(func.count()).select_from(counted)).scalar_one()
        return rows, total

    @reading
    def filed_since(
        self, connection: Connection, moment: datetime, *, now: datetime, limit: int = 200
    ) -> tuple[StoredArticle, ...]:
        """Readable articles filed after the moment, oldest first."""
        query = (
            select(articles.c.id)
            .where(articles.c.filed_at > moment, readable(now))
            .order_by(articles.c.filed_at, articles.c.id)
            .limit(limit)
        )
        ids = connection.execute(query).scalars().all()
        return stored(connection, ids)

    @reading
    def matching_stories(
        self, connection: Connection, typed: str, limit: int, *, now: datetime
    ) -> tuple[Story, ...]:
        """The newest stories with an article that holds all the words, or has the actor so named."""
        words = words_of(typed)
        if not words:
            return ()
        ids = set(newest_matches(connection, words, now=now))
        ids.update(articles_with(connection, typed, now=now))
        query = select(articles.c.story_id).where(articles.c.id.in_(ids), readable(now))
        story_ids = connection.execute(query.order_by(*_newest_first)).scalars().all()
        return self._stories(connection, list(dict.fromkeys(story_ids))[:limit], now=now)

    @reading
    def search(
        self, connection: Connection, typed: str, limit: int, *, now: datetime
    ) -> tuple[FoundArticle, ...]:
        """Articles with the words, best first, each with the sentence that holds the most of them."""
        words = words_of(typed)
        if not words:
            return ()
        ids = ranked_matches(connection, words, limit, now=now)
        return tuple(
            [
                FoundArticle(
                    article=article,
                    sentence=best_sentence(connection, words, article.revision_id, article.analysis),
                )
                for article in stored(connection, ids)
            ]
        )

    @reading
    def count(self, connection: Connection) -> int:
        """How many live articles there are."""
        query = select(func.count()).where(articles.c.state == ArticleState.LIVE)
        return connection.execute(query).scalar_one()

    # ---------------------------------------------------------------- within

    def _stories(
        self, connection: Connection, story_ids: Sequence[int], *, now: datetime
    ) -> tuple[Story, ...]:
        place = func.row_number().over(partition_by=articles.c.story_id, order_by=_newest_first)
        takes = (
            select(articles.c.id, articles.c.story_id, place.label("place"))
            .where(articles.c.story_id.in_(story_ids), readable(now))
            .subquery()
        )
        query = select(takes.c.id).where(takes.c.place <= _TAKES).order_by(takes.c.story_id, takes.c.place)
        ids = connection.execute(query).scalars().all()
        by_story: dict[int, list[StoredArticle]] = {}
        for article in stored(connection, ids):
            by_story.setdefault(article.story_id, []).append(article)
        return tuple(Story(id=id_, articles=tuple(by_story[id_])) for id_ in story_ids if id_ in by_story)


def _newest_story_ids(connection: Connection, count: int, *, now: datetime) -> list[int]:
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
        rows = connection.execute(query).all()
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
