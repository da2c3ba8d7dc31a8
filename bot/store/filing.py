"""Files one article in one transaction: whose text it is, who is in it, which story it tells.

What is the same article is the contract's: same body, same article, whatever the file is called; a file
whose body changed is a new revision of the article it was, unless another file still holds the old body.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import BigInteger, Connection, Row, bindparam, delete, exists, insert, select, update

from bot.models import ArticleState, Filed
from bot.store import identity, joining
from bot.store.dialect import upsert
from bot.store.rows import dumped, news_date
from bot.store.storying import choose_story, record_outline
from bot.store.tables import appearances, articles, files, quotes, revisions, stories
from summaries.joining import clues
from summaries.models import Analysis
from summaries.names import family
from summaries.stories import outline

Outcome = Literal["new", "revised", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStamp:
    """A file as the newsroom saw it: below the folder of articles, with forward slashes."""

    path: str
    size: int
    modified_ns: int
    reader: str  # version of pipeline and rules that read it


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the store holds of an article before it is filed again."""

    article_id: int
    revision_id: int
    state: ArticleState
    story_id: int


def file_article(
    connection: Connection, analysis: Analysis, *, stamp: FileStamp, state: ArticleState, now: datetime
) -> Filed:
    """Files what was read from a file. A new article, or one that comes back, gets `state`."""
    before = _held_by(connection, stamp.path)
    standing, outcome = _recognise(connection, analysis.article.id, before, stamp.path)
    if standing is None:
        article_id = _file_new(connection, analysis, reader=stamp.reader, state=state, now=now)
    else:
        article_id = standing.article_id
        if outcome == "revised":
            _revise(connection, standing, analysis, reader=stamp.reader, now=now)
        else:
            _refresh(connection, standing, analysis, reader=stamp.reader)
        if standing.state == ArticleState.WITHDRAWN:
            set_state(connection, article_id, state, now=now)
    record_file(connection, stamp, article_id=article_id, fault=None)
    withdrawn = None
    if before is not None and before != article_id and withdraw_unheld(connection, before, now=now):
        withdrawn = before
    return Filed(article_id=article_id, outcome=outcome, withdrawn=withdrawn)


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


def withdraw_file(connection: Connection, *, path: str, now: datetime) -> int | None:
    """Marks the file as removed: the article withdrawn by that, None where another file holds it."""
    gone = (
        update(files)
        .where(files.c.path == path, files.c.removed_at.is_(None))
        .values(removed_at=now)
        .returning(files.c.article_id)
    )
    article_id: int | None = connection.execute(gone).scalar_one_or_none()
    if article_id is not None and withdraw_unheld(connection, article_id, now=now):
        return article_id
    return None


def restore_file(connection: Connection, *, path: str, state: ArticleState, now: datetime) -> int | None:
    """Marks the file as there: the article that is in `state` again by that, else None."""
    back = update(files).where(files.c.path == path).values(removed_at=None).returning(files.c.article_id)
    article_id: int | None = connection.execute(back).scalar_one_or_none()
    query = select(articles.c.state).where(articles.c.id == article_id)
    before = connection.execute(query).scalar_one_or_none()
    if article_id is None or before != ArticleState.WITHDRAWN:
        return None
    set_state(connection, article_id, state, now=now)
    return article_id


def withdraw_unheld(connection: Connection, article_id: int, *, now: datetime) -> bool:
    """Withdraws the article if no file holds it any more; tells whether it did.

    One that an editor holds back or killed stays so: a file that comes back must not undo that.
    """
    held = exists().where(files.c.article_id == article_id, files.c.removed_at.is_(None))
    state = select(articles.c.state).where(articles.c.id == article_id, ~held)
    standing = connection.execute(state).scalar_one_or_none()
    if standing not in (ArticleState.LIVE, ArticleState.REVIEW):
        return False
    return set_state(connection, article_id, ArticleState.WITHDRAWN, now=now)


def set_state(connection: Connection, article_id: int, state: ArticleState, *, now: datetime) -> bool:
    """Moves the article; its actors weigh only while it is live. Tells whether anything changed."""
    query = select(articles.c.state).where(articles.c.id == article_id).with_for_update()
    before = connection.execute(query).scalar_one_or_none()
    if before is None or before == state:
        return False
    connection.execute(
        update(articles).where(articles.c.id == article_id).values(state=state, changed_at=now)
    )
    if ArticleState.LIVE in (before, state):
        sign = 1 if state == ArticleState.LIVE else -1
        identity.add_to_tally(connection, article_id, sign=sign)
    return True


def _held_by(connection: Connection, path: str) -> int | None:
    return connection.execute(_HELD_BY, {"path": path}).scalar_one_or_none()


def _recognise(
    connection: Connection, content_id: str, before: int | None, path: str
) -> tuple[_Standing | None, Outcome]:
    """The article that this body is, and what filing it will be."""
    same = connection.execute(_SAME_BODY, {"content": content_id}).all()
    if same:
        return _standing(min(same, key=lambda row: row.id)), "same"
    if before is None:
        return None, "new"
    row = connection.execute(_HELD_HERE_ALONE, {"article": before, "path": path}).one_or_none()
    return (None, "new") if row is None else (_standing(row), "revised")


def _standing(row: Row[int, int, str, int]) -> _Standing:
    return _Standing(row.id, row.revision_id, ArticleState(row.state), row.story_id)


