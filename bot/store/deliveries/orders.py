"""An editor's word on the editions of all chats."""

import json
from dataclasses import asdict, replace
from datetime import datetime

import msgspec
from sqlalchemy import Connection, func, select, update

from bot.domain.layouts import Layout
from bot.domain.plans import Orders
from bot.store.chats.rows import wants_editions
from bot.store.database.dialect import upsert
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import chats, press

_ROW = 1  # there is one word, the latest


class EditionOrders(Repository):
    @reading
    def get(self, connection: Connection) -> Orders:
        """An editor's word on the editions of all chats."""
        return latest_orders(connection)

    @writing
    def put(self, connection: Connection, orders: Orders, *, now: datetime) -> None:
        """The word from now on."""
        put_orders(connection, orders, now=now)


def latest_orders(connection: Connection, *, to_change: bool = False) -> Orders:
    """The word as it stands, none to begin with; `to_change` it, it stays so until the transaction ends."""
    query = select(press).with_for_update() if to_change else select(press)
    row = connection.execute(query).one_or_none()
    if row is None:
        return Orders()
    return Orders(
        held_until=row.held_until,
        passed_until=row.passed_until,
        went_at=row.went_at,
        layout=layout_of(json.loads(row.layout), went_at=row.layout_went_at),
    )


def put_orders(connection: Connection, orders: Orders, *, now: datetime) -> None:
    """The word from now on, bar when an edition went; every chat that has editions is looked at by it."""
    values = {
        "held_until": orders.held_until,
        "passed_until": orders.passed_until,
        "layout": json.dumps(as_json(orders.layout), ensure_ascii=False),
        "layout_went_at": orders.layout.went_at,
    }
    row = upsert(connection.dialect.name, press).values(id=_ROW, **values)
    connection.execute(row.on_conflict_do_update(index_elements=[press.c.id], set_=values))
    by_the_hour = (chats.c.hours != "") | chats.c.weekly
    connection.execute(update(chats).where(wants_editions(), by_the_hour).values(next_due=now))


def note_edition(connection: Connection, *, now: datetime) -> None:
    """An edition was made: what was decided on it before can no longer be undone."""
    laid_out = func.coalesce(press.c.layout_went_at, now)
    connection.execute(update(press).values(went_at=now, layout_went_at=laid_out))


def as_json(layout: Layout) -> dict[str, object]:
    """What a layout changes, as it is kept."""
    changed = {name: value for name, value in asdict(layout).items() if value}
    return {name: value for name, value in changed.items() if name != "went_at"}


def layout_of(kept: object, *, went_at: datetime | None) -> Layout:
    """The layout that is kept; `kept` is what its JSON holds."""
    return replace(msgspec.convert(kept, Layout), went_at=went_at)
