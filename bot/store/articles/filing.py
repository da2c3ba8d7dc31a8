"""Files one article in one transaction: which one it is, its text, its story, and what holds it."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from bot.domain.articles import ArticleState, Filed, OnRemoved
from bot.domain.recency import is_history
from bot.store.articles import indexing, recognising, revising, states
from bot.store.articles.grouping import choose_story, record_outline
from bot.store.articles.links import note_own_link
from bot.store.articles.recognising import Holder, KnownArticle, Outcome
from bot.store.articles.sections import note_section
from bot.store.database.dialect import upsert
from bot.store.database.tables import articles, files
from summaries.models import Analysis
from summaries.stories import outline


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStamp:
    """A file as the newsroom saw it: below the folder of articles, with forward slashes."""

    path: str
    size: int
    modified_ns: int
    reader: str  # version of pipeline and rules that read it
    came_at: datetime | None = field(default=None, compare=False)  # was noticed; None: as it is filed


def file_article(
    connection: Connection,
    analysis: Analysis,
    *,
    stamp: FileStamp,
    state: ArticleState,
    now: datetime,
    on_removed: OnRemoved = OnRemoved.ASK,
) -> Filed:
    """Files what was read from a file. A new article, or one that comes back, gets `state`.

    Where that is to wait for an editor, a changed text of an approved article waits, too: the approved one is
    shown meanwhile.
    """
    holder = Holder(path=stamp.path)
    before = connection.execute(_HELD_BY, {"path": stamp.path}).one_or_none()
    if before is not None and _is_as_it_was(before, stamp, state):
        article_id = read_again(
            connection, before.article_id, analysis, holder=holder, reader=stamp.reader, state=state, now=now
        )
        record_file(connection, stamp, article_id=article_id, fault=None)
        return Filed(article_id=article_id, outcome="reread")
    held = before.article_id if before else None
    article_id, outcome = file_text(
        connection,
        analysis,
        holder=holder,
        held=held,
        # Newer rules read another text out of the same file, too: that one was approved.
        changed=before is None or (before.size, before.modified_ns) != (stamp.size, stamp.modified_ns),
        reader=stamp.reader,
        state=state,
        now=now,
        history=is_history(published=analysis.article.published, first_seen=now),
        came_at=stamp.came_at,
    )
    record_file(connection, stamp, article_id=article_id, fault=None)
    left = let_go(connection, held, article_id, on_removed=on_removed, now=now)
    return Filed(article_id=article_id, outcome=outcome, left=left)


def file_text(
    connection: Connection,
    analysis: Analysis,
    *,
    holder: Holder,
    held: int | None,
    changed: bool,
    reader: str,
    state: ArticleState,
    now: datetime,
    history: bool,
    came_at: datetime | None = None,
) -> tuple[int, Outcome]:
    """The article that the text is, and what filing it was. The holder is not recorded.

    `held`: the article that was read from the holder before; `changed`: the holder is not as it was then;
    `history`: nobody is told unasked of an article that is new by this; `came_at`: of such a one, None: now.
    """
    standing, outcome = recognising.recognise(connection, analysis.article.id, held, holder)
    if standing is None:
        article_id = _file_new(
            connection,
            analysis,
            holder=holder,
            reader=reader,
            state=state,
            now=now,
            history=history,
            came_at=came_at,
        )
        return article_id, outcome
    article_id = standing.article_id
    waits = changed or standing.pending_id is not None
    approved = state == ArticleState.REVIEW and standing.state == ArticleState.LIVE
    speaks = outcome == "revised" or recognising.speaks_for(connection, standing, holder, analysis)
    news = speaks and approved and waits
    if news and outcome != "revised":
        news = recognising.differs(connection, standing, analysis)
    if news and revising.is_refused(connection, article_id, analysis):
        outcome = "same"  # an editor saw it
    elif news:
        outcome = "revised"
        revising.let_wait(connection, article_id, analysis, reader=reader, now=now)
    elif outcome == "revised":
        revising.revise(connection, article_id, analysis, reader=reader, now=now)
    elif speaks:
        revising.refresh(connection, standing.revision_id, analysis, reader=reader, now=now)
        _forget_pending(connection, standing, holder)
    states.come_back(connection, article_id, state=state, now=now)
    return article_id, outcome


def let_go(
    connection: Connection, held: int | None, article_id: int, *, on_removed: OnRemoved, now: datetime
) -> int | None:
    """What a holder held before it holds this article, where editors are told that nothing holds it now."""
    if held is None or held == article_id:
        return None
    return held if states.leave_unheld(connection, held, on_removed=on_removed, now=now) else None


def _is_as_it_was(
    before: Row[int | None, int, int, str, datetime | None], stamp: FileStamp, state: ArticleState
) -> bool:
    """Whether newer rules read the same file. A deployment gives files new times; what waits for an editor
    is looked at more closely.
    """
    return (
        before.reader != stamp.reader
        and before.removed_at is None
        and before.size == stamp.size
        and (before.modified_ns == stamp.modified_ns or state != ArticleState.REVIEW)
    )


def read_again(
    connection: Connection,
    article_id: int | None,
    analysis: Analysis,
    *,
    holder: Holder,
    reader: str,
    state: ArticleState,
    now: datetime,
) -> int:
    """What newer rules read is no news: its article keeps id, revision and story, whatever differs.

    A holder in which older rules found no article has one now, of which nobody is told unasked.
    """
    standing = recognising.newest_of(connection, article_id) if article_id is not None else None
    if standing is None:
        standing = recognising.of_body(connection, analysis.article.id)
    if standing is None:
        return _file_new(
            connection, analysis, holder=holder, reader=reader, state=state, now=now, history=True
        )
    if recognising.speaks_for(connection, standing, holder, analysis):
        revising.refresh(connection, standing.revision_id, analysis, reader=reader, now=now)
    return standing.article_id


def record_file(
    connection: Connection, stamp: FileStamp, *, article_id: int | None, fault: str | None
) -> None:
    """Remembers the file. One that cannot be read any more keeps the article that was read from it."""
    values = {
        "path": stamp.path,
        "size": stamp.size,
        "modified_ns": stamp.modified_ns,
        "reader": stamp.reader,
        "article_id": article_id,
        "fault": fault,
        "removed_at": None,
    }
    statement = upsert(connection.dialect.name, files).values(values)
    changes = {key: value for key, value in values.items() if key != "path"}
    if article_id is None:
        del changes["article_id"]
    connection.execute(statement.on_conflict_do_update(index_elements=["path"], set_=changes))


def _file_new(
    connection: Connection,
    analysis: Analysis,
    *,
    holder: Holder,
    reader: str,
    state: ArticleState,
    now: datetime,
    history: bool,
    came_at: datetime | None = None,
) -> int:
    told = outline(analysis, filed=now.date())
    values = {
        "state": state,
        "story_id": choose_story(connection, told, now=now),
        "filed_at": now,
        "came_at": came_at and min(came_at, now),  # a clock that was set back meanwhile
        "changed_at": now,
        "dated_at": revising.dated(analysis, first_seen=now, of_file=not holder.entry),
        "section": note_section(connection, analysis.article.section),
        "history": history,
    }
    article_id: int = (
        connection.execute(insert(articles).values(values).returning(articles.c.id))
    ).scalar_one()
    revision_id = revising.add_revision(connection, article_id, analysis, reader=reader, now=now)
    connection.execute(update(articles).where(articles.c.id == article_id).values(revision_id=revision_id))
    record_outline(connection, article_id, told)
    note_own_link(connection, article_id, analysis.article)
    indexing.settle(connection, article_id, now=now, read=analysis)
    return article_id


def _forget_pending(connection: Connection, standing: KnownArticle, holder: Holder) -> None:
    """The holder is again as it was approved: what waited of it, or was refused, is out of date."""
    waits = standing.pending_id == standing.revision_id
    if not waits and recognising.held_alone(connection, standing.article_id, holder) is not None:
        revising.drop_newer(connection, standing.article_id)


# ------------------------------------------------------------------ statements, put together once

_HELD_BY = select(
    files.c.article_id, files.c.size, files.c.modified_ns, files.c.reader, files.c.removed_at
).where(files.c.path == bindparam("path"))
