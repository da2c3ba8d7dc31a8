"""Whose reported words are where the parse gives the cue no subject, or a wrong one."""

import pytest

from tests.summaries.quoting import rows


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "speaker"),
    [
        pytest.param(
            "The vans were burnt in the north of Dover and residents claimed their cars were damaged.",
            "their cars were damaged",
            "claimed",
            "residents",
            id="a subject that the parse joins to the noun before",
        ),
        pytest.param(
            "Some are in Malta, the source, who had spoken to guards, told the Herald.",
            "Some are in Malta",
            "told",
            "the source",
            id="a relative clause between",
        ),
        pytest.param(
            "Some students moved to one of the four schools after leaving others, prosecutors said.",
            "Some students moved to one of the four schools after leaving others",
            "said",
            "prosecutors",
            id="two subjects",
        ),
        pytest.param(
            "There was concern about the number of boats going to Malta, Deputy Commissioner Ann Lee said.",
            "There was concern about the number of boats going to Malta",
            "said",
            "Deputy Commissioner Ann Lee",
            id="taken for an apposition",
        ),
        pytest.param(
            "Those keeping track insist Hall has not been seen since May.",
            "Hall has not been seen since May",
            "insist",
            "Those keeping track",
            id="those who",
        ),
        pytest.param(
            "The Herald quoted a driver as saying he saw one person in the van.",
            "he saw one person in the van",
            "saying",
            "a driver",
            id="who is quoted, not who quotes",
        ),
        pytest.param(
            "Hall was heard on a microphone telling the envoy to go home.",
            "the envoy to go home",
            "telling",
            "Hall",
            id="not the microphone",
        ),
        pytest.param(
            "The club's badge shows a wolf and claims it is the oldest in town.",
            "it is the oldest in town",
            "claims",
            "The club's badge",
            id="a verb that the parse joins to a noun",
        ),
        pytest.param(
            "Noting that the dam was old, Hall left the room.",
            "that the dam was old",
            "Noting",
            "Hall",
            id="a participle that opens",
        ),
        pytest.param(
            "Members of the council came to Dover for a check-up saying that the dam was old.",
            "that the dam was old",
            "saying",
            "Members of the council",
            id="not what they came for",
        ),
        pytest.param(
            "The raid prompted the envoy to warn the guards to leave.",
            "the guards to leave",
            "warn",
            "the envoy",
            id="who was prompted to say it",
        ),
        pytest.param(
            "It was hard because Hall, in a long speech to guests on Tuesday, told reporters he had lost.",
            "he had lost",
            "told",
            "Hall",
            id="an occasion between",
        ),
    ],
)
def test_speaker_of_reported_words(sentence: str, content: str, cue: str, speaker: str) -> None:
    assert [(row[1], *row[2:4]) for row in rows(sentence)] == [([content], cue, speaker)]


def test_words_that_somebody_is_quoted_for_are_his_and_not_turned_round() -> None:
    found = rows(
        "Farmers reported seeing a flash west of Dover, the council was quoted as saying late Thursday."
    )
    assert [(row[1], row[3]) for row in found] == [
        (["Farmers reported seeing a flash west of Dover"], "the council"),
        (["seeing a flash west of Dover"], "Farmers"),
    ]


def test_both_deeds_of_a_sentence_are_told() -> None:
    found = rows("In addition to saying the dam was safe, Hall has vowed to stay.")
    assert [(row[1], row[3]) for row in found] == [
        (["the dam was safe"], "Hall"),
        (["to stay"], "Hall"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It is worth noting that the dam was old.", id="worth noting"),
        pytest.param("There is no denying he has had a good run.", id="no denying"),
        pytest.param("Thank you for reading the Herald.", id="thanks to readers"),
        pytest.param("When I told her, she nodded, then whispered thank you.", id="when I told her"),
        pytest.param("As Hall spoke to the nation, Lee came from Dover.", id="as he spoke"),
        pytest.param("There was a fight, claims that the dam was old.", id="claims of nobody"),
        pytest.param("The mayor says it openly; the others only hint at it.", id="said it"),
        pytest.param("He also enjoys calling on the mayor.", id="a visit"),
        pytest.param("The law requires that pilots report any illness.", id="what must be said"),
        pytest.param("All told, it is a fine book.", id="all told"),
        pytest.param("That's according to the Herald.", id="a pronoun for the sentence before"),
        pytest.param("The books say little about how Lee wrote the plays.", id="say little"),
        pytest.param(
            "The show had Ray Moss, who advises the mayor on roads, and Tom Hall.", id="about who that is"
        ),
    ],
)
def test_what_is_nobodys_is_not_told(sentence: str) -> None:
    assert rows(sentence) == []


def test_passage_with_its_own_cue_is_not_the_speakers_of_the_words_before_it() -> None:
    found = rows(
        "To be safe, the officials said, the firm cut holes into the lids, "
        "“so that nothing burns,” Mr. Moss said."
    )
    assert [(row[0], row[3]) for row in found] == [("indirect", "the officials"), ("direct", "Mr. Moss")]
    assert found[1][1] == ["“so that nothing burns,”"]


def test_cue_behind_a_passage_comes_before_one_that_has_words_of_its_own() -> None:
    found = rows("Hall asserted that the dam had gone: “It is no dam,” he claimed.")
    assert [(row[1], *row[2:4]) for row in found] == [
        (["that the dam had gone"], "asserted", "Hall"),
        (["“It is no dam,”"], "claimed", "he"),
    ]


def test_in_the_words_of_somebody_tells_whose_they_are() -> None:
    found = rows("She was, in the words of the poet Ann Lee, a “new creation” to them.")
    assert found == [("direct", ["“new creation”"], "words", "the poet Ann Lee", "Ann Lee")]
