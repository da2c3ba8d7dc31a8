"""A leader stood still with a message on its way, and hears that it arrived when another leads.

Over HTTP, on both databases: in the end one message stands there, as the store has it.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest_asyncio

from bot.delivery.telegram_calls import deliver, shown_of
from bot.domain.articles import StoredArticle
from bot.domain.deliveries import Delivery, Sent
from bot.domain.roundups import Roundup
from bot.localchat import Fault, User
from bot.render.languages import Languages
from bot.store import Store
from tests.bot.delivering import PostOffice, post_office, subscribers
from tests.bot.test_outbox_store import lead
from tests.telegram import Served

NOTE = "The talks were in Homs."


@dataclass
class Former:
    """A leader whose message arrived, which it has not heard yet."""

    office: PostOffice
    reader: User
    article: StoredArticle
    delivery: Delivery
    outcome: Sent

    async def hears(self) -> None:
        await self.office.store.outbox.record([(self.delivery, self.outcome)], now=self.office.clock.now)

    def stands(self) -> list[str]:
        return [message.text for message in self.office.telegram.sent(self.reader)]


async def send(office: PostOffice, delivery: Delivery) -> Sent:
    assert isinstance(delivery.content, Roundup)
    message = shown_of(delivery.content, delivery, Languages().of(None))
    return await deliver(office.bot, delivery, message, now=office.clock.now)


@pytest_asyncio.fixture
async def former(store: Store, served_telegram: Served) -> AsyncIterator[Former]:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        article = await office.article("Talks open")
        await office.tick()
        await lead(store, 1)
        (delivery,) = await store.outbox.claim(10, now=office.clock.now, term=1)
        yield Former(office, reader, article, delivery, await send(office, delivery))


async def test_kill_that_found_nothing_sent_reaches_a_message_that_had_arrived(
    former: Former, served_telegram: Served
) -> None:
    office = former.office
    await office.kill(former.article.id)
    async with post_office(office.store, served_telegram, clock=office.clock) as following:
        await following.settle()
        assert len(former.stands()) == 1
        await former.hears()
        await following.settle()
    assert former.stands() == []


async def test_correction_that_found_nothing_sent_reaches_a_message_that_had_arrived(
    former: Former, served_telegram: Served
) -> None:
    """It waits to be sent again: Telegram asked the next leader to leave the chat alone."""
    office = former.office
    await office.correct(former.article.id, NOTE)
    office.telegram.fail(Fault(status=500), method="sendMessage")
    async with post_office(office.store, served_telegram, clock=office.clock) as following:
        await following.settle()
        await former.hears()
        office.clock.pass_by(timedelta(minutes=1))
        await following.settle()
    (message,) = former.stands()
    assert NOTE in message


async def test_message_that_two_leaders_sent_stands_there_once(
    former: Former, served_telegram: Served
) -> None:
    office = former.office
    await office.correct(former.article.id, NOTE)
    async with post_office(office.store, served_telegram, clock=office.clock) as following:
        await following.settle()
        assert len(former.stands()) == 2
        await former.hears()
        await following.settle()
    (message,) = former.stands()
    assert NOTE in message


async def test_message_that_the_next_leader_has_in_hand_is_corrected_in_the_one_that_stays(
    former: Former, served_telegram: Served
) -> None:
    office = former.office
    await office.store.outbox.recover()
    (again,) = await office.store.outbox.claim(10, now=office.clock.now)
    arrived = await send(office, again)
    await office.correct(former.article.id, NOTE)
    await former.hears()
    await office.store.outbox.record([(again, arrived)], now=office.clock.now)
    async with post_office(office.store, served_telegram, clock=office.clock) as following:
        await following.settle()
    (message,) = former.stands()
    assert NOTE in message


async def test_kill_of_what_two_leaders_sent_leaves_neither(former: Former, served_telegram: Served) -> None:
    office = former.office
    async with post_office(office.store, served_telegram, clock=office.clock) as following:
        await following.settle()
        await office.kill(former.article.id)
        await following.settle()
        assert len(former.stands()) == 1
        await former.hears()
        await following.settle()
    assert former.stands() == []
