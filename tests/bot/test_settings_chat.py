"""/settings over HTTP: one message that edits itself."""

from datetime import time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import pytest

from bot.chat.settings import OTHERWISE, QUESTIONS
from bot.chat.typed_settings import NO_SPAN
from bot.chat.zone_answers import NO_LIST
from bot.domain.chats import Chat, QuietHours
from bot.domain.questions import OpenQuestion
from bot.domain.subscriptions import SUNDAYS, Destination, toggle_day
from bot.render.clock import days, listed, moment
from bot.store import Store
from tests.bot.chatting import Clock
from tests.bot.chatting import subscribing as subscribing
from tests.bot.library import NOON
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import Served, shown

FIRST_PAGE = (
    ("Hours", "Days", "Length"),
    ("Time zone", "Quiet hours", "Sections"),
    ("Language",),
    ("What comes, and how…",),
    ("Pause…",),
    ("Unsubscribe…",),
)
AS_WORDS = ("Did you mean:", (("Send news: 18:00",),))
MORE = "What comes, and how…"


async def mine(bot: ReadingBot) -> Chat:
    chat = await bot.store.chats.find(bot.telegram.reader.id)
    assert chat is not None
    return chat


async def test_settings_show_everything(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30 18:00")
    (settings,) = await subscribing_bot.ask("/settings")
    assert shown(settings) == (
        "Settings\nAn edition every day at 07:30 and 18:00.\nThe next: today 18:00 (UTC)\n\n"
        "Clock: UTC, 12:00 now\nQuiet hours: none\nAt most 5 stories of 3 sentences",
        FIRST_PAGE,
    )


async def test_the_next_edition_is_told_by_the_reader_s_own_clock(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 18:00")
    (settings,) = await subscribing_bot.ask("/settings")
    (moment,) = [entity for entity in settings.entities if entity.type == "date_time"]
    told = settings.text[moment.offset : moment.offset + moment.length]
    assert (told, moment.unix_time) == ("today 18:00 (UTC)", int(NOON.replace(hour=18).timestamp()))
    assert moment.date_time_format == "wDt"


async def test_who_never_subscribed_can_begin_here(subscribing_bot: ReadingBot) -> None:
    (settings,) = await subscribing_bot.ask("/settings")
    assert settings.text.startswith(
        "Settings\nThis chat is not subscribed, so nothing comes. /subscribe starts it.\n"
    )
    await subscribing_bot.press(settings, MORE)
    await subscribing_bot.press(settings, "Each new article")
    assert (await mine(subscribing_bot)).subscribed
    await subscribing_bot.press(settings, "✓ Each new article")
    assert not (await mine(subscribing_bot)).subscribed


@pytest.mark.parametrize(
    ("page", "presses", "changed"),
    [
        pytest.param("Hours", ["09:00", "✓ 07:30"], {"hours": (time(9),)}, id="hours"),
        pytest.param("Days", ["✓ Sat", "✓ Sun"], {"days": (True,) * 5 + (False,) * 2}, id="days"),
        pytest.param("Length", ["10", "1 sentence"], {"stories": 10, "sentences": 1}, id="length"),
        pytest.param(
            "Quiet hours",
            ["22:00 – 07:00"],
            {"quiet": QuietHours(start=time(22), end=time(7))},
            id="quiet hours",
        ),
        pytest.param("Quiet hours", ["22:00 – 07:00", "None"], {"quiet": None}, id="no quiet hours"),
        pytest.param(MORE, ["The week"], {"weekly": True}, id="the week"),
        pytest.param(MORE, ["The week", "✓ The week"], {"weekly": False}, id="no week"),
        pytest.param(MORE, ["Silent"], {"silent": True}, id="silent"),
        pytest.param(MORE, ["✓ Full text"], {"link_full_text": False}, id="no full text"),
        pytest.param(MORE, ["Whole stories"], {"whole_stories": True}, id="whole stories"),
        pytest.param(MORE, ["Say when nothing is new"], {"say_nothing_new": True}, id="nothing new"),
    ],
)
async def test_one_message_changes_everything(
    subscribing_bot: ReadingBot, page: str | None, presses: list[str], changed: dict[str, object]
) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask("/settings")
    below = [await subscribing_bot.press(settings, label) for label in ([page] if page else []) + presses]
    chat = await mine(subscribing_bot)
    assert {name: getattr(chat, name) for name in changed} == changed
    assert below == [()] * len(below)  # it edited itself


@pytest.mark.parametrize("action", ["un", "sx"])
async def test_unsubscribing_is_asked_about_first(subscribing_bot: ReadingBot, action: str) -> None:
    bot = subscribing_bot
    await bot.ask("/subscribe 07:30")
    (settings,) = await bot.ask("/settings")
    assert ("Unsubscribe…",) in shown(settings)[1]
    (question,) = await bot.press_action(settings, action)
    assert shown(question) == ("Shall I stop sending news here?", (("Yes, stop",), ("Change when it comes",)))
    assert (await mine(bot)).subscribed
    await bot.press(question, "Yes, stop")
    assert not (await mine(bot)).subscribed


async def test_the_last_day_stays_and_it_is_said_where_to_pause(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await bot.ask("/subscribe sunday 07:30")
    (page,) = await bot.ask("/settings days")
    await bot.press_action(page, "sd:6")
    assert (await mine(bot)).days == SUNDAYS
    told = bot.telegram.answers[-1]
    assert (told.text, told.alert) == (
        "At least one day stays. To get nothing for a while, press Pause… under Settings.",
        True,
    )


async def test_every_page_leads_back(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask("/settings")
    for page in ("Hours", "Days", "Length", "Time zone", "Quiet hours", MORE):
        await subscribing_bot.press(settings, page)
        assert subscribing_bot.now(settings).text.startswith(f"{page.rstrip('…')}\n")
        await subscribing_bot.press(settings, "‹ All settings")
        assert shown(subscribing_bot.now(settings))[1] == FIRST_PAGE


async def test_the_hour_of_the_daily_summary_is_chosen(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await bot.ask("/follow siege")
    (settings,) = await bot.ask("/settings more")
    await bot.press(settings, "Daily summary")
    assert (await mine(bot)).followed_at == time(18)
    await bot.press(bot.now(settings), "Summary at 18:00…")
    text, buttons = shown(bot.now(settings))
    assert text.startswith("Daily summary: what you follow comes once a day at 18:00, not each at once")
    assert "✓ 18:00" in chain.from_iterable(buttons)
    await bot.press(bot.now(settings), "20:00")
    assert (await mine(bot)).followed_at == time(20)
    assert "✓ 20:00" in chain.from_iterable(shown(bot.now(settings))[1])
    assert "✓ 18:00" not in chain.from_iterable(shown(bot.now(settings))[1])
    (all_settings,) = await bot.ask("/settings")
    assert "A daily summary of what you follow at 20:00." in all_settings.text


async def test_what_a_switch_means_stands_beside_it(subscribing_bot: ReadingBot) -> None:
    (settings,) = await subscribing_bot.ask("/settings more")
    assert shown(settings) == (
        "What comes, and how\n"
        "Each new article: it comes at once, and not only in an edition\n"
        "The week: its stories, people and quotations come on Sundays, too\n"
        "Daily summary: what you follow comes once a day at 18:00, not each at once\n"
        "Only followed: editions leave out what you do not follow\n"
        "Silent: messages come without a sound\n"
        "Full text: a button under each story shows all of it\n"
        "Whole stories: a message for each story comes, in place of one that lists them\n"
        "Say when nothing is new: a short note comes in place of an empty edition",
        (
            ("Each new article",),
            ("The week",),
            ("Daily summary",),
            ("Only followed",),
            ("Silent",),
            ("✓ Full text",),
            ("Whole stories",),
            ("Say when nothing is new",),
            ("‹ All settings",),
        ),
    )


async def test_the_last_day_stays(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    chat = await mine(subscribing_bot)
    for day in range(7):
        chat = toggle_day(chat, day)
    assert chat.days == (False,) * 6 + (True,)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param(
            "/settings hours 8 20:15", {"hours": (time(7, 30), time(8), time(20, 15))}, id="hours are added"
        ),
        pytest.param("/settings hours only 8", {"hours": (time(8),)}, id="only these hours"),
        pytest.param("/settings hours none", {"hours": (), "subscribed": False}, id="no hours"),
        pytest.param("/settings every day at 7", {"hours": (time(7), time(7, 30))}, id="no setting's name"),
        pytest.param("/settings weekends", {"days": (False,) * 5 + (True,) * 2}, id="days"),
        pytest.param("/settings length: short", {"sentences": 1, "hours": (time(7, 30),)}, id="short"),
        pytest.param("/settings week", {"weekly": True}, id="the week"),
        pytest.param("/settings week on sundays", {"weekly": True}, id="the week, on its day"),
        pytest.param("/settings sundays", {"weekly": True, "days": (True,) * 7}, id="Sundays"),
        pytest.param(
            "/settings days sundays", {"days": SUNDAYS, "weekly": False}, id="days that are Sundays"
        ),
        pytest.param("/settings week off", {"weekly": False}, id="no week"),
        pytest.param("/settings silent", {"silent": True}, id="silent"),
        pytest.param("/settings silent off", {"silent": False}, id="not silent"),
        pytest.param("/settings whole stories", {"whole_stories": True}, id="whole stories"),
        pytest.param("/settings full text off", {"link_full_text": False}, id="no full text"),
        pytest.param("/settings time zone Aleppo", {"timezone": "Asia/Damascus"}, id="in two words"),
        pytest.param("/settings clock Aleppo time", {"timezone": "Asia/Damascus"}, id="a city's time"),
        pytest.param(
            "/settings quiet 22 to 7", {"quiet": QuietHours(start=time(22), end=time(7))}, id="quiet hours"
        ),
        pytest.param("/settings quiet 7:00 to 7:00", {"quiet": None}, id="start equal to end means none"),
        pytest.param("/settings summary 19:30", {"followed_at": time(19, 30)}, id="a daily summary"),
        pytest.param("/settings daily summary at 8 pm", {"followed_at": time(20)}, id="by the English clock"),
        pytest.param("/settings summary off", {"followed_at": None}, id="no daily summary"),
        pytest.param("/settings timezone Aleppo", {"timezone": "Asia/Damascus"}, id="a city"),
        pytest.param("/settings City ALEPPO", {"timezone": "Asia/Damascus"}, id="in capitals"),
    ],
)
async def test_settings_by_words(subscribing_bot: ReadingBot, asked: str, answer: dict[str, object]) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    await subscribing_bot.ask(asked)
    chat = await mine(subscribing_bot)
    assert {name: getattr(chat, name) for name in answer} == answer


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("/settings quiet late", worded(NO_SPAN)),
        ("/settings timezone the unreadable", worded(NO_LIST)),
        (
            "/settings timezone <b>",
            "I know no city or time zone called “<b>”."
            " Write a larger city with the same clock, for example: Berlin",
        ),
    ],
)
async def test_settings_by_words_that_mean_nothing(
    subscribing_bot: ReadingBot, asked: str, answer: str
) -> None:
    assert [m.text for m in await subscribing_bot.ask(asked)] == [answer]


@pytest.mark.parametrize(("words", "word"), [("8 and 9", "8 and 9"), ("soon", "soon"), ("week", "week")])
async def test_a_daily_summary_has_one_hour(subscribing_bot: ReadingBot, words: str, word: str) -> None:
    (answer,) = await subscribing_bot.ask(f"/settings summary {words}")
    assert answer.text.startswith(f"I do not understand “{word}”, so I changed nothing.")
    assert await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id) is None


async def test_one_of_two_cities_is_chosen_by_a_button(subscribing_bot: ReadingBot) -> None:
    (question,) = await subscribing_bot.ask("/settings timezone Paris")
    assert shown(question) == (
        "Which place do you mean by “Paris”? The time there now stands beside it.",
        (("Paris, France · 14:00",), ("Paris, United States · 07:00",)),
    )
    await subscribing_bot.press(question, "Paris, France · 14:00")
    assert (await mine(subscribing_bot)).timezone == "Europe/Paris"


async def test_cities_of_one_name_are_told_apart_by_their_clocks(subscribing_bot: ReadingBot) -> None:
    (question,) = await subscribing_bot.ask("/settings timezone Portland")
    assert shown(question)[1] == (
        ("Portland, United States · Los Angeles · 05:00",),
        ("Portland, United States · New York · 08:00",),
        ("Portland, Australia · 22:00",),
    )
    await subscribing_bot.press(question, "Portland, United States · New York · 08:00")
    assert (await mine(subscribing_bot)).timezone == "America/New_York"


@pytest.mark.parametrize(
    ("asked", "choices"),
    [
        ("/settings timezone UK time", ("London · 13:00",)),
        ("/settings timezone Moscow time", ("Moscow · 15:00",)),
        ("/settings timezone Alepo", ("Aleppo, Syria · 15:00",)),
    ],
    ids=["a clock's name", "a city's time", "typed nearly so"],
)
async def test_a_clock_that_could_be_several_is_asked_back(
    subscribing_bot: ReadingBot, asked: str, choices: tuple[str, ...]
) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (question,) = await subscribing_bot.ask(asked)
    assert tuple(label for (label,) in shown(question)[1]) == choices
    assert (await mine(subscribing_bot)).timezone is None
    await subscribing_bot.press(question, choices[0])
    assert (await mine(subscribing_bot)).timezone is not None


@pytest.mark.parametrize("words", ["soon", "7 CET", "at", "everything else", "off"])
async def test_what_no_setting_means_is_answered_with_what_one_can_write(
    subscribing_bot: ReadingBot, words: str
) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    before = await mine(subscribing_bot)
    (answer,) = await subscribing_bot.ask(f"/settings {words}")
    assert answer.text.startswith("I do not understand “")
    assert "quiet 22:00 to 07:00" in answer.text
    assert await mine(subscribing_bot) == before


@pytest.mark.parametrize(
    ("name", "wrong", "right", "changed"),
    [
        ("zone", "Atlantis", "Aleppo", {"timezone": "Asia/Damascus"}),
        ("zone", "CET", "Aleppo", {"timezone": "Asia/Damascus"}),
        ("hours", "soon", "18:00", {"hours": (time(7, 30), time(18))}),
        ("quiet", "late", "22 to 7", {"quiet": QuietHours(start=time(22), end=time(7))}),
    ],
)
async def test_a_wrong_answer_may_be_followed_by_another(
    subscribing_bot: ReadingBot, name: str, wrong: str, right: str, changed: dict[str, object]
) -> None:
    telegram = subscribing_bot.telegram
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask("/settings")
    await subscribing_bot.press_action(settings, f"ask:{name}")
    await subscribing_bot.ask(wrong)
    (second,) = await subscribing_bot.ask(f"{wrong}!")
    await subscribing_bot.after(
        telegram.reader, lambda: telegram.say(telegram.reader, right, reply_to=second)
    )
    chat = await mine(subscribing_bot)
    assert {field: getattr(chat, field) for field in changed} == changed
    (after,) = await subscribing_bot.ask("18:30")
    assert after.text == "Did you mean:"


async def test_settings_close_the_question(subscribing_bot: ReadingBot) -> None:
    (settings,) = await subscribing_bot.ask("/settings")
    await subscribing_bot.press_action(settings, "ask:hours")
    await subscribing_bot.ask("/settings")
    (answer,) = await subscribing_bot.ask("18:00")
    assert shown(answer) == AS_WORDS


async def test_a_setting_s_name_alone_opens_its_page(subscribing_bot: ReadingBot) -> None:
    (page,) = await subscribing_bot.ask("/settings quiet hours")
    assert page.text.startswith("Quiet hours\n")


async def test_who_unsubscribed_sees_it(subscribing_bot: ReadingBot) -> None:
    for asked in ("/subscribe 07:30", "/follow siege", "/unsubscribe"):
        await subscribing_bot.ask(asked)
    (settings,) = await subscribing_bot.ask("/settings")
    assert settings.text.splitlines()[1].startswith("This chat is not subscribed")
    (followed,) = await subscribing_bot.ask("/follow")
    assert followed.text.splitlines()[-1].startswith("This chat is not subscribed")


@pytest.mark.parametrize("by_reply", [True, False], ids=["replied", "written next"])
async def test_a_city_is_typed_after_a_question(subscribing_bot: ReadingBot, *, by_reply: bool) -> None:
    telegram = subscribing_bot.telegram
    (settings,) = await subscribing_bot.ask("/settings")
    await subscribing_bot.press(settings, "Time zone")
    (question,) = await subscribing_bot.press(settings, "Write a city…")
    assert question.text == worded(QUESTIONS["zone"])
    (answer,) = await subscribing_bot.after(
        telegram.reader,
        lambda: telegram.say(telegram.reader, "Aleppo", reply_to=question if by_reply else None),
    )
    assert "Clock: Asia/Damascus, 15:00 now" in answer.text.splitlines()


async def test_a_question_is_forgotten_after_a_while(served_telegram: Served, one_store: Store) -> None:
    clock = Clock()
    async with subscribing(served_telegram, one_store, clock=clock) as bot:
        (settings,) = await bot.ask("/settings")
        await bot.press_action(settings, "ask:hours")
        clock.now += timedelta(minutes=6)
        (answer,) = await bot.ask("18:00")
        assert shown(answer) == AS_WORDS


async def test_a_question_is_answered_in_another_process_and_after_a_restart(
    served_telegram: Served, store: Store
) -> None:
    async with subscribing(served_telegram, store) as bot:
        (settings,) = await bot.ask("/settings")
        await bot.press_action(settings, "ask:hours")
    async with subscribing(served_telegram, store) as bot:
        (answer,) = await bot.ask("18:00")
        assert "at 18:00" in answer.text
        (after,) = await bot.ask("18:30")
        assert after.text == "Did you mean:"


async def test_two_chats_are_asked_each_their_own(subscribing_bot: ReadingBot) -> None:
    bot, other = subscribing_bot, subscribing_bot.telegram.add_user("Otto")
    (settings,) = await bot.ask("/settings")
    await bot.press_action(settings, "ask:zone")
    (theirs,) = await bot.ask("18:00", user=other)
    assert shown(theirs) == AS_WORDS
    (mine_,) = await bot.ask("Aleppo")
    assert "Clock: Asia/Damascus" in mine_.text


async def test_old_questions_are_forgotten(one_store: Store) -> None:
    await one_store.questions.put(7, OpenQuestion(name="zone", about="u:1", asked_at=NOON))
    await one_store.questions.put(7, OpenQuestion(name="hours", asked_at=NOON))
    person = Destination.of_person(7)
    assert (await one_store.chats.met(person)).asked == OpenQuestion(name="hours", asked_at=NOON)
    await one_store.questions.forget_old(now=NOON + timedelta(days=2))
    assert (await one_store.chats.met(person)).asked is None


async def test_what_comes_after_a_city_that_is_not_known_is_another_try(subscribing_bot: ReadingBot) -> None:
    (unknown,) = await subscribing_bot.ask("/settings timezone Nowheresville")
    assert unknown.text.startswith("I know no city or time zone called “Nowheresville”.")
    (settings,) = await subscribing_bot.ask("Aleppo")
    assert settings.text.startswith("Settings\n")
    chat = await mine(subscribing_bot)
    assert chat is not None
    assert chat.timezone == "Asia/Damascus"


async def test_a_group_is_not_asked_but_told_how(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(admins=[telegram.reader])
    (settings,) = await subscribing_bot.ask("/settings", chat=group)
    assert settings.text.startswith("Settings of this group · Newsroom\n")
    (answer,) = await subscribing_bot.press_action(settings, "ask:zone")
    assert answer.text == worded(OTHERWISE["zone"])


async def test_forged_numbers_are_taken_for_the_nearest(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask("/settings")
    for action in ("sn:999", "ss:0", "sh:9999", "sq:9999:1", "tz:Nowhere/Else"):
        await subscribing_bot.press_action(settings, action)
    chat = await mine(subscribing_bot)
    assert (chat.stories, chat.sentences, len(chat.hours), chat.timezone) == (20, 1, 2, None)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ((True,) * 7, "every day"),
        ((True,) * 5 + (False,) * 2, "on weekdays"),
        ((False,) * 5 + (True,) * 2, "on weekends"),
        ((True, False, False, True, False, False, False), "on Mon and Thu"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_days_are_named(chosen: tuple[bool, ...], said: str) -> None:
    assert worded(days(chosen)) == said


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (timedelta(hours=1), "today 16:00"),
        (timedelta(hours=12), "tomorrow 03:00"),
        (timedelta(days=3), "Sat 27 Apr 15:00"),
        (timedelta(days=-1), "yesterday 15:00"),
    ],
    ids=["today", "tomorrow", "a day by its name", "yesterday"],
)
def test_moments_are_named_by_the_reader_s_clock(later: timedelta, said: str) -> None:
    assert worded(moment(NOON + later, zone=ZoneInfo("Asia/Damascus"), now=NOON)) == said


def test_lists_read_aloud() -> None:
    assert [worded(listed(parts)) for parts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


async def test_settings_tell_when_the_week_comes(subscribing_bot: ReadingBot) -> None:
    (answer,) = await subscribing_bot.ask("/subscribe week")
    week = "The week on Sundays at 07:30.\nThe next: Sun 28 Apr 07:30 (UTC)"
    assert answer.text == f"Subscribed.\n{week}"
    await subscribing_bot.ask("/subscribe weekdays at 18:00")
    (settings,) = await subscribing_bot.ask("/settings")
    assert settings.text.startswith(
        "Settings\nAn edition on weekdays at 18:00.\nThe week on Sundays at 18:00.\n"
        "The next: today 18:00 (UTC)\n"
    )
    (question,) = await subscribing_bot.ask("/unsubscribe")
    assert (await mine(subscribing_bot)).weekly is False
    (question,) = await subscribing_bot.ask("/subscribe")
    await subscribing_bot.press(question, "The week, on Sundays")
    assert (await mine(subscribing_bot)).weekly
