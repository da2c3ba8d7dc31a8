"""A newsroom as a process of its own, for the tests of memory to measure.

    python -m tests.bot.importing_process FOLDER COUNT
    python -m tests.bot.importing_process threads

The first files so many long articles that come at once, and waits until what they left is given back; in the
second threads ask for much and free it. Each says its megabytes as JSON.
"""

import asyncio
import json
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

from bot.config.memory import _trim, collect_rarely, give_back
from bot.desks.notices import Notices
from bot.newsroom.folder_watch import Newsroom
from bot.render.notices import notice
from bot.service.housekeeping import after_import
from bot.store import Store
from summaries.models import Analysis
from tests.bot.library import an_actor, an_analysis
from tests.bot.test_newsroom import PlainReader

LATER = datetime(2100, 1, 1, tzinfo=UTC)  # every file has long been whole


class LongReader(PlainReader):
    """Reads a number as a long article with many people in it."""

    def _analysis(self, text: str, name: str) -> Analysis:
        sentences = [f"{text} towns and {n} bridges were counted by {_person(text, n)}." for n in range(200)]
        people = [an_actor(_person(text, n)) for n in range(0, 200, 10)]
        return an_analysis(headline=f"Report {text}", sentences=sentences, actors=people, path=name)


def _person(text: str, number: int) -> str:
    return f"Ada{int(text) % 40} Reed{number}"


def megabytes() -> float:
    (line,) = (
        line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    return int(line.split()[1]) / 1000


async def nothing(_: object) -> None:
    """Nobody is written to."""


async def unchanged(_: int) -> None:
    """No text is another than it was."""


async def imported(folder: Path, count: int) -> None:
    seeds, through = folder / "seeds", asyncio.Event()
    seeds.mkdir(exist_ok=True)
    store = await Store.open(f"sqlite+aiosqlite:///{folder}/briefings.db")
    notices = Notices(store=store, compare=unchanged, tell=nothing, render=notice)

    async def read_through() -> None:
        await after_import(store, pause=0)
        through.set()

    newsroom = Newsroom(
        store, seeds, workers=2, pipeline="none", review=False, clock=lambda: LATER,
        readers=LongReader(), on_filed=notices.filed, on_read_through=read_through,
    )  # fmt: skip
    collect_rarely()
    before = megabytes()
    work = asyncio.create_task(newsroom.run())
    await newsroom.caught_up.wait()
    aside = folder / "aside"  # they come at once: what is told when many are read through is of those
    aside.mkdir()
    for number in range(count):
        (aside / f"{number}.txt").write_text(str(number))
    aside.rename(seeds / "many")
    while await store.articles.count() < count:
        await asyncio.sleep(0.1)
    peak = megabytes()
    await through.wait()
    tell(before=before, peak=peak, after=megabytes())
    work.cancel()
    await store.close()


def threads() -> None:
    before, kept = megabytes(), list[bytearray]()

    def ask() -> None:
        much = [bytearray(100_000) for _ in range(200)]
        kept.append(much[-1])  # behind the others: what is free is no end of a heap

    for _ in range(2):
        asking = threading.Thread(target=ask)
        asking.start()
        asking.join()
    freed = megabytes()
    give_back()
    tell(before=before, freed=freed, after=megabytes(), glibc=bool(_trim()))


def tell(**figures: float) -> None:
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    if sys.argv[1] == "threads":
        threads()
    else:
        asyncio.run(imported(Path(sys.argv[1]), int(sys.argv[2])))
