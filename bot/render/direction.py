"""Lines of a language that runs from right to left, with what runs the other way kept whole in them.

Who reads Arabic reads English names and headlines in it. The signs put here are seen by nobody: a line with
words of ours runs from the right, and what others wrote in it, from left to right, stands apart.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from bot.render.language import END_ISOLATE, ISOLATE
from bot.render.texts import Run

MARK: Final = "\u200f"  # of no width; runs from right to left
_WITHIN: Final = re.compile(f"{ISOLATE}[^{END_ISOLATE}]*{END_ISOLATE}")
# What stands in our words in Latin letters: "/push 12 at 18:30", "7, 07:30, 6 pm", "RSS, Atom".
_LATIN: Final = re.compile(
    rf"{_WITHIN.pattern}|(?<![\w/])"
    r"(/[a-z]+(?: [!-~]*[0-9A-Za-z])*|(?=[0-9:,.+ -]*[A-Za-z])[0-9A-Za-z](?:[!-~ ]*[0-9A-Za-z])?)"
)
_EDGES: Final = re.compile(r"^([\s·—(✓✕]*)(.*?)([\s·—(:]*)$", re.DOTALL)


def from_the_right(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs, each line in the direction of whose words it holds."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.words.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=f"\n{other}")] for other in others]
    return tuple(run for line in lines for run in _line(line) if run.text)


def _line(line: Sequence[Run]) -> Iterator[Run]:
    if not any(_runs(run.words, "R", "AL") for run in line):
        yield from line
        return
    if not _begins_from_the_right("".join(run.words for run in line)):
        yield Run("\n" * line[0].words.startswith("\n") + MARK)
        line = (replace(line[0], text=line[0].words.removeprefix("\n")), *line[1:])
    for foreign, group in groupby(line, key=_is_foreign):
        neighbours = tuple(group)
        yield from _apart(neighbours) if foreign else map(_latin_apart, neighbours)


def _is_foreign(run: Run) -> bool:
    """Whether it holds none of our words: its letters run from left to right, or it has none."""
    return not _runs(run.words, "R", "AL") and not run.words.startswith(ISOLATE)


def _latin_apart(run: Run) -> Run:
    """Our words, with what is Latin in them whole: the slash of a command would stand behind it."""

    def kept(found: re.Match[str]) -> str:
        return found[0] if found[1] is None else f"{ISOLATE}{found[1]}{END_ISOLATE}"

    return replace(run, text=_LATIN.sub(kept, run.words))


def _apart(group: tuple[Run, ...]) -> Iterator[Run]:
    """Neighbours that are read in one go, from the first of them that has letters to the last."""
    lettered = [place for place, run in enumerate(group) if _runs(run.words, "L")]
    for place, run in enumerate(group):
        words = run.words
        if lettered and place == lettered[0]:
            before, rest, after = _parts(words)
            words = f"{before}{ISOLATE}{rest}{after}"
        if lettered and place == lettered[-1]:
            before, rest, after = _parts(words)
            words = f"{before}{rest}{END_ISOLATE}{after}"
        yield replace(run, text=words)


def _parts(words: str) -> tuple[str, str, str]:
    found = _EDGES.match(words)
    assert found is not None, "every text has edges, if only empty ones"
    before, rest, after = found.groups()
    return before, rest, after


def _begins_from_the_right(words: str) -> bool:
    """Whether its first letter runs so already: that is the direction of all of it.

    What stands apart counts here: not every client passes over it, as the standard has it.
    """
    directions = map(unicodedata.bidirectional, words)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def _runs(words: str, *directions: str) -> bool:
    """Whether any sign, bar those that stand apart already, runs in one of these directions."""
    return any(unicodedata.bidirectional(sign) in directions for sign in _WITHIN.sub("", words))
