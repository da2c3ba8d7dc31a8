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
    there is what the store says. So it is looked at, too, where a write failed, which may have been done all
    the same. `look` is None where the message was forgotten. Raises what the last write raised.
    """
    shown = make(content)
    for left in reversed(range(LOOKS + 1)):
        try:
            written, fault = await write(shown), None
        except Exception as error:
            fault = error
        now = await look()
        if now is None or (newer := make(now)) == shown or not left:
            break
        shown = newer
    if fault is not None:
        raise fault
    return written
