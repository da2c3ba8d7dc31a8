"""Articles that chats may be told of, as they are chosen from, each with the section it stands in."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from bot.domain.plans import Candidate
from bot.store.database.public_articles import SECTION, came_at, public_at
from bot.store.database.rows import IDS
from bot.store.database.tables import articles, revisions, sections

MOST_CANDIDATES: Final = 1000  # the newest; no chat is told of more at once


def newest_candidates(
    connection: Connection, which: ColumnElement[bool], *, now: datetime
) -> tuple[Candidate, ...]:
    """The newest of these articles: of those filed, and of those whose embargo ended."""
    found = {
        row.article_id: Candidate(**row._mapping)
        for column in (articles.c.filed_at, articles.c.not_before)  # each has its index
        for row in connection.execute(
            select(*_COLUMNS)
            .where(which, column.is_not(None))
            .order_by(column.desc())
            .limit(MOST_CANDIDATES),
            {"now": now},
        )
    }
    stands = _sections(connection, found)
    if not stands:
        return tuple(found.values())
    return tuple(replace(each, section=stands.get(each.article_id)) for each in found.values())


def _sections(connection: Connection, ids: Collection[int]) -> Mapping[int, str | None]:
    """In which section each stands; nothing is looked for while no section is known."""
    if connection.execute(_ANY).first() is None:
        return {}
    return {row.id: row.section for row in connection.execute(_STANDS, {"ids": list(ids)})}


# ------------------------------------------------------------------ statements, put together once

_COLUMNS = (
    articles.c.id.label("article_id"),
    articles.c.revision_id,
    func.coalesce(articles.c.story_id, -articles.c.id).label("story_id"),
    came_at.label("came_at"),
    public_at.label("public_at"),
    articles.c.dated_at,
)
_ANY = select(sections.c.id).limit(1)
_STANDS = (
    select(articles.c.id, SECTION.label("section"))
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .where(articles.c.id.in_(IDS))
)
