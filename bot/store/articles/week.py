"""What seven days brought readers: stories by how many tell them, and who was in the news.

First it is chosen, as numbers of articles and actors, then looked at: so is a message that was sent, again.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, distinct, func, select

from bot.domain.actors import CastMember
from bot.domain.articles import Story
from bot.domain.week import CAST, SPAN, STORIES, Week, WeekHeld, WeekStory
from bot.store.actors.cast import described
from bot.store.actors.identity import canonical_id, canonical_ids, standing_under
from bot.store.actors.resolving import as_entry
from bot.store.articles.newest_stories import told
from bot.store.database.engine import Repository, reading
from bot.store.database.public_articles import IS_PUBLIC, NEWEST_FIRST
from bot.store.database.rows import IDS, LIMIT
from bot.store.database.tables import UTCDateTime, actors, appearances, articles

_MOST = 2_000  # articles of a week are looked at, the newest
_TAKES = 3  # articles of a story are read: the headline is the newest's, and one of them quotes


class Weeks(Repository):
    @reading
    def last(self, connection: Connection, *, now: datetime) -> Week:
        """The seven days up to now."""
        stories, held = choose(connection, now)
        return look(connection, stories, held, now)


def choose(connection: Connection, now: datetime) -> tuple[tuple[Story, ...], WeekHeld]:
    """The stories of the seven days up to now that most tell of, and who weighs most in them."""
    week = {"since": now - SPAN, "now": now}
    many = connection.execute(_STORIES, {**week, "limit": STORIES}).scalars().all()
    appeared = connection.execute(_APPEARED, {**week, "limit": CAST}).scalars()
    return told(connection, many, now=now, takes=_TAKES), WeekHeld(until=now, actors=tuple(appeared))


def look(connection: Connection, stories: Sequence[Story], held: WeekHeld, now: datetime) -> Week:
    """The week as readers may have it now: stories that they may have, those that most told of first."""
    values = {"since": held.until - SPAN, "until": held.until, "now": now}
    ids = {"ids": [story.id for story in stories]}
    many = {row.story_id: row.many for row in connection.execute(_TOLD_BY, values | ids)}
    each = [WeekStory(story=story, articles=many.get(story.id, len(story.articles))) for story in stories]
    return Week(
        stories=tuple(sorted(each, key=lambda one: -one.articles)),
        cast=_cast(connection, held.actors, values, now=now),
    )


def _cast(
    connection: Connection, ids: Sequence[int], values: dict[str, datetime], *, now: datetime
) -> tuple[CastMember, ...]:
    """Those of them who are in the week's news still, in their order."""
    known = canonical_ids(connection, ids)
    meant = dict.fromkeys(known[id_] for id_ in ids if id_ in known)
    found = {row.id: as_entry(row) for row in connection.execute(_APPEARING, values | {"ids": list(meant)})}
    return described(connection, [found[id_] for id_ in meant if id_ in found], now=now)


# ------------------------------------------------------------------ statements, put together once

_since, _until = (bindparam(name, type_=UTCDateTime()) for name in ("since", "until"))
_newest = (
    select(articles.c.id, articles.c.story_id, articles.c.dated_at)
    .where(IS_PUBLIC, articles.c.dated_at > _since)
    .order_by(*NEWEST_FIRST)
    .limit(_MOST)
    .subquery()
)
_STORIES = (
    select(_newest.c.story_id)
    .group_by(_newest.c.story_id)
    .order_by(func.count().desc(), func.max(_newest.c.dated_at).desc(), _newest.c.story_id.desc())
    .limit(LIMIT)
)
_weight = func.sum(appearances.c.weight)
_APPEARED = (
    select(canonical_id)
    .select_from(appearances)
    .join(_newest, _newest.c.id == appearances.c.article_id)
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(actors.c.kind != "group")  # "officials" and "voters" are in every news
    .group_by(canonical_id)
    .order_by(_weight.desc(), canonical_id)
    .limit(LIMIT)
)
# What was filed since was not in it.
_OF_WEEK = IS_PUBLIC & (articles.c.dated_at > _since) & (articles.c.filed_at <= _until)
_TOLD_BY = (
    select(articles.c.story_id, func.count().label("many"))
    .where(_OF_WEEK, articles.c.story_id.in_(IDS))
    .group_by(articles.c.story_id)
)
_counted = (
    select(canonical_id.label("id"), func.count(distinct(appearances.c.article_id)).label("articles"))
    .select_from(appearances)
    .join(articles, articles.c.id == appearances.c.article_id)
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(appearances.c.actor_id.in_(standing_under), appearances.c.dated_at > _since, _OF_WEEK)
    .group_by(canonical_id)
    .subquery()
)
_APPEARING = select(actors.c.id, actors.c.name, actors.c.kind, _counted.c.articles).join(
    _counted, _counted.c.id == actors.c.id
)
