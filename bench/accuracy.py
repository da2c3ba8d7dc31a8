"""`make eval`: reads the gold articles, has them scored, and prints the figures beside baseline and goal.

    python -m bench.accuracy FOLDER

The folder holds score.py, and for each set NAME a folder NAME of articles with NAME.gold.jsonl.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.story_gold import judge
from summaries.jsonform import from_json

WORKERS: Final = 2
OUTPUT: Final = Path("build/eval")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A figure of the scorer: what others reach, what must be reached, what would surprise the field."""

    figure: str
    baseline: str  # as published with the gold set: of textacy, spaCy's names merged, LexRank or trafilatura
    must: float
    aim: float
    less_is_better: bool = False


GOALS: Final[Mapping[str, tuple[Goal, ...]]] = {
    "quotes": (
        Goal(figure="direct_f1", baseline="0.721", must=0.96, aim=0.98),
        Goal(figure="quoted_f1", baseline="0.635", must=0.92, aim=0.96),
        Goal(figure="quoted_precision", baseline="0.996", must=0.96, aim=0.98),
        Goal(figure="quoted_speaker_end_to_end", baseline="0.410", must=0.78, aim=0.90),
        Goal(figure="malformed", baseline="", must=0, aim=0, less_is_better=True),
        Goal(figure="indirect_f1", baseline="0.000", must=0.60, aim=0.80),
    ),
    "actors": (
        Goal(figure="alias_f1", baseline="0.548", must=0.75, aim=0.88),
        Goal(figure="mention_recall", baseline="0.768", must=0.80, aim=0.88),
    ),
    "summaries": (
        Goal(figure="rouge1_minus_lead3", baseline="-0.024", must=-0.003, aim=0.010),
        Goal(figure="dangling_share", baseline="0.129", must=0.02, aim=0.0, less_is_better=True),
    ),
    "pages": (Goal(figure="body_f1", baseline="0.952", must=0.95, aim=0.97),),
}


def verdict(goal: Goal, value: float) -> str:
    """Where a value stands to its goal."""
    sign = -1 if goal.less_is_better else 1
    if sign * value >= sign * goal.aim:
        return "aim"
    return "must" if sign * value >= sign * goal.must else "MISSED"


def figures(scored: str) -> dict[str, float]:
    """The `name: value` lines of the scorer's output."""
    found = re.findall(r"^(\w+): ([+-]?\d+(?:\.\d+)?)", scored, flags=re.MULTILINE)
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


def score(folder: Path, name: str, lines: Sequence[str]) -> str:
    """What the folder's own scorer prints for the set."""
    output = OUTPUT / f"{name}.jsonl"
    output.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    command = [
        sys.executable,
        str(folder / "score.py"),
        name,
        str(folder / f"{name}.gold.jsonl"),
        str(output),
    ]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 where the folder or an article is missing, or a goal that must be reached."""
    folder = Path(arguments[0]) if arguments else Path()
    if not (folder / "score.py").is_file():
        print(f"{folder}: no score.py there, so there is nothing to be measured against", file=sys.stderr)
        return 1
    sets = {name: sorted(path for path in (folder / name).iterdir() if path.is_file()) for name in GOALS}
    OUTPUT.mkdir(parents=True, exist_ok=True)
    lines, seconds = analyse([path for paths in sets.values() for path in paths])
    by_set: dict[str, list[str]] = {name: [] for name in sets}
    for line in lines:
        by_set[Path(json.loads(line)["path"]).parent.name].append(line)
    print(f"{'figure':28}{'baseline':>10}{'ours':>10}{'must':>10}{'aim':>10}  reached")
    missed = len(lines) < sum(map(len, sets.values()))
    for name, goals in GOALS.items():
        found = figures(score(folder, name, by_set[name]))
        for goal in goals:
            value = found[goal.figure]
            reached = verdict(goal, value)
            missed |= reached == "MISSED"
            goals_told = f"{goal.must:>10.4g}{goal.aim:>10.4g}  {reached}"
            print(f"{goal.figure:28}{goal.baseline:>10}{value:>10.4g}{goals_told}")
    stories = judge([list(map(from_json, by_set[name])) for name in ("summaries", "actors")])
    told = f"precision {stories.precision:.2f}, recall {stories.recall:.2f}, F1 {stories.f1:.2f}"
    print(f"pairs of articles in one story: {told}")
    rate = len(lines) / seconds
    print(f"{len(lines)} articles in {seconds:.0f} s: {rate:.1f} a second on {WORKERS} processes")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
