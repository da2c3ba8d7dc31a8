"""Whose words they are where the speaker is only pointed at, and nobody's where two could be meant."""

import pytest

from summaries import analysis
from tests.summaries.builders import an_article
from tests.summaries.speaking import said, said_in

HARBOUR = "Ana Ruiz said the old ferry had met two boats that lay across the harbour mouth."


@pytest.mark.parametrize(
    ("before", "sentence", "who"),
    [
        pytest.param(HARBOUR, "“Those boats had no lights,” she added.", "Ana Ruiz", id="she added"),
        pytest.param(HARBOUR, "She also said that nobody had warned her.", "Ana Ruiz", id="she also said"),
        pytest.param(
            "“I want to sing again,” Ana Ruiz told the Herald.",
            "The brave singer then added: “I do not count the days.”",
            "Ana Ruiz",
            id="what she is known for",
        ),
        pytest.param(
            "Ana Ruiz, 23, won in Leeds, where Tom Hall, 31, came second.",
            "“It rained all day,” the 31-year-old said.",
            "Tom Hall",
            id="an age behind the name",
        ),
        pytest.param(
            "The title went to 23-year-old Ana Ruiz, and Tom Hall came second.",
            "“It rained all day,” the 23-year-old striker said.",
            "Ana Ruiz",
            id="an age before the name",
        ),
        pytest.param(
            "Ana Ruiz (23) won in Leeds, where Tom Hall (31) came second.",
            "The 23-year-old said it had rained all day.",
            "Ana Ruiz",
            id="an age in brackets",
        ),
        pytest.param(
            "Ana Ruiz, Duchess of Selby's talk with Tom Hall was short.",
            "“I wrote it in a shed,” the duchess said.",
            "Ana Ruiz",
            id="a title of a place",
        ),
        pytest.param(
            "Senator Ana Ruiz spoke in Dover.",
            "“It rained,” the senator said on the day when Senator Tom Hall stayed at home.",
            "Ana Ruiz",
            id="of two the one named by then",
        ),
        pytest.param(
            "Ana Ruiz, a barrister, spoke in Dover, where Tom Hall lives.",
            "“He has lost his shop,” the lawyer said.",
            "Ana Ruiz",
            id="a wider word for what she is",
        ),
        pytest.param(
            "Author Ana Ruiz spoke in Dover, before Tom Hall did.",
            "“I wrote it in a shed,” the prize-winning author said.",
            "Ana Ruiz",
            id="a word that says what she won",
        ),
    ],
)
def test_speaker_who_is_pointed_at_is_the_one_whom_the_article_tells(
    before: str, sentence: str, who: str
) -> None:
    assert said(before, sentence)[-1].actor == who


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        pytest.param(
            "Ana Ruiz said Tom Hall had left the boats there.",
            "“Those boats had no lights,” the captain added.",
            id="an office that may be anybody's",
        ),
        pytest.param(
            f"{HARBOUR} Tom Hall shook his head.",
            "“I want to sing,” the singer added.",
            id="somebody else between",
        ),
        pytest.param(
            f"A singer lives there. {HARBOUR}",
            "“I want to sing,” the singer added.",
            id="a singer who was told of",
        ),
        pytest.param(
            "Tom Hall said the old ferry had met two boats.",
            "“I want to act,” the actress added.",
            id="a word for a woman",
        ),
        pytest.param(
            "Ana Ruiz, a barrister, spoke in Dover, and so did Tom Hall’s lawyer.",
            "“He has lost his shop,” the lawyer said.",
            id="a lawyer who was told of",
        ),
        pytest.param(
            "Ana Ruiz, 23, won in Leeds, where Tom Hall, 23, came second.",
            "“It rained all day,” the 23-year-old said.",
            id="two of one age",
        ),
        pytest.param(
            "Ana Ruiz, 23, was jailed. Her victim, a 23-year-old trader, sleeps badly.",
            "“I see it all day,” the 23-year-old said.",
            id="somebody without a name of that age",
        ),
        pytest.param(
            "Ana Ruiz, 19, was swept out. A guard, also 19, swam to her.",
            "“I just went,” the 19-year-old said.",
            id="also of that age",
        ),
        pytest.param(
            "Ana Ruiz, a barrister, spoke in Dover. The solicitor for the mine left.",
            "“He has lost his shop,” the lawyer said.",
            id="a lawyer by another word",
        ),
        pytest.param(
            "“It was late,” said Kim Moor, the actress.",
            "He added: “It was early.”",
            id="an actress is no he",
        ),
        pytest.param(
            "Ana Ruiz, 23, won in Leeds.", "“It rained all day,” the 31-year-old said.", id="nobody's age"
        ),
    ],
)
def test_speaker_who_may_be_another_stays_open(before: str, sentence: str) -> None:
    assert said(before, sentence)[-1].actor is None


