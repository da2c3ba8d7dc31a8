"""What editors repaired in the reading of articles: made, undone one by one, and told of where it lapsed."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from bot.domain.editing import Bench
from bot.domain.repairing import repaired
from bot.domain.repairs import Change, Repair, Undone, without_note
from bot.store.articles import indexing
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.repairs import changes_of, repairs_of, to_repair
from bot.store.database.rows import analysis_of, stored
from bot.store.database.tables import articles, repairs
from bot.store.editors.record import record_decision
from bot.store.editors.story_repairs import moves_of
from summaries.models import Analysis


class Repairs(Repository):
    @reading
    def bench(self, connection: Connection, article_id: int) -> Bench | None:
        """The article as it is shown, as it was read, and what was repaired; None where there is none."""
        shown = stored(connection, [article_id], pending=True)
        read = _newest_reading(connection, article_id)
        if not shown or read is None:
            return None
        made = repairs_of(connection, [article_id]).get(article_id, ())
        return Bench(article=shown[0], reading=read, repairs=made, moves=moves_of(connection, article_id))

    @in_turn
    def make(
        self, connection: Connection, article_id: int, change: Change, *, subject: str, by: int, now: datetime
    ) -> int | None:
        """The number of the repair. None where nothing is changed by it: another did it already, the words
        stand there no more, or there is no such article.
        """
        read = _newest_reading(connection, article_id)
        if read is None:
            return None
        before = changes_of(repairs_of(connection, [article_id]).get(article_id, ()))
        now_shown, shown_then = repaired(read, before), repaired(read, (*before, change))
        same = (now_shown.analysis, now_shown.pull) == (shown_then.analysis, shown_then.pull)
        if same or len(before) in shown_then.lapsed:
            return None
        row = {
            "article_id": article_id,
            "kind": change.kind,
            "words": change.words,
            "around": change.around,
            "meant": change.to,
            "made_by": by,
            "made_at": now,
        }
        repair_id: int = connection.execute(repairs.insert().values(row).returning(repairs.c.id)).scalar_one()
        record_decision(connection, "repair", subject, by=by, now=now, article=article_id)
        _show(connection, article_id, now=now)
        return repair_id

    @in_turn
    def undo(
        self,
        connection: Connection,
        article_id: int,
        repair_id: int,
        *,
        note: str,
        subject: str,
        by: int,
        now: datetime,
    ) -> Undone | None:
        """The repair counts no more, nor does the note of it that readers were given; by whom that was done,
        and when, also where it was before. None where the article has no such repair.
        """
        this = repairs.c.id == repair_id, repairs.c.article_id == article_id
        row = connection.execute(select(repairs).where(*this)).one_or_none()
        if row is None:
            return None
        if row.undone_at is not None:
            return Undone(by=row.undone_by, at=row.undone_at, before=True)
        connection.execute(update(repairs).where(*this).values(undone_by=by, undone_at=now))
        _take_back(connection, article_id, note)
        record_decision(connection, "undo repair", subject, by=by, now=now, article=article_id)
        _show(connection, article_id, now=now)
        return Undone(by=by, at=now)

    @reading
    def lapsed(self, connection: Connection, limit: int) -> tuple[Repair, ...]:
        """Repairs that do not apply any more, of which the editors were not told."""
        query = select(repairs).where(*_UNTOLD).order_by(repairs.c.id).limit(limit)
        return tuple(map(to_repair, connection.execute(query)))

    @in_turn
    def told(self, connection: Connection, ids: Collection[int]) -> None:
        """The editors were told that these do not apply any more."""
        connection.execute(update(repairs).where(repairs.c.id.in_(ids)).values(told=True))


_UNTOLD = repairs.c.lapsed, ~repairs.c.told, repairs.c.undone_at.is_(None)


def _newest_reading(connection: Connection, article_id: int) -> Analysis | None:
    newest = func.coalesce(articles.c.pending_id, articles.c.revision_id)
    revision = connection.execute(select(newest).where(articles.c.id == article_id)).scalar_one_or_none()
    return None if revision is None else analysis_of(connection, revision)


def _take_back(connection: Connection, article_id: int, note: str) -> None:
    """The note stands above the article no more."""
    this = articles.c.id == article_id
    told = connection.execute(select(articles.c.correction).where(this)).scalar_one()
    if told and note and note in told:
        connection.execute(update(articles).where(this).values(correction=without_note(told, note)))


def _show(connection: Connection, article_id: int, *, now: datetime) -> None:
    """Has readers find the article as it is shown since."""
    shown = select(articles.c.revision_id).where(articles.c.id == article_id)
    read = analysis_of(connection, connection.execute(shown).scalar_one())
    indexing.settle(connection, article_id, now=now, read=read)
