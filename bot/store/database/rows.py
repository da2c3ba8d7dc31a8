"""Rows into values and back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import BigInteger, Connection, Integer, Row, bindparam, func, literal_column, select

from bot.domain.articles import ArticleState, Headline, StoredArticle
from bot.store.database.dialect import told_in
from bot.store.database.tables import articles, revisions
from summaries.jsonform import from_json, to_json
from summaries.models import Analysis, Genre

ArticleRow = Row[int, int, str, int, datetime, datetime, datetime | None, str | None, int | None, str, str]
HeadlineRow = Row[int, str | None, str | None, str | None, date | None, Genre | None, str | None, str | None]
FileRow = Row[str, int, int, int | None, str | None, str, datetime | None]

_READ = 256  # analyses kept, of about 30 kB each
COUNT_CAP = 1000  # "more than a thousand" tells a reader as much, and costs a millisecond to count

article_columns = (
    articles.c.id,
    articles.c.revision_id,
    articles.c.state,
    articles.c.story_id,
    articles.c.filed_at,
    articles.c.changed_at,
    articles.c.not_before,
    articles.c.correction,
    articles.c.pending_id,
    revisions.c.text,
    revisions.c.analysis,
)
# Parameters of statements that are put together once.
IDS = bindparam("ids", expanding=True, type_=BigInteger())
LIMIT = bindparam("limit", type_=Integer())
OFFSET = bindparam("offset", type_=Integer())

headline_columns = (
    articles.c.id,
    revisions.c.headline,
    revisions.c.outlet,
    revisions.c.place,
    revisions.c.event_date,
    *(told_in(revisions.c.analysis, literal_column(f"'{field}'")) for field in ("genre", "url", "author")),
)


def dumped(analysis: Analysis) -> str:
    """The analysis as it is stored: its text stands in a column of its own."""
    return to_json(replace(analysis, article=replace(analysis.article, text="")))


def news_date(analysis: Analysis, *, now: datetime) -> date:
    """The day an article is ordered by: of the event, else of the page, else of filing."""
    return analysis.article.event_date or analysis.article.page_date or now.date()


def headline(row: HeadlineRow) -> Headline:
    """The article of a row of `headline_columns`."""
    return Headline(
        article_id=row[0],
        headline=row[1],
        outlet=row[2],
        place=row[3],
        news_date=row[4],
        genre=row[5],
        url=row[6],
        author=row[7],
    )


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
    """The articles of these ids that there are, in the order of the ids; or with the text that waits."""
    if not ids:
        return ()
    rows = connection.execute(_NEWEST if pending else _STORED, {"ids": list(dict.fromkeys(ids))})
    found = {row.id: _article(row) for row in rows}
    return tuple(found[id_] for id_ in ids if id_ in found)


def analysis_of(connection: Connection, revision_id: int) -> Analysis:
    """What was read in a text that is stored."""
    query = select(revisions.c.analysis, revisions.c.text).where(revisions.c.id == revision_id)
    row = connection.execute(query).one()
    return parsed(row.analysis, row.text)


def headline_of(article: StoredArticle) -> Headline:
    """The same of an article that was read whole."""
    read = article.analysis.article
    return Headline(
        article_id=article.id,
        headline=read.headline.of(read.text) if read.headline else None,
        outlet=read.outlet,
        place=read.dateline.of(read.text) if read.dateline else None,
        news_date=read.event_date,
        genre=read.genre,
        url=read.url,
        author=read.author,
    )


def _article(row: ArticleRow) -> StoredArticle:
    return StoredArticle(
        id=row.id,
        revision_id=row.revision_id,
        state=ArticleState(row.state),
        story_id=row.story_id,
        filed_at=row.filed_at,
        changed_at=row.changed_at,
        not_before=row.not_before,
        correction=row.correction,
        pending_id=row.pending_id,
        analysis=parsed(row.analysis, row.text),
    )


@lru_cache(maxsize=_READ)
def parsed(form: str, text: str) -> Analysis:
    """Everybody asks for the same few of the day."""
    return from_json(form, text=text)
