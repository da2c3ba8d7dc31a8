"""Has articles read in worker processes, and outlives the workers.

When a worker dies, every article in hand comes back unread and nobody knows which one killed it. So each is
read again by itself, with a worker of its own: the innocent get through, the guilty one is named.
"""

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Protocol

from bot.newsroom import article_worker
from summaries.errors import ModelMissingError, UnreadableFileError
from summaries.jsonform import from_json
from summaries.models import Analysis
from summaries.reader import is_installed

log = logging.getLogger(__name__)


class ReadsArticles(Protocol):
    """Whoever reads articles for the newsroom."""

    @property
    def model_fault(self) -> str | None:
        """What is wrong with the language model, None where nothing is known to be."""
        ...

    async def read_file(self, path: Path, name: str) -> Analysis:
        """The analysis of a file that is called `name`. Raises ArticleError, ModelMissingError."""
        ...

    async def read_text(self, name: str, content: bytes) -> Analysis:
        """The analysis of a document that was sent. Raises ArticleError, ModelMissingError."""
        ...

    def close(self) -> None:
        """Ends what reads, at once."""
        ...


class ArticleReaders:
    """Worker processes with the language pipeline loaded; they start with the first article."""

    def __init__(self, *, workers: int, pipeline: str) -> None:
        self.model_fault = _absence(pipeline)
        self._workers = workers
        self._pipeline = pipeline
        self._context = multiprocessing.get_context("spawn")  # a fork would copy the loop and its sockets
        self._lifeline, self._held = self._context.Pipe(duplex=False)
        self._pool: ProcessPoolExecutor | None = None
        self._alone = asyncio.Lock()
        self._closed = False

    async def read_file(self, path: Path, name: str) -> Analysis:
        """The analysis of the file. Raises ArticleError; ModelMissingError where nothing can be read."""
        return await self._read(name, partial(article_worker.read_file, path, name, pipeline=self._pipeline))

    async def read_text(self, name: str, content: bytes) -> Analysis:
        """The analysis of a document, its form told by the suffix of its name. Raises ArticleError."""
        return await self._read(
            name, partial(article_worker.read_text, name, content, pipeline=self._pipeline)
        )

    def close(self) -> None:
        """Ends the workers at once; articles in hand are read again at the next start."""
        self._closed = True
        self._held.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._lifeline.close()

    async def _read(self, name: str, read: Callable[[], str]) -> Analysis:
        if fault := _absence(self._pipeline):
            self.model_fault = fault
            raise ModelMissingError(fault)
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        try:
            return await self._by(self._pool, read)
        except BrokenProcessPool:
            log.warning("%s: the process that read it ended; it is read again by itself", name)
        async with self._alone:
            pool = self._new_pool(1)
            try:
                return await self._by(pool, read)
            except BrokenProcessPool:
                raise UnreadableFileError(name, "twice ended the process that read it") from None
            finally:
                pool.shutdown(wait=False)

    async def _by(self, pool: ProcessPoolExecutor, read: Callable[[], str]) -> Analysis:
        """What a worker of the pool reads; a pool that can read no more is not asked again."""
        if self._closed:
            raise asyncio.CancelledError
        try:
            analysis = from_json(await asyncio.get_running_loop().run_in_executor(pool, read))
        except (ModelMissingError, BrokenProcessPool) as error:
            if self._closed:
                raise asyncio.CancelledError from None
            self._discard(pool)
            if isinstance(error, ModelMissingError):
                self.model_fault = str(error)
            raise
        self.model_fault = None
        return analysis

    def _discard(self, pool: ProcessPoolExecutor) -> None:
        if self._pool is pool:
            self._pool = None
            pool.shutdown(wait=False)

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            workers,
            mp_context=self._context,
            initializer=article_worker.start,
            initargs=(self._pipeline, self._lifeline),
        )


def _absence(pipeline: str) -> str | None:
    return None if is_installed(pipeline) else f"SPACY_MODEL: {pipeline!r} is not installed"
