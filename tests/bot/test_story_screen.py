"""A story is one screen: what of it is left out where sentences, quotations or heads are long."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.articles import StoredArticle, Story
from bot.domain.repairs import Pull
from bot.render.blocks import bold, italic, paragraph, quotation
from bot.render.briefing import story as story_page
from bot.render.language import ENGLISH
from bot.render.screen import LINE, LINES, lines, room_beside
from bot.render.unsaid import Unsaid
from tests.bot.library import Saying, an_analysis, said
from tests.bot.telegram_rules import text_of
from tests.bot.test_render_briefing import stored, story

SHORT = "We waited for the boats until the sun came up."
MIDDLE = "It was the longest night that anybody in the quarter could remember, and nobody slept in it at all."
LONG = (
    f"{MIDDLE[:-1]}, neither the old nor the young, and in the morning the boats had gone to sea without us."
)


def sentence(number: int, length: int) -> str:
    """A sentence of so many letters, unlike any other."""
    words = f"Sentence {number} goes on"
    while len(words) < length - 6:
        words += f" and{number}on"
    return f"{words}."


def a_story(*lengths: int, quotes: tuple[Saying, ...] = (), **more: object) -> Story:
    told = [sentence(number, length) for number, length in enumerate(lengths, 1)]
    return story(stored(an_analysis(sentences=told, quotes=quotes, **more)))  # type: ignore[arg-type]


def told(message: Unsaid) -> str:
    """Which sentences are shown whole, by their numbers, and who speaks."""
    text = text_of(message)
    numbers = [n for n in range(1, 4) if f"Sentence {n} goes" in text]
    speakers = [name for name in ("Ada Berg", "Otto Holm") if f"— {name}" in text]
    return " ".join([*map(str, numbers), *speakers])


def filled(message: Unsaid) -> int:
    """How many lines it fills, counted on what is sent."""
    text = text_of(message).split("\n")
    return sum(max(1, -(-len(line) // LINE)) for line in text) + 2 * len(message.buttons)


@pytest.mark.parametrize(
    ("lengths", "quotes", "shown"),
    [
        pytest.param((100, 100, 100), (said("Ada Berg", SHORT),), "1 2 3 Ada Berg", id="all of it fits"),
        pytest.param((280, 280, 280), (said("Ada Berg", LONG),), "1 2", id="two sentences before a voice"),
        pytest.param((130,), (said("Ada Berg", LONG),), "1 Ada Berg", id="a voice beside the only one"),
        pytest.param((130, 130, 130), (said("Ada Berg", LONG),), "1 2 Ada Berg", id="one sentence fewer"),
        pytest.param(
            (130, 130, 130),
            (said("Ada Berg", LONG), said("Otto Holm", SHORT)),
            "1 2 3 Otto Holm",
            id="next best",
        ),
        pytest.param((300, 300, 200), (), "1 2", id="no voice"),
        pytest.param((660, 50, 50), (said("Ada Berg", LONG),), "1", id="none fits"),
        pytest.param((490,), (), "1", id="one long sentence"),
    ],
)
def test_story_tells_what_fits_a_screen(
    lengths: tuple[int, ...], quotes: tuple[Saying, ...], shown: str
) -> None:
    message = story_page(a_story(*lengths, quotes=quotes))
    assert told(message) == shown
    assert "…" not in text_of(message)


def test_a_voice_stands_beside_one_sentence_that_tells_the_headline() -> None:
    headline = {"headline": "Boats sail at dawn", "terms": ("boats", "sail", "dawn")}
    opens = f"Boats sail at dawn, {sentence(1, 260)}"
    others = [sentence(number, 280) for number in (2, 3)]
    scene = an_analysis(sentences=[sentence(1, 280), *others], quotes=(said("Ada Berg", LONG),), **headline)  # type: ignore[arg-type]
    news = an_analysis(sentences=[opens, *others], quotes=(said("Ada Berg", LONG),), **headline)  # type: ignore[arg-type]
    assert [told(story_page(story(stored(each)))) for each in (scene, news)] == ["1 2", "1 Ada Berg"]


def test_no_voice_stands_before_the_sentence_that_names_whom_it_is_about() -> None:
    first = f"The port of boats has elected a mayor, {sentence(1, 240)}"
    named = f"Ada Berg won, and {sentence(2, 260)}"
    shown = []
    for second in (named, sentence(2, 280)):
        analysis = an_analysis(
            headline="Port of boats elects mayor",
            terms=("port", "boats", "elects", "mayor"),
            sentences=[first, second, sentence(3, 280)],
            quotes=(said("Ada Berg", LONG),),
        )
        shown.append(told(story_page(story(stored(analysis)))))
    assert shown == ["1 2", "1 Ada Berg"]


@pytest.mark.parametrize(
    ("length", "third", "named"),
    [
        pytest.param(120, True, 4, id="all of it fits"),
        pytest.param(160, True, 1, id="a sentence for three names"),
        pytest.param(200, False, 4, id="no sentence for any"),
    ],
)
def test_names_give_way_to_a_sentence(length: int, third: bool, named: int) -> None:
    names = [
        f"{name} of the Harbour Commission" for name in ("Ada Berg", "Otto Holm", "Nia Rowe", "Jun Park")
    ]
    text = text_of(story_page(a_story(length, length, length, actors=names)))
    assert ("Sentence 3 goes" in text) is third
    assert [name in text for name in names] == [number < named for number in range(4)]


def test_chat_that_wants_one_sentence_gets_one() -> None:
    assert told(story_page(a_story(60, 60, 60), sentences=1)) == "1"


def test_buttons_and_heading_take_their_room() -> None:
    content = a_story(300, 300, 200)
    assert told(story_page(content)) == "1 2"
    assert told(story_page(content, because="You follow it " * 20)) == "1"


def test_correction_is_whole_and_the_first_sentence_too() -> None:
    article = stored(an_analysis(sentences=(sentence(1, 400), sentence(2, 60))), correction="wrong " * 160)
    text = text_of(story_page(story(article)))
    assert text.count("wrong") == 160
    assert sentence(1, 400) in text
    assert sentence(2, 60) not in text


def test_voice_that_an_editor_chose_stands_though_it_is_long() -> None:
    analysis = an_analysis(
        sentences=(sentence(1, 500), sentence(2, 60)), quotes=(said("Ada Berg", LONG * 2),)
    )
    chosen = replace(stored(analysis), pull=Pull(quote=analysis.quotes[0]))
    assert told(story_page(story(stored(analysis)))) == "1 2"
    assert told(story_page(story(chosen))) == "1 Ada Berg"


def test_others_are_named_as_far_as_there_is_room() -> None:
    others = [
        stored(
            an_analysis(headline=f"Report {number} of a long night", sentences=(sentence(3, 60 + number),)),
            number=number,
        )
        for number in range(2, 8)
    ]
    few, many = (
        story_page(story(stored(an_analysis(sentences=(sentence(1, length), sentence(2, length)))), *others))
        for length in (60, 250)
    )
    assert [len(row) for row in many.buttons] == [2, 2, 2]
    assert text_of(few).count("· Report") == 4
    assert "and 2 more" in text_of(few)
    assert text_of(many).count("· Report") < 4
    assert told(many).startswith("1 2")


def test_lines_are_counted_as_they_break() -> None:
    assert lines([paragraph("a" * LINE)], ENGLISH) == 2  # with what parts it from the one before
    assert lines([paragraph("a" * (LINE + 1)).close()], ENGLISH) == 2
    assert lines([paragraph("a\nb\n"), paragraph("")], ENGLISH) == 4
    assert lines([quotation("a" * LINE)], ENGLISH) == 3  # a frame is narrower
    assert lines([paragraph(bold("a" * LINE)).close()], ENGLISH) == 2  # and bold letters are wider
    assert lines([paragraph(italic("\u0645\u0301" * LINE)).close()], ENGLISH) == 1
    assert room_beside([paragraph(italic("a")).close()], (), ENGLISH) == LINES - 1


@settings(max_examples=60)
@given(
    lengths=st.lists(st.integers(30, 400), min_size=1, max_size=3),
    headline=st.integers(10, 150),
    said_long=st.booleans(),
    others=st.integers(0, 6),
)
def test_whatever_a_story_holds_fits_a_screen(
    lengths: list[int], headline: int, said_long: bool, others: int
) -> None:
    quotes = (said("Ada Berg", LONG if said_long else SHORT),)
    lead = an_analysis(
        headline=sentence(0, headline),
        sentences=[sentence(number, length) for number, length in enumerate(lengths, 1)],
        quotes=quotes,
    )
    articles: list[StoredArticle] = [stored(lead)]
    articles += [stored(replace(lead), number=number) for number in range(2, 2 + others)]
    message = story_page(story(*articles))
    assert filled(message) <= LINES
