"""One new article to every subscriber: at Telegram's pace, as fast as it goes, and through a murder."""

import asyncio
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Final

from bench.bots import Running, Town, our_bot, town
from bench.rows import Row, Size
from bench.stores import Place, databases, place
from bot.delivery.sender import IN_FLIGHT
from bot.domain.subscriptions import Destination
from bot.localchat import EDITOR
from bot.store import Store

PACED: Final[dict[Size, int]] = {"small": 100, "full": 1000}
FAST: Final[dict[Size, int]] = {"small": 1000, "full": 10_000}
KILLED: Final[dict[Size, int]] = {"small": 200, "full": 600}
RATE: Final = 25
WINDOW: Final = 2  # seconds
SEED: Final = Path("seeds")
PATIENCE: Final = 180.0
_ENDS: Final = {signal.SIGKILL: "one killed", signal.SIGSTOP: "one frozen"}


def run(size: Size) -> Iterator[Row]:
    """Rows for each database; the last for PostgreSQL alone, where processes share one."""
    for database in databases():
        yield from asyncio.run(_paced(database, PACED[size]))
        yield asyncio.run(_fast(database, FAST[size]))
        yield asyncio.run(_ordered(database, FAST[size]))
    if database == "PostgreSQL":
        for end in _ENDS:
            yield from asyncio.run(_followed(KILLED[size], end))


async def _paced(database: str, count: int) -> list[Row]:
    async with place(database) as here, town(people=count, limits=True) as people:
        await subscribe(here, people)
        rate = {"MESSAGES_PER_SECOND": str(RATE)}
        async with our_bot(
            people, database_url=here.database_url, seeds=here.folder / "seeds", settings=rate
        ) as bot:
            first, last = await _push(here, people, bot)
    refused = sum(call.outcome.startswith("Too Many") for call in people.telegram.calls)
    share = (count - 1) / (last - first) / RATE
    case = f"{database}, {count:,} chats, limits on"
    return [
        Row(
            name=f"{case}: of the rate allowed", value=100 * share, unit="%", goal=95.0, less_is_better=False
        ),
        Row(name=f"{case}: refused by Telegram", value=refused, unit="429s", goal=0.0),
    ]


async def _fast(database: str, count: int) -> Row:
    async with place(database) as here, town(people=count) as people:
        await subscribe(here, people)
        async with our_bot(people, database_url=here.database_url, seeds=here.folder / "seeds") as bot:
            first, last = await _push(here, people, bot)
    return Row(
        name=f"{database}, {count:,} chats, limits off",
        value=(count - 1) / (last - first),
        unit="messages/s",
        less_is_better=False,
    )


async def _ordered(database: str, count: int) -> Row:
    """An editor sends an edition now: from the end of the stop window to its first message."""
    async with place(database) as here, town(people=count) as people:
        await subscribe(here, people, hours=(_an_hour_ago(),))
        (here.folder / "seeds").mkdir(exist_ok=True)
        _publish(here)
        orders = {"EDITOR_IDS": str(EDITOR.id), "STOP_WINDOW": str(WINDOW)}
        async with our_bot(
            people, database_url=here.database_url, seeds=here.folder / "seeds", settings=orders
        ) as bot:
            await bot.until_ready()
            await bot.until_reading()
            waits = await _order(here, people)
    return Row(
        name=f"{database}, {count:,} chats, the window's end to a message", value=waits, unit="s", goal=1.0
    )


async def _order(here: Place, people: Town) -> float:
    """Seconds."""
    api, editor = people.telegram, people.telegram.editor
    api.say(editor, "/push")
    (asked,) = await api.until(lambda: api.sent(editor), seconds=PATIENCE)
    (surely,) = (
        button.action
        for row in asked.buttons
        for button in row
        if button.action and button.action.endswith(":yes")
    )
    api.press_action(editor, asked, surely)
    store = await Store.open(here.database_url)
    async with asyncio.timeout(PATIENCE):
        while (order := await store.sendings.next_due()) is None:  # noqa: ASYNC110 - of another process
            await asyncio.sleep(0.05)
    await store.close()
    await _until(people, Counter(api.sent_counts), 1)
    return (datetime.now(UTC) - order.not_before).total_seconds()


