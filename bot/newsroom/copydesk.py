"""Takes in one file at a time: waits until it is whole, has it read, files it, tells who waits."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.articles import ArticleState, Filed, OnRemoved
from bot.domain.errors import StoreError
from bot.newsroom.article_readers import ReadsArticles
from bot.newsroom.folder_listing import FileSeen, find_file, log_once
from bot.newsroom.progress import FilingOutcome
from bot.store import Store
from bot.store.articles.articles import KnownFile
from bot.store.articles.filing import FileStamp
from summaries.errors import ModelMissingError, UnreadableFileError

log = logging.getLogger(__name__)

_SETTLED_SECONDS = 1.0  # a file that did not change for so long is whole
_LOOKS = 60  # at one that changes: the look over the folder goes on without it, and finds it again
_LEFT = {OnRemoved.ASK: ", editors are asked of its article", OnRemoved.WITHDRAW: ", its article withdrawn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyDesk:
    """Where files come in. Every method lets StoreError and ModelMissingError through, and no other fault."""

    store: Store
    folder: Path
    readers: ReadsArticles
    reader: str  # the version stored with what is read
    state: ArticleState  # of new articles
    clock: Callable[[], datetime]
    on_removed: Callable[[], Awaitable[OnRemoved]]  # what becomes now of an article whose last file goes
    filed: Callable[[Filed], Awaitable[None]]  # told of what became of a file, as the next two
    left: Callable[[int], Awaitable[None]]
    counted: Callable[[str, FilingOutcome, float], None]  # its path, and how many seconds that took
    in_hand: set[str]  # a path is taken in once at a time
    room: asyncio.Semaphore  # a claim is a connection, and a worker has one article in hand and one at hand

    async def take_in(self, path: str, *, came_at: datetime) -> bool:
        """Files what the path holds, and what it holds after that, until it stays as it was filed.

        `came_at` is when it was noticed. False where another process has it in hand.
        """
        if path in self.in_hand:
            return True  # whoever has it looks once more before letting go
        self.in_hand.add(path)
        try:
            seen = await self._whole(path)
            while seen is not None:
                async with self.room, self.store.claims.claim(path) as mine:
                    if not mine:
                        return False
                    await self._take_in(seen, came_at)
                if find_file(self.folder, path) == seen:
                    break
                seen = await self._whole(path)
            return True
        finally:
            self.in_hand.discard(path)

    async def take_out(self, path: str) -> None:
        """The file is gone: does with its article what that means, unless another file holds it."""
        on_removed = await self.on_removed()
        left = await self.store.articles.remove_file(path, self.clock(), on_removed=on_removed)
        log.info("%s: removed%s", path, "" if left is None else _LEFT[on_removed])
        if left is not None:
            await self.left(left)

    def is_known(self, seen: FileSeen, known: KnownFile | None) -> bool:
        """Whether the store knows the file as it was seen, read as it would be read now."""
        return known is not None and known.holds(self._stamp(seen))

    async def _take_in(self, seen: FileSeen, came_at: datetime) -> None:
        known = (await self.store.articles.known_files([seen.path])).get(seen.path)
        if not self.is_known(seen, known):
            await self._read_and_file(seen, came_at)
        elif known is not None and known.removed:
            await self._restore(seen.path)

    async def _whole(self, path: str) -> FileSeen | None:
        """The file once nobody writes it any more; None when it is gone, or is never left alone."""
        seen = find_file(self.folder, path)
        for _ in range(_LOOKS):
            if seen is None:
                return None
            age = self.clock().timestamp() - seen.modified_ns / 1e9
            if age > _SETTLED_SECONDS:
                return seen
            await asyncio.sleep(_SETTLED_SECONDS)
            before, seen = seen, find_file(self.folder, path)
            if seen == before:
                return seen  # its clock is ahead of ours
        if seen is not None:
            log_once(self.folder, f"{path}: is written all the time; not read before that ends")
        return None

    async def _read_and_file(self, seen: FileSeen, came_at: datetime) -> None:
        started = asyncio.get_running_loop().time()
        try:
            analysis = await self.readers.read_file(self.folder / seen.path, seen.path)
            filed = await self.store.articles.file(
                analysis,
                stamp=self._stamp(seen, came_at),
                state=self.state,
                now=self.clock(),
                on_removed=await self.on_removed(),
            )
        except (ModelMissingError, StoreError):
            raise
        except UnreadableFileError as error:
            log.warning("%s", error)
            outcome = await self._reject(seen, error.fact)
        except Exception as error:
            log.exception("%s: could not be filed", seen.path)
            outcome = await self._reject(seen, f"could not be filed: {error!r}")
        else:
            outcome = filed.outcome
            log.debug("%s: %s", seen.path, outcome)
            await self._tell(filed)
        self.counted(seen.path, outcome, asyncio.get_running_loop().time() - started)

    async def _tell(self, filed: Filed) -> None:
        try:
            await self.filed(filed)
            if filed.left is not None:
                await self.left(filed.left)
        except Exception:
            log.exception("article %d: filed, but who waits could not be told", filed.article_id)

    async def _reject(self, seen: FileSeen, fact: str) -> FilingOutcome:
        if find_file(self.folder, seen.path) is not None:  # else it went while it was read
            await self.store.articles.reject(self._stamp(seen), fault=fact)
        return "rejected"

    def _stamp(self, seen: FileSeen, came_at: datetime | None = None) -> FileStamp:
        return FileStamp(
            path=seen.path,
            size=seen.size,
            modified_ns=seen.modified_ns,
            reader=self.reader,
            came_at=came_at,
        )

    async def _restore(self, path: str) -> None:
        article_id = await self.store.articles.restore(path, state=self.state, now=self.clock())
        if article_id is not None:
            log.info("%s: back, its article too", path)
            await self._tell(Filed(article_id=article_id, outcome="same"))
