"""Speakers behind a passage that the parse loses, found by the forms of words."""

import pytest

from tests.summaries.quoting import rows

INTRO = "Laura Keane met Vikram Rao on Monday. “The bridge is old,” Keane said."
OLD = "“The bridge is safe,”"


@pytest.mark.parametrize(
    ("words", "cue", "speaker", "actor"),
    [
        pytest.param("Rao, 51, shot back.", "shot", "Rao", "Vikram Rao", id="an age"),
        pytest.param("Rao, a nurse, remembers.", "remembers", "Rao", "Vikram Rao", id="taken for a noun"),
        pytest.param("Rao, 51, a nurse from Dover, recalls.", "recalls", "Rao", "Vikram Rao", id="both"),
        pytest.param(
            "Rao, who grew up in Dover, corrected her.",
            "corrected",
            "Rao",
            "Vikram Rao",
            id="no cue behind who",
        ),
        pytest.param("Rao, the critic, amended.", "amended", "Rao", "Vikram Rao", id="no cue behind a role"),
        pytest.param("Rao (right) shot back.", "shot", "Rao", "Vikram Rao", id="brackets"),
        pytest.param("Rao — who has two sons — fired back.", "fired", "Rao", "Vikram Rao", id="dashes"),
        pytest.param(
            "Rao, who has run the firm since May, quipped.", "quipped", "Rao", "Vikram Rao", id="who"
        ),
        pytest.param(
            "Dover police Chief Amit Rao said.",
            "said",
            "Dover police Chief Amit Rao",
            "Amit Rao",
            id="a place and a title",
        ),
        pytest.param(
            "Marine Maj. Gen. Amit L. Rao said at the bridge.",
            "said",
            "Marine Maj. Gen. Amit L. Rao",
            "Amit L. Rao",
            id="titles cut short",
        ),
        pytest.param(
            "planning chief Amit Rao said.",
            "said",
            "planning chief Amit Rao",
            "Amit Rao",
            id="a title in -ing",
        ),
        pytest.param(
            "Keane senior adviser Paul Manning conceded in an interview.",
            "conceded",
            "Keane senior adviser Paul Manning",
            "Paul Manning",
            id="whose adviser",
        ),
        pytest.param(
            "the firm's Paul Manning chimed in.",
            "chimed",
            "the firm's Paul Manning",
            "Paul Manning",
            id="of a firm",
        ),
        pytest.param("the 38-year-old said.", "said", "the 38-year-old", None, id="an age alone"),
        pytest.param("a voice in the film states.", "states", "a voice in the film", None, id="nobody known"),
    ],
)
def test_speaker_is_found_by_the_forms_of_words(
    words: str, cue: str, speaker: str, actor: str | None
) -> None:
    assert rows(INTRO, f"{OLD} {words}")[1:] == [("direct", [OLD], cue, speaker, actor)]


def test_passage_that_leads_to_a_name_is_no_part_of_what_was_said_before() -> None:
    found = rows("“The bridge is old,” Laura Keane said. “It must go,” Vikram Rao of the union.")
    assert [(content, actor) for _, content, _, _, actor in found] == [
        (["“The bridge is old,”"], "Laura Keane"),
        (["“It must go,”"], None),
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("a plan called Dover 2 says.", id="a plan called"),
        pytest.param("the state reports were read.", id="a noun that looks like a cue"),
    ],
)
def test_noun_that_looks_like_a_cue_is_none(words: str) -> None:
    assert all(cue not in ("called", "reports") for _, _, cue, *_ in rows(INTRO, f"{OLD} {words}"))


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        pytest.param(
            "That’s how Vikram Rao described the bridge on a dark night in May.", "described", id="how"
        ),
        pytest.param("This is what Vikram Rao told the council of Dover on Monday.", "told", id="what"),
        pytest.param("That was how Vikram Rao put it.", "put", id="put it"),
    ],
)
def test_the_sentence_behind_may_say_whose_words_they_were(words: str, cue: str) -> None:
    found = rows(INTRO, f"“A bridge of fear and rust.” {words}")
    assert [row[2:] for row in found[1:2]] == [(cue, "Vikram Rao", "Vikram Rao")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param("said striking cleaner Rosa Lim.", "striking cleaner Rosa Lim", id="in -ing"),
        pytest.param("added retired vet Rosa Lim.", "retired vet Rosa Lim", id="in -ed"),
        pytest.param("said Rosa Lim.", "Rosa Lim", id="a name alone"),
    ],
)
def test_second_speaker_of_a_paragraph_may_have_a_title_that_looks_like_a_verb(
    words: str, speaker: str
) -> None:
    found = rows(f"“I'll miss her,” said Bert Stamp. “We had tea,” {words}")
    assert [row[3:] for row in found] == [("Bert Stamp", "Bert Stamp"), (speaker, "Rosa Lim")]


def test_words_behind_which_a_cue_stands_are_not_the_first_speaker_s() -> None:
    found = rows("“I'll miss her,” said Bert Stamp. “We had tea,” chimed in cleaner Rosa Lim.")
    assert [row[4] for row in found] == ["Bert Stamp", None]


@pytest.mark.parametrize(
    ("words", "speaker", "actor"),
    [
        pytest.param(
            "Marketing manager Pia Grund and catering chief Odd Nilsen said it would stay.",
            "Marketing manager Pia Grund and catering chief Odd Nilsen",
            None,
            id="two with titles",
        ),
        pytest.param(
            "Mayor Pia Grund and retired nurse Odd Nilsen said it would stay.",
            "Mayor Pia Grund and retired nurse Odd Nilsen",
            None,
            id="the second's like a verb",
        ),
        pytest.param(
            "Planning committee chair Joan Fisk said it would stay.",
            "Joan Fisk",
            "Joan Fisk",
            id="title of three",
        ),
    ],
)
def test_name_behind_a_title_is_the_speaker(words: str, speaker: str, actor: str | None) -> None:
    assert [row[3:] for row in rows(words)] == [(speaker, actor)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Mocked by a rival as “a hat with a moustache”, Hal Brandt shaved.", id="participle"),
        pytest.param("The keeper was described by a rival as “a hat with a moustache”.", id="passive"),
    ],
)
def test_who_calls_somebody_something_is_no_part_of_what_they_call_him(words: str) -> None:
    assert [row[1:4:2] for row in rows(words)] == [(["“a hat with a moustache”"], "a rival")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("Ines Moor said 900 of approx. 1,100 of them took part.", [], id="cut by the parse"),
        pytest.param("Ines Moor said that 900 took part.", ["that 900 took part"], id="whole"),
    ],
)
def test_report_that_ends_or_begins_at_an_abbreviation_is_none(words: str, told: list[str]) -> None:
    assert [row[1] for row in rows(words)] == [[one] for one in told]


def test_the_sentence_behind_may_say_nothing_of_it() -> None:
    found = rows(INTRO, "“A bridge of fear and rust.” That is how the river took it.")
    assert [row[2:] for row in found[1:2]] == [(None, None, None)]
