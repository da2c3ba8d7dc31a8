"""Full-text search in words that people type, on either database: FTS5 or a tsvector.

What is typed is never the index's own syntax: it is cut into words as the index cuts texts, each word is
quoted, and words joined by a mark are a phrase. Two that may be one word, or one that may be two, are looked
for both ways ("ceasefire", "cease-fire"). Of many matches the hundred filed last are looked at, so that a
common word costs no more than a rare one; what is found stands newest first. An article is one match: the
indexes hold the text that is shown, and no other of it (`indexing`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TypeAlias

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Float,
    FromClause,
    Integer,
    Select,
    Table,
    Text,
    bindparam,
    column,
    func,
    literal_column,
    select,
    text,
)

from bot.domain.matching import may_be_joined, ways
from bot.store.database.public_articles import IS_PUBLIC, NEWEST_FIRST
from bot.store.database.rows import LIMIT
from bot.store.database.tables import articles, revisions
from summaries.letters import fold_letters

_WORDS = 12  # of a query are read
_LETTERS = 60  # of a word
_JOINED = 4  # of them are also looked for as one with the next
MATCHED = 100  # matches that were filed last are looked at

_WINDOW = bindparam("window", type_=Integer())
_TSQUERY = func.to_tsquery(literal_column("'briefings'"), bindparam("query", type_=Text()))


def _of(hits: FromClause) -> Select[int]:
    return select(articles.c.id).join(hits, hits.c.id == articles.c.revision_id).where(IS_PUBLIC)


def _newest_of(found: Select[int]) -> Select[int]:
    return found.order_by(*NEWEST_FIRST).limit(LIMIT)


def _best_of(found: Select[int], worst_last: ColumnElement[float]) -> Select[int]:
    """The best of them, the newest of those first."""
    best = found.order_by(worst_last, *NEWEST_FIRST).limit(LIMIT)
    return select(articles.c.id).where(articles.c.id.in_(best)).order_by(*NEWEST_FIRST)


_sqlite_hits = (
    text("""
    SELECT rowid AS id FROM revisions_words
    WHERE revisions_words MATCH :query ORDER BY rowid DESC LIMIT :window""")
    .bindparams(_WINDOW)
    .columns(id=BigInteger())
    .cte("hits")
)
_SQLITE_NEWEST = _newest_of(_of(_sqlite_hits))
_SQLITE_ANY = _of(_sqlite_hits).limit(1)  # in no order, so that the first ends it
# Of its own: a score walks through all that hold each word, and is reckoned even where nobody asks for it.
_sqlite_scored = (
    text("""
    SELECT rowid AS id, bm25(revisions_words, 4.0, 1.0) AS score
    FROM revisions_words WHERE revisions_words MATCH :query ORDER BY rowid DESC LIMIT :window""")
    .bindparams(_WINDOW)
    .columns(id=BigInteger(), score=Float())
    .cte("hits")
)
_SQLITE_BEST = _best_of(_of(_sqlite_scored), _sqlite_scored.c.score)


def postgresql_hits(table: Table) -> FromClause:
    """Ids of the newest rows that match, by the function that migration 0002 made for the table."""
    newest = getattr(func, f"briefings_newest_{table.name}")(_TSQUERY, _WINDOW)
    hits: FromClause = newest.table_valued(column("id", BigInteger())).render_derived(name="hits")
    return hits


_hits = postgresql_hits(revisions)
_POSTGRESQL_NEWEST = _newest_of(_of(_hits))
_POSTGRESQL_ANY = _of(_hits).limit(1)
_rank = func.ts_rank(
    literal_column("ARRAY[0.25, 0.25, 0.25, 1.0]"),
    literal_column("revisions.search"),
    select(_TSQUERY).scalar_subquery(),  # of its own: else it is read anew for each row
    1,
)
_POSTGRESQL_BEST = _best_of(_of(_hits).join(revisions, revisions.c.id == _hits.c.id), _rank.desc())


Phrase: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody asked for: phrases of one word or more, folded."""

    phrases: tuple[Phrase, ...]

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def __str__(self) -> str:
        """As somebody would type them."""
        return " ".join("-".join(phrase) for phrase in self.phrases)

    @property
    def phrases_meant(self) -> tuple[Phrase, ...]:
        """The phrases, and each two words that may be one."""
        return tuple(dict.fromkeys((*self.phrases, *(joined for _, joined in self._joined()))))

    def fts5(self, *, any_of: bool = False) -> str:
        """The query of SQLite's full-text index: all the phrases, or any of them."""
        each = (f" {'OR' if any_of else 'AND'} ".join(map(_fts5, one)) for one in self._written())
        return " OR ".join(f"({one})" for one in each)

    def tsquery(self, *, any_of: bool = False) -> str:
        """The query of PostgreSQL's: all the phrases, or any of them."""
        each = (f" {'|' if any_of else '&'} ".join(map(_tsquery, one)) for one in self._written())
        return " | ".join(f"({one})" for one in each)

    def _written(self) -> Iterator[Sequence[Sequence[Phrase]]]:
        """Each phrase in its ways, as they stand; and the same with two words that may be one."""
        each = tuple(map(ways, self.phrases))
        yield each
        for place, joined in self._joined():
            yield (*each[:place], (joined,), *each[place + 2 :])

    def _joined(self) -> Iterator[tuple[int, Phrase]]:
        for place, (first, second) in enumerate(pairwise(self.phrases[:_JOINED])):
            if len(first) == len(second) == 1 and may_be_joined(first[0], second[0]):
                yield place, (first[0] + second[0],)


