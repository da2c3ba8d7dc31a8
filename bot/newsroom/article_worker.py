"""What runs in the processes that read articles; nothing else of the bot imports spaCy.

A worker gives way to the process that answers people, also where memory is short, and ends with that one. It
never reads beyond an article's bounds: a reader that hangs where Python cannot interrupt it is ended with its
process.
"""

import tempfile
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from bot.newsroom.child_process import work_for
from summaries.bounds import bounded
from summaries.errors import ArticleError, ModelMissingError, UnreadableFileError
from summaries.jsonform import to_json


def start(pipeline: str, lifeline: Connection) -> None:
    """Loads the language pipeline. A missing one is told by the first article, not by a dead worker."""
    work_for(lifeline)
    from summaries.language import load_pipeline

    with suppress(ModelMissingError):
        load_pipeline(pipeline)


def read_file(path: Path, name: str, *, pipeline: str) -> str:
    """The analysis of a file that is called `name`, as JSON. Raises ArticleError, whatever goes wrong."""
    from summaries.analysis import analyze
    from summaries.articles import load

    try:
        with bounded(name):
            return to_json(analyze(load(path, name=name), pipeline=pipeline))
    except ArticleError:
        raise
    except Exception as error:  # one broken article never stops the rest
        raise UnreadableFileError(name, f"could not be analysed: {error!r}") from error


def read_text(name: str, content: bytes, *, pipeline: str) -> str:
    """The analysis of a document that was sent, as JSON. Raises ArticleError."""
    with tempfile.TemporaryDirectory(prefix="briefings-") as folder:
        path = Path(folder, "document").with_suffix(Path(name).suffix)
        path.write_bytes(content)
        return read_file(path, name, pipeline=pipeline)
