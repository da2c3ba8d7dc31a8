"""/brief, /latest, /search and full text over HTTP, as a person in a chat sees them."""

from datetime import timedelta

import pytest

from bot.chat.articles import HOW_MANY, NOT_HERE, NOTHING_YET, WHAT_TO_SEARCH
from bot.domain.articles import ArticleState
from tests.bot.front_page import a_front_page
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import shown

DEAL_BRIEFED = """Aleppo deal unravels
The News · BEIRUT · 14 December 2016

Bashar Assad, president of Syria, spoke.

Buses waited at dawn.

Shelling resumed.
“Hostilities end only in the areas where they surrender,”
— Bashar Assad, president of Syria

Who: Bashar Assad, Russia"""
TALKS_BRIEFED = """Talks <open> & stall
The Post · GENEVA · 16 December 2016

Sergey Lavrov, the foreign minister, came late.

Nobody else came.

The siege went on.
“We shall see what the siege brings us in the coming days,”
— Sergey Lavrov, the foreign minister

Who: Sergey Lavrov, Bashar Assad"""
LISTED = """1. Talks <open> & stall
Sergey Lavrov, the foreign minister, came late. The Post

2. Aleppo deal unravels
Bashar Assad, president of Syria, spoke. The News"""
BRIEF_BUTTONS = (("Quotes", "Who", "Full text", "More"),)
NUMBERS = (("1", "2", "Share"),)


@pytest.mark.parametrize(
    ("asked", "answer", "buttons"),
    [
        pytest.param("/brief", LISTED, NUMBERS, id="the newest stories"),
        pytest.param("/brief 1", TALKS_BRIEFED, BRIEF_BUTTONS, id="as many as told"),
        pytest.param("/brief aleppo", DEAL_BRIEFED, BRIEF_BUTTONS, id="those that match"),
        pytest.param("/brief said", LISTED, NUMBERS, id="several that match"),
        pytest.param("/brief@briefings_local_bot 1", TALKS_BRIEFED, BRIEF_BUTTONS, id="addressed by name"),
    ],
)
async def test_brief(
    reading_bot: ReadingBot, asked: str, answer: str, buttons: tuple[tuple[str, ...], ...]
) -> None:
    await a_front_page(reading_bot.store)
    (message,) = await reading_bot.ask(asked)
    assert shown(message) == (answer, buttons)


@pytest.mark.parametrize("asked", ["/brief", "/brief said"])
async def test_story_of_a_briefing_opens_in_place_and_back_is_the_list_as_it_is_now(
    reading_bot: ReadingBot, asked: str
) -> None:
    deal, _ = await a_front_page(reading_bot.store)
    (briefing,) = await reading_bot.ask(asked)
    assert await reading_bot.press(briefing, "2") == ()
    assert shown(reading_bot.now(briefing)) == (DEAL_BRIEFED, (*BRIEF_BUTTONS, ("‹ Back",)))
    assert await reading_bot.press(reading_bot.now(briefing), "‹ Back") == ()
    assert shown(reading_bot.now(briefing)) == (LISTED, NUMBERS)
    await reading_bot.press(reading_bot.now(briefing), "1")
    await reading_bot.store.articles.set_state(deal.id, ArticleState.KILLED, NOON)
    await reading_bot.press(reading_bot.now(briefing), "‹ Back")
    assert shown(reading_bot.now(briefing)) == (TALKS_BRIEFED, BRIEF_BUTTONS)


async def test_button_of_a_story_that_was_killed_since_leads_to_the_list(reading_bot: ReadingBot) -> None:
    deal, _ = await a_front_page(reading_bot.store)
    (briefing,) = await reading_bot.ask("/brief")
    await reading_bot.store.articles.set_state(deal.id, ArticleState.KILLED, NOON)
    await reading_bot.press(briefing, "2")
    assert shown(reading_bot.now(briefing)) == (TALKS_BRIEFED, BRIEF_BUTTONS)
    assert (reading_bot.telegram.answers[-1].text, reading_bot.telegram.answers[-1].alert) == (
        worded(NOT_HERE),
        True,
    )


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("/brief 0", worded(HOW_MANY), id="no story"),
        pytest.param("/brief 11", worded(HOW_MANY), id="too many stories"),
        pytest.param("/brief -1", worded(HOW_MANY), id="a negative number"),
        pytest.param(
            "/brief 1999",
            "No story matches “1999”. /latest shows the newest headlines.",
            id="a year is a word",
        ),
        pytest.param(
            "/brief <b>\u202ex\u200b",
            "No story matches “<b>x”. /latest shows the newest headlines.",
            id="HTML and marks",
        ),
        pytest.param("/search", worded(WHAT_TO_SEARCH), id="a search for nothing"),
        pytest.param("/search \u200f", worded(WHAT_TO_SEARCH), id="a search for a right-to-left mark"),
        pytest.param(
            "/search zebra", "Nothing found for “zebra”. Try fewer or other words.", id="no such word"
        ),
        pytest.param(
            "/search " + "x" * 4000,
            f"Nothing found for “{'x' * 119}…”. Try fewer or other words.",
            id="four thousand letters",
        ),
        pytest.param(
            '/search "AND NOT* (',
            'Nothing found for “"AND NOT* (”. Try fewer or other words.',
            id="the index's own syntax",
        ),
    ],
)
async def test_odd_questions_get_one_sensible_answer(
    reading_bot: ReadingBot, asked: str, answer: str
) -> None:
    await a_front_page(reading_bot.store)
    assert [shown(message) for message in await reading_bot.ask(asked)] == [(answer, ())]


