"""Which reader made an analysis: known without loading what it names."""

from importlib.metadata import PackageNotFoundError, version
from typing import Final

RULES: Final = 1  # add one whenever the rules would read a stored article differently: it is read again


def reader_version(pipeline: str) -> str:
    """Versions of spaCy, of the named pipeline and of our rules, as one word: equal where all are."""
    return f"spacy-{version('spacy')}+{pipeline}-{_pipeline_version(pipeline)}+rules-{RULES}"


def _pipeline_version(pipeline: str) -> str:
    try:
        return version(pipeline)
    except (PackageNotFoundError, ValueError):
        return "unpackaged"  # a folder: nothing tells when it changed
