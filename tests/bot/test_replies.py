"""What somebody answers, or goes on from, stands above it where it is not shown."""

from dataclasses import replace

import pytest

from summaries.models import Actor, Analysis
from tests.bot.test_leads_from_above import at, lead_of, read

ASKED = "“Did you shut the gates of the harbour before the water came over the wall?” Holm asked."
TOLD = "“All of the gates of the harbour were open when the water came over the wall,” Holm said."
ANSWER = "“As it happens, we had them shut on Monday, with both of the pumps still at work,”"
OWN = "In May, however, she called the gates of the harbour “a fair price for dry cellars.”"
GOING_ON = "“But we had them shut on Monday, with both of the pumps of the harbour still at work,”"


def _saying(before: str, words: str, tail: str, *, by: int) -> Analysis:
    """Words of Ruiz behind a sentence in which somebody is quoted."""
    first = before[before.index("“") : before.index("”") + 1]
    plain = read(before, f"{words} {tail}", quotes=((first, True), (words, True)))
    text, cue = plain.article.text, tail.removeprefix("Ruiz ").rstrip(".")
    people = tuple(
        Actor(name=name, kind="person", mentions=tuple(at(text, one) for one in called if one in text))
        for name, called in (("Ruiz", ("Ruiz", "she")), ("Holm", ("Holm",)))
    )
    others = at(text, "she" if by == 0 else "Holm")
    said = (
        replace(plain.quotes[0], actor=by, speaker=others),
        replace(plain.quotes[1], actor=0, speaker=at(text, "Ruiz"), cue=at(text, cue)),
    )
    return replace(plain, quotes=said, actors=people)


@pytest.mark.parametrize(
    ("before", "words", "tail", "leads"),
    [
        pytest.param(ASKED, ANSWER, "Ruiz said.", True, id="a question"),
        pytest.param(TOLD, ANSWER, "Ruiz said.", False, id="no question"),
        pytest.param(TOLD, ANSWER, "Ruiz replied.", True, id="a reply"),
        pytest.param(TOLD, ANSWER, "Ruiz shot back.", True, id="shot back"),
        pytest.param(TOLD, ANSWER, "Ruiz shot.", False, id="shot, not back"),
        pytest.param(TOLD, GOING_ON, "Ruiz said.", False, id="goes on, behind another"),
        pytest.param(OWN, GOING_ON, "Ruiz said.", True, id="goes on, behind her own words"),
        pytest.param(OWN, ANSWER, "Ruiz said.", False, id="goes on with nothing"),
    ],
)
def test_what_was_said_right_before_leads_to_what_answers_it(
    before: str, words: str, tail: str, *, leads: bool
) -> None:
    told = _saying(before, words, tail, by=0 if before is OWN else 1)
    assert lead_of(told) == (before if leads else None)
