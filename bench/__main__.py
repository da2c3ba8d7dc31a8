"""`make bench`: runs the benchmarks and prints one table.

    python -m bench [small|full] [NAME…]

A benchmark is a module of this package with `run(size) -> Iterable[Row]`; naming it below adds it.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from bench.rows import Row, Size

BENCHES: Final = (
    "reading",
    "importing",
    "startup",
    "answers",
    "pushes",
    "memory",
    "folder",
    "feeds",
    "fetching",
    "sources",
)
SIZES: Final[tuple[Size, ...]] = ("small", "full")


def line(row: Row) -> str:
    """The row as the table shows it."""
    sign = "≤" if row.less_is_better else "≥"
    goal = "" if row.goal is None else f"{sign} {row.goal:g}"
    verdict = {True: "ok", False: "MISSED", None: ""}[row.reached]
    return f"{row.name:52}{row.value:>10.3g} {row.unit:10}{goal:>8}  {verdict:7}{row.note}".rstrip()


def main(arguments: Sequence[str]) -> int:
    """Prints the rows as they are measured; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Runs the benchmarks.")
    parser.add_argument("size", nargs="?", choices=SIZES, default="small")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}; all unless told")
    options = parser.parse_args(arguments)
    missed = False
    for name in options.names or BENCHES:
        for row in import_module(f"bench.{name}").run(options.size):
            print(line(row), flush=True)
            missed |= row.reached is False
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
