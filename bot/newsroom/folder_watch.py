"""The folder of articles and the store, kept alike.

What is there at the start is read unless it was read before; what comes, changes or goes while the bot runs
is noticed. A look over the whole folder now and then catches what no event told.
"""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from watchfiles import awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

from bot.domain.articles import ArticleState, Filed, OnRemoved
from bot.domain.errors import StoreError
from bot.domain.plans import Arrival
from bot.newsroom.article_readers import ArticleReaders, ReadsArticles
from bot.newsroom.copydesk import CopyDesk
from bot.newsroom.folder_listing import all_files, count_files, is_gone, is_wanted, parted
from bot.newsroom.progress import FilingOutcome, Tally, shown, uncounted
from bot.newsroom.waiting import Waiting
from bot.store import Store
from summaries.errors import ModelMissingError
from summaries.models import Analysis
from summaries.reader import reader_version

log = logging.getLogger(__name__)

_BATCH = 500  # files are asked of the store at once
_LOOK_OVER_SECONDS = 600.0
_TRY_AGAIN_SECONDS = 30.0  # after the database or the language model was missing
_ELSEWHERE_SECONDS = 0.5  # between two looks at what another process has in hand
_DEBOUNCE_MS = 300
_POLL_MS = 2_000  # where nothing tells of changes: each look walks the whole folder
_LOOK_SECONDS = 10.0  # between two looks at a folder that cannot be watched: of 10,000 files, 0.2 s
_LOOKS = 60  # before it is tried to watch it again
_AHEAD = 64  # files that wait to be whole, or for room
_MANY = 100  # files that come one upon the other: when all are read, `on_read_through` is told


async def _nobody(_what: object) -> None:
    """Nobody waits to be told."""


async def _ask() -> OnRemoved:
    """Editors are asked."""
    return OnRemoved.ASK


