"""`make eval`: reads the gold articles, has them scored, and prints the figures beside baseline and goal.

    python -m bench.accuracy FOLDER [SET…] [--pages FOLDER…]    all sets unless some are named: truth quotes …

The folder holds score.py, and for each set NAME a folder NAME of articles with NAME.gold.jsonl.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Final

from bench import genre_gold
from bench.story_gold import judge
from summaries.jsonform import from_json, groups_to_json
from summaries.stories import group, outline

WORKERS: Final = 2
ORDERS: Final = 3  # stories depend on the order of filing, so their figures are over several
OUTPUT: Final = Path("build/eval")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A figure of the scorer: what others reach, what must be reached, what would surprise the field."""

    figure: str
    baseline: str  # as published with the gold set: of rivals, or of an earlier version of ours
    must: float
    aim: float
    less_is_better: bool = False


GOALS: Final[Mapping[str, tuple[Goal, ...]]] = {
    "truth": (
        Goal(figure="named_wrong_share", baseline="0.050", must=0.025, aim=0.010, less_is_better=True),
        Goal(figure="context_wrong", baseline="3", must=1, aim=0, less_is_better=True),
        Goal(figure="named_recall", baseline="0.799", must=0.84, aim=0.92),
    ),
    "quotes": (
        Goal(figure="direct_f1", baseline="0.721", must=0.970, aim=0.98),
        Goal(figure="quoted_f1", baseline="0.635", must=0.952, aim=0.97),
        Goal(figure="quoted_precision", baseline="0.996", must=0.989, aim=0.995),
        Goal(figure="quoted_speaker_end_to_end", baseline="0.410", must=0.85, aim=0.92),
        Goal(figure="malformed", baseline="", must=0, aim=0, less_is_better=True),
        Goal(figure="indirect_f1", baseline="0.000", must=0.85, aim=0.90),
    ),
    "actors": (
        Goal(figure="alias_f1", baseline="0.548", must=0.92, aim=0.95),
        Goal(figure="mention_recall", baseline="0.768", must=0.92, aim=0.95),
    ),
    "summaries": (
        Goal(figure="rouge1_minus_lead3", baseline="-0.024", must=0.008, aim=0.015),
        Goal(figure="dangling_share", baseline="0.129", must=0.001, aim=0.0, less_is_better=True),
    ),
    "pages": (Goal(figure="body_f1", baseline="0.952", must=0.970, aim=0.98),),
    "stories": (
        Goal(figure="pairs_precision", baseline="0.72-0.79", must=0.88, aim=0.95),
        Goal(figure="b3_f1", baseline="0.82-0.88", must=0.87, aim=0.93),
    ),
}
BY_HAND: Final = ("summaries", "actors")  # grouped by event in story_gold.toml
OF_KINDS: Final = ("pages", "quotes", "summaries")  # their kinds of text stand in genre_gold.toml


def verdict(goal: Goal, value: float) -> str:
    """Where a value stands to its goal."""
    sign = -1 if goal.less_is_better else 1
    if sign * value >= sign * goal.aim:
        return "aim"
    return "must" if sign * value >= sign * goal.must else "MISSED"


def figures(scored: str) -> dict[str, float]:
    """The `name: value` lines of the scorer's output, and its wrong names from the context."""
    found = re.findall(r"^(\w+): ([+-]?\d+(?:\.\d+)?)", scored, flags=re.MULTILINE)
    found += [("context_wrong", wrong) for wrong in re.findall(r"from the context \d+, wrong (\d+)", scored)]
    return {name: float(value) for name, value in found}


def analyse(paths: Sequence[Path]) -> tuple[list[str], float]:
    """A line of JSON an article, by the command line in two processes, and the seconds that it took."""
    command = [sys.executable, "-m", "summaries", "analyze", "--json"]
    begun = time.perf_counter()
    running = [
        subprocess.Popen([*command, *map(str, paths[number::WORKERS])], stdout=subprocess.PIPE, text=True)
        for number in range(WORKERS)
    ]
    with ThreadPoolExecutor(WORKERS) as readers:  # a reader for each: a full pipe would stop its process
        printed = list(readers.map(lambda worker: worker.communicate()[0], running))
    return [line for some in printed for line in some.splitlines()], time.perf_counter() - begun


