"""What runs in the process that reads what strangers wrote: feeds, pages' heads, robots.txt. No spaCy here.

It is small and bounded: whatever is in a feed, it is read within its limits or not at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

from bot.newsroom.child_process import work_for
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.values import Resource
from summaries.bounds import bounded
from summaries.errors import UnreadableFileError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """What one reading may take.

    1.5 million bytes in 5,000 entries take 2.2 s, 9.5 million in 1,300 whole articles as much, and 30 MB.
    """

    seconds: float = 20.0  # of the processor
    memory: int = 500_000_000  # bytes, beside those of Python and its libraries


def start(lifeline: Connection) -> None:
    """Loads what reads, which the bot's own process has no need of: 12 MB."""
    work_for(lifeline)
    import bot.newsroom.sources.resources  # noqa: F401


def read_within(
    raw: bytes, *, address: str | None, content_type: str | None, name: str, limits: ReadingLimits
) -> Resource:
    """What the bytes are; `name` is what they are called in an error. Raises SourceError."""
    from bot.newsroom.sources.resources import read_resource

    with _bounded(name, limits):
        return read_resource(raw, address=address, content_type=content_type)


def allows(robots: bytes, *, agent: str, address: str, limits: ReadingLimits) -> bool:
    """Whether a site's robots.txt lets the agent read the address. Raises SourceError."""
    from protego import Protego

    with _bounded(address, limits):
        return bool(Protego.parse(robots.decode("utf-8", "replace")).can_fetch(address, agent))


@contextmanager
def _bounded(name: str, limits: ReadingLimits) -> Iterator[None]:
    """Within the limits, and whatever a library raises is a SourceError that names `name`."""
    try:
        with bounded(name, seconds=limits.seconds, memory=limits.memory):
            yield
    except UnreadableFileError as error:
        raise SourceError(name, error.fact) from None
    except Exception as error:  # feedparser names no errors of its own
        raise SourceError(name, f"cannot be read ({type(error).__name__})") from None
