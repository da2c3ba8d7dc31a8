"""What editors do about the next edition, one after the other: each move knows of the one before it.

A button carries the number of the last move that its message tells of. Where another was made since, the
press changes nothing: so of two editors who press at once one is the first, and an old message does nothing
again.
"""

import json
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.domain.next_edition import DeskStanding, Move, Verb
from bot.domain.plans import Orders
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.tables import moves
from bot.store.deliveries.orders import as_json, latest_orders, layout_of, put_orders
from bot.store.deliveries.sendings import add_sending, open_sending, stop_sending
from bot.store.editors.record import record_decision

_COLUMNS = tuple(column for column in moves.c if column.name != "before")


class Moves(Repository):
    @reading
    def standing(self, connection: Connection) -> DeskStanding:
        """How things stand now."""
        return _standing(connection)

    @reading
    def since(self, connection: Connection, moved: int, limit: int) -> tuple[Move, ...]:
        """The latest moves after that one, the oldest first."""
        later = select(*_COLUMNS).where(moves.c.id > moved).order_by(moves.c.id.desc()).limit(limit)
        return tuple(Move(**row._mapping) for row in reversed(connection.execute(later).all()))

    @in_turn
    def make(
        self,
        connection: Connection,
        verb: Verb,
        change: Callable[[Orders], Orders],
        *,
        seen: int,
        chats: int,
        articles: int = 0,
        article_id: int | None = None,
        subject: str,
        by: int,
        now: datetime,
    ) -> bool:
        """Changes the word on all editions. False where a move was made after the one that was seen."""
        if _last(connection) != seen:
            return False
        orders = latest_orders(connection, to_change=True)
        _add(
            connection,
            verb,
            orders,
            chats=chats,
            articles=articles,
            article_id=article_id,
            by=by,
            now=now,
        )
        put_orders(connection, change(orders), now=now)
        record_decision(connection, verb, subject, by=by, now=now)
        return True

    @in_turn
    def undo(self, connection: Connection, *, seen: int, by: int, now: datetime) -> bool:
        """The word on all editions is what it was before the last move; False where that is not the one seen.

        Or where an edition went since.
        """
        standing = _standing(connection, to_change=True)
        last = standing.undoable
        if last is None or last.id != seen:
            return False
        many = {"chats": last.chats, "articles": last.articles}
        _add(connection, "undo", standing.orders, **many, by=by, now=now)
        row = select(moves.c.before).where(moves.c.id == last.id)
        put_orders(connection, _orders(connection.execute(row).scalar_one()), now=now)
        undone = update(moves).where(moves.c.id == last.id).values(undone_by=by, undone_at=now)
        connection.execute(undone)
        record_decision(connection, "undo", last.verb, by=by, now=now)
        return True

    @in_turn
    def send(
        self,
        connection: Connection,
        *,
        seen: int,
        not_before: datetime,
        chats: int,
        articles: int,
        subject: str,
        by: int,
        now: datetime,
    ) -> bool:
        """Orders the next edition sent. False where a move was made after the one that was seen."""
        if _last(connection) != seen or open_sending(connection) is not None:
            return False
        add_sending(connection, not_before=not_before, chats=chats, by=by, now=now)
        orders = latest_orders(connection)
        _add(connection, "send", orders, chats=chats, articles=articles, by=by, now=now)
        record_decision(connection, "push", subject, by=by, now=now)
        return True

    @in_turn
    def stop(self, connection: Connection, sending_id: int, *, subject: str, by: int, now: datetime) -> bool:
        """Calls back what was ordered. False where something of it left, or it was called back before."""
        standing = _standing(connection)
        if not stop_sending(connection, sending_id, by=by, now=now):
            return False
        chats = standing.sending.chats if standing.sending else 0
        _add(connection, "stop", standing.orders, chats=chats, by=by, now=now)
        record_decision(connection, "stop", subject, by=by, now=now)
        return True


def _standing(connection: Connection, *, to_change: bool = False) -> DeskStanding:
    row = connection.execute(select(*_COLUMNS).order_by(moves.c.id.desc()).limit(1)).one_or_none()
    return DeskStanding(
        orders=latest_orders(connection, to_change=to_change),
        last=Move(**row._mapping) if row is not None else None,
        sending=open_sending(connection),
    )


def _last(connection: Connection) -> int:
    return connection.execute(select(moves.c.id).order_by(moves.c.id.desc()).limit(1)).scalar() or 0


def _add(
    connection: Connection,
    verb: Verb,
    before: Orders,
    *,
    chats: int,
    articles: int = 0,
    article_id: int | None = None,
    by: int,
    now: datetime,
) -> None:
    row = {
        "at": now,
        "user_id": by,
        "verb": verb,
        "chats": chats,
        "articles": articles,
        "article_id": article_id,
        "before": _dump(before),
    }
    connection.execute(moves.insert().values(row))


def _dump(orders: Orders) -> str:
    moments = {
        "held_until": orders.held_until,
        "passed_until": orders.passed_until,
        "layout_went_at": orders.layout.went_at,
    }
    told = {name: at.isoformat() for name, at in moments.items() if at is not None}
    return json.dumps(told | {"layout": as_json(orders.layout)}, ensure_ascii=False)


def _orders(kept: str) -> Orders:
    told = json.loads(kept)
    layout = told.pop("layout")
    moments = {name: datetime.fromisoformat(at) for name, at in told.items()}
    return Orders(layout=layout_of(layout, went_at=moments.pop("layout_went_at", None)), **moments)
