"""Which job when."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.schedule import Job, Timetable


class Ticks:
    """A tick that tells when it was run."""

    def __init__(self, error: Exception | None = None) -> None:
        self._runs: asyncio.Queue[None] = asyncio.Queue()
        self._error = error

    async def __call__(self) -> None:
        self._runs.put_nowait(None)
        if self._error:
            raise self._error

    async def next(self) -> None:
        await asyncio.wait_for(self._runs.get(), 5)


async def never() -> None:
    raise AssertionError("not now")


def a_timetable(tick: Job) -> Timetable:
    return Timetable(tick=tick, housekeeping=never, clock=lambda: datetime.now(UTC))


@pytest.mark.parametrize(
    "error", [None, ValueError("a bad tick")], ids=["after a tick", "after one that failed"]
)
async def test_tick_comes_at_the_start_and_when_something_may_be_due(error: Exception | None) -> None:
    ticks = Ticks(error)
    timetable = a_timetable(ticks)
    timetable.start()
    await ticks.next()
    timetable.look_now()
    await ticks.next()
    timetable.stop()


async def test_process_that_takes_office_again_ticks_again() -> None:
    ticks = Ticks()
    timetable = a_timetable(ticks)
    for _ in range(2):
        timetable.start()
        await ticks.next()
        timetable.stop()


async def test_process_that_stands_by_may_be_told_to_look() -> None:
    timetable = a_timetable(never)
    timetable.look_now()
    timetable.stop()
