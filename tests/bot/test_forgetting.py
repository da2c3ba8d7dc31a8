"""/forget: all that is stored of a chat is told of and deleted, wherever it stands."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

from sqlalchemy import Connection, String, Text, cast, or_, select

from bot.domain.interests import Stance, Subject
from bot.store import Store
from bot.store.database.tables import metadata
from tests.bot.editing import Desk, editing
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.telegram import Served, shown


def naming(connection: Connection, telegram_id: int, chat_id: int) -> Iterator[str]:
    """Tables with a row that names the chat: by Telegram's number anywhere, or by the store's."""
    for table in metadata.sorted_tables:
        named = [
            cast(column, Text) == str(telegram_id) for column in table.columns if column.name != "update_id"
        ]
        named += [column.contains(str(telegram_id)) for column in table.columns if is_text(column.type)]
        named += [table.c.chat_id == chat_id] if "chat_id" in table.c else []
        if connection.execute(select(table).where(or_(*named)).limit(1)).first() is not None:
            yield table.name


def is_text(kind: object) -> bool:
    return isinstance(kind, String | Text)


async def test_nothing_that_names_a_chat_is_left(store: Store, served_telegram: Served) -> None:
    async with editing(served_telegram, store) as desk:
        await all_is_forgotten(desk, store)


async def all_is_forgotten(desk: Desk, store: Store) -> None:
    reader = desk.telegram.add_user("Reader with a number of his own")
    article = await a_stored_article(store, an_analysis(actors=("Ada Berg",), section="Sport"))
    await desk.ask("/subscribe 07:30 18:00 new", user=reader)
    chat = await store.chats.find(reader.id)
    assert chat is not None
    await store.chats.change(
        chat.id,
        lambda known: replace(known, sections=("sport",), hour_sections=((time(18), ("sport",)),)),
        now=NOON,
    )
    for stance, subject in (
        (Stance.FOLLOW, Subject(words="deal")),
        (Stance.MUTE, Subject(words="football")),
        (Stance.MUTE, Subject(story_id=article.story_id)),
    ):
        await store.interests.add(chat.id, subject, stance=stance, found=[article.id], now=NOON)
    await store.saved.add(chat.id, "s", article.id, now=NOON)
    await store.saved.add(chat.id, "a", 1, now=NOON)
    (settings,) = await desk.ask("/settings", user=reader)
    await desk.press_action(settings, "ask:hours", user=reader)
    await store.editorial.vouch(reader.id, by=desk.telegram.editor.id, now=NOON)
    desk.clock.now += timedelta(hours=2)
    await desk.article("Ferry sails")
    await desk.settle()

    def left(connection: Connection) -> list[str]:
        return list(naming(connection, reader.id, chat.id))

    stored = {
        "chats",
        "interests",
        "saved",
        "saved_actors",
        "concerns",
        "members",
        "seen",
        "editions",
        "outbox",
        "questions",
    }
    assert stored <= set(await store.database.read(left))
    (asked,) = await desk.ask("/forget", user=reader)
    text, buttons = shown(asked)
    for line in (
        "· what it follows: 1",
        "· what it mutes: 2",
        "· what it saved: 2",
        "· that you were invited: you will need a new link",
    ):
        assert line in text
    assert buttons == (("Delete it all", "Keep it"),)
    await desk.press(asked, "Delete it all", user=reader)
    assert await store.database.read(left) == []
