"""Quotations over all readable articles: the latest, an actor's, those with a word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from sqlalchemy import (
    BigInteger,
    Connection,
    FromClause,
    Row,
    Select,
    bindparam,
    func,
    select,
    text,
    union_all,
)

from bot.domain.actors import Resolution, favoured
from bot.domain.articles import FiledQuote
from bot.store.actors.actors import joined_ids
from bot.store.actors.resolving import exact, fuzzy
from bot.store.articles.mending import mend
from bot.store.articles.search import Words, asked_of, postgresql_hits, words_asked
from bot.store.database.engine import Repository, reading
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.rows import COUNT_CAP, LIMIT, OFFSET, stored
from bot.store.database.tables import articles, quotes

Found = Select[int, int, int, int | None]  # id, article, place, actor
FoundOfAll = Select[int, int, int, int | None, int]  # and of how many
FoundRow = Row[int, int, int, int | None] | Row[int, int, int, int | None, int]
CountedQuotes = tuple[tuple[FiledQuote, ...], int]  # and how many there are, counted to a thousand


class Quotes(Repository):
    @reading
    def latest(self, connection: Connection, limit: int, offset: int = 0, *, now: datetime) -> CountedQuotes:
        """The quotations of the newest articles, in the order of the article; reported speech is left out."""
        return _page(connection, _SPOKEN, {"limit": limit, "offset": offset, "now": now})

    @reading
    def of_actor(
        self, connection: Connection, actor_id: int, limit: int, offset: int = 0, *, now: datetime
    ) -> CountedQuotes:
        """What the actor, and those joined to it, said; newest article first."""
        return _of_actor(connection, actor_id, limit, offset, now=now)

    @reading
    def with_words(
        self, connection: Connection, typed: str, limit: int, offset: int = 0, *, now: datetime
    ) -> CountedQuotes:
        """Quotations that hold all the words, among the newest hundred filed."""
        return _with_words(connection, typed, limit, offset, now=now)

    @reading
    def asked(
        self, connection: Connection, typed: str, limit: int, *, now: datetime
    ) -> tuple[Resolution | str, CountedQuotes]:
        """Those of the actor that what was typed means, else those that hold the words: these are told then.

        A name that is only spelt nearly so is thought of where no quotation holds the words, and other words
        where nobody has such a name. Who is not quoted is no speaker that was asked for: where nobody of the
        name is, and no quotation holds the words, the resolution is `none`, with whom the name means.
        """
        named = exact(connection, typed)
        found = _quoted_alone(connection, named, limit, now=now) if named else None
        if found is None or found[0].kind == "none":
            held = _with_words(connection, typed, limit, now=now)
            if held[0]:
                return typed, held
        if found is None:
            found = _quoted_alone(connection, fuzzy(connection, typed), limit, now=now)
            if found[0].kind == "none" and (words := _mended(connection, typed, now=now)):
                return words, _with_words(connection, words, limit, now=now)
        return found


def _quoted_alone(
    connection: Connection, meant: Resolution, limit: int, *, now: datetime
) -> tuple[Resolution, CountedQuotes]:
    """The same of those who are quoted, with what was said where one is meant; none, with all of them, where
    nobody is quoted.
    """
    quoted = meant.entries
    if len(quoted) > 1:  # of one alone what they said tells whether they are quoted
        quoted = tuple(entry for entry in quoted if _is_quoted(connection, entry.id, now=now))
    if len(quoted) > 1:
        chosen = favoured(replace(meant, kind="several", entries=quoted))
    else:
        chosen = replace(meant, kind="one" if quoted else "none", entries=quoted or meant.entries)
    if chosen.kind != "one":
        return chosen, ((), 0)
    said = _of_actor(connection, chosen.entries[0].id, limit, now=now)
    return (chosen if said[1] else replace(chosen, kind="none")), said


def _is_quoted(connection: Connection, actor_id: int, *, now: datetime) -> bool:
    (_listed, counted), values = _said_by_actor(connection, actor_id, now=now)
    return connection.execute(counted, values).scalar_one() > 0


def _of_actor(
    connection: Connection, actor_id: int, limit: int, offset: int = 0, *, now: datetime
) -> CountedQuotes:
    statements, values = _said_by_actor(connection, actor_id, now=now)
    return _page(connection, statements, {**values, "limit": limit, "offset": offset})


def _said_by_actor(
    connection: Connection, actor_id: int, *, now: datetime
) -> tuple[tuple[FoundOfAll, Select[int]], dict[str, object]]:
    """What finds and what counts the quotations of the actor and of those joined to it, and with what."""
    ids = joined_ids(connection, actor_id)
    return _said_by(len(ids)), {"now": now} | {f"actor{number}": id_ for number, id_ in enumerate(ids)}


def _with_words(
    connection: Connection, typed: str, limit: int, offset: int = 0, *, now: datetime
) -> CountedQuotes:
    words = words_asked(typed)
    if not words:
        return (), 0
    matches = _SQLITE_MATCHES if connection.dialect.name == "sqlite" else _POSTGRESQL_MATCHES
    rows = connection.execute(matches, asked_of(connection, words, now=now)).all()
    return _filed(connection, rows[offset : offset + limit]), len(rows)


def _mended(connection: Connection, typed: str, *, now: datetime) -> str | None:
    """The words that were likely meant, and that quotations hold."""

    def holds(words: Words) -> bool:
        any_match = _SQLITE_ANY if connection.dialect.name == "sqlite" else _POSTGRESQL_ANY
        return connection.execute(any_match, asked_of(connection, words, now=now)).first() is not None

    words = words_asked(typed)
    likely = mend(connection, words, holds, now=now).likely if words else None
    return None if likely is None else str(likely)


def _page(
    connection: Connection, statements: tuple[FoundOfAll, Select[int]], values: dict[str, object]
) -> CountedQuotes:
    listed, counted = statements
    rows = connection.execute(listed, values).all()
    total = rows[0].total if rows else connection.execute(counted, values).scalar_one()
    return _filed(connection, rows), total


def _filed(connection: Connection, rows: Sequence[FoundRow]) -> tuple[FiledQuote, ...]:
    found = {article.id: article for article in stored(connection, [row.article_id for row in rows])}
    return tuple(
        FiledQuote(
            id=row.id,
            article=found[row.article_id],
            quote=found[row.article_id].analysis.quotes[row.place],
            actor_id=row.actor_id,
        )
        for row in rows
    )


# ------------------------------------------------------------------ statements, put together once

_columns = (quotes.c.id, quotes.c.article_id, quotes.c.place, quotes.c.actor_id)
_newest_first = (quotes.c.dated_at.desc(), quotes.c.article_id.desc(), quotes.c.place)
_readable = select(*_columns).join(articles, articles.c.id == quotes.c.article_id).where(IS_PUBLIC)


def _paged(query: Found) -> tuple[FoundOfAll, Select[int]]:
    """A page of what is found with how much is, and that alone: a page behind the last has no rows."""
    counted = select(func.count()).select_from(query.limit(COUNT_CAP).subquery())
    listed = query.add_columns(counted.scalar_subquery().label("total"))
    return listed.order_by(*_newest_first).limit(LIMIT).offset(OFFSET), counted


_SPOKEN = _paged(_readable.where(quotes.c.kind != "indirect"))


@cache
def _said_by(count: int) -> tuple[FoundOfAll, Select[int]]:
    """What so many actors said."""
    ids = [bindparam(f"actor{number}", type_=BigInteger()) for number in range(count)]
    if count == 1:
        return _paged(_readable.where(quotes.c.actor_id == ids[0]))
    # The index gives each one's newest in order, but not those of several at once.
    newest = (
        select(quotes.c.id)
        .where(quotes.c.actor_id == id_)
        .order_by(*_newest_first)
        .limit(COUNT_CAP)
        .subquery()
        for id_ in ids
    )
    return _paged(_readable.where(quotes.c.id.in_(union_all(*(select(each.c.id) for each in newest)))))


def _matching(hits: FromClause) -> Found:
    return _readable.join(hits, hits.c.id == quotes.c.id)


_SQLITE_HITS = text("""
    SELECT rowid AS id FROM quotes_words WHERE quotes_words MATCH :query ORDER BY rowid DESC LIMIT :window""")
_sqlite = _matching(_SQLITE_HITS.columns(id=BigInteger()).cte("hits"))
_postgresql = _matching(postgresql_hits(quotes))
_SQLITE_MATCHES, _POSTGRESQL_MATCHES = (one.order_by(*_newest_first) for one in (_sqlite, _postgresql))
_SQLITE_ANY, _POSTGRESQL_ANY = (one.limit(1) for one in (_sqlite, _postgresql))
