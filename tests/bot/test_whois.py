"""Who somebody is beside a name, where the article's words for it lean on somebody else's name."""

import pytest

from bot.domain.digests import Appearance, describing
from bot.domain.whois import who_is, words_of_line
from bot.store import Store
from summaries.models import Analysis
from tests.bot.library import NOON, Person, a_stored_article, an_actor, an_analysis


def told(*actors: Person) -> Analysis:
    return an_analysis(
        headline=None,
        sentences=("Ann Lee thanked her older brother, Tom Ray. His deputy left.",),
        actors=actors,
    )


BROTHER = an_actor("Tom Ray", description="her older brother")
LEANING = [
    pytest.param(BROTHER, an_actor("Ann Lee", aliases=("her",)), "[Ann Lee’s] older brother", id="hers"),
    pytest.param(BROTHER, an_actor("Ann Lee"), "", id="nobody-knows-whose"),
    pytest.param(
        an_actor("Tom Ray", aliases=("her",), description="her older brother"),
        an_actor("Ann Lee"),
        "",
        id="no-brother-of-oneself",
    ),
    pytest.param(
        BROTHER, an_actor("Open Rivers", kind="organization", aliases=("her",)), "", id="no-house-has-kin"
    ),
    pytest.param(
        an_actor("Ida Orr", description="His deputy"),
        an_actor("Tom Ray", aliases=("His",)),
        "[Tom Ray’s] deputy",
        id="deputy",
    ),
]


@pytest.mark.parametrize(("actor", "other", "expected"), LEANING)
def test_a_name_stands_in_brackets_for_the_pronoun(actor: Person, other: Person, expected: str) -> None:
    analysis = told(actor, other)
    assert who_is(analysis, next(one for one in analysis.actors if one.name == actor.name)) == expected


def test_whom_nobody_names_may_have_the_kin() -> None:
    analysis = an_analysis(
        headline=None,
        sentences=("Tom Ray met the mayor and his wife, Ann Lee.",),
        actors=(an_actor("Ann Lee", description="his wife"), an_actor("Tom Ray", aliases=("his",))),
    )
    assert who_is(analysis, analysis.actors[0]) == ""


def test_who_is_somebody_s_themselves_may_not_be_meant_by_the_next_pronoun() -> None:
    analysis = an_analysis(
        headline=None,
        sentences=("Eva Orme won. Her mother, Ida Voss, wept.", "Her agent, Tom Ray, left."),
        actors=(
            an_actor("Tom Ray", description="Her agent"),
            an_actor("Ida Voss", aliases=("Her",)),
        ),
    )
    assert who_is(analysis, analysis.actors[0]) == "agent"


def test_whom_somebody_else_stands_nearer_to_has_no_kin() -> None:
    analysis = an_analysis(
        headline=None,
        sentences=("Eva Orme led Ida Voss and her husband, Tom Ray, away.",),
        actors=(
            an_actor("Tom Ray", description="her husband"),
            an_actor("Eva Orme", aliases=("her",)),
            an_actor("Ida Voss"),
        ),
    )
    assert who_is(analysis, analysis.actors[0]) == ""


HEAD = an_actor("Joan Reid", description="its head of research")


@pytest.mark.parametrize(
    ("sentence", "bank", "expected"),
    [
        pytest.param(
            "Elm Bank paid, said Joan Reid, its head of research.", ("its",), "[Elm Bank’s]", id="its"
        ),
        pytest.param("Elm Bank paid, said Joan Reid, its head of research.", (), "", id="nobody-knows-whose"),
        pytest.param(
            "Elm Bank met a trust and Joan Reid, its head of research.", ("its",), "", id="a-trust-s"
        ),
    ],
)
def test_an_office_of_a_house_tells_without_it(sentence: str, bank: tuple[str, ...], expected: str) -> None:
    house = an_actor("Elm Bank", kind="organization", aliases=bank)
    analysis = an_analysis(headline=None, sentences=(sentence,), actors=(HEAD, house))
    assert who_is(analysis, analysis.actors[0]) == f"{expected} head of research".strip()


async def test_a_line_of_the_cast_says_it_too(store: Store) -> None:
    article = await a_stored_article(store, told(BROTHER, an_actor("Ann Lee", aliases=("her",))), now=NOON)
    place = [actor.name for actor in article.analysis.actors].index("Tom Ray")
    line = describing([Appearance(article, frozenset({place}))])
    assert line is not None
    assert words_of_line(line) == "[Ann Lee’s] older brother"
