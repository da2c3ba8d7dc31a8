"""Reported speech: sentences → what was said, without marks, and by whom."""

import pytest

from tests.summaries.quoting import Row, rows

MISPARSED = "the small parser hangs the clause elsewhere"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "The army said Tuesday that planes hit three trucks.",
            ("that planes hit three trucks", "said", "The army", "army"),
            id="that",
        ),
        pytest.param(
            "Residents of the town said the water was brown.",
            ("the water was brown", "said", "Residents of the town", "residents"),
            id="no that",
        ),
        pytest.param(
            "The mayor told reporters that the dam would go.",
            ("that the dam would go", "told", "The mayor", None),
            id="told somebody that",
        ),
        pytest.param(
            "The talks had failed, according to two diplomats.",
            ("The talks had failed", "according", "two diplomats", "diplomats"),
            id="according to",
        ),
        pytest.param(
            "According to police, the driver fled on foot.",
            ("the driver fled on foot", "According", "police", "police"),
            id="according to, first",
        ),
        pytest.param(
            "Farmers would be paid, the minister said.",
            ("Farmers would be paid", "said", "the minister", None),
            id="cue behind",
        ),
        pytest.param(
            "Farmers would be paid, said the minister.",
            ("Farmers would be paid", "said", "the minister", None),
            id="inverted cue behind",
        ),
        pytest.param(
            "The union accused the company of hiding the accident.",
            ("the company of hiding the accident", "accused", "The union", None),
            id="accused of",
        ),
        pytest.param(
            "The company denied the charges.",
            ("the charges", "denied", "The company", None),
            id="denied something",
        ),
        pytest.param(
            "The company denied that anyone was hurt.",
            ("that anyone was hurt", "denied", "The company", None),
            id="denied that",
        ),
        pytest.param(
            "Neighbours reported the return of looters.",
            ("the return of looters", "reported", "Neighbours", "neighbours"),
            id="reported something",
        ),
        pytest.param(
            "The president urged both sides to stop fighting.",
            ("both sides to stop fighting", "urged", "The president", None),
            id="urged to",
        ),
        pytest.param(
            "She asked whether the road was open.",
            ("whether the road was open", "asked", "She", None),
            id="a question",
        ),
        pytest.param(
            "The governor called for an inquiry into the fire.",
            ("an inquiry into the fire", "called", "The governor", None),
            id="called for",
        ),
        pytest.param(
            "He promised to repair the dam.", ("to repair the dam", "promised", "He", None), id="promised to"
        ),
        pytest.param(
            "Reporters asked the mayor if the dam was safe.",
            ("if the dam was safe", "asked", "Reporters", "reporters"),
            id="a question to somebody",
        ),
        pytest.param(
            "When asked why he left the club, the trainer shrugged.",
            ("why he left the club", "asked", None, None),
            id="a question of nobody",
        ),
        pytest.param(
            "The minister accused the striker's followers of sexism.",
            ("the striker's followers of sexism", "accused", "The minister", None),
            id="accused of a fault",
        ),
        pytest.param(
            "The driver admitted to taking a van.",
            ("taking a van", "admitted", "The driver", None),
            id="admitted to",
        ),
        pytest.param(
            "The driver recalled seeing a van.",
            ("seeing a van", "recalled", "The driver", None),
            id="a deed recalled",
        ),
        pytest.param(
            "The attack was condemned by the bishops.",
            ("The attack", "condemned", "the bishops", "bishops"),
            id="the subject of a passive",
        ),
        pytest.param(
            "Asked about the deal, the minister said it was dead.",
            ("it was dead", "said", "the minister", None),
            id="a question asked is nobody's",
        ),
        pytest.param(
            "Her claim that the dam was sound angered residents.",
            ("that the dam was sound", "claim", "Her", None),
            id="a noun's clause",
            marks=pytest.mark.xfail(strict=True, reason=MISPARSED),
        ),
        pytest.param(
            "The farmers said they would not sell, which surprised the bank.",
            ("they would not sell", "said", "The farmers", "farmers"),
            id="the reporter's own remark behind",
            marks=pytest.mark.xfail(strict=True, reason=MISPARSED),
        ),
        pytest.param(
            "Asked if he would resign, the minister said no.",
            ("no", "said", "the minister", None),
            id="said no",
            marks=pytest.mark.xfail(strict=True, reason="an answer of one word is no clause"),
        ),
    ],
)
def test_reported_speech_is_found(sentence: str, expected: tuple[str, str, str | None, str | None]) -> None:
    content, *said_by = expected
    assert rows(sentence) == [("indirect", [content], *said_by)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "The deal, officials said, was close to collapse.",
            [("indirect", ["The deal", "was close to collapse"], "said", "officials", "officials")],
            id="around a parenthesis",
        ),
        pytest.param(
            "The mill, says Ana Ruiz, was better run than her husbands.",
            [("indirect", ["The mill", "was better run than her husbands"], "says", "Ana Ruiz", "Ana Ruiz")],
            id="around a parenthesis that is turned",
        ),
        pytest.param(
            "Tom Hale, a baker, said the mill was late.",
            [("indirect", ["the mill was late"], "said", "Tom Hale", "Tom Hale")],
            id="an aside between two commas turns nothing",
        ),
        pytest.param(
            "The minister said the talks had failed, adding that both sides were tired.",
            [
                ("indirect", ["the talks had failed"], "said", "The minister", None),
                ("indirect", ["that both sides were tired"], "adding", "The minister", None),
            ],
            id="a participle is the main speaker's",
        ),
        pytest.param(
            "The envoy said the rebels offered to leave, but said the army had refused.",
            [
                ("indirect", ["the rebels offered to leave"], "said", "The envoy", None),
                ("indirect", ["the army had refused"], "said", "The envoy", None),
            ],
            id="what follows but is the main speaker's",
        ),
        pytest.param(
            "The minister said the talks had failed and called the deal a “disgrace.”",
            [
                ("indirect", ["the talks had failed"], "said", "The minister", None),
                ("mixed", ["the deal a “disgrace.”"], "called", "The minister", None),
            ],
            id="a second verb is the main speaker's",
        ),
    ],
)
def test_statements_of_one_sentence_are_told_apart(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


def test_who_is_accused_stands_before_the_charge() -> None:
    found = rows("The union was accused by the mayor of hiding the fire.")
    assert [(row[1], row[3]) for row in found] == [(["The union", "hiding the fire"], "the mayor")]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Asked about it, the mayor shrugged.", id="asked about"),
        pytest.param("If asked whether he would stay, the mayor shrugs.", id="not asked yet"),
        pytest.param("She was praised by voters.", id="nothing but praise"),
        pytest.param("Climbers were admitted to the hospital.", id="admitted to a place"),
    ],
)
def test_what_tells_no_question_and_no_charge_is_no_report(sentence: str) -> None:
    assert rows(sentence) == []


def test_a_sentence_of_a_thousand_cues_tells_no_more_than_a_writer_would() -> None:
    words = "they said " * 500
    assert len(rows(f"{words.strip().capitalize()}.")) <= 50
