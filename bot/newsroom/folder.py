"""What in the folder of articles is a file to be read. Looks, and reads nothing."""

import logging
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summaries.articles import SUFFIXES

log = logging.getLogger(__name__)


_UNFINISHED = (".tmp", ".part", ".swp", ".crdownload", "~")  # editors' and downloads' working names


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file as it stood when it was looked at."""

    path: str  # below the folder, with forward slashes
    size: int
    modified_ns: int


def is_wanted(path: Path) -> bool:
    """Whether a path below the folder is named like an article: not hidden, not unfinished."""
    name = path.name.lower()
    return (
        path.suffix.lower() in SUFFIXES
        and not name.endswith(_UNFINISHED)
        and not any(part.startswith(".") for part in path.parts)
    )


def look_at(folder: Path, path: str) -> FileSeen | None:
    """The file as it stands; None where there is none to be read, and for a link out of the folder."""
    full = folder / path
    if not is_wanted(Path(path)):
        return None
    try:
        status = full.stat()
        if not stat.S_ISREG(status.st_mode) or not _stays_inside(folder, full):
            return None
        path.encode()
    except UnicodeEncodeError:
        log.warning("%r: the name is not UTF-8; left out", path)
        return None
    except OSError:
        return None
    return FileSeen(path, status.st_size, status.st_mtime_ns)


def all_files(folder: Path, below: str = "") -> Iterator[FileSeen]:
    """The articles' files in the folder and the folders in it, by name. Links to folders are not followed."""
    waiting = [below]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(folder / place) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            log.warning("%s: cannot be listed: %s", folder / place, error.strerror)
            continue
        for entry in entries:
            path = f"{place}/{entry.name}" if place else entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif seen := look_at(folder, path):
                yield seen


def _stays_inside(folder: Path, full: Path) -> bool:
    if full.parent == folder and not full.is_symlink():
        return True
    if full.resolve().is_relative_to(folder.resolve()):
        return True
    log.warning("%s: a symbolic link out of the folder; left out", full)
    return False
