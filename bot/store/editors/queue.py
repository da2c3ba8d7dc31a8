"""The queue: what waits for an editor or for its hour, articles and proposals alike, the oldest first."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    case,
    false,
    func,
    literal,
    or_,
    select,
    union_all,
)

from bot.domain.articles import ArticleEntry, ArticleState, Page
from bot.domain.editing import Queued, WaitsFor
from bot.store.database.drafts import FEEDS
from bot.store.database.engine import Repository, reading
from bot.store.database.rows import AnyRow, entry_of, headline, headline_columns
from bot.store.database.tables import articles, drafts, revisions
from summaries.jsonform import from_json


class Queue(Repository):
    @reading
    def page(self, connection: Connection, number: int, size: int, *, of: int, now: datetime) -> Page[Queued]:
        """What waits at `now`, a page of it, with what the editor `of` proposed; the last page there is where
        there are fewer.
        """
        waiting = _waiting(of, now)
        total = connection.execute(select(func.count()).select_from(waiting)).scalar_one()
        number = min(number, max(0, total - 1) // size)
        in_order = select(waiting).order_by(waiting.c.since, waiting.c.is_draft, waiting.c.id)
        rows = connection.execute(in_order.limit(size).offset(number * size)).all()
        return Page(items=_queued(connection, rows), number=number, size=size, total=total)

    @reading
    def count(self, connection: Connection, *, of: int, now: datetime) -> int:
        """How much waits at `now`, with what the editor `of` proposed."""
        return connection.execute(select(func.count()).select_from(_waiting(of, now))).scalar_one()


def _waiting(editor: int, now: datetime) -> Subquery:
    """A row for each thing that waits, with a flag for each reason."""
    why = _reasons(now)
    waits = select(
        literal(0).label("is_draft"),
        articles.c.id,
        # What an article waits for last is why it is looked at; when it came into its state was before.
        func.coalesce(
            case((why["text"], revisions.c.filed_at)),
            case((why["removed"], articles.c.removed_at)),
            articles.c.changed_at,
        ).label("since"),
        articles.c.not_before,
        *(flag.label(reason) for reason, flag in why.items()),
    ).outerjoin(revisions, revisions.c.id == articles.c.pending_id)
    return union_all(waits.where(or_(*why.values())), _proposed(editor, why)).subquery()


def _reasons(now: datetime) -> Mapping[WaitsFor, ColumnElement[bool]]:
    live = articles.c.state == ArticleState.LIVE
    there = articles.c.state.in_((ArticleState.LIVE, ArticleState.REVIEW, ArticleState.HELD))
    return {
        "review": articles.c.state == ArticleState.REVIEW,
        "text": there & articles.c.pending_id.is_not(None),
        "held": articles.c.state == ArticleState.HELD,
        "removed": there & articles.c.removed_at.is_not(None),
        "embargo": live & func.coalesce(articles.c.not_before > now, false()),
    }


def _proposed(editor: int, why: Mapping[WaitsFor, ColumnElement[bool]]) -> Select[tuple[object, ...]]:
    no_reason = (false().label(reason) for reason in why)
    return select(
        literal(1).label("is_draft"),
        drafts.c.id,
        drafts.c.made_at,
        literal(None, articles.c.not_before.type),
        *no_reason,
    ).where(drafts.c.user_id == editor, drafts.c.name != FEEDS)


def _queued(connection: Connection, rows: Sequence[AnyRow]) -> tuple[Queued, ...]:
    told = (
        select(*headline_columns)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(articles.c.id.in_([row.id for row in rows if not row.is_draft]))
    )
    named = {row.article_id: headline(row) for row in connection.execute(told)}
    proposed = {row.id: _proposal(connection, row.id) for row in rows if row.is_draft}
    return tuple(
        Queued(
            entry=proposed[row.id] if row.is_draft else named[row.id],
            since=row.since,
            why=("draft",) if row.is_draft else tuple(one for one in _ORDER if getattr(row, one)),
            until=row.not_before if row.embargo else None,
        )
        for row in rows
    )


def _proposal(connection: Connection, draft_id: int) -> ArticleEntry:
    query = select(drafts.c.analysis).where(drafts.c.id == draft_id)
    return entry_of(draft_id, from_json(connection.execute(query).scalar_one()))


_ORDER: tuple[WaitsFor, ...] = ("removed", "review", "text", "held", "embargo")
