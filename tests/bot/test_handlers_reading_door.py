"""Who is answered, where, and with what when there is nothing to answer."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import text
from telegram.ext import ApplicationHandlerStop

from bot.chat.access_gate import ASK_IN_PRIVATE, INVITED_ONLY, Gate
from bot.chat.commands import EDITING, EVERYBODY, unlist_editor_commands
from bot.chat.faults import SORRY
from bot.chat.handlers import UNKNOWN_COMMAND
from bot.chat.profile import show_in_each_language
from bot.chat.start import OLD_BUTTON
from bot.domain.button_actions import payload
from bot.localchat import Fault, LocalTelegram
from bot.render.language import ENGLISH
from bot.store import Store
from tests.bot.front_page import a_front_page
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.running import OpenDoor, ReadingBot, running
from tests.bot.saying import worded
from tests.bot.test_profile import at_once
from tests.telegram import Served, shown


@dataclass
class InviteDoor:
    """Lets in whoever comes with the code, and editors."""

    editors: frozenset[int] = frozenset()
    members: set[int] = field(default_factory=set)

    @property
    def from_the_start(self) -> frozenset[int]:
        return self.editors

    async def may_ask(self, *, user_id: int, chat_id: int) -> bool:
        return not {user_id, chat_id}.isdisjoint(self.members | self.editors)

    async def is_editor(self, user_id: int) -> bool:
        return user_id in self.editors

    async def acts_as_chief(self, user_id: int) -> bool:
        return user_id in self.editors

    async def arrive(self, *, user_id: int, code: str) -> None:
        if code == "let-me-in":
            self.members.add(user_id)

    async def vouch(self, *, user_id: int, chat_id: int) -> None: ...


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@asynccontextmanager
async def invited(
    served: Served, store: Store, *, clock: Clock | None = None, editors: frozenset[int] = frozenset()
) -> AsyncIterator[ReadingBot]:
    await a_front_page(store)
    async with running(served, store, door=InviteDoor(editors), clock=clock or Clock()) as bot:
        yield bot


async def texts(bot: ReadingBot, text: str) -> list[str]:
    return [message.text for message in await bot.ask(text)]


async def test_a_stranger_is_refused_once_an_hour(served_telegram: Served, sqlite_store: Store) -> None:
    clock = Clock()
    async with invited(served_telegram, sqlite_store, clock=clock) as bot:
        assert await texts(bot, "/brief") == [worded(INVITED_ONLY)]
        assert await texts(bot, "/who assad") == []
        clock.now += timedelta(hours=1)
        assert await texts(bot, "/latest") == [worded(INVITED_ONLY)]


async def test_an_invited_reader_is_answered(served_telegram: Served, sqlite_store: Store) -> None:
    async with invited(served_telegram, sqlite_store) as bot:
        assert await texts(bot, "/start wrong-code") == [worded(INVITED_ONLY)]
        (welcome,) = await texts(bot, "/start let-me-in")
        assert welcome.startswith("News, briefly, in the articles’ own words.")
        assert len(await bot.ask("/brief")) == 1


async def test_a_stranger_s_press_is_refused_with_an_alert(
    served_telegram: Served, sqlite_store: Store
) -> None:
    async with invited(served_telegram, sqlite_store) as bot:
        await bot.ask("/start let-me-in")
        stranger = bot.telegram.add_user("Otto")
        group = bot.telegram.add_group(members=[bot.telegram.reader, stranger])
        (story,) = await bot.ask("/brief", chat=group)
        assert await bot.press_action(story, "q:1", user=stranger) == ()
        answer = bot.telegram.answers[-1]
        assert (answer.text, answer.alert) == (worded(INVITED_ONLY), True)


async def test_a_group_is_left_alone_by_who_is_not_invited(
    served_telegram: Served, sqlite_store: Store
) -> None:
    async with invited(served_telegram, sqlite_store) as bot:
        group = bot.telegram.add_group(members=[bot.telegram.reader], bot="administrator")
        assert await bot.ask("good morning", chat=group) == ()
        assert await bot.ask("/brief@another_bot", chat=group) == ()
        assert await bot.ask("/weather", chat=group) == ()
        assert [m.text for m in await bot.ask("/brief", chat=group)] == [worded(INVITED_ONLY)]


async def test_editors_see_and_list_their_commands(served_telegram: Served, sqlite_store: Store) -> None:
    editor = served_telegram.telegram.editor
    async with invited(served_telegram, sqlite_store, editors=frozenset({editor.id})) as bot:
        await show_in_each_language(bot.application.bot, ENGLISH, pause=at_once)
        await bot.ask("/start", user=editor)
        (help_text,) = await bot.ask("/help", user=editor)
        assert all(f"/{command.name}" in help_text.text for command in EVERYBODY + EDITING)
        assert listed(bot.telegram, editor.id) == [command.name for command in EVERYBODY + EDITING]
        assert listed(bot.telegram, 0) == [command.name for command in EVERYBODY]
        await unlist_editor_commands(bot.application.bot, editor.id)
        assert listed(bot.telegram, editor.id) == []


def listed(telegram: LocalTelegram, chat_id: int) -> list[object]:
    for (_, chat, _, _), commands in telegram.commands.items():
        if chat == chat_id:
            return [command["command"] for command in commands]
    return []


async def test_help_tells_people_their_number_in_private_alone(reading_bot: ReadingBot) -> None:
    reader = reading_bot.telegram.reader
    group = reading_bot.telegram.add_group(members=[reader], bot="administrator")
    said = [await reading_bot.ask("/help"), await reading_bot.ask("/help", chat=group)]
    lasts = [answer.text.splitlines()[-1] for (answer,) in said]
    assert lasts == [f"Your Telegram ID: {reader.id}", "/help – what I can do"]


async def test_help_shows_a_reader_no_editor_command(reading_bot: ReadingBot) -> None:
    (help_text,) = await texts(reading_bot, "/help")
    assert [f"/{command.name} " in help_text for command in EDITING] == [False] * len(EDITING)
    assert [f"/{command.name}" in help_text for command in EVERYBODY] == [True] * len(EVERYBODY)


@pytest.mark.parametrize("asked", ["/nonsense", *(f"/{command.name} 1" for command in EDITING)])
async def test_unknown_and_editors_commands_get_the_same_answer(reading_bot: ReadingBot, asked: str) -> None:
    assert await texts(reading_bot, asked) == [worded(UNKNOWN_COMMAND)]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param("/brief", 1, id="a command"),
        pytest.param("/brief@briefings_local_bot", 1, id="a command to us"),
        pytest.param("/brief@another_bot", 0, id="another bot's command"),
        pytest.param("/nonsense", 0, id="an unknown command, perhaps another bot's"),
        pytest.param("/nonsense@briefings_local_bot", 1, id="an unknown command to us"),
        pytest.param("/push@briefings_local_bot", 1, id="an editors' command to us"),
        pytest.param("good morning", 0, id="talk"),
        pytest.param("Lavrov", 0, id="a name, said to nobody"),
        pytest.param("@briefings_local_bot who is Lavrov?", 1, id="words to us"),
        pytest.param("so what did Lavrov say, @Briefings_Local_Bot?", 1, id="words with our name in them"),
        pytest.param("@another_bot who is Lavrov?", 0, id="words to another bot"),
        pytest.param("/weather @briefings_local_bot", 0, id="another bot's command, with our name behind it"),
    ],
)
async def test_groups(reading_bot: ReadingBot, asked: str, count: int) -> None:
    await a_front_page(reading_bot.store)
    group = reading_bot.telegram.add_group(members=[reading_bot.telegram.reader], bot="administrator")
    assert len(await reading_bot.ask(asked, chat=group)) == count


async def test_a_group_s_answer_replies_to_the_question(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    group = reading_bot.telegram.add_group(members=[reading_bot.telegram.reader])
    (answer,) = await reading_bot.ask("/brief", chat=group)
    assert answer.reply_to is not None
    assert answer.reply_to.text == "/brief"


async def test_a_topic_s_question_is_answered_in_the_topic(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    forum = reading_bot.telegram.add_group(members=[reading_bot.telegram.reader], forum=True)
    topic = reading_bot.telegram.add_topic(forum)
    messages = await reading_bot.ask("/brief", chat=forum, thread=topic)
    assert [message.thread_id for message in messages] == [topic]


READS = {
    "s:1": "Aleppo deal unravels", "t:1": "Aleppo deal unravels", "t:1:0": "Aleppo deal unravels",
    "q:1": "Quotations · Aleppo deal", "q:1:0": "Quotations · Aleppo deal", "w:1": "Who",
    "a:1": "Bashar Assad", "qa:1": "Quotations of Bashar Assad", "qa:1:0": "Quotations of Bashar Assad",
    "l:0": "Latest", "k:0": "Who is in the news", "ql:0": "Latest quotations",
}  # fmt: skip


@pytest.mark.parametrize("kind", ["group", "channel"])
async def test_what_reads_is_a_link_into_the_private_chat_where_many_read(
    reading_bot: ReadingBot, kind: str
) -> None:
    """A button that stands there from before shows nothing to all, and turns nothing that others read."""
    telegram = reading_bot.telegram
    await a_front_page(reading_bot.store)
    place = (telegram.add_channel if kind == "channel" else telegram.add_group)(admins=[telegram.reader])
    (latest,) = await reading_bot.ask("/latest")
    there = telegram.store(replace(latest, chat=place))
    for action in (*READS, "f:siege", "qw:0:siege", "n:1:1", "n:0:1", "b:1:5", "bw:1:siege"):
        assert await reading_bot.press_action(there, action) == ()
        assert (telegram.answers[-1].text, telegram.answers[-1].alert) == (worded(ASK_IN_PRIVATE), True)
        assert reading_bot.now(there).text == latest.text


@pytest.mark.parametrize("action", READS)
async def test_a_link_shows_in_private_what_the_button_shows(reading_bot: ReadingBot, action: str) -> None:
    await a_front_page(reading_bot.store)
    start = payload(action)
    assert start is not None
    first, *_ = await reading_bot.ask(f"/start {start}")
    assert first.text.startswith(READS[action])


async def test_a_group_s_answer_has_links_for_buttons(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    group = reading_bot.telegram.add_group(members=[reading_bot.telegram.reader])
    for asked, actions in (
        ("/latest", ["s-2", "s-1"]),
        ("/brief", ["s-2", "s-1", "he-2-1"]),
        ("/brief said", ["s-2", "s-1", "he-2-1"]),
    ):
        (answer,) = await reading_bot.ask(asked, chat=group)
        assert [button.url for row in answer.buttons for button in row] == [
            f"https://t.me/briefings_local_bot?start={action}" for action in actions
        ]


@pytest.mark.parametrize(
    "kind",
    ["inline_query", "edited_message", "chosen_inline_result", "poll", "chat_member", "message_reaction"],
)
@pytest.mark.parametrize("access", ["open", "invite"])
async def test_an_unknown_kind_of_update_is_refused(kind: str, access: str) -> None:
    """Whoever it is from: what nobody thought of is not answered."""
    gate = Gate(OpenDoor() if access == "open" else InviteDoor(), lambda: NOON)
    update = SimpleNamespace(
        **dict.fromkeys(("message", "channel_post", "callback_query", "my_chat_member")), **{kind: object()}
    )
    with pytest.raises(ApplicationHandlerStop):
        await gate(update, None)


async def test_a_stranger_s_link_is_refused_once_an_hour(
    served_telegram: Served, sqlite_store: Store
) -> None:
    async with invited(served_telegram, sqlite_store) as bot:
        answers = [await texts(bot, f"/start {start}") for start in ("q-1", "x", "a-1", "l-0")]
        assert answers == [[worded(INVITED_ONLY)], [], [], []]


async def test_a_forged_action_ends_with_an_alert(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief 1")
    for action in ("x", "q:abc", "q:1:99999", "t:" + "9" * 40, "a:-1"):
        assert await reading_bot.press_action(story, action) == ()
        assert (reading_bot.telegram.answers[-1].text, reading_bot.telegram.answers[-1].alert) == (
            worded(OLD_BUTTON),
            True,
        )


async def test_a_fault_is_one_line_in_the_log_and_one_for_the_person(
    reading_bot: ReadingBot, caplog: pytest.LogCaptureFixture
) -> None:
    await reading_bot.store.database.write(lambda connection: connection.execute(text("DROP TABLE names")))
    with caplog.at_level(logging.INFO, "bot.chat"):
        assert await texts(reading_bot, "/who x") == [worded(SORRY)]
    assert [record.levelname for record in caplog.records if record.name == "bot.chat.faults"] == ["ERROR"]
    assert len(await reading_bot.ask("/help")) == 1  # others are answered still


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault(status=403), id="blocked"),
        pytest.param(Fault(status=400, description="Bad Request: TOPIC_CLOSED"), id="a closed topic"),
        pytest.param(Fault(status=400, description="Bad Request: chat not found"), id="a deleted chat"),
        pytest.param(
            Fault(status=400, description="Bad Request: migrated", migrate_to=-100123), id="a migrated group"
        ),
    ],
)
async def test_a_chat_that_is_closed_to_the_bot_is_no_error(
    reading_bot: ReadingBot, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    reading_bot.telegram.fail(fault, method="sendMessage")
    with caplog.at_level(logging.INFO, "bot.chat"):
        assert await texts(reading_bot, "/help") == []
    levels = [record.levelname for record in caplog.records if record.name == "bot.chat.faults"]
    assert levels == ["INFO"]


async def test_an_answer_that_timed_out_is_not_sent_again(
    reading_bot: ReadingBot, caplog: pytest.LogCaptureFixture
) -> None:
    reading_bot.telegram.fail(Fault(outcome="lost"), method="sendMessage")
    with caplog.at_level(logging.INFO, "bot.chat"):
        assert len(await reading_bot.ask("/help")) == 1
    levels = [record.levelname for record in caplog.records if record.name == "bot.chat.faults"]
    assert levels == ["ERROR"]


async def test_a_message_that_cannot_be_edited_is_sent_anew(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    for number in range(12):
        analysis = an_analysis(headline=f"News {number}", sentences=(f"It was the {number}.",))
        await a_stored_article(reading_bot.store, analysis, path=f"{number}.txt")
    (latest,) = await reading_bot.ask("/latest")
    reading_bot.telegram.fail(
        Fault(status=400, description="Bad Request: message can't be edited"), method="editMessageText"
    )
    (anew,) = await reading_bot.press(latest, "More ›")
    assert anew.text.startswith("Latest\n\n11. ")


async def test_a_button_of_a_message_that_is_out_of_reach_works(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief 1")
    (below,) = await reading_bot.press_out_of_reach(story, "w:1")
    assert below.text.startswith("Who")


async def test_a_page_of_a_message_that_is_out_of_reach_is_turned_below(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (latest,) = await reading_bot.ask("/latest")
    (below,) = await reading_bot.press_out_of_reach(latest, "ql:0")
    assert below.text.startswith("Latest quotations\n")
    assert shown(reading_bot.now(latest)) == shown(latest)


async def test_a_late_answer_to_a_press_is_no_error(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief 1")
    reading_bot.telegram.fail(
        Fault(status=400, description="Bad Request: query is too old and response timeout expired"),
        method="answerCallbackQuery",
    )
    assert len(await reading_bot.press(story, "Who")) == 1
