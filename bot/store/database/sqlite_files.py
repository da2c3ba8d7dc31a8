"""Whether the files of a SQLite database are still what was opened.

SQLite maps the index of its log (`-shm`) into memory: a touch of it ends the process by SIGBUS once that file
was cut short or made immutable. So both files are looked at as each transaction begins.
"""

import ctypes
import os
import sqlite3
from pathlib import Path


class Files:
    """The database's file and its index, and the connections to them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index = Path(f"{path}-shm")
        self._sizes: dict[tuple[int, int], int] = {}  # the largest, by which file it was
        self._opened: tuple[int, int] | None = None
        self._connections: list[sqlite3.Connection] = []

    def why_not_read(self) -> str | None:
        """None where it may be read."""
        if not os.access(self._index, os.F_OK):  # before the first transaction; one removed harms no reader
            return None
        if not os.access(self._index, os.W_OK):
            return f"{self._index}: may not be written; stop the bot, make it writable"
        if self._is_cut_short(self._index):
            return f"{self._index}: was cut short; stop the bot, remove it"
        return None

    def why_not_written(self) -> str | None:
        """None where what is written is kept."""
        if fault := self.why_not_read():
            return fault
        if _which(self._path) != self._opened:
            return f"{self._path}: its file was removed or replaced; stop the bot, restore it"
        if self._is_cut_short(self._path):
            return f"{self._path}: is smaller than it was; stop the bot, restore it if that was no VACUUM"
        if not os.access(self._path, os.W_OK):
            return f"{self._path}: may not be written"
        return None

    def are_opened(self) -> None:
        """From now on no other file is the database."""
        self._opened = _which(self._path)

    def note(self, connection: sqlite3.Connection) -> None:
        """It is one of those to the files."""
        self._connections.append(connection)

    def leave_open(self) -> None:
        """Closes no connection ever: with the last SQLite would write the index."""
        for connection in self._connections:
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))

    def _is_cut_short(self, path: Path) -> bool:
        try:
            status = path.stat()
        except OSError:
            return False
        which = status.st_dev, status.st_ino
        largest = self._sizes.get(which, 0)
        self._sizes[which] = max(largest, status.st_size)
        return status.st_size < largest


def _which(path: Path) -> tuple[int, int] | None:
    """Which file stands there; None where none does."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
