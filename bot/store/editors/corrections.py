"""Notes of what was wrong in an article: put above it, then where it was sent, and undone before that."""

from datetime import datetime

from sqlalchemy import Connection, Row, or_, select, update

from bot.domain.articles import ArticleState
from bot.domain.deliveries import DeliveryState
from bot.domain.editing import Corrected, Signed
from bot.domain.messages import InLanguage
from bot.store.articles import states
from bot.store.database.engine import Repository, in_turn
from bot.store.database.tables import articles, corrections, outbox
from bot.store.deliveries import kills_and_corrections as amends
from bot.store.editors.record import record_decision

_TOLD = (DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.FAILED)  # may stand in a chat


class Corrections(Repository):
    @in_turn
    def make(
        self,
        connection: Connection,
        article_id: int,
        note: str,
        *,
        revision: int | None = None,
        signed: Signed,
        otherwise: InLanguage | None = None,
        now: datetime,
        not_before: datetime | None = None,
    ) -> Corrected | None:
        """The note stands above the article, and from `not_before` on where it was sent.

        `revision`: readers are told by it how that text differs. None where there is no such article, it has
        another text since, was killed, or its readers were told of that text already.
        """
        query = select(articles.c.state, articles.c.revision_id, articles.c.told_id, articles.c.correction)
        row = connection.execute(query.where(articles.c.id == article_id).with_for_update()).one_or_none()
        if row is None or (revision is not None and not _can_be_told(row, revision)):
            return None
        kept = {
            "article_id": article_id,
            "note": note,
            "before": row.correction,
            "told_before": row.told_id,
            "made_at": now,
        }
        made = connection.execute(corrections.insert().values(kept).returning(corrections.c.id))
        correction_id: int = made.scalar_one()
        values = {"correction": note} | ({"told_id": revision} if revision is not None else {})
        connection.execute(update(articles).where(articles.c.id == article_id).values(values))
        record_decision(connection, signed.verb, signed.subject, by=signed.by, now=now, article=article_id)
        if row.state == ArticleState.KILLED:  # nobody reads it
            return Corrected(id=correction_id, messages=0)
        messages = amends.rewrite(connection, article_id, otherwise=otherwise, now=now, at=not_before)
        return Corrected(id=correction_id, messages=messages)

    @in_turn
    def undo(
        self, connection: Connection, article_id: int, correction_id: int, *, signed: Signed, now: datetime
    ) -> int | None:
        """What stood above the article stands there again, while no reader was sent the note.

        How many messages show it, or may: of any nothing is undone. None where it was undone, or another note
        stands there since.
        """
        states.take_turn(connection, article_id, None)
        here = corrections.c.id == correction_id, corrections.c.article_id == article_id
        query = select(corrections).where(*here, corrections.c.undone_at.is_(None))
        row = connection.execute(query).one_or_none()
        stands = select(articles.c.correction).where(articles.c.id == article_id)
        if row is None or connection.execute(stands).scalar_one() != row.note:
            return None
        of_article = outbox.c.article_id == article_id
        since = or_(outbox.c.created_at >= row.made_at, outbox.c.sent_at >= row.made_at)
        sent = connection.execute(select(outbox.c.state).where(of_article, since).with_for_update()).scalars()
        if told := sum(state in _TOLD for state in sent):
            return told
        waits = outbox.c.state == DeliveryState.WAITING, outbox.c.created_at == row.made_at
        connection.execute(update(outbox).where(of_article, *waits).values(state=DeliveryState.DROPPED))
        before = {"correction": row.before, "told_id": row.told_before}
        connection.execute(update(articles).where(articles.c.id == article_id).values(before))
        connection.execute(update(corrections).where(*here).values(undone_at=now))
        record_decision(connection, signed.verb, signed.subject, by=signed.by, now=now, article=article_id)
        return 0


def _can_be_told(row: Row[str, int, int | None, str | None], revision: int) -> bool:
    return bool(row.state != ArticleState.KILLED and row.revision_id == revision != row.told_id)
