"""Which deliveries may go, and the claimed ones as they are to be sent now."""

import logging
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, select, update

from bot.domain.articles import ArticleState
from bot.domain.chats import Chat
from bot.domain.deliveries import UNTIL_LET_GO, Delivery, DeliveryAction, DeliveryState
from bot.domain.roundups import Contents, Outlook, Roundup, standing
from bot.store.database.tables import outbox
from bot.store.deliveries.roundups import look, outlooks
from bot.store.deliveries.rows import (
    OutboxRow,
    addressees,
    contents_of,
    message_of,
    otherwise_of,
    rewrite_of,
)

log = logging.getLogger(__name__)

DueRow = Row[int, int, str, str, int | None, int | None]
DUE = (  # of a DueRow
    outbox.c.id,
    outbox.c.chat_id,
    outbox.c.message,
    outbox.c.action,
    outbox.c.target_id,
    outbox.c.edition_id,
)
_IS_SENT = (outbox.c.action == DeliveryAction.SEND) & outbox.c.target_id.is_(None)  # it amends nothing


def first_of_each_chat(connection: Connection, due: Sequence[DueRow], now: datetime) -> list[int]:
    """The first delivery of each chat that may go, in the order of the chats; what may not is kept back.

    What is sent goes in the order in which it was decided on, whatever was tried of it before: behind one
    that waits to be tried again, the next waits, too. What amends an earlier message waits for nothing.
    """
    held = {row.id: contents for row in due if (contents := contents_of(row.message)) is not None}
    known = outlooks(connection, {id_ for contents in held.values() for id_ in contents.articles}, now)
    waiting = _tried(connection, {row.chat_id for row in due}, now)
    first = dict.fromkeys((row.chat_id for row in due), 0)
    for row in sorted(due, key=lambda row: row.id):
        if first[row.chat_id]:
            continue
        before = waiting.get(row.chat_id)
        if row.id in held and (kept_back := _kept_back(held[row.id], known)) is not None:
            _change(connection, row.id, kept_back | {"claimed_at": None})
        elif before is not None and before[0] < row.id and _is_sent(row):
            _change(connection, row.id, {"not_before": before[1]})
        else:
            first[row.chat_id] = row.id
    return [id_ for id_ in first.values() if id_]


def _tried(
    connection: Connection, chat_ids: Collection[int], now: datetime
) -> Mapping[int, tuple[int, datetime]]:
    """The first delivery of each chat that was tried and is to be tried again later, and when."""
    query = (
        select(outbox.c.chat_id, outbox.c.id, outbox.c.not_before)
        .where(
            outbox.c.state == DeliveryState.WAITING,
            outbox.c.not_before > now,
            outbox.c.claimed_at.is_not(None),
            outbox.c.chat_id.in_(tuple(chat_ids)),
            _IS_SENT,
        )
        .order_by(outbox.c.id.desc())
    )
    return {row.chat_id: (row.id, row.not_before) for row in connection.execute(query)}


def _is_sent(row: DueRow) -> bool:
    return row.action == DeliveryAction.SEND and row.target_id is None


def _change(connection: Connection, delivery_id: int, values: Mapping[str, object]) -> None:
    connection.execute(update(outbox).where(outbox.c.id == delivery_id).values(dict(values)))


def _kept_back(contents: Contents, known: Mapping[int, Outlook]) -> dict[str, object] | None:
    """What becomes of a delivery that tells of nothing which is public now; None: it may go."""
    told = tuple(known[id_] for id_ in contents.articles if id_ in known)
    match standing(told):
        case "public":
            return None
        case "held":
            ends = [one.embargo for one in told if one.state is ArticleState.LIVE and one.embargo]
            return {"not_before": min(ends, default=UNTIL_LET_GO)}
        case _:
            return {"state": DeliveryState.DROPPED, "fault": "withdrawn before it was sent"}


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
    roundups = _legible(connection, held, now)
    chats = addressees(connection, {row.chat_id for row in rows})
    unreadable = held.keys() - roundups.keys()
    found: list[Delivery] = []
    for row in rows:
        told = rewrites.get(row.id, row.id)
        if told in unreadable:
            log.error("delivery %d is left out: what is stored of its articles cannot be read", row.id)
        elif row.id not in rewrites:
            found.append(_delivery(row, chats[row.chat_id], roundups.get(row.id)))
        elif (target := targets.get(told)) is not None:
            found.append(_rewrite(row, chats[row.chat_id], target, roundups[target.id]))
    _settle(connection, rows, found)
    return tuple(found)


def _legible(
    connection: Connection, held: Mapping[int, tuple[Contents, int | None]], now: datetime
) -> Mapping[int, Roundup]:
    """Those messages that can be made of what is stored: one that cannot keeps back no other."""
    try:
        return look(connection, held, now)
    except ValueError:
        found: dict[int, Roundup] = {}
        for delivery_id, one in held.items():
            with suppress(ValueError):
                found |= look(connection, {delivery_id: one}, now)
        return found


def _targets(connection: Connection, rewrites: Mapping[int, int]) -> Mapping[int, OutboxRow]:
    """The deliveries whose messages are rewritten, bar those that Telegram never took."""
    if not rewrites:
        return {}
    query = select(outbox).where(outbox.c.id.in_(set(rewrites.values())), outbox.c.message_id.is_not(None))
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


def _rewrite(row: OutboxRow, chat: Chat, target: OutboxRow, roundup: Roundup) -> Delivery:
    return replace(
        _delivery(row, chat, roundup),
        target_id=target.message_id,
        target_sent_at=target.sent_at,
        rewrites=target.id,
    )
