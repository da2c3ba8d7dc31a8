"""Whose words a speaker's words mean: their head, the name beside it, the author; never the owner."""

import pytest

from tests.summaries.quoting import rows

INTRO = "Nora Keane left in May as head of Arden Motors. The mayor of Dover had asked her to."


def said_by(sentence: str) -> tuple[str | None, str | None]:
    """Speaker and actor of the one quote of a sentence behind the introduction."""
    *_, (_, _, _, speaker, actor) = rows(INTRO, sentence)
    return speaker, actor


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param("“It was time,” her lawyer said.", "her lawyer", id="her lawyer"),
        pytest.param("“It was time,” said her older brother.", "her older brother", id="inverted"),
        pytest.param("“It was time,” Keane’s attorney said.", "Keane’s attorney", id="curly apostrophe"),
        pytest.param("“It was time,” said Nora Keane's mother.", "Nora Keane's mother", id="full name"),
        pytest.param("Her spokeswoman told reporters: “It was time.”", "Her spokeswoman", id="before"),
        pytest.param("A spokesman for Keane said: “It was time.”", "A spokesman for Keane", id="for"),
        pytest.param("One of Keane’s aides said it was time.", "One of Keane’s aides", id="one of"),
        pytest.param("The Keane campaign said it was time.", "The Keane campaign", id="a campaign"),
        pytest.param("Keane’s campaign called it “time.”", "Keane’s campaign", id="owned campaign"),
        pytest.param("Arden Motors’ chairman called it “time.”", "Arden Motors’ chairman", id="a house's"),
        pytest.param("“It was time,” a rival of Keane’s said.", "a rival of Keane’s", id="of hers"),
        pytest.param("“It was time,” her lawyer, a partner in Dover, said.", "her lawyer", id="not named"),
        pytest.param(
            "“It was time,” said Keane’s lawyer, Reuters reported.", "Keane’s lawyer", id="a clause"
        ),
        pytest.param("“It was time,” said Keane and her lawyer.", "Keane and her lawyer", id="two together"),
        pytest.param(
            "Keane’s new advertisement says it was “time.”", "Keane’s new advertisement", id="an ad"
        ),
    ],
)
def test_owner_of_the_speaker_is_not_the_speaker(sentence: str, speaker: str) -> None:
    assert said_by(sentence) == (speaker, None)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param("“It was time,” her lawyer, Amit Rao, said.", "her lawyer", id="between commas"),
        pytest.param("“It was time,” said her lawyer, Amit Rao.", "her lawyer", id="at the end"),
        pytest.param("“It was time,” said her lawyer, Amit Rao, who wept.", "her lawyer", id="who"),
        pytest.param("“It was time,” said her lawyer Amit Rao.", "her lawyer Amit Rao", id="no comma"),
        pytest.param("The mayor, Amit Rao, said it was time.", "The mayor", id="the mayor"),
        pytest.param("The mayor of Dover — Amit Rao — said it was time.", "The mayor of Dover", id="dashes"),
        pytest.param("Its chairman, Amit Rao of Dover, called it “time.”", "Its chairman", id="its chairman"),
        pytest.param("“It was time,” Amit Rao, Keane’s lawyer, said.", "Amit Rao", id="apposition before"),
        pytest.param("“It was time,” said one of them, Amit Rao.", "one of them", id="one of them"),
        pytest.param("“It was time,” said Amit Rao of Arden Motors.", "Amit Rao of Arden Motors", id="of"),
        pytest.param(
            "Secretary of State Amit Rao said it was time.", "Secretary of State Amit Rao", id="of State"
        ),
        pytest.param(
            "The President, Amit Rao, said it was time.", "The President", id="an office, in capitals"
        ),
        pytest.param("“It was time,” Amit Rao himself said.", "Amit Rao himself", id="himself"),
        pytest.param(
            "Arden Motors Chief Executive, Amit Rao, said it was time.",
            "Arden Motors Chief Executive",
            id="a role, in capitals",
        ),
        pytest.param(
            "Amit Rao, of Arden Motors, said: “It was time.”", "Amit Rao, of Arden Motors", id="an aside"
        ),
        pytest.param(
            "His York-based lawyer, Amit Rao, said it was time.", "His York-based lawyer", id="hyphen"
        ),
        pytest.param(
            "Dover Editor-in-Chief Amit Rao said it was time.", "Dover Editor-in-Chief Amit Rao", id="hyphens"
        ),
        pytest.param(
            "Arden co-founder and CEO Amit Rao said it was time.",
            "Arden co-founder and CEO Amit Rao",
            id="two roles of one",
        ),
        pytest.param(
            "Candidate and former teacher Amit Rao said it was time.",
            "Candidate and former teacher Amit Rao",
            id="two bare roles",
        ),
        pytest.param(
            "“It was time,” said his friend and rival Amit Rao.",
            "his friend and rival Amit Rao",
            id="friend and rival",
        ),
        pytest.param(
            "“It was time,” said head of entertainment Amit Rao.",
            "head of entertainment Amit Rao",
            id="what he heads",
        ),
        pytest.param(
            "The Director of Public Works Mr. Amit Rao said it was time.",
            "The Director of Public Works Mr. Amit Rao",
            id="addressed behind an office",
        ),
        pytest.param(
            "“It was time” if she had lost, said Amit Rao, a writer.", "Amit Rao", id="behind a condition"
        ),
        pytest.param(
            "One of her rivals who still likes her, Amit Rao, said it was time.",
            "One of her rivals",
            id="behind a relative clause",
        ),
    ],
)
def test_name_in_apposition_is_the_speaker(sentence: str, speaker: str) -> None:
    assert said_by(sentence) == (speaker, "Amit Rao")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param("A spokesman for Labour MP Amit Rao said it was time.", "MP", id="for an MP"),
        pytest.param(
            "The attorney for Maine senator Amit Rao said it was time.", "senator", id="for one titled"
        ),
        pytest.param("The secretary for Dr. Amit Rao said it was time.", "Dr.", id="for one addressed"),
        pytest.param("The brother of actress Amit Rao said it was time.", "brother", id="of one who acts"),
        pytest.param("The leader of protesters Amit Rao said it was time.", "leader", id="of many"),
        pytest.param("“It was time,” said his wife and agent Amit Rao.", "wife", id="wife and agent"),
        pytest.param(
            "“It was time,” said his friend and the singer Amit Rao.", "friend", id="and the singer"
        ),
        pytest.param("The police chief and Mayor Amit Rao said it was time.", "Mayor", id="two persons"),
        pytest.param("Mayor Amit Rao and clerk Tom Hale said it was time.", "Tom Hale", id="both are named"),
        pytest.param("Two papers, including the Dover Echo, said it was time.", "papers", id="an example"),
    ],
)
def test_name_behind_another_is_not_the_speaker(sentence: str, speaker: str) -> None:
    words, actor = said_by(sentence)
    assert words is not None
    assert (speaker in words, actor) == (True, None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "It happens weekly, according to the Dover Times newspaper.",
            ("the Dover Times newspaper", "Dover Times"),
            id="a house by its kind",
        ),
        pytest.param(
            "Keane read a story about her eating plums which said the fruit was “bad for her.”",
            ("a story about her eating plums", None),
            id="the story, not what it is about",
        ),
        pytest.param(
            "The two are ministers Ann Lee and Tom Hale, who fled in Tuesday's coup, the clerk, who had "
            "seen them go, told the Echo.",
            ("the clerk", None),
            id="not those whom they are said to be",
        ),
        pytest.param(
            "One of the sailors admitted to entering the port and the ship’s cook admitted to leaving it.",
            ("the ship’s cook", None),
            id="the second of two clauses",
        ),
        pytest.param(
            "It drew anger from Democrats in Congress who say that it was time.",
            ("Democrats in Congress", None),
            id="who are angry, not the anger",
        ),
        pytest.param(
            "The acting U.S. Attorney for Massachusetts Joshua Rao said it was time.",
            ("The acting U.S. Attorney for Massachusetts Joshua Rao", "Joshua Rao"),
            id="an office of a place",
        ),
    ],
)
def test_who_speaks_where_another_stands_near(sentence: str, expected: tuple[str | None, str | None]) -> None:
    assert said_by(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("“It was time,” Keane said in a letter.", id="in a letter"),
        pytest.param("“It was time,” Keane’s letter said.", id="her letter"),
        pytest.param("Keane’s statement read: “It was time.”", id="her statement"),
        pytest.param("A statement from Keane said it was “time.”", id="from her"),
        pytest.param("In a tweet, Keane said: “It was time.”", id="in a tweet"),
        pytest.param("Keane issued a statement saying it was “time.”", id="issued"),
    ],
)
def test_document_speaks_for_its_author(sentence: str) -> None:
    assert said_by(sentence)[1] == "Nora Keane"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "When Keane asked if he knew the name, Amit Rao declined, saying “It was time.”", id="when"
        ),
        pytest.param("After Keane told him to go on, Amit Rao wept, adding: “It was time.”", id="after"),
    ],
)
def test_participle_is_the_subjects_of_its_own_clause(sentence: str) -> None:
    found = [row for row in rows(INTRO, sentence) if row[2] in ("saying", "adding")]
    assert [(speaker, actor) for *_, speaker, actor in found] == [("Amit Rao", "Amit Rao")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param("“It was time,” said the charity Aid for Dover.", "the charity Aid for Dover", id="for"),
        pytest.param(
            "“It was time,” said the firm Lee Homes of Dover.", "the firm Lee Homes of Dover", id="of"
        ),
    ],
)
def test_name_of_a_house_is_told_to_its_end(sentence: str, speaker: str) -> None:
    assert said_by(sentence)[0] == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Keane said it was a “bad mistake” and that Dover has learned its lesson: “They are ready now.”",
            id="a verb of what was said",
        ),
        pytest.param(
            "Keane said she hoped with her “whole heart” that Dover wins: “We can watch them for years.”",
            id="another",
        ),
    ],
)
def test_words_behind_a_colon_are_of_who_said_the_sentence(sentence: str) -> None:
    found = [(cue, speaker) for _, _, cue, speaker, _ in rows(INTRO, sentence)]
    assert found == [("said", "Keane")]


