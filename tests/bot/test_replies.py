"""What somebody answers, or goes on from, stands above it where it is not shown."""

from dataclasses import replace

import pytest

from summaries.models import Actor, Analysis, Span
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


WASTE = "Ruiz called the gates of the harbour “a waste of good stone.”"
IN_2009 = "In 2009, however, when the pumps broke, she called them “a fair price for dry cellars.”"
THEN = "The difference, Ruiz said, was that the sea was near the doors then."
NINE = "“Nine of ten of the masons of the town said that there had to be a wall,”"


@pytest.mark.parametrize(
    ("between", "leads"),
    [
        pytest.param(THEN, True, id="then"),
        pytest.param(THEN.replace(" then", ""), False, id="no then"),
        pytest.param(THEN.replace(" then", " since then"), False, id="since then"),
        pytest.param(THEN.replace("Ruiz said", "Holm said"), False, id="of another than who speaks"),
    ],
)
def test_words_behind_a_then_have_above_them_when_that_was(between: str, *, leads: bool) -> None:
    marked = ("“a waste of good stone.”", "“a fair price for dry cellars.”", NINE)
    plain = read(WASTE, IN_2009, between, f"{NINE} Ruiz said.", quotes=tuple((one, True) for one in marked))
    text = plain.article.text
    she = text.index(" she ") + 1
    ruiz = (Span(0, 4), Span(she, she + 3))
    if "Ruiz said," in between:
        ruiz += (at(text, "Ruiz said,"),)
    people = (
        Actor(name="Ruiz", kind="person", mentions=ruiz),
        Actor(name="Holm", kind="person", mentions=()),
    )
    speakers = (ruiz[0], ruiz[1], at(text, "Ruiz said."))
    said = tuple(
        replace(quote, actor=0, speaker=speaker)
        for quote, speaker in zip(plain.quotes, speakers, strict=True)
    )
    told = replace(plain, quotes=said, actors=people)
    assert lead_of(told) == (f"{WASTE} {IN_2009} {between}" if leads else None)


STORM = "The council said that nine boats of the harbour had been lost to thieves in a night."


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        pytest.param(TOLD, f"{STORM}\n\n{TOLD}", id="another's words alone"),
        pytest.param(f"Holm said, {TOLD.removesuffix(' Holm said.')}.", None, id="with the article's"),
        pytest.param(
            f"“Tides” writer Holm said: {TOLD.removesuffix(' Holm said.')}.", None, id="behind a title"
        ),
    ],
)
def test_the_words_of_another_lead_behind_what_the_article_tells(before: str, leads: str | None) -> None:
    thefts = "Ruiz called “these brazen thefts” a shame of all of the harbour and the town."
    first = TOLD[: TOLD.index("”") + 1]
    plain = read(f"{STORM}\n\n{before}\n\n{thefts}", quotes=((first, True), ("“these brazen thefts”", True)))
    text = plain.article.text
    plain = replace(plain, sentences=tuple(at(text, one) for one in (STORM, before, thefts)))
    people = tuple(Actor(name=name, kind="person", mentions=(at(text, name),)) for name in ("Ruiz", "Holm"))
    said = (
        replace(plain.quotes[0], actor=1, speaker=at(text, "Holm")),
        replace(plain.quotes[1], actor=0, speaker=at(text, "Ruiz")),
    )
    assert lead_of(replace(plain, quotes=said, actors=people, leaning=(1,))) == (leads or before)


KEPT = "Ruiz has kept the books of the harbour since the storm of last May."


@pytest.mark.parametrize(
    ("actor", "is_named", "leads"),
    [
        pytest.param(0, False, True, id="from the context"),
        pytest.param(0, True, False, id="who spoke stands beside it"),
        pytest.param(None, False, False, id="nobody's"),
    ],
)
def test_words_that_are_somebody_s_by_the_sentence_before_stand_under_it(
    actor: int | None, *, is_named: bool, leads: bool
) -> None:
    plain = read(KEPT, f"{ANSWER} Ruiz said.", quotes=((ANSWER, True),))
    text = plain.article.text
    ruiz = Actor(name="Ruiz", kind="person", mentions=(Span(0, 4), at(text, "Ruiz said")))
    said = replace(plain.quotes[0], actor=actor, speaker=at(text, "Ruiz said") if is_named else None)
    assert lead_of(replace(plain, quotes=(said,), actors=(ruiz,))) == (KEPT if leads else None)
