"""Articles that chats keep: these stay beyond the days after which others are removed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, func, select

from bot.domain.interests import MOST_SAVED, SavedArticle
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.rows import LIMIT, OFFSET, headline, headline_columns
from bot.store.database.tables import articles, revisions, saved


class Saved(Repository):
    @writing
    def add(
        self, connection: Connection, chat_id: int, article_id: int, *, now: datetime
    ) -> Literal["new", "already", "full"]:
        """The chat keeps the article from now on; a hundred are kept."""
        if _has(connection, chat_id, article_id):
            return "already"
        count = select(func.count()).select_from(saved).where(saved.c.chat_id == chat_id)
        if connection.execute(count).scalar_one() >= MOST_SAVED:
            return "full"
        row = {"chat_id": chat_id, "article_id": article_id, "saved_at": now}
        connection.execute(insert_or_ignore(connection, saved).values(row))
        return "new"

    @writing
    def end(self, connection: Connection, chat_id: int, article_id: int) -> None:
        """The chat keeps the article no longer."""
        connection.execute(delete(saved).where(saved.c.chat_id == chat_id, saved.c.article_id == article_id))

    @reading
    def has(self, connection: Connection, chat_id: int, article_id: int) -> bool:
        """Whether the chat keeps the article."""
        return _has(connection, chat_id, article_id)

    @reading
    def of(
        self, connection: Connection, chat_id: int, limit: int, offset: int, *, now: datetime
    ) -> tuple[tuple[SavedArticle, ...], int]:
        """What the chat keeps, the last first, and how many; without a word of what readers may not have."""
        values = {"chat": chat_id, "limit": limit, "offset": offset, "now": now}
        rows: Sequence[int] = connection.execute(_KEPT, values).scalars().all()
        told = {row.article_id: headline(row) for row in connection.execute(_TOLD, {"ids": rows, "now": now})}
        total = connection.execute(_COUNT, {"chat": chat_id}).scalar_one()
        return tuple(SavedArticle(article_id=id_, entry=told.get(id_)) for id_ in rows), total


def _has(connection: Connection, chat_id: int, article_id: int) -> bool:
    query = select(saved.c.chat_id).where(saved.c.chat_id == chat_id, saved.c.article_id == article_id)
    return connection.execute(query).first() is not None


# ------------------------------------------------------------------ statements, put together once

_OF_CHAT = saved.c.chat_id == bindparam("chat")
_KEPT = (
    select(saved.c.article_id)
    .where(_OF_CHAT)
    .order_by(saved.c.saved_at.desc(), saved.c.article_id.desc())
    .limit(LIMIT)
    .offset(OFFSET)
)
_COUNT = select(func.count()).select_from(saved).where(_OF_CHAT)
_TOLD = (
    select(*headline_columns)
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .where(articles.c.id.in_(bindparam("ids", expanding=True)), IS_PUBLIC)
)
