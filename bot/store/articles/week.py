"""What the last seven days brought readers: stories by how many tell them, and who was in the news."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, distinct, func, select

from bot.domain.actors import CastMember
from bot.domain.week import CAST, SPAN, STORIES, Week, WeekStory
from bot.store.actors.cast import described
from bot.store.actors.identity import canonical_id
from bot.store.actors.resolving import as_entry
from bot.store.articles.newest_stories import told
from bot.store.database.engine import Repository, reading
from bot.store.database.public_articles import IS_PUBLIC, NEWEST_FIRST
from bot.store.database.rows import LIMIT
from bot.store.database.tables import UTCDateTime, actors, appearances, articles

_MOST = 2_000  # articles of a week are looked at, the newest
_TAKES = 3  # articles of a story are read: the headline is the newest's, and one of them quotes


class Weeks(Repository):
    @reading
    def last(self, connection: Connection, *, now: datetime) -> Week:
        """The seven days up to now."""
        week = {"since": now - SPAN, "now": now}
        many = {row.story_id: row.many for row in connection.execute(_STORIES, {**week, "limit": STORIES})}
        stories = told(connection, list(many), now=now, takes=_TAKES)
        return Week(
            stories=tuple(WeekStory(story=story, articles=many[story.id]) for story in stories),
            cast=_cast(connection, week, now=now),
        )


def _cast(connection: Connection, week: dict[str, datetime], *, now: datetime) -> tuple[CastMember, ...]:
    rows = connection.execute(_APPEARED, {**week, "limit": CAST})
    return described(connection, tuple(map(as_entry, rows)), now=now)


# ------------------------------------------------------------------ statements, put together once

_newest = (
    select(articles.c.id, articles.c.story_id, articles.c.dated_at)
    .where(IS_PUBLIC, articles.c.dated_at > bindparam("since", type_=UTCDateTime()))
    .order_by(*NEWEST_FIRST)
    .limit(_MOST)
    .subquery()
)
_many = func.count().label("many")
_STORIES = (
    select(_newest.c.story_id, _many)
    .group_by(_newest.c.story_id)
    .order_by(_many.desc(), func.max(_newest.c.dated_at).desc(), _newest.c.story_id.desc())
    .limit(LIMIT)
)
_appeared = (
    select(
        canonical_id.label("id"),
        func.sum(appearances.c.weight).label("weight"),
        func.count(distinct(appearances.c.article_id)).label("articles"),
    )
    .join(_newest, _newest.c.id == appearances.c.article_id)
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(actors.c.kind != "group")  # "officials" and "voters" are in every news
    .group_by(canonical_id)
    .order_by(func.sum(appearances.c.weight).desc(), canonical_id)
    .limit(LIMIT)
    .subquery()
)
_APPEARED = (
    select(actors.c.id, actors.c.name, actors.c.kind, _appeared.c.articles)
    .join(_appeared, _appeared.c.id == actors.c.id)
    .order_by(_appeared.c.weight.desc(), actors.c.id)
)
