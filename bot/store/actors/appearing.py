"""In which articles actors appear, newest first."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Integer, Row, Select, bindparam, select, union_all

from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.rows import LIMIT
from bot.store.database.tables import appearances, articles

Appeared = Row[int, int, int]  # actor, article, place


def newest_appearances(
    connection: Connection, actor_ids: Sequence[int], limit: int, *, now: datetime
) -> Sequence[Appeared]:
    """The newest readable appearances of all of these together, newest first."""
    return _asked(connection, actor_ids, limit, limit, now=now)


def newest_of_each(
    connection: Connection, actor_ids: Sequence[int], limit: int, *, now: datetime
) -> Sequence[Appeared]:
    """The newest readable appearances of each of them, newest first."""
    return _asked(connection, actor_ids, limit, limit * len(actor_ids), now=now)


def _asked(
    connection: Connection, actor_ids: Sequence[int], limit: int, most: int, *, now: datetime
) -> Sequence[Appeared]:
    each = {f"actor{number}": id_ for number, id_ in enumerate(actor_ids)}
    values = {**each, "limit": limit, "most": most, "now": now}
    return connection.execute(_appearing(len(actor_ids)), values).all()


# ------------------------------------------------------------------ statements, put together once


@cache
def _appearing(count: int) -> Select[int, int, int]:
    """The newest appearances of so many actors: each one's in its index's order, or all would be sorted."""
    newest = [
        select(appearances.c.actor_id, appearances.c.article_id, appearances.c.place, appearances.c.dated_at)
        .join(articles, articles.c.id == appearances.c.article_id)
        .where(appearances.c.actor_id == bindparam(f"actor{number}"), IS_PUBLIC)
        .order_by(appearances.c.dated_at.desc(), appearances.c.article_id.desc())
        .limit(LIMIT)
        .subquery()
        for number in range(count)
    ]
    met = union_all(*(select(each) for each in newest)).subquery()
    order = (met.c.dated_at.desc(), met.c.article_id.desc(), met.c.place)
    most = bindparam("most", type_=Integer())
    return select(met.c.actor_id, met.c.article_id, met.c.place).order_by(*order).limit(most)
