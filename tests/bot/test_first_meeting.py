"""/start: in three presses editions at one’s hour, by one’s clock, of what one wants."""

from datetime import time

import pytest

from bot.domain.chats import Chat
from bot.domain.meeting import minutes, places, times_of
from bot.store import Store
from tests.bot.chatting import subscribing
from tests.bot.front_page import a_front_page
from tests.bot.library import a_stored_article, an_analysis
from tests.bot.running import ReadingBot
from tests.bot.test_handlers_reading_door import InviteDoor
from tests.telegram import Served, shown

FIRST = """News, briefly, in the articles’ own words.
What happened, who is in it, who said what: nothing is rewritten.

Talks <open> & stall
The Post · GENEVA · 16 December 2016

When shall I send you the news?

Or just write what you want to know: a name, a few words. /help shows more."""
WHEN = (
    ("Mornings, 07:30", "Noon, 12:00"),
    ("Evenings, 18:00", "Twice, 07:30 and 18:00"),
    ("Read it now",),
)


async def mine(bot: ReadingBot) -> Chat | None:
    return await bot.store.chats.find(bot.telegram.reader.id)


async def test_three_presses_subscribe_with_hour_clock_and_name(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await a_front_page(bot.store)
    (first,) = await bot.ask("/start")
    assert shown(first) == (FIRST, WHEN)
    assert await bot.press(first, "Evenings, 18:00") == ()
    assert bot.now(first).text.startswith("What does your clock show?\n")
    assert await mine(bot) is None
    await bot.press(bot.now(first), "Berlin · 14:00")
    assert shown(bot.now(first)) == (
        "Which news?\n\nYou can change all of it later: /settings",
        (
            ("Everything",),
            ("Everything, and Bashar Assad at once",),
            ("Everything, and Sergey Lavrov at once",),
            ("Everything, and Russia at once",),
        ),
    )
    assert await mine(bot) is None
    await bot.press(bot.now(first), "Everything, and Sergey Lavrov at once")
    assert bot.now(first).text.startswith("Subscribed.\nAn edition every day at 18:00.")
    chat = await mine(bot)
    assert chat is not None
    assert (chat.subscribed, chat.hours, chat.timezone) == (True, (time(18),), "Europe/Berlin")
    await bot.press(bot.now(first), "The newest stories")
    assert bot.now(first).text.startswith("1. Talks")
    (follows,) = await bot.ask("/follow")
    assert "Sergey Lavrov" in follows.text


async def test_a_section_is_chosen(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    paper = an_analysis(headline="Harbour opens", section="Business")
    await a_stored_article(bot.store, paper, path="open.txt")
    (first,) = await bot.ask("/start")
    await bot.press(first, "Twice, 07:30 and 18:00")
    await bot.press(bot.now(first), "London · 13:00")
    await bot.press(bot.now(first), "Business")
    chat = await mine(bot)
    assert chat is not None
    assert (chat.hours, chat.sections) == ((time(7, 30), time(18)), ("business",))


@pytest.mark.parametrize(
    ("analysed", "told"), [((True, False), "Harbour opens"), ((False, False), "Le port est ouvert")]
)
async def test_a_newcomer_is_shown_what_can_be_summarised(
    subscribing_bot: ReadingBot, analysed: tuple[bool, bool], told: str
) -> None:
    bot = subscribing_bot
    for name, read in zip(("Harbour opens", "Le port est ouvert"), analysed, strict=True):
        paper = an_analysis(headline=name, sentences=(f"{name}.",), analysed=read)
        await a_stored_article(bot.store, paper, path=f"{name}.txt")
    (first,) = await bot.ask("/start")
    assert told in first.text


async def test_a_bot_without_articles_asks_all_the_same(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    (first,) = await bot.ask("/start")
    assert shown(first)[1] == WHEN[:2]
    for button in ("Noon, 12:00", "Moscow · 15:00", "Everything"):
        await bot.press(bot.now(first), button)
    chat = await mine(bot)
    assert chat is not None
    assert (chat.hours, chat.timezone) == ((time(12),), "Europe/Moscow")


async def test_a_clock_that_is_not_there_is_told_after_the_order(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    (first,) = await bot.ask("/start")
    await bot.press(first, "Noon, 12:00")
    await bot.press(bot.now(first), "Another city")
    text, buttons = shown(bot.now(first))
    assert text.startswith("Subscribed.\n")
    assert ("Set the time zone", "Settings") in buttons


async def test_who_is_subscribed_is_greeted_without_questions(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (welcome,) = await subscribing_bot.ask("/start")
    assert "/brief – the newest stories" in welcome.text
    assert shown(welcome)[1] == ()


async def test_a_group_is_greeted_without_questions(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(admins=[telegram.reader])
    (welcome,) = await subscribing_bot.ask("/start", chat=group)
    assert shown(welcome)[1] == ()


@pytest.mark.parametrize(
    ("action", "hours", "zone"),
    [
        ("m:9999:Europe/Berlin:0", (time(22, 39),), "Europe/Berlin"),
        ("m:450.450:Nowhere/Else:0", (time(7, 30),), None),
        ("m:450:europe/berlin:s999999999999999999", (time(7, 30),), "Europe/Berlin"),
        ("m:450:UTC:a999999999999999999", (time(7, 30),), "UTC"),
        ("m:450:Europe/Berlin", None, None),
        ("m:450.1.2:Europe/Berlin:0", None, None),
        ("m:", None, None),
        ("m:450:Europe/Berlin:x1", None, None),
    ],
)
async def test_forged_answers(
    subscribing_bot: ReadingBot, action: str, hours: tuple[time, ...] | None, zone: str | None
) -> None:
    (first,) = await subscribing_bot.ask("/start")
    await subscribing_bot.press_action(first, action)
    chat = await mine(subscribing_bot)
    assert (chat.hours if chat else None) == hours
    assert (chat.timezone if chat else None) == zone


async def test_an_invitation_leads_to_the_questions_and_a_stranger_is_told_nothing(
    served_telegram: Served, one_store: Store
) -> None:
    await a_front_page(one_store)
    async with subscribing(served_telegram, one_store, door=InviteDoor()) as bot:
        (refused,) = await bot.ask("/start")
        assert "Talks" not in refused.text
        assert shown(refused)[1] == ()
        assert await bot.press_action(refused, "m:450:UTC:0") == ()
        assert await mine(bot) is None
        (first,) = await bot.ask("/start let-me-in")
        assert shown(first) == (FIRST, WHEN)


def test_hours_are_carried_by_buttons() -> None:
    assert times_of(minutes((time(7, 30), time(18)))) == (time(7, 30), time(18))


@pytest.mark.parametrize(
    ("language", "zone", "first"),
    [
        ("fa", "UTC", ("Tehran", "Asia/Tehran")),
        ("pt-BR", "UTC", ("São Paulo", "America/Sao_Paulo")),
        ("en", "America/New_York", ("New York", "America/New_York")),
        (None, "Europe/Berlin", ("Berlin", "Europe/Berlin")),
        ("xx", "UTC", ("London", "Europe/London")),
    ],
)
def test_the_likeliest_clocks_are_offered_first(
    language: str | None, zone: str, first: tuple[str, str]
) -> None:
    offered = places(language, zone)
    assert offered[0] == first
    assert len(offered) == len(dict(offered)) == 8
