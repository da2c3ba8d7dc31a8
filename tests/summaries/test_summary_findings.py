"""What a study found is the news of its report, wherever it stands."""

import pytest

from summaries.language import load_pipeline, read
from summaries.sentences import read_sentences
from summaries.summary.choice import ROOM, SentenceCandidate, choose
from summaries.summary.findings import findings
from summaries.summary.standing import Standing
from tests.summaries.builders import an_article
from tests.summaries.test_summary import summary_of

STUDY = "A new study asks how bees find their way home."


def found_in(*sentences: str) -> tuple[bool, ...]:
    article = an_article(*sentences, headline=None)
    doc = read(article, load_pipeline())
    return findings(doc, article.text, read_sentences(doc, article))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The study found that bees count the trees on their way.", True, id="that it is so"),
        pytest.param("In other words, the study shows that bees can count.", True, id="said again"),
        pytest.param("Researchers at the institute have discovered a sixth sense.", True, id="a thing"),
        pytest.param(
            "The team of researchers concluded that old bees fly home.", True, id="team of researchers"
        ),
        pytest.param("The research team concluded that old bees fly home.", True, id="research team"),
        pytest.param("The team showed grit on the pitch.", False, id="a team that plays"),
        pytest.param("The study finds that bees count the trees.", True, id="finds, now"),
        pytest.param("The survey identifies one bee in three.", True, id="identifies"),
        pytest.param("The report blamed the keepers of the hives.", True, id="blamed"),
        pytest.param("According to the study, bees count trees.", True, id="according to it, first"),
        pytest.param(
            "Bees count trees, according to people who read the report.", False, id="to whoever read it"
        ),
        pytest.param("Bees count trees, according to the author of a report.", False, id="to its author"),
        pytest.param("Bees count trees, according to the analysis.", True, id="according to it"),
        pytest.param("One bee in three was lost, according to a yearly report.", True, id="to a report"),
        pytest.param("The researchers asked how the bees had found the hive.", False, id="asked"),
        pytest.param("The study could show that bees count trees.", False, id="could"),
        pytest.param("Studies show that bees are loved by most gardeners.", False, id="any studies"),
        pytest.param("Children found a hive behind the old school.", False, id="found by others"),
        pytest.param("Bees count trees, according to the keeper of the hives.", False, id="to somebody"),
    ],
)
def test_which_sentences_tell_what_was_found(sentence: str, expected: bool) -> None:
    assert found_in(STUDY, sentence)[1] is expected


def test_where_no_study_is_told_of_nothing_is_one_s_finding() -> None:
    assert found_in("Two men were held on Monday.", "The report found that both were ill.") == (False, False)


def test_a_study_that_is_named_late_is_no_news() -> None:
    idle = [f"The keeper opened hive number {number} on Monday." for number in range(7)]
    assert found_in(*idle[:6], STUDY, "The study found that bees count.")[-1] is True
    assert found_in(*idle, STUDY, "The study found that bees count.")[-1] is False


def test_a_finding_deep_in_the_text_is_told_in_the_summary() -> None:
    finding = "The study found that bees count the trees which they pass on their way to the hive."
    article = an_article(
        STUDY,
        "Bees have been kept in boxes and in baskets for thousands of years.",
        "Gardeners know them well, and so do painters and the writers of songs.",
        "Most hives of the valley stand in orchards, where flowers are many.",
        "Keepers open the hives in May, and once more when the summer ends.",
        "Rain keeps most bees at home, and so does the wind from the sea.",
        finding,
        headline="How bees find home",
    )
    assert finding in summary_of(article)


def test_the_least_gives_way_to_a_better_one_behind_it_where_a_screen_has_no_room_for_both() -> None:
    def candidate(words: str, score: float, length: int) -> SentenceCandidate:
        return SentenceCandidate(
            score=score, standing=Standing.ALONE, words=frozenset(words.split()), length=length
        )

    lede, least, better = (
        candidate("a b", 1.0, ROOM),
        candidate("c d", 2.0, ROOM),
        candidate("e f", 3.0, ROOM),
    )
    assert choose((lede, least, better), count=3) == (0, 1, 2)
    assert choose((lede, candidate("c d", 2.0, ROOM + 1), better), count=3) == (0, 2)
    assert choose((lede, candidate("c d", 4.0, ROOM + 1), better), count=3) == (0, 1, 2)
