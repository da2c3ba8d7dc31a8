"""Updates that were confirmed before they were answered, in the store."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.store import Store
from bot.store.database import opening
from bot.store.processes.unanswered import MOST_DEATHS
from tests.bot.library import NOON
from tests.bot.stores import die

TOMORROW = NOON + timedelta(days=1)


@pytest_asyncio.fixture
async def dying(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Store]:
    """Another process on the database of `store`, to be closed."""
    with monkeypatch.context() as patch:
        patch.setattr(opening, "_PROCESS", "another")
        opened = await Store.open(empty_url)
    yield opened
    await opened.close()


async def left(store: Store, *, beginning: bool = True) -> tuple[str, ...]:
    """What the store's process takes over."""
    return await store.unanswered.take_over(beginning=beginning, now=NOON)


async def test_what_a_dead_process_had_in_hand_is_taken_over_once_in_its_order(
    store: Store, dying: Store
) -> None:
    await dying.unanswered.put({8: "eight", 7: "seven"}, now=NOON)
    assert await dying.arrivals.is_new(9, "nine", now=NOON)
    await dying.unanswered.put({8: "eight again"}, now=NOON)
    await dying.unanswered.drop([7])
    await die(dying)
    assert [await left(store), await left(store)] == [("eight", "nine"), ()]


async def test_what_a_living_process_has_in_hand_stays_there_until_it_is_put_back(
    store: Store, dying: Store
) -> None:
    await dying.unanswered.put({7: "seven"}, now=NOON)
    assert await left(store, beginning=False) == ()
    await dying.unanswered.put_back()
    assert await left(store, beginning=False) == ("seven",)


async def test_what_ends_process_after_process_is_parted_from_the_rest_and_put_aside(
    empty_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    taken = []
    for life in range(MOST_DEATHS + 1):
        monkeypatch.setattr(opening, "_PROCESS", f"process {life}")
        process = await Store.open(empty_url)
        taken.append(await left(process))
        aside = await process.unanswered.put({7: "deadly"}, now=NOON)
        await process.unanswered.put({8: "harmless"}, now=NOON)
        await die(process)
    assert taken == [(), ("deadly", "harmless"), ("deadly",), ("harmless",)]
    assert aside == (7,)
    assert [record.getMessage() for record in caplog.records] == [
        "update 7 is put aside: 3 processes died with it in hand"
    ]


async def test_what_is_a_day_old_is_answered_no_more(store: Store, dying: Store) -> None:
    await dying.unanswered.put({7: "seven"}, now=NOON)
    await dying.unanswered.put({8: "eight"}, now=NOON + timedelta(hours=1))
    await dying.unanswered.put_back()
    assert await store.unanswered.take_over(beginning=True, now=TOMORROW) == ("eight",)
    await dying.unanswered.put({9: "nine"}, now=NOON)
    await store.unanswered.forget_old(now=TOMORROW)
    await die(dying)
    assert await left(store) == ()
