"""Editors and readers at one message at once: what stands there in the end is what the store says."""

import asyncio
import logging
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from bot.desks.editing import EditingDesk
from bot.domain.articles import ArticleState, StoredArticle
from bot.localchat import Fault, LocalMessage, User
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.telegram import Served

EDITOR = 1
MOMENTS = 0.25  # seconds within which all of it happens
SLOW = (0.0, 0.05, 0.1, 0.2)  # seconds that a call takes until it happens


@dataclass
class Mob:
    """A reader's edition, and what editors did to its articles."""

    desk: Desk
    editors: EditingDesk
    chance: random.Random
    reader: User
    articles: list[StoredArticle]
    moments: float = MOMENTS

    @property
    def message(self) -> LocalMessage | None:
        """The edition, while it stands."""
        found = self.desk.telegram.sent(self.reader)
        return found[-1] if found else None

    def deeds(self) -> list[Callable[[], Awaitable[None]]]:
        """What is done in a run: much at once, or one thing beside a press or two.

        The latter, as in a busy moment a later edit hides what an earlier one left.
        """
        busy = self.chance.random() < 0.5
        concerned = self.articles if busy else self.chance.sample(self.articles, 1)
        done = [deed for article in concerned for deed in self.deeds_on(article.id)]
        done += [self.press for _ in range(self.chance.randint(2, 8) if busy else self.chance.randint(1, 2))]
        self.moments = MOMENTS if busy else MOMENTS / 10
        return done

    def deeds_on(self, id_: int) -> list[Callable[[], Awaitable[None]]]:
        """What an editor does with the article."""
        return self.chance.choice(
            [
                [partial(self.kill, id_)],
                [partial(self.correct, id_, 0), partial(self.correct, id_, 1)],
                [partial(self.hold, id_)],
                [partial(self.hold, id_, again=True)],
            ]
        )

    async def kill(self, id_: int) -> None:
        await self.editors.kill(id_, by=EDITOR)

    async def correct(self, id_: int, number: int) -> None:
        await self.editors.correct(id_, f"Note {number} of {id_}.", by=EDITOR)

    async def hold(self, id_: int, *, again: bool = False) -> None:
        await self.editors.hold(id_, by=EDITOR)
        if again:
            await asyncio.sleep(self.chance.random() * self.moments)
            await self.editors.publish(id_, by=EDITOR)

    async def press(self) -> None:
        """Whatever button stands there."""
        message = self.message
        buttons = [button for row in message.buttons for button in row] if message else []
        turning = [button.action for button in buttons if button.action and button.action[0] == "n"]
        if message and turning:
            self.press_action(message, self.chance.choice(turning))

    def press_action(self, message: LocalMessage, action: str) -> None:
        self.desk.telegram.press_action(self.reader, message, action)
        self.desk.bot.asked += 1

    async def at_some_moment(self, deed: Callable[[], Awaitable[None]]) -> None:
        await asyncio.sleep(self.chance.random() * self.moments)
        await deed()

    async def settle(self) -> None:
        """Until every press is answered, and nothing waits."""
        bot = self.desk.bot
        async with asyncio.timeout(60), bot.handled.changed:
            await bot.handled.changed.wait_for(lambda: bot.handled.count >= bot.asked)
        await self.desk.settle()

    async def turn(self, article_id: int) -> str:
        """What the message says once the article, or the list, was opened."""
        message = self.message
        assert message is not None
        delivery = re.search(r"n:\d+:(\d+)", str(message.buttons))
        if delivery is not None:
            self.press_action(message, f"n:{article_id}:{delivery[1]}")
            await self.settle()
        found = self.message
        assert found is not None
        return found.text


async def a_mob(desk: Desk, editors: EditingDesk, chance: random.Random, number: int) -> Mob:
    reader = desk.telegram.add_user(f"Reader {number}")
    await desk.office.subscriber(reader)
    articles = [
        await desk.article(f"Report {number} {name}")
        for name in ("Amber", "Birch", "Cedar", "Dogwood", "Elder")[: chance.choice((1, 3, 4, 5))]
    ]
    mob = Mob(desk, editors, chance, reader, articles)
    await mob.settle()
    assert mob.message is not None
    return mob


async def what_is_wrong(mob: Mob) -> list[str]:
    """What of the message is not what the store says, whatever is opened of it."""
    now = {each.id: await mob.desk.store.articles.get(each.id) for each in mob.articles}
    public = [id_ for id_, article in now.items() if article.state is ArticleState.LIVE]
    if mob.message is None:
        return (
            ["it was deleted"] if any(each.state is not ArticleState.KILLED for each in now.values()) else []
        )
    wrong = []
    told = [mob.message.text, await mob.turn(0), *[await mob.turn(id_) for id_ in public], await mob.turn(0)]
    for id_, article in now.items():
        headline = article.analysis.article.headline
        assert headline is not None
        name = headline.of(article.text)
        shown = [text for text in told if name in text]
        if id_ not in public and shown:
            wrong.append(f"{name}, {article.state}, is told of: {shown}")
        if id_ in public and name not in told[-1]:
            wrong.append(f"{name} is not told of: {told[-1]}")
        if id_ in public and article.correction and any(article.correction not in text for text in shown):
            wrong.append(f"{name}: {article.correction} is lost: {shown}")
    return wrong


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(range(10), id="some"),
        pytest.param(range(10, 510), id="many", marks=[pytest.mark.attack, pytest.mark.timeout(3600)]),
    ],
)
async def test_what_editors_and_readers_do_at_once_ends_in_what_the_store_says(
    store: Store, served_telegram: Served, runs: range, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "bot")
    async with editing(served_telegram, store) as desk:
        publisher = desk.office.publisher
        editors = EditingDesk(
            store=store,
            publisher=publisher,
            default_zone=ZoneInfo("UTC"),
            clock=desk.clock,
            look_now=lambda: None,
            title=lambda _: "it",
        )
        for number in runs:
            chance = random.Random(number)
            desk.clock.now = desk.clock.now.replace(hour=7, minute=30) + timedelta(days=1)
            mob = await a_mob(desk, editors, chance, number)
            deeds = mob.deeds()
            for _ in range(chance.randint(1, len(deeds))):
                slow = Fault(outcome=chance.choice(("slow", "late")), seconds=chance.choice(SLOW))
                desk.telegram.fail(slow, method="editMessageText", chat=mob.reader)
            await asyncio.gather(*(mob.at_some_moment(deed) for deed in deeds))
            await mob.settle()
            await mob.settle()  # a press that was answered last may have been looked at again
            assert (number, await what_is_wrong(mob)) == (number, [])
            chat = await store.chats.find(mob.reader.id)
            assert chat is not None
            await store.chats.forget(chat.id)
        figures = await store.outbox.figures(since=desk.clock.now - timedelta(days=2000), now=desk.clock.now)
        assert figures.failed == 0
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []
