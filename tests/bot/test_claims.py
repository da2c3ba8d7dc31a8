"""Several processes on one PostgreSQL share a backlog: each file is read once, and by whoever is there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest_asyncio

from bot.store import Store
from summaries.models import Analysis
from tests.bot.test_newsroom import PlainReader, a_desk
from tests.waiting import until


class SlowReader(PlainReader):
    """Lets others have their turn while it reads."""

    async def read_file(self, path: Path, name: str) -> Analysis:
        await asyncio.sleep(0.02)
        return await super().read_file(path, name)


@pytest_asyncio.fixture
async def two_stores(empty_postgresql: str) -> AsyncIterator[tuple[Store, Store]]:
    """One database as two processes have it open."""
    first, second = await Store.open(empty_postgresql), await Store.open(empty_postgresql)
    yield first, second
    await first.close()
    await second.close()


async def test_backlog_is_shared_and_no_file_read_twice(
    two_stores: tuple[Store, Store], tmp_path: Path
) -> None:
    desks = [a_desk(store, tmp_path, reader=SlowReader()) for store in two_stores]
    names = [f"{number:02}.txt" for number in range(30)]
    for name in names:
        desks[0].write(name, f"A siege of {name} days.")
    await asyncio.gather(*(desk.newsroom.look_over() for desk in desks))
    one, other = (desk.reader.read for desk in desks)
    assert sorted(one + other) == names
    assert min(len(one), len(other)) > 5
    assert await two_stores[0].articles.count() == 30


async def test_file_in_the_hands_of_one_that_dies_is_read_by_the_other(
    two_stores: tuple[Store, Store], tmp_path: Path
) -> None:
    first, second = two_stores
    doomed = a_desk(first, tmp_path, reader=PlainReader(hold=asyncio.Event()))
    survivor = a_desk(second, tmp_path)
    doomed.write("news.txt")
    dying = asyncio.create_task(doomed.newsroom.look_over())
    await until(lambda: doomed.reader.read)
    looking = asyncio.create_task(survivor.newsroom.look_over())
    await asyncio.sleep(0.1)
    assert survivor.reader.read == []
    dying.cancel()
    with suppress(asyncio.CancelledError):
        await dying
    await looking
    assert survivor.reader.read == ["news.txt"]


async def test_claim_is_free_again_after_its_end(two_stores: tuple[Store, Store]) -> None:
    first, second = (store.claims for store in two_stores)
    async with (
        first.claim("news.txt") as mine,
        second.claim("news.txt") as theirs,
        second.claim("other.txt") as other,
    ):
        assert (mine, theirs, other) == (True, False, True)
    async with second.claim("news.txt") as theirs:
        assert theirs
