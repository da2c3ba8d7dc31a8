"""Which job when."""

import asyncio
from datetime import UTC, datetime

from bot.schedule import Timetable


async def test_tick_comes_at_the_start_and_whenever_something_may_be_due() -> None:
    ticks: asyncio.Queue[None] = asyncio.Queue()

    async def tick() -> None:
        ticks.put_nowait(None)

    async def housekeeping() -> None:
        raise AssertionError("not now")

    timetable = Timetable(tick=tick, housekeeping=housekeeping, clock=lambda: datetime.now(UTC))
    timetable.start()
    await asyncio.wait_for(ticks.get(), 5)
    timetable.look_now()
    await asyncio.wait_for(ticks.get(), 5)
    timetable.stop()


async def test_failing_tick_does_not_end_the_ticking() -> None:
    ticks: asyncio.Queue[None] = asyncio.Queue()

    async def tick() -> None:
        ticks.put_nowait(None)
        raise ValueError("a bad tick")

    async def housekeeping() -> None:
        raise AssertionError("not now")

    timetable = Timetable(tick=tick, housekeeping=housekeeping, clock=lambda: datetime.now(UTC))
    timetable.start()
    await asyncio.wait_for(ticks.get(), 5)
    timetable.look_now()
    await asyncio.wait_for(ticks.get(), 5)
    timetable.stop()
