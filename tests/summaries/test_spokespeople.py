"""Who speaks for a house."""

from dataclasses import replace

import pytest

from summaries.models import ActorKind
from summaries.spokespeople import said_for
from tests.bot.library import an_actor, an_analysis, said

WORDS = "No boat will leave the harbour today, and none tomorrow."


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        pytest.param("A spokesperson for Elm Ferries", True, id="for"),
        pytest.param("a spokesman from the Elm Ferries", True, id="from-the"),
        pytest.param("An Elm Ferries spokeswoman", True, id="before"),
        pytest.param("Elm Ferries’ spokesman", True, id="whose"),
        pytest.param("A former Elm Ferries spokesman", False, id="former"),
        pytest.param("A spokesman for Elm Ferries’ rivals", False, id="of-its-rivals"),
        pytest.param("A spokesman for the captains of Elm Ferries", False, id="of-some-in-it"),
        pytest.param("An Elm Ferries captain", False, id="captain"),
        pytest.param("Its chief executive", False, id="head-without-a-name"),
        pytest.param("A spokesman", False, id="of-nobody-told"),
    ],
)
def test_who_speaks_for_it_without_a_name(speaker: str, expected: bool) -> None:
    house = an_actor("Elm Ferries", kind="organization")
    found = an_analysis(sentences=(), quotes=(said(speaker, WORDS),), actors=(house,))
    nobody = replace(found, quotes=tuple(replace(quote, actor=None) for quote in found.quotes))
    assert bool(said_for(nobody, {0})) is expected


@pytest.mark.parametrize(
    ("who", "kind", "expected"),
    [
        pytest.param("chief executive of Elm Ferries", "organization", True, id="chief-executive"),
        pytest.param("Elm Ferries Chief Executive", "organization", True, id="before"),
        pytest.param("founder and CEO of Elm Ferries", "organization", True, id="founder-and-head"),
        pytest.param(
            "a spokesman for Elm Ferries, which runs the boats", "organization", True, id="spokesman"
        ),
        pytest.param("Elm Ferries press secretary", "organization", True, id="press-secretary"),
        pytest.param(
            "a captain at Elm Ferries and its head", "organization", False, id="more-behind-its-name"
        ),
        pytest.param("vice president of Elm Ferries", "organization", False, id="not-its-head"),
        pytest.param("a captain at Elm Ferries", "organization", False, id="captain"),
        pytest.param("president of the Elm Ferries fan club", "organization", False, id="of-another-house"),
        pytest.param("president of Elm Ferries", "state", False, id="of-a-state"),
        pytest.param("a spokesman for Elm Ferries", "person", False, id="of-a-person"),
    ],
)
def test_who_speaks_for_it_by_name(who: str, kind: ActorKind, expected: bool) -> None:
    house = an_actor("Elm Ferries", kind=kind)
    lee = an_actor("Ann Lee", description=who)
    found = an_analysis(
        sentences=(f"Ann Lee is {who}.",), quotes=(said("Ann Lee", WORDS),), actors=(house, lee)
    )
    assert bool(said_for(found, {0})) is expected


@pytest.mark.parametrize(
    ("who", "words", "expected"),
    [
        pytest.param("chief executive of Elm Ferries", "I am innocent.", False, id="head-of-herself"),
        pytest.param("chief executive of Elm Ferries", "Our boats are safe.", True, id="head-of-the-house"),
        pytest.param("a spokeswoman for Elm Ferries", "I can tell no more.", True, id="spokeswoman"),
    ],
)
def test_who_heads_it_and_speaks_of_themself_speaks_for_themself(
    who: str, words: str, *, expected: bool
) -> None:
    house = an_actor("Elm Ferries", kind="organization")
    lee = an_actor("Ann Lee", description=who)
    found = an_analysis(
        sentences=(f"Ann Lee is {who}.",), quotes=(said("Ann Lee", words),), actors=(house, lee)
    )
    assert bool(said_for(found, {0})) is expected


def test_a_house_s_own_words_are_its_own() -> None:
    house = an_actor("Elm Ferries", kind="organization")
    found = an_analysis(sentences=(), quotes=(said("Elm Ferries", WORDS),), actors=(house,))
    assert said_for(found, {0}) == frozenset()
