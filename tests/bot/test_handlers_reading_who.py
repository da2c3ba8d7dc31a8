"""/who and /quotes over HTTP, as a person in a chat sees them."""

from datetime import date
from itertools import chain

import pytest

from bot.chat.articles import NOT_HERE
from bot.chat.who import NOBODY_LEFT, NOBODY_YET
from bot.localchat import LocalMessage
from tests.bot.front_page import a_front_page
from tests.bot.library import a_stored_article, an_actor, an_analysis, said
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import shown

ASSAD = """Bashar Assad, president of Syria (The News · 14 December 2016)
person · in 2 articles
also Assad

Said last
· Bashar Assad said the talks were over. (The Post · 16 December 2016, as reported)
“Hostilities end only in the areas where they surrender,”
The News · 14 December 2016
“People say that it was like this before.”
The News · 14 December 2016, from the context

Did
· Bashar Assad thanked Russia. (The News · 14 December 2016)

What others did to them
· Russia warned Bashar Assad. (The News · 14 December 2016)

Appears with Sergey Lavrov, Russia"""
LAVROV = """Sergey Lavrov, the foreign minister
person · in one article
also Lavrov

Said last
“We shall see what the siege brings us in the coming days,”

Appears with Bashar Assad

All of this is from Talks <open> & stall"""


CAST = """Who is in the news
1. Bashar Assad, president of Syria · 2 articles
2. Sergey Lavrov, the foreign minister · one article
3. Russia · state · one article

Press a number, or write /who and a name."""
FILTERS = (("✓ All", "People", "States"), ("Organisations", "Groups"))


async def test_who_lists_actors_by_weight(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (who,) = await reading_bot.ask("/who")
    assert shown(who) == (CAST, (("1", "2", "3"), *FILTERS))
    assert [m.text for m in await reading_bot.press(who, "2")] == [LAVROV]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("/who Bashar Assad", ASSAD, id="by name"),
        pytest.param("/who assad", ASSAD, id="by one word of it"),
        pytest.param("/who ASSAD\u200f", ASSAD, id="in capitals, with a right-to-left mark"),
        pytest.param(
            "/who asad", f"Nobody is called “asad”. The closest name is:\n\n{ASSAD}", id="typed wrong"
        ),
    ],
)
async def test_who_is_found(reading_bot: ReadingBot, asked: str, answer: str) -> None:
    await a_front_page(reading_bot.store)
    assert [m.text for m in await reading_bot.ask(asked)] == [answer]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        pytest.param("/who Quixote", "Quixote", id="a stranger"),
        pytest.param("/who 😀😀", "😀😀", id="emoji"),
        pytest.param("/who <i>x</i> & <b", "<i>x</i> & <b", id="HTML"),
        pytest.param("/who " + "ab " * 1333, "ab " * 38 + "ab…", id="four thousand characters"),
        pytest.param("/who " + "x" * 4000, "x" * 119 + "…", id="one word of four thousand"),
    ],
)
async def test_who_is_unknown(reading_bot: ReadingBot, asked: str, named: str) -> None:
    await a_front_page(reading_bot.store)
    (answer,) = await reading_bot.ask(asked)
    assert answer.text == f"Nobody called “{named}” is in the articles. /who lists who is in the news."


async def test_a_name_that_could_be_two_is_asked_about(reading_bot: ReadingBot) -> None:
    for name in ("Anna Berg", "Otto Berg"):
        berg = an_actor(name, description="the baker" if name == "Otto Berg" else None)
        sentences = (f"{name}, the baker or not, came.",)
        analysis = an_analysis(headline=name, sentences=sentences, actors=(berg,))
        await a_stored_article(reading_bot.store, analysis, path=f"{name}.txt")
    (question,) = await reading_bot.ask("/who berg")
    assert shown(question) == (
        "“berg” fits 2 names. Which one?\n"
        "1. Anna Berg · person · one article\n2. Otto Berg, the baker · one article",
        (("1", "2"),),
    )
    (digest,) = await reading_bot.press(question, "2")
    assert digest.text == "Otto Berg, the baker\nperson · in one article\n\nAll of this is from Otto Berg"


async def test_nobody_is_in_an_empty_store(reading_bot: ReadingBot) -> None:
    assert [m.text for m in await reading_bot.ask("/who")] == [worded(NOBODY_YET)]


