"""Which of the store's articles a file's text is.

What is the same article is the contract's: same body, same article, whatever the file is called; a file
whose body changed is a new revision of the article it was, unless another file still holds the old body.
"""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import BigInteger, Connection, Row, bindparam, exists, func, select

from bot.domain.articles import ArticleState
from bot.store.database.tables import articles, files, revisions


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What the store holds of an article before it is filed again, and the text that was recognised."""

    article_id: int
    revision_id: int
    state: ArticleState
    pending_id: int | None


def recognise(
    connection: Connection, content_id: str, before: int | None, path: str
) -> tuple[KnownArticle | None, Literal["new", "revised", "same"]]:
    """The article that this body is, and what filing it will be."""
    same = of_body(connection, content_id)
    if same is not None:
        return same, "same"
    if before is None:
        return None, "new"
    held = held_alone(connection, before, path)
    return (None, "new") if held is None else (held, "revised")


def of_body(connection: Connection, content_id: str) -> KnownArticle | None:
    """The oldest article that has this body, shown or waiting."""
    same = connection.execute(_SAME_BODY, {"content": content_id}).all()
    return _standing(min(same, key=lambda row: row.id)) if same else None


def newest_of(connection: Connection, article_id: int) -> KnownArticle | None:
    """The article with the text that its file holds: the newest, which may wait, or be refused."""
    row = connection.execute(_NEWEST_TEXT, {"article": article_id}).one_or_none()
    return None if row is None else _standing(row)


def held_alone(connection: Connection, article_id: int, path: str) -> KnownArticle | None:
    """The article with the text that is shown; None where another file than this holds it, too."""
    row = connection.execute(_HELD_HERE_ALONE, {"article": article_id, "path": path}).one_or_none()
    return None if row is None else _standing(row)


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
)
