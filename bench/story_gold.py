"""How well articles are grouped by event: pairs of the gold articles that were grouped by hand."""

import random
import tomllib
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from summaries.models import Analysis
from summaries.stories import group, outline

GOLD: Final = Path(__file__).with_name("story_gold.toml")
ORDERS: Final = 5  # a group depends on the order of filing, so the figures are over several

Pairs = frozenset[frozenset[str]]


class PairFigures(NamedTuple):
    """Of the pairs of articles that were put in one story, and of those that should have been."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def judge(sets: Iterable[Sequence[Analysis]]) -> PairFigures:
    """The figures over sets of articles; each is grouped by itself, as its articles are of one time."""
    gold = tomllib.loads(GOLD.read_text(encoding="utf-8"))
    same = _pairs(line.split() for line in gold["same"])
    unsure = _pairs(line.split() for line in gold["unsure"]) - same
    right = put = 0
    for analyses in sets:
        for order in range(ORDERS):
            filed = random.Random(order).sample(analyses, len(analyses))
            stories = group([outline(analysis) for analysis in filed])
            found = _pairs([_name(filed[index]) for index in story] for story in stories) - unsure
            right += len(found & same)
            put += len(found)
    return PairFigures(right / put, right / (ORDERS * len(same)))


def _name(analysis: Analysis) -> str:
    return Path(analysis.article.path).stem[:6]


def _pairs(lines: Iterable[Sequence[str]]) -> Pairs:
    return frozenset(frozenset(pair) for line in lines for pair in combinations(line, 2))
