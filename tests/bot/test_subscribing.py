"""/subscribe, /unsubscribe and /forget over HTTP, as people in a chat do it."""

from dataclasses import replace
from datetime import time

import pytest

from bot.chat.administrators import ADMINS_ONLY, TOO_OLD
from bot.chat.clocktimes import time_of_day
from bot.chat.forgetting import FORGOTTEN, NOTHING_KEPT, STAYS
from bot.chat.spans import Between, between
from bot.chat.subscribing import ENDED, NOTHING_TO_END
from bot.domain.chats import Chat
from bot.domain.subscriptions import EVERY_DAY, ORDERS, WEEKDAYS, SubscribeOrder
from bot.render.subscribing import UNDERSTOOD
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import shown

MORNING, EVENING = time(7, 30), time(18)


async def known(bot: ReadingBot, telegram_id: int, thread_id: int = 0) -> Chat:
    chat = await bot.store.chats.find(telegram_id, thread_id)
    assert chat is not None
    return chat


def ordered(chat: Chat) -> SubscribeOrder:
    assert chat.subscribed
    return SubscribeOrder(
        hours=chat.hours, days=chat.days, each_new=chat.each_new, followed_only=chat.followed_only or None
    )


@pytest.mark.parametrize(
    ("word", "at"),
    [
        pytest.param("07:30", MORNING, id="as told"),
        pytest.param("7:30", MORNING, id="one digit"),
        pytest.param("7.30", MORNING, id="a full stop"),
        pytest.param("7h30", MORNING, id="as in French"),
        pytest.param("18", EVENING, id="the hour alone"),
        pytest.param("6pm", EVENING, id="after noon"),
        pytest.param("12am", time(0), id="midnight"),
        pytest.param("24:00", None, id="no such hour"),
        pytest.param("07:60", None, id="no such minute"),
        pytest.param("13pm", None, id="no such hour of a half day"),
        pytest.param("0730", MORNING, id="four digits"),
        pytest.param("noon", time(12), id="noon"),
        pytest.param("730", None, id="three digits, which could be cut in two places"),
        pytest.param("soon", None, id="a word"),
        pytest.param("١٨", EVENING, id="Arabic digits"),
    ],
)
def test_times_are_read_as_people_type_them(word: str, at: time | None) -> None:
    assert time_of_day(word) == at


@pytest.mark.parametrize(
    ("words", "span"),
    [
        pytest.param("22:00 to 07:00", Between(time(22), time(7)), id="to"),
        pytest.param("22-7", Between(time(22), time(7)), id="a hyphen"),
        pytest.param("10pm 7am", Between(time(22), time(7)), id="a space"),
        pytest.param("from 10 pm until 7 a.m.", Between(time(22), time(7)), id="in words"),
        pytest.param("8 to 10 pm", Between(time(20), time(22)), id="both in the evening"),
        pytest.param("9 to 5 in the morning", Between(time(9), time(5)), id="one in the morning"),
        pytest.param("10 to 12 at night", Between(time(22), time(0)), id="until midnight"),
        pytest.param("9 am to 5", Between(time(9), time(17)), id="until the afternoon"),
        pytest.param("08:00 to 10 pm", Between(time(8), time(22)), id="by the clock of 24 hours"),
        pytest.param("evening 8 to 10", Between(time(20), time(22)), id="a part that leads"),
        pytest.param("evening 10 to 7", Between(time(22), time(7)), id="a part that leads into the night"),
        pytest.param("between 22 and 7", Between(time(22), time(7)), id="between"),
        pytest.param("seven to nine in the evening", Between(time(19), time(21)), id="numbers in words"),
        pytest.param("every day from 22 to 7", None, id="days, too"),
        pytest.param("22 to 22", None, id="the same twice"),
        pytest.param("off", Between(time(0), time(0)), id="none"),
        pytest.param("22:00", None, id="one time"),
        pytest.param("late to early", None, id="no times"),
    ],
)
def test_spans_are_read(words: str, span: Between | None) -> None:
    assert between(words) == span


async def test_hours_are_ordered_by_words(subscribing_bot: ReadingBot) -> None:
    (answer,) = await subscribing_bot.ask("/subscribe 18:00 07:30")
    assert shown(answer) == (
        "Subscribed.\nAn edition every day at 07:30 and 18:00.\nThe next: today 18:00 (UTC)\n\n"
        "These times are UTC. Set your own time zone below.",
        (("Set the time zone", "Settings"),),
    )
    chat = await known(subscribing_bot, subscribing_bot.telegram.reader.id)
    assert ordered(chat) == SubscribeOrder(hours=(MORNING, EVENING), days=EVERY_DAY)


