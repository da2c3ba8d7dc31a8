"""Which story a new article tells: that of articles filed already, or one of its own."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, union_all, update

from bot.store.database.dialect import insert_or_ignore, upsert
from bot.store.database.tables import articles, outlines, stories, story_terms
from summaries.stories import DAYS_APART, Outline, find_story

_TERMS = 12  # of an article, the strongest, find others
_BEARERS = 100  # of one term are looked at, the newest
_ALIKE = 16  # articles that share the most terms
_SHARED = 2  # terms at least; one is a name or a place, and much has happened there
_TAKES = 8  # articles a story is known by
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
    marks = json.dumps([recognised.terms, recognised.strengths], ensure_ascii=False)
    values = {"marks": marks, "day": day}
    statement = upsert(connection.dialect.name, outlines).values(article_id=article_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=values))
    connection.execute(delete(story_terms).where(story_terms.c.article_id == article_id))
    rows = [{"term": term, "news_date": day, "article_id": article_id} for term in recognised.terms[:_TERMS]]
    if rows:
        connection.execute(insert_or_ignore(connection, story_terms), rows)


def _alike(connection: Connection, new: Outline) -> Sequence[int]:
    """Stories of the articles of those days that share the most terms."""
    day = new.day or date.min
    near = timedelta(days=DAYS_APART)
    terms = {f"term{place}": term for place, term in enumerate(new.terms[:_TERMS])}
    values = {**_NO_TERMS, **terms, "first": day - near, "last": day + near}
    found = connection.execute(_ALIKE_STORIES, values).scalars()
    return [story_id for story_id in found if story_id is not None]


def _told(connection: Connection, story_ids: Sequence[int]) -> list[tuple[int, Outline]]:
    """The newest articles of the stories, then the newest of others, by story."""
    values = {"stories": list(story_ids)}
    rows = [*connection.execute(_TOLD_ALIKE, values), *connection.execute(_TOLD_ELSE, values)]
    return [(row.story_id, _outline(row.id, row.marks, row.day)) for row in rows]


def _outline(article_id: int, marks: str, day: date) -> Outline:
    terms, *told = json.loads(marks)
    strengths = told[0] if len(told) == 1 else ()  # earlier rows have actors and a headline there
    return Outline(id=str(article_id), terms=tuple(terms), strengths=tuple(strengths), day=day)


# ------------------------------------------------------- queries, put together once: they are large

_NO_TERMS = {f"term{place}": "" for place in range(_TERMS)}


def _alike_stories() -> Select[int | None]:
    bearers = (
        select(story_terms.c.article_id)
        .where(
            story_terms.c.term == bindparam(name),
            story_terms.c.news_date.between(bindparam("first"), bindparam("last")),
        )
        .order_by(story_terms.c.news_date.desc(), story_terms.c.article_id.desc())
        .limit(_BEARERS)
        .subquery()
        for name in _NO_TERMS
    )
    shared = union_all(*(select(each) for each in bearers)).subquery()
    most = (
        select(shared.c.article_id)
        .group_by(shared.c.article_id)
        .having(func.count() >= _SHARED)
        .order_by(func.count().desc(), shared.c.article_id.desc())
        .limit(_ALIKE)
    )
    return select(articles.c.story_id).where(articles.c.id.in_(most)).distinct()


def _told_alike() -> Select[int, int, str, date]:
    place = func.row_number().over(partition_by=articles.c.story_id, order_by=articles.c.id.desc())
    told = (
        select(*_TOLD_COLUMNS, place.label("place"))
        .join(outlines, outlines.c.article_id == articles.c.id)
        .where(articles.c.story_id.in_(bindparam("stories", expanding=True)))
        .subquery()
    )
    columns = (told.c.id, told.c.story_id, told.c.marks, told.c.day)
    return select(*columns).where(told.c.place <= _TAKES).order_by(told.c.id)


def _told_else() -> Select[int, int, str, date]:
    newest = select(outlines.c.article_id).order_by(outlines.c.article_id.desc()).limit(_OTHERS)
    return (
        select(*_TOLD_COLUMNS)
        .join(outlines, outlines.c.article_id == articles.c.id)
        .where(articles.c.id.in_(newest), articles.c.story_id.not_in(bindparam("stories", expanding=True)))
        .order_by(articles.c.id)
    )


_TOLD_COLUMNS = (articles.c.id, articles.c.story_id, outlines.c.marks, outlines.c.day)
_ALIKE_STORIES = _alike_stories()
_TOLD_ALIKE = _told_alike()
_TOLD_ELSE = _told_else()
