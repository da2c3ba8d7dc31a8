"""How a process keeps its memory: garbage is looked for rarely, and what an import leaves is given back."""

import ctypes
import gc
from collections.abc import Callable


def collect_rarely() -> None:
    """Keeps the garbage collector out of the answers: it stopped them for up to 60 ms, a second in forty.

    What is there at the start stays, and need not be walked again; the analyses of one answer are thousands
    of objects, none in a circle.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # a few megabytes of circles at the most


def give_back() -> None:
    """Frees what is in circles, and gives the system what is free: the C library keeps it for each thread.

    Only glibc has a word for that; elsewhere nothing more is done.
    """
    gc.collect()
    if trim := _trim():
        trim(0)


def _trim() -> Callable[[int], int] | None:
    try:
        found: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None
    return found