def _file_new(
    connection: Connection, analysis: Analysis, *, reader: str, state: ArticleState, now: datetime
) -> int:
    day = news_date(analysis, now=now)
    told = outline(analysis, filed=now.date())
    story_id = choose_story(connection, told, now=now)
    values = {
        "state": state,
        "story_id": story_id,
        "filed_at": now,
        "changed_at": now,
        "news_date": day,
    }
    article_id: int = (
        connection.execute(insert(articles).values(values).returning(articles.c.id))
    ).scalar_one()
    _new_revision(connection, article_id, analysis, reader=reader, now=now)
    moved = _record_contents(connection, article_id, analysis, day=day)
    if state == ArticleState.LIVE:
        identity.add_to_tally(connection, article_id, sign=1)
    identity.tally(connection, moved)
    return article_id


def _revise(
    connection: Connection, standing: _Standing, analysis: Analysis, *, reader: str, now: datetime
) -> None:
    _new_revision(connection, standing.article_id, analysis, reader=reader, now=now)
    connection.execute(update(articles).where(articles.c.id == standing.article_id).values(changed_at=now))
    connection.execute(update(stories).where(stories.c.id == standing.story_id).values(newest=now))
    _replace_contents(connection, standing, analysis)


def _refresh(connection: Connection, standing: _Standing, analysis: Analysis, *, reader: str) -> None:
    """The same body read again: under another headline, or by newer rules."""
    query = select(revisions.c.analysis, revisions.c.text, revisions.c.reader)
    query = query.where(revisions.c.id == standing.revision_id)
    row = connection.execute(query).one()
    values = _revision_values(analysis, reader=reader)
    if (row.analysis, row.text, row.reader) == (values["analysis"], values["text"], reader):
        return
    connection.execute(update(revisions).where(revisions.c.id == standing.revision_id).values(values))
    _replace_contents(connection, standing, analysis)


def _replace_contents(connection: Connection, standing: _Standing, analysis: Analysis) -> None:
    article_id = standing.article_id
    live = standing.state == ArticleState.LIVE
    if live:
        identity.add_to_tally(connection, article_id, sign=-1)
    filed_at = select(articles.c.filed_at).where(articles.c.id == article_id)
    day = news_date(analysis, now=connection.execute(filed_at).scalar_one())
    connection.execute(update(articles).where(articles.c.id == article_id).values(news_date=day))
    connection.execute(delete(quotes).where(quotes.c.article_id == article_id))
    query = delete(appearances).where(appearances.c.article_id == article_id)
    gone = set(connection.execute(query.returning(appearances.c.actor_id)).scalars())
    moved = _record_contents(connection, article_id, analysis, day=day)
    moved |= joining.forget_unseen(connection, gone)
    if live:
        identity.add_to_tally(connection, article_id, sign=1)
    identity.tally(connection, moved)


def _new_revision(
    connection: Connection, article_id: int, analysis: Analysis, *, reader: str, now: datetime
) -> None:
    values = {**_revision_values(analysis, reader=reader), "article_id": article_id, "filed_at": now}
    statement = insert(revisions).values(values).returning(revisions.c.id)
    revision_id = connection.execute(statement).scalar_one()
    connection.execute(update(articles).where(articles.c.id == article_id).values(revision_id=revision_id))


def _revision_values(analysis: Analysis, *, reader: str) -> dict[str, str | date | None]:
    article = analysis.article
    return {
        "content_id": article.id,
        "headline": article.headline.of(article.text) if article.headline else None,
        "outlet": article.outlet,
        "place": article.dateline.of(article.text) if article.dateline else None,
        "event_date": article.event_date,
        "language": article.language,
        "reader": reader,
        "text": article.text,
        "analysis": dumped(analysis),
    }


def _record_contents(connection: Connection, article_id: int, analysis: Analysis, *, day: date) -> set[int]:
    """Who is in the article and what is said. Ids of actors that were joined or parted by it."""
    ids = identity.identify(connection, analysis)
    called = identity.record_names(connection, analysis.actors, ids)
    text = analysis.article.text
    told = [clues(actor, text) for actor in analysis.actors]
    if ids:
        connection.execute(
            insert(appearances),
            [
                {
                    "article_id": article_id,
                    "actor_id": actor_id,
                    "place": place,
                    "clues": " ".join(sorted(told[place])),
                    "weight": actor.weight,
                    "news_date": day,
                }
                for place, (actor_id, actor) in enumerate(zip(ids, analysis.actors, strict=True))
            ],
        )
    rows = [
        {
            "article_id": article_id,
            "place": place,
            "actor_id": None if quote.actor is None else ids[quote.actor],
            "kind": quote.kind,
            "words": " ".join(span.of(text) for span in quote.content),
            "news_date": day,
        }
        for place, quote in enumerate(analysis.quotes)
    ]
    if rows:
        connection.execute(insert(quotes), rows)
    record_outline(connection, article_id, outline(analysis, filed=day))
    described = {family(actor.name) for actor, words in zip(analysis.actors, told, strict=True) if words}
    return joining.settle(connection, called | joining.marked(connection, described - called))


# ------------------------------------------------------------------ statements, put together once

_HELD_BY = select(files.c.article_id).where(files.c.path == bindparam("path"))
# From the revision to its article, which needs no order: SQLite would walk all articles for the other way.
_newest = (
    select(articles.c.id, articles.c.revision_id, articles.c.state, articles.c.story_id)
    .join(revisions, revisions.c.article_id == articles.c.id)
    .where(revisions.c.id == articles.c.revision_id)
)
_SAME_BODY = _newest.where(revisions.c.content_id == bindparam("content"))
_HELD_HERE_ALONE = _newest.where(
    articles.c.id == bindparam("article", type_=BigInteger()),
    ~exists().where(
        files.c.article_id == bindparam("article", type_=BigInteger()),
        files.c.path != bindparam("path"),
        files.c.removed_at.is_(None),
    ),
)
