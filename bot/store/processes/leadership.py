"""One process polls, schedules and sends; the others stand by and take over when it dies or stands still.

On PostgreSQL the sign of who leads is a lock with a lease (`lease`); on SQLite, a lock on a file
beside the database, which the kernel takes back when its process dies.
"""

import asyncio
import fcntl
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import make_url

from bot.domain.leading import Term
from bot.store.database.opening import is_sqlite
from bot.store.processes.lease import LeasedLock

log = logging.getLogger(__name__)

RENEW_EVERY_SECONDS = 1.0
LOOK_EVERY_SECONDS = 0.5  # whether nobody leads any more


class Leadership(Protocol):
    """A sign that at most one process holds."""

    async def try_to_take(self) -> Term | None:
        """Leads from now on, for as long as the term lasts; None where another process leads."""
        ...

    async def renew(self) -> bool:
        """Whether this process leads still."""
        ...

    async def give_back(self) -> None:
        """Leads no longer."""
        ...


def leadership_of(database_url: str) -> Leadership:
    """That of the database at `database_url`."""
    url = make_url(database_url)
    if not is_sqlite(url):
        return LeasedLock(database_url)
    return _FileLock(Path(f"{url.database}.lock") if url.database and url.database != ":memory:" else None)


@asynccontextmanager
async def lead(leadership: Leadership) -> AsyncIterator[Term]:
    """Waits until nobody else leads, then yields the term, which is renewed until it is lost or left."""
    try:
        term = await _taken(leadership)
        renewing = asyncio.create_task(_renew(leadership, term))
        try:
            yield term
        finally:
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)  # a cancel of this moment is not lost
            if not renewing.cancelled():
                renewing.result()
            if term.lost.is_set():
                log.error("another process may lead by now; standing by")
    finally:
        await leadership.give_back()


async def _taken(leadership: Leadership) -> Term:
    if term := await leadership.try_to_take():
        return term
    log.info("another process is at work on this database; standing by")
    while not (term := await leadership.try_to_take()):  # noqa: ASYNC110 (nobody tells that the other is gone)
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    return term


async def _renew(leadership: Leadership, term: Term) -> None:
    while await leadership.renew():  # noqa: ASYNC110 (the database tells nobody that a lock is gone)
        await asyncio.sleep(RENEW_EVERY_SECONDS)
    term.lost.set()


class _FileLock:
    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: IO[str] | None = None

    async def try_to_take(self) -> Term | None:
        if self._path is None:
            return Term()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return None
        self._file = file
        return Term()

    async def renew(self) -> bool:
        return True

    async def give_back(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
