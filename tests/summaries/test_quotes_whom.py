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
    ],
)
def test_name_in_apposition_is_the_speaker(sentence: str, speaker: str) -> None:
    assert said_by(sentence) == (speaker, "Amit Rao")


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
