"""What an article tells of somebody beside the name."""

import pytest

from summaries.joining import clues, marks
from tests.bot.library import Person, an_actor, an_analysis


@pytest.mark.parametrize(
    ("text", "description", "told"),
    [
        pytest.param("Clay sat.", None, set(), id="nothing"),
        pytest.param("Judge Clay sat.", "Judge", {"judge"}, id="a title"),
        pytest.param("Clay, a young baker of Homs, sat.", "a young baker of Homs", {"baker"}, id="a noun"),
        pytest.param("Clay, 44, a baker, sat.", "44, a baker", {"baker"}, id="behind an age"),
        pytest.param("Clay, who sang, sat.", "who sang", set(), id="a clause names no calling"),
        pytest.param("Mrs. Clay sat.", None, {"ms"}, id="an honorific"),
        pytest.param("Clay sat. Then Mr Clay rose.", None, {"mr"}, id="an honorific later on"),
        pytest.param("They missed Clay.", None, set(), id="a word that ends like one"),
    ],
)  # fmt: skip
def test_clues(text: str, description: str | None, told: set[str]) -> None:
    analysis = an_analysis(sentences=[text], actors=[an_actor("Clay", description=description)])
    assert clues(analysis.actors[0], analysis.article.text) == told


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        pytest.param([an_actor("Clay", description="Judge")], ("judge",), id="a lone surname by its clue"),
        pytest.param([an_actor("Ann Clay", description="Judge")], ("",), id="a full name by nothing"),
        pytest.param(["Ann Clay", "Clay"], ("", "beside ann clay"), id="one beside a fuller name"),
        pytest.param(["J. Clay", "John Clay"], ("beside john clay", ""), id="an initial beside a name"),
        pytest.param(["Ann Clay", "Otto Clay"], ("", ""), id="two full names"),
        pytest.param(["Clay", an_actor("Clay", kind="group")], ("", ""), id="two kinds"),
    ],
)
def test_marks(cast: list[Person | str], expected: tuple[str, ...]) -> None:
    text = "Judge Ann Clay, J. Clay, John Clay, Otto Clay."
    assert marks(an_analysis(sentences=[text], actors=cast)) == expected


def test_list_of_thousands_is_told_apart_without_comparing_all_with_all() -> None:
    """The mark is made where the store writes: nobody else writes meanwhile."""
    cast: list[Person | str] = [f"Ada{number} Clay{number}" for number in range(8000)]
    told = marks(an_analysis(sentences=["A list."], actors=[*cast, "Clay7999"]))
    assert told == ("",) * 8000 + ("beside ada7999 clay7999",)
