"""What nobody said, and what others said of somebody: no words in the wrong mouth."""

import pytest

from tests.summaries.builders import an_article
from tests.summaries.quoting import read, rows

INTRO = "Nora Keane left in May as head of Arden Motors."


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Keane will say that the road is closed.", id="will"),
        pytest.param("Keane might have claimed that the road was closed.", id="might have"),
        pytest.param("Keane would do better to say that the road is closed.", id="would do better to"),
        pytest.param("Keane could have announced that the road was “closed”.", id="could have"),
        pytest.param("Keane should tell voters that the road is closed.", id="should"),
        pytest.param("Keane never said the road was “closed”.", id="never"),
        pytest.param("Keane ought to have told voters that the road was closed.", id="ought to have"),
        pytest.param("Had Keane said that the road was closed, nobody would come.", id="had she said"),
        pytest.param("Keane will thank the town, saying that the road is open.", id="will thank, saying"),
        pytest.param("Imagine Keane telling you that the road is closed.", id="imagine"),
        pytest.param("Let us suppose that Keane admits that the road is closed.", id="let us suppose"),
        pytest.param("Suppose Keane were to say, “The road is closed.”", id="suppose"),
        pytest.param("Keane has yet to say that the road is closed.", id="has yet to"),
        pytest.param("Keane was expected to announce that the road was closed.", id="was expected to"),
        pytest.param("Keane is to tell voters that the road is closed.", id="is to"),
        pytest.param("Keane wants to announce that the road is closed.", id="wants to"),
        pytest.param("Keane denied saying that the road was “closed”.", id="denied saying"),
        pytest.param("Keane left without saying whether the road was closed.", id="without saying"),
        pytest.param("If Keane says that the road is closed, nobody will come.", id="if she says"),
        pytest.param("Did Keane say that the road was closed?", id="a question"),
        pytest.param("Nobody said the road was closed.", id="nobody"),
        pytest.param("One can imagine Keane saying that the road is closed.", id="imagined"),
        pytest.param("Keane seemed to agree that the road was closed.", id="seemed to"),
        pytest.param("Are those the roads drivers say they like?", id="the writer's question"),
        pytest.param("No official said that the road was “closed”.", id="no official"),
        pytest.param("That suggests the road is closed.", id="a fact suggests"),
        pytest.param("“The road is closed,” Keane might say.", id="a sentence in marks"),
        pytest.param(
            "I don’t mean to critique people who have created a profile or suggest they deserve it.",
            id="what the writer does not mean",
        ),
    ],
)
def test_what_was_not_said_is_nobodys(sentence: str) -> None:
    assert rows(INTRO, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Keane would later say that the road was closed.", id="would later"),
        pytest.param("Did Keane, who said that the road was closed, leave?", id="aside of a question"),
        pytest.param("Keane would go on to say that the road was closed.", id="would go on to"),
        pytest.param("Keane went on to say that the road was closed.", id="went on to"),
        pytest.param("Keane said that the road was closed if it rained.", id="a condition inside"),
        pytest.param("“It will not open,” Keane said.", id="will not, in marks"),
        pytest.param("“No more roads in my town,” Keane said.", id="no roads, in marks"),
        pytest.param("“Nobody on this road,” Keane said from the steps.", id="nobody, in marks"),
        pytest.param("Only then had Keane said that the road was closed.", id="only then had"),
        pytest.param("Keane will leave Dover, saying that the road is closed.", id="will leave, saying"),
        pytest.param(
            "Keane would not thank the town, saying that the road was closed.", id="would not, saying"
        ),
        pytest.param("“We would never go there. Nor would you,” Keane wrote.", id="nor would, in marks"),
    ],
)
def test_what_was_said_after_all_is_the_speakers(sentence: str) -> None:
    assert [actor for *_, actor in rows(INTRO, sentence)] == ["Nora Keane"]


def test_quotation_that_was_not_said_is_no_part_of_the_one_before() -> None:
    found = rows(INTRO, "“We won,” Keane said. “You lost,” she might say.")
    assert [content for _, content, *_ in found] == [["“We won,”"]]


@pytest.mark.parametrize(
    ("sentence", "cue", "speaker"),
    [
        pytest.param("Branded “a fraud” by two writers, she left.", "Branded", "two writers", id="branded"),
        pytest.param("Nicknamed “Duchess” by critics, Keane left.", "Nicknamed", "critics", id="nicknamed"),
        pytest.param("Keane was called “a thief” by two rivals.", "called", "two rivals", id="was called"),
        pytest.param("Told by police that she could go, Keane left.", "Told", "police", id="told by police"),
        pytest.param("Asked by a boy whether she won, Keane left.", "Asked", "a boy", id="asked by a boy"),
    ],
)
def test_what_was_said_of_somebody_is_the_agents(sentence: str, cue: str, speaker: str) -> None:
    [(_, _, found, who, actor)] = rows(INTRO, sentence)
    assert (found, who, actor) in [(cue, speaker, None), (cue, speaker, speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Described as “unbeatable” in 2009, she left a year later.", id="described as"),
        pytest.param("Told that she had saved a town, Keane left.", id="told that"),
        pytest.param("When asked about it, Keane left.", id="when asked about"),
        pytest.param("If asked whether she had lied, Keane left.", id="if asked"),
        pytest.param("Warned that the road was closed, she turned round.", id="warned that"),
        pytest.param("Keane was told that the road was closed.", id="was told"),
        pytest.param("Accused of hiding the letters, Keane left.", id="accused of"),
    ],
)
def test_what_somebody_was_told_is_not_theirs(sentence: str) -> None:
    assert rows(INTRO, sentence) == []


