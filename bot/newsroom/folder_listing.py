"""What in the folder of articles is a file to be read. Looks, and reads nothing."""

import logging
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from summaries.articles import SUFFIXES

log = logging.getLogger(__name__)


_LATEST_NS = 2**63 - 1  # in the year 2262: no database counts further, and any file can claim to be newer
_ENDINGS = tuple(SUFFIXES)  # so no working name of an editor or a download: .tmp, .part, .swp, "~"


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file as it stood when it was looked at."""

    path: str  # below the folder, with forward slashes
    size: int
    modified_ns: int


def is_wanted(path: str) -> bool:
    """Whether a path below the folder is named like an article: not hidden, not unfinished."""
    return path.lower().endswith(_ENDINGS) and not path.startswith(".") and "/." not in path


def find_file(folder: Path, path: str) -> FileSeen | None:
    """The file as it stands; None where there is none to be read, and for a link out of the folder."""
    full = folder / path
    if not is_wanted(path) or not _is_utf8(folder, path):
        return None
    try:
        status = full.stat()
        if stat.S_ISREG(status.st_mode) and _stays_inside(folder, full):
            return _as_seen(path, status)
    except OSError:
        pass
    return None


def is_gone(folder: Path, path: str) -> bool:
    """Whether nothing is there any more: of what a closed folder holds nobody knows."""
    try:
        (folder / path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def all_files(folder: Path, below: str = "") -> Iterator[FileSeen]:
    """The articles' files in the folder and the folders in it, by name. Links to folders are not followed."""
    for path, entry in _entries(folder, below):
        seen = find_file(folder, path) if entry.is_symlink() else _seen(folder, path, entry)
        if seen is not None:
            yield seen


def parted(folder: Path, changes: Iterable[tuple[object, str]]) -> tuple[list[str], set[str]]:
    """Of the paths that a watcher names: the files that are there by now, in order, and what is gone."""
    root = folder.absolute()
    paths = {Path(full).relative_to(root).as_posix() for _, full in changes}
    gone = {path for path in paths if is_gone(folder, path)}
    return sorted({name for path in paths - gone for name in _names(folder, path)}), gone


def _names(folder: Path, path: str) -> Iterable[str]:
    if not os.path.isdir(folder / path):  # noqa: PTH112 (Path's raises where it may not look)
        return [path] if is_wanted(path) else []
    return [seen.path for seen in all_files(folder, path)]


def count_files(folder: Path) -> int:
    """About how many `all_files` will find: what is a link or cannot be read is counted too."""
    return sum(1 for _ in _entries(folder, ""))


def _entries(folder: Path, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [below]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(folder / place) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            log_once(folder, f"{folder / place}: cannot be listed: {error.strerror}; what is in it stays")
            continue
        for entry in entries:
            path = f"{place}/{entry.name}" if place else entry.name
            if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif is_wanted(path):
                yield path, entry


def _seen(folder: Path, path: str, entry: os.DirEntry[str]) -> FileSeen | None:
    try:
        status = entry.stat()
    except OSError:
        return None  # it went meanwhile
    if not stat.S_ISREG(status.st_mode) or not _is_utf8(folder, path):
        return None
    return _as_seen(path, status)


def _as_seen(path: str, status: os.stat_result) -> FileSeen:
    return FileSeen(path, status.st_size, min(status.st_mtime_ns, _LATEST_NS))


def _is_utf8(folder: Path, path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        log_once(folder, f"{path!r}: the name is not UTF-8; left out")
        return False
    return True


def _stays_inside(folder: Path, full: Path) -> bool:
    if full.parent == folder and not full.is_symlink():
        return True
    if full.resolve().is_relative_to(folder.resolve()):
        return True
    log_once(folder, f"{full.relative_to(folder)}: a symbolic link out of the folder; left out")
    return False


@lru_cache(maxsize=1000)
def log_once(_folder: Path, words: str) -> None:
    """Warns of what stays as it is: nobody wants to read of the same file at each look."""
    log.warning("%s", words)
