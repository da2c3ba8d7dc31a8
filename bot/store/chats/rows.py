"""A chat's row: made, stopped, brought back and moved; its settings in and out of columns."""

import json
from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import UTC, datetime, time

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, select, update

from bot.domain.chats import Chat, ChatState, QuietHours
from bot.domain.errors import NotFoundError
from bot.domain.subscriptions import Destination
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.tables import chats, members, outbox

FIRST_EDITION_FROM = datetime(1970, 1, 1, tzinfo=UTC)  # to a new chat every article is news, once

_OTHERWISE = {"state", "hours", "days", "quiet", "followed_at", "sections", "hour_sections"}  # in the row
_AS_STORED = tuple(field.name for field in fields(Chat) if field.name not in _OTHERWISE)
_NOBODYS_CHOICE = {"id", "telegram_id", "thread_id", "kind", "decided_until", "seen_from", "client_language"}
_SET = tuple(name for name in _AS_STORED if name not in _NOBODYS_CHOICE)


def get_or_create(connection: Connection, place: Destination, *, now: datetime) -> int:
    """The chat's id, made where it was not known."""
    row = {
        "telegram_id": place.telegram_id,
        "thread_id": place.thread_id,
        "kind": place.kind,
        "title": place.title,
        "state": ChatState.ACTIVE,
        "set_up_by": place.user_id,
        "client_language": place.client_language,
        "created_at": now,
        "seen_from": FIRST_EDITION_FROM,
    }
    connection.execute(insert_or_ignore(connection, chats).values(row))
    here = chats.c.telegram_id == place.telegram_id, chats.c.thread_id == place.thread_id
    if place.title is not None:
        renamed = update(chats).where(*here, chats.c.title != place.title)
        connection.execute(renamed.values(title=place.title))
    return int(connection.execute(select(chats.c.id).where(*here)).scalar_one())


def resume(connection: Connection, which: ColumnElement[bool], *, now: datetime) -> int:
    """Chats of these that were stopped come back, and news from now on is news. How many."""
    back = connection.execute(
        update(chats)
        .where(which, chats.c.state == ChatState.STOPPED)
        .values(state=ChatState.ACTIVE, each_new_from=now, decided_until=now, next_due=now)
    )
    return back.rowcount


def wants_editions() -> ColumnElement[bool]:
    """Of a chat: whether it ordered editions and can be written to."""
    return and_(chats.c.subscribed, chats.c.state == ChatState.ACTIVE)


def stop(connection: Connection, chat_id: int, *, fault: str) -> None:
    """Stops the chat and gives up what waits for it."""
    connection.execute(
        update(chats).where(chats.c.id == chat_id).values(state=ChatState.STOPPED, next_due=None)
    )
    connection.execute(
        update(outbox)
        .where(outbox.c.chat_id == chat_id, outbox.c.state.in_(("waiting", "sending")))
        .values(state="failed", fault=fault)
    )


def stop_everywhere(connection: Connection, telegram_id: int, *, fault: str) -> None:
    """Nothing is sent to the chat and its topics until they are met again."""
    for chat_id in _ids_of(connection, telegram_id):
        stop(connection, chat_id, fault=fault)


def move_chat(connection: Connection, telegram_id: int, new_telegram_id: int) -> None:
    """Everything under the old id moves to the new one; a newcomer under the new id gives way."""
    let_in = members.c.telegram_id == telegram_id
    for row in connection.execute(select(members.c.code, members.c.joined_at).where(let_in)).all():
        moved = {"telegram_id": new_telegram_id, **row._mapping}
        connection.execute(insert_or_ignore(connection, members).values(moved))
    connection.execute(delete(members).where(let_in))
    for chat_id in _ids_of(connection, telegram_id):
        thread = select(chats.c.thread_id).where(chats.c.id == chat_id).scalar_subquery()
        newcomer = chats.c.telegram_id == new_telegram_id, chats.c.thread_id == thread
        connection.execute(delete(chats).where(*newcomer))
        connection.execute(update(chats).where(chats.c.id == chat_id).values(telegram_id=new_telegram_id))


def _ids_of(connection: Connection, telegram_id: int) -> tuple[int, ...]:
    query = select(chats.c.id).where(chats.c.telegram_id == telegram_id)
    return tuple(connection.execute(query).scalars())


def get_known_chat(connection: Connection, chat_id: int) -> Chat:
    """Raises NotFoundError where the chat was forgotten."""
    row = connection.execute(select(chats).where(chats.c.id == chat_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"no chat {chat_id}")
    return to_chat(row)


def languages_of(connection: Connection, chat_ids: Collection[int]) -> Mapping[int, str | None]:
    """The tag of the language that each of the chats is written to in; None: the bot's own."""
    spoken = select(chats.c.id, chats.c.language, chats.c.client_language)
    rows = connection.execute(spoken.where(chats.c.id.in_(tuple(chat_ids))))
    return {row.id: row.language or row.client_language for row in rows}


def to_chat(row: Row[tuple[object, ...]]) -> Chat:
    """A row that has the columns of `chats` as the value it stands for."""
    quiet = None
    if row.quiet_from and row.quiet_to:
        quiet = QuietHours(start=time.fromisoformat(row.quiet_from), end=time.fromisoformat(row.quiet_to))
    return Chat(
        **{name: getattr(row, name) for name in _AS_STORED},
        state=ChatState(row.state),
        hours=tuple(time.fromisoformat(hour) for hour in row.hours.split(",") if hour),
        days=tuple(day == "1" for day in row.days),
        quiet=quiet,
        followed_at=time.fromisoformat(row.followed_at) if row.followed_at else None,
        sections=sections_in(row.sections),
        hour_sections=hour_sections_of(row.hour_sections),
    )


def settings_of(chat: Chat) -> dict[str, object]:
    """The columns that a chat's people decide."""
    return {name: getattr(chat, name) for name in _SET} | {
        "hours": ",".join(f"{hour:%H:%M}" for hour in sorted(set(chat.hours))),
        "followed_at": f"{chat.followed_at:%H:%M}" if chat.followed_at else None,
        "sections": "\n".join(chat.sections),
        "hour_sections": _hour_sections(chat),
        "days": "".join("1" if day else "0" for day in chat.days),
        "quiet_from": f"{chat.quiet.start:%H:%M}" if chat.quiet else None,
        "quiet_to": f"{chat.quiet.end:%H:%M}" if chat.quiet else None,
    }


def sections_in(kept: str) -> tuple[str, ...]:
    """The keys of sections, out of the column."""
    return tuple(kept.split("\n")) if kept else ()


def hour_sections_of(kept: str) -> tuple[tuple[time, tuple[str, ...]], ...]:
    """The editions that have sections of their own, out of the column."""
    told = json.loads(kept) if kept else {}
    return tuple((time.fromisoformat(hour), tuple(keys)) for hour, keys in sorted(told.items()))


def _hour_sections(chat: Chat) -> str:
    told = {f"{at:%H:%M}": keys for at, keys in chat.hour_sections if at in chat.hours}
    return json.dumps(told, ensure_ascii=False) if told else ""


def calendar_of(chat: Chat) -> tuple[object, ...]:
    """What decides when editions are due."""
    hours = frozenset(chat.hours), chat.days, chat.weekly, chat.followed_at
    return chat.subscribed, hours, chat.timezone, chat.quiet
