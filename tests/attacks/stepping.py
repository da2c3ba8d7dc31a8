"""Whatever is done at once is done a step at a time, and chance says whose step is next: the same of a seed.

A step is what others can see, or what can be cut off before: a statement of a transaction, its commit, a call
on its way to Telegram, its answer on its way back. Time is counted, not waited for: a clock that only this
loop has jumps to the next moment for which anything waits, once nobody can take a step.
"""

import asyncio
import itertools
import random
import selectors
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

_STUCK_SECONDS = 0.002  # between two looks whether a thread that takes long waits for another's lock
_LOST_SECONDS = 30.0  # by then it waits for somebody who does not come
_LONGEST_SECONDS = 0.05  # asleep at once, where time is waited for
_RESOLUTION_SECONDS = 1e-6  # of the counted time


class Died(BaseException):
    """Raised in a thread whose process was killed."""


class Life:
    """What one process does, until it is killed."""

    def __init__(self) -> None:
        self.over = False
        self.threads = 0  # at work for it


class Steps:
    """Who waits to take a step, and how many threads are amid one.

    `stuck` tells how many threads wait for a lock of another's.
    """

    def __init__(self, stuck: Callable[[], int] = lambda: 0) -> None:
        self.chance = random.Random(0)
        self.free = True  # whether steps are taken as they come
        self.moved = threading.Event()  # set when a thread comes to its next step, or to its end
        self._stuck = stuck
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._waiting: dict[int, tuple[Callable[[], None], int]] = {}  # how to let it go, and in a thread
        self._slow: dict[int, bool] = {}
        self._amid = 0

    @contextmanager
    def by_chance(self, chance: random.Random) -> Iterator[None]:
        """Inside, steps are taken one at a time; outside, as they come."""
        self.chance, self.free = chance, False
        try:
            yield
        finally:
            self.free = True
            while self.next():
                pass
            self._slow.clear()

    async def take(self) -> None:
        """Returns when it is this one's turn."""
        if self.free:
            return
        number, turn = next(self._numbers), asyncio.get_running_loop().create_future()
        with self._lock:
            self._waiting[number] = (lambda: turn.done() or turn.set_result(None)), 0
        try:
            await turn
        finally:
            with self._lock:
                self._waiting.pop(number, None)

    # ---------------------------------------------------------------- threads

    def begin_in_thread(self) -> int:
        """A number for the work; whoever has one is amid a step."""
        with self._lock:
            self._amid += 1
            return next(self._numbers)

    def take_in_thread(self, number: int) -> None:
        """Returns when it is the turn of the work of that number."""
        if self.free:
            return
        turn = threading.Event()
        with self._lock:
            self._waiting[number] = turn.set, 1
            self._amid -= 1
        self.moved.set()
        turn.wait()

    def end_in_thread(self) -> None:
        with self._lock:
            self._amid -= 1
        self.moved.set()

    # ---------------------------------------------------------------- what the loop asks

    @property
    def amid(self) -> bool:
        """Whether a thread is amid a step."""
        with self._lock:
            return self._amid > 0

    def all_stuck(self) -> bool:
        """Whether all that are amid a step wait for a lock."""
        stuck = self._stuck()
        with self._lock:
            return 0 < self._amid <= stuck

    def next(self) -> bool:
        """Lets one take its step; False where nobody waits. Some are slow: most others go before them."""
        with self._lock:
            if not (numbers := sorted(self._waiting)):
                return False
            for number in numbers:
                if number not in self._slow:
                    self._slow[number] = self.chance.random() < 0.25
            quick = [number for number in numbers if not self._slow[number]]
            chosen = self.chance.choice(quick if quick and self.chance.random() < 0.95 else numbers)
            go, in_thread = self._waiting.pop(chosen)
            self._amid += in_thread
            self.moved.clear()
        go()
        return True


