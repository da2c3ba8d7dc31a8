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
            "The quarrel, said Ada Brandt, was over.",
            ["The quarrel", "was over"],
            id="but words that go on are kept",
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
