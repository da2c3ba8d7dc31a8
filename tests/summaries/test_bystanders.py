"""Whom an article names without being about them: in passing, far down, or of another time."""

from dataclasses import replace

import pytest

from summaries.listing import listed
from summaries.models import Analysis
from tests.bot.library import Person, an_actor, an_analysis, did, said

FAR = ("It rained on the pier.", "It snowed on the pier.", "It hailed on the pier.", "Then it was dry.")
ORME = an_actor("Ida Orme", description="mayor")


def _listed(
    *sentences: str, actors: tuple[Person, ...], weight: float = 0.03, headline: str | None = None
) -> list[str]:
    """Of an article with each sentence for a paragraph, in which nobody is weighty."""
    found = an_analysis(headline=headline, sentences=sentences, actors=actors, count=0)
    light = tuple(replace(actor, weight=weight) for actor in found.actors)
    return _names(replace(found, actors=light, article=replace(found.article, body=found.sentences)))


def _names(analysis: Analysis) -> list[str]:
    return [analysis.actors[place].name for place in listed(analysis)]


TOLD = "Ida Orme, the mayor, closed the pier."


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param("It was told beside Elm News and others. Elm News paid.", False, id="in-the-second"),
        pytest.param(
            "It was told beside Elm News. Elm News. Elm News. Elm News.", True, id="again-and-again"
        ),
    ],
)
def test_a_house_of_the_second_paragraph_alone_is_passed_by(second: str, expected: bool) -> None:
    house = an_actor("Elm News", kind="organization")
    assert ("Elm News" in _listed(TOLD, second, actors=(ORME, house))) is expected
    assert "Elm News" in _listed(f"{TOLD} {second}", *FAR, actors=(ORME, house))


def test_the_opening_of_a_page_without_paragraphs_is_no_whole_page() -> None:
    long = " ".join(FAR) * 20
    actors = (ORME, an_actor("Ann Voss"))
    assert "Ann Voss" in _listed(f"{TOLD} Ann Voss slept. {long}", *FAR, actors=actors)
    assert "Ann Voss" not in _listed(f"{TOLD} {long} Ann Voss slept.", *FAR, actors=actors)


@pytest.mark.parametrize(
    ("sentences", "actor", "expected"),
    [
        pytest.param(
            ("Few knew Ann Voss. They saw Ann Voss.",), an_actor("Ann Voss"), False, id="somebody-named-twice"
        ),
        pytest.param(
            ("Few knew Ann Voss. They saw Ann Voss. Ann Voss slept.",),
            an_actor("Ann Voss"),
            True,
            id="somebody-named-thrice",
        ),
        pytest.param(
            ("Few knew Ann Voss, 41. They saw Ann Voss.",), an_actor("Ann Voss"), True, id="with-an-age"
        ),
        pytest.param(
            ("Few knew the nurse Ann Voss. They saw Ann Voss.",),
            an_actor("Ann Voss", description="nurse"),
            True,
            id="who-is-told-of",
        ),
        pytest.param(
            ("Few knew Elmish extremists. They saw Elmish extremists.",),
            an_actor("Elmish extremists", kind="group"),
            False,
            id="a-crowd-named-twice",
        ),
    ],
)
def test_who_is_named_far_down_without_a_deed_is_passed_by(
    sentences: tuple[str, ...], actor: Person, expected: bool
) -> None:
    assert (actor.name in _listed(TOLD, *FAR, *sentences, actors=(ORME, actor))) is expected
    assert actor.name in _listed(TOLD, *sentences, *FAR, actors=(ORME, actor))


def test_whose_win_of_years_ago_is_told_is_only_looked_back_at() -> None:
    told = "Selby had voted so since the nurse Ann Voss’s {} victory."
    actors = (ORME, an_actor("Ann Voss", description="nurse", aliases=("Voss",)))
    for year, expected in ((1988, False), (2023, True)):
        again = f"{told.format(year)} Voss won."
        assert ("Ann Voss" in _listed(TOLD, *FAR, again, actors=actors)) is expected


def test_who_is_told_of_in_the_third_paragraph_is_of_the_story() -> None:
    actors = (ORME, an_actor("Ann Voss", description="governor"))
    assert "Ann Voss" in _listed(TOLD, *FAR[:1], "She will meet the governor Ann Voss.", actors=actors)
    assert "Ann Voss" not in _listed(TOLD, *FAR, "She will meet the governor Ann Voss.", actors=actors)


def test_who_goes_on_with_who_is_somebody_whatever_the_first_name() -> None:
    actors = (ORME, an_actor("Dusk Voss"))
    assert "Dusk Voss" in _listed(f"{TOLD} She beat Dusk Voss, who lost a seat.", *FAR, actors=actors)
    assert "Dusk Voss" not in _listed(f"{TOLD} She beat Dusk Voss, whose seat it was.", *FAR, actors=actors)


def test_to_whom_something_was_once_done_far_down_is_listed_where_it_is_news() -> None:
    found = an_analysis(
        headline=None,
        sentences=(TOLD, *FAR, "There the nurse Ann Voss slept."),
        actors=(ORME, an_actor("Dario Elm"), an_actor("Ann Voss", description="nurse")),
        actions=(did("Dario Elm", "backed", "Ann Voss"),),
        count=0,
    )
    mentions = tuple(found.actors[2].mentions[-1:])
    met = (*found.actors[:2], replace(found.actors[2], mentions=mentions))
    far = replace(found, actors=met, article=replace(found.article, body=found.sentences))
    then = replace(far, actions=tuple(replace(deed, news=False) for deed in far.actions))
    assert ("Ann Voss" in _names(far), "Ann Voss" in _names(then)) == (True, False)


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        pytest.param(an_actor("Elm Trust", kind="organization"), [], id="a-house"),
        pytest.param(an_actor("Ann Voss"), ["Ann Voss"], id="a-person"),
    ],
)
def test_a_house_that_alone_says_something_far_down_is_not_who_a_page_is_about(
    actor: Person, expected: list[str]
) -> None:
    found = an_analysis(
        headline=None,
        sentences=(*FAR, "Few workers slept."),
        actors=(an_actor("workers", kind="group"), actor),
        quotes=(said(actor.name, "It is late."),),
        count=0,
    )
    apart = replace(found, article=replace(found.article, body=found.sentences))
    assert _names(apart) == expected
