"""Where reported words begin and end, and whether they say enough to be reported."""

import pytest

from tests.summaries.quoting import rows


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        pytest.param(
            "The minister called for Vale and Moreau to be given a fair trial.",
            "Vale and Moreau to be given a fair trial",
            id="a wish is told whole",
        ),
        pytest.param(
            "The fares rise because fuel costs more, said Ada Brandt, an expert in rail and coaches.",
            "The fares rise because fuel costs more",
            id="who the speaker is",
        ),
        pytest.param(
            "The pits form when water freezes, said Joe Haddon, who works for the roads office.",
            "The pits form when water freezes",
            id="where the speaker works",
        ),
        pytest.param(
            "The firm said on Wednesday it would close.", "it would close", id="the day it was said"
        ),
        pytest.param("The firm said Wednesday it would close.", "it would close", id="the day alone"),
        pytest.param("The firm said in May the mill had shut.", "the mill had shut", id="the month"),
        pytest.param(
            "He was, she told the court, “always going to pay it back”.",
            ["He was", "“always going to pay it back”"],
            id="whom it is told",
        ),
        pytest.param(
            "The quarrel, said Ada Brandt, was over.",
            ["The quarrel", "was over"],
            id="but words that go on are kept",
        ),
        pytest.param(
            "The ministry confirmed that the dam was shut but would give no details.",
            "that the dam was shut",
            id="what the speaker withheld",
        ),
        pytest.param(
            "The mayor urged residents to leave the valley after a dam burst on Monday.",
            "residents to leave the valley",
            id="when they were urged",
        ),
        pytest.param(
            "Ann Lee has vowed “not to live in fear” as she revealed a setback in her treatment.",
            "“not to live in fear”",
            id="what came with a vow",
        ),
        pytest.param(
            "Ann Lee told Vale News’ Breakfast show the final number of floods “looks more like sixty”.",
            "the final number of floods “looks more like sixty”",
            id="the programme that was told",
        ),
        pytest.param(
            "The mayor urged residents to leave the valley before the dam bursts.",
            "residents to leave the valley before the dam bursts",
            id="but by when they are to leave",
        ),
        pytest.param(
            "Hall had promised to return the cup after the game and was true to his word.",
            "to return the cup after the game",
            id="what the speaker did then",
        ),
        pytest.param(
            "The rebels claimed responsibility for the attack, the worst blaze since the war.",
            "responsibility for the attack",
            id="what the reporter ranks",
        ),
        pytest.param(
            "Hall said it began in May, when the dam burst.",
            "it began in May, when the dam burst",
            id="but when it was is told with it",
        ),
        pytest.param(
            "It will be late, Hall said on Friday, because he knew the dam was shut.",
            ["It will be late", "because he knew the dam was shut"],
            id="a reason behind the cue",
        ),
        pytest.param(
            "After every game, he says in the Herald's long piece on the club, his mother tries to stop him.",
            ["After every game", "his mother tries to stop him"],
            id="a long cue between",
        ),
        pytest.param(
            "Walking in may seem bold, says Ann Lee, who has guarded the dam.",
            "Walking in may seem bold",
            id="a deed as its subject",
        ),
        pytest.param(
            "Hall said they had begun replacing the city’s nearly 1,600 miles of old gas lines.",
            "they had begun replacing the city’s nearly 1,600 miles of old gas lines",
            id="an owner's mark",
        ),
        pytest.param(
            "He added that stopping the flow could freeze the mains, he said.",
            "that stopping the flow could freeze the mains",
            id="told once",
        ),
        pytest.param(
            "Hall said the dam had been shut, as Norway was set to press the town to open it.",
            "the dam had been shut",
            id="what a paper tells of another beside it",
        ),
        pytest.param(
            "Hall said the dam had been shut, as it was full of mud.",
            "the dam had been shut, as it was full of mud",
            id="but the speaker's reason",
        ),
        pytest.param("Lee warned against making a deal.", "against making a deal", id="against what"),
        pytest.param(
            "The rebels claimed responsibility Thursday for the attack.",
            "responsibility Thursday for the attack",
            id="a day between",
        ),
        pytest.param("The group claimed responsibility.", "responsibility", id="said by its name alone"),
        pytest.param("The mayor condemned the attack.", "the attack", id="a verdict"),
        pytest.param("The court confirmed the ban on Friday.", "the ban", id="what is confirmed"),
        pytest.param("The envoy asked for more time.", "more time", id="what is asked for"),
    ],
)
def test_reported_words_are_whole_and_no_more(sentence: str, content: str | list[str]) -> None:
    assert [row[1] for row in rows(sentence)] == [content if isinstance(content, list) else [content]]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Brandt offered a primer.", id="an offer"),
        pytest.param("The mayor has admitted as much.", id="as much"),
        pytest.param("The Herald asked the firm for comment.", id="asked for comment"),
        pytest.param("Encouraging people to leave was wrong.", id="a wish of nobody"),
        pytest.param("The poet described the far future.", id="a thing described"),
        pytest.param("The council spoke about the project.", id="a thing spoken of"),
        pytest.param("Haddon defended his record in office.", id="a thing defended"),
        pytest.param("The envoy declined to comment on the talks.", id="declined to"),
        pytest.param("The skipper invited the visitors to bat first.", id="invited to"),
        pytest.param("The trainer mentioned the goalkeeper.", id="a person mentioned"),
        pytest.param(
            "Amy Vale, who came on late, claimed a third goal (a header) to help Rovers finish things early.",
            id="to what end",
        ),
    ],
)
def test_what_tells_only_that_something_was_said_is_no_quote(sentence: str) -> None:
    assert rows(sentence) == []


