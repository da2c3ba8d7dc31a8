"""Editors and readers at one message at once: what stands there in the end is what the store says.

Chance says who takes the next step, what befalls a call to Telegram, and when a process dies; the same number
has the same happen.
"""

import asyncio
import logging
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.deliveries import DeliveryAction, DeliveryState
from bot.localchat import User
from bot.localchat.entities import tidy
from bot.localchat.formatting import parse_html
from bot.render.roundups import roundup
from bot.store.deliveries.rows import contents_of
from tests.attacks.lives import Process, World, a_world
from tests.attacks.mob import Mob, deliveries
from tests.attacks.stepping import SteppedLoop
from tests.attacks.wire import LONGEST_REST
from tests.bot.saying import in_english

DAY = 86_400.0  # seconds between the editions of two runs
FAULTS = 8  # of a hundred calls that write, in the runs that are not calm


async def what_is_wrong(mob: Mob, reader: User) -> list[str]:
    """What of the reader's messages is not what the store says."""
    rows = await deliveries(mob.store, reader)
    wrong = [f"{row.id} failed: {row.fault}" for row in rows if row.state == DeliveryState.FAILED]
    sends = [row for row in rows if row.action == DeliveryAction.SEND and row.target_id is None]
    numbers = [row.message_id for row in sends if row.message_id is not None]
    if numbers != sorted(numbers):
        wrong.append(f"sent out of order: {numbers}")
    known = {row.message_id for row in rows if row.message_id is not None}
    if mob.calm:
        for row in sends:
            wrong += await what_differs(mob, reader, row.id, row.message_id)
    wrong += told_wrongly(mob, reader, known, await mob.standing())
    await mob.turn_back(reader)
    standing = await mob.standing()
    told = [message.text for message in mob.world.telegram.sent(reader) if message.id in known]
    held = {id_ for row in sends if (contents := contents_of(row.message)) for id_ in contents.articles}
    wrong += [
        f"{name} is not told of: {told}"
        for name, article in standing.items()
        if article.state is ArticleState.LIVE and (article.id in held or not mob.early)
        if article.id not in mob.beside and not any(name in text for text in told)
    ]
    return wrong + told_wrongly(mob, reader, known, standing)


async def what_differs(mob: Mob, reader: User, delivery_id: int, number: int | None) -> list[str]:
    """Of what stands there from what the store has."""
    there = [message.text for message in mob.world.telegram.sent(reader) if message.id == number]
    found = await mob.store.roundups.find(delivery_id, now=mob.world.clock())
    assert found is not None
    stored = [] if found[0].standing == "killed" else [tidy(*parse_html(in_english(roundup(*found)).html))[0]]
    return [] if there == stored or number is None else [f"there stands {there}, not {stored}"]


async def what_is_lost(mob: Mob) -> list[str]:
    """Of what editors ordered."""
    now = (await mob.standing()).items()
    kills = [name for name, one in now if one.id in mob.killed and one.state is not ArticleState.KILLED]
    notes = [name for name, one in now if one.id in mob.corrected and not one.correction]
    return [f"the kill of {name} is lost" for name in kills] + [
        f"the correction of {name} is lost" for name in notes
    ]


def told_wrongly(mob: Mob, reader: User, known: set[int], standing: Mapping[str, StoredArticle]) -> list[str]:
    """A message that was repeated as its process died is nobody's to change: its number is not known."""
    texts = [each.text for each in mob.world.telegram.sent(reader) if each.id in known or not mob.has_fallen]
    shown = [(name, article, text) for name, article in standing.items() for text in texts if name in text]
    return [
        f"{name}, {article.state}, is told of: {text}"
        for name, article, text in shown
        if article.state is not ArticleState.LIVE
    ] + [
        f"{name}: {article.correction} is lost: {text}"
        for name, article, text in shown
        if article.correction and article.correction not in text and article.id not in mob.beside
    ]


async def a_run(world: World, process: Process, number: int) -> tuple[Mob, list[str]]:
    """Who was at it, and what is wrong after it."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, SteppedLoop)
    loop.pass_by(number * DAY - loop.time())
    chance = random.Random(number)
    mob = Mob(world, process, chance, number)
    await mob.gather()
    world.weather.chance = chance
    with world.steps.by_chance(chance):
        if not mob.early:
            await mob.settle()
        world.weather.percent, world.weather.slow = 0 if mob.calm else FAULTS, True
        await asyncio.gather(*(mob.at_some_moment(deed) for deed in mob.deeds()))
        await asyncio.sleep(chance.choice((0, 5)))
        world.weather.percent, world.weather.slow = 0, False
        await asyncio.sleep(0 if mob.calm else LONGEST_REST + 1)  # within it a press is told to come later
        await mob.settle()
        wrong = await what_is_lost(mob)
        for reader in mob.readers:
            wrong += await what_is_wrong(mob, reader)
    await mob.scatter()
    return mob, wrong


async def attack(world: World, runs: range, caplog: pytest.LogCaptureFixture) -> None:
    process = await world.next_leader()
    for id_ in world.settings.editor_ids:
        world.telegram.say(world.telegram.users[id_], "/help")
        await world.telegram.replies(id_)
    for number in runs:
        try:
            mob, wrong = await a_run(world, process, number)
        except BaseException as error:
            error.add_note(f"in run {number}")
            raise
        wrong += [record.getMessage() for record in caplog.records if is_a_fault(record, mob)]
        assert (number, wrong) == (number, [])
        process = mob.process
        caplog.clear()
    await process.die()


def is_a_fault(record: logging.LogRecord, mob: Mob) -> bool:
    """Of ours: that an update cannot be answered in bad weather is none."""
    in_weather = not mob.calm and record.getMessage().startswith("update ")
    return record.levelno >= logging.ERROR and not in_weather


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(range(10), id="some"),
        pytest.param(range(10, 510), id="many", marks=[pytest.mark.attack, pytest.mark.timeout(3600)]),
    ],
)
def test_what_editors_and_readers_do_at_once_ends_in_what_the_store_says(
    empty_url: str,
    runs: range,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING, "bot")
    with a_world(empty_url, tmp_path, monkeypatch) as (world, runner):
        runner.run(attack(world, runs, caplog))
