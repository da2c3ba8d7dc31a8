"""The attack list names what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ELSEWHERE = (Path(__file__).parent / "elsewhere.txt").read_text().splitlines()


@pytest.mark.parametrize("named", ELSEWHERE)
def test_attack_that_stands_elsewhere_is_there(named: str) -> None:
    file, _, test = named.partition("::")
    assert re.search(rf"^(async )?def {test or 'test_'}", (ROOT / file).read_text(), re.MULTILINE)
