"""A message that is written anew until it stands there as the store has it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

LOOKS = 4  # at a message that was written anew: it may change as often meanwhile

C = TypeVar("C")
M = TypeVar("M")
R = TypeVar("R")


async def write_until_settled(
    content: C,
    *,
    make: Callable[[C], M],
    write: Callable[[M], Awaitable[R]],
    look: Callable[[], Awaitable[C | None]],
) -> R:
    """Writes what is made of the content, and again while a look shows other content; what came of the last.

    Its reader may turn it meanwhile, or an editor change more: whoever writes last of several, what stands
    there is what the store says. `look` is None where the message was forgotten.
    """
    shown = make(content)
    written = await write(shown)
    for _look in range(LOOKS):
        now = await look()
        if now is None or (newer := make(now)) == shown:
            break
        shown = newer
        written = await write(shown)
    return written
