"""Quotations over all readable articles: the latest, an actor's, those with a word."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, text, union_all

from bot.models import FiledQuote
from bot.store.actors import joined_ids
from bot.store.engine import Room, reading
from bot.store.rows import COUNT_CAP, readable, stored
from bot.store.search import MATCHED, words_of
from bot.store.tables import articles, quotes

_columns = (quotes.c.id, quotes.c.article_id, quotes.c.place, quotes.c.actor_id)
_newest_first = (quotes.c.news_date.desc(), quotes.c.article_id.desc(), quotes.c.place)
_SQLITE_MATCH = text(
    "SELECT rowid FROM quotes_words WHERE quotes_words MATCH :query ORDER BY rowid DESC LIMIT :window"
)
_POSTGRESQL_MATCH = text(
    "SELECT id FROM quotes WHERE search @@ to_tsquery('briefings', :query) ORDER BY id DESC LIMIT :window"
)

Found = Select[int, int, int, int | None]  # id, article, place, actor
Page = tuple[tuple[FiledQuote, ...], int]  # and how many there are, counted to a thousand


class Quotes(Room):
    @reading
    def latest(self, connection: Connection, limit: int, offset: int = 0, *, now: datetime) -> Page:
        """The quotations of the newest articles, in the order of the article; reported speech is left out."""
        spoken = _readable(now).where(quotes.c.kind != "indirect")
        return self._page(connection, spoken, limit, offset)

    @reading
    def of_actor(
        self, connection: Connection, actor_id: int, limit: int, offset: int = 0, *, now: datetime
    ) -> Page:
        """What the actor, and those joined to it, said; newest article first."""
        theirs = _said_by(joined_ids(connection, actor_id))
        return self._page(connection, _readable(now).where(theirs), limit, offset)

    @reading
    def of_article(self, connection: Connection, article_id: int) -> tuple[FiledQuote, ...]:
        """All of an article, whatever its state, in its order."""
        query = select(*_columns).where(quotes.c.article_id == article_id).order_by(quotes.c.place)
        rows = connection.execute(query).all()
        return self._filed(connection, rows)

    @reading
    def with_words(
        self, connection: Connection, typed: str, limit: int, offset: int = 0, *, now: datetime
    ) -> Page:
        """Quotations that hold all the words, among the newest few hundred filed."""
        words = words_of(typed)
        if not words:
            return (), 0
        sqlite = self._database.is_sqlite
        values = {"query": words.fts5() if sqlite else words.tsquery(), "window": MATCHED}
        matches = _SQLITE_MATCH if sqlite else _POSTGRESQL_MATCH
        ids = connection.execute(matches, values).scalars().all()
        # Sorted here: asked to sort, PostgreSQL walks all quotations in that order to find these few.
        query = _readable(now).add_columns(quotes.c.news_date).where(quotes.c.id.in_(ids))
        rows = connection.execute(query).all()
        newest = sorted(rows, key=lambda row: (row.news_date, row.article_id, -row.place), reverse=True)
        return self._filed(connection, newest[offset : offset + limit]), len(rows)

    # ---------------------------------------------------------------- within

    def _page(self, connection: Connection, query: Found, limit: int, offset: int) -> Page:
        page = query.order_by(*_newest_first).limit(limit).offset(offset)
        rows = connection.execute(page).all()
        counted = select(func.count()).select_from(query.limit(COUNT_CAP).subquery())
        total: int = connection.execute(counted).scalar_one()
        return self._filed(connection, rows), total

    def _filed(
        self, connection: Connection, rows: Sequence[Row[int, int, int, int | None]]
    ) -> tuple[FiledQuote, ...]:
        ids = list(dict.fromkeys(row.article_id for row in rows))
        found = {article.id: article for article in stored(connection, ids)}
        return tuple(
            FiledQuote(
                id=row.id,
                article=found[row.article_id],
                quote=found[row.article_id].analysis.quotes[row.place],
                actor_id=row.actor_id,
            )
            for row in rows
        )


def _readable(now: datetime) -> Found:
    return select(*_columns).join(articles, articles.c.id == quotes.c.article_id).where(readable(now))


def _said_by(actor_ids: Sequence[int]) -> ColumnElement[bool]:
    if len(actor_ids) == 1:
        return quotes.c.actor_id == actor_ids[0]
    # The index gives each one's newest in order, but not those of several at once.
    newest = (
        select(quotes.c.id)
        .where(quotes.c.actor_id == id_)
        .order_by(*_newest_first)
        .limit(COUNT_CAP)
        .subquery()
        for id_ in actor_ids
    )
    return quotes.c.id.in_(union_all(*(select(each.c.id) for each in newest)))