async def test_who_of_an_article_leads_to_a_digest(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief aleppo")
    (who,) = await reading_bot.press(story, "Who")
    assert shown(who) == (
        "Who · Aleppo deal unravels\nBashar Assad, president of Syria",
        (("Bashar Assad · 2", "Russia"),),
    )
    assert [m.text for m in await reading_bot.press(who, "Bashar Assad · 2")] == [ASSAD]


LATEST = """Latest quotations
1. “We shall see what the siege brings us in the coming days,”
— Sergey Lavrov, the foreign minister
The Post · 16 December 2016
2. “Hostilities end only in the areas where they surrender,”
— Bashar Assad, president of Syria
The News · 14 December 2016
3. “They stopped us at the checkpoint.”
— unattributed: who said it is not certain
The News · 14 December 2016
4. “People say that it was like this before.”
— Bashar Assad, president of Syria (from the context)
The News · 14 December 2016
5. Russia said it was “complicated.”
— Russia
The News · 14 December 2016"""
OF_RUSSIA = """Quotations of Russia
1. Russia said it was “complicated.”
— Russia
The News · 14 December 2016

2. Russia (as reported): Russia said the deal was back on.
The News · 14 December 2016"""
READ_BOTH = (("Talks <open> & stall",), ("Aleppo deal unravels",))
COPY_FIVE = (("❐ 1", "❐ 2", "❐ 3", "❐ 4", "❐ 5"),)


@pytest.mark.parametrize("asked", ["/quotes", "/quotes latest"])
async def test_latest_quotes_turn_in_place(reading_bot: ReadingBot, asked: str) -> None:
    await a_front_page(reading_bot.store)
    older = an_analysis(
        headline="Old news",
        event_date=date(2016, 12, 1),
        quotes=(said("Ada Berg", "I saw the buses of the town leave at dawn."),),
    )
    await a_stored_article(reading_bot.store, older, path="old.txt")
    (quotes,) = await reading_bot.ask(asked)
    assert shown(quotes) == (LATEST, (*READ_BOTH, *COPY_FIVE, ("More ›",)))
    assert await reading_bot.press(quotes, "More ›") == ()
    assert shown(reading_bot.now(quotes)) == (
        "Latest quotations\n6. “I saw the buses of the town leave at dawn,”\n"
        "— Ada Berg\nThe News · 1 December 2016",
        (("Old news",), ("❐ 6",), ("‹ Back",)),
    )


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("/quotes russia", OF_RUSSIA, id="of an actor"),
        pytest.param(
            "/quotes rusia", f"Nobody is called “rusia”. The closest name is:\n{OF_RUSSIA}", id="typed wrong"
        ),
        pytest.param(
            "/quotes checkpoint",
            "Quotations with “checkpoint”\n“They stopped us at the checkpoint.”\n"
            "— unattributed: who said it is not certain\nThe News · 14 December 2016",
            id="with a word",
        ),
        pytest.param(
            "/quotes zebra",
            "Nobody is quoted with “zebra”. /quotes shows the latest.",
            id="with no such word",
        ),
        pytest.param(
            "/quotes <b>", "Nobody is quoted with “<b>”. /quotes shows the latest.", id="with HTML alone"
        ),
    ],
)
async def test_quotes_asked_for(reading_bot: ReadingBot, asked: str, answer: str) -> None:
    await a_front_page(reading_bot.store)
    assert [m.text for m in await reading_bot.ask(asked)] == [answer]


HARBOUR = an_analysis(
    headline="Harbour strike",
    sentences=("The Harbour guards went home.", "Nobody came."),
    actors=(an_actor("Harbour guards", kind="group"), an_actor("Union of Dockers", aliases=("UOD",))),
    quotes=(said("Ada Berg", "The harbour is shut, and the UOD knows it."),),
)
OF_THE_HARBOUR = "“The harbour is shut, and the UOD knows it,”\n— Ada Berg"


