"""Messages that an older program wrote down in words: what they hold is known when somebody wants to know."""

import json

from sqlalchemy import Connection, select, update

from bot.domain.articles import ArticleState
from bot.domain.deliveries import DeliveryState
from bot.store import Store
from bot.store.database.tables import outbox
from tests.bot.delivering import PostOffice, post_office, subscribers
from tests.telegram import Served


def put_into_words(connection: Connection) -> None:
    """All editions, as a program before 0015 left them."""
    words = json.dumps({"html": "<b>Talks fail</b>\n<b>Talks open</b>", "buttons": []})
    connection.execute(update(outbox).where(outbox.c.edition_id.is_not(None)).values(message=words))


def add_a_second_part(connection: Connection) -> None:
    """To the one edition there is: of a long story such a program made several messages."""
    (row,) = connection.execute(select(outbox)).mappings()
    connection.execute(outbox.insert().values({**row, "id": row["id"] + 1}))


def texts(office: PostOffice) -> list[str]:
    return [message.text for message in office.telegram.messages.values() if message.from_bot]


async def test_edition_that_an_older_leader_writes_tells_nothing_that_was_killed(
    store: Store, served_telegram: Served
) -> None:
    """Beside this program, after the database was brought on."""
    async with post_office(store, served_telegram, running=False) as office:
        await subscribers(office, 1)
        killed, lead = await office.article("Talks fail"), await office.article("Talks open")
        await office.one_story(killed, lead)
        await office.tick()
        await store.database.write(put_into_words)
        await store.articles.set_state(killed.id, ArticleState.KILLED, office.clock.now)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        (text,) = texts(office)
        assert ("Talks open" in text, "Talks fail" in text) == (True, False)


async def test_two_parts_of_a_long_story_that_waits_are_sent_as_one(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        await subscribers(office, 1)
        await office.article("Talks open")
        await office.tick()
        await store.database.write(put_into_words)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await store.database.write(add_a_second_part)
        await office.settle()
        assert await office.deliveries() == [(DeliveryState.SENT, None), (DeliveryState.DROPPED, None)]
        assert len(texts(office)) == 1


async def test_message_whose_stories_are_not_noted_yet_is_rewritten_where_one_is_killed(
    office: PostOffice,
) -> None:
    """As those of more deliveries than are noted at an upgrade, while the others are."""
    await subscribers(office, 1)
    killed, _ = await office.article("Talks fail"), await office.article("Talks open")
    await office.deliver()
    await office.store.database.write(put_into_words)
    await office.kill(killed.id)
    await office.settle()
    (text,) = texts(office)
    assert ("Talks open" in text, "Talks fail" in text) == (True, False)
