"""Takes in what came of entries: has it read, tells articles from walls, files them, tells who waits.

Every process does, each what it has claimed. Nothing is fetched here.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Final

from bot.domain.articles import ArticleState, Filed, OnRemoved
from bot.domain.errors import StoreError
from bot.domain.sources import EntryState
from bot.domain.words import UNSTORABLE
from bot.newsroom.progress import FilingOutcome
from bot.newsroom.sources.entry_texts import why_no_article
from bot.newsroom.sources.metadata import as_told
from bot.store import Store
from bot.store.sources.entries import Original
from summaries.errors import ModelMissingError, UnreadableFileError
from summaries.models import Analysis

log = logging.getLogger(__name__)

_LOOK_SECONDS: Final = 2.0  # between two looks at what other processes have fetched
_TRY_AGAIN_SECONDS: Final = 30.0  # after the database or the language model was missing


@dataclass(kw_only=True)
class WireDesk:
    """`read` makes an analysis of a document; `filed` and `left` are told of what became of articles."""

    store: Store
    read: Callable[[str, bytes], Awaitable[Analysis]]
    reader: str  # the version stored with what is read
    review: bool  # whether new articles wait for an editor, where their source has no word of its own
    clock: Callable[[], datetime]
    on_removed: Callable[[], Awaitable[OnRemoved]]  # what becomes now of an article that nothing holds
    filed: Callable[[Filed], Awaitable[None]]
    left: Callable[[int], Awaitable[None]]
    counted: Callable[[FilingOutcome, float], None]
    workers: int  # articles at a time
    _in_hand: set[int] = field(default_factory=set, init=False)
    _wake: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _read_up_to: int = field(default=0, init=False)  # of what older rules read
    _all_read: bool = field(default=False, init=False)

    @property
    def in_hand(self) -> int:
        """How many entries it reads, files, or tells of."""
        return len(self._in_hand)

    @property
    def is_busy(self) -> bool:
        """Whether it has more than one entry in hand."""
        return self.in_hand > 1

    def look_now(self) -> None:
        """Something came."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled."""
        said: str | None = None
        async with asyncio.TaskGroup() as tasks:
            while True:
                try:
                    await self._take_in_some(tasks)
                    said = None
                except StoreError as error:
                    if str(error) != said:
                        said = str(error)
                        log.warning("what came from sources is not read, trying again: %s", error)
                    await asyncio.sleep(_TRY_AGAIN_SECONDS)
                with suppress(TimeoutError):  # by wait_for a cancel of that moment would be lost
                    async with asyncio.timeout(_LOOK_SECONDS):
                        await self._wake.wait()
                self._wake.clear()

    async def _take_in_some(self, tasks: asyncio.TaskGroup) -> None:
        """Begins with what came; where nothing did, with what older rules read."""
        room = self.workers - len(self._in_hand)
        if room <= 0:
            return
        ready = await self.store.entries.ready(now=self.clock(), limit=self.workers + room)
        ids = [id_ for id_ in ready if id_ not in self._in_hand][:room]
        if not ready and not self._all_read:
            ids = list(
                await self.store.entries.outdated(reader=self.reader, limit=room, after=self._read_up_to)
            )
            self._read_up_to, self._all_read = max(ids, default=self._read_up_to), not ids
        for id_ in ids:
            self._in_hand.add(id_)
            tasks.create_task(self._take_in(id_)).add_done_callback(partial(self._done, id_))

    def _done(self, entry_id: int, _: asyncio.Task[None]) -> None:
        self._in_hand.discard(entry_id)
        self._wake.set()

    async def _take_in(self, entry_id: int) -> None:
        try:
            async with self.store.claims.claim(f"entry {entry_id}") as mine:
                original = await self.store.entries.original(entry_id) if mine else None
                if original is not None and self._is_to_be_read(original):
                    await self._read_and_file(original)
            if not mine:
                await asyncio.sleep(_LOOK_SECONDS)
        except ModelMissingError as error:
            log.warning("what came from sources is not read, trying again: %s", error)
            await asyncio.sleep(_TRY_AGAIN_SECONDS)
        except StoreError as error:
            log.warning("what came of entry %d is not filed, trying again: %s", entry_id, error)
            await asyncio.sleep(_TRY_AGAIN_SECONDS)
        except Exception:  # a fault of ours at one entry never ends the others, nor the bot
            log.exception("what came of entry %d could not be taken in", entry_id)
            await asyncio.sleep(_TRY_AGAIN_SECONDS)

    def _is_to_be_read(self, original: Original) -> bool:
        return original.state is EntryState.READY or original.reader != self.reader

    async def _read_and_file(self, original: Original) -> None:
        name = original.link or original.title or f"entry {original.entry_id}"
        begun = asyncio.get_running_loop().time()
        outcome: FilingOutcome = "rejected"
        try:
            filed = await self._file(original)
        except UnreadableFileError as error:
            log.debug("%s: %s", name, error.fact)
            await self._refuse(original, error.fact)
        except (ModelMissingError, StoreError):
            raise
        except Exception as error:
            log.exception("%s: could not be filed", name)
            await self._refuse(original, f"could not be filed: {error!r}")
        else:
            if filed is None:
                return  # something newer came meanwhile
            outcome = filed.outcome
            await self.store.articles.grown()
            await self._tell(filed)
        self.counted(outcome, asyncio.get_running_loop().time() - begun)

    async def _file(self, original: Original) -> Filed | None:
        """Raises UnreadableFileError where there is no article in it."""
        analysis = await self.read("page.html", original.page)
        if UNSTORABLE.search(analysis.article.text):
            raise UnreadableFileError(original.link or "", "holds characters that no text has")
        if original.of_page and (
            why := why_no_article(
                analysis, title=original.title, summary=original.summary, length=original.length
            )
        ):
            raise UnreadableFileError(original.link or "", f"its page {why}")
        review = self.review if original.review is None else original.review
        return await self.store.entries.file(
            original,
            as_told(analysis, original, now=self.clock()),
            reader=self.reader,
            state=ArticleState.REVIEW if review else ArticleState.LIVE,
            now=self.clock(),
            on_removed=await self.on_removed(),
        )

    async def _refuse(self, original: Original, fact: str) -> None:
        await self.store.entries.refuse(original, fact=fact, reader=self.reader)

    async def _tell(self, filed: Filed) -> None:
        try:
            await self.filed(filed)
            if filed.left is not None:
                await self.left(filed.left)
        except Exception:
            log.exception("article %d: filed, but who waits could not be told", filed.article_id)
