"""How a process that works for the bot behaves: it gives way to it, and ends with it."""

import os
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

_NICENESS = 10
_OOM_SCORE = Path("/proc/self/oom_score_adj")  # Linux alone has it


def work_for(lifeline: Connection) -> None:
    """To be called first in a process whose maker holds, and never sends on, the other end of the line.

    The process ends when that end is closed, or its holder dies.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # meant for the bot, which ends its workers itself
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    os.nice(_NICENESS)
    with suppress(OSError):
        _OOM_SCORE.write_text("1000")  # where memory runs out the kernel ends a worker, not the bot


def _end_with(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(0)
