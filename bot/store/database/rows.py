"""Rows into values and back."""

import hashlib
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    Row,
    ScalarSelect,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from bot.domain.articles import ArticleEntry, ArticleState, StoredArticle
from bot.domain.repairing import repaired
from bot.domain.repairs import Change, Repaired
from bot.store.database.dialect import told_in
from bot.store.database.repairs import HAS_REPAIRS, changes_of, repairs_of
from bot.store.database.tables import articles, entries, files, links, revisions, sources
from summaries.jsonform import from_json, to_json
from summaries.models import Analysis
from summaries.shown import shown_day

AnyRow = Row[*tuple[Any, ...]]  # of some columns, named as the fields of a value are
FileRow = Row[str, int, int, int | None, str | None, str, datetime | None]

_READ = 256  # analyses kept, of about 30 kB each
COUNT_CAP = 1000  # "more than a thousand" tells a reader as much, and costs a millisecond to count

FETCHED = "//page/"  # how the path of what was fetched for an editor begins: no file, and not ours to show


def _of_first_link(column: Column[str]) -> ScalarSelect[str]:
    """Where an article stands on the web; of several addresses always the same."""
    here = links.c.article_id == articles.c.id
    return select(column).where(here).order_by(links.c.key).limit(1).correlate(articles).scalar_subquery()


_IS_OURS = or_(
    exists().where(files.c.article_id == articles.c.id, ~files.c.path.startswith(FETCHED)),
    exists().where(
        entries.c.article_id == articles.c.id, sources.c.id == entries.c.source_id, sources.c.whole_text
    ),
)
_LINK = tuple(map(_of_first_link, (links.c.url, links.c.outlet, links.c.author)))

_OTHERWISE = {"state", "whole_text", "analysis", "pull", "repairs"}  # in the row
_AS_STORED = tuple(field.name for field in fields(StoredArticle) if field.name not in _OTHERWISE)
article_columns = (
    *(articles.c[name] for name in _AS_STORED),
    articles.c.state,
    revisions.c.text,
    revisions.c.analysis,
    _IS_OURS.label("whole_text"),
    HAS_REPAIRS.label("repaired"),
    *(column.label(name) for column, name in zip(_LINK, ("url", "outlet", "author"), strict=True)),
)
# Parameters of statements that are put together once.
IDS = bindparam("ids", expanding=True, type_=BigInteger())
LIMIT = bindparam("limit", type_=Integer())
OFFSET = bindparam("offset", type_=Integer())

headline_columns = (
    articles.c.id.label("article_id"),
    revisions.c.headline,
    func.coalesce(revisions.c.outlet, _LINK[1]).label("outlet"),
    revisions.c.place,
    revisions.c.event_date,
    told_in(revisions.c.analysis, literal_column("'genre'")).label("genre"),
    func.coalesce(told_in(revisions.c.analysis, literal_column("'url'")), _LINK[0]).label("url"),
    func.coalesce(told_in(revisions.c.analysis, literal_column("'author'")), _LINK[2]).label("author"),
)


def digest_of(words: str) -> str:
    """What stands for words of any length where they are looked for."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def dumped(analysis: Analysis) -> str:
    """The analysis as it is stored: its text stands in a column of its own."""
    return to_json(replace(analysis, article=replace(analysis.article, text="")))


def headline(row: AnyRow) -> ArticleEntry:
    """The article of a row of `headline_columns`."""
    return ArticleEntry(**row._mapping)


# Put together once, as all statements that an answer waits for: that takes longer than to ask them.
_STORED = (
    select(*article_columns)
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .where(articles.c.id.in_(IDS))
)


_NEWEST = (
    select(*article_columns)
    .join(revisions, revisions.c.id == func.coalesce(articles.c.pending_id, articles.c.revision_id))
    .where(articles.c.id.in_(IDS))
)


def stored(connection: Connection, ids: Sequence[int], *, pending: bool = False) -> tuple[StoredArticle, ...]:
    """The articles of these ids that there are, in the order of the ids; or with the text that waits.

    What editors repaired is in them: this is the one way in which a reading comes to be shown.
    """
    if not ids:
        return ()
    rows = connection.execute(_NEWEST if pending else _STORED, {"ids": list(dict.fromkeys(ids))}).all()
    made = repairs_of(connection, [row.id for row in rows if row.repaired])
    found = {row.id: _article(row, changes_of(made.get(row.id, ()))) for row in rows}
    return tuple(found[id_] for id_ in ids if id_ in found)


def analysis_of(connection: Connection, revision_id: int) -> Analysis:
    """What was read in a text that is stored, without what editors repaired."""
    query = select(revisions.c.analysis, revisions.c.text).where(revisions.c.id == revision_id)
    row = connection.execute(query).one()
    return parsed(row.analysis, row.text)


def headline_of(article: StoredArticle) -> ArticleEntry:
    """The same of an article that was read whole."""
    return entry_of(article.id, article.analysis)


def entry_of(number: int, analysis: Analysis) -> ArticleEntry:
    """The line of what was read, under the number by which it is found."""
    read = analysis.article
    return ArticleEntry(
        article_id=number,
        headline=read.headline.of(read.text) if read.headline else None,
        outlet=read.outlet,
        place=read.dateline.of(read.text) if read.dateline else None,
        event_date=shown_day(read),
        genre=read.genre,
        url=read.url,
        author=read.author,
    )


def _article(row: AnyRow, changes: tuple[Change, ...]) -> StoredArticle:
    shown = _repaired(row.analysis, row.text, changes) if changes else None
    analysis = shown.analysis if shown is not None else parsed(row.analysis, row.text)
    if row.url and not analysis.article.url:  # the page does not say where it stands, a feed did
        told = replace(
            analysis.article,
            url=row.url,
            outlet=analysis.article.outlet or row.outlet,
            author=analysis.article.author or row.author,
        )
        analysis = replace(analysis, article=told)
    return StoredArticle(
        **dict(zip(_AS_STORED, row, strict=False)),  # they stand first in it
        state=ArticleState(row.state),
        whole_text=bool(row.whole_text),
        analysis=analysis,
        pull=shown.pull if shown is not None else None,
        repairs=len(changes),
    )


@lru_cache(maxsize=_READ)
def parsed(form: str, text: str) -> Analysis:
    """Everybody asks for the same few of the day."""
    return from_json(form, text=text)


@lru_cache(maxsize=_READ)
def _repaired(form: str, text: str, changes: tuple[Change, ...]) -> Repaired:
    return repaired(parsed(form, text), changes)