@pytest.mark.parametrize(
    ("asked", "answer", "buttons"),
    [
        ("/quotes harbour", f"Quotations with “harbour”\n{OF_THE_HARBOUR}", ("Harbour strike",)),
        ("/quotes uod", f"Quotations with “uod”\n{OF_THE_HARBOUR}", ("Harbour strike",)),
        ("uod quotes", f"Quotations with “uod”\n{OF_THE_HARBOUR}", ("Harbour strike",)),
        (
            "quotes about the harbour",
            f"Harbour strike\nThe News · 14 December 2016\n\nthe harbour\n{OF_THE_HARBOUR}",
            (),
        ),
        ("quotes harbour", "Did you mean:", ("Quotes with “harbour”", "Harbour strike")),
        (
            "/quotes harbour guards",
            "There are no quotations of Harbour guards in the articles.",
            ("About Harbour guards",),
        ),
        (
            "what did the Harbour guards say",
            "There are no quotations of Harbour guards in the articles.",
            ("About Harbour guards",),
        ),
    ],
)
async def test_who_is_not_quoted_is_no_speaker_that_was_asked_for(
    reading_bot: ReadingBot, asked: str, answer: str, buttons: tuple[str, ...]
) -> None:
    await a_stored_article(reading_bot.store, HARBOUR)
    (told,) = await reading_bot.ask(asked)
    text, rows = shown(told)
    assert (text[: len(answer)], tuple(chain.from_iterable(rows))[: len(buttons)]) == (answer, buttons)


async def test_quotations_are_found_where_the_likeliest_stories_have_none(reading_bot: ReadingBot) -> None:
    keeper = an_analysis(headline="Storm", quotes=(said("Ada Berg", "The lighthouse stood through it all."),))
    await a_stored_article(reading_bot.store, keeper, path="storm.txt")
    told = {
        "Lighthouse sold": "A bank bought the lighthouse of Selby.",
        "Lighthouse painted": "Painters made the lighthouse white again.",
        "Keepers leave their lighthouse": "Nobody tends the lighthouse in winter.",
    }
    for headline, sentence in told.items():
        analysis = an_analysis(headline=headline, sentences=(sentence,))
        await a_stored_article(reading_bot.store, analysis, path=f"{headline}.txt")
    (answer,) = await reading_bot.ask("quotes about the lighthouse")
    assert answer.text.startswith("Quotations with “lighthouse”\n")
    assert "“The lighthouse stood through it all,”\n— Ada Berg" in answer.text


async def test_nobody_of_several_so_named_is_quoted(reading_bot: ReadingBot) -> None:
    actors = (an_actor("Harbour guards", kind="group"), an_actor("Harbour board", kind="organization"))
    await a_stored_article(reading_bot.store, an_analysis(actors=actors))
    (none,) = await reading_bot.ask("/quotes harbour")
    text, rows = shown(none)
    assert text == "There are no quotations of harbour in the articles."
    assert sorted(chain.from_iterable(rows)) == ["About Harbour board", "About Harbour guards"]


async def test_quotes_with_words_turn_though_the_bot_was_restarted(reading_bot: ReadingBot) -> None:
    sayings = tuple(
        said("Ada Berg", f"The siege of the old part of the town, day {number}.") for number in range(7)
    )
    await a_stored_article(reading_bot.store, an_analysis(quotes=sayings))
    (quotes,) = await reading_bot.ask("/quotes siege")
    await reading_bot.press(quotes, "More ›")  # the words are in the button; nothing is remembered
    assert reading_bot.now(quotes).text == (
        "Quotations with “siege”\n"
        "6. “The siege of the old part of the town, day 5,”\n— Ada Berg\nThe News · 14 December 2016\n"
        "7. “The siege of the old part of the town, day 6,”\n— Ada Berg\nThe News · 14 December 2016"
    )


async def test_words_too_long_for_a_button_say_how_to_see_more(reading_bot: ReadingBot) -> None:
    words = " ".join(f"checkpoint{number}" for number in range(6))
    sayings = tuple(said("Ada Berg", f"{words}, day {number}.") for number in range(7))
    await a_stored_article(reading_bot.store, an_analysis(quotes=sayings))
    (quotes,) = await reading_bot.ask(f"/quotes {words}")
    heading, _, _ = quotes.text.partition("\n")
    assert (heading, shown(quotes)[1][1:]) == (
        f"Quotations with “{words}”, only the newest 5; with fewer words I can show all",
        COPY_FIVE,
    )


