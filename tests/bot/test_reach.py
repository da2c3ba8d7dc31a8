"""Whom the next edition would reach is counted without a look at each chat, and is what that would tell."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, update

from bot.delivery.edition_maker import BATCH, EditionMaker
from bot.domain.chats import QuietHours
from bot.domain.edition_decisions import of_all_chats
from bot.domain.interests import Stance, Subject
from bot.domain.layouts import Layout
from bot.domain.next_edition import Reach
from bot.domain.plans import Orders
from bot.domain.slots import next_slot
from bot.domain.zones import zone_of
from bot.store.database.tables import chats, seen
from bot.store.deliveries.edition_transaction import EditionTransaction
from tests.bot.delivering import PostOffice

CHATS, ARTICLES = 60, 12
HOURS = ((), (time(7, 30),), (time(7, 30), time(18)), (time(13),))


def slowly(maker: EditionMaker, transaction: EditionTransaction) -> Reach:
    """Each chat's own edition, one after the other."""
    made, dues, after = [], [], 0
    while recipients := transaction.subscribers(after=after, limit=BATCH):
        for each in recipients:
            if (plan := maker.edition_now(each, transaction)) is not None:
                made.append((plan, 1))
            slot = next_slot(
                replace(each.chat, weekly=False),
                zone=zone_of(each.chat.timezone, default=maker.zone),
                after=maker.now,
            )
            dues += [slot.due] if slot is not None else []
        after = recipients[-1].chat.id
    candidates = (*transaction.candidates(), *transaction.added())
    layout = transaction.orders().layout.to_change
    return Reach(
        chats=len(made),
        stories=of_all_chats(made, candidates, layout=layout),
        due=min(dues, default=None),
    )


async def fill(office: PostOffice, chance: random.Random) -> None:
    """Chats of many kinds, of which some saw, follow or mute some of the news."""
    now = office.clock.now
    news = [
        (await office.article(f"Report {number}", section=chance.choice((None, "Sport", "World")))).id
        for number in range(ARTICLES)
    ]
    for number in range(CHATS):
        chat = await office.subscriber(
            office.telegram.add_user(f"Reader {number}"),
            hours=chance.choice(HOURS),
            timezone=chance.choice((None, "Europe/Berlin", "Asia/Tokyo")),
            stories=chance.choice((1, 5)),
            whole_stories=chance.random() < 0.2,
            followed_only=chance.random() < 0.2,
            sections=chance.choice(((), ("sport",))),
            hour_sections=chance.choice(((), ((time(18), ("world",)),))),
            quiet=chance.choice((None, QuietHours(start=time(22), end=time(8)))),
            days=chance.choice(((True,) * 7, (True,) * 5 + (False,) * 2)),
            subscribed=chance.random() < 0.95,
        )
        for stance in chance.sample(tuple(Stance), k=chance.choice((0, 0, 1))):
            found = chance.sample(news, k=3)
            await office.store.interests.add(
                chat.id, Subject(words=f"word {number}"), stance=stance, found=found, now=now
            )
        await saw(office, chat.id, chance.sample(news, k=chance.choice((0, 3))), chance)


async def saw(office: PostOffice, chat_id: int, ids: Sequence[int], chance: random.Random) -> None:
    begin = office.clock.now - timedelta(minutes=chance.choice((30, 90, 600)))
    rows = [{"chat_id": chat_id, "article_id": id_, "revision_id": id_, "edition_id": None} for id_ in ids]

    def write(connection: Connection) -> None:
        change = update(chats).where(chats.c.id == chat_id)
        connection.execute(change.values(seen_from=begin, laid_out=chance.choice((0, 2))))
        if rows:
            connection.execute(seen.insert(), rows)

    await office.store.database.write(write)


@pytest.mark.parametrize("seed", range(4))
async def test_what_is_counted_at_once_is_what_each_chat_would_get(office: PostOffice, seed: int) -> None:
    chance = random.Random(seed)
    await fill(office, chance)
    now = office.clock.now
    layout = Layout(number=2, first=(3, 1), out=(5,), added=(2,)) if seed % 2 else Layout()
    passed = now - timedelta(minutes=75) if seed > 1 else None
    await office.store.orders.put(Orders(layout=layout, passed_until=passed), now=now)
    maker = EditionMaker(zone=ZoneInfo("UTC"), now=now)
    found = await office.store.outbox.peek(maker.reach, now=now)
    assert found == await office.store.outbox.peek(partial(slowly, maker), now=now)
    assert found.chats
    assert found.stories
