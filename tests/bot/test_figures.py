"""/stats: why messages failed, who came and left, what was opened most, in numbers alone; over HTTP."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.domain.articles import ArticleState
from bot.domain.editing import Readers
from bot.domain.subscriptions import Destination
from bot.store import Store
from bot.store.database.tables import openings, outbox, readership
from tests.bot.editing import Desk
from tests.bot.library import NOON, a_stored_article, an_analysis

DAY = timedelta(days=1)


async def test_who_came_and_who_left_is_counted_by_day(store: Store) -> None:
    chats = [await store.chats.get_or_create(Destination.of_person(id_), now=NOON) for id_ in (1, 2, 3)]
    for chat in chats:
        for _ in range(2):  # a second order is no second reader
            await store.chats.change(chat.id, lambda one: replace(one, subscribed=True), now=NOON)
    await store.chats.stop_everywhere(1, now=NOON + DAY)
    await store.chats.stop_everywhere(1, now=NOON + DAY)
    await store.chats.forget(chats[1].id, now=NOON + DAY)
    await store.chats.resume_everywhere(1, now=NOON + 2 * DAY)
    assert await store.readership.since(7, now=NOON + 2 * DAY) == Readers(gained=4, lost=2)
    assert await store.readership.since(1, now=NOON + 2 * DAY) == Readers(gained=1, lost=0)
    assert await store.chats.count_subscribers() == 2


async def test_what_readers_may_have_is_counted_each_time_it_is_opened(store: Store) -> None:
    for name, state in (("a", ArticleState.LIVE), ("b", ArticleState.LIVE), ("c", ArticleState.HELD)):
        await a_stored_article(store, an_analysis(sentences=(f"It is {name}.",)), path=name, state=state)
    for id_ in (2, 2, 1, 3, 999):
        await store.openings.count(id_, now=NOON)
    await store.openings.count(1, now=NOON - 7 * DAY)
    assert await store.openings.most(5, 7, now=NOON) == {2: 2, 1: 1}
    assert await store.openings.most(1, 8, now=NOON) == {2: 2}


def test_no_count_knows_whose_it_is() -> None:
    assert {column.name for column in openings.columns} == {"article_id", "day", "count"}
    assert {column.name for column in readership.columns} == {"day", "gained", "lost"}


@pytest.mark.parametrize("action", ["s:1", "t:1"])
async def test_stats_tell_what_was_opened(desk: Desk, action: str) -> None:
    reader = desk.telegram.reader
    await desk.article()
    await desk.article("Talks are held", state=ArticleState.HELD)
    (message,) = await desk.ask("/latest", user=reader)
    for pressed in (action, action, "s:2"):
        await desk.press_action(message, pressed, user=reader)
    (stats,) = await desk.ask("/stats")
    assert "Opened most in 7 days\n2 × Talks open\n" in stats.text
    assert "Talks are held" not in stats.text


async def test_a_story_that_is_opened_in_its_list_counts(desk: Desk) -> None:
    reader = await desk.subscribe()
    await desk.article("Talks open")
    await desk.article("A bridge fell")
    (listed,) = await desk.ask("/brief", user=reader)
    await desk.press(listed, "1", user=reader)
    rows = await desk.store.database.read(lambda connection: connection.execute(select(openings)).all())
    assert len(rows) == 1


async def test_stats_tell_why_messages_failed(desk: Desk) -> None:
    await desk.subscribe()
    await desk.article()
    await desk.ask("/push 1")
    await desk.settle()
    failed = update(outbox).values(state="failed", fault="Forbidden: <b>bot</b> was blocked")
    await desk.store.database.write(lambda connection: connection.execute(failed))
    (stats,) = await desk.ask("/stats")
    assert "0 sent, 1 failed\n· Forbidden: <b>bot</b> was blocked: 1\n" in stats.text
