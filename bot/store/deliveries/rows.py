"""Deliveries as the outbox keeps them: contents and messages to JSON and back, and to whom they go."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from bot.domain.chats import Chat
from bot.domain.messages import Button, Message
from bot.domain.roundups import Contents, StoryHeld
from bot.domain.week import WeekHeld
from bot.store.chats.rows import to_chat
from bot.store.database.tables import chats

OutboxRow = Row[tuple[object, ...]]

HOLDS_STORIES = '{"stories":'  # how contents begin that are kept: they hold no words
_AT_A_TIME = 5000  # parameters: SQLite takes 32,766


def dump(content: Message | Contents) -> str:
    """What is to be sent, as the outbox keeps it."""
    return _json(_written(content) if isinstance(content, Message) else _held(content))


def dump_rewrite(delivery_id: int, *, otherwise: Message | None) -> str:
    """That the message of a delivery is to be written anew, and what is replied where it cannot be."""
    return _json({"of": delivery_id, "otherwise": _written(otherwise) if otherwise else None})


def contents_of(kept: str) -> Contents | None:
    """What a message holds that is kept; None for one that holds no stories."""
    read = json.loads(kept) if kept else {}
    if "stories" not in read:
        return None
    week = read.get("week")
    return Contents(
        stories=tuple(
            StoryHeld(articles=tuple(story["articles"]), before=story.get("before"))
            for story in read["stories"]
        ),
        week=WeekHeld(until=datetime.fromisoformat(week["until"]), actors=tuple(week["actors"]))
        if week
        else None,
        heading=read.get("heading"),
        line=read.get("line"),
        left_out=read.get("left_out", False),
        heads=read.get("heads", False),
        answers=read.get("answers"),
        silent=read.get("silent", False),
    )


def message_of(kept: str) -> Message:
    """A fixed message that is kept."""
    return _message(json.loads(kept))


def rewrite_of(kept: str) -> int | None:
    """Which delivery's message is written anew; None where none is."""
    delivery_id: int | None = json.loads(kept).get("of") if kept else None
    return delivery_id


def otherwise_of(kept: str) -> Message | None:
    """What is shown where the message is refused."""
    otherwise = json.loads(kept).get("otherwise")
    return _message(otherwise) if otherwise else None


def addressees(connection: Connection, ids: Collection[int]) -> Mapping[int, Chat]:
    """The chats of these ids that there are."""
    found: dict[int, Chat] = {}
    wanted = tuple(ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        query = select(chats).where(chats.c.id.in_(wanted[start : start + _AT_A_TIME]))
        found |= {row.id: to_chat(row) for row in connection.execute(query)}
    return found


def _held(contents: Contents) -> dict[str, object]:
    stories = [
        {"articles": story.articles} | ({"before": story.before} if story.before else {})
        for story in contents.stories
    ]
    week = contents.week
    others = {
        "week": {"until": week.until.isoformat(), "actors": week.actors} if week else None,
        "heading": contents.heading,
        "line": contents.line,
        "left_out": contents.left_out,
        "heads": contents.heads,
        "answers": contents.answers,
        "silent": contents.silent,
    }
    return {"stories": stories} | {name: value for name, value in others.items() if value}


def _written(message: Message) -> dict[str, object]:
    rows = [[(button.label, button.action) for button in row] for row in message.buttons]
    return {"html": message.html, "buttons": rows}


def _json(written: Mapping[str, object]) -> str:
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _message(written: Mapping[str, Any]) -> Message:  # Any: what JSON holds
    return Message(
        html=str(written["html"]),
        buttons=tuple(
            tuple(Button(label=label, action=action) for label, action in row) for row in written["buttons"]
        ),
    )
