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
            "Guards found nine boats of coal inside a shed in Dover, Customs and Border Protection announced "
            "Tuesday.",
            (
                "Guards found nine boats of coal inside a shed in Dover",
                "announced",
                "Customs and Border Protection",
                "Customs and Border Protection",
            ),
            id="a house that announced it, at the end",
        ),
        pytest.param(
            "Weighing up the cost, the mayor left for Dover late on Friday, the minister said.",
            (
                "Weighing up the cost, the mayor left for Dover late on Friday",
                "said",
                "the minister",
                None,
            ),
            id="behind a participle with its clause",
        ),
        pytest.param(
            "But, as the minister has pointed out, the dam would also be used by ferries.",
            ("the dam would also be used by ferries", "pointed", "the minister", None),
            id="but, as pointed out",
        ),
        pytest.param(
            "The minister is adamant that the dam must go.",
            ("that the dam must go", "adamant", "The minister", None),
            id="is adamant",
        ),
        pytest.param(
            "The minister was adamant farmers’ wells must be spared.",
            ("farmers’ wells must be spared", "adamant", "The minister", None),
            id="is adamant, no that",
        ),
        pytest.param(
            "But both Vale and Moreau said the dam would go.",
            ("the dam would go", "said", "Vale and Moreau", None),
            id="both of two",
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
        pytest.param("The minister was adamant about the dam, which must go.", id="adamant about"),
        pytest.param("Nine boats sank near Orm, Vale, and Hall said.", id="a list, and a cut sentence"),
        pytest.param("When the guards left, residents said.", id="no main clause"),
    ],
)
def test_what_tells_no_question_and_no_charge_is_no_report(sentence: str) -> None:
    assert rows(sentence) == []


def test_a_sentence_of_a_thousand_cues_tells_no_more_than_a_writer_would() -> None:
    words = "they said " * 500
    assert len(rows(f"{words.strip().capitalize()}.")) <= 50


LEDE = "It will be a hard task for the crew to row that far without a boat of their own."


@pytest.mark.parametrize(
    ("behind", "cue", "speaker"),
    [
        pytest.param(
            "That is the view of coach Nils Aaby as the crew leave.", "view", "coach Nils Aaby", id="view"
        ),
        pytest.param(
            "That was the verdict of the Harbour Trust on Monday.",
            "verdict",
            "the Harbour Trust",
            id="verdict",
        ),
    ],
)
def test_what_is_called_somebodys_view_behind_it_is_reported(behind: str, cue: str, speaker: str) -> None:
    assert [(row[1], row[2], row[3]) for row in rows(LEDE, behind)] == [([LEDE[:-1]], cue, speaker)]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("That is the end of a long road for them all.", id="no view"),
        pytest.param("That is the view of the bay from the old tower.", id="a view of a bay"),
    ],
)
def test_what_stands_before_other_words_is_nobodys_view(behind: str) -> None:
    assert rows(LEDE, behind) == []


def test_the_view_of_somebody_who_has_said_it_is_told_once() -> None:
    assert (
        len(rows("The crew must row far, Ana Ruiz said.", "That is the view of coach Nils Aaby, too.")) == 1
    )
