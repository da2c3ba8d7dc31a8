"""The command line: `python -m summaries brief PATH…` and `python -m summaries analyze [--json] PATH…`."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from summaries import articles
from summaries.errors import ModelMissingError, UnreadableFileError
from summaries.jsonform import to_json
from summaries.models import Analysis
from summaries.terminal import briefing, report

_MOST_SENTENCES = 50  # a summary of more is the article
_WIDEST = 100  # columns: longer lines are hard to read
_NARROWEST = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what was asked for each article in turn; 1 where one could not be read, else 0."""
    asked = _parser().parse_args(arguments)
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
    try:
        return _print_all(asked.paths, asked.sentences, _form(asked, width))
    except BrokenPipeError:
        # The reader of our output has seen enough. Nothing is left to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m summaries", description="Reads news articles (.txt, .md, .html; folders too)."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    brief = verbs.add_parser("brief", help="print a briefing of each article")
    analyze = verbs.add_parser("analyze", help="print all that is found in each article")
    analyze.add_argument("--json", action="store_true", help="one JSON object a line")
    for verb in (brief, analyze):
        verb.add_argument("--sentences", type=_count, default=3, metavar="N", help="of the summary (3)")
        verb.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    return parser


def _count(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= _MOST_SENTENCES):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 1 to {_MOST_SENTENCES}")
    return int(word)


def _form(asked: argparse.Namespace, width: int) -> Callable[[Analysis], str]:
    if asked.verb == "brief":
        return lambda analysis: briefing(analysis, width=width)
    if asked.json:
        return to_json
    return lambda analysis: report(analysis, width=width)


def _print_all(paths: Iterable[Path], sentences: int, form: Callable[[Analysis], str]) -> int:
    failed = False
    for path in paths:
        for file in _files(path):
            try:
                article = articles.load(file)
            except UnreadableFileError as error:
                print(error, file=sys.stderr, flush=True)
                failed = True
                continue
            from summaries.analysis import analyze  # loads spaCy: a wrong path is told at once

            try:
                print(form(analyze(article, sentences=sentences)), flush=True)
            except ModelMissingError as error:
                print(error, file=sys.stderr)
                return 1
    return int(failed)


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or of a folder its articles by name. An empty folder is an unreadable path."""
    if not path.is_dir():
        yield path
        return
    found = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in articles.SUFFIXES and not file.name.startswith(".") and file.is_file()
    )
    yield from found or [path]


if __name__ == "__main__":
    sys.exit(main())
