"""Chats: who reads, how they want it, what they follow."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Row, delete, func, select, update

from bot.domain.chats import Chat, ChatState, Follow, Kept, QuietHours
from bot.domain.errors import NotFoundError
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import chats, follows, members, outbox, seen
from summaries.names import fold

FIRST_EDITION_FROM = datetime(1970, 1, 1, tzinfo=UTC)  # to a new chat every article is news, once
MOST_FOLLOWS = 100  # of one chat

ChatKind = Literal["private", "group", "channel"]


class Chats(Repository):
    # ---------------------------------------------------------------- who

    @reading
    def find(self, connection: Connection, telegram_id: int, thread_id: int = 0) -> Chat | None:
        """The chat, or the topic of a forum, by Telegram's numbers; None where it is not known."""
        query = select(chats).where(chats.c.telegram_id == telegram_id, chats.c.thread_id == thread_id)
        row = connection.execute(query).one_or_none()
        return to_chat(row) if row else None

    @reading
    def get(self, connection: Connection, chat_id: int) -> Chat:
        """Raises NotFoundError where the chat was forgotten."""
        return _get(connection, chat_id)

    @writing
    def get_or_create(
        self,
        connection: Connection,
        telegram_id: int,
        *,
        thread_id: int = 0,
        kind: ChatKind,
        title: str | None,
        user_id: int | None,
        now: datetime,
    ) -> Chat:
        """The chat, made where it was not known. One that was stopped comes back with all it had."""
        chat_id = get_or_create(
            connection,
            telegram_id,
            thread_id=thread_id,
            kind=kind,
            title=title,
            user_id=user_id,
            now=now,
        )
        _resume(connection, chats.c.id == chat_id, now=now)
        return _get(connection, chat_id)

    @writing
    def stop(self, connection: Connection, chat_id: int) -> None:
        """The chat cannot be written to: nothing is sent to it until it is met again."""
        stop(connection, chat_id, fault="stopped")

    @writing
    def stop_everywhere(self, connection: Connection, telegram_id: int) -> None:
        """Like `stop`, for the chat and all its topics: the bot was removed."""
        stop_everywhere(connection, telegram_id, fault="removed from the chat")

    @writing
    def resume_everywhere(self, connection: Connection, telegram_id: int, *, now: datetime) -> int:
        """The chat and all its topics that were stopped come back: the bot is there again. How many."""
        return _resume(connection, chats.c.telegram_id == telegram_id, now=now)

    @writing
    def migrate(self, connection: Connection, telegram_id: int, new_telegram_id: int) -> None:
        """The group became a supergroup: it keeps all it had under the new id."""
        move_chat(connection, telegram_id, new_telegram_id)

    @reading
    def count_subscribers(self, connection: Connection) -> int:
        """How many chats want editions and can be written to."""
        query = (
            select(func.count())
            .select_from(chats)
            .where(chats.c.subscribed, chats.c.state == ChatState.ACTIVE)
        )
        return int(connection.execute(query).scalar_one())

    # ---------------------------------------------------------------- how

    @writing
    def change(
        self, connection: Connection, chat_id: int, alter: Callable[[Chat], Chat], *, now: datetime
    ) -> Chat:
        """Alters the chat's settings in one go, and returns them. Raises NotFoundError.

        Who changes their hours is not sent what the new hours would have brought earlier in the day, and
        who asks for each new article gets those from now on.
        """
        query = select(chats).where(chats.c.id == chat_id).with_for_update()
        row = connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(f"no chat {chat_id}")
        before = to_chat(row)
        after = alter(before)
        values = _settings(after) | {"next_due": now}
        if _calendar(before) != _calendar(after):
            values["decided_until"] = now
        if after.each_new and after.subscribed and not (before.each_new and before.subscribed):
            values["each_new_from"] = now
        connection.execute(update(chats).where(chats.c.id == chat_id).values(values))
        return _get(connection, chat_id)

    @writing
    def forget(self, connection: Connection, chat_id: int) -> None:
        """Deletes all that is stored of the chat; what waits for it is not sent."""
        connection.execute(delete(chats).where(chats.c.id == chat_id))

    @reading
    def kept(self, connection: Connection, chat_id: int) -> Kept:
        """What `forget` would delete. Raises NotFoundError."""
        counts = [
            (
                connection.execute(select(func.count()).select_from(table).where(table.c.chat_id == chat_id))
            ).scalar_one()
            for table in (follows, seen, outbox)
        ]
        chat = _get(connection, chat_id)
        return Kept(chat=chat, follows=counts[0], articles_seen=counts[1], messages=counts[2])

    # ---------------------------------------------------------------- what they follow

    @writing
    def follow(
        self, connection: Connection, chat_id: int, words: str, *, actor_id: int | None, now: datetime
    ) -> bool:
        """News of the actor, or with the words, from now on; subscribes the chat.

        False when it follows that already, has MOST_FOLLOWS, or the words hold no letter.
        """
        key = fold(words)
        count = select(func.count()).select_from(follows).where(follows.c.chat_id == chat_id)
        if not key or connection.execute(count).scalar_one() >= MOST_FOLLOWS:
            return False
        row = {"chat_id": chat_id, "actor_id": actor_id, "words": words, "key": key, "created_at": now}
        add = insert_or_ignore(connection, follows).values(row).returning(follows.c.id)
        made = connection.execute(add).scalar_one_or_none()
        connection.execute(
            update(chats)
            .where(chats.c.id == chat_id, ~chats.c.subscribed)
            .values(subscribed=True, decided_until=now, next_due=now, each_new_from=now)
        )
        return made is not None

    @writing
    def unfollow(self, connection: Connection, chat_id: int, words: str) -> bool:
        """False when it did not follow that."""
        gone = connection.execute(
            delete(follows).where(follows.c.chat_id == chat_id, follows.c.key == fold(words))
        )
        return gone.rowcount == 1

    @reading
    def follows(self, connection: Connection, chat_id: int) -> tuple[Follow, ...]:
        """In the order they were made."""
        query = select(follows).where(follows.c.chat_id == chat_id).order_by(follows.c.id)
        rows = connection.execute(query)
        return tuple(
            Follow(id=row.id, chat_id=row.chat_id, words=row.words, actor_id=row.actor_id) for row in rows
        )


