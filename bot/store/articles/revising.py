"""The texts of an article: the one that is shown, older ones, and one that waits for an editor."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, insert, select, update

from bot.domain.recency import dated_at
from bot.store.articles import indexing
from bot.store.articles.grouping import record_outline
from bot.store.articles.links import note_own_link
from bot.store.articles.sections import note_outlet, note_section
from bot.store.database.repairs import note_lapses
from bot.store.database.rows import analysis_of, dumped, parsed
from bot.store.database.tables import articles, entries, files, revisions, stories
from summaries.models import Analysis
from summaries.shown import shown_day
from summaries.stories import outline


def revise(
    connection: Connection, article_id: int, analysis: Analysis, *, reader: str, now: datetime
) -> None:
    """A new text takes the place of the one that is shown, and of one that waits."""
    drop_pending(connection, article_id)
    revision_id = add_revision(connection, article_id, analysis, reader=reader, now=now)
    _succeed(connection, article_id, revision_id, analysis, now=now)


def let_wait(
    connection: Connection, article_id: int, analysis: Analysis, *, reader: str, now: datetime
) -> None:
    """A new text waits for an editor, in place of one that did."""
    drop_pending(connection, article_id)
    revision_id = add_revision(connection, article_id, analysis, reader=reader, now=now)
    change = {"pending_id": revision_id, "turn": articles.c.turn + 1}
    connection.execute(update(articles).where(articles.c.id == article_id).values(change))


def approve(connection: Connection, article_id: int, *, now: datetime) -> bool:
    """The text that waits takes the place of the one that is shown; tells whether one did."""
    pending = pending_of(connection, article_id)
    if pending is None:
        return False
    connection.execute(update(articles).where(articles.c.id == article_id).values(pending_id=None))
    _succeed(connection, article_id, pending, analysis_of(connection, pending), now=now)
    return True


def refuse(connection: Connection, article_id: int, *, by: int, now: datetime) -> bool:
    """The text that waits is not shown, and does not wait again; tells whether one did."""
    pending = pending_of(connection, article_id)
    if pending is None:
        return False
    connection.execute(update(articles).where(articles.c.id == article_id).values(pending_id=None))
    refused = update(revisions).where(revisions.c.id == pending)
    connection.execute(refused.values(refused_by=by, refused_at=now))
    return True


def let_wait_again(connection: Connection, article_id: int) -> bool:
    """The text that was refused last waits again, as the newest; tells whether one was and none waits."""
    row = connection.execute(refused_of(article_id)).one_or_none()
    if row is None or pending_of(connection, article_id) is not None:
        return False
    values = {name: value for name, value in row._mapping.items() if name not in _NOT_TAKEN_UP}
    connection.execute(delete(revisions).where(revisions.c.id == row.id))
    newest = connection.execute(insert(revisions).values(values).returning(revisions.c.id)).scalar_one()
    connection.execute(update(articles).where(articles.c.id == article_id).values(pending_id=newest))
    return True


def refused_of(article_id: int) -> Select[*tuple[Any, ...]]:
    """The text of the article that was refused last."""
    refused = revisions.c.article_id == article_id, revisions.c.refused_at.is_not(None)
    return (
        select(revisions)
        .where(*refused)
        .order_by(revisions.c.refused_at.desc(), revisions.c.id.desc())
        .limit(1)
    )


def is_refused(connection: Connection, article_id: int, analysis: Analysis) -> bool:
    """Whether an editor would not have this text of the article."""
    refused = revisions.c.article_id == article_id, revisions.c.refused_at.is_not(None)
    query = select(revisions.c.id).where(*refused, revisions.c.text == analysis.article.text)
    return connection.execute(query.limit(1)).first() is not None


def drop_newer(connection: Connection, article_id: int) -> None:
    """Forgets the texts that waited, or were refused, since the one that is shown."""
    drop_pending(connection, article_id)
    shown = select(articles.c.revision_id).where(articles.c.id == article_id).scalar_subquery()
    connection.execute(delete(revisions).where(revisions.c.article_id == article_id, revisions.c.id > shown))


def drop_pending(connection: Connection, article_id: int) -> None:
    """The text that waits, where one does, is forgotten."""
    pending = pending_of(connection, article_id)
    if pending is not None:
        connection.execute(update(articles).where(articles.c.id == article_id).values(pending_id=None))
        connection.execute(delete(revisions).where(revisions.c.id == pending))


def refresh(
    connection: Connection, revision_id: int, analysis: Analysis, *, reader: str, now: datetime
) -> None:
    """The same body read again: under another headline, or by newer rules."""
    row = connection.execute(select(revisions).where(revisions.c.id == revision_id)).one()
    values = _values(connection, analysis, reader=reader)
    if (row.analysis, row.text, row.reader) == (values["analysis"], values["text"], reader):
        return
    connection.execute(update(revisions).where(revisions.c.id == revision_id).values(values))
    of_article = select(articles.c.revision_id).where(articles.c.id == row.article_id)
    if connection.execute(of_article).scalar_one() == revision_id:
        was = parsed(row.analysis, row.text)
        _follow(connection, row.article_id, analysis, now=now, was=was)


def add_revision(
    connection: Connection, article_id: int, analysis: Analysis, *, reader: str, now: datetime
) -> int:
    """The id of the new text, which readers do not find yet."""
    values = _values(connection, analysis, reader=reader)
    values |= {"article_id": article_id, "filed_at": now, "shown": False}
    statement = insert(revisions).values(values).returning(revisions.c.id)
    revision_id: int = connection.execute(statement).scalar_one()
    return revision_id


def pending_of(connection: Connection, article_id: int) -> int | None:
    """The text that waits for an editor; None where none does."""
    query = select(articles.c.pending_id).where(articles.c.id == article_id)
    return connection.execute(query).scalar_one_or_none()


def _succeed(
    connection: Connection, article_id: int, revision_id: int, analysis: Analysis, *, now: datetime
) -> None:
    change = update(articles).where(articles.c.id == article_id)
    told = {"revision_id": revision_id, "changed_at": now, "turn": articles.c.turn + 1}
    story = change.values(told).returning(articles.c.story_id)
    story_id = connection.execute(story).scalar_one()
    connection.execute(update(stories).where(stories.c.id == story_id).values(newest=now))
    _follow(connection, article_id, analysis, now=now)


def _follow(
    connection: Connection,
    article_id: int,
    analysis: Analysis,
    *,
    now: datetime,
    was: Analysis | None = None,
) -> None:
    """All that is known of the article becomes what this text says; `was`: what was read in it before."""
    query = select(articles.c.filed_at, _IS_OF_FILE.label("of_file")).where(articles.c.id == article_id)
    filed_at, of_file = connection.execute(query).one()
    moment = dated(analysis, first_seen=filed_at, of_file=of_file)
    values = {"dated_at": moment, "section": note_section(connection, analysis.article.section)}
    connection.execute(update(articles).where(articles.c.id == article_id).values(values))
    record_outline(connection, article_id, outline(analysis, filed=filed_at.date()))
    note_own_link(connection, article_id, analysis.article)
    note_lapses(connection, article_id, analysis)
    indexing.settle(connection, article_id, now=now, read=analysis, was=was)


def dated(analysis: Analysis, *, first_seen: datetime, of_file: bool) -> datetime:
    """By which moment an article of this text is ordered."""
    told = analysis.article
    event_date = told.event_date if of_file else None
    return dated_at(
        published=told.published, event_date=event_date, first_seen=first_seen, is_read=analysis.analysed
    )


def _values(connection: Connection, analysis: Analysis, *, reader: str) -> dict[str, object]:
    article = analysis.article
    note_outlet(connection, article.outlet)
    return {
        "content_id": article.id,
        "headline": article.headline.of(article.text) if article.headline else None,
        "outlet": article.outlet,
        "place": article.dateline.of(article.text) if article.dateline else None,
        "event_date": shown_day(article),
        "language": article.language,
        "reader": reader,
        "text": article.text,
        "analysis": dumped(analysis),
    }


# ------------------------------------------------------------------ statements, put together once

_NOT_TAKEN_UP = frozenset(("id", "refused_by", "refused_at"))
_IS_OF_FILE = exists().where(files.c.article_id == articles.c.id) | ~exists().where(
    entries.c.article_id == articles.c.id
)