NAMED = "Ann Ray, a councillor for Dover, wept. “It was time,” Ray said."


@pytest.mark.parametrize(
    ("lede", "below", "actor"),
    [
        pytest.param("A councillor has said it was time.", (NAMED,), "Ann Ray", id="a councillor"),
        pytest.param(
            "One of few councillors has said it was time.", (NAMED,), "Ann Ray", id="one of councillors"
        ),
        pytest.param(
            "The dad of a boy has said it was time.",
            ("His dad, Tom Lee, wept. “It was time,” Lee said.",),
            "Tom Lee",
            id="the dad of a boy",
        ),
        pytest.param(
            "A Labour councillor has said it was time.",
            (
                "Labour councillor Eva Hall said: “It was time.”",
                "Tory councillor Ann Ray said: “No, it was not.”",
            ),
            "Eva Hall",
            id="of two the one of the party",
        ),
        pytest.param(
            "A councillor has said it was time.",
            ("Councillor Eva Hall said: “It was time.”", "Councillor Ann Ray said: “No, it was not.”"),
            None,
            id="of two none",
        ),
        pytest.param(
            "A Labour councillor has said it was time.", (NAMED,), None, id="of whom no party is told"
        ),
        pytest.param(
            "A former councillor has said it was time.", (NAMED,), None, id="a former one is another"
        ),
        pytest.param(
            "A councillor has said it was time.",
            ("Ann Ray, a councillor for Dover, was told to leave by the mayor.",),
            None,
            id="who says nothing",
        ),
        pytest.param("The councillors have said it was time.", (NAMED,), None, id="several"),
        pytest.param(
            "A councillor has said it was time.", (*("It rained in Dover.",) * 6, NAMED), None, id="far below"
        ),
        pytest.param("A spokesman has said it was time.", (NAMED,), None, id="another role"),
    ],
)
def test_somebody_unnamed_in_the_lede_is_who_is_named_for_it_below(
    lede: str, below: tuple[str, ...], actor: str | None
) -> None:
    (_, _, _, _, first), *_ = rows(lede, *below)
    assert first == actor


