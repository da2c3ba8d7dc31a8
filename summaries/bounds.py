"""What reading one article may cost: a text that takes more is left out, and the others are read on.

Seconds are the processor's: a machine that does much else makes no text slow. Memory is counted from what the
process holds when it begins, the language pipeline included. The longest text that is taken, a million
characters of prose, takes 38 s and 550 MB.
"""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

from summaries.errors import UnreadableFileError

SECONDS: Final = 60.0
MEMORY: Final = 1_200_000_000  # bytes: with the packaged pipeline a process of 1.5 GB
_GRACE: Final = 30  # seconds more for a library that Python cannot interrupt; then the process is ended
_AGAIN: Final = 1.0  # seconds: a library may catch what interrupts it
_STATM: Final = Path("/proc/self/statm")


class _TooLongError(BaseException):
    """Raised wherever the reading stands; no library that catches every Exception keeps it."""


@contextmanager
def bounded(name: str, *, seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Reads an article within its bounds; in the main thread only.

    Raises UnreadableFileError, which names the article, where it takes more of either.
    """
    before = signal.signal(signal.SIGPROF, _interrupt)
    try:
        with _limited(resource.RLIMIT_AS, _address_space(), memory), _limited(*_processor(seconds)):
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
            try:
                yield
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
    except _TooLongError:
        raise UnreadableFileError(name, f"takes more than {seconds:g} s to read") from None
    except MemoryError:
        raise UnreadableFileError(name, f"takes more than {memory / 1e9:g} GB to read") from None
    finally:
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _limited(which: int, used: int, more: int) -> Iterator[None]:
    """Lets the process use so much more; an outer limit that is lower holds."""
    soft, hard = resource.getrlimit(which)
    wanted = [used + more, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    with suppress(ValueError, OSError):  # macOS knows the first limit and sets none
        resource.setrlimit(which, (min(wanted), hard))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(which, (soft, hard))


def _address_space() -> int:
    """Bytes of it that the process holds; nought where the system does not tell."""
    if not _STATM.exists():
        return 0
    return int(_STATM.read_text().split()[0]) * resource.getpagesize()


def _processor(seconds: float) -> tuple[int, int, int]:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime), int(seconds) + _GRACE


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise _TooLongError