@pytest.mark.parametrize(
    ("before", "hours"),
    [
        pytest.param(["/subscribe 09:15 18:00"], (time(9, 15), EVENING), id="those ordered before"),
        pytest.param([], (MORNING,), id="in the morning where none were"),
        pytest.param(["/subscribe 18:00", "/unsubscribe"], (MORNING,), id="not those that were ended"),
    ],
)
@pytest.mark.parametrize(
    ("asked", "days"), [("daily", EVERY_DAY), ("weekdays", WEEKDAYS)], ids=["daily", "weekdays"]
)
async def test_days_alone_keep_the_hours(
    subscribing_bot: ReadingBot,
    before: list[str],
    hours: tuple[time, ...],
    asked: str,
    days: tuple[bool, ...],
) -> None:
    for order in before:
        await subscribing_bot.ask(order)
    (answer,) = await subscribing_bot.ask(f"/subscribe {asked}")
    assert answer.text.startswith("Subscribed.\n")
    chat = await known(subscribing_bot, subscribing_bot.telegram.reader.id)
    assert ordered(chat) == SubscribeOrder(hours=hours, days=days)


@pytest.mark.parametrize(
    ("label", "choice"),
    [
        ("Every day at 07:30", "daily"),
        ("Weekdays at 07:30", "weekdays"),
        ("Twice a day, 07:30 and 18:00", "twice"),
        ("Each new article", "new"),
    ],
)
async def test_a_button_orders(subscribing_bot: ReadingBot, label: str, choice: str) -> None:
    (question,) = await subscribing_bot.ask("/subscribe")
    assert await subscribing_bot.press(question, label) == ()
    assert subscribing_bot.now(question).text.startswith("Subscribed.\n")
    chat = await known(subscribing_bot, subscribing_bot.telegram.reader.id)
    assert ordered(chat) == replace(ORDERS[choice], days=ORDERS[choice].days or EVERY_DAY)


async def test_what_is_followed_is_ordered_and_begins_with_the_first_follow(
    subscribing_bot: ReadingBot,
) -> None:
    (question,) = await subscribing_bot.ask("/subscribe")
    await subscribing_bot.press(question, "Only what I follow")
    assert subscribing_bot.now(question).text == (
        "Almost done.\nNow say what to follow."
        " Write /follow and a name or a topic, for example: /follow cease-fire"
    )
    reader = subscribing_bot.telegram.reader.id
    assert not (await known(subscribing_bot, reader)).subscribed
    await subscribing_bot.ask("/follow siege")
    assert ordered(await known(subscribing_bot, reader)) == SubscribeOrder(days=EVERY_DAY, followed_only=True)


async def test_a_word_that_is_not_understood_is_named_and_changes_nothing(
    subscribing_bot: ReadingBot,
) -> None:
    await subscribing_bot.ask("/subscribe 18:00")
    (answer,) = await subscribing_bot.ask("/subscribe 7:30 <soon>")
    first, *understood, example = answer.text.splitlines()
    assert first == "I do not understand “<soon>”, so I changed nothing. You can write:"
    assert understood[:-1] == [worded(line) for line in UNDERSTOOD]
    assert example == "For example: /subscribe weekdays at 7 and 18:30"
    assert (await known(subscribing_bot, subscribing_bot.telegram.reader.id)).hours == (EVENING,)


async def test_hours_come_to_those_ordered_before_and_a_button_keeps_the_new_ones_only(
    subscribing_bot: ReadingBot,
) -> None:
    await subscribing_bot.ask("/subscribe 07:30 new")
    (answer,) = await subscribing_bot.ask("/subscribe 18:00")
    assert shown(answer) == (
        "Subscribed.\nAn edition every day at 07:30 and 18:00.\nThe next: today 18:00 (UTC)\n"
        "Each new article as it comes.\n\n"
        "These times are UTC. Set your own time zone below.",
        (("Only at 18:00",), ("Set the time zone", "Settings")),
    )
    await subscribing_bot.press(answer, "Only at 18:00")
    chat = await known(subscribing_bot, subscribing_bot.telegram.reader.id)
    assert ordered(chat) == SubscribeOrder(hours=(EVENING,), days=EVERY_DAY, each_new=True)


