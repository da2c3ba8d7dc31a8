"""Tells how far a long reading has come: a bar at a terminal, else a line every few seconds."""

import asyncio
import logging
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

log = logging.getLogger(__name__)

FilingOutcome = Literal["new", "revised", "same", "reread", "rejected", "known"]
_EVERY_SECONDS = 5.0


class Tally:
    """How many files came to what."""

    def __init__(self) -> None:
        self.by_outcome: Counter[FilingOutcome] = Counter()

    def add(self, outcome: FilingOutcome) -> None:
        """One more file with this outcome."""
        self.by_outcome[outcome] += 1

    @property
    def looked_at(self) -> int:
        """How many files were looked at."""
        return self.by_outcome.total()

    @property
    def read(self) -> int:
        """How many of them were read, well or not."""
        return self.looked_at - self.by_outcome["known"]

    def __str__(self) -> str:
        said = [f"{count:,} {outcome}" for outcome, count in sorted(self.by_outcome.items()) if count]
        return ", ".join(said) or "none"


@asynccontextmanager
async def shown(tally: Tally, *, total: int) -> AsyncIterator[None]:
    """Shows the tally while it grows; says nothing where nothing had to be read."""
    telling = asyncio.create_task(_bar(tally, total) if sys.stderr.isatty() else _lines(tally, total))
    try:
        yield
    finally:
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)  # a cancel of this moment is not lost
    if tally.read:
        log.info("articles: %s", tally)


async def _lines(tally: Tally, total: int) -> None:
    while True:
        await asyncio.sleep(_EVERY_SECONDS)
        if tally.read:
            log.info("articles: %s of %s files: %s", f"{tally.looked_at:,}", f"{total:,}", tally)


async def _bar(tally: Tally, total: int) -> None:
    columns = (TextColumn("Reading articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("", total=total)
        while True:
            await asyncio.sleep(0.2)
            progress.update(task, completed=tally.looked_at, refresh=True)


def uncounted(_outcome: FilingOutcome, _seconds: float) -> None:
    """Nobody counts."""