class SteppedThreads(Executor):
    """Threads of a database: so many at once, each work a step at least, and none of a process that died."""

    def __init__(self, steps: Steps, life: Life, at_once: int) -> None:
        self._steps, self._life, self._room = steps, life, at_once
        self._threads = ThreadPoolExecutor(at_once)
        self._queue: list[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = []
        self._lock = threading.Lock()

    def submit(self, do: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        with self._lock:
            self._queue.append((future, do, arguments))
        self._begin()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._threads.shutdown(wait)

    def _begin(self) -> None:
        with self._lock:
            while self._queue and self._room:
                future, do, arguments = self._queue.pop(0)
                if future.set_running_or_notify_cancel():  # else nobody waits for it any more
                    self._room -= 1
                    self._life.threads += 1
                    number = self._steps.begin_in_thread()
                    self._threads.submit(self._work, number, future, do, arguments)

    def _work(
        self, number: int, future: Future[Any], do: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> None:
        _AT_WORK.step = step = self.step_of(number)
        try:
            step()
            result = do(*arguments)
            step()
        except BaseException as error:
            end = partial(future.set_exception, error)
        else:
            end = partial(future.set_result, result)
        with self._lock:
            self._room += 1
            self._life.threads -= 1
        self._begin()
        end()
        self._steps.end_in_thread()

    def step_of(self, number: int) -> Callable[[], None]:
        def step() -> None:
            self._steps.take_in_thread(number)
            if self._life.over:
                raise Died

        return step


_AT_WORK = threading.local()


def step_in_thread(*_: object) -> None:
    """A step of whatever work this thread does: for what a database tells of its transactions."""
    step = getattr(_AT_WORK, "step", None)
    if step is not None:
        step()


class SteppedLoop(asyncio.SelectorEventLoop):
    """A loop that has a step taken when nothing else is to be done."""

    def __init__(self, steps: Steps) -> None:
        self._moment = 0.0
        self._helpers = SteppedThreads(steps, Life(), 8)
        super().__init__(_Quiet(self, steps))
        # After months a float of seconds holds no nanosecond more: a timer due this moment would never be.
        self._clock_resolution = _RESOLUTION_SECONDS

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        return super().run_in_executor(executor or self._helpers, func, *args)

    def time(self) -> float:
        return self._moment

    def pass_by(self, seconds: float) -> None:
        self._moment += seconds


class _Quiet(selectors.DefaultSelector):  # type: ignore[misc,valid-type]  # which class it is, the system says
    """Asked what happened whenever the loop has nothing to do: lets a step be taken, or time pass."""

    def __init__(self, loop: SteppedLoop, steps: Steps) -> None:
        super().__init__()
        self._loop, self._steps = loop, steps

    def select(self, timeout: float | None = None) -> list[Any]:
        if self._steps.free:
            return self._wait(timeout)
        if timeout is not None and timeout <= 0:
            return super().select(0)  # of no time: on a busy machine seconds would pass amid all that is done
        lost = time.monotonic() + _LOST_SECONDS
        while True:
            amid = self._steps.amid  # first: a thread that ends meanwhile has left something to find
            if found := super().select(0):  # what a thread left for the loop goes before the next step
                return found
            if amid:
                if not self._steps.moved.wait(_STUCK_SECONDS) and self._steps.all_stuck():
                    self._steps.next()
                self._steps.moved.clear()
                assert time.monotonic() < lost, "a thread waits for somebody who does not come"
            elif self._steps.next():
                return []  # what it lets go on the loop is at once, before any time passes
            elif timeout is not None:
                self._loop.pass_by(timeout)
                return []
            else:
                return self._wait(_STUCK_SECONDS)

    def _wait(self, timeout: float | None) -> list[Any]:
        began = time.monotonic()
        found = super().select(_LONGEST_SECONDS if timeout is None else min(timeout, _LONGEST_SECONDS))
        self._loop.pass_by(time.monotonic() - began)
        return found
