"""Notes of what was wrong in an article: put above it, then where it was sent, and undone before that."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select, update

from bot.domain.articles import ArticleState
from bot.domain.deliveries import DeliveryState
from bot.domain.editing import OpenCorrection, Signed
from bot.domain.messages import InLanguage
from bot.store.articles import states
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.tables import articles, corrections, decisions, outbox
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
    ) -> int | None:
        """The note stands above the article, and from `not_before` on in messages that were sent. How many.

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
        connection.execute(corrections.insert().values(kept))
        values = {"correction": note} | ({"told_id": revision} if revision is not None else {})
        connection.execute(update(articles).where(articles.c.id == article_id).values(values))
        record_decision(connection, signed.verb, signed.subject, by=signed.by, now=now, article=article_id)
        if row.state == ArticleState.KILLED:  # nobody reads it
            return 0
        return amends.rewrite(connection, article_id, otherwise=otherwise, now=now, at=not_before)

    @reading
    def open(self, connection: Connection, article_id: int, *, now: datetime) -> OpenCorrection | None:
        """The note above the article while it can be undone: no reader was sent it, and none is just now."""
        its = corrections.c.article_id == articles.c.id
        word = and_(
            decisions.c.article_id == articles.c.id,
            decisions.c.at == corrections.c.made_at,
            decisions.c.verb == "correct",
        )
        query = (
            select(corrections.c.id, corrections.c.note, corrections.c.made_at, decisions.c.user_id)
            .join(articles, its & (corrections.c.note == articles.c.correction))
            .join(decisions, word)
            .where(articles.c.id == article_id, corrections.c.undone_at.is_(None))
            .order_by(corrections.c.id.desc(), decisions.c.id.desc())
        )
        row = connection.execute(query.limit(1)).one_or_none()
        if row is None:
            return None
        leaves = and_(_waits(row.made_at), outbox.c.not_before <= now)
        told = and_(_since(row.made_at), outbox.c.state.in_(_TOLD))
        here = outbox.c.article_id == article_id, or_(leaves, told)
        if connection.execute(select(outbox.c.id).where(*here).limit(1)).first() is not None:
            return None
        return OpenCorrection(id=row.id, note=row.note, by=row.user_id, at=row.made_at)

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
        since = select(outbox.c.state).where(of_article, _since(row.made_at)).with_for_update()
        if told := sum(state in _TOLD for state in connection.execute(since).scalars()):
            return told
        waits = update(outbox).where(of_article, _waits(row.made_at))
        connection.execute(waits.values(state=DeliveryState.DROPPED))
        before = {"correction": row.before, "told_id": row.told_before}
        connection.execute(update(articles).where(articles.c.id == article_id).values(before))
        connection.execute(update(corrections).where(*here).values(undone_at=now))
        record_decision(connection, signed.verb, signed.subject, by=signed.by, now=now, article=article_id)
        return 0


def _since(made_at: datetime) -> ColumnElement[bool]:
    """Of an article's deliveries: those that may show a note of that moment."""
    return or_(outbox.c.created_at >= made_at, outbox.c.sent_at >= made_at)


def _waits(made_at: datetime) -> ColumnElement[bool]:
    """Of an article's deliveries: those that are to show a note of that moment, and have not left."""
    return and_(outbox.c.state == DeliveryState.WAITING, outbox.c.created_at == made_at)


def _can_be_told(row: Row[str, int, int | None, str | None], revision: int) -> bool:
    return bool(row.state != ArticleState.KILLED and row.revision_id == revision != row.told_id)