# ------------------------------------------------------------------ within a transaction


def get_or_create(
    connection: Connection,
    telegram_id: int,
    *,
    thread_id: int = 0,
    kind: ChatKind,
    title: str | None,
    user_id: int | None,
    now: datetime,
) -> int:
    """The chat's id, made where it was not known."""
    row = {
        "telegram_id": telegram_id,
        "thread_id": thread_id,
        "kind": kind,
        "title": title,
        "state": ChatState.ACTIVE,
        "set_up_by": user_id,
        "created_at": now,
        "seen_from": FIRST_EDITION_FROM,
    }
    connection.execute(insert_or_ignore(connection, chats).values(row))
    here = chats.c.telegram_id == telegram_id, chats.c.thread_id == thread_id
    if title is not None:
        connection.execute(update(chats).where(*here, chats.c.title != title).values(title=title))
    return int(connection.execute(select(chats.c.id).where(*here)).scalar_one())


def _resume(connection: Connection, which: ColumnElement[bool], *, now: datetime) -> int:
    back = connection.execute(
        update(chats)
        .where(which, chats.c.state == ChatState.STOPPED)
        .values(state=ChatState.ACTIVE, each_new_from=now, decided_until=now, next_due=now)
    )
    return back.rowcount


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


def _get(connection: Connection, chat_id: int) -> Chat:
    row = connection.execute(select(chats).where(chats.c.id == chat_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"no chat {chat_id}")
    return to_chat(row)


def to_chat(row: Row[tuple[object, ...]]) -> Chat:
    """A row that has the columns of `chats` as the value it stands for."""
    quiet = None
    if row.quiet_from and row.quiet_to:
        quiet = QuietHours(start=time.fromisoformat(row.quiet_from), end=time.fromisoformat(row.quiet_to))
    return Chat(
        id=row.id,
        telegram_id=row.telegram_id,
        thread_id=row.thread_id,
        kind=row.kind,
        title=row.title,
        state=ChatState(row.state),
        set_up_by=row.set_up_by,
        subscribed=row.subscribed,
        hours=tuple(time.fromisoformat(hour) for hour in row.hours.split(",") if hour),
        days=tuple(day == "1" for day in row.days),
        each_new=row.each_new,
        followed_only=row.followed_only,
        timezone=row.timezone,
        quiet=quiet,
        stories=row.stories,
        sentences=row.sentences,
        silent=row.silent,
        link_full_text=row.link_full_text,
        say_nothing_new=row.say_nothing_new,
        decided_until=row.decided_until,
        seen_from=row.seen_from,
    )


def _settings(chat: Chat) -> dict[str, object]:
    """The columns that a chat's people decide."""
    return {
        "title": chat.title,
        "subscribed": chat.subscribed,
        "hours": ",".join(f"{hour:%H:%M}" for hour in sorted(set(chat.hours))),
        "days": "".join("1" if day else "0" for day in chat.days),
        "each_new": chat.each_new,
        "followed_only": chat.followed_only,
        "timezone": chat.timezone,
        "quiet_from": f"{chat.quiet.start:%H:%M}" if chat.quiet else None,
        "quiet_to": f"{chat.quiet.end:%H:%M}" if chat.quiet else None,
        "stories": chat.stories,
        "sentences": chat.sentences,
        "silent": chat.silent,
        "link_full_text": chat.link_full_text,
        "say_nothing_new": chat.say_nothing_new,
        "set_up_by": chat.set_up_by,
    }


def _calendar(chat: Chat) -> tuple[object, ...]:
    """What decides when editions are due."""
    return chat.subscribed, frozenset(chat.hours), chat.days, chat.timezone, chat.quiet
