"""Who is called otherwise by a newer reading of an article is the same person still."""

from collections.abc import Sequence

import pytest

from summaries.succession import heirs
from tests.bot.library import Person, an_actor, an_analysis

Cast = Sequence[Person | str]
TEXT = "Acme chairman Ada Berg met Otto Berg. Falk of Harbour Watch left."
ADA = an_actor("Ada Berg")
OTTO = an_actor("Otto Berg")
LENA = an_actor("Lena Falk", aliases=["Falk"])
WATCH = an_actor("Harbour Watch", kind="organization")


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        pytest.param(["Acme chairman Ada Berg"], [OTTO, ADA], {0: 1}, id="a job stuck to the name"),
        pytest.param(
            ["Acme chairman Ada Berg"],
            [an_actor("Acme", kind="organization"), ADA],
            {0: 1},
            id="a firm and a job stuck to the name",
        ),
        pytest.param(["Falk of Harbour Watch"], [WATCH, LENA], {0: 1}, id="a firm behind the name"),
        pytest.param(["Harbour Watch"], [WATCH], {0: 0}, id="a team taken for a person"),
        pytest.param(["Ada Berg"], [OTTO], {}, id="not another of the family"),
        pytest.param(["Ada Berg", "Otto Berg"], [OTTO, ADA], {0: 1, 1: 0}, id="each their own"),
        pytest.param(["Acme chairman"], [WATCH], {}, id="nobody stands there"),
    ],
)
def test_in_the_same_words_it_is_who_is_named_in_the_same_place(
    before: Cast, after: Cast, found: dict[int, int]
) -> None:
    was, now = (an_analysis(sentences=[TEXT], actors=cast) for cast in (before, after))
    assert heirs(was, now) == found


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        pytest.param(["Acme chairman Ada Berg"], [OTTO, ADA], {0: 1}, id="a job stuck to the name"),
        pytest.param(["Ada Berg"], ["Maria Ada Berg"], {0: 0}, id="a first name more"),
        pytest.param(["Ada Berg"], ["Lena Ada Berg", "Maria Ada Berg"], {}, id="two who could be meant"),
        pytest.param(["Berg"], [ADA, LENA], {0: 0}, id="a surname that one bears"),
        pytest.param(["Berg"], [ADA, OTTO], {}, id="a surname that two bear"),
        pytest.param(["Wolf"], [an_actor("Ada Berg", aliases=["Wolf"])], {0: 0}, id="another name"),
        pytest.param(["Acme chairman Ada"], [ADA], {}, id="not by a first name"),
        pytest.param(["Berg", "Ada Berg"], ["Ada Berg", "Berg"], {0: 1, 1: 0}, id="the same name"),
    ],
)
def test_in_other_words_it_is_who_alone_bears_the_name(
    before: Cast, after: Cast, found: dict[int, int]
) -> None:
    was = an_analysis(sentences=["Subscribe now.", TEXT], actors=before)
    assert heirs(was, an_analysis(sentences=[TEXT], actors=after)) == found
