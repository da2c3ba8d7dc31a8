"""The command line: `python -m summaries brief | analyze [--json] | stories [--json] PATH…`."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from summaries import articles
from summaries.bounds import bounded
from summaries.errors import ModelMissingError, UnreadableFileError
from summaries.jsonform import groups_to_json, to_json
from summaries.models import Analysis
from summaries.settings import chosen_pipeline
from summaries.stories import group, outline
from summaries.terminal import front_page, list_line, plain_briefing, report

_MOST_SENTENCES = 50  # a summary of more is the article
_WIDEST = 100  # columns: longer lines are hard to read
_NARROWEST = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what was asked of the articles; 1 where one could not be read, else 0."""
    asked = _parser().parse_args(arguments)
    unread: list[UnreadableFileError] = []
    try:
        for printed in _printed(asked, _analyses(asked, unread)):
            print(printed, flush=True)
    except ModelMissingError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has seen enough. Nothing is left to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return int(bool(unread))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m summaries", description="Reads news articles (.txt, .md, .html; folders too)."
    )
    parser.set_defaults(json=False, sentences=3)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    brief = verbs.add_parser("brief", help="print a briefing of each article")
    analyze = verbs.add_parser("analyze", help="print all that is found in each article")
    stories = verbs.add_parser("stories", help="group the articles by event, filed in the order given")
    analyze.add_argument("--json", action="store_true", help="one JSON object a line")
    stories.add_argument("--json", action="store_true", help='one JSON object: {"groups": [[path, …], …]}')
    for verb in (brief, analyze):
        verb.add_argument("--sentences", type=_count, default=3, metavar="N", help="of the summary (3)")
    for verb in (brief, analyze, stories):
        verb.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    return parser


def _count(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= _MOST_SENTENCES):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 1 to {_MOST_SENTENCES}")
    return int(word)


def _printed(asked: argparse.Namespace, analyses: Iterable[Analysis]) -> Iterator[str]:
    """What is printed, block by block: an article each, as soon as it is read; all the stories at once."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
    if asked.verb == "stories":
        yield _stories(analyses, width, json=asked.json)
    elif asked.verb == "brief":
        yield from (plain_briefing(analysis, width=width) for analysis in analyses)
    else:
        yield from (
            to_json(analysis) if asked.json else report(analysis, width=width) for analysis in analyses
        )


def _stories(analyses: Iterable[Analysis], width: int, *, json: bool) -> str:
    filed, paths, headings = [], [], []
    for analysis in analyses:  # an outline is a hundredth of the analysis
        filed.append(outline(analysis))
        paths.append(analysis.article.path)
        headings.append(list_line(analysis.article))
    found = group(filed)
    if json:
        return groups_to_json([[paths[index] for index in story] for story in found])
    told = [[(headings[index], paths[index]) for index in story] for story in found]
    return front_page(told, width=width)


def _analyses(asked: argparse.Namespace, unread: list[UnreadableFileError]) -> Iterator[Analysis]:
    """Every article that can be read, in turn; of another a line on stderr, and it is added to `unread`."""
    pipeline = chosen_pipeline()
    for file in (file for path in asked.paths for file in _files(path)):
        try:
            with bounded(str(file)):
                article = articles.load(file)
            from summaries.analysis import analyze  # loads spaCy: a wrong path is told at once
            from summaries.language import load_pipeline

            load_pipeline(pipeline)  # is no part of what the article takes
            with bounded(str(file)):
                analysis = analyze(article, sentences=asked.sentences, pipeline=pipeline)
        except UnreadableFileError as error:
            print(error, file=sys.stderr, flush=True)
            unread.append(error)
        else:
            yield analysis


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