def test_words_go_on_behind_the_cue_of_a_passage_inside_them() -> None:
    found = rows("Despite the “terrible ordeal,” Ann Lee said, their house had no damage.")
    assert [row[1] for row in found] == [["Despite the “terrible ordeal,”", "their house had no damage"]]


def test_who_is_a_source_for_a_report_ends_it() -> None:
    found = rows("The company announced that it hired Ann Lee, according to the Herald.")
    assert [(row[1], row[3]) for row in found] == [
        (["The company announced that it hired Ann Lee"], "the Herald"),
        (["that it hired Ann Lee"], "The company"),
    ]


def test_source_behind_and_is_of_what_follows() -> None:
    found = rows("Relatives said he knew the men, and according to police the men ran off.")
    assert [(row[1], row[3]) for row in found] == [
        (["he knew the men"], "Relatives"),
        (["the men ran off"], "police"),
    ]


def test_words_that_lead_into_a_quotation_of_another_say_nothing_alone() -> None:
    found = rows("According to a leaked paper, Haddon said his party must do a “repair job” with voters.")
    assert [row[1] for row in found] == [["his party must do a “repair job” with voters"]]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The team found twelve equations that described how heat moves.", id="equations"),
        pytest.param("The fort saw an assault that threatened to end the truce.", id="an assault"),
        pytest.param(
            "The leaders made a choice that suggests the truce is over.", id="a choice that suggests"
        ),
    ],
)
def test_a_clause_about_a_thing_is_nobodys_statement(sentence: str) -> None:
    assert rows(sentence) == []


def test_what_is_left_of_a_sentence_behind_a_cue_is_no_report() -> None:
    found = rows("“It is late,” Ann Lee wrote on Monday, 21 months, she said, after telling the firm.")
    assert [row[1] for row in found] == [["“It is late,”"]]


def test_rebuttal_is_no_part_of_what_was_claimed() -> None:
    found = rows("Lee claimed the cuts would pay for themselves even as the office found that they had not.")
    assert found[0][1:4] == (["the cuts would pay for themselves"], "claimed", "Lee")


def test_rebuttal_inside_the_marks_is_the_speakers() -> None:
    found = rows("“The cuts pay for themselves even as the office denies it,” Lee said.")
    assert [row[1] for row in found] == [["“The cuts pay for themselves even as the office denies it,”"]]


def test_report_between_dashes_ends_at_the_second() -> None:
    found = rows("Lee went from Tom Ray – who boasted that he was late – to a waiter who was rude to her.")
    assert found[0][1:4] == (["that he was late"], "boasted", "Tom Ray")


def test_the_words_of_a_second_speaker_are_no_part_of_what_the_first_said() -> None:
    both = rows("Hall said the dam was shut and the river police said two men had left it.")
    assert [(row[1], row[3]) for row in both] == [
        (["the dam was shut"], "Hall"),
        (["two men had left it"], "the river police"),
    ]
    (one,) = rows("Hall said that the dam was shut and he had told nobody of it.")
    assert one[1] == ["that the dam was shut and he had told nobody of it"]
