"""Letters in a quotation, and the sentence above it that says for what they stand."""

import time
from dataclasses import replace

import pytest

from bot.domain.spelled_out import letters_untold, spells_out
from tests.bot.test_leads_from_above import lead_of, read

SPELLED = "Walkers on the pier have joined the group People Against Tar, which sells maps."
KNOWN = "The tablets were made of dinol, known as PAT, which is poison to most of us."
BETWEEN = "Nine boats left the pier in May."
SAID = "“We told all of the town what the PAT maps show of the pier.”"


@pytest.mark.parametrize(
    ("sentences", "headline", "leads"),
    [
        pytest.param((SPELLED, SAID), "", True, id="a name of those initials"),
        pytest.param((KNOWN, BETWEEN, SAID), "", True, id="known as"),
        pytest.param((SPELLED.replace("Tar", "Tar or “PAT”"), SAID), "", True, id="in marks"),
        pytest.param((SPELLED.replace("Tar", "Tar or “the best”"), SAID), "", False, id="words in marks"),
        pytest.param((SPELLED, *[BETWEEN.replace("N", c) for c in "BCDFG"], SAID), "", False, id="far above"),
        pytest.param((SPELLED, SAID), "PAT sells maps", False, id="the headline has them"),
        pytest.param((SPELLED, SAID.replace("PAT", "TAP")), "", False, id="others"),
        pytest.param((SPELLED, SAID.replace("maps", "maps (PAT)")), "", False, id="the words tell them"),
        pytest.param((BETWEEN, SAID), "", False, id="nothing does"),
    ],
)
@pytest.mark.parametrize("marked", [True, False])
def test_what_letters_stand_for_stands_above_words_with_them(
    sentences: tuple[str, ...], headline: str, *, leads: bool, marked: bool
) -> None:
    told = read(*sentences, quotes=((sentences[-1], marked),), headline=headline)
    assert lead_of(told) == (sentences[0] if leads else None)


def test_what_the_summary_tells_or_what_leans_is_not_led_to_by_letters() -> None:
    told = read(SPELLED, "However, boats left.", SAID, quotes=((SAID, True),))
    assert lead_of(told) == SPELLED
    assert lead_of(replace(told, summary=told.sentences[:1])) is None
    assert lead_of(replace(told, leaning=(0,))) != SPELLED


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("The PAT and the ICC met.", ["PAT", "ICC"]),
        ("The EU and NATIONAL met.", []),
        ("The (PAT) met.", []),
        ("PAT MAPS are dear.", []),
        ("The PATRON left.", []),
    ],
)
def test_letters_of_a_name_are_a_few_capitals(words: str, letters: list[str]) -> None:
    assert list(letters_untold(words, "")) == letters


def test_a_name_is_spelled_out_across_small_words() -> None:
    assert spells_out("the Union for Peace and the Rights of All", "UPRA")
    assert not spells_out("the union for peace and the rights of all", "UPRA")


def test_words_of_any_length_are_read_in_no_time() -> None:
    began = time.perf_counter()
    assert not spells_out("People and the Against of the " * 20_000, "PAT")
    assert list(letters_untold("The ABC and the DEF said so. " * 20_000, "")) == ["ABC", "DEF"]
    assert time.perf_counter() - began < 5
