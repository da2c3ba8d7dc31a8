"""Full-text search in words that people type, on either database: FTS5 or a tsvector.

What is typed is never the index's own syntax: it is cut into words as the index cuts texts, each word is
quoted, and words joined by a mark ("cease-fire") are a phrase. Of many matches the newest few hundred are
looked at, so that a common word costs no more than a rare one.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, text

from bot.store.tables import UTCDateTime

_WORDS = 12  # of a query are read
_LETTERS = 60  # of a word
MATCHED = 300  # newest matches are looked at
_RANKED = 200  # of them are ranked: PostgreSQL takes the index of each text out of its compressed row

_NOW = bindparam("now", type_=UTCDateTime())

_SQLITE_NEWEST = text("""
    SELECT a.id FROM (
        SELECT rowid FROM revisions_words WHERE revisions_words MATCH :query ORDER BY rowid DESC LIMIT :window
    ) AS hit
    JOIN articles AS a ON a.revision_id = hit.rowid
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)""").bindparams(_NOW)
_SQLITE_RANKED = text("""
    SELECT a.id FROM (
        SELECT rowid, bm25(revisions_words, 4.0, 1.0) AS score
        FROM revisions_words WHERE revisions_words MATCH :query ORDER BY rowid DESC LIMIT :window
    ) AS hit
    JOIN articles AS a ON a.revision_id = hit.rowid
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)
    ORDER BY hit.score, a.news_date DESC, a.id DESC LIMIT :limit""").bindparams(_NOW)

# The hits stand by themselves: asked for the newest, PostgreSQL would look into every text for the words.
_POSTGRESQL_NEWEST = text("""
    WITH hits AS MATERIALIZED (SELECT id FROM revisions WHERE search @@ to_tsquery('briefings', :query))
    SELECT a.id FROM (SELECT id FROM hits ORDER BY id DESC LIMIT :window) AS hit
    JOIN articles AS a ON a.revision_id = hit.id
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)""").bindparams(_NOW)
_POSTGRESQL_RANKED = text("""
    WITH hits AS MATERIALIZED (SELECT id FROM revisions WHERE search @@ to_tsquery('briefings', :query))
    SELECT a.id FROM (SELECT id FROM hits ORDER BY id DESC LIMIT :window) AS hit
    JOIN revisions AS r ON r.id = hit.id
    JOIN articles AS a ON a.revision_id = hit.id
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)
    ORDER BY ts_rank(ARRAY[0.25, 0.25, 0.25, 1.0], r.search, to_tsquery('briefings', :query), 1) DESC,
        a.news_date DESC, a.id DESC LIMIT :limit""").bindparams(_NOW)


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody asked for: phrases of one word or more, folded."""

    phrases: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def fts5(self, *, any_of: bool = False) -> str:
        return (" OR " if any_of else " ").join(f'"{" ".join(phrase)}"' for phrase in self.phrases)

    def tsquery(self, *, any_of: bool = False) -> str:
        return (" | " if any_of else " & ").join(
            "(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in self.phrases
        )


def words_of(typed: str) -> Words:
    """The words in what was typed; none where it holds no letter and no digit."""
    folded = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", typed).casefold()
        if not unicodedata.combining(letter)
    )
    phrases = (tuple(re.findall(r"[^\W_]+", part[:_LETTERS])) for part in folded.split())
    return Words(tuple(phrase for phrase in phrases if phrase)[:_WORDS])


def newest_matches(
    connection: Connection, words: Words, *, now: datetime, window: int = MATCHED
) -> Sequence[int]:
    """Ids of the newest readable articles that hold all the words, in no order."""
    sqlite = connection.dialect.name == "sqlite"
    statement = _SQLITE_NEWEST if sqlite else _POSTGRESQL_NEWEST
    query = words.fts5() if sqlite else words.tsquery()
    return connection.execute(statement, {"query": query, "window": window, "now": now}).scalars().all()


def ranked_matches(connection: Connection, words: Words, limit: int, *, now: datetime) -> Sequence[int]:
    """Ids of readable articles, best first: those that hold all the words, else those that hold any."""
    sqlite = connection.dialect.name == "sqlite"
    statement = _SQLITE_RANKED if sqlite else _POSTGRESQL_RANKED
    for any_of in (False, True):
        query = words.fts5(any_of=any_of) if sqlite else words.tsquery(any_of=any_of)
        values = {"query": query, "window": _RANKED, "limit": limit, "now": now}
        ids = connection.execute(statement, values).scalars().all()
        if ids or len(words.phrases) < 2:
            break
    return ids
