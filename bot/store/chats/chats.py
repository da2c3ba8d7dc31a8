"""Chats: who reads, and how they want it."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    bindparam,
    delete,
    exists,
    func,
    literal,
    select,
    update,
)

from bot.domain.chats import Chat, ChatState, StoredCounts
from bot.domain.deliveries import DeliveryAction, DeliveryState
from bot.domain.errors import NotFoundError
from bot.domain.interests import Stance
from bot.domain.questions import OpenQuestion
from bot.domain.subscriptions import Destination
from bot.store.chats.readership import counting
from bot.store.chats.rows import (
    calendar_of,
    get_known_chat,
    get_or_create,
    move_chat,
    resume,
    settings_of,
    stop_everywhere,
    to_chat,
    wants_editions,
)
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import (
    chats,
    editors,
    interests,
    outbox,
    questions,
    saved,
    saved_actors,
    seen,
)


class Writer(NamedTuple):
    """Somebody who writes from a chat."""

    is_known: bool  # the chat is; its languages are None where it is not
    language: str | None  # as it was chosen
    client_language: str | None
    edits: bool  # they were made an editor
    asked: OpenQuestion | None  # what the chat was asked last and has not answered


class Chats(Repository):
    # ---------------------------------------------------------------- who

    @reading
    def find(self, connection: Connection, telegram_id: int, thread_id: int = 0) -> Chat | None:
        """The chat, or the topic of a forum, by Telegram's numbers; None where it is not known."""
        return _find(connection, telegram_id, thread_id)

    @reading
    def met(self, connection: Connection, place: Destination) -> Writer:
        """Who writes from the place: asked of each update."""
        who = {"chat": place.telegram_id, "thread": place.thread_id, "user": place.user_id}
        row = connection.execute(_WRITER, who).one()
        asked = row.asked and OpenQuestion(name=row.asked, about=row.about, asked_at=row.asked_at)
        return Writer(row.id is not None, row.language, row.client_language, row.edits, asked)

    @reading
    def get(self, connection: Connection, chat_id: int) -> Chat:
        """Raises NotFoundError where the chat was forgotten."""
        return get_known_chat(connection, chat_id)

    @writing
    def get_or_create(self, connection: Connection, place: Destination, *, now: datetime) -> Chat:
        """The chat, made where it was not known. One that was stopped comes back with all it had."""
        chat_id = get_or_create(connection, place, now=now)
        with counting(connection, chats.c.id == chat_id, now=now):
            resume(connection, chats.c.id == chat_id, now=now)
        return get_known_chat(connection, chat_id)

    @writing
    def stop_everywhere(self, connection: Connection, telegram_id: int, *, now: datetime) -> None:
        """Like `stop`, for the chat and all its topics: the bot was removed."""
        with counting(connection, chats.c.telegram_id == telegram_id, now=now):
            stop_everywhere(connection, telegram_id, fault="removed from the chat")

    @writing
    def resume_everywhere(self, connection: Connection, telegram_id: int, *, now: datetime) -> int:
        """The chat and all its topics that were stopped come back: the bot is there again. How many."""
        here = chats.c.telegram_id == telegram_id
        with counting(connection, here, now=now):
            return resume(connection, here, now=now)

    @writing
    def migrate(self, connection: Connection, telegram_id: int, new_telegram_id: int) -> None:
        """The group became a supergroup: it keeps all it had under the new id."""
        move_chat(connection, telegram_id, new_telegram_id)

    @reading
    def count_lacking(self, connection: Connection, article_id: int) -> int:
        """How many chats want editions, can be written to and have not seen the article."""
        saw = exists().where(seen.c.chat_id == chats.c.id, seen.c.article_id == article_id)
        query = select(func.count()).select_from(chats).where(wants_editions(), ~saw)
        return int(connection.execute(query).scalar_one())

    @reading
    def count_sent(self, connection: Connection, article_id: int) -> int:
        """How many chats were sent the article: all of its messages arrived."""
        on_its_way = exists().where(
            outbox.c.chat_id == seen.c.chat_id,
            outbox.c.edition_id == seen.c.edition_id,
            outbox.c.action == DeliveryAction.SEND,
            outbox.c.target_id.is_(None),
            outbox.c.state != DeliveryState.SENT,
        )
        told = seen.c.article_id == article_id, seen.c.edition_id.is_not(None)
        query = select(func.count()).select_from(seen).where(*told, ~on_its_way)
        return int(connection.execute(query).scalar_one())

    @reading
    def count_subscribers(self, connection: Connection) -> int:
        """How many chats want editions and can be written to."""
        query = (
            select(func.count())
            .select_from(chats)
            .where(chats.c.subscribed, chats.c.state == ChatState.ACTIVE)
        )
        return int(connection.execute(query).scalar_one())

    @reading
    def subscribed_topic(self, connection: Connection, telegram_id: int) -> int | None:
        """A topic of the group that is subscribed, 0 where topics are none; None where none is."""
        here = chats.c.telegram_id == telegram_id, chats.c.subscribed, chats.c.state == ChatState.ACTIVE
        query = select(chats.c.thread_id).where(*here).order_by(chats.c.thread_id).limit(1)
        return connection.scalar(query)

    # ---------------------------------------------------------------- in which language

    @reading
    def languages(self, connection: Connection, telegram_ids: Collection[int]) -> Mapping[int, str | None]:
        """The tag of the language that each of these chats is written to in; those that are known."""
        query = select(chats.c.telegram_id, chats.c.language, chats.c.client_language).where(
            chats.c.telegram_id.in_(tuple(telegram_ids)), chats.c.thread_id == 0
        )
        return {row.telegram_id: row.language or row.client_language for row in connection.execute(query)}

    @writing
    def note_client_language(self, connection: Connection, telegram_id: int, tag: str) -> None:
        """Of a private chat, as Telegram tells it; of one that is not known nothing is kept."""
        here = chats.c.telegram_id == telegram_id, chats.c.thread_id == 0
        connection.execute(update(chats).where(*here).values(client_language=tag))

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
        values = settings_of(after) | {"next_due": now}
        if calendar_of(before) != calendar_of(after):
            values["decided_until"] = now
        if after.each_new and after.subscribed and not (before.each_new and before.subscribed):
            values["each_new_from"] = now
        with counting(connection, chats.c.id == chat_id, now=now):
            connection.execute(update(chats).where(chats.c.id == chat_id).values(values))
        return get_known_chat(connection, chat_id)

    @writing
    def forget(self, connection: Connection, chat_id: int, *, now: datetime) -> None:
        """Deletes all that is stored of the chat; what waits for it is not sent."""
        with counting(connection, chats.c.id == chat_id, now=now):
            connection.execute(delete(chats).where(chats.c.id == chat_id))

    @reading
    def count_stored(self, connection: Connection, chat_id: int) -> StoredCounts:
        """What `forget` would delete. Raises NotFoundError."""

        def count(table: Table, *which: ColumnElement[bool]) -> int:
            query = select(func.count()).select_from(table).where(table.c.chat_id == chat_id, *which)
            return int(connection.execute(query).scalar_one())

        return StoredCounts(
            chat=get_known_chat(connection, chat_id),
            follows=count(interests, interests.c.stance == Stance.FOLLOW),
            mutes=count(interests, interests.c.stance == Stance.MUTE),
            saved=count(saved) + count(saved_actors),
            articles_seen=count(seen),
            messages=count(outbox),
        )


def _find(connection: Connection, telegram_id: int, thread_id: int) -> Chat | None:
    row = connection.execute(_AT, {"chat": telegram_id, "thread": thread_id}).one_or_none()
    return to_chat(row) if row else None


# ------------------------------------------------------------------ statements, put together once

_AT = select(chats).where(chats.c.telegram_id == bindparam("chat"), chats.c.thread_id == bindparam("thread"))
# All that is asked of each update in one row, whether the chat is known or not.
_WRITER = select(
    chats.c.id,
    chats.c.language,
    chats.c.client_language,
    editors.c.user_id.is_not(None).label("edits"),
    questions.c.name.label("asked"),
    questions.c.about,
    questions.c.asked_at,
).select_from(
    select(literal(1))
    .subquery()
    .outerjoin(chats, (chats.c.telegram_id == bindparam("chat")) & (chats.c.thread_id == bindparam("thread")))
    .outerjoin(editors, editors.c.user_id == bindparam("user"))
    .outerjoin(questions, questions.c.telegram_id == bindparam("chat"))
)
