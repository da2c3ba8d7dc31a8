"""A cancel is never lost, not even in the moment in which something else is cancelled and waited for."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest

from bot.domain.leading import Term
from bot.newsroom.progress import Tally, shown
from bot.store.processes.leadership import lead
from tests.waiting import PATIENCE


class Alone:
    """The leadership where nobody else wants it."""

    async def try_to_take(self) -> Term:
        return Term(1)

    async def renew(self) -> bool:
        return True

    async def give_back(self) -> None:
        return None


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(lambda: shown(Tally(), total=1), id="a tally that is shown"),
        pytest.param(lambda: lead(Alone()), id="a term that is renewed"),
    ],
)
async def test_cancel_while_what_runs_beside_is_ended_is_not_lost(
    beside: Callable[[], AbstractAsyncContextManager[object]],
) -> None:
    ending = asyncio.Event()

    async def work() -> None:
        async with beside():
            await asyncio.sleep(0)
            ending.set()
        await asyncio.sleep(PATIENCE)

    task = asyncio.create_task(work())
    await ending.wait()  # it runs on: what ran beside is cancelled by now, and waited for
    task.cancel()
    await asyncio.wait((task,), timeout=PATIENCE / 2)
    assert task.cancelled()
