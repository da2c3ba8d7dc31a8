"""Which of the store's articles a text is.

What is the same article is the contract's: same body, same article, whatever the file is called; a file or
an entry of a source whose body changed is a new revision of the article it was, unless another still holds
the old body.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import BigInteger, Connection, Row, bindparam, exists, func, select

from bot.domain.articles import ArticleState
from bot.store.database.rows import analysis_of
from bot.store.database.tables import articles, entries, files, revisions
from summaries.models import Analysis

Outcome = Literal["new", "revised", "same"]


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What the store holds of an article before it is filed again, and the text that was recognised."""

    article_id: int
    revision_id: int
    state: ArticleState
    pending_id: int | None


class Holder(NamedTuple):
    """What an article is read from: a file, or an entry of a source."""

    path: str = ""  # no file is called so
    entry: int = 0  # no entry has this number


def recognise(
    connection: Connection, content_id: str, before: int | None, holder: Holder
) -> tuple[KnownArticle | None, Outcome]:
    """The article that this body is, and what filing it will be."""
    same = of_body(connection, content_id)
    if same is not None:
        return same, "same"
    if before is None:
        return None, "new"
    held = held_alone(connection, before, holder)
    return (None, "new") if held is None else (held, "revised")


def of_body(connection: Connection, content_id: str) -> KnownArticle | None:
    """The oldest article that has this body, shown or waiting."""
    same = connection.execute(_SAME_BODY, {"content": content_id}).all()
    return _standing(min(same, key=lambda row: row.id)) if same else None


def newest_of(connection: Connection, article_id: int) -> KnownArticle | None:
    """The article with the text that its holder has: the newest, which may wait, or be refused."""
    row = connection.execute(_NEWEST_TEXT, {"article": article_id}).one_or_none()
    return None if row is None else _standing(row)


def held_alone(connection: Connection, article_id: int, holder: Holder) -> KnownArticle | None:
    """The article with the text that is shown; None where another than this holds it, too."""
    here = {"article": article_id, "path": holder.path, "entry": holder.entry}
    row = connection.execute(_HELD_HERE_ALONE, here).one_or_none()
    return None if row is None else _standing(row)


def speaks_for(connection: Connection, standing: KnownArticle, holder: Holder, analysis: Analysis) -> bool:
    """Whether what was read in the holder tells what stands around the body: headline, outlet, link.

    A file does. Feeds copy each other, and may copy anybody: of several entries that has the word at whose
    address the article was read first, and none where a file holds it.
    """
    if holder.path or held_alone(connection, standing.article_id, holder) is not None:
        return True
    path = analysis.article.path
    was_read_there = path == analysis_of(connection, standing.revision_id).article.path
    return was_read_there and path.startswith(("http://", "https://"))


def differs(connection: Connection, standing: KnownArticle, analysis: Analysis) -> bool:
    """Whether readers would be shown other words around the same body than those that were approved."""
    if standing.revision_id == standing.pending_id:
        return False
    query = select(revisions.c.text).where(revisions.c.id == standing.revision_id)
    return bool(connection.execute(query).scalar_one() != analysis.article.text)


def _standing(row: Row[int, int, str, int | None]) -> KnownArticle:
    return KnownArticle(row.id, row.revision_id, ArticleState(row.state), row.pending_id)


# ------------------------------------------------------------------ statements, put together once

# From the revision to its article, which needs no order: SQLite would walk all articles for the other way.
_known = select(
    articles.c.id,
    revisions.c.id.label("revision_id"),
    articles.c.state,
    articles.c.pending_id,
).join(revisions, revisions.c.article_id == articles.c.id)
_SAME_BODY = _known.where(
    revisions.c.content_id == bindparam("content"),
    revisions.c.id.in_((articles.c.revision_id, articles.c.pending_id)),
)
_newer = revisions.alias()
_NEWEST_TEXT = _known.where(
    articles.c.id == bindparam("article", type_=BigInteger()),
    revisions.c.id
    == select(func.max(_newer.c.id)).where(_newer.c.article_id == articles.c.id).scalar_subquery(),
)
_HELD_HERE_ALONE = _known.where(
    revisions.c.id == articles.c.revision_id,
    articles.c.id == bindparam("article", type_=BigInteger()),
    ~exists().where(
        files.c.article_id == bindparam("article", type_=BigInteger()),
        files.c.path != bindparam("path"),
        files.c.removed_at.is_(None),
    ),
    ~exists().where(
        entries.c.article_id == bindparam("article", type_=BigInteger()),
        entries.c.id != bindparam("entry", type_=BigInteger()),
    ),
)