async def _followed(count: int, end: signal.Signals) -> list[Row]:
    """The leader is killed, or stopped and let go on at the end, with a third of it sent."""
    rate = {"MESSAGES_PER_SECOND": str(RATE)}
    async with place("PostgreSQL") as here, town(people=count) as people:
        await subscribe(here, people)
        seeds = here.folder / "seeds"
        async with our_bot(people, database_url=here.database_url, seeds=seeds, settings=rate) as first:
            await people.ask("/start")
            async with our_bot(people, database_url=here.database_url, seeds=seeds, settings=rate) as second:
                await second.until_ready()
                before = Counter(people.telegram.sent_counts)
                _publish(here)
                await _until(people, before, count // 3)
                first.process.send_signal(end)
                gone = time.perf_counter()
                await asyncio.sleep(0.2)  # what was on its way
                sent = _sent(people, before)
                await _until(people, before, sent + 1)
                takeover = time.perf_counter() - gone
                await _until_all(people, before)
                if end is signal.SIGSTOP:
                    first.process.send_signal(signal.SIGCONT)
                await asyncio.sleep(4)  # a repeat comes late
    got = [people.telegram.sent_counts[person.id] - before[person.id] for person in people.people]
    case = f"PostgreSQL, two processes, {count:,} chats, {_ENDS[end]}"
    return [
        Row(name=f"{case}: lost", value=got.count(0), unit="messages", goal=0.0),
        Row(name=f"{case}: takeover", value=takeover, unit="s", goal=5.0 if end is signal.SIGKILL else 7.0),
        Row(name=f"{case}: repeated", value=sum(got) - count, unit="messages", goal=float(IN_FLIGHT)),
    ]


async def subscribe(here: Place, people: Town, *, hours: tuple[clock_time, ...] = ()) -> None:
    """Everybody wants editions at these hours; where there are none, every new article."""
    store = await Store.open(here.database_url)
    now = datetime.now(UTC)
    for person in people.people:
        chat = await store.chats.get_or_create(Destination.of_person(person.id), now=now)
        await store.chats.change(
            chat.id, lambda chat: replace(chat, subscribed=True, each_new=not hours, hours=hours), now=now
        )
    await store.close()


async def _push(here: Place, people: Town, bot: Running) -> tuple[float, float]:
    """When the first and the last had it."""
    await bot.until_ready()
    before = Counter(people.telegram.sent_counts)
    _publish(here)
    await _until(people, before, 1)
    first = time.perf_counter()
    await _until_all(people, before)
    return first, time.perf_counter()


def _an_hour_ago() -> clock_time:
    """Of the day: no edition is due while the bench runs."""
    return (datetime.now(UTC) - timedelta(hours=1)).time().replace(second=0, microsecond=0)


def _publish(here: Place) -> None:
    (seed,) = SEED.glob("*.txt")
    shutil.copy(seed, here.folder / "seeds")


def _sent(people: Town, before: Counter[int]) -> int:
    return people.telegram.sent_counts.total() - before.total()


async def _until(people: Town, before: Counter[int], count: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while _sent(people, before) < count:
            await people.telegram.events.change()


async def _until_all(people: Town, before: Counter[int]) -> None:
    counts = people.telegram.sent_counts
    waiting = {person.id for person in people.people}
    async with asyncio.timeout(PATIENCE + len(waiting) / 10):
        while waiting := {id_ for id_ in waiting if counts[id_] == before[id_]}:  # noqa: ASYNC110 - each event would be a look at all
            await asyncio.sleep(0.05)
