"""How often articles are opened, by day: who opened them is written nowhere."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from bot.store.database.dialect import upsert
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.tables import articles, openings


class Openings(Repository):
    @writing
    def count(self, connection: Connection, article_id: int, *, now: datetime) -> None:
        """Somebody opened the article. What readers may not have is not counted."""
        query = select(articles.c.id).where(articles.c.id == article_id, IS_PUBLIC)
        if connection.execute(query, {"now": now}).first() is None:
            return
        row = upsert(connection.dialect.name, openings).values(article_id=article_id, day=now.date(), count=1)
        again = {"count": openings.c["count"] + 1}
        keys = [openings.c.article_id, openings.c.day]
        connection.execute(row.on_conflict_do_update(index_elements=keys, set_=again))

    @reading
    def most(self, connection: Connection, limit: int, days: int, *, now: datetime) -> Mapping[int, int]:
        """What was opened most within so many days, today among them: how often, by article."""
        first = now.date() - timedelta(days=days - 1)
        times = func.sum(openings.c["count"]).label("times")
        query = (
            select(openings.c.article_id, times)
            .where(openings.c.day >= first)
            .group_by(openings.c.article_id)
            .order_by(times.desc(), openings.c.article_id.desc())
            .limit(limit)
        )
        return {row.article_id: int(row.times) for row in connection.execute(query)}