def test_hyphen_before_a_nickname_cuts_no_speaker() -> None:
    found = said_by("'It was time,' said former team-mate Amit 'Rocket' Rao.")
    assert found == ("former team-mate Amit", "Amit 'Rocket' Rao")


CLOSED = "“The harbour will close for good, and nobody will ever fish.”"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("An account that looks like Nora Keane's tweeted:", (None, None), id="a likeness"),
        pytest.param("An account that looks like Nora Keane tweeted:", (None, None), id="of her name"),
        pytest.param("In a forged letter, Nora Keane wrote:", (None, None), id="in a forged letter"),
        pytest.param("Nora Keane says in a deepfake video:", (None, None), id="in a deepfake"),
        pytest.param(
            "Keane's hacked account wrote:", ("Keane's hacked account", None), id="a hacked account"
        ),
        pytest.param(
            "A forged letter from Nora Keane said:", ("A forged letter from Nora Keane", None), id="forged"
        ),
        pytest.param(
            "A letter purportedly from Nora Keane said:",
            ("A letter purportedly from Nora Keane", None),
            id="purportedly",
        ),
        pytest.param("A parody account of Keane wrote:", ("A parody account of Keane", None), id="a parody"),
        pytest.param(
            "A message that claimed to be from Keane said:", ("A message", None), id="a message that claimed"
        ),
        pytest.param("A forged letter signed by Keane said:", ("A forged letter", None), id="signed by"),
        pytest.param(
            "A letter from Nora Keane said:", ("A letter from Nora Keane", "Nora Keane"), id="her own letter"
        ),
        pytest.param("In a video, Nora Keane said:", ("Nora Keane", "Nora Keane"), id="her own video"),
        pytest.param(
            "In a letter on fake news, Nora Keane said:", ("Nora Keane", "Nora Keane"), id="about fakes"
        ),
        pytest.param("Keane said of the fake account:", ("Keane", "Nora Keane"), id="of a fake"),
        pytest.param("Keane, who owns a parody account, wrote:", ("Keane", "Nora Keane"), id="who owns one"),
        pytest.param("Fake nurse Nora Keane wrote:", ("Fake nurse Nora Keane", "Nora Keane"), id="a faker"),
        pytest.param(
            "In a room that fell silent, Keane said:", ("Keane", "Nora Keane"), id="a clause before"
        ),
    ],
)
def test_what_is_passed_off_as_somebody_s_words_is_not_theirs(
    before: str, expected: tuple[str | None, str | None]
) -> None:
    assert said_by(f"{before} {CLOSED}") == expected
