"""Which job when; nothing else."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.domain.errors import StoreError

log = logging.getLogger(__name__)

TICK_SECONDS = 10  # an edition comes within so many of its hour
DAILY = CronTrigger(hour=3, timezone=UTC)
CLOCK_SET = 30.0  # seconds that the clock is off the loop's own: it was set, no machine wakes that late
TRUSTED_AFTER = 86_400.0  # seconds since the clock was set: a wrong one would have the archive removed as old
TICK, HOUSEKEEPING = "tick", "housekeeping"

Job = Callable[[], Awaitable[None]]


class Timetable:
    """Runs `tick` every few seconds and `housekeeping` once a day, each never twice at a time.

    `look_over` comes before a tick at the start, once a day and when the clock was set. A job whose time
    passed while the loop was busy runs once, late; nothing is kept over a restart, for what is due stands in
    the database.
    """

    def __init__(
        self, *, tick: Job, look_over: Job, housekeeping: Job, clock: Callable[[], datetime]
    ) -> None:
        self._tick = tick
        self._look_over = look_over
        self._housekeeping = housekeeping
        self._clock = clock
        self._anew = True  # everything is to be looked over
        self._set_at: float | None = None  # of the loop's clock
        self._scheduler: AsyncIOScheduler | None = None
        self._asked = False  # for a look, since the last began
        self._ahead = 0.0  # of the loop's clock
        self._watch: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Needs a running loop. May be started again after a stop."""
        self._anew = True
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            executors={"default": AsyncIOExecutor()},
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
        )
        self._scheduler.add_job(
            _quietly(self._look),
            "interval",
            seconds=TICK_SECONDS,
            id=TICK,
            next_run_time=self._clock(),
        )
        self._scheduler.add_job(_quietly(self._keep_house), DAILY, id=HOUSEKEEPING)
        self._scheduler.start()
        self._ahead = self._seconds_ahead()
        self._watch = asyncio.get_running_loop().call_later(TICK_SECONDS, self._look_at_the_clock)

    def look_now(self) -> None:
        """Something may be due before the next tick: a new article was filed, settings were changed."""
        self._asked = True
        if self._scheduler is not None:
            self._scheduler.modify_job(TICK, next_run_time=self._clock())

    def stop(self) -> None:
        """Ends jobs at once: what was being decided is decided after the next start."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None

    async def _look(self) -> None:
        """The scheduler drops a run while another is at work: who asked meanwhile is not forgotten."""
        self._asked = True
        while self._asked:
            self._asked = False
            if self._anew:
                await self._look_over()
                self._anew = False
            await self._tick()

    async def _keep_house(self) -> None:
        self._anew = True
        now = asyncio.get_running_loop().time()
        if self._set_at is None or now - self._set_at > TRUSTED_AFTER:
            await self._housekeeping()

    def _look_at_the_clock(self) -> None:
        """The scheduler waits for moments of the clock: set back by a day, it would do nothing for a day."""
        if self._scheduler is None:
            return
        ahead = self._seconds_ahead()
        if abs(ahead - self._ahead) > CLOCK_SET:
            log.warning("the clock was set by %+.0f s: looking at everything anew", ahead - self._ahead)
            self._anew, self._set_at = True, asyncio.get_running_loop().time()
            self._scheduler.modify_job(TICK, next_run_time=self._clock())
            self._scheduler.reschedule_job(HOUSEKEEPING, trigger=DAILY)
        self._ahead = ahead
        self._watch = asyncio.get_running_loop().call_later(TICK_SECONDS, self._look_at_the_clock)

    def _seconds_ahead(self) -> float:
        return self._clock().timestamp() - asyncio.get_running_loop().time()


def _quietly(job: Job) -> Job:
    """A job that was cut off says nothing, what the database failed it for it says once: both come again."""
    said = ""

    async def run() -> None:
        nonlocal said
        try:
            await job()
            said = ""
        except asyncio.CancelledError:
            return  # by stop(), which does not wait for it
        except StoreError as error:
            if str(error) != said:
                said = str(error)
                log.warning("nothing was decided, trying again: %s", error)

    return run