class Newsroom:
    """Files what stands in a folder. Its `fault` is what keeps it from that, None while all is well."""

    def __init__(
        self,
        store: Store,
        seeds: Path,
        *,
        workers: int,
        pipeline: str,
        review: bool,
        clock: Callable[[], datetime],
        on_filed: Callable[[Filed], Awaitable[None]] = _nobody,
        on_removed: Callable[[], Awaitable[OnRemoved]] = _ask,
        on_left: Callable[[int], Awaitable[None]] = _nobody,
        on_read: Callable[[FilingOutcome, float], None] = uncounted,
        on_read_through: Callable[[], Awaitable[None]] | None = None,
        readers: ReadsArticles | None = None,
    ) -> None:
        self.fault: str | None = None  # of the database or the language model
        self.caught_up = asyncio.Event()  # all that stood in the folder at the start is filed
        self._store = store
        self._folder = seeds
        self._readers = readers or ArticleReaders(workers=workers, pipeline=pipeline)
        self._tally = Tally()
        self._clock = clock
        self._waiting = Waiting(many=_MANY)
        self._named = Counter[str]()  # of what comes while the bot runs, each is told of by its name
        self._ahead = asyncio.Semaphore(_AHEAD)  # of what comes while the bot runs
        self._failed = asyncio.Event()
        self._unwatched: str | None = None  # why the folder could not be watched when it was tried last
        self._on_read = on_read
        self._on_read_through = on_read_through
        self._desk = CopyDesk(
            store=store,
            folder=seeds,
            readers=self._readers,
            reader=reader_version(pipeline),
            state=ArticleState.REVIEW if review else ArticleState.LIVE,
            clock=clock,
            filed=on_filed,
            on_removed=on_removed,
            left=on_left,
            counted=self._count,
            in_hand=set(),
            room=asyncio.Semaphore(2 * workers),
        )

    @property
    def model_fault(self) -> str | None:
        """What is wrong with the language model, None where nothing is known to be."""
        return self._readers.model_fault

    @property
    def is_busy(self) -> bool:
        """Whether it has more than one file in hand."""
        return len(self._desk.in_hand) > 1

    def waiting(self) -> tuple[Arrival, ...]:
        """How many files that wait to be read, and are not only read again, were noticed when."""
        return self._waiting.arrivals()

    async def run(self) -> None:
        """Keeps folder and store alike until cancelled."""
        self._say_fault(self._readers.model_fault)  # else the first article would tell, perhaps in a week
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch(tasks))
            tasks.create_task(self._look_over_for_ever())
            if self._on_read_through is not None:
                tasks.create_task(self._waiting.whenever_read_through(self._on_read_through))

    def close(self) -> None:
        """Ends the workers at once; what they had in hand is read at the next start."""
        self._readers.close()

    async def analyse_text(self, name: str, content: bytes) -> Analysis:
        """The analysis of a document, its form told by the suffix of its name. Raises ArticleError."""
        return await self._readers.read_text(name, content)

    async def look_over(self) -> None:
        """Takes in every file that is not known as it stands, and takes out what is gone."""
        self._tally = tally = Tally()
        total = await asyncio.to_thread(count_files, self._folder)
        async with shown(tally, total=total):
            await self._look()

    # ---------------------------------------------------------------- within

    async def _take_in_unknown(self) -> list[str]:
        """Takes in what the store does not hold. Left over is what other processes have in hand."""
        room = asyncio.Semaphore(_AHEAD)
        elsewhere: list[str] = []
        begun = self._clock()

        async def take_in(path: str, *, is_known: bool) -> None:
            came_at = self._waiting.note(path, begun, is_known=is_known)
            try:
                if not await self._desk.take_in(path, came_at=came_at):
                    elsewhere.append(path)
            finally:
                self._waiting.done(path)
                room.release()

        async with asyncio.TaskGroup() as tasks:
            async for path, is_known in self._unknown():
                if path in self._waiting:
                    continue  # its turn comes
                await room.acquire()
                tasks.create_task(take_in(path, is_known=is_known))
        return elsewhere

    async def _take_in(self, path: str, came_at: datetime) -> None:
        """Takes it in, by whichever process: one that dies with it in hand leaves it to this one."""
        while not await self._desk.take_in(path, came_at=came_at):  # noqa: ASYNC110 (nobody tells that the other is done)
            await asyncio.sleep(_ELSEWHERE_SECONDS)

    async def _look_over_for_ever(self) -> None:
        while True:
            if await self._without_fault(self.look_over()):
                self.caught_up.set()
            wait = _TRY_AGAIN_SECONDS if self.fault else _LOOK_OVER_SECONDS
            with suppress(TimeoutError):  # by wait_for a cancel of that moment would be lost
                async with asyncio.timeout(wait):
                    await self._failed.wait()
            if self._failed.is_set():
                await asyncio.sleep(_TRY_AGAIN_SECONDS)
            self._failed.clear()

    async def _watch(self, tasks: asyncio.TaskGroup) -> None:
        while True:
            try:
                async for changes in awatch(
                    self._folder.absolute(),  # polling tells paths as the folder is named
                    watch_filter=None,
                    debounce=_DEBOUNCE_MS,
                    poll_delay_ms=_POLL_MS,
                ):
                    tasks.create_task(self._without_fault(self._note(*parted(self._folder, changes))))
                    changes.clear()  # the watching library holds them until others come, thousands or not
            except* (OSError, WatchfilesRustInternalError) as group:  # of a folder in it that nobody may list
                self._say_unwatched(_first(group))
            await self._look_instead()

    async def _look_instead(self) -> None:
        """Looks at the folder every so often; then it may be watched again."""
        for _ in range(_LOOKS):
            await asyncio.sleep(_LOOK_SECONDS)
            await self._without_fault(self._look())

    async def _look(self) -> None:
        for path in await self._take_in_unknown():
            await self._take_in(path, self._clock())
        await self._take_out_missing()

    def _say_unwatched(self, error: BaseException) -> None:
        """Once: it is tried again and again."""
        if str(error) != self._unwatched:
            log.warning("%s: cannot be watched (%s); looking at it instead", self._folder, error)
        self._unwatched = str(error)

    async def _note(self, names: Sequence[str], gone: Iterable[str]) -> None:
        """Takes in what came, then takes out what went: a file that was renamed is not withdrawn."""
        self._named.update(names)
        now = self._clock()
        turns = deque((name, self._waiting.note(name, now)) for name in names)
        try:
            async with asyncio.TaskGroup() as tasks:
                while turns:
                    await self._ahead.acquire()
                    name, came_at = turns.popleft()
                    task = tasks.create_task(self._take_in(name, came_at))
                    task.add_done_callback(partial(self._let_go, name))  # also if cancelled before it began
        finally:
            self._named -= Counter(names)
            for name, _ in turns:
                self._waiting.done(name)
        for path in gone:
            if is_wanted(path):
                await self._desk.take_out(path)
            await self._take_out_missing(below=f"{path}/")  # it may have been a folder, whatever its name

    def _let_go(self, name: str, _task: asyncio.Task[None]) -> None:
        self._waiting.done(name)
        self._ahead.release()

    async def _unknown(self) -> AsyncIterator[tuple[str, bool]]:
        """The paths of files that the store does not hold as they stand, and whether it knows of them."""
        found = all_files(self._folder)
        while batch := await asyncio.to_thread(lambda: tuple(islice(found, _BATCH))):
            known = await self._store.articles.known_files([seen.path for seen in batch])
            for seen in batch:
                file = known.get(seen.path)
                if self._desk.is_known(seen, file) and file is not None and not file.removed:
                    self._tally.add("known")
                else:
                    yield seen.path, file is not None

    async def _take_out_missing(self, *, below: str = "") -> None:
        """Takes out what the store takes to be there, and what is not."""
        async for paths in self._store.articles.present_files(below=below):
            if not self._folder.is_dir():
                return  # an unmounted disk is no reason to withdraw everything
            for path in await asyncio.to_thread(self._gone, paths):
                await self._desk.take_out(path)

    def _gone(self, paths: Iterable[str]) -> list[str]:
        return [path for path in paths if is_gone(self._folder, path)]

    async def _without_fault(self, work: Coroutine[None, None, None]) -> bool:
        """Does it; what stops all reading is logged once, and tried again after a while."""
        fault = None
        try:
            await work
        except* (StoreError, ModelMissingError) as group:
            fault = str(_first(group))
        if fault is not None:
            self._failed.set()
        self._say_fault(fault)
        return fault is None

    def _say_fault(self, fault: str | None) -> None:
        if fault is not None and fault != self.fault:
            log.error("articles are not read: %s", fault)
        self.fault = fault

    def _count(self, path: str, outcome: FilingOutcome, seconds: float) -> None:
        self._tally.add(outcome)
        if path in self._named and outcome != "rejected":  # that was said with its reason
            log.info("%s: %s", path, outcome)
        self._on_read(outcome, seconds)


def _first(group: BaseExceptionGroup[Exception]) -> BaseException:
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
