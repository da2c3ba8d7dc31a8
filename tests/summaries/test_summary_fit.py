"""The fit of the summary's weights, and the file that it writes."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from bench import accuracy
from bench.fitting import Example, cross_validate, example, fit, gain, rouge1
from bench.rows import Row
from summaries.summary.features import Features
from summaries.summary.standing import Standing
from summaries.summary.weights import WEIGHTS_FILE, load_weights, score


def an_example(number: int) -> Example:
    """Eight sentences of which the second feature marks the three that the highlights have."""
    chance = np.random.default_rng(number)
    wanted = {0, *chance.choice(np.arange(1, 8), 2, replace=False).tolist()}
    tokens = [[f"w{number}", f"s{sentence}", f"t{sentence}"] for sentence in range(8)]
    return example(
        [[chance.random(), float(sentence in wanted)] for sentence in range(8)],
        [Standing.ALONE] * 8,
        [frozenset(some[1:]) for some in tokens],
        tokens,
        highlights=[word for sentence in sorted(wanted) for word in tokens[sentence]],
        lead=[word for some in tokens[:3] for word in some],
    )


def test_fit_finds_the_feature_that_tells_and_no_use_for_the_other() -> None:
    examples = [an_example(number) for number in range(30)]
    noise, telling = fit(examples, [0, 1])
    assert telling > 5 * abs(noise)
    assert [rouge1(one, (0, 1, 2)) + gain(one, np.array([0.0, 1.0])) for one in examples] == [1.0] * 30


def test_cross_validation_is_of_articles_not_fitted_on() -> None:
    examples = [an_example(number) for number in range(30)]
    told, blind = cross_validate(examples, [1]), cross_validate(examples, [0])
    assert told.gain > blind.gain + 3 * blind.error


def test_weights_of_the_file_are_those_of_the_features() -> None:
    tables = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert (*tables["fitted"], *tables["chosen"]) == Features._fields
    assert score(Features(*[0.0] * len(Features._fields)), load_weights()) == 0


def test_figures_are_read_from_what_the_scorer_prints() -> None:
    printed = (
        "direct 0.9 (9 of 10)\nmalformed: 0\nrouge1_minus_lead3: -0.0024\ndangling_share: 0.1000 (1 of 10)\n"
        "names shown: 9, wrong 2; from the context 5, wrong 3\n"
    )
    assert accuracy.figures(printed) == {
        "malformed": 0,
        "rouge1_minus_lead3": -0.0024,
        "dangling_share": 0.1,
        "context_wrong": 3,
    }


@pytest.mark.parametrize(
    ("value", "told"), [(0.97, "must"), (0.98, "aim"), (0.95, "MISSED")], ids=["must", "aim", "missed"]
)
def test_figure_is_held_against_its_goal(value: float, told: str) -> None:
    assert accuracy.verdict(accuracy.Goal(figure="f", baseline="", must=0.96, aim=0.98), value) == told


def test_without_the_gold_folder_one_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_row_reaches_its_goal_in_its_own_direction() -> None:
    less = Row(name="r", value=0.2, unit="×", goal=0.3)
    more = Row(name="r", value=0.2, unit="×", goal=0.3, less_is_better=False)
    assert (less.reached, more.reached, Row(name="r", value=1, unit="×").reached) == (True, False, None)
