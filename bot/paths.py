"""What can be told of a path before it is used."""

import os
from pathlib import Path


def keeps_from_making(path: Path) -> Path | None:
    """The folder that would have to hold the path and may not be written to; None where it can be made."""
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    return None if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK) else folder
