"""What is shown beside a name and in lists, and what is left out there as doubtful."""

from dataclasses import replace

import pytest

from summaries.analysis import analyze
from summaries.models import Analysis
from summaries.shown import description_of, listed, tells
from tests.bot.library import an_actor, an_analysis, did, said
from tests.summaries.builders import an_article

TELLING = [
    pytest.param("President", True, id="office-with-its-capital"),
    pytest.param("Vice President", True, id="office-of-two-words"),
    pytest.param("former President", True, id="office-that-was-held"),
    pytest.param("US national security spokesperson", True, id="nation-in-letters-and-no-us"),
    pytest.param("Their coach", False, id="pronoun-with-a-capital"),
    pytest.param("philosopher", True, id="profession"),
    pytest.param("Selby council leader", True, id="leader-of-a-named-place"),
    pytest.param("Scottish party leader", True, id="leader-of-a-nation"),
    pytest.param("the harbour’s chief executive", True, id="owner-in-the-words"),
    pytest.param("police chief", True, id="chief-of-a-force"),
    pytest.param("opposition leader", True, id="leader-of-a-side"),
    pytest.param("director of the theatre", True, id="director-of"),
    pytest.param("who works for the ferry company", True, id="clause"),
    pytest.param("Ann Lee’s older brother", True, id="kin-of-a-name"),
    pytest.param("her mother", False, id="kin-of-a-pronoun"),
    pytest.param("his Danish counterpart", False, id="counterpart-of-a-pronoun"),
    pytest.param("a sailor herself and the wife of a diver", False, id="pronoun-within"),
    pytest.param("who hired him", False, id="pronoun-at-the-end"),
    pytest.param("co-star", False, id="star-with-whom"),
    pytest.param("council leader", False, id="leader-of-which"),
    pytest.param("association executive director", False, id="director-of-which"),
    pytest.param("the former vice president", False, id="president-of-which"),
    pytest.param("Head coach", False, id="coach-of-which"),
    pytest.param("staff writer", False, id="writer-of-which"),
    pytest.param("", False, id="nothing"),
]


@pytest.mark.parametrize(("description", "expected"), TELLING)
def test_what_tells_who_somebody_is_without_its_sentence(description: str, expected: bool) -> None:
    assert tells(description) is expected


def _listed(analysis: Analysis) -> list[str]:
    return [analysis.actors[place].name for place in listed(analysis)]


def test_a_description_that_leans_is_kept_and_not_shown() -> None:
    analysis = an_analysis(
        sentences=("Ann Lee and her mother, Eva Lee, left.",),
        actors=(an_actor("Eva Lee", description="her mother"), an_actor("Ann Lee")),
    )
    assert analysis.actors[0].description is not None
    assert description_of(analysis, analysis.actors[0]) is None


LISTED = [
    pytest.param("Voss slept.", an_actor("Voss"), False, id="one-word-once"),
    pytest.param("Voss slept. Voss snored.", an_actor("Voss"), True, id="one-word-twice"),
    pytest.param("Ann Voss slept.", an_actor("Ann Voss"), True, id="full-name"),
    pytest.param("Dario van Elm slept.", an_actor("Dario van Elm"), True, id="built-as-a-name"),
    pytest.param("Suspected Arson came.", an_actor("Suspected Arson"), False, id="no-given-name"),
    pytest.param("Suspected Orme, 41, came.", an_actor("Suspected Orme"), True, id="with-an-age"),
    pytest.param("1) Orme, 2) Voss, 3) Elm.", an_actor("Voss"), False, id="before-a-number-that-is-no-age"),
    pytest.param("The nurse Voss slept.", an_actor("Voss", description="nurse"), True, id="said-to-be"),
    pytest.param("It rained in Chad.", an_actor("Chad", kind="state"), False, id="state-as-a-place"),
    pytest.param(
        "Chad, Chad and Chad again.", an_actor("Chad", kind="state"), True, id="state-that-it-is-about"
    ),
    pytest.param("He is at Elm College.", an_actor("Elm College", kind="organization"), False, id="employer"),
    pytest.param("Some residents slept.", an_actor("residents", kind="group"), False, id="crowd-once"),
    pytest.param("Some residents, all residents.", an_actor("residents", kind="group"), True, id="crowd"),
]


@pytest.mark.parametrize(("sentence", "actor", "expected"), LISTED)
def test_who_is_listed_though_nothing_is_done(sentence: str, actor: object, expected: bool) -> None:
    analysis = an_analysis(headline=None, sentences=(sentence,), actors=(actor,))  # type: ignore[arg-type]
    assert bool(listed(analysis)) is expected


def test_who_speaks_or_acts_is_listed_though_named_once() -> None:
    analysis = an_analysis(
        sentences=("Orme slept.",),
        actors=(
            an_actor("Voss"),
            an_actor("Chad", kind="state"),
            an_actor("Elm College", kind="organization"),
            an_actor("Orme"),
            an_actor("Mali", kind="state"),
        ),
        quotes=(said("Voss", "It is late."),),
        actions=(did("Chad", "sued", "Elm College"), did("Voss", "left", "Mali")),
    )
    assert _listed(analysis) == ["Voss", "Chad", "Elm College"]


@pytest.mark.parametrize(
    ("outlet", "actor", "expected"),
    [
        pytest.param("Elm Post", "Elm Post", False, id="its-name"),
        pytest.param("The Elm Post", "Post", False, id="the-end-of-its-name"),
        pytest.param("KELM Selby", "KELM", False, id="a-stations-letters"),
        pytest.param("Elm Post", "Elm", True, id="a-house-called-as-its-town"),
        pytest.param("elmpost.com", "ElmPost", False, id="its-address"),
        pytest.param("The Elm Post", "Elm Ferries", True, id="another-house"),
        pytest.param(None, "Elm Post", True, id="no-outlet-told"),
    ],
)
def test_whose_page_it_is_is_no_actor_of_it(outlet: str | None, actor: str, expected: bool) -> None:
    analysis = an_analysis(
        sentences=(f"Voss told {actor} that it was late.",),
        actors=(an_actor(actor, kind="organization"),),
        actions=(did("Voss", "told", actor),),
    )
    read = replace(analysis, article=replace(analysis.article, outlet=outlet))
    assert (actor in _listed(read)) is expected


def test_a_crowd_is_not_listed_beside_a_part_of_it() -> None:
    analysis = analyze(
        an_article(
            "County officials closed the bridge. The county officials blamed the rain.",
            "Elm officials said no. Officials will meet. Officials left, and officials slept.",
        )
    )
    assert {"county officials", "Elm officials"} <= set(_listed(analysis))
    assert "officials" not in _listed(analysis)
