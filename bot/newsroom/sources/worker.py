"""What runs in the process that reads what strangers wrote: feeds, pages' heads, robots.txt. No spaCy here.

It is small and bounded: whatever is in a feed, it is read within seconds and some memory, or not at all.
"""

import faulthandler
import os
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import FrameType
from typing import Final

from bot.newsroom.sources.documents import read_document
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.values import Document

_GRACE: Final = 5.0  # seconds beyond the bound, for a reader that does not hear it


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one reading may take."""

    seconds: float = 15.0  # a feed of 10 million bytes takes about as long
    memory: int = 1_000_000_000  # bytes of address space, Python's own among them


def start(lifeline: Connection, limits: Limits) -> None:
    """Bounds this process, which ends with the one at the other end of the line."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # meant for the bot, which ends this itself
    signal.signal(signal.SIGALRM, _too_long)
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def read(raw: bytes, *, address: str | None, content_type: str | None, name: str, limits: Limits) -> Document:
    """What the bytes are; `name` is what they are called in an error. Raises SourceError."""
    with _bounded(name, limits.seconds):
        return read_document(raw, address=address, content_type=content_type)


def allows(robots: bytes, *, agent: str, address: str, limits: Limits) -> bool:
    """Whether a site's robots.txt lets the agent read the address. Raises SourceError."""
    from protego import Protego

    with _bounded(address, limits.seconds):
        return bool(Protego.parse(robots.decode("utf-8", "replace")).can_fetch(address, agent))


@contextmanager
def _bounded(name: str, seconds: float) -> Iterator[None]:
    """Within the seconds, and whatever a library raises is a SourceError that names `name`."""
    faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except TimeoutError:
        raise SourceError(name, f"not read within {seconds:g} s") from None
    except MemoryError:
        raise SourceError(name, "needs too much memory") from None
    except Exception as error:  # feedparser names no errors of its own
        raise SourceError(name, f"cannot be read ({type(error).__name__})") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def _end_with(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(0)
