"""An article is killed in the moment in which its messages are claimed: they leave, and are taken back."""

import asyncio

from sqlalchemy import update

from bot.domain.deliveries import DeliveryState
from bot.store import Store
from bot.store.database.tables import outbox
from tests.bot.delivering import post_office, subscribers
from tests.telegram import Served

READERS = 5


async def test_kill_that_waits_for_a_claim_takes_back_all_that_it_claimed(
    empty_postgresql: str, served_telegram: Served
) -> None:
    """On PostgreSQL two may write at once."""
    store = await Store.open(empty_postgresql)
    async with post_office(store, served_telegram, running=False) as office:
        await subscribers(office, READERS)
        article = await office.article("Talks open")
        await office.tick()
        async with store.database.hold() as claiming:
            on_their_way = update(outbox).values(state=DeliveryState.SENDING)
            await claiming.do(lambda connection: connection.execute(on_their_way))
            killing = asyncio.create_task(office.kill(article.id))
            await asyncio.wait({killing}, timeout=0.5)
            assert not killing.done()
        assert await killing == READERS
    await store.close()
