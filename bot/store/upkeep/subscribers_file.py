"""Who reads, as a file that outlives a token and a database: chats, what they chose and follow, who edits.

An import adds what is not there and changes nothing that is: a chat that chose anything since keeps what it
chose. So a file can be imported twice, into a bot that runs, and after people came back by themselves.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, Row, Table, exists, insert, or_, select, update

from bot.domain.sources import SourceState
from bot.store import Store
from bot.store.chats.rows import sections_in
from bot.store.database.dialect import insert_or_ignore, upsert
from bot.store.database.tables import (
    chats,
    editors,
    interests,
    members,
    outlets,
    saved,
    sections,
    sources,
)
from bot.store.sources.sources import fresh
from bot.store.upkeep.kept_in_file import Kept, KeptCounts, add_kept, kept_of_all
from bot.store.upkeep.subscribers_file_schema import (
    PortableChat,
    PortableEditor,
    PortableMember,
    PortableOutlet,
    PortableSection,
    PortableSource,
    Register,
)

# Of a chat, what nobody chose in it.
_ELSEWHERE = {"follows", "mutes", "saved"}  # not in its row
_AS_MET = {"telegram_id", "thread_id", "kind", "title", "state", "set_up_by", "created_at", "client_language"}
_WHOSE_IT_IS = _AS_MET | _ELSEWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import added, and what was left as it stood."""

    chats: int
    chats_kept: int
    kept: KeptCounts
    editors: int
    members: int
    sources: int


async def export_register(store: Store, *, now: datetime) -> Register:
    """Everybody who reads or edits, as the store has them at one moment."""
    return await store.database.read(partial(_register, now=now))


def _register(connection: Connection, *, now: datetime) -> Register:
    kept = kept_of_all(connection)
    return Register(
        exported_at=now,
        chats=tuple(
            _portable(row, kept.get(row.id, Kept()))
            for row in connection.execute(select(chats).order_by(chats.c.id))
        ),
        editors=tuple(
            PortableEditor(**row._mapping)
            for row in connection.execute(select(editors).order_by(editors.c.user_id))
        ),
        members=tuple(
            PortableMember(**row._mapping)
            for row in connection.execute(select(members).order_by(members.c.telegram_id))
        ),
        sources=tuple(
            PortableSource(
                paused=row.state == SourceState.PAUSED,
                **{name: getattr(row, name) for name in PortableSource.model_fields if name != "paused"},
            )
            for row in connection.execute(select(sources).order_by(sources.c.id))
        ),
        sections=tuple(
            PortableSection(key=row.key, name=row.name)
            for row in connection.execute(select(sections).order_by(sections.c.key))
        ),
        outlets=tuple(
            PortableOutlet(name=row.name, section=row.section)
            for row in connection.execute(select(outlets).order_by(outlets.c.name))
            if row.section
        ),
    )


async def import_register(store: Store, register: Register, *, now: datetime) -> Imported:
    """Adds whoever is not there, all or nobody. News to them is what is filed from now on."""
    wanted = {one.words for chat in register.chats for one in (*chat.follows, *chat.mutes) if one.actor}
    wanted |= {one.actor for chat in register.chats for one in chat.saved if one.actor}
    actor_ids = {words: actor_id for words in sorted(wanted) if (actor_id := await _actor_id(store, words))}
    return await store.database.write(partial(_add, register=register, actor_ids=actor_ids, now=now))


async def _actor_id(store: Store, name: str) -> int | None:
    """The actor so named; None where it cannot be told: then the name is followed as words."""
    meant = await store.actors.resolve(name)
    return meant.entries[0].id if meant.kind == "one" and meant.exact else None


