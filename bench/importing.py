"""A folder of articles imported by two workers, beside spaCy's bare pass over the same texts by two."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from statistics import median
from typing import Final

from bench.rows import Row, Size
from bench.stores import databases, place
from bench.texts import some_texts
from bot.config.settings import Settings
from bot.newsroom.folder_watch import Newsroom
from bot.store import Store

ARTICLES: Final[dict[Size, int]] = {"small": 20, "full": 300}
ROUNDS: Final = (
    3  # the middle ratio counts: what is compared stands side by side, and the machine's pace drifts
)
WORKERS: Final = 2


def run(size: Size) -> Iterator[Row]:
    """One row for each database, by turns with spaCy; all start their processes and load the model."""
    texts = some_texts(ARTICLES[size])
    sides: dict[str, Callable[[], float]] = {"spaCy": partial(_bare, texts)}
    for database in databases():
        sides[database] = partial(_imported, database, texts)
    rounds = [{name: work() for name, work in sides.items()} for _ in range(ROUNDS)]
    for database in databases():
        ratios = sorted(seconds[database] / seconds["spaCy"] for seconds in rounds)
        pace = len(texts) / median(seconds[database] for seconds in rounds)
        yield Row(
            name=f"{database}: import of {len(texts)} files against spaCy's pass",
            value=median(ratios),
            unit="×",
            goal=1.4,
            note=f"median of {ROUNDS}, {ratios[0]:.2f} to {ratios[-1]:.2f}; {pace:.1f} articles a second",
        )


def _imported(database: str, texts: Sequence[str]) -> float:
    return asyncio.run(_import(database, texts))


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
