"""Whether this process is still the leader: looked at right before each request that only a leader makes.

A process that stands still (SIGSTOP, a machine that sleeps) wakes amid what it did as the leader, and another
leads by then. What it held in hand is cut off where it would speak.
"""

import asyncio
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

HOLDS_SECONDS = 3.0  # after a renewal; others wait for longer, see `bot.store.processes.lease`
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)  # nobody sets it; on Linux it counts a sleep


def seconds() -> float:
    """Of a clock that only ever runs on, also while the machine sleeps."""
    return time.clock_gettime(_CLOCK)


class Term:
    """A process's time as the leader, renewed or at an end.

    `number` is greater than that of every leader before; None where no other process can lead. `lost` is
    set when the term is known to be over.
    """

    def __init__(self, number: int | None = None, *, clock: Callable[[], float] = seconds) -> None:
        self.number = number
        self.lost = asyncio.Event()
        self._clock = clock
        self._until = math.inf

    def renewed(self, asked: float) -> None:
        """It was asked for at that moment, and granted since."""
        self._until = asked + HOLDS_SECONDS

    def holds(self) -> bool:
        """Whether nobody else can be the leader."""
        return not self.lost.is_set() and self._clock() < self._until


_term: ContextVar[Term | None] = ContextVar("term", default=None)


@contextmanager
def leading(term: Term) -> Iterator[None]:
    """What is begun inside, tasks too, is done as the leader of that term."""
    token = _term.set(term)
    try:
        yield
    finally:
        _term.reset(token)


def cut_off_if_over() -> None:
    """Ends the task, as by a cancel, where it works for a leader whose term is over."""
    term = _term.get()
    if term is not None and not term.holds():
        term.lost.set()
        raise asyncio.CancelledError("another process may lead by now")
