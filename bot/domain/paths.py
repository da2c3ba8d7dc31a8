"""What can be told of a path before it is used."""

import os
from pathlib import Path


def why_not_made(path: Path) -> str | None:
    """What keeps the path from being made, in words; None where nothing does."""
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return None
    return f"{path}: cannot be made, {folder} may not be written to"