def test_a_title_of_a_place_in_the_deck_is_a_role_too() -> None:
    deck = "Tom Hall and Ana Ruiz, Duchess of Selby's talk was short."
    told = an_article("Ana Ruiz met Tom Hall.", "“I wrote it in a shed,” the duchess said.", deck=deck)
    assert said_in(told)[-1].actor == "Ana Ruiz"


@pytest.mark.parametrize(
    ("before", "sentence", "called"),
    [
        pytest.param(
            "Tom Hall’s family issued a statement on Monday.",
            "They said: “He was the best of sons.”",
            "Tom Hall’s family",
            id="a family",
        ),
        pytest.param(
            "Police passed on what Tom Hall’s parents paid: his parents paid tribute to him on Monday.",
            "They said: “He was the best of sons.”",
            "his parents",
            id="parents",
        ),
        pytest.param(
            "Rents rose by a third, says a report published on Monday by the Dover Trust.",
            "The report also warned that a third of tenants were in debt.",
            "a report published on Monday by the Dover Trust",
            id="a report",
        ),
        pytest.param(
            "A diplomat in Dover said that Hall had the support of the army.",
            "The diplomat said nobody could look past it.",
            "A diplomat in Dover",
            id="somebody without a name",
        ),
        pytest.param(
            "Hall is locked in at his farm, a source close to the police said.",
            "Two guards stand at the gate, the source said.",
            "a source close to the police",
            id="a source",
        ),
    ],
)
def test_speaker_without_a_name_is_called_as_the_article_brings_them_in(
    before: str, sentence: str, called: str
) -> None:
    assert said(before, sentence)[-1].speaker == called


@pytest.mark.parametrize(
    ("before", "sentence", "called"),
    [
        pytest.param(
            "A report by the Dover Trust and a report by the council came out.",
            "The report warned that a third of tenants were in debt.",
            "The report",
            id="two reports",
        ),
        pytest.param(
            "Tom Hall, the owner of the shop, was fined. A former owner, who sold it in May, spoke.",
            "The owner said: “I never saw the rats.”",
            "The owner",
            id="a former owner beside one with a name",
        ),
        pytest.param(
            "Tom Hall’s club put out a statement.",
            "The statement added that it would play on.",
            "The statement",
            id="a statement of which no more is told",
        ),
        pytest.param(
            "Tom Hall’s parents met the police on Monday.",
            "They said: “He was the best of sons.”",
            "They",
            id="no statement",
        ),
    ],
)
def test_speaker_whom_nothing_brings_in_alone_is_called_as_written(
    before: str, sentence: str, called: str
) -> None:
    assert said(before, sentence)[-1].speaker == called


@pytest.mark.parametrize(
    ("headline", "is_doubtful"),
    [
        pytest.param("Ana Ruiz and Tom Hall leave the harbour board", False, id="two are named"),
        pytest.param("Ana Ruiz leaves the harbour board", True, id="one is named"),
    ],
)
def test_the_pair_speak_where_the_headline_names_two(headline: str, *, is_doubtful: bool) -> None:
    article = an_article(
        "Ana Ruiz and Tom Hall have run the board since May. Ana Ruiz met Tom Hall in Leeds.",
        "The pair said they had been asked to go by nobody in Dover.",
        headline=headline,
    )
    assert said_in(article)[-1].actor is None
    read = analysis.analyze(article)
    assert bool(read.doubtful) is is_doubtful


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("Eva Voss and Ben Orme left a month before.", id="two others"),
        pytest.param("Hall’s parents watched from the pier.", id="somebody's parents"),
        pytest.param("A couple from Leeds came to see it.", id="another couple"),
        pytest.param("Hall and his friend Ben Orme left a month before.", id="one of the two and another"),
    ],
)
def test_the_pair_are_not_those_of_the_headline_where_others_came_between(between: str) -> None:
    article = an_article(
        f"Ana Ruiz and Tom Hall have run the board since May. Ana Ruiz met Tom Hall in Leeds. {between}",
        "“Nobody asked us to go,” the pair said.",
        headline="Ana Ruiz and Tom Hall leave the harbour board",
    )
    read = analysis.analyze(article)
    assert len(read.quotes) - 1 in read.doubtful
