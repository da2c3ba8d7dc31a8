"""When two written names are one name."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from summaries.names import Known, family, fold, given, same_person, sole_match


@pytest.mark.parametrize(
    ("written", "key"),
    [
        pytest.param("The Harbour Board’s", "harbour board", id="article-and-curly-possessive"),
        pytest.param("the U.N.'s", "un", id="dots-and-straight-possessive"),
        pytest.param("JAMES'", "james", id="bare-possessive"),
        pytest.param("Erdoğan", "erdogan", id="accents"),
        pytest.param("Bashar al-Assad", "bashar assad", id="arabic-article-hyphenated"),
        pytest.param("Bashar al Assad", "bashar assad", id="arabic-article-apart"),
        pytest.param("Al Gore", "al gore", id="given-name-al"),
        pytest.param("Mr. Keating", "keating", id="honorific"),
        pytest.param("Vice President Mary Keating", "mary keating", id="office-of-two-words"),
        pytest.param("Sen. Mary Keating", "mary keating", id="abbreviated-office"),
        pytest.param("Justice Department", "justice department", id="title-that-opens-a-house"),
        pytest.param("General Motors", "general motors", id="rank-that-opens-a-house"),
        pytest.param("President", "president", id="title-alone-stays"),
        pytest.param("Jean-Claude", "jean claude", id="hyphen"),
        pytest.param("🙂 \u200f", "", id="nothing-left"),
    ],
)
def test_fold_drops_what_names_nobody(written: str, key: str) -> None:
    assert fold(written) == key


@pytest.mark.parametrize(
    ("name", "family_name", "given_name"),
    [
        pytest.param("Mary Keating", "keating", "mary", id="plain"),
        pytest.param("Mohammed Abu Jaafar", "abu jaafar", "mohammed", id="bound-particle"),
        pytest.param("Abu Jaafar", "abu jaafar", "abu", id="family-of-two-words"),
        pytest.param("Jan van der Meer", "van der meer", "jan", id="several-particles"),
        pytest.param("Luther Keating Jr.", "keating", "luther", id="suffix"),
        pytest.param("Keating", "keating", "", id="one-word"),
    ],
)
def test_family_and_given_name(name: str, family_name: str, given_name: str) -> None:
    assert (family(name), given(name)) == (family_name, given_name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Bashar al-Assad", "Bashar Assad", True, id="arabic-article"),
        pytest.param("J. Keating", "John Keating", True, id="initial"),
        pytest.param("Bill Keating", "William Keating", True, id="short-form"),
        pytest.param("John F. Keating", "John Keating", True, id="middle-left-out"),
        pytest.param("John F. Keating", "John Francis Keating", True, id="middle-initial"),
        pytest.param("John F. Keating", "John B. Keating", False, id="middles-differ"),
        pytest.param("Bill Keating", "Hilda Keating", False, id="two-of-one-family-name"),
        pytest.param("John Keating", "John Keaton", False, id="family-names-differ"),
        pytest.param("Keating", "John Keating", False, id="surname-is-no-full-name"),
        pytest.param("John Keating Jr.", "John Keating Sr.", False, id="father-and-son"),
        pytest.param("John Keating Jr.", "John Keating", True, id="suffix-left-out"),
        pytest.param("", "", False, id="nobody"),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


BILL = Known("Bill Keating", "person", ("Keating",))
HILDA = Known("Hilda Keating", "person", ("Keating", "Mrs. Keating"))
BANK = Known("Harbour Bank Inc", "organization", ("HBI",))
COUNTRY = Known("Jordan", "state", ("Amman",))
PLAYER = Known("Mike Jordan", "person", ("Jordan",))


@pytest.mark.parametrize(
    ("name", "kind", "candidates", "index"),
    [
        pytest.param("William Keating", "person", (HILDA, BILL), 1, id="full-name-that-agrees"),
        pytest.param("Keating", "person", (BILL, BANK), 0, id="surname-of-one-candidate"),
        pytest.param("Keating", "person", (BILL, HILDA), None, id="surname-of-two-candidates"),
        pytest.param("Mary Keating", "person", (BILL, HILDA), None, id="third-of-the-family"),
        pytest.param("Harbour Bank", "organization", (BANK,), 0, id="company-suffix"),
        pytest.param("HBI", "organization", (BANK,), 0, id="acronym-among-aliases"),
        pytest.param("Jordan", "person", (COUNTRY, PLAYER), 1, id="kinds-stay-apart"),
        pytest.param("Amman", "state", (COUNTRY, PLAYER), 0, id="capital-among-aliases"),
        pytest.param(
            "J. Keating",
            "person",
            (Known("John Keating", "person"), Known("Jane Keating", "person")),
            None,
            id="initial-of-two",
        ),
        pytest.param("…", "person", (BILL,), None, id="no-name"),
        pytest.param("Bill Keating", "person", (), None, id="no-candidates"),
    ],
)
def test_join_takes_the_only_candidate(
    name: str, kind: str, candidates: tuple[Known, ...], index: int | None
) -> None:
    assert sole_match(name, kind, candidates) == index  # type: ignore[arg-type]


@for_all(st.text(max_size=60))
def test_fold_is_its_own_key(name: str) -> None:
    assert fold(name) == fold(name.upper().lower()) or name.upper().lower() != name.lower()
    assert "  " not in fold(name)
    assert fold(name) == fold(name).strip()
