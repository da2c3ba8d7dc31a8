"""A report of how many were hurt stands under what tells in what."""

import pytest

from bot.domain.tolls import is_bare_toll
from tests.bot.test_leads_from_above import lead_of, read

FIRE = "Late in May a fire burnt down the old mill of Orm, in which two families lived."
OWNERS = "The owners of the mill said that all of its doors had been open."


@pytest.mark.parametrize(
    ("report", "leads"),
    [
        pytest.param("The council said that at least nine people were killed.", True, id="a bare number"),
        pytest.param("Officers said that 19 had died.", True, id="died"),
        pytest.param("The council said that two men were killed and nine injured.", True, id="two numbers"),
        pytest.param("The council said that nine people were killed in the fire at Kell.", False, id="where"),
        pytest.param("The council said that on Friday nine people were killed.", False, id="when"),
        pytest.param("The council said that the people were killed.", False, id="no number"),
        pytest.param("The council said that nine people were warned.", False, id="they were not hurt"),
    ],
)
def test_how_many_were_hurt_is_told_under_what_tells_in_what(report: str, *, leads: bool) -> None:
    found = lead_of(read(FIRE, OWNERS, report, quotes=((report, False),)))
    assert found == (f"{FIRE} {OWNERS}" if leads else None)


def test_a_question_of_many_words_is_soon_answered() -> None:
    assert not is_bare_toll("nine people and two " * 20_000)
