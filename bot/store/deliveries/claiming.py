"""Deliveries that were claimed, as they are to be sent now."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, select, update

from bot.domain.chats import Chat
from bot.domain.deliveries import Delivery, DeliveryAction, DeliveryState
from bot.domain.messages import Message
from bot.domain.roundups import Roundup
from bot.store.database.tables import outbox
from bot.store.deliveries.roundups import look
from bot.store.deliveries.rows import (
    addressees,
    contents_of,
    message_of,
    otherwise_of,
    rewrite_of,
)

OutboxRow = Row[tuple[object, ...]]


def claimed(connection: Connection, ids: Sequence[int], now: datetime) -> tuple[Delivery, ...]:
    """The deliveries of these ids; what rewrites a message that never was sent is dropped."""
    rows = connection.execute(select(outbox).where(outbox.c.id.in_(ids)).order_by(outbox.c.id)).all()
    rewrites = {row.id: rewrite for row in rows if (rewrite := rewrite_of(row.message)) is not None}
    targets = _targets(connection, rewrites)
    held = {
        row.id: (contents, row.shows)
        for row in (*rows, *targets.values())
        if (contents := contents_of(row.message)) is not None
    }
    roundups = look(connection, held, now)
    chats = addressees(connection, {row.chat_id for row in rows})
    found: list[Delivery] = []
    for row in rows:
        if row.id not in rewrites:
            found.append(_delivery(row, chats[row.chat_id], roundups.get(row.id)))
        elif (target := targets.get(rewrites[row.id][0])) is not None:
            otherwise = rewrites[row.id][1]
            found.append(_rewrite(row, chats[row.chat_id], target, roundups[target.id], otherwise))
    _settle(connection, rows, found)
    return tuple(found)


def _targets(
    connection: Connection, rewrites: Mapping[int, tuple[int, Message | None]]
) -> Mapping[int, OutboxRow]:
    """The deliveries whose messages are rewritten, bar those that Telegram never took."""
    ids = {delivery_id for delivery_id, _ in rewrites.values()}
    if not ids:
        return {}
    query = select(outbox).where(outbox.c.id.in_(ids), outbox.c.message_id.is_not(None))
    return {row.id: row for row in connection.execute(query) if contents_of(row.message) is not None}


def _settle(connection: Connection, rows: Sequence[OutboxRow], found: Sequence[Delivery]) -> None:
    """What came to nothing is dropped; what rewrites is known by its message from now on."""
    kept = {delivery.id for delivery in found}
    if idle := [row.id for row in rows if row.id not in kept]:
        connection.execute(update(outbox).where(outbox.c.id.in_(idle)).values(state=DeliveryState.DROPPED))
    targets = [{"delivery": each.id, "target": each.target_id} for each in found if each.rewrites is not None]
    if targets:
        known = update(outbox).where(outbox.c.id == bindparam("delivery"))
        connection.execute(known.values(target_id=bindparam("target")), targets)


def _delivery(row: OutboxRow, chat: Chat, roundup: Roundup | None) -> Delivery:
    contents = contents_of(row.message)
    return Delivery(
        id=row.id,
        chat=chat,
        action=DeliveryAction(row.action),
        content=roundup if roundup is not None else message_of(row.message),
        otherwise=otherwise_of(row.message),
        target_id=row.target_id,
        answers=contents.answers if contents else None,
        silent=contents.silent if contents else False,
        article_id=row.article_id,
        created_at=row.created_at,
        attempts=row.attempts,
        doubts=row.doubts,
        term=row.term,
    )


def _rewrite(
    row: OutboxRow, chat: Chat, target: OutboxRow, roundup: Roundup, otherwise: Message | None
) -> Delivery:
    return Delivery(
        id=row.id,
        chat=chat,
        action=DeliveryAction.EDIT,
        content=roundup,
        otherwise=otherwise,
        target_id=target.message_id,
        target_sent_at=target.sent_at,
        rewrites=target.id,
        article_id=row.article_id,
        created_at=row.created_at,
        attempts=row.attempts,
        doubts=row.doubts,
        term=row.term,
    )
