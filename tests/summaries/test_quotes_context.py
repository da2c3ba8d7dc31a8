"""Quotations without a cue: somebody's only where nobody else can have spoken."""

import pytest

from tests.summaries.speaking import Said, said

ALONE = "“The water came through the kitchen and took the stairs.”"


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Ana Ruiz, a baker in Dover, said the town had no warning.", id="reported"),
        pytest.param("“We had no warning,” said Ana Ruiz, a baker.", id="quoted"),
        pytest.param(
            "Ana Ruiz was asleep. “We had no warning,” Ruiz said on Monday.", id="behind a sentence"
        ),
        pytest.param("“We ran,” Ana Ruiz said. “We had no warning.”", id="carried on behind the cue"),
    ],
)
def test_quotation_alone_behind_one_speaker_is_hers_from_the_context(before: str) -> None:
    assert said(before, ALONE)[-1] == Said(ALONE, None, "Ana Ruiz")


SAID = "“We had no warning,” said Ana Ruiz, a baker."


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param([SAID, f"Jim Hall shook his head. {ALONE}"], id="another acts before it"),
        pytest.param([SAID, f"The baker’s nephew, Jim Hall, laughed. {ALONE}"], id="another in apposition"),
        pytest.param([SAID, f"Fire chief Jim Hall came to the door. {ALONE}"], id="another with a title"),
        pytest.param([SAID, f"A neighbour wept. {ALONE}"], id="another without a name"),
        pytest.param([SAID, f"{ALONE} Jim Hall nodded."], id="another behind it"),
        pytest.param([SAID, "The river fell on Monday.", ALONE], id="a paragraph between"),
        pytest.param([SAID, "What the town lost", ALONE], id="a heading between"),
        pytest.param([f"{SAID} The river fell on Monday.", ALONE], id="a sentence between"),
        pytest.param(["“Did anybody warn you?” Ana Ruiz said.", ALONE], id="a question before it"),
        pytest.param(["Ana Ruiz asked what the water had done.", ALONE], id="somebody asked before it"),
        pytest.param(
            ["Ana Ruiz said Jim Hall had called her at noon.", ALONE], id="two persons in the sentence"
        ),
        pytest.param(["Ana Ruiz told Jim Hall to leave the house.", ALONE], id="told to another"),
        pytest.param(["Residents said they had no warning.", ALONE], id="a group spoke before it"),
        pytest.param([SAID, "“A town without a bridge”"], id="a heading in marks"),
        pytest.param(["Ana Ruiz slept.", ALONE], id="nobody spoke"),
        pytest.param([ALONE, SAID], id="nobody spoke yet"),
    ],
)
def test_quotation_that_another_may_have_said_is_nobodys(paragraphs: list[str]) -> None:
    assert [one.actor for one in said(*paragraphs) if one.speaker is None] == [None]


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("Hall, 51, shot back.", id="an age between name and verb"),
        pytest.param("Hall, a porter, remembers.", id="an apposition between"),
        pytest.param("Hall grinned.", id="a verb of no speech"),
    ],
)
def test_quotation_followed_by_another_name_is_not_the_earlier_speakers(tail: str) -> None:
    found = said("Ana Ruiz and Jim Hall met on Monday.", SAID, f"“The water took the stairs,” {tail}")
    assert found[0] == Said("“We had no warning,”", "Ana Ruiz", "Ana Ruiz")
    assert found[1].words == "“The water took the stairs,”"
    assert found[1].actor in (None, "Jim Hall")


def test_quotation_left_open_is_carried_on_with_its_cue() -> None:
    assert said("“We ran,” said Ana Ruiz. “We had no warning.", ALONE) == [
        Said(f"“We ran,” … “We had no warning. … {ALONE}", "Ana Ruiz", "Ana Ruiz")
    ]
