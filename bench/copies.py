"""The largest store: one that was filed, with copies of its rows in which words are exchanged.

Filing a hundred thousand articles takes most of an hour. What a reader's question costs depends on the rows
and the indexes alone, so most are written as rows: other words, the same actors, all days anew.
"""

import hashlib
import json
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Table

from bench.library import KEPT, prepare
from bot.store.tables import appearances, articles, outlines, stories, story_terms

FILED: Final = 2_000  # articles that went through the filing itself
_WORD: Final = re.compile(r"[a-z]{5,12}")
_EXCHANGED: Final = 0.3
_AT_ONCE: Final = 500
_STRETCH: Final = 10_000_000  # of ids, for each copy
_MOVED: Final = frozenset(("id", "article_id", "story_id", "revision_id"))
_DATED: Final = frozenset(("news_date", "day"))


def prepare_large(count: int) -> Path:
    """The SQLite file of a store with so many articles, made once."""
    base = prepare(min(count, FILED))
    if count <= FILED:
        return base
    made_by = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:6]
    file = KEPT / f"copies-{count}-{base.stem.rpartition('-')[2]}-{made_by}.db"
    if not file.exists():
        unfinished = file.with_suffix(".unfinished")
        shutil.copy(base, unfinished)
        with closing(sqlite3.connect(unfinished)) as store:
            store.execute("PRAGMA synchronous=OFF")
            store.execute("ANALYZE")  # measured when it was small, it walks all quotations for an article's
            vocabulary = _vocabulary(store)
            for copy in range(1, count // FILED):
                _copy(store, copy, vocabulary)
            store.execute("UPDATE actors SET articles = articles * ?", (count // FILED,))
            store.commit()
            store.execute("ANALYZE")
            store.commit()
        unfinished.rename(file)
    return file


def _vocabulary(store: sqlite3.Connection) -> dict[int, list[str]]:
    words: set[str] = set()
    for (text,) in store.execute("SELECT text FROM revisions ORDER BY id LIMIT 300"):
        words.update(_WORD.findall(text))
    return {length: sorted(word for word in words if len(word) == length) for length in range(5, 13)}


def _copy(store: sqlite3.Connection, copy: int, vocabulary: dict[int, list[str]]) -> None:
    """Every article once more, its ids a stretch further on, filed a day or two later or earlier."""
    stretch, days = copy * _STRETCH, copy % 5 - 2
    for table in (stories, articles):
        _copy_rows(store, table, stretch=stretch, days=days)
    for batch in _batches(store):
        for row in batch:
            _copy_texts(
                store, row, stretch=stretch, days=days, exchange=_exchange(row[0] + stretch, vocabulary)
            )
    for table in (story_terms, outlines, appearances):
        _copy_rows(store, table, stretch=stretch, days=days)
    store.commit()


def _copy_rows(store: sqlite3.Connection, table: Table, *, stretch: int, days: int) -> None:
    """All rows of the filed articles once more, whatever columns the table has."""
    values = []
    for column in table.columns:
        value = f"{table.name}.{column.name}"
        if column.name in _MOVED:
            value = f"{value} + {stretch}"
        elif column.name in _DATED:
            value = f"date({value}, '{days} days')"
        values.append(value)
    key = "id" if "id" in table.columns else "article_id"
    store.execute(
        f"INSERT INTO {table.name} SELECT {', '.join(values)} FROM {table.name} WHERE {key} < {_STRETCH}"
    )


def _batches(store: sqlite3.Connection) -> Iterator[list[tuple[int, ...]]]:
    after = 0
    while rows := store.execute(
        "SELECT id, article_id FROM revisions WHERE id > ? AND id < ? ORDER BY id LIMIT ?",
        (after, _STRETCH, _AT_ONCE),
    ).fetchall():
        yield rows
        after = rows[-1][0]


def _copy_texts(
    store: sqlite3.Connection,
    row: tuple[int, ...],
    *,
    stretch: int,
    days: int,
    exchange: Callable[[str], str],
) -> None:
    revision_id, article_id = row
    (text, headline, form) = store.execute(
        "SELECT text, headline, analysis FROM revisions WHERE id = ?", (revision_id,)
    ).fetchone()
    words = exchange(text)
    analysis = json.loads(form)
    body = hashlib.sha256(f"{words}{stretch}".encode()).hexdigest()[:32]
    analysis["article"]["id"] = body
    store.execute(
        "INSERT INTO revisions SELECT id + ?, article_id + ?, ?, filed_at, ?, outlet, place,"
        " date(event_date, ?), language, reader, ?, ? FROM revisions WHERE id = ?",
        (
            stretch,
            stretch,
            body,
            exchange(headline) if headline else None,
            f"{days} days",
            words,
            json.dumps(analysis, ensure_ascii=False),
            revision_id,
        ),
    )
    said = store.execute(
        "SELECT id, place, actor_id, kind, words, date(news_date, ?) FROM quotes WHERE article_id = ?",
        (f"{days} days", article_id),
    ).fetchall()
    store.executemany(
        "INSERT INTO quotes (id, article_id, place, actor_id, kind, words, news_date) VALUES (?,?,?,?,?,?,?)",
        [
            (id_ + stretch, article_id + stretch, place, actor_id, kind, exchange(quote), day)
            for id_, place, actor_id, kind, quote, day in said
        ],
    )


def _exchange(seed: int, vocabulary: dict[int, list[str]]) -> Callable[[str], str]:
    chance = random.Random(seed)
    known: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if word not in known:
            known[word] = chance.choice(vocabulary[len(word)]) if chance.random() < _EXCHANGED else word
        return known[word]

    return lambda words: _WORD.sub(other, words)