def _fts5(written: Sequence[Phrase]) -> str:
    return "(" + " OR ".join(f'"{" ".join(phrase)}"' for phrase in written) + ")"


def _tsquery(written: Sequence[Phrase]) -> str:
    each = ("(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in written)
    return "(" + " | ".join(each) + ")"


def words_asked(typed: str) -> Words:
    """The words in what was typed; none where it holds no letter and no digit."""
    phrases = (tuple(re.findall(r"[^\W_]+", part[:_LETTERS])) for part in fold_letters(typed).split())
    return Words(tuple(phrase for phrase in phrases if phrase)[:_WORDS])


def newest_matches(
    connection: Connection, words: Words, limit: int, *, now: datetime, window: int = MATCHED
) -> Sequence[int]:
    """Ids of readable articles that hold all the words, newest first."""
    statement = _SQLITE_NEWEST if connection.dialect.name == "sqlite" else _POSTGRESQL_NEWEST
    values = asked_of(connection, words, now=now) | {"window": window, "limit": limit}
    return connection.execute(statement, values).scalars().all()


def has_matches(connection: Connection, words: Words, *, now: datetime) -> bool:
    """Whether `newest_matches` would find any."""
    statement = _SQLITE_ANY if connection.dialect.name == "sqlite" else _POSTGRESQL_ANY
    return connection.execute(statement, asked_of(connection, words, now=now)).first() is not None


def asked_of(connection: Connection, words: Words, *, now: datetime) -> dict[str, object]:
    """What a look for all the words in the newest matches is given."""
    query = words.fts5() if connection.dialect.name == "sqlite" else words.tsquery()
    return {"query": query, "window": MATCHED, "now": now}


def best_matches(connection: Connection, words: Words, limit: int, *, now: datetime) -> Sequence[int]:
    """Ids of those readable articles that hold the most of the words, or the rarest; newest first."""
    sqlite = connection.dialect.name == "sqlite"
    statement = _SQLITE_BEST if sqlite else _POSTGRESQL_BEST
    query = words.fts5(any_of=True) if sqlite else words.tsquery(any_of=True)
    values = {"query": query, "window": MATCHED, "limit": limit, "now": now}
    return connection.execute(statement, values).scalars().all()