def test_agent_is_no_part_of_what_was_said() -> None:
    found = rows(INTRO, "Rao was accused by Keane of being “a liar”.")
    assert found == [("mixed", ["Rao", "being “a liar”"], "accused", "Keane", "Nora Keane")]


def test_those_who_are_written_to_say_nothing() -> None:
    found = rows(INTRO, "The tax office has written to 600 voters asking where they are.")
    assert found == [("indirect", ["where they are"], "asking", "The tax office", None)]


def test_question_that_nobody_is_said_to_have_asked_is_nobodys() -> None:
    found = rows(INTRO, "When asked whether she had lied, Keane left.")
    assert found == [("indirect", ["whether she had lied"], "asked", None, None)]


def test_words_told_to_somebody_are_not_that_persons() -> None:
    assert rows(INTRO, "“You are fired,” she was told.") == [
        ("direct", ["“You are fired,”"], "told", None, None)
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "actor"),
    [
        pytest.param("Her firm, which called it “unfit”, left.", "Her firm", None, id="which"),
        pytest.param("A letter which reads “we are unfit” was found.", "A letter", None, id="a letter which"),
        pytest.param("Fans that called it “unfit” left.", "Fans", None, id="that"),
        pytest.param("Amit Rao, who said it was “unfit”, left.", "Amit Rao", "Amit Rao", id="who"),
        pytest.param(
            "Amit Rao, a doctor from Dover, who said it was “unfit”, left.",
            "Amit Rao",
            "Amit Rao",
            id="a place",
        ),
        pytest.param("Who said it was “unfit”?", None, None, id="a question"),
        pytest.param("Amit Rao today said it was “unfit”.", "Amit Rao", "Amit Rao", id="today"),
        pytest.param(
            "At a meeting announcing the plan, Amit Rao called it “unfit”.",
            "Amit Rao",
            "Amit Rao",
            id="a meeting",
        ),
        pytest.param(
            "In a letter calling it “unfit”, Amit Rao left.", "Amit Rao", "Amit Rao", id="in a letter"
        ),
    ],
)
def test_word_that_names_nobody_is_no_speaker(sentence: str, speaker: str | None, actor: str | None) -> None:
    assert [row[3:] for row in rows(INTRO, sentence)] == [(speaker, actor)]


def test_quotation_whose_speaker_the_parse_lost_is_left_without_one() -> None:
    said = "“The road is too dear. It was never wide.”"
    found = rows(f"Of Keane, Moreau, who has given money to Vale, said, {said}")
    assert found == [("direct", [said], "said", None, None)]


@pytest.mark.parametrize("wish", ["who wished not to be quoted", "who asked to remain anonymous"])
def test_wish_to_stay_unnamed_is_nothing_said(wish: str) -> None:
    found = rows(INTRO, f"A nurse, {wish}, called it “unfit”.")
    assert [row[1:4] for row in found] == [(["it “unfit”"], "called", "A nurse")]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        pytest.param("Keane, he said, “ran for the door”.", None, id="around the cue"),
        pytest.param("He said Keane ran for the door.", None, id="behind the cue"),
        pytest.param("She said Rao ran for the door.", "Nora Keane", id="another's name"),
    ],
)
def test_pronoun_is_nobody_whom_its_own_words_name(sentence: str, actor: str | None) -> None:
    assert [row[4] for row in rows(f"{INTRO} {sentence}")] == [actor]


@pytest.mark.parametrize(
    "opening", ["CARDIFF (Reuters) - ", "CARDIFF, Nov 29 - ", "CARDIFF, Nov 29 (Reuters) - "]
)
def test_what_opens_a_story_is_no_part_of_what_was_said(opening: str) -> None:
    article = an_article(f"{opening}The mill is sold, Ann Lee said.", dateline="CARDIFF")
    [quote], _ = read(article)
    assert [span.of(article.text) for span in quote.content] == ["The mill is sold"]


def test_question_that_came_is_no_speaker() -> None:
    found = rows(INTRO, "After her talk, a question came from the hall: “Did you change the road?”")
    assert [row[1:] for row in found] == [(["“Did you change the road?”"], None, None, None)]


def test_question_that_came_from_somebody_is_theirs() -> None:
    found = rows(INTRO, "A question came from a member of the audience: “Did you change the road?”")
    assert [row[1:4] for row in found] == [
        (["“Did you change the road?”"], "came", "a member of the audience")
    ]


def test_us_in_lets_is_no_speaker() -> None:
    found = rows(INTRO, "What can we learn? Let’s start by parsing that tweet:", "“We are all concerned.”")
    assert [row[3:] for row in found] == [(None, None)]


def test_what_a_person_began_is_no_speaker() -> None:
    assert rows(INTRO, "Keane, “the mother of roads,” started a scientific revolution on the map.") == []


def test_condition_behind_a_quotation_names_no_speaker() -> None:
    found = rows(INTRO, "“Many would call that a defeat,” if she didn’t win by more, said David Hall.")
    assert "Nora Keane" not in [actor for *_, actor in found]


def test_update_that_somebody_issued_is_the_issuers() -> None:
    found = rows(INTRO, "Keane issued an update last week, which reads: “We are overwhelmed by the support.”")
    assert [row[2:] for row in found] == [("reads", "Keane", "Nora Keane")]
