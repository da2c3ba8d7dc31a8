"""What a careful reader finds in the seed: every quoted passage, every report, and whose they are."""

from pathlib import Path

import pytest

from summaries import articles
from summaries.models import Article
from tests.summaries.quoting import Row, as_row, read

SEED = Path(__file__).parents[2] / "seeds" / "000_490beb8ad4f510ee.txt"

QUOTED_IN_SEED = [
    ("“complicated.”", "mixed", "said", "The Syrian military media", "Syrian military media"),
    ("“They began to strike as if there’s", "direct", "said", "Mahmoud Raslan", "Mahmoud Raslan"),
    ("“duped.”", "mixed", "said", "Mohammed Abu Jaafar", "Mohammed Abu Jaafar"),
    ("“People have left their shelters", "direct", "said", "Abu Jaafar", "Mohammed Abu Jaafar"),
    ("“Since the morning, they started", "direct", "said", "Abu Jaafar", "Mohammed Abu Jaafar"),
    ("“excuse,”", "mixed", "Calling", "he", "Bassam Haj Mustafa"),
    ("“They want a massacre", "direct", "added", "he", "Bassam Haj Mustafa"),
    ("“In exchange for this large numbers", "direct", "said", "Abdurrahman", "Rami Abdurrahman"),
    ("“keep the terrorists", "mixed", "said", "Assad", "Bashar Assad"),
    ("“Hostilities end only", "direct", "said", "Assad", "Bashar Assad"),
    ("“What city will be liberated", "direct", "said", "Assad", "Bashar Assad"),
    ("“They thought they were going", "direct", None, None, "Mahmoud Bitar"),
]

REPORTED_IN_SEED = [
    ("residents", "residents", "reported", "the resumption of shelling"),
    (
        "Opponents of President Bashar Assad",
        "opponents",
        "accused",
        "scuttling the deal by adding new conditions",
    ),
    ("the rebels", "rebels", "said", "the deal was back on"),
    ("Three rebel spokesmen", "rebel spokesmen", "said", "the first group of wounded people"),
    ("they", "rebel spokesmen", "said", "Rebels would follow"),
    ("they", "rebel spokesmen", "adding", "the conditions had not changed"),
    ("The Syrian military media", "Syrian military media", "denied", "an agreement had been reached"),
    ("Residents", "residents", "said", "government buses arrived"),
    ("Rebel spokesman Bassam Haj Mustafa", "Bassam Haj Mustafa", "accused", "foiling the deal"),
    ("Osama Abo Zayd", "Osama Abo Zayd", "said", "the rebels offered to evacuate"),
    ("Osama Abo Zayd", "Osama Abo Zayd", "said", "that was another matter"),
    ("He", "Osama Abo Zayd", "said", "Russian pressure rescued the deal"),
    ("Rami Abdurrahman", "Rami Abdurrahman", "said", "the release of their fighters"),
    ("He", "Rami Abdurrahman", "estimated", "5,000 fighters still in the opposition"),
    ("Abo Zayd", "Osama Abo Zayd", "said", "Iran also demanded the return"),
    ("Assad", "Bashar Assad", "said", "the cease-fire was designed to stop"),
    ("He", "Bashar Assad", "said", "Western countries pressured Russia"),
    ("he", "Bashar Assad", "said", "Damascus would work out"),
    ("Mahmoud Bitar", "Mahmoud Bitar", "said", "some civilians set fire"),
]


@pytest.fixture(scope="module")
def seed() -> Article:
    return articles.load(SEED)


@pytest.fixture(scope="module")
def seed_quotes(seed: Article) -> list[tuple[list[str], Row]]:
    """The passages in marks of each quote, and the quote as a row."""
    quotes, cast = read(seed)
    return [
        ([words.of(seed.text) for words in quote.verbatim], as_row(quote, seed.text, cast))
        for quote in quotes
    ]


def test_quoted_passages_of_the_seed(seed_quotes: list[tuple[list[str], Row]]) -> None:
    passages = [(words, *row) for verbatim, row in seed_quotes for words in verbatim]
    assert len(passages) == len(QUOTED_IN_SEED)
    for (words, kind, _, cue, speaker, actor), expected in zip(passages, QUOTED_IN_SEED, strict=True):
        assert (words[: len(expected[0])], kind, cue, speaker, actor) == expected


@pytest.mark.parametrize(("speaker", "actor", "cue", "words"), REPORTED_IN_SEED)
def test_reported_speech_of_the_seed(
    seed_quotes: list[tuple[list[str], Row]], speaker: str, actor: str | None, cue: str, words: str
) -> None:
    found = (row[2:] for _, row in seed_quotes if any(words in piece for piece in row[1]))
    assert next(found) == (cue, speaker, actor)
