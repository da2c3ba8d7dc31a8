"""What a careful reader finds in the seed: every quoted passage, every report, and whose they are."""

from pathlib import Path

import pytest

from summaries import articles
from summaries.models import Article, Quote
from tests.summaries.quoting import as_row, read

SEED = Path(__file__).parents[2] / "seeds" / "000_490beb8ad4f510ee.txt"

QUOTED_IN_SEED = [
    ("“complicated.”", "mixed", "said", "The Syrian military media"),
    ("“They began to strike as if there’s", "direct", "said", "Mahmoud Raslan"),
    ("“duped.”", "mixed", "said", "Mohammed Abu Jaafar"),
    ("“People have left their shelters", "direct", "said", "Abu Jaafar"),
    ("“Since the morning, they started", "direct", "said", "Abu Jaafar"),
    ("“excuse,”", "mixed", "Calling", "he"),
    ("“They want a massacre", "direct", "added", "he"),
    ("“In exchange for this large numbers", "direct", "said", "Abdurrahman"),
    ("“keep the terrorists", "mixed", "said", "Assad"),
    ("“Hostilities end only", "direct", "said", "Assad"),
    ("“What city will be liberated", "direct", "said", "Assad"),
    ("“They thought they were going", "direct", None, None),
]

REPORTED_IN_SEED = [
    ("residents", "reported", "the resumption of shelling"),
    ("Opponents of President Bashar Assad", "accused", "scuttling the deal by adding new conditions"),
    ("the rebels", "said", "the deal was back on"),
    ("Three rebel spokesmen", "said", "the first group of wounded people"),
    ("they", "said", "Rebels would follow"),
    ("they", "adding", "the conditions had not changed"),
    ("The Syrian military media", "denied", "an agreement had been reached"),
    ("Residents", "said", "government buses arrived"),
    ("Rebel spokesman Bassam Haj Mustafa", "accused", "foiling the deal"),
    ("Osama Abo Zayd", "said", "the rebels offered to evacuate"),
    ("Osama Abo Zayd", "said", "that was another matter"),
    ("He", "said", "Russian pressure rescued the deal"),
    ("Rami Abdurrahman", "said", "the release of their fighters"),
    ("He", "estimated", "5,000 fighters still in the opposition"),
    ("Abo Zayd", "said", "Iran also demanded the return"),
    ("Assad", "said", "the cease-fire was designed to stop"),
    ("He", "said", "Western countries pressured Russia"),
    ("he", "said", "Damascus would work out"),
    ("Mahmoud Bitar", "said", "some civilians set fire"),
]


@pytest.fixture(scope="module")
def seed() -> Article:
    return articles.load(SEED)


@pytest.fixture(scope="module")
def seed_quotes(seed: Article) -> tuple[Quote, ...]:
    return read(seed)


def test_quoted_passages_of_the_seed(seed: Article, seed_quotes: tuple[Quote, ...]) -> None:
    passages = [
        (words.of(seed.text), *as_row(quote, seed.text)) for quote in seed_quotes for words in quote.verbatim
    ]
    assert len(passages) == len(QUOTED_IN_SEED)
    for (words, kind, _, cue, speaker), expected in zip(passages, QUOTED_IN_SEED, strict=True):
        assert (words[: len(expected[0])], kind, cue, speaker) == expected


@pytest.mark.parametrize(("speaker", "cue", "words"), REPORTED_IN_SEED)
def test_reported_speech_of_the_seed(
    seed: Article, seed_quotes: tuple[Quote, ...], speaker: str, cue: str, words: str
) -> None:
    found = [as_row(quote, seed.text) for quote in seed_quotes]
    assert [(who, how) for _, content, how, who in found if any(words in piece for piece in content)][:1] == [
        (speaker, cue)
    ]
