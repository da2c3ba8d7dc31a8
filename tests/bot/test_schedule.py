"""Which job when."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.triggers.interval import IntervalTrigger

from bot.domain.errors import StoreError
from bot.service.schedule import Job, Timetable
from tests.waiting import PATIENCE, until


class Ticks:
    """A tick that tells when it was run."""

    def __init__(self, error: Exception | None = None) -> None:
        self._runs: asyncio.Queue[None] = asyncio.Queue()
        self._error = error

    async def __call__(self) -> None:
        self._runs.put_nowait(None)
        if self._error:
            raise self._error

    @property
    def runs(self) -> int:
        """How many nobody waited for."""
        return self._runs.qsize()

    def forget(self) -> None:
        while not self._runs.empty():
            self._runs.get_nowait()

    async def next(self) -> None:
        await asyncio.wait_for(self._runs.get(), PATIENCE)


async def nothing() -> None:
    """There is nothing to look over."""


async def never() -> None:
    raise AssertionError("not now")


def a_timetable(tick: Job) -> Timetable:
    return Timetable(tick=tick, look_over=nothing, housekeeping=never, clock=lambda: datetime.now(UTC))


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


@pytest.mark.parametrize("hours", [-24, -1, 24])
async def test_clock_that_is_set_is_noticed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, hours: int
) -> None:
    """The next tick stood at a moment of the old clock; everything is looked at anew."""
    monkeypatch.setattr("bot.service.schedule.TICK_SECONDS", 0.05)
    off = [timedelta(0) if hours > 0 else timedelta(hours=-hours)]
    ticks, look_over = Ticks(), Ticks()
    timetable = Timetable(
        tick=ticks, look_over=look_over, housekeeping=never, clock=lambda: datetime.now(UTC) + off[0]
    )
    timetable.start()
    off[0] += timedelta(hours=hours)
    if hours < 0:  # ahead, the scheduler's own clock has not come there yet
        await look_over.next()
        await ticks.next()
    await until(lambda: caplog.records)
    timetable.stop()
    said = [record.message for record in caplog.records if record.name == "bot.service.schedule"]
    assert said == [f"the clock was set by {hours * 3600:+d} s: looking at everything anew"]


async def test_clock_set_far_ahead_removes_nothing_as_old(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The day's housekeeping comes by a clock that nobody trusts yet."""
    monkeypatch.setattr("bot.service.schedule.TICK_SECONDS", 0.05)
    monkeypatch.setattr("bot.service.schedule.DAILY", IntervalTrigger(seconds=0.2))
    off, look_over, housekeeping = [timedelta(0)], Ticks(), Ticks()
    timetable = Timetable(
        tick=nothing,
        look_over=look_over,
        housekeeping=housekeeping,
        clock=lambda: datetime.now(UTC) + off[0],
    )
    timetable.start()
    await housekeeping.next()
    off[0] = timedelta(days=400)
    await until(lambda: caplog.records)  # it was noticed
    housekeeping.forget()
    await asyncio.sleep(0.5)
    assert housekeeping.runs == 0
    timetable.stop()


async def test_look_over_that_the_database_failed_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.service.schedule.TICK_SECONDS", 0.05)
    look_over, ticks = Ticks(StoreError("the disk is full")), Ticks()
    timetable = Timetable(
        tick=ticks, look_over=look_over, housekeeping=never, clock=lambda: datetime.now(UTC)
    )
    timetable.start()
    await look_over.next()
    await look_over.next()
    assert ticks.runs == 0
    timetable.stop()


async def test_process_that_stands_by_may_be_told_to_look() -> None:
    timetable = a_timetable(never)
    timetable.look_now()
    timetable.stop()


async def test_who_asks_during_a_tick_is_looked_at_right_after_it() -> None:
    ticks, hold = Ticks(), asyncio.Event()

    async def slow() -> None:
        await ticks()
        await hold.wait()

    timetable = a_timetable(slow)
    timetable.start()
    await ticks.next()
    timetable.look_now()
    await asyncio.sleep(0.05)  # the scheduler passes over the run that was asked for
    hold.set()
    await ticks.next()
    timetable.stop()


async def test_database_that_is_away_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    ticks = Ticks(StoreError("disk full"))
    timetable = a_timetable(ticks)
    timetable.start()
    for _ in range(3):
        await ticks.next()
        timetable.look_now()
    timetable.stop()
    assert [line for line in caplog.messages if "disk full" in line] == [
        "nothing was decided, trying again: disk full"
    ]
