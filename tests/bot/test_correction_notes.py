"""What stands above a corrected article: editors' words as they are, ours in each reader's language."""

import pytest

from bot.domain.differences import Passage, Words
from bot.domain.repairs import Change, RepairKind
from bot.render import correction_notes as notes
from bot.render.differences import correction_of as difference_told
from bot.render.language import ENGLISH
from bot.render.languages import language
from bot.render.repairs_told import correction_of as repair_told

GERMAN = language("de")
REPAIRS = [
    Change(kind=kind, words="We ran “home”. It was late.", to=to)
    for kind in RepairKind
    for to in (("Ann Lee", None) if kind is RepairKind.SPEAKER else (None,))
]


def told(note: str, most: int = 1000) -> str:
    return GERMAN.say(notes.told(note, most))


@pytest.mark.parametrize("change", REPAIRS, ids=lambda one: f"{one.kind}{'' if one.to is None else ' named'}")
def test_a_note_of_ours_is_told_in_the_readers_language(change: Change) -> None:
    kept = repair_told(change)
    around = f"The bridge is in Homs. {kept} {repair_told(Change(kind=RepairKind.STRIKE))}"
    assert ENGLISH.say(notes.told(around, 1000)) == around
    assert told(around) == f"The bridge is in Homs. {told(kept)} {GERMAN.say(notes.LESS_SUMMARY)}"
    assert not told(kept).startswith("We ")


def passage(before: str, after: str) -> Passage:
    struck, new = Words(kind="struck", text=before), Words(kind="new", text=after)
    return Passage(words=tuple(one for one in (struck, new) if one.text))


def test_what_changed_in_a_text_is_told_in_the_readers_language() -> None:
    before, after = "“Talks open” is told.", "“Talks closed” is told."
    kept = difference_told([passage(before, after), passage("", "New."), passage("Old.", "")])
    ours = (
        notes.changed(before, after),
        notes.added("New."),
        notes.taken_out("Old."),
    )
    assert told(kept) == " ".join(map(GERMAN.say, ours))


def test_no_full_stop_stands_behind_one_of_the_articles() -> None:
    assert (
        difference_told([passage("It was cold.", "It was warm.")]) == "“It was cold.” is now “It was warm.”"
    )
    assert difference_told([passage("", "He said: “Go.”")]) == "Added: “He said: “Go.””"
    assert difference_told([passage("…the old hall", "")]) == "Taken out: “…the old hall”."
    assert difference_told([passage("a red…", "a blue…")]) == "“a red…” is now “a blue…”"


def test_a_note_that_was_kept_with_two_full_stops_is_told_with_one() -> None:
    kept = "“It was cold.” is now “It was warm.”. Added: “It rained.”. 2 more passages changed."
    assert ENGLISH.say(notes.told(kept, 1000)) == (
        "“It was cold.” is now “It was warm.” Added: “It rained.” 2 more passages changed."
    )


def test_how_many_passages_are_not_told_is_said_in_the_readers_language() -> None:
    kept = difference_told([passage("a" * 150, "b" * 150)] * 9)
    assert told(kept, 5000).endswith(GERMAN.say(notes.more_changed(9 - kept.count("is now"))))


def test_what_an_editor_wrote_is_left_as_it_is() -> None:
    written = "We had named Ann Lee. “Homs” is now in the text, 3 more passages changed"
    assert notes.told(written, 1000) == written
    assert notes.told(written, 20) == "We had named Ann…"


def test_a_long_note_ends_with_a_sign_that_there_is_more() -> None:
    kept = " ".join(repair_told(Change(kind=kind)) for kind in (RepairKind.STRIKE, RepairKind.NO_PULL))
    assert told(kept, 20) == f"{GERMAN.say(notes.LESS_SUMMARY)} …"
