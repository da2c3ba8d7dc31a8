"""Articles and actors that chats saved: the articles stay beyond the days after which others are removed."""

from datetime import datetime
from typing import Final, Literal

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Table,
    bindparam,
    delete,
    func,
    literal,
    select,
    union_all,
)

from bot.domain.interests import MOST_SAVED, SavedItem, Shown
from bot.store.actors.resolving import as_entry, entry_columns
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.rows import IDS, LIMIT, OFFSET, headline, headline_columns
from bot.store.database.tables import actors, articles, revisions, saved, saved_actors

_TABLES: Final[dict[Shown, tuple[Table, Column[int]]]] = {
    "s": (saved, saved.c.article_id),
    "a": (saved_actors, saved_actors.c.actor_id),
}


class Saved(Repository):
    @writing
    def add(
        self, connection: Connection, chat_id: int, kind: Shown, number: int, *, now: datetime
    ) -> Literal["new", "already", "full"]:
        """The chat keeps the article, or the actor, of that number from now on; a hundred are kept."""
        if _has(connection, chat_id, kind, number):
            return "already"
        if connection.execute(_COUNT, {"chat": chat_id}).scalar_one() >= MOST_SAVED:
            return "full"
        table, subject = _TABLES[kind]
        row = {"chat_id": chat_id, subject.name: number, "saved_at": now}
        connection.execute(insert_or_ignore(connection, table).values(row))
        return "new"

    @writing
    def end(self, connection: Connection, chat_id: int, kind: Shown, number: int) -> None:
        """The chat keeps it no longer."""
        table, subject = _TABLES[kind]
        connection.execute(delete(table).where(table.c.chat_id == chat_id, subject == number))

    @reading
    def has(self, connection: Connection, chat_id: int, kind: Shown, number: int) -> bool:
        """Whether the chat keeps it."""
        return _has(connection, chat_id, kind, number)

    @reading
    def of(
        self, connection: Connection, chat_id: int, limit: int, offset: int, *, now: datetime
    ) -> tuple[tuple[SavedItem, ...], int]:
        """What the chat keeps, the last first, and how many; without a word of what readers may not have."""
        values = {"chat": chat_id, "limit": limit, "offset": offset}
        rows = connection.execute(_KEPT, values).all()
        told, called = ([row.number for row in rows if row.kind == kind] for kind in ("s", "a"))
        read = {row.article_id: headline(row) for row in connection.execute(_TOLD, {"ids": told, "now": now})}
        known = {row.id: as_entry(row) for row in connection.execute(_CALLED, {"ids": called})}
        items = tuple(
            SavedItem(kind="s", number=row.number, article=read.get(row.number))
            if row.kind == "s"
            else SavedItem(kind="a", number=row.number, actor=known.get(row.number))
            for row in rows
        )
        return items, connection.execute(_COUNT, {"chat": chat_id}).scalar_one()


def _has(connection: Connection, chat_id: int, kind: Shown, number: int) -> bool:
    table, subject = _TABLES[kind]
    query = select(table.c.chat_id).where(table.c.chat_id == chat_id, subject == number)
    return connection.execute(query).first() is not None


# ------------------------------------------------------------------ statements, put together once

_CHAT = bindparam("chat", type_=BigInteger())
_OF_CHAT = union_all(
    *(
        select(literal(kind).label("kind"), subject.label("number"), table.c.saved_at).where(
            table.c.chat_id == _CHAT
        )
        for kind, (table, subject) in _TABLES.items()
    )
).subquery()
_KEPT = (
    select(_OF_CHAT)
    .order_by(_OF_CHAT.c.saved_at.desc(), _OF_CHAT.c.kind, _OF_CHAT.c.number.desc())
    .limit(LIMIT)
    .offset(OFFSET)
)
_COUNT = select(func.count()).select_from(_OF_CHAT)
_TOLD = (
    select(*headline_columns)
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .where(articles.c.id.in_(IDS), IS_PUBLIC)
)
_CALLED = select(*entry_columns).where(actors.c.id.in_(IDS), actors.c.articles > 0)