async def test_an_article_shows_what_is_quoted_before_what_is_reported(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief aleppo")
    (quotes,) = await reading_bot.press(story, "Quotes")
    assert shown(quotes) == (
        "Quotations · Aleppo deal unravels\n"
        "1. “Hostilities end only in the areas where they surrender,”\n— Bashar Assad, president of Syria\n"
        "2. “They stopped us at the checkpoint.”\n— unattributed: who said it is not certain\n"
        "3. “People say that it was like this before.”\n— Bashar Assad, president of Syria (from the context)"
        "\n4. Russia said it was “complicated.”\n— Russia",
        (COPY_FIVE[0][:4], ("Reported speech ›",)),
    )
    await reading_bot.press(quotes, "Reported speech ›")
    assert shown(reading_bot.now(quotes)) == (
        "Reported speech · Aleppo deal unravels\n\nRussia (as reported): Russia said the deal was back on.",
        (("‹ Back",),),
    )


def copies(message: LocalMessage) -> dict[str, str | None]:
    """What each button that copies copies, by its label."""
    return {each.label: each.copies for row in message.buttons for each in row if each.copies is not None}


async def test_quotations_are_copied_with_who_said_them_by_their_numbers(reading_bot: ReadingBot) -> None:
    too_long = "We held the bridge" + " and the gate" * 20
    alone = "We held the bridge" + " and the gate" * 18
    sayings = [said("Ada Berg", f"{words}.") for words in ("We held the bridge", too_long, alone)]
    await a_stored_article(reading_bot.store, an_analysis(quotes=sayings))
    (quotes,) = await reading_bot.ask("/quotes ada berg")
    assert f"2. “{too_long},”" in quotes.text
    assert copies(quotes) == {"❐ 1": "“We held the bridge,” — Ada Berg", "❐ 3": f"“{alone},”"}
    (story,) = await reading_bot.ask("/brief 1")
    (of_story,) = await reading_bot.press(story, "Quotes")
    assert copies(of_story) == copies(quotes)


async def test_no_page_of_a_story_has_more_than_a_row_of_buttons_that_copy(reading_bot: ReadingBot) -> None:
    sayings = [said("Ada Berg", f"We waited {hours} hours.") for hours in range(2, 17)]
    await a_stored_article(reading_bot.store, an_analysis(quotes=sayings))
    (story,) = await reading_bot.ask("/brief 1")
    (quotes,) = await reading_bot.press(story, "Quotes")
    pages = [shown(quotes)[1]]
    while "More ›" in pages[-1][-1]:
        await reading_bot.press(quotes, "More ›")
        pages.append(shown(reading_bot.now(quotes))[1])
    assert pages == [
        (tuple(f"❐ {number}" for number in range(1, 6)), ("More ›",)),
        (tuple(f"❐ {number}" for number in range(6, 11)), ("‹ Back", "More ›")),
        (tuple(f"❐ {number}" for number in range(11, 16)), ("‹ Back",)),
    ]


async def test_a_quotation_that_stands_alone_has_no_number(reading_bot: ReadingBot) -> None:
    await a_stored_article(
        reading_bot.store,
        an_analysis(quotes=(said("Ada Berg", "We held the bridge until the ferries had left."),)),
    )
    (quotes,) = await reading_bot.ask("/quotes ada berg")
    assert quotes.text.startswith("Quotations of Ada Berg\n“We held the bridge until the ferries had left,”")
    assert copies(quotes) == {
        "Copy the quotation": "“We held the bridge until the ferries had left,” — Ada Berg"
    }


@pytest.mark.parametrize(
    ("action", "answer"),
    [
        pytest.param("s:999", worded(NOT_HERE), id="an article that is gone"),
        pytest.param("a:999", worded(NOBODY_LEFT), id="an actor that is gone"),
        pytest.param(
            "qa:999",
            worded(NOBODY_LEFT),
            id="quotations of an actor that is gone",
        ),
        pytest.param(
            "k:999",
            CAST,
            id="a page that is not there",
        ),
    ],
)
async def test_forged_and_outlived_buttons_get_an_answer(
    reading_bot: ReadingBot, action: str, answer: str
) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief 1")
    below = await reading_bot.press_action(story, action)
    assert [m.text for m in (*below, reading_bot.now(story)) if m.text == answer] == [answer]


async def test_quotes_of_a_name_that_could_be_two_ask_which(reading_bot: ReadingBot) -> None:
    for name in ("Anna Berg", "Otto Berg"):
        words = f"I am {name}, and I have no brother of that name."
        analysis = an_analysis(headline=name, actors=(an_actor(name),), quotes=(said(name, words),))
        await a_stored_article(reading_bot.store, analysis, path=f"{name}.txt")
    (question,) = await reading_bot.ask("/quotes berg")
    assert question.text == "“berg” fits 2 names. Whose words?"
    (quotes,) = await reading_bot.press(question, "Otto Berg")
    assert quotes.text == (
        "Quotations of Otto Berg\n“I am Otto Berg, and I have no brother of that name,”\n"
        "— Otto Berg\nThe News · 14 December 2016"
    )
