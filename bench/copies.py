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
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Table

from bench.library import KEPT, prepare
from bot.store.database.tables import appearances, articles, outlines, revisions, stories, story_terms
from bot.store.database.tables import quotes as quotations

FILED: Final = 2_000  # articles that went through the filing itself, of a small store a tenth
_WORD: Final = re.compile(r"[a-z]{5,12}")
_EXCHANGED: Final = 0.3
_AT_ONCE: Final = 500
_NUMBERED: Final = (stories, articles, revisions, quotations)
_OWNERS: Final = {"article_id": "articles", "story_id": "stories", "revision_id": "revisions"}
_DAYS: Final = frozenset(("news_date", "event_date", "day"))

Exchange = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Copy:
    """One more of every filed article: ids go on where the copy before ended, days move a little."""

    number: int
    filed: dict[str, int]  # the highest id of each table that was filed

    @property
    def days(self) -> str:
        """By how much this copy's days are moved, as SQLite's `date` takes it: two days back to two ahead."""
        return f"{self.number % 5 - 2} days"

    def further(self, table: str) -> int:
        """What is added to the ids of a table."""
        return self.number * self.filed[table]


def prepare_large(count: int) -> Path:
    """The SQLite file of a store with so many articles, made once."""
    base_count = min(count // 10, FILED)
    base = prepare(base_count)
    made_by = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:6]
    file = KEPT / f"copies-{count}-{base.stem.rpartition('-')[2]}-{made_by}.db"
    if not file.exists():
        unfinished = file.with_suffix(".unfinished")
        shutil.copy(base, unfinished)
        with closing(sqlite3.connect(unfinished)) as store:
            store.execute("PRAGMA synchronous=OFF")
            store.execute("ANALYZE")  # measured when it was small, it walks all quotations for an article's
            vocabulary = _vocabulary(store)
            filed = {
                table.name: store.execute(f"SELECT max(id) FROM {table.name}").fetchone()[0]
                for table in _NUMBERED
            }
            for number in range(1, count // base_count):
                _write(store, Copy(number, filed), vocabulary)
            store.execute("UPDATE actors SET articles = articles * ?", (count // base_count,))
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


def _write(store: sqlite3.Connection, copy: Copy, vocabulary: dict[int, list[str]]) -> None:
    for table in (stories, articles):
        _copy_rows(store, table, copy)
    for batch in _batches(store, copy):
        for revision_id, article_id in batch:
            exchange = _exchange(revision_id + copy.further("revisions"), vocabulary)
            _copy_text(store, revision_id, copy, exchange)
            _copy_quotes(store, article_id, copy, exchange)
    for table in (story_terms, outlines, appearances):
        _copy_rows(store, table, copy)
    store.commit()


def _copy_rows(store: sqlite3.Connection, table: Table, copy: Copy) -> None:
    """All rows of the filed articles once more."""
    key, owner = ("id", table.name) if "id" in table.columns else ("article_id", "articles")
    statement, _given = _copying(table, copy, {})
    store.execute(f"{statement} WHERE {key} <= {copy.filed[owner]}")


def _copying(table: Table, copy: Copy, other: Mapping[str, object]) -> tuple[str, tuple[object, ...]]:
    """What copies rows of a table, whatever its columns, with `other` values in some; its parameters."""
    values = []
    for column in table.columns:
        value = f"{table.name}.{column.name}"
        owner = table.name if column.name == "id" else _OWNERS.get(column.name)
        if column.name in other:
            value = "?"
        elif owner is not None:
            value = f"{value} + {copy.further(owner)}"
        elif column.name in _DAYS:
            value = f"date({value}, '{copy.days}')"
        elif column.name == "dated_at":
            value = f"strftime('%Y-%m-%d %H:%M:%f000', {value}, '{copy.days}')"  # as the store writes moments
        values.append(value)
    names = [column.name for column in table.columns]  # a migrated table has them in another order
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table.name}"
    return statement, tuple(other[name] for name in names if name in other)


def _batches(store: sqlite3.Connection, copy: Copy) -> Iterator[list[tuple[int, int]]]:
    after = 0
    while rows := store.execute(
        "SELECT id, article_id FROM revisions WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
        (after, copy.filed["revisions"], _AT_ONCE),
    ).fetchall():
        yield rows
        after = rows[-1][0]


def _copy_text(store: sqlite3.Connection, revision_id: int, copy: Copy, exchange: Exchange) -> None:
    (text, headline, form) = store.execute(
        "SELECT text, headline, analysis FROM revisions WHERE id = ?", (revision_id,)
    ).fetchone()
    words = exchange(text)
    analysis = json.loads(form)
    body = hashlib.sha256(f"{words}{copy.number}".encode()).hexdigest()[:32]
    analysis["article"]["id"] = body
    other = {
        "content_id": body,
        "headline": exchange(headline) if headline else None,
        "text": words,
        "analysis": json.dumps(analysis, ensure_ascii=False),
    }
    statement, given = _copying(revisions, copy, other)
    store.execute(f"{statement} WHERE id = ?", (*given, revision_id))


def _copy_quotes(store: sqlite3.Connection, article_id: int, copy: Copy, exchange: Exchange) -> None:
    said = store.execute("SELECT id, words FROM quotes WHERE article_id = ?", (article_id,)).fetchall()
    for quote_id, words in said:
        statement, given = _copying(quotations, copy, {"words": exchange(words)})
        store.execute(f"{statement} WHERE id = ?", (*given, quote_id))


def _exchange(seed: int, vocabulary: dict[int, list[str]]) -> Exchange:
    chance = random.Random(seed)
    known: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if word not in known:
            known[word] = chance.choice(vocabulary[len(word)]) if chance.random() < _EXCHANGED else word
        return known[word]

    return lambda words: _WORD.sub(other, words)