async def test_subscribe_alone_tells_what_is_ordered_by_now(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 18:00")
    (question,) = await subscribing_bot.ask("/subscribe")
    assert question.text.splitlines()[:2] == ["You get this now", "An edition every day at 18:00."]


async def test_what_was_ordered_is_told_in_the_answer(subscribing_bot: ReadingBot) -> None:
    answers = [
        (await subscribing_bot.ask(f"/subscribe {words}"))[0].text.split("\n\n")[0].splitlines()
        for words in ("18:00 followed", "short", "new", "everything")
    ]
    edition, coming = "An edition of what you follow every day at 18:00.", "The next: today 18:00 (UTC)"
    nothing = "You follow nothing yet, so nothing comes. Write /follow and a name or a topic."
    empty = "You follow nothing yet, so editions stay empty. Write /follow and a name or a topic."
    each = "Each new article as it comes."
    assert answers == [
        ["Subscribed.", edition, coming, nothing],
        ["Subscribed.", edition, coming, nothing, "At most 5 stories of 1 sentence"],
        ["Subscribed.", edition, coming, each, empty],
        ["Subscribed.", "An edition every day at 18:00.", coming, each],
    ]


async def test_unsubscribing_ends_all(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 7:30 new")
    answers = [(await subscribing_bot.ask("/unsubscribe"))[0].text for _ in range(2)]
    assert answers == [worded(ENDED), worded(NOTHING_TO_END)]
    chat = await known(subscribing_bot, subscribing_bot.telegram.reader.id)
    assert (chat.subscribed, chat.hours, chat.each_new) == (False, (), False)


async def test_following_again_does_not_bring_ended_editions_back(subscribing_bot: ReadingBot) -> None:
    for asked in ("/subscribe 7:30", "/unsubscribe", "/follow siege"):
        await subscribing_bot.ask(asked)
    chat = await known(subscribing_bot, subscribing_bot.telegram.reader.id)
    assert (chat.subscribed, chat.hours) == (True, ())


# ------------------------------------------------------------------ groups, topics, channels


@pytest.mark.parametrize(
    "asked", ["/subscribe 7:30", "/unsubscribe", "/settings", "/follow siege", "/unfollow x", "/forget"]
)
async def test_members_of_a_group_do_not_change_its_settings(subscribing_bot: ReadingBot, asked: str) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(members=[telegram.reader])
    assert [m.text for m in await subscribing_bot.ask(asked, chat=group)] == [worded(ADMINS_ONLY)]
    assert await subscribing_bot.store.chats.find(group.id) is None


async def test_administrators_of_a_group_order_for_it(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    admin = telegram.add_user("Otto")
    group = telegram.add_group("Desk", members=[telegram.reader], admins=[admin])
    (question,) = await subscribing_bot.ask("/subscribe", chat=group, user=admin)
    await subscribing_bot.press(question, "Every day at 07:30")
    assert (telegram.answers[-1].text, telegram.answers[-1].alert) == (worded(ADMINS_ONLY), True)
    assert await subscribing_bot.store.chats.find(group.id) is None
    await subscribing_bot.press(question, "Every day at 07:30", user=admin)
    subscribed = subscribing_bot.now(question).text
    assert "These times are UTC. An administrator can set another below." in subscribed
    chat = await known(subscribing_bot, group.id)
    assert (chat.kind, chat.title, chat.set_up_by, chat.hours) == ("group", "Desk", admin.id, (MORNING,))


@pytest.mark.parametrize(
    ("sender", "may"),
    [
        pytest.param("itself", True, id="an administrator who hides behind the group"),
        pytest.param("another", False, id="somebody who writes as a channel"),
    ],
)
async def test_who_writes_in_a_chat_s_name(subscribing_bot: ReadingBot, sender: str, may: bool) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(members=[telegram.reader], supergroup=True)
    channel = telegram.add_channel("Elsewhere")
    behind = group if sender == "itself" else channel
    update = {
        "message": {
            "message_id": 1_000_000,
            "date": 0,
            "chat": group.to_json(),
            "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
            "sender_chat": behind.to_json(),
            "text": "/subscribe 7:30",
            "entities": [{"type": "bot_command", "offset": 0, "length": 10}],
        }
    }
    (answer,) = await subscribing_bot.after(group, lambda: telegram.push_update(update))
    assert answer.text.startswith("Subscribed.") is may
    assert (await subscribing_bot.store.chats.find(group.id) is not None) is may
    if may:
        assert (await known(subscribing_bot, group.id)).set_up_by is None


async def test_a_topic_has_settings_of_its_own(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    forum = telegram.add_group(admins=[telegram.reader], forum=True)
    topic = telegram.add_topic(forum)
    (answer,) = await subscribing_bot.ask("/subscribe 7:30", chat=forum, thread=topic)
    await subscribing_bot.ask("/subscribe new", chat=forum)
    assert answer.thread_id == topic
    in_topic, in_general = (
        await known(subscribing_bot, forum.id, topic),
        await known(subscribing_bot, forum.id),
    )
    assert (in_topic.hours, in_topic.each_new) == ((MORNING,), False)
    assert (in_general.hours, in_general.each_new) == ((), True)


async def test_a_channel_is_subscribed_by_a_post(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    channel = telegram.add_channel("Front page", admins=[telegram.reader])
    (answer,) = await subscribing_bot.ask("/subscribe 7:30", chat=channel)
    assert answer.text.startswith("Subscribed.")
    chat = await known(subscribing_bot, channel.id)
    assert (chat.kind, chat.title, chat.hours) == ("channel", "Front page", (MORNING,))


async def test_readers_of_a_channel_press_its_settings_in_vain(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    stranger = telegram.add_user("Otto")
    channel = telegram.add_channel(admins=[telegram.reader])
    (settings,) = await subscribing_bot.ask("/settings", chat=channel)
    await subscribing_bot.press_action(settings, "st:silent", user=stranger)
    assert telegram.answers[-1].text == worded(ADMINS_ONLY)
    await subscribing_bot.press_action(settings, "st:silent", user=telegram.reader)
    assert (await known(subscribing_bot, channel.id)).silent


# ------------------------------------------------------------------ forgetting


async def test_forgetting_shows_what_is_stored_and_deletes_it(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 7:30")
    await subscribing_bot.ask("/follow siege")
    (question,) = await subscribing_bot.ask("/forget")
    assert shown(question) == (
        "What I store about this chat\n"
        "· its number and settings\n"
        "· what it follows: 1\n"
        "· which articles it was sent, so that none comes twice: 0\n"
        "· what was sent, so that it can be corrected: 0 messages\n\n"
        "Nothing else that you write is stored. Shall I delete all of this?",
        (("Delete it all", "Keep it"),),
    )
    await subscribing_bot.press(question, "Delete it all")
    assert subscribing_bot.now(question).text == worded(FORGOTTEN)
    assert [m.text for m in await subscribing_bot.ask("/forget")] == [worded(NOTHING_KEPT)]


async def test_who_thinks_better_of_it_is_not_forgotten(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 7:30")
    (question,) = await subscribing_bot.ask("/forget")
    await subscribing_bot.press(question, "Keep it")
    assert subscribing_bot.now(question).text == worded(STAYS)
    assert (await known(subscribing_bot, subscribing_bot.telegram.reader.id)).subscribed


async def test_a_press_under_a_message_that_is_gone_changes_nothing(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    forum = telegram.add_group(admins=[telegram.reader], forum=True)
    topic = telegram.add_topic(forum)
    (settings,) = await subscribing_bot.ask("/settings", chat=forum, thread=topic)
    await subscribing_bot.press_out_of_reach(settings, "st:silent")
    assert telegram.answers[-1].text == worded(TOO_OLD)
    assert await subscribing_bot.store.chats.find(forum.id) is None  # the general topic


async def test_another_topic_says_which_one_the_news_comes_to(subscribing_bot: ReadingBot) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    forum = telegram.add_group(admins=[telegram.reader], forum=True)
    news, other = telegram.add_topic(forum), telegram.add_topic(forum)
    await bot.ask("/subscribe 7:30", chat=forum, thread=news)
    (settings,) = await bot.ask("/settings", chat=forum, thread=other)
    assert "This topic is not subscribed: the news comes to another topic." in settings.text
    (link,) = [entity.url for entity in settings.entities if entity.type == "text_link"]
    assert link == f"https://t.me/c/{str(forum.id).removeprefix('-100')}/{news}"
    await bot.ask("/unsubscribe", chat=forum, thread=news)
    (settings,) = await bot.ask("/settings", chat=forum, thread=other)
    assert "This chat is not subscribed, so nothing comes." in settings.text
