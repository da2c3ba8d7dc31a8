"""Who reads, as a file that outlives a token and a database: chats, what they chose and follow, who edits.

An import adds what is not there and changes nothing that is: a chat that chose anything since keeps what it
chose. So a file can be imported twice, into a bot that runs, and after people came back by themselves.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, Row, Table, exists, func, insert, select, update

from bot.domain.interests import Stance
from bot.domain.sources import SourceState
from bot.store import Store
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.tables import chats, editors, interests, members, sources
from bot.store.sources.sources import fresh
from bot.store.upkeep.subscribers_file_schema import (
    PortableChat,
    PortableEditor,
    PortableFollow,
    PortableMember,
    PortableSource,
    Register,
)
from summaries.names import fold

# Of a chat, what nobody chose in it.
_WHOSE_IT_IS = {"telegram_id", "thread_id", "kind", "title", "state", "set_up_by", "created_at", "follows"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import added, and what was left as it stood."""

    chats: int
    chats_kept: int
    follows: int
    editors: int
    members: int
    sources: int


async def export_register(store: Store, *, now: datetime) -> Register:
    """Everybody who reads or edits, as the store has them at one moment."""
    return await store.database.read(partial(_register, now=now))


def _register(connection: Connection, *, now: datetime) -> Register:
    followed: dict[int, list[PortableFollow]] = {}
    following = interests.c.stance == Stance.FOLLOW, interests.c.story_id.is_(None)
    for row in connection.execute(select(interests).where(*following).order_by(interests.c.id)):
        followed.setdefault(row.chat_id, []).append(
            PortableFollow(words=row.words, actor=row.actor_id is not None, created_at=row.created_at)
        )
    return Register(
        exported_at=now,
        chats=tuple(
            _portable(row, followed.get(row.id, ()))
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
    )


async def import_register(store: Store, register: Register, *, now: datetime) -> Imported:
    """Adds whoever is not there, all or nobody. News to them is what is filed from now on."""
    wanted = {follow.words for chat in register.chats for follow in chat.follows if follow.actor}
    actor_ids = {words: actor_id for words in sorted(wanted) if (actor_id := await _actor_id(store, words))}
    return await store.database.write(partial(_add, register=register, actor_ids=actor_ids, now=now))


async def _actor_id(store: Store, name: str) -> int | None:
    """The actor so named; None where it cannot be told: then the name is followed as words."""
    meant = await store.actors.resolve(name)
    return meant.entries[0].id if meant.kind == "one" and meant.exact else None


def _add(
    connection: Connection, *, register: Register, actor_ids: Mapping[str, int], now: datetime
) -> Imported:
    added = follow_count = 0
    for chat in register.chats:
        chat_id = _take_in(connection, chat, now=now)
        if chat_id is not None:
            added += 1
            follow_count += _add_follows(connection, chat_id, chat.follows, actor_ids)
    return Imported(
        chats=added,
        chats_kept=len(register.chats) - added,
        follows=follow_count,
        editors=sum(_add_row(connection, editors, editor) for editor in register.editors),
        members=sum(_add_row(connection, members, member) for member in register.members),
        sources=sum(_add_source(connection, source, now=now) for source in register.sources),
    )


def _add_row(connection: Connection, table: Table, row: PortableEditor | PortableMember) -> bool:
    """Whether it was not there."""
    (key,) = table.primary_key.columns
    made = insert_or_ignore(connection, table).values(row.model_dump()).returning(key)
    return connection.scalar(made) is not None


def _add_source(connection: Connection, source: PortableSource, *, now: datetime) -> bool:
    """Whether it was not there. It is visited at once: what it lists by then is history."""
    set_up = source.model_dump(include={"address", "title", "review", "whole_text", "added_by", "added_at"})
    state = SourceState.PAUSED if source.paused else SourceState.ACTIVE
    values = fresh(source.address, title=source.title, now=now) | set_up | {"state": state}
    made = insert_or_ignore(connection, sources).values(values).returning(sources.c.id)
    return connection.scalar(made) is not None


def _take_in(connection: Connection, chat: PortableChat, *, now: datetime) -> int | None:
    """The id of the chat that now stands as in the file; None where it has a will of its own."""
    values = chat.model_dump(exclude={"follows"}) | {"seen_from": now}
    if chat.subscribed:
        values |= {"decided_until": now, "each_new_from": now, "next_due": now}
    here = chats.c.telegram_id == chat.telegram_id, chats.c.thread_id == chat.thread_id
    known = connection.execute(select(chats).where(*here).with_for_update()).one_or_none()
    if known is None:
        return int(connection.execute(insert(chats).values(values).returning(chats.c.id)).scalar_one())
    follows_any = select(exists().where(interests.c.chat_id == known.id))
    chose = known.decided_until is not None or not _untouched(_portable(known, ()))
    if chose or connection.execute(follows_any).scalar_one():
        return None
    if _untouched(chat) and not chat.follows:
        return None
    kept = {"created_at", "kind", "title", "state"}  # it came back by itself: this is newer
    changes = {key: value for key, value in values.items() if key not in kept}
    connection.execute(update(chats).where(chats.c.id == known.id).values(changes))
    return int(known.id)


def _untouched(chat: PortableChat) -> bool:
    """Whether the chat stands as /start made it."""
    return not chat.model_dump(exclude=_WHOSE_IT_IS, exclude_defaults=True)


def _add_follows(
    connection: Connection,
    chat_id: int,
    wanted: Sequence[PortableFollow],
    actor_ids: Mapping[str, int],
) -> int:
    rows = [
        {
            "chat_id": chat_id,
            "stance": Stance.FOLLOW,
            "actor_id": actor_ids.get(follow.words) if follow.actor else None,
            "words": follow.words,
            "key": fold(follow.words),
            "created_at": follow.created_at,
        }
        for follow in wanted
        if fold(follow.words)
    ]
    if rows:
        connection.execute(insert_or_ignore(connection, interests), rows)
    count = select(func.count()).select_from(interests).where(interests.c.chat_id == chat_id)
    return int(connection.execute(count).scalar_one())


def _portable(row: Row[tuple[object, ...]], followed: Collection[PortableFollow]) -> PortableChat:
    columns = PortableChat.model_fields.keys() - {"follows"}
    return PortableChat(**{name: getattr(row, name) for name in columns}, follows=tuple(followed))
