"""Reports whose clause is parted: by the cue in a relative clause, or by the parse."""

import pytest

from tests.summaries.quoting import rows


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Critics fault the retreat, which they say left a gap in the north.",
            ("the retreat, which … left a gap in the north", "say", "they"),
            id="which they say",
        ),
        pytest.param(
            "The council passed rules that some say will hurt tenants.",
            ("rules that … will hurt tenants", "say", "some"),
            id="that some say",
        ),
        pytest.param(
            "The shop cut prices it said were too high.",
            ("prices … were too high", "said", "it"),
            id="no pronoun",
        ),
        pytest.param(
            "The map allows for what researchers say is likely to be the best look yet.",
            ("what … is likely to be the best look yet", "say", "researchers"),
            id="what they say",
        ),
        pytest.param(
            "The town lost a bridge that Ann Lee said last year had cost ten million dollars.",
            ("a bridge that … last year had cost ten million dollars", "said", "Ann Lee"),
            id="a day between",
        ),
    ],
)
def test_a_cue_in_a_relative_clause_leaves_what_it_is_about(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    told = [(" … ".join(row[1]), *row[2:4]) for row in rows(sentence)]
    assert expected in told


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        pytest.param("On the day he said he would quit, he stayed.", "he would quit", id="the day he said"),
        pytest.param("He left the hall in which he said he was born.", "he was born", id="in which"),
        pytest.param(
            "Hall met the envoys, who said the talks were over.", "the talks were over", id="who says it"
        ),
    ],
)
def test_a_clause_that_is_whole_is_told_alone(sentence: str, content: str) -> None:
    assert [row[1] for row in rows(sentence)] == [[content]]


def test_when_something_was_said_is_no_report() -> None:
    assert rows("They disliked the plan, which the mayor announced on Monday.") == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        pytest.param(
            "But he admitted his ties with his brother, once the best of friends, are far more strained.",
            "his ties with his brother, once the best of friends, are far more strained",
            id="a long subject",
        ),
        pytest.param(
            "The envoy, who came on the first flight, told reporters the damage there was great.",
            "the damage there was great",
            id="behind who was told",
        ),
    ],
)
def test_a_subject_that_the_parse_takes_for_an_object_is_told_with_its_verb(
    sentence: str, content: str
) -> None:
    assert [row[1] for row in rows(sentence)] == [[content]]


def test_clause_whose_subject_the_parse_loses_is_not_told() -> None:
    assert rows("The mind of the man investigators say is responsible for the crash is dark.") == []