def score(folder: Path, name: str, lines: Sequence[str]) -> dict[str, float]:
    """The figures that the folder's own scorer prints for the set."""
    if name == "stories":
        return _mean([_scored(folder, name, groups) for groups in _filings(lines)])
    return _scored(folder, name, "".join(line + "\n" for line in lines))


def _filings(lines: Sequence[str]) -> Iterator[str]:
    """The groups as `python -m summaries stories --json` prints them, for each order of filing."""
    read = [(outline(analysis), analysis.article.path) for analysis in map(from_json, lines)]
    read.sort(key=lambda row: row[1])  # as the set has them, whichever process read them
    for order in range(ORDERS):
        filed = random.Random(order).sample(read, len(read))
        stories = group([told for told, _ in filed])
        yield groups_to_json([[filed[index][1] for index in story] for story in stories])


def _scored(folder: Path, name: str, printed: str) -> dict[str, float]:
    output = OUTPUT / f"{name}.jsonl"
    output.write_text(printed, encoding="utf-8")
    gold = folder / f"{name}.gold.jsonl"
    command = [sys.executable, str(folder / "score.py"), name, str(gold), str(output)]
    return figures(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _mean(several: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: fmean(one[name] for one in several) for name in several[0]}


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 where the folder or an article is missing, or a goal that must be reached."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.accuracy", description="Accuracy figures on gold articles."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(GOALS)}; all unless named")
    parser.add_argument(
        "--pages",
        type=Path,
        nargs="+",
        default=[],
        metavar="FOLDER",
        help="of more texts whose kind is known",
    )
    asked = parser.parse_args(arguments)
    names = asked.sets or list(GOALS)
    if wrong := [name for name in names if name not in GOALS]:
        parser.error(f"{wrong[0]!r} is no set")
    if not (asked.folder / "score.py").is_file():
        print(
            f"{asked.folder}: no score.py there, so there is nothing to be measured against", file=sys.stderr
        )
        return 1
    sets = {
        name: sorted(path for path in (asked.folder / name).iterdir() if path.is_file()) for name in names
    }
    OUTPUT.mkdir(parents=True, exist_ok=True)
    lines, seconds = analyse([path for paths in sets.values() for path in paths])
    by_set: dict[str, list[str]] = {name: [] for name in sets}
    for line in lines:
        by_set[Path(json.loads(line)["path"]).parent.name].append(line)
    missed = len(lines) < sum(map(len, sets.values()))
    print(f"{'figure':28}{'baseline':>10}{'ours':>10}{'must':>10}{'aim':>10}  reached")
    for name in names:
        missed |= _print_figures(GOALS[name], score(asked.folder, name, by_set[name]))
    _print_by_hand(by_set, [*(asked.folder / name for name in OF_KINDS), *asked.pages])
    rate = len(lines) / seconds
    print(f"{len(lines)} articles in {seconds:.0f} s: {rate:.1f} a second on {WORKERS} processes")
    return int(missed)


def _print_figures(goals: Iterable[Goal], found: Mapping[str, float]) -> bool:
    """A line a goal; tells whether one that must be reached was missed."""
    missed = False
    for goal in goals:
        value = found[goal.figure]
        reached = verdict(goal, value)
        missed |= reached == "MISSED"
        print(
            f"{goal.figure:28}{goal.baseline:>10}{value:>10.4g}{goal.must:>10.4g}{goal.aim:>10.4g}  {reached}"
        )
    return missed


def _print_by_hand(by_set: Mapping[str, Sequence[str]], folders: Iterable[Path]) -> None:
    """What was labelled for this project: events and kinds of text, where their sets were read."""
    if not set(BY_HAND) <= by_set.keys():
        return
    told = judge([list(map(from_json, by_set[name])) for name in BY_HAND])
    print(
        "pairs of articles in one story, by hand:"
        f" precision {told.precision:.2f}, recall {told.recall:.2f}, F1 {told.f1:.2f}"
    )
    for half in genre_gold.judge(folders):
        print(f"kinds of text, {half}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
