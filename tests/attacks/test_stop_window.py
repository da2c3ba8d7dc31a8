"""An edition or an article that is called back within its stop window while the leader dies: nothing leaves.

Chance says when Stop is pressed, when the process dies and who takes the next step; the same number has the
same happen. Another leads after a while, perhaps when the window is over.
"""

import asyncio
import logging
import random
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.domain.sendings import Sending
from bot.domain.subscriptions import Destination
from bot.localchat import User
from tests.attacks.lives import Process, World, a_world
from tests.attacks.stepping import SteppedLoop
from tests.bot.delivering import MORNING
from tests.bot.library import a_stored_article, an_analysis

DAY = 86_400.0  # seconds between two runs
WINDOW = 20.0
LAST_PRESS = WINDOW - 0.5  # an editor's press takes its time to the bot
LONGEST_AWAY = 8.0  # seconds without a leader
LATER = 40.0  # by then all that was to leave has left


async def a_reader(world: World, process: Process, number: int) -> User:
    """One for whom there is an edition that an editor can send."""
    reader, now = world.telegram.add_user(f"Reader {number}"), world.clock()
    world.telegram.chat(reader).started = True
    day_before = now - timedelta(days=1)
    chat = await process.store.chats.get_or_create(Destination.of_person(reader.id), now=day_before)
    wants = partial(replace, subscribed=True, hours=(MORNING.time(),))
    await process.store.chats.change(chat.id, wants, now=day_before)
    told = an_analysis(headline=f"Report {number}", sentences=(f"“Report {number}” is told here.",))
    await a_stored_article(process.store, told, path=f"{number}.txt", now=now - timedelta(hours=1))
    return reader


async def ordered(process: Process, article_id: int | None) -> Sending:
    """What an editor ordered, as soon as it is."""
    while True:
        editions = (await process.store.moves.standing()).sending
        sending = await process.store.sendings.of_article(article_id) if article_id else editions
        if sending is not None:
            return sending
        await asyncio.sleep(0.1)


async def a_run(world: World, process: Process, number: int, *, stops: bool) -> tuple[Process, list[str]]:
    """Who leads after it, and what left: of an edition, or of an article."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, SteppedLoop)
    loop.pass_by(number * DAY - loop.time())
    chance = random.Random(number)
    reader = await a_reader(world, process, number)
    editor = world.telegram.users[min(world.settings.editor_ids)]
    article_id = (await process.store.editorial.newest())[0].article_id if number % 2 else None
    with world.steps.by_chance(chance):
        world.telegram.say(editor, f"/push {article_id or ''}")
        sending = await ordered(process, article_id)

        async def stop() -> None:
            await asyncio.sleep(chance.uniform(0, LAST_PRESS))
            world.telegram.press_action(editor, world.telegram.sent(editor)[-1], f"et:{sending.id}")

        async def fall() -> Process:
            await asyncio.sleep(chance.uniform(0, WINDOW + 1))
            for _ in range(chance.randint(0, 30)):
                await world.steps.take()
            await process.die()
            await asyncio.sleep(chance.uniform(0, LONGEST_AWAY))
            return await world.next_leader()

        if stops:
            _, process = await asyncio.gather(stop(), fall())
        else:
            process = await fall()
        await asyncio.sleep(LATER)
    found = await process.store.sendings.find(sending.id)
    assert found is not None
    assert (found.stopped_at is not None) is stops
    left = [message.text for message in world.telegram.sent(reader)]
    if chat := await process.store.chats.find(reader.id):
        await process.store.chats.forget(chat.id, now=world.clock())
    return process, left


async def attack(world: World, runs: range, *, stops: bool) -> list[int]:
    """How many messages left in each run."""
    process = await world.next_leader()
    world.telegram.say(world.telegram.users[min(world.settings.editor_ids)], "/help")
    await world.telegram.replies(min(world.settings.editor_ids))
    counts = []
    for number in runs:
        try:
            process, left = await a_run(world, process, number, stops=stops)
        except BaseException as error:
            error.add_note(f"in run {number}")
            raise
        counts.append(len(left))
        assert not process.working.done()
    await process.die()
    return counts


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(range(10), id="some"),
        pytest.param(range(10, 110), id="many", marks=[pytest.mark.attack, pytest.mark.timeout(1200)]),
    ],
)
def test_stopped_within_the_window_nothing_leaves_whoever_leads(
    empty_url: str,
    runs: range,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.ERROR, "bot")
    with a_world(empty_url, tmp_path, monkeypatch) as (world, runner):
        counts = runner.run(attack(world, runs, stops=True))
    assert counts == [0] * len(runs)
    assert caplog.records == []


def test_not_stopped_it_leaves_once_whoever_leads(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_world(empty_url, tmp_path, monkeypatch) as (world, runner):
        counts = runner.run(attack(world, range(10), stops=False))
    assert set(counts) <= {1, 2}  # what was on its way as its process died is sent again
    assert counts.count(1) > counts.count(2)
