"""How far the sentences above a quotation tell by themselves what they speak of."""

from dataclasses import replace

import pytest

from bot.domain import excerpts, passages
from bot.domain.telling import points_back
from summaries.models import Actor, Analysis
from tests.bot.test_leads_from_above import at, lead_of, read

OVER = "“It is over.”"
LAKES = (
    "Orm",
    "Tarn",
    "Lowmere",
    "Ashwater",
    "Kell",
    "Sedge",
    "Brack",
    "Hollin",
    "Marl",
    "Withy",
    "Croft",
    "Dene",
)
# Longer than what is shown though it tells no more.
POND = f"The pond froze in Varnley, {', '.join(f'and {name} froze, too' for name in LAKES)}."
SKATES = "Skates were sold out within a day."


def leading_of(*sentences: str) -> str | None:
    """What leads to words that lean on these sentences."""
    return lead_of(replace(read(*sentences, OVER, quotes=((OVER, True),)), leaning=(0,)))


@pytest.mark.parametrize(
    ("sentences", "leads"),
    [
        pytest.param(
            ("What did they sell?", "Skates from the island of Orm.", "Later, Ruiz sold sledges."),
            "Later, Ruiz sold sledges.",
            id="not from the middle of an answer",
        ),
        pytest.param(
            (POND, "What did they sell there?"), f"{POND} What did they sell there?", id="a question"
        ),
        pytest.param(("What did they sell?", SKATES), SKATES, id="not from a question that it answers"),
        pytest.param(
            ("(The pond is shallow.)", "But most of Varnley stayed at home."),
            "But most of Varnley stayed at home.",
            id="not from a parenthesis",
        ),
        pytest.param(("(The pond is shallow.)",), None, id="no parenthesis alone"),
        pytest.param(("Ada Berg, MP.", "However, ice was thin."), "However, ice was thin.", id="not a name"),
        pytest.param(
            (POND, "Two days later, Ruiz fell in."), f"{POND} Two days later, Ruiz fell in.", id="later"
        ),
        pytest.param(
            ("Two days later, Ruiz fell in.",), "Two days later, Ruiz fell in.", id="later, if no more"
        ),
        pytest.param((POND, "For example, boys came."), f"{POND} For example, boys came.", id="an example"),
        pytest.param((POND, "In fact, boys came."), "In fact, boys came.", id="a word that leans on none"),
        pytest.param((POND, "Ruiz spoke of those risks."), f"{POND} Ruiz spoke of those risks.", id="those"),
        pytest.param(("Ruiz spoke of those risks.",), None, id="those alone"),
        pytest.param(
            (POND, "A new poll calls that into doubt."),
            f"{POND} A new poll calls that into doubt.",
            id="that",
        ),
        pytest.param(
            (POND, "Ruiz did not remember that."), f"{POND} Ruiz did not remember that.", id="that, bare"
        ),
        pytest.param(
            (POND, "Ruiz called that a threat."), f"{POND} Ruiz called that a threat.", id="that, called"
        ),
        pytest.param((POND, "Ruiz said that a boy fell."), "Ruiz said that a boy fell.", id="a clause"),
        pytest.param(
            (POND, "Ruiz paid $85,000; the town fed them."),
            f"{POND} Ruiz paid $85,000; the town fed them.",
            id="they, who are no money",
        ),
        pytest.param(
            (POND, "Ruiz met 20; the town fed them."), "Ruiz met 20; the town fed them.", id="they, counted"
        ),
        pytest.param(
            (POND, "In the town, they say ice is thin."),
            f"{POND} In the town, they say ice is thin.",
            id="they",
        ),
        pytest.param(
            (POND, "Skaters say they lost some."), "Skaters say they lost some.", id="they who are told"
        ),
        pytest.param((POND, "Ruiz saw the man fall in."), f"{POND} Ruiz saw the man fall in.", id="the man"),
        pytest.param((POND, "Ruiz saw the pond."), "Ruiz saw the pond.", id="a thing that may be known"),
        pytest.param(
            (POND, "A man fell, and the man swam."), "A man fell, and the man swam.", id="a man told"
        ),
        pytest.param(
            (POND, "“But it thawed,” Hall said."), f"{POND} “But it thawed,” Hall said.", id="but, in marks"
        ),
        pytest.param(("“But it thawed,” Hall said.",), None, id="no but in marks alone"),
        pytest.param((POND, "This week, ice came early."), "This week, ice came early.", id="now"),
        pytest.param(("This time, ice came early.",), None, id="another time"),
        pytest.param(
            ("Ice held in May 1999.", "Few fell at the time."),
            "Ice held in May 1999. Few fell at the time.",
            id="then",
        ),
        pytest.param((POND, "Few fell at the time."), None, id="then, which nothing tells"),
    ],
)
def test_what_leads_to_a_quotation_begins_where_it_can_be_read(
    sentences: tuple[str, ...], leads: str | None
) -> None:
    assert leading_of(*sentences) == leads


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("Ruiz wrote off that loan as a gift.", True),
        ("Ruiz lives on that side of the pond.", False),
        ("Ruiz said that ice is thin.", False),
        ("Ruiz sat with those who fell.", False),
        ("Ruiz sat with those less able.", False),
        ("Three risks came, and those risks grew.", False),
        ("Ruiz found that she was of the latter kind.", True),
        ("Ruiz went to Elm and Kell, the latter by boat.", False),
    ],
)
def test_that_and_those_point_at_what_was_not_told(words: str, points: bool) -> None:
    assert points_back(words) is points


SUMMED = "Ruiz summed up nine years of work on the island of Orm:"


@pytest.mark.parametrize(
    ("begun", "cue", "leads"),
    [
        pytest.param(SUMMED, "summed up", True, id="what it is said of"),
        pytest.param("Ruiz told a dozen reporters outside the court:", "told", False, id="who heard it"),
        pytest.param("Ruiz summed it up:", "summed", False, id="nothing"),
        pytest.param(SUMMED.replace(":", ","), "summed up", False, id="no colon"),
    ],
)
def test_words_before_a_colon_lead_to_what_leans_where_they_tell_of_what_it_is(
    begun: str, cue: str, leads: bool
) -> None:
    told = summed_up(begun, cue)
    assert lead_of(told) == (begun if leads else None)
    assert bool(excerpts.spoken(told)) is leads
    assert passages.reads_apart(told, told.quotes[0]) is leads


def summed_up(begun: str, cue: str) -> Analysis:
    plain = read(f"{begun} {OVER}", quotes=((OVER, True),))
    text = plain.article.text
    ruiz = Actor(name="Ruiz", kind="person", mentions=(at(text, "Ruiz"),))
    quote = replace(plain.quotes[0], cue=at(text, cue), speaker=at(text, "Ruiz"), actor=0)
    return replace(plain, quotes=(quote,), actors=(ruiz,), leaning=(0,))
