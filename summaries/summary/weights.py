"""The fitted weights, read from the file beside this one."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from summaries.summary.features import Features

WEIGHTS_FILE: Final = Path(__file__).with_name("weights.toml")


@cache
def load_weights() -> Features:
    """What a unit of each feature is worth: fitted ones and chosen ones together."""
    tables = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    worth: Mapping[str, float] = tables["fitted"] | tables["chosen"]
    return Features(**worth)


def score(features: Features, weights: Features) -> float:
    """How much the sentence would bring to a summary; only differences within an article mean anything."""
    return sum(value * weight for value, weight in zip(features, weights, strict=True))