@pytest.mark.parametrize("asked", ["/brief", "/latest"])
async def test_an_empty_store_says_so(reading_bot: ReadingBot, asked: str) -> None:
    assert [m.text for m in await reading_bot.ask(asked)] == [worded(NOTHING_YET)]


async def test_latest_lists_headlines_with_a_button_each(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (latest,) = await reading_bot.ask("/latest")
    assert shown(latest) == (
        "Latest\n\n"
        "1. Talks <open> & stall\nThe Post · GENEVA · 16 December 2016\n\n"
        "2. Aleppo deal unravels\nThe News · BEIRUT · 14 December 2016",
        (("1", "2"),),
    )
    assert [m.text for m in await reading_bot.press(latest, "2")] == [DEAL_BRIEFED]


async def test_latest_turns_its_pages_in_place(reading_bot: ReadingBot) -> None:
    for number in reversed(range(12)):
        analysis = an_analysis(headline=f"News {number}", sentences=(f"It was the {number}.",))
        await a_stored_article(
            reading_bot.store, analysis, path=f"{number}.txt", now=NOON - timedelta(hours=number)
        )
    (latest,) = await reading_bot.ask("/latest")
    assert await reading_bot.press(latest, "More ›") == ()
    assert shown(reading_bot.now(latest)) == (
        "Latest\n\n11. News 10\nThe News · 14 December 2016\n\n12. News 11\nThe News · 14 December 2016",
        (("11", "12"), ("‹ Back",)),
    )
    await reading_bot.press(reading_bot.now(latest), "‹ Back")
    assert shown(reading_bot.now(latest)) == shown(latest)


async def test_search_shows_the_sentence_that_matched(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (found,) = await reading_bot.ask("/search buses")
    assert shown(found) == (
        "Found for “buses”\n\nAleppo deal unravels\nThe News · 14 December 2016\nBuses waited at dawn.",
        (("Aleppo deal unravels",),),
    )
    assert [m.text for m in await reading_bot.press(found, "Aleppo deal unravels")] == [DEAL_BRIEFED]


async def test_full_text_is_the_article(reading_bot: ReadingBot) -> None:
    _, talks = await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief 1")
    (full,) = await reading_bot.press(story, "Full text")
    head = "Talks <open> & stall\nThe Post · GENEVA · 16 December 2016"
    assert full.text == "\n\n".join(
        [f"{head}\none minute to read", *(span.of(talks.text) for span in talks.analysis.article.body)]
    )


async def test_a_long_text_is_paged_and_turned_in_place(reading_bot: ReadingBot) -> None:
    sentences = [f"Sentence {number} says one thing and no other." for number in range(150)]
    await a_stored_article(reading_bot.store, an_analysis(sentences=sentences))
    (story,) = await reading_bot.ask("/brief")
    (page,) = await reading_bot.press(story, "Full text")
    read = page.text
    while any(button.label == "More ›" for row in reading_bot.now(page).buttons for button in row):
        assert await reading_bot.press(reading_bot.now(page), "More ›") == ()
        read += reading_bot.now(page).text
    assert [number for number in range(150) if f"Sentence {number} says" not in read] == []


@pytest.mark.parametrize(
    "state", [ArticleState.HELD, ArticleState.WITHDRAWN, ArticleState.KILLED, ArticleState.REVIEW]
)
async def test_old_buttons_of_an_article_that_is_held_back_say_so(
    reading_bot: ReadingBot, state: ArticleState
) -> None:
    _, talks = await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief 1")
    await reading_bot.store.articles.set_state(talks.id, state, NOON)
    for button in ("Quotes", "Who", "Full text"):
        assert [m.text for m in await reading_bot.press(story, button)] == [worded(NOT_HERE)]
    assert [m.text for m in await reading_bot.ask("/brief")] == [DEAL_BRIEFED]


async def test_an_article_in_another_language_says_that_it_was_not_analysed(reading_bot: ReadingBot) -> None:
    foreign = an_analysis(
        headline="Cessez-le-feu", sentences=("Le cessez-le-feu est rompu.",), language="fr", analysed=False
    )
    await a_stored_article(reading_bot.store, foreign)
    assert [shown(m) for m in await reading_bot.ask("/brief")] == [
        (
            "Cessez-le-feu\nThe News · 14 December 2016\n\n"
            "I cannot summarise this article. Its language: French\n\nLe cessez-le-feu est rompu.",
            (("Full text", "More"),),
        )
    ]


async def test_pressing_twice_is_no_error(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (quotes,) = await reading_bot.press((await reading_bot.ask("/brief aleppo"))[0], "Quotes")
    for _ in range(2):
        assert await reading_bot.press_action(quotes, "q:1:1") == ()
    assert [answer.text for answer in reading_bot.telegram.answers] == ["", "", ""]
