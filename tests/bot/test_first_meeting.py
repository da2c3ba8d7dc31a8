"""/start: in three presses editions at one’s hour, by one’s clock, of what one wants."""

from datetime import time

import pytest

from bot.domain.chats import Chat
from bot.domain.meeting import minutes, places, times_of
from bot.localchat.media import location
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
        "Which news?\nWith a name, you get all news, and whatever names them as soon as it comes."
        "\n\nYou can change all of it later: /settings",
        (
            ("Everything",),
            ("All news, and Bashar Assad as it comes",),
            ("All news, and Sergey Lavrov as it comes",),
            ("All news, and Russia as it comes",),
        ),
    )
    assert await mine(bot) is None
    await bot.press(bot.now(first), "All news, and Sergey Lavrov as it comes")
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


async def asked_for_a_city(bot: ReadingBot) -> None:
    (first,) = await bot.ask("/start")
    await bot.press(first, "Noon, 12:00")
    (question,) = await bot.press(bot.now(first), "Another city…")
    assert question.text == "Which city is that? Write its name."
    assert await mine(bot) is None


async def test_another_city_is_asked_for_and_what_is_typed_next_answers(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await asked_for_a_city(bot)
    (third,) = await bot.ask("aleppo")
    assert third.text.startswith("Which news?\n")
    assert await mine(bot) is None
    await bot.press(third, "Everything")
    assert bot.now(third).text.startswith("Subscribed.\nAn edition every day at 12:00.")
    chat = await mine(bot)
    assert chat is not None
    assert (chat.hours, chat.timezone) == ((time(12),), "Asia/Damascus")
    (found,) = await bot.ask("aleppo")  # no answer any more
    assert found.text.startswith("I found nothing on “aleppo”")


async def test_a_wrong_city_is_an_answer_to_the_same_question(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await asked_for_a_city(bot)
    (unknown,) = await bot.ask("Nowheresville")
    assert unknown.text.startswith("I know no city or time zone called “Nowheresville”.")
    (unsure,) = await bot.ask("Alepo")
    assert shown(unsure)[1] == (("Aleppo, Syria · 15:00",),)
    await bot.press(unsure, "Aleppo, Syria · 15:00")
    assert bot.now(unsure).text.startswith("Which news?\n")
    await bot.press(bot.now(unsure), "Everything")
    chat = await mine(bot)
    assert chat is not None
    assert (chat.hours, chat.timezone) == ((time(12),), "Asia/Damascus")


@pytest.mark.parametrize("asked", [True, False])
async def test_a_place_on_the_map_answers_whose_clock_it_is(subscribing_bot: ReadingBot, asked: bool) -> None:
    bot, reader = subscribing_bot, subscribing_bot.telegram.reader
    if asked:
        await asked_for_a_city(bot)
    else:
        (first,) = await bot.ask("/start")
        await bot.press(first, "Noon, 12:00")
    nowhere, aleppo = location(latitude=-60, longitude=-120), location(latitude=36.2, longitude=37.1)
    (unknown,) = await bot.after(reader, lambda: bot.telegram.send_media(reader, nowhere))
    assert unknown.text.startswith("I know no city near there.")
    (third,) = await bot.after(reader, lambda: bot.telegram.send_media(reader, aleppo))
    await bot.press(third, "Everything")
    chat = await mine(bot)
    assert chat is not None
    assert (chat.hours, chat.timezone) == ((time(12),), "Asia/Damascus")


async def test_words_beside_the_second_question_are_read_as_ever(subscribing_bot: ReadingBot) -> None:
    (first,) = await subscribing_bot.ask("/start")
    await subscribing_bot.press(first, "Noon, 12:00")
    (found,) = await subscribing_bot.ask("xqzw")
    assert found.text.startswith("I found nothing on “xqzw”")


async def test_a_late_reply_with_a_city_is_asked_from_the_beginning(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await asked_for_a_city(bot)
    await bot.store.questions.close(bot.telegram.reader.id)
    reader = bot.telegram.reader
    question = bot.telegram.sent(reader)[-1]
    (again,) = await bot.after(reader, lambda: bot.telegram.say(reader, "aleppo", reply_to=question))
    assert "When shall I send you the news?" in again.text


async def test_who_is_subscribed_is_greeted_without_questions(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (welcome,) = await subscribing_bot.ask("/start")
    assert "/brief – the newest stories" in welcome.text
    assert shown(welcome)[1] == ()


async def test_help_in_a_group_marks_what_administrators_alone_can_do(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(admins=[telegram.reader])
    (help_there,) = await subscribing_bot.ask("/help", chat=group)
    assert "/unsubscribe – stop all briefings (administrators only)" in help_there.text
    assert "/help – what I can do\n" in f"{help_there.text}\n"
    (help_here,) = await subscribing_bot.ask("/help")
    assert "administrators only" not in help_here.text


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
