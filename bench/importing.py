"""A folder of articles imported by two workers, beside spaCy's bare pass over the same texts by two."""

import asyncio
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from typing import Final

from bench.rows import Row, Size
from bench.stores import databases, place
from bench.texts import some_texts
from bot.newsroom import Newsroom
from bot.settings import Settings
from bot.store import Store

ARTICLES: Final[dict[Size, int]] = {"small": 120, "full": 600}
WORKERS: Final = 2


def run(size: Size) -> Iterator[Row]:
    """One row for each database; both sides start their processes and load the language model."""
    texts = some_texts(ARTICLES[size])
    bare = _bare(texts)
    for database in databases():
        seconds = asyncio.run(_import(database, texts))
        yield Row(
            name=f"{database}: import of {len(texts)} files against spaCy's pass",
            value=seconds / bare,
            unit="×",
            goal=1.4,
            note=f"{len(texts) / seconds:.1f} articles a second against {len(texts) / bare:.1f}",
        )


async def _import(database: str, texts: Sequence[str]) -> float:
    async with place(database) as here:
        seeds = here.folder / "seeds"
        os.makedirs(seeds)  # noqa: PTH103 - nothing else runs
        for number, content in enumerate(texts):
            (seeds / f"{number}.txt").write_text(content, encoding="utf-8")
        await asyncio.sleep(1.1)  # a file is whole when it was left alone for a second
        store = await Store.open(here.database_url)
        newsroom = Newsroom(
            store,
            seeds,
            workers=WORKERS,
            pipeline=Settings().spacy_model,
            review=False,
            clock=lambda: datetime.now(UTC),
        )
        begun = time.perf_counter()
        await newsroom.look_over()
        seconds = time.perf_counter() - begun
        newsroom.close()
        await store.close()
    return seconds


def _bare(texts: Sequence[str]) -> float:
    """As nice as the newsroom's workers are: other work on the machine delays both alike."""
    begun = time.perf_counter()
    with ProcessPoolExecutor(
        WORKERS, mp_context=get_context("spawn"), initializer=os.nice, initargs=(10,)
    ) as pool:
        list(pool.map(_pass, texts))
    return time.perf_counter() - begun


def _pass(content: str) -> int:
    from summaries.language import load_pipeline

    return len(load_pipeline(Settings().spacy_model)(content))
