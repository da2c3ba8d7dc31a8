"""What editors order sent: it waits, can be called back, and is taken up when its moment comes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, delete, func, select, update

from bot.domain.sendings import Sending
from bot.store.articles import states
from bot.store.database.engine import Repository, reading
from bot.store.database.tables import approvals, articles, sendings
from bot.store.deliveries.publishing import publish_as_ordered
from bot.store.processes.lease import leads

_COLUMNS = tuple(column for column in sendings.c if column.name != "after")
_IS_OPEN = sendings.c.ended_at.is_(None) & sendings.c.stopped_at.is_(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """An order whose moment has come, and how far it was carried out."""

    id: int
    article_id: int | None
    after: int  # the last chat for which it was


class Sendings(Repository):
    @reading
    def find(self, connection: Connection, sending_id: int) -> Sending | None:
        """The order of this number; None where there is none."""
        return _one(connection, select(*_COLUMNS).where(sendings.c.id == sending_id))

    @reading
    def of_article(self, connection: Connection, article_id: int) -> Sending | None:
        """The order to send this article that waits, or is being carried out."""
        return open_sending(connection, article_id)

    @reading
    def next_due(self, connection: Connection) -> Sending | None:
        """The one that is to be begun, or went on with, next; None where none waits."""
        return _one(connection, _next().with_only_columns(*_COLUMNS))


def open_sending(connection: Connection, article_id: int | None = None) -> Sending | None:
    """The one that waits or is being written: of the article, or of the next edition; never two."""
    this = sendings.c.article_id.is_not_distinct_from(article_id)
    return _one(connection, select(*_COLUMNS).where(_IS_OPEN, this).limit(1))


def add_sending(
    connection: Connection,
    *,
    not_before: datetime,
    chats: int,
    by: int,
    now: datetime,
    article_id: int | None = None,
) -> None:
    """Orders the article sent, or the next edition."""
    row = {
        "article_id": article_id,
        "ordered_by": by,
        "ordered_at": now,
        "not_before": not_before,
        "chats": chats,
    }
    connection.execute(sendings.insert().values(row))


def stop_sending(connection: Connection, sending_id: int, *, by: int, now: datetime) -> bool:
    """Calls it back, with the word that its editor gave the article by it.

    False where something of it left, or it was called back before.
    """
    waits = (sendings.c.id == sending_id) & sendings.c.begun_at.is_(None) & _IS_OPEN
    stopped = update(sendings).where(waits).values(stopped_by=by, stopped_at=now)
    row = connection.execute(stopped.returning(sendings.c.article_id, sendings.c.ordered_by)).one_or_none()
    if row is None:
        return False
    newest = select(func.coalesce(articles.c.pending_id, articles.c.revision_id))
    of_article = newest.where(articles.c.id == row.article_id).scalar_subquery()
    theirs = approvals.c.revision_id == of_article, approvals.c.user_id == row.ordered_by
    connection.execute(delete(approvals).where(*theirs))
    return True


def call_back(connection: Connection, article_id: int, *, by: int, now: datetime) -> None:
    """What was ordered of the article and did not leave is not sent: something else was decided on it."""
    if (sending := open_sending(connection, article_id)) is not None:
        stop_sending(connection, sending.id, by=by, now=now)


def take_up(connection: Connection, *, now: datetime, term: int | None) -> TakenUp | None:
    """The one whose moment has come; it can no longer be stopped. An article is published by that.

    None where none is due, and for a leader whose term is over.
    """
    if not leads(connection, term):
        return None
    due = connection.execute(_next().where(sendings.c.not_before <= now)).one_or_none()
    if due is None:
        return None
    if due.article_id is not None:  # editors who decide on it lock it before its order, too
        states.take_turn(connection, due.article_id, None)
    taken = (
        update(sendings)
        .where(sendings.c.id == due.id, _IS_OPEN)  # asked again of who stopped it meanwhile
        .values(begun_at=func.coalesce(sendings.c.begun_at, now))
        .returning(sendings.c.after, sendings.c.ordered_by)
    )
    row = connection.execute(taken).one_or_none()
    if row is None:
        return None
    if due.article_id is not None and not row.after:
        publish_as_ordered(connection, due.article_id, by=row.ordered_by, now=now)
    return TakenUp(id=due.id, article_id=due.article_id, after=row.after)


def go_on(
    connection: Connection, sending_id: int, *, after: int | None, messages: int, now: datetime
) -> None:
    """So many more messages of it were written, up to that chat; None: there are no more chats."""
    values: dict[str, object] = {"messages": sendings.c.messages + messages}
    values |= {"ended_at": now} if after is None else {"after": after}
    connection.execute(update(sendings).where(sendings.c.id == sending_id).values(values))


def _next() -> Select[int, int | None]:
    first = select(sendings.c.id, sendings.c.article_id).where(_IS_OPEN)
    return first.order_by(sendings.c.not_before, sendings.c.id).limit(1)


def _one(connection: Connection, query: Select[*tuple[object, ...]]) -> Sending | None:
    row = connection.execute(query).one_or_none()
    return Sending(**row._mapping) if row is not None else None
