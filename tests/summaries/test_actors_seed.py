"""The actors of the article that ships in seeds/, whole."""

from pathlib import Path

import pytest

from summaries.actors import Cast
from summaries.articles import load
from summaries.models import Article
from tests.summaries.reading import Named, cast_of, named

SEED = Path(__file__).parents[2] / "seeds" / "000_490beb8ad4f510ee.txt"

EXPECTED: list[Named] = [
    ("Bashar Assad", "person", ("Assad",), "President"),
    ("Mahmoud Raslan", "person", (), "a local media activist"),
    ("Mohammed Abu Jaafar", "person", ("Abu Jaafar",), "head of forensics in eastern Aleppo"),
    ("Bassam Haj Mustafa", "person", (), "Rebel spokesman"),
    ("Osama Abo Zayd", "person", ("Abo Zayd",), "a legal adviser for the rebels"),
    (
        "Rami Abdurrahman",
        "person",
        ("Abdurrahman",),
        "the head of the Britain-based Syrian Observatory for Human Rights",
    ),
    ("Mevlut Cavusoglu", "person", ("Cavusoglu",), "Turkish Foreign Minister"),
    ("Sergey Lavrov", "person", (), "his Russian counterpart"),
    ("John Kerry", "person", (), "U.S. Secretary of State"),
    ("Recep Tayyip Erdogan", "person", (), "Turkish President"),
    ("Vladimir Putin", "person", (), "Russian President"),
    ("Mahmoud Bitar", "person", (), "a Syrian human rights activist based in Turkey"),
    ("Syria", "state", ("the government", "the Syrian government", "Damascus"), None),
    ("Russia", "state", ("the Russians", "Moscow"), None),
    ("Iran", "state", ("Tehran",), None),
    ("Turkey", "state", (), None),
    ("rebels", "group", ("rebel fighters",), None),
    ("militias", "group", (), None),
    ("residents", "group", (), None),
    ("Syrian military media", "organization", (), None),
    ("Syrian Observatory for Human Rights", "organization", (), None),
    ("Revolutionary Guard", "organization", (), None),
]
NEVER = {
    "Aleppo",
    "Idlib",
    "Foua",
    "Kfraya",
    "Paris",
    "BEIRUT",
    "Videos",
    "State",
    "AP",
    "Christophe Ena",
    "Wednesday",
}


@pytest.fixture(scope="module")
def article() -> Article:
    return load(SEED)


@pytest.fixture(scope="module")
def cast(article: Article) -> Cast:
    return cast_of(article)


@pytest.mark.parametrize("expected", [pytest.param(row, id=row[0]) for row in EXPECTED])
def test_actor_of_the_seed(expected: Named, cast: Cast, article: Article) -> None:
    assert [named(actor, article.text) for actor in cast.actors if actor.name == expected[0]] == [expected]


def test_the_seed_has_no_actor_that_is_a_place_a_day_or_a_photographer(cast: Cast) -> None:
    names = {name for actor in cast.actors for name in (actor.name, *actor.aliases)}
    assert names.isdisjoint(NEVER)


def test_who_the_seed_is_about(cast: Cast) -> None:
    assert [actor.name for actor in cast.actors[:4]] == ["Bashar Assad", "Syria", "rebels", "Russia"]


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        pytest.param("Calling that an “excuse,” ", "he", "Bassam Haj Mustafa", id="after-a-participle"),
        pytest.param("Rebels would follow, ", "they", "rebel spokesmen", id="they-who-spoke-before"),
        pytest.param("after taking Aleppo, ", "he", "Bashar Assad", id="over-two-sentences"),
        pytest.param("But ", "they", None, id="buses-or-residents"),
    ],
)
def test_pronoun_of_the_seed(
    before: str, pronoun: str, name: str | None, cast: Cast, article: Article
) -> None:
    start = article.text.index(before + pronoun) + len(before)
    word = next((m for a in cast.actors for m in a.mentions if m.start == start), None)
    assert (None if word is None else cast.actors[cast.at(word) or 0].name) == name