def _add(
    connection: Connection, *, register: Register, actor_ids: Mapping[str, int], now: datetime
) -> Imported:
    added, counts = 0, KeptCounts()
    for chat in register.chats:
        chat_id = _take_in(connection, chat, now=now)
        if chat_id is not None:
            added += 1
            counts = counts.plus(add_kept(connection, chat_id, chat, actor_ids))
    _add_sections(connection, register)
    return Imported(
        chats=added,
        chats_kept=len(register.chats) - added,
        kept=counts,
        editors=sum(_add_row(connection, editors, editor) for editor in register.editors),
        members=sum(_add_row(connection, members, member) for member in register.members),
        sources=sum(_add_source(connection, source, now=now) for source in register.sources),
    )


def _add_sections(connection: Connection, register: Register) -> None:
    """The names of sections, and those of outlets for which no editor set one."""
    if register.sections:
        rows = [one.model_dump() for one in register.sections]
        connection.execute(insert_or_ignore(connection, sections), rows)
    for outlet in register.outlets:
        row = upsert(connection.dialect.name, outlets).values(outlet.model_dump())
        unset = outlets.c.section.is_(None)
        change = {"section": outlet.section}
        connection.execute(
            row.on_conflict_do_update(index_elements=[outlets.c.name], set_=change, where=unset)
        )


def _add_row(connection: Connection, table: Table, row: PortableEditor | PortableMember) -> bool:
    """Whether it was not there."""
    (key,) = table.primary_key.columns
    made = insert_or_ignore(connection, table).values(row.model_dump()).returning(key)
    return connection.scalar(made) is not None


def _add_source(connection: Connection, source: PortableSource, *, now: datetime) -> bool:
    """Whether it was not there. It is visited at once: what it lists by then is history."""
    set_up = source.model_dump(
        include={"address", "title", "review", "whole_text", "section", "added_by", "added_at"}
    )
    state = SourceState.PAUSED if source.paused else SourceState.ACTIVE
    values = fresh(source.address, title=source.title, now=now) | set_up | {"state": state}
    made = insert_or_ignore(connection, sources).values(values).returning(sources.c.id)
    return connection.scalar(made) is not None


def _take_in(connection: Connection, chat: PortableChat, *, now: datetime) -> int | None:
    """The id of the chat that now stands as in the file; None where it has a will of its own."""
    values = chat.model_dump(exclude=_ELSEWHERE) | {
        "sections": "\n".join(chat.sections),
        "hour_sections": json.dumps(chat.hour_sections, ensure_ascii=False) if chat.hour_sections else "",
        "seen_from": now,
    }
    if chat.subscribed:
        values |= {"decided_until": now, "each_new_from": now, "next_due": now}
    here = chats.c.telegram_id == chat.telegram_id, chats.c.thread_id == chat.thread_id
    known = connection.execute(select(chats).where(*here).with_for_update()).one_or_none()
    if known is None:
        return int(connection.execute(insert(chats).values(values).returning(chats.c.id)).scalar_one())
    keeps = or_(exists().where(interests.c.chat_id == known.id), exists().where(saved.c.chat_id == known.id))
    chose = known.decided_until is not None or not _untouched(_portable(known, Kept()))
    if chose or connection.execute(select(keeps)).scalar_one():
        return None
    if _untouched(chat) and not (chat.follows or chat.mutes or chat.saved):
        return None
    kept = {"created_at", "kind", "title", "state", "client_language"}  # it came by itself: this is newer
    changes = {key: value for key, value in values.items() if key not in kept}
    connection.execute(update(chats).where(chats.c.id == known.id).values(changes))
    return int(known.id)


def _untouched(chat: PortableChat) -> bool:
    """Whether the chat stands as /start made it."""
    return not chat.model_dump(exclude=_WHOSE_IT_IS, exclude_defaults=True)


def _portable(row: Row[tuple[object, ...]], kept: Kept) -> PortableChat:
    otherwise = {"sections", "hour_sections", "follows", "mutes", "saved"}
    columns = PortableChat.model_fields.keys() - otherwise
    return PortableChat(
        **{name: getattr(row, name) for name in columns},
        sections=sections_in(row.sections),
        hour_sections=json.loads(row.hour_sections) if row.hour_sections else {},
        follows=tuple(kept.follows),
        mutes=tuple(kept.mutes),
        saved=tuple(kept.saved),
    )
