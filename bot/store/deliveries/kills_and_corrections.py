"""What was sent, taken back or corrected: the messages that hold an article are written anew.

What stands there then is made of the store when it is written: so nothing is said here but which messages,
and what is replied where Telegram refuses to have one edited. What waits to be sent needs nothing of this.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Row, Select, String, literal_column, select, union_all, update

from bot.domain.deliveries import DeliveryAction, DeliveryState
from bot.domain.messages import InLanguage, Message
from bot.domain.roundups import standing
from bot.domain.slots import WEEK
from bot.domain.week import SPAN
from bot.store.chats.rows import languages_of
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import articles, editions, outbox, seen
from bot.store.deliveries.noting import noted
from bot.store.deliveries.roundups import outlooks
from bot.store.deliveries.rows import OutboxRow, contents_of, dump, dump_rewrite

A_DAY = timedelta(days=1)
_AT_A_TIME = 5000  # parameters: SQLite takes 32,766
_NOTHING = Message(html="…")  # where Telegram refuses to delete


class Amends(Repository):
    """What is asked of messages that were sent or wait to be."""

    @writing
    def rewrite(self, connection: Connection, article_id: int, *, now: datetime) -> int:
        """Has all messages that hold the article written anew. How many messages."""
        return rewrite(connection, article_id, now=now)

    @writing
    def count(self, connection: Connection, article_id: int) -> int:
        """How many messages a rewrite would change."""
        return len(_sent(_holding(connection, article_id)))


def rewrite(
    connection: Connection,
    article_id: int,
    *,
    now: datetime,
    at: datetime | None = None,
    otherwise: InLanguage | None = None,
) -> int:
    """Has all messages that hold the article written anew, now or `at` a moment to come. How many messages.

    `otherwise` is replied where Telegram refuses that, and stands there where nothing else is left.
    """
    sent = _sent(_holding(connection, article_id))
    rewrites = _rewrites(connection, sent, article_id, otherwise, now)
    return _add(connection, [one | {"not_before": at or now} for one in rewrites])


def take_back(connection: Connection, article_id: int, *, mark: InLanguage, now: datetime) -> tuple[int, int]:
    """The same of an article that was killed: corrections that wait or were replied go, too.

    How many messages go, and how many others tell on without it.
    """
    _drop_amends(connection, article_id)
    replied = _replies(connection, article_id)
    languages = languages_of(connection, {reply.chat_id for reply in replied})
    replies = [
        _follow_up(reply, article_id, now)
        | {
            "action": DeliveryAction.DELETE,
            "message": dump(mark(languages[reply.chat_id])),
            "target_id": reply.message_id,
        }
        for reply in replied
    ]
    sent = _sent(_holding(connection, article_id))
    done = _add(connection, [*_rewrites(connection, sent, article_id, mark, now), *replies])
    left = _telling_on(connection, sent, now)
    return done - left, left


def _telling_on(connection: Connection, rows: Sequence[OutboxRow], now: datetime) -> int:
    """How many of the messages stay where they are, however little they hold by now."""
    held = [contents for row in rows if (contents := contents_of(row.message)) is not None]
    known = outlooks(connection, {id_ for contents in held for id_ in contents.articles}, now)
    return sum(
        contents.heads or standing(tuple(known[id_] for id_ in contents.articles if id_ in known)) != "killed"
        for contents in held
    )


def let_go(connection: Connection, article_id: int, *, now: datetime, at: datetime) -> None:
    """The article is public from `at` on: what was kept back for its sake is sent then.

    What was sent without it is written anew now; at that moment, too, with what goes out until then.
    """
    rows = _holding(connection, article_id)
    waiting = [row.id for row in rows if row.state == DeliveryState.WAITING]
    kept = outbox.c.id.in_(waiting), outbox.c.not_before > at
    connection.execute(update(outbox).where(*kept).values(not_before=at))
    _add(connection, _rewrites(connection, _sent(rows), article_id, None, now))
    if at > now:
        _add(connection, _rewrites(connection, rows, article_id, None, at))


def write_anew(connection: Connection, rows: Sequence[OutboxRow], *, now: datetime) -> None:
    """Has the messages of these deliveries written anew, those that hold stories."""
    held = [row for row in rows if contents_of(row.message) is not None]
    _add(connection, [_rewrite(row, row.article_id, None, now) for row in held])


def take_away(
    connection: Connection, copies: Sequence[tuple[OutboxRow, int | None]], *, now: datetime
) -> None:
    """Has these messages deleted: each is of a delivery whose other message stays."""
    deleted = {"action": DeliveryAction.DELETE, "message": dump(_NOTHING)}
    _add(
        connection,
        [_follow_up(row, row.article_id, now) | deleted | {"target_id": number} for row, number in copies],
    )


def _holding(connection: Connection, article_id: int) -> Sequence[OutboxRow]:
    """The deliveries that hold the article, or count it among those of a week.

    Who claims one of them meanwhile is waited for.
    """
    query = select(articles.c.id, articles.c.filed_at, articles.c.dated_at).where(articles.c.id == article_id)
    article = connection.execute(query).one_or_none()
    if article is None:
        return ()
    on_the_way = DeliveryState.WAITING, DeliveryState.SENDING, DeliveryState.SENT
    ids = _that_may_hold(connection, article.id, article.filed_at.date())
    found: list[OutboxRow] = []
    for start in range(0, len(ids), _AT_A_TIME):
        these = outbox.c.id.in_(ids[start : start + _AT_A_TIME]), outbox.c.state.in_(on_the_way)
        found += noted(connection, select(outbox).where(*these).order_by(outbox.c.id).with_for_update())
    return [row for row in found if _holds(row, article_id) or _counts(row, article)]


def _that_may_hold(connection: Connection, article_id: int, filed: date) -> Sequence[int]:
    """Their ids, in order.

    Asked before any is locked: PostgreSQL looks again at each row for which it had to wait, and where the
    query that locks them joins them with other tables it finds the first again and may lose the rest.
    """
    query = select(outbox.c.id).where(
        outbox.c.id.in_(union_all(_telling_of(article_id), _of_weeks(filed))),
        outbox.c.action == DeliveryAction.SEND,
        outbox.c.target_id.is_(None),
    )
    return connection.execute(query.order_by(outbox.c.id)).scalars().all()


def _telling_of(article_id: int) -> Select[int]:
    its_edition = (seen.c.chat_id == outbox.c.chat_id) & (seen.c.edition_id == outbox.c.edition_id)
    return select(outbox.c.id).join(seen, its_edition).where(seen.c.article_id == article_id)


def _of_weeks(filed: date) -> Select[int]:
    """Of weeks in which an article may be that was filed on that day: it is dated no later than filed."""
    first, last = filed - A_DAY, filed + SPAN + A_DAY  # a chat's own day is another than ours
    week = literal_column(f"'{WEEK}'", String())  # no parameter: the index of weeks is found by it
    return (
        select(outbox.c.id)
        .join(editions, editions.c.id == outbox.c.edition_id)
        .where(editions.c.slot == week, editions.c.local_date.between(first, last))
    )


def _holds(row: OutboxRow, article_id: int) -> bool:
    contents = contents_of(row.message)
    return contents is not None and contents.story_of(article_id) is not None


def _counts(row: OutboxRow, article: Row[int, datetime, datetime]) -> bool:
    """Whether it tells of a week in which the article came: its stories and people are counted in all."""
    contents = contents_of(row.message)
    week = contents.week if contents is not None else None
    return week is not None and article.filed_at <= week.until and week.spans(article.dated_at)


def _sent(rows: Sequence[OutboxRow]) -> Sequence[OutboxRow]:
    """Those that were sent, or are on their way: these are there before a rewrite of them is claimed."""
    return [row for row in rows if row.state != DeliveryState.WAITING]


def _rewrites(
    connection: Connection,
    rows: Sequence[OutboxRow],
    article_id: int,
    otherwise: InLanguage | None,
    now: datetime,
) -> list[dict[str, object]]:
    """One for each of the messages; of one that was never sent it is dropped when it is claimed.

    Who was told no more of the article than a count is replied nothing.
    """
    languages = languages_of(connection, {row.chat_id for row in rows}) if otherwise is not None else {}

    def told(row: OutboxRow) -> Message | None:
        if otherwise is None or not _holds(row, article_id):
            return None
        return otherwise(languages[row.chat_id])

    return [_rewrite(row, article_id, told(row), now) for row in rows]


def _rewrite(
    row: OutboxRow, article_id: int | None, otherwise: Message | None, now: datetime
) -> dict[str, object]:
    return _follow_up(row, article_id, now) | {
        "action": DeliveryAction.EDIT,
        "message": dump_rewrite(row.id, otherwise=otherwise),
        "target_id": row.message_id,
    }


def _follow_up(row: OutboxRow, article_id: int | None, now: datetime) -> dict[str, object]:
    return {
        "chat_id": row.chat_id,
        "edition_id": row.edition_id,
        "article_id": article_id,
        "state": DeliveryState.WAITING,
        "not_before": now,
        "created_at": now,
    }


def _drop_amends(connection: Connection, article_id: int) -> None:
    """A correction that waits is of no use to a reader of nothing."""
    connection.execute(
        update(outbox)
        .where(
            outbox.c.article_id == article_id,
            (outbox.c.action == DeliveryAction.EDIT) | outbox.c.target_id.is_not(None),
            outbox.c.state == DeliveryState.WAITING,
        )
        .values(state=DeliveryState.DROPPED)
    )


def _replies(connection: Connection, article_id: int) -> Sequence[OutboxRow]:
    """Corrections that went out as messages of their own."""
    query = select(outbox).where(
        outbox.c.article_id == article_id,
        outbox.c.state == DeliveryState.SENT,
        outbox.c.message_id != outbox.c.target_id,
    )
    return connection.execute(query.order_by(outbox.c.id)).all()


def _add(connection: Connection, rows: Sequence[dict[str, object]]) -> int:
    if rows:
        connection.execute(outbox.insert(), rows)
    return len(rows)
