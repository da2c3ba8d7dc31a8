"""Full-text search in words that people type, on either database: FTS5 or a tsvector.

What is typed is never the index's own syntax: it is cut into words as the index cuts texts, each word is
quoted, and words joined by a mark ("cease-fire") are a phrase. Of many matches the newest few hundred are
looked at, so that a common word costs no more than a rare one.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, TextClause, bindparam, text

from bot.store.tables import UTCDateTime
from summaries.models import Analysis, Span

_WORDS = 12  # of a query are read
_LETTERS = 60  # of a word
MATCHED = 300  # newest matches are looked at
_OPEN, _CLOSE = "\ue000", "\ue001"  # around a hit; private use, in no article

_SQLITE_NEWEST = text("""
    SELECT r.article_id FROM (
        SELECT rowid FROM revisions_words WHERE revisions_words MATCH :query ORDER BY rowid DESC LIMIT :window
    ) AS hit
    JOIN revisions AS r ON r.id = hit.rowid
    JOIN articles AS a ON a.id = r.article_id AND a.revision_id = r.id
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)""")
_SQLITE_RANKED = text("""
    SELECT r.article_id FROM (
        SELECT rowid, bm25(revisions_words, 4.0, 1.0) AS score
        FROM revisions_words WHERE revisions_words MATCH :query ORDER BY rowid DESC LIMIT :window
    ) AS hit
    JOIN revisions AS r ON r.id = hit.rowid
    JOIN articles AS a ON a.id = r.article_id AND a.revision_id = r.id
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)
    ORDER BY hit.score, a.news_date DESC, a.id DESC LIMIT :limit""")
_SQLITE_MARKED = text("""
    SELECT highlight(revisions_words, 1, :open, :close)
    FROM revisions_words WHERE revisions_words MATCH :query AND rowid = :revision_id""")

_POSTGRESQL_NEWEST = text("""
    SELECT r.article_id FROM (
        SELECT id, article_id FROM revisions WHERE search @@ to_tsquery('briefings', :query)
        ORDER BY id DESC LIMIT :window
    ) AS r
    JOIN articles AS a ON a.id = r.article_id AND a.revision_id = r.id
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)""")
_POSTGRESQL_RANKED = text("""
    SELECT r.article_id FROM (
        SELECT id, article_id, search FROM revisions WHERE search @@ to_tsquery('briefings', :query)
        ORDER BY id DESC LIMIT :window
    ) AS r
    JOIN articles AS a ON a.id = r.article_id AND a.revision_id = r.id
    WHERE a.state = 'live' AND (a.not_before IS NULL OR a.not_before <= :now)
    ORDER BY ts_rank(ARRAY[0.25, 0.25, 0.25, 1.0], r.search, to_tsquery('briefings', :query), 1) DESC,
        a.news_date DESC, a.id DESC LIMIT :limit""")
_POSTGRESQL_MARKED = text("""
    SELECT ts_headline('briefings', translate(text, '-‐‑–—_/.@:+&''’', '              '),
        to_tsquery('briefings', :query),
        'HighlightAll=true, StartSel=' || :open || ', StopSel=' || :close)
    FROM revisions WHERE id = :revision_id""")


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
    return connection.execute(_at(statement, now), {"query": query, "window": window}).scalars().all()


def ranked_matches(connection: Connection, words: Words, limit: int, *, now: datetime) -> Sequence[int]:
    """Ids of readable articles, best first: those that hold all the words, else those that hold any."""
    sqlite = connection.dialect.name == "sqlite"
    statement = _at(_SQLITE_RANKED if sqlite else _POSTGRESQL_RANKED, now)
    for any_of in (False, True):
        query = words.fts5(any_of=any_of) if sqlite else words.tsquery(any_of=any_of)
        values = {"query": query, "window": MATCHED, "limit": limit}
        ids = connection.execute(statement, values).scalars().all()
        if ids or len(words.phrases) < 2:
            break
    return ids


def best_sentence(connection: Connection, words: Words, revision_id: int, analysis: Analysis) -> Span | None:
    """The sentence that holds the most of the words, the first of those; None where none does."""
    sqlite = connection.dialect.name == "sqlite"
    values = {
        "query": words.fts5(any_of=True) if sqlite else words.tsquery(any_of=True),
        "open": _OPEN,
        "close": _CLOSE,
        "revision_id": revision_id,
    }
    statement = _SQLITE_MARKED if sqlite else _POSTGRESQL_MARKED
    marked = connection.execute(statement, values).scalar_one_or_none()
    hits = tuple(_hits(marked or ""))
    text_ = analysis.article.text
    best, most = None, 0
    for sentence in analysis.sentences:
        held = {hit.of(text_).casefold() for hit in hits if sentence.holds(hit)}
        if len(held) > most:
            best, most = sentence, len(held)
    return best


def _hits(marked: str) -> Iterable[Span]:
    """Where the marks stood, counted in the text without them."""
    before, *rest = marked.split(_OPEN)
    at = len(before)
    for piece in rest:
        hit, _, after = piece.partition(_CLOSE)
        yield Span(at, at + len(hit))
        at += len(hit) + len(after)


def _at(statement: TextClause, now: datetime) -> TextClause:
    return statement.bindparams(bindparam("now", now, type_=UTCDateTime()))
