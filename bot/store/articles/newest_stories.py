"""What readers are told: the newest stories and headlines, those that hold words, what a search finds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, bindparam, func, select, tuple_

from bot.domain.articles import ArticleEntry, Found, FoundArticle, StoredArticle, Story
from bot.domain.matching import best_sentence
from bot.store.actors.actors import articles_with
from bot.store.articles.mending import mend
from bot.store.articles.search import MATCHED, Words, best_matches, has_matches, newest_matches, words_asked
from bot.store.database.engine import Repository, reading
from bot.store.database.public_articles import IS_PUBLIC, NEWEST_FIRST
from bot.store.database.rows import COUNT_CAP, IDS, LIMIT, OFFSET, headline, headline_columns, stored
from bot.store.database.tables import UTCDateTime, articles, revisions

_LOOKED_AT = 10  # articles, for one that can be summarised
_TAKES = 6  # articles of one story that are read, the lead included


class Stories(Repository):
    @reading
    def newest(self, connection: Connection, limit: int, *, now: datetime) -> tuple[Story, ...]:
        """The stories of the newest articles, as a list shows them."""
        return _listed(connection, _newest_leads(connection, limit, now=now), now=now)

    @reading
    def matching(self, connection: Connection, typed: str, limit: int, *, now: datetime) -> tuple[Story, ...]:
        """The newest stories with an article that holds all the words, or has the actor so named.

        As a list shows them.
        """
        words = words_asked(typed)
        if not words:
            return ()
        held = newest_matches(connection, words, MATCHED, now=now)
        ids = {*held, *articles_with(connection, typed, now=now)}
        story_ids = connection.execute(_STORIES_OF, {"ids": list(ids), "now": now}).scalars()
        newest = list(dict.fromkeys(story_ids))[:limit]
        return told(connection, newest, now=now, takes=_TAKES if len(newest) == 1 else 1)

    @reading
    def takes(self, connection: Connection, story_id: int, *, now: datetime) -> tuple[StoredArticle, ...]:
        """The readable articles of a story, newest first; none where there is no such story."""
        found = told(connection, [story_id], now=now)
        return found[0].articles if found else ()

    @reading
    def headlines(
        self, connection: Connection, limit: int, offset: int, *, now: datetime
    ) -> tuple[tuple[ArticleEntry, ...], int]:
        """The newest headlines, and how many there are (counted to a thousand)."""
        rows = connection.execute(_HEADLINES, {"limit": limit, "offset": offset, "now": now}).all()
        total = connection.execute(_COUNTED, {"now": now}).scalar_one()
        return tuple(map(headline, rows)), total

    @reading
    def first_headline(self, connection: Connection, *, now: datetime) -> ArticleEntry | None:
        """What a newcomer is shown: the newest headline whose article could be summarised, of the newest ten.

        The very newest where none could.
        """
        values = {"limit": _LOOKED_AT, "offset": 0, "now": now}
        entries = [headline(row) for row in connection.execute(_HEADLINES, values)]
        found = stored(connection, [entry.article_id for entry in entries])
        read = {article.id for article in found if article.analysis.analysed}
        return next((entry for entry in entries if entry.article_id in read), next(iter(entries), None))

    @reading
    def search(self, connection: Connection, typed: str, limit: int, *, now: datetime) -> Found:
        """Articles with all the words, else with those that were meant, else the best of those with any.

        Newest first, each with the sentence that holds the most of the words.
        """
        words = words_asked(typed)
        if not words:
            return Found()
        if ids := newest_matches(connection, words, limit, now=now):
            return Found(articles=_with_sentences(connection, ids, words))

        def holds(these: Words) -> bool:
            return has_matches(connection, these, now=now)

        mended = mend(connection, words, holds, now=now)
        if mended.likely is not None:
            ids = newest_matches(connection, mended.likely, limit, now=now)
            return Found(articles=_with_sentences(connection, ids, mended.likely), meant=str(mended.likely))
        ids = best_matches(connection, words, limit, now=now) if len(words.phrases) > 1 else ()
        return Found(
            articles=_with_sentences(connection, ids, words), possible=tuple(map(str, mended.possible))
        )


def _with_sentences(connection: Connection, ids: Sequence[int], words: Words) -> tuple[FoundArticle, ...]:
    phrases = words.phrases_meant
    return tuple(
        FoundArticle(article=each, sentence=best_sentence(phrases, each.analysis))
        for each in stored(connection, ids)
    )


def told(
    connection: Connection, story_ids: Sequence[int], *, now: datetime, takes: int = _TAKES
) -> tuple[Story, ...]:
    """The stories with their newest articles, so many of each, in the order of the ids."""
    values = {"stories": list(story_ids), "takes": takes, "now": now}
    ids = connection.execute(_TOLD, values).scalars().all()
    by_story: dict[int, list[StoredArticle]] = {}
    for article in stored(connection, ids):
        by_story.setdefault(article.story_id, []).append(article)
    return tuple(Story(id=id_, articles=tuple(by_story[id_])) for id_ in story_ids if id_ in by_story)


def _listed(connection: Connection, leads: Mapping[int, int], *, now: datetime) -> tuple[Story, ...]:
    """The stories, each by the article that leads it: a list tells no other. One alone is told whole."""
    if len(leads) == 1:
        return told(connection, list(leads), now=now)
    return tuple(Story(id=lead.story_id, articles=(lead,)) for lead in stored(connection, [*leads.values()]))


def _newest_leads(connection: Connection, count: int, *, now: datetime) -> Mapping[int, int]:
    """Walks the articles from the newest on, until it met that many stories: the first of each leads it."""
    leads: dict[int, int] = {}
    values: dict[str, object] = {"limit": 4 * count, "now": now}
    query = _NEWEST
    while len(leads) < count:
        rows = connection.execute(query, values).all()
        for row in rows:
            leads.setdefault(row.story_id, row.id)
        if len(rows) < 4 * count:
            break
        last = rows[-1]
        query, values = _NEXT, values | {"dated": last.dated_at, "id": last.id}
    return dict(islice(leads.items(), count))


# ------------------------------------------------------------------ statements, put together once

_NEWEST = (
    select(articles.c.dated_at, articles.c.id, articles.c.story_id)
    .where(IS_PUBLIC)
    .order_by(*NEWEST_FIRST)
    .limit(LIMIT)
)
_NEXT = _NEWEST.where(
    tuple_(articles.c.dated_at, articles.c.id)
    < tuple_(bindparam("dated", type_=UTCDateTime()), bindparam("id"))
)

_place = func.row_number().over(partition_by=articles.c.story_id, order_by=NEWEST_FIRST)
_takes = (
    select(articles.c.id, articles.c.story_id, _place.label("place"))
    .where(articles.c.story_id.in_(bindparam("stories", expanding=True)), IS_PUBLIC)
    .subquery()
)
_TOLD = (
    select(_takes.c.id)
    .where(_takes.c.place <= bindparam("takes"))
    .order_by(_takes.c.story_id, _takes.c.place)
)

_STORIES_OF = select(articles.c.story_id).where(articles.c.id.in_(IDS), IS_PUBLIC).order_by(*NEWEST_FIRST)

_HEADLINES = (
    select(*headline_columns)
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .where(IS_PUBLIC)
    .order_by(*NEWEST_FIRST)
    .limit(LIMIT)
    .offset(OFFSET)
)
_COUNTED = select(func.count()).select_from(
    select(articles.c.id).where(IS_PUBLIC).limit(COUNT_CAP).subquery()
)
