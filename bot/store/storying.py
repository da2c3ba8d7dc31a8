"""Which story a new article tells: that of articles filed already, or one of its own."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, union_all, update

from bot.store.dialect import insert_or_ignore, upsert
from bot.store.tables import articles, outlines, stories, story_terms
from summaries.stories import DAYS_APART, Outline, find_story

_TERMS = 12  # of an article, the strongest, find others
_BEARERS = 100  # of one term are looked at, the newest
_ALIKE = 16  # articles that share the most terms
_SHARED = 2  # terms at least; one is a name or a place, and much has happened there
_TOLD = 8  # articles a story is known by
_OTHERS = 32  # newest articles, alike or not: they tell which words are rare


def choose_story(connection: Connection, new: Outline, *, now: datetime) -> int:
    """The story's id, added where the article opens one."""
    told: dict[int, list[Outline]] = defaultdict(list)
    if new.terms:
        for story_id, known in _told(connection, _alike(connection, new)):
            told[story_id].append(known)
    found = find_story(new, list(told.values()))
    if found is not None:
        story_id = list(told)[found]
        connection.execute(update(stories).where(stories.c.id == story_id).values(newest=now))
        return story_id
    opened: int = connection.execute(insert(stories).values(newest=now).returning(stories.c.id)).scalar_one()
    return opened


def record_outline(connection: Connection, article_id: int, recognised: Outline) -> None:
    """Makes the article findable by what characterises it."""
    day = recognised.day
    assert day is not None, "an article that tells no day has that of its filing"
    marks = json.dumps([recognised.terms, recognised.actors, sorted(recognised.headline)], ensure_ascii=False)
    values = {"marks": marks, "day": day}
    statement = upsert(connection, outlines).values(article_id=article_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=values))
    connection.execute(delete(story_terms).where(story_terms.c.article_id == article_id))
    rows = [{"term": term, "news_date": day, "article_id": article_id} for term in recognised.terms[:_TERMS]]
    if rows:
        connection.execute(insert_or_ignore(connection, story_terms), rows)


def _alike(connection: Connection, new: Outline) -> Sequence[int]:
    """Stories of the articles of those days that share the most terms."""
    day = new.day or date.min
    days = story_terms.c.news_date.between(day - timedelta(days=DAYS_APART), day + timedelta(days=DAYS_APART))
    bearers = (
        select(story_terms.c.article_id)
        .where(story_terms.c.term == term, days)
        .order_by(story_terms.c.news_date.desc(), story_terms.c.article_id.desc())
        .limit(_BEARERS)
        .subquery()
        for term in new.terms[:_TERMS]
    )
    shared = union_all(*(select(each) for each in bearers)).subquery()
    most = (
        select(shared.c.article_id)
        .group_by(shared.c.article_id)
        .having(func.count() >= _SHARED)
        .order_by(func.count().desc(), shared.c.article_id.desc())
        .limit(_ALIKE)
    )
    query = select(articles.c.story_id).where(articles.c.id.in_(most)).distinct()
    return connection.execute(query).scalars().all()


def _told(connection: Connection, story_ids: Sequence[int]) -> list[tuple[int, Outline]]:
    """The newest articles of the stories, then the newest of others, by story."""
    place = func.row_number().over(partition_by=articles.c.story_id, order_by=articles.c.id.desc())
    columns = (articles.c.id, articles.c.story_id, outlines.c.marks, outlines.c.day)
    joined = select(*columns, place.label("place")).join(outlines, outlines.c.article_id == articles.c.id)
    alike = joined.where(articles.c.story_id.in_(story_ids)).subquery()
    newest = select(outlines.c.article_id).order_by(outlines.c.article_id.desc()).limit(_OTHERS)
    others = joined.where(articles.c.id.in_(newest), articles.c.story_id.not_in(story_ids))
    rows = [
        *connection.execute(select(alike).where(alike.c.place <= _TOLD).order_by(alike.c.id)),
        *connection.execute(others.order_by(articles.c.id)),
    ]
    return [(row.story_id, _outline(row.id, row.marks, row.day)) for row in rows]


def _outline(article_id: int, marks: str, day: date) -> Outline:
    terms, actors, headline = json.loads(marks)
    return Outline(
        id=str(article_id), terms=tuple(terms), actors=tuple(actors), headline=frozenset(headline), day=day
    )
