"""An article becomes one that readers may have, and what was kept back for its sake goes."""

from datetime import datetime

from sqlalchemy import Connection, exists, func, select

from bot.domain.articles import OUT, ArticleState
from bot.store.articles import revising, states
from bot.store.database.tables import approvals, articles
from bot.store.deliveries import kills_and_corrections as amends


def publish(connection: Connection, article_id: int, *, at: datetime, now: datetime) -> None:
    """Readers may be told of it, and of its newest text, from that moment on: it counts as when it became
    public, and what went without it, or was kept back, tells of it.
    """
    revising.approve(connection, article_id, now=now)
    states.set_embargo(connection, article_id, at, now=now)
    states.set_state(connection, article_id, ArticleState.LIVE, now=now)
    amends.let_go(connection, article_id, now=now, at=at)


def publish_as_ordered(connection: Connection, article_id: int, *, by: int, now: datetime) -> None:
    """Whoever ordered it sent gave its text their word: that text is what readers may have, and no other.

    What was taken back since, and a text that nobody saw, stay as they are.
    """
    newest = func.coalesce(articles.c.pending_id, articles.c.revision_id)
    saw = exists().where(approvals.c.revision_id == newest, approvals.c.user_id == by)
    query = select(articles.c.state, articles.c.not_before, articles.c.pending_id)
    row = connection.execute(query.where(articles.c.id == article_id, saw)).one_or_none()
    if row is None or row.state in OUT:
        return
    if row.state != ArticleState.LIVE or (row.not_before is not None and row.not_before > now):
        publish(connection, article_id, at=now, now=now)
    elif row.pending_id is not None:
        revising.approve(connection, article_id, now=now)
