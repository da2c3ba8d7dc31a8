"""Deliveries as the outbox keeps them: messages to JSON and back, and to whom they go."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Row, select

from bot.domain.chats import Chat
from bot.domain.deliveries import Delivery, DeliveryAction
from bot.domain.messages import Button, Message
from bot.store.chats.rows import to_chat
from bot.store.database.tables import chats


def dump(message: Message, *, otherwise: Message | None = None, heading: str | None = None) -> str:
    """A message as the outbox keeps it."""
    written: dict[str, object] = {"html": message.html, "buttons": _rows(message)}
    if heading:
        written["heading"] = heading
    if otherwise:
        written["otherwise"] = {"html": otherwise.html, "buttons": _rows(otherwise)}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def heading_of(kept: str) -> str | None:
    """What stood above a message that is kept; None for one whose words were forgotten."""
    heading: str | None = json.loads(kept).get("heading") if kept else None
    return heading


def _rows(message: Message) -> list[list[tuple[str, str]]]:
    return [[(button.label, button.action) for button in row] for row in message.buttons]


_AT_A_TIME = 5000  # parameters: SQLite takes 32,766


def addressees(connection: Connection, ids: Collection[int]) -> Mapping[int, Chat]:
    """The chats of these ids that there are."""
    found: dict[int, Chat] = {}
    wanted = tuple(ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        query = select(chats).where(chats.c.id.in_(wanted[start : start + _AT_A_TIME]))
        found |= {row.id: to_chat(row) for row in connection.execute(query)}
    return found


def to_delivery(row: Row[tuple[object, ...]], chat: Chat) -> Delivery:
    """The delivery of a row of the outbox, to this chat."""
    written = json.loads(row.message)
    otherwise = written.get("otherwise")
    return Delivery(
        id=row.id,
        chat=chat,
        action=DeliveryAction(row.action),
        message=_message(written),
        otherwise=_message(otherwise) if otherwise else None,
        target_id=row.target_id,
        article_id=row.article_id,
        created_at=row.created_at,
        attempts=row.attempts,
        doubts=row.doubts,
        term=row.term,
    )


def _message(written: Mapping[str, object]) -> Message:
    rows = written["buttons"]
    assert isinstance(rows, list)
    return Message(
        html=str(written["html"]),
        buttons=tuple(tuple(Button(label=label, action=action) for label, action in row) for row in rows),
    )
