"""News: which articles become public, whom they concern, and who is to be looked at for that."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update

from bot.domain.articles import ArticleState
from bot.domain.interests import Interest, Stance, Watchlist
from bot.store.chats.interests import concerned, traits
from bot.store.chats.rows import wants_editions
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import public_at
from bot.store.database.tables import articles, chats, concerns, interests


class News(Repository):
    @reading
    def unannounced(self, connection: Connection, after: datetime, until: datetime) -> tuple[int, ...]:
        """Live articles, bar history, that became public in (after, until] and were not announced.

        The oldest first.
        """
        query = (
            select(articles.c.id)
            .where(
                articles.c.state == ArticleState.LIVE,
                ~articles.c.announced,
                ~articles.c.history,
                or_(articles.c.filed_at > after, articles.c.not_before > after),  # each has its index
                public_at <= until,
            )
            .order_by(public_at, articles.c.id)
        )
        return tuple(connection.execute(query).scalars())

    @writing
    def announce(self, connection: Connection, ids: Sequence[int], *, now: datetime) -> int:
        """Notes whom the articles concern; who wants news at once is looked at. How many chats.

        That is noted once: whom newer rules find in an article later is no news of it.
        """
        rows = [
            {"chat_id": interest.chat_id, "article_id": article_id, "interest_id": interest.id}
            for interest, article_id in whom_concern(connection, ids)
        ]
        if rows:
            connection.execute(insert_or_ignore(connection, concerns), rows)
        connection.execute(update(articles).where(articles.c.id.in_(ids)).values(announced=True))
        following = (
            select(concerns.c.chat_id)
            .join(interests, interests.c.id == concerns.c.interest_id)
            .where(concerns.c.article_id.in_(ids), interests.c.stance == Stance.FOLLOW)
        )
        woken = connection.execute(
            update(chats)
            .where(
                wants_editions(),
                or_(chats.c.each_new, chats.c.id.in_(following)),
                or_(chats.c.next_due.is_(None), chats.c.next_due > now),
            )
            .values(next_due=now)
        )
        return woken.rowcount

    @writing
    def look_at_everybody(self, connection: Connection, *, now: datetime) -> int:
        """Has every subscriber looked at anew: clocks, zones and rules may have changed. How many.

        Moments that a clock which was ahead left behind are no longer ahead: news from now on is news.
        """
        for begin in (chats.c.seen_from, chats.c.each_new_from):
            connection.execute(update(chats).where(begin > now).values({begin: now}))
        woken = connection.execute(update(chats).where(wants_editions()).values(next_due=now))
        return woken.rowcount

    @reading
    def next_due(self, connection: Connection) -> datetime | None:
        """When the next chat is to be looked at."""
        moment: datetime | None = (connection.execute(select(func.min(chats.c.next_due)))).scalar_one()
        return moment


def whom_concern(connection: Connection, ids: Sequence[int]) -> Iterator[tuple[Interest, int]]:
    """Who follows or mutes what is in the articles, by article; to a follow older ones are no news."""
    known = traits(connection, ids, words=True)
    query = select(articles.c.id, public_at.label("since")).where(articles.c.id.in_(ids))
    since = {row.id: row.since for row in connection.execute(query)}
    made = dict(concerned(connection, known))
    watched = Watchlist(made)
    for article in known:
        for each in watched.of(article):
            if each.stance is Stance.MUTE or made[each] <= since[article.article_id]:
                yield each, article.article_id
