"""Waiting until something is so: a test that sleeps and then looks fails where the machine is busy."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable

# Seconds until a test gives up: four tests at a time on two cores, and others beside them.
PATIENCE = 60.0
_A_WHILE = 0.02


async def until(fact: Callable[[], object | Awaitable[object]], *, seconds: float = PATIENCE) -> None:
    """Returns when it is so. Raises TimeoutError when it never is."""
    async with asyncio.timeout(seconds):
        while not await _told(fact):
            await asyncio.sleep(_A_WHILE)


async def becomes(seen: Callable[[], object | Awaitable[object]], expected: object) -> None:
    """Waits until what is seen is what is expected; a test that fails shows what it was instead."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while (now := await _told(seen)) != expected and asyncio.get_running_loop().time() < end:
        await asyncio.sleep(_A_WHILE)
    assert now == expected


async def _told(seen: Callable[[], object | Awaitable[object]]) -> object:
    told = seen()
    return await told if inspect.isawaitable(told) else told
