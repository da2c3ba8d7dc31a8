"""The texts of an article that editors compare: what readers have been told, and what it says now."""

from sqlalchemy import Connection, func, select

from bot.domain.differences import RefusedText, TextChange
from bot.store.articles.revising import refused_of
from bot.store.database.engine import Repository, reading
from bot.store.database.rows import analysis_of
from bot.store.database.tables import articles, revisions, seen


class Texts(Repository):
    @reading
    def changed(self, connection: Connection, article_id: int) -> TextChange | None:
        """What changed in the text that waits, else since the one that readers have; None: nothing did."""
        query = select(articles.c.revision_id, articles.c.pending_id, articles.c.told_id)
        row = connection.execute(query.where(articles.c.id == article_id)).one_or_none()
        if row is None:
            return None
        newest: int = row.pending_id or row.revision_id
        before = row.revision_id if row.pending_id else _had(connection, article_id, newest, row.told_id)
        if before is None:
            return None
        return TextChange(
            before=analysis_of(connection, before),
            after=analysis_of(connection, newest),
            revision=newest,
            waits=row.pending_id is not None,
        )

    @reading
    def is_any_refused(self, connection: Connection, article_id: int) -> bool:
        """Whether editors would not have a text of the article."""
        return (
            connection.execute(refused_of(article_id).with_only_columns(revisions.c.id)).first() is not None
        )

    @reading
    def refused(self, connection: Connection, article_id: int) -> RefusedText | None:
        """The text that was refused last, beside the one that is shown."""
        row = connection.execute(refused_of(article_id)).one_or_none()
        if row is None:
            return None
        shown = select(articles.c.revision_id).where(articles.c.id == article_id)
        return RefusedText(
            shown=analysis_of(connection, connection.execute(shown).scalar_one()),
            refused=analysis_of(connection, row.id),
            by=row.refused_by or 0,
            at=row.refused_at,
        )


def _had(connection: Connection, article_id: int, newest: int, told: int | None) -> int | None:
    """The older text that readers have: of which they were told, else the first that any was sent, else the
    one before.
    """
    if told == newest:
        return None
    sent = select(func.min(seen.c.revision_id)).where(seen.c.article_id == article_id)
    first: int | None = connection.execute(sent).scalar_one()
    known = max(told or 0, first or 0)
    is_its = revisions.c.refused_at.is_(None)  # what was refused is no text of its: nobody compares with it
    here = revisions.c.article_id == article_id, revisions.c.id < newest, is_its
    wanted = select(func.max(revisions.c.id)).where(*here)
    if known and known < newest:
        there = connection.execute(wanted.where(revisions.c.id <= known)).scalar_one()
        if there is not None:
            return int(there)
    before: int | None = connection.execute(wanted).scalar_one()
    return before
