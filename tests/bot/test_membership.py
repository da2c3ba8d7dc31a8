"""Where the bot is let in and put out, and who is let in by a link."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import pytest

from bot.chat.access_gate import INVITED_ONLY, NOT_LET_IN
from bot.chat.forgetting import FORGOTTEN
from bot.chat.subscribing import ENDED
from bot.config.settings import Access
from bot.desks.access import Doorkeeper
from bot.domain.chats import ChatState
from bot.localchat import LocalChat, User
from bot.render.lists import note
from bot.store import Store
from bot.store.chats.rows import stop
from tests.bot.chatting import subscribing
from tests.bot.library import NOON
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import Served


async def state(bot: ReadingBot, telegram_id: int, thread_id: int = 0) -> ChatState | None:
    chat = await bot.store.chats.find(telegram_id, thread_id)
    return chat.state if chat else None


async def test_who_blocks_the_bot_is_stopped_and_comes_back(subscribing_bot: ReadingBot) -> None:
    telegram, reader = subscribing_bot.telegram, subscribing_bot.telegram.reader
    await subscribing_bot.ask("/subscribe 7:30")
    deeds: list[Callable[[], None]] = [lambda: telegram.block(reader), lambda: telegram.unblock(reader)]
    states = []
    for deed in deeds:
        await subscribing_bot.after(reader, deed)
        states.append(await state(subscribing_bot, reader.id))
    assert states == [ChatState.STOPPED, ChatState.ACTIVE]


async def test_start_brings_a_stopped_chat_back(subscribing_bot: ReadingBot) -> None:
    reader = subscribing_bot.telegram.reader
    await subscribing_bot.ask("/subscribe 7:30")
    chat = await subscribing_bot.store.chats.find(reader.id)
    assert chat is not None
    await subscribing_bot.store.database.write(partial(stop, chat_id=chat.id, fault="stopped"))
    welcome, back = await subscribing_bot.ask("/start")
    assert back.text.startswith("Subscribed.\nAn edition every day at 07:30.")
    assert welcome.text.startswith("News, briefly")
    assert await state(subscribing_bot, reader.id) is ChatState.ACTIVE


async def test_who_only_starts_is_not_stored(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/start")
    assert await state(subscribing_bot, subscribing_bot.telegram.reader.id) is None


async def test_a_member_s_start_does_not_bring_a_group_back(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(members=[telegram.reader], admins=[telegram.editor])
    await subscribing_bot.ask("/subscribe 7:30", chat=group, user=telegram.editor)
    await subscribing_bot.store.chats.stop_everywhere(group.id, now=NOON)
    await subscribing_bot.ask("/start", chat=group)
    assert await state(subscribing_bot, group.id) is ChatState.STOPPED
    await subscribing_bot.ask("/start", chat=group, user=telegram.editor)
    assert await state(subscribing_bot, group.id) is ChatState.ACTIVE


async def test_a_group_that_removes_the_bot_is_stopped_with_its_topics(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    forum = telegram.add_group(admins=[telegram.reader], forum=True)
    topic = telegram.add_topic(forum)
    await subscribing_bot.ask("/subscribe 7:30", chat=forum)
    await subscribing_bot.ask("/subscribe 7:30", chat=forum, thread=topic)
    await subscribing_bot.after(forum, lambda: telegram.set_bot(forum, "kicked"))
    stopped = [await state(subscribing_bot, forum.id, thread) for thread in (0, topic)]
    await subscribing_bot.after(forum, lambda: telegram.set_bot(forum, "member"))
    back = [await state(subscribing_bot, forum.id, thread) for thread in (0, topic)]
    assert (stopped, back) == ([ChatState.STOPPED] * 2, [ChatState.ACTIVE] * 2)


async def test_a_group_is_greeted_once(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(members=[telegram.reader], bot="left")
    first = await subscribing_bot.after(group, lambda: telegram.set_bot(group, "member"))
    then = await subscribing_bot.after(group, lambda: telegram.set_bot(group, "administrator"))
    assert (len(first), then) == (1, ())


async def test_who_makes_the_bot_a_channel_s_administrator_is_told_how(subscribing_bot: ReadingBot) -> None:
    telegram, reader = subscribing_bot.telegram, subscribing_bot.telegram.reader
    channel = telegram.add_channel("Front page", admins=[reader], bot="left")
    (told,) = await subscribing_bot.after(
        reader, lambda: telegram.set_bot(channel, "administrator", by=reader)
    )
    assert told.text.startswith("I can now post in “Front page”.")
    assert telegram.sent(channel) == ()


async def test_a_channel_where_the_bot_may_not_post_is_stopped(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    channel = telegram.add_channel(admins=[telegram.reader])
    await subscribing_bot.ask("/subscribe 7:30", chat=channel)
    await subscribing_bot.after(channel, lambda: telegram.set_bot(channel, "left"))
    assert await state(subscribing_bot, channel.id) is ChatState.STOPPED


async def test_a_group_that_becomes_a_supergroup_keeps_everything(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(admins=[telegram.reader])
    await subscribing_bot.ask("/subscribe 7:30 18:00", chat=group)
    await subscribing_bot.ask("/follow siege", chat=group)
    before = await subscribing_bot.store.chats.find(group.id)
    moved: list[int] = []
    subscribing_bot.asked += 1  # both groups are told
    await subscribing_bot.after(telegram.reader, lambda: moved.append(telegram.migrate(group).id))
    after = await subscribing_bot.store.chats.find(moved[0])
    assert before is not None
    assert after is not None
    assert (after.id, after.hours) == (before.id, before.hours)
    assert [one.subject.words for one in await subscribing_bot.store.interests.of(after.id, now=NOON)] == [
        "siege"
    ]
    assert await subscribing_bot.store.chats.find(group.id) is None


# ------------------------------------------------------------------ the door


def a_door(store: Store, *editors: int, access: Access = Access.INVITE) -> Doorkeeper:
    return Doorkeeper(store, editor_ids=frozenset(editors), access=access, clock=lambda: NOON)


async def test_a_link_lets_in_whoever_opens_it(served_telegram: Served, one_store: Store) -> None:
    telegram = served_telegram.telegram
    door = a_door(one_store, telegram.editor.id)
    await one_store.editorial.invite("let-me-in", by=telegram.editor.id, now=NOON)
    async with subscribing(served_telegram, one_store, door=door) as bot:
        assert [m.text for m in await bot.ask("/start wrong")] == [worded(INVITED_ONLY)]
        (welcome,) = await bot.ask("/start let-me-in")
        assert welcome.text.startswith("News, briefly")
        assert len(await bot.ask("/help")) == 1
        assert [one.came for one in await one_store.editorial.invites(5)] == [1]


@asynccontextmanager
async def closed_after(
    served: Served, store: Store, *, asked: str, door: Doorkeeper
) -> AsyncIterator[ReadingBot]:
    """The bot, invited only, for a reader who asked that while access was open."""
    async with subscribing(served, store) as bot:
        await bot.ask(asked)
    async with subscribing(served, store, door=door) as bot:
        yield bot


@pytest.mark.parametrize("ending", ["/unsubscribe", "/UNSUBSCRIBE@briefings_local_bot"])
async def test_who_is_not_invited_can_unsubscribe(
    served_telegram: Served, one_store: Store, ending: str
) -> None:
    reader = served_telegram.telegram.reader
    async with closed_after(
        served_telegram, one_store, asked="/subscribe 7:30", door=a_door(one_store)
    ) as bot:
        assert [m.text for m in await bot.ask(ending)] == [worded(ENDED)]
        chat = await one_store.chats.find(reader.id)
        assert chat is not None
        assert not chat.subscribed
        assert [m.text for m in await bot.ask("/subscribe 7:30")] == [worded(INVITED_ONLY)]


async def test_who_is_not_invited_can_be_forgotten(served_telegram: Served, one_store: Store) -> None:
    async with closed_after(
        served_telegram, one_store, asked="/subscribe 7:30", door=a_door(one_store)
    ) as bot:
        (question,) = await bot.ask("/forget")
        await bot.press(question, "Delete it all")
        assert bot.now(question).text == worded(FORGOTTEN)
        assert await state(bot, bot.telegram.reader.id) is None


async def test_who_is_not_invited_can_press_unsubscribe(served_telegram: Served, one_store: Store) -> None:
    async with subscribing(served_telegram, one_store) as bot:
        await bot.ask("/subscribe 7:30")
        (settings,) = await bot.ask("/settings")
    async with subscribing(served_telegram, one_store, door=a_door(one_store)) as bot:
        await bot.press_action(settings, "st:silent")
        assert bot.telegram.answers[-1].text == worded(INVITED_ONLY)
        (question,) = await bot.press(settings, "Unsubscribe…")
        await bot.press(question, "Yes, stop")
        chat = await one_store.chats.find(bot.telegram.reader.id)
        assert chat is not None
        assert (chat.silent, chat.subscribed) == (False, False)


@pytest.mark.parametrize("asked", ["unsubscribe", "/unsubscribe@another_bot", "/unsubscribes"])
async def test_what_ends_nothing_is_refused(served_telegram: Served, one_store: Store, asked: str) -> None:
    async with subscribing(served_telegram, one_store, door=a_door(one_store)) as bot:
        assert [m.text for m in await bot.ask(asked)] == [worded(INVITED_ONLY)]


@pytest.mark.parametrize(
    ("code", "said", "standing"),
    [
        ("wrong", [worded(INVITED_ONLY)], ChatState.STOPPED),
        ("let-me-in", ["News, briefly, in the articles’ own words.", "Subscribed."], ChatState.ACTIVE),
    ],
    ids=["a wrong code", "an editor's code"],
)
async def test_a_stopped_chat_comes_back_only_with_who_is_let_in(
    served_telegram: Served, one_store: Store, code: str, said: list[str], standing: ChatState
) -> None:
    await one_store.editorial.invite("let-me-in", by=1, now=NOON)
    async with closed_after(
        served_telegram, one_store, asked="/subscribe 7:30", door=a_door(one_store)
    ) as bot:
        await one_store.chats.stop_everywhere(bot.telegram.reader.id, now=NOON)
        answers = await bot.ask(f"/start {code}")
        assert [m.text.partition("\n")[0] for m in answers] == said
        assert await state(bot, bot.telegram.reader.id) is standing


async def test_who_forgets_is_let_in_no_more(served_telegram: Served, one_store: Store) -> None:
    telegram = served_telegram.telegram
    await one_store.editorial.invite("let-me-in", by=telegram.editor.id, now=NOON)
    async with subscribing(served_telegram, one_store, door=a_door(one_store)) as bot:
        await bot.ask("/start let-me-in")
        await bot.ask("/subscribe 7:30")
        (question,) = await bot.ask("/forget")
        assert "· that you were invited: you will need a new link" in question.text.splitlines()
        await bot.press(question, "Delete it all")
        assert [m.text for m in await bot.ask("/help")] == [worded(INVITED_ONLY)]


async def brought_in(bot: ReadingBot, kind: str, by: User) -> LocalChat:
    """A group or channel of the reader's, the bot brought in by this person."""
    telegram = bot.telegram
    members = {"admins": [telegram.reader, telegram.editor], "bot": "left"}
    place = telegram.add_channel(**members) if kind == "channel" else telegram.add_group(**members)
    await bot.after(place, lambda: telegram.set_bot(place, "administrator", by=by))
    return place


@pytest.mark.parametrize("kind", ["group", "channel"])
@pytest.mark.parametrize("who", ["an editor", "an invited reader", "a stranger"])
async def test_a_place_is_let_in_by_an_editor_alone(
    served_telegram: Served, one_store: Store, kind: str, who: str
) -> None:
    telegram = served_telegram.telegram
    door = a_door(one_store, telegram.editor.id)
    if who == "an invited reader":
        await one_store.editorial.vouch(telegram.reader.id, by=1, now=NOON)
    stranger = telegram.add_user("Otto")
    async with subscribing(served_telegram, one_store, door=door) as bot:
        place = await brought_in(bot, kind, telegram.editor if who == "an editor" else telegram.reader)
        telegram.chat(place).members[stranger.id] = "member"
        asked = "/subscribe 7:30" if kind == "channel" else "/latest"
        answers = [m.text for m in await bot.ask(asked, user=stranger, chat=place)]
        assert (answers not in ([], [worded(INVITED_ONLY)])) is (who == "an editor")


async def test_a_group_that_a_reader_brought_the_bot_into_is_let_in_by_an_editor_s_start(
    served_telegram: Served, one_store: Store
) -> None:
    telegram = served_telegram.telegram
    await one_store.editorial.vouch(telegram.reader.id, by=1, now=NOON)
    stranger = telegram.add_user("Otto")
    async with subscribing(served_telegram, one_store, door=a_door(one_store, telegram.editor.id)) as bot:
        group = await brought_in(bot, "group", telegram.reader)
        (told,) = telegram.sent(telegram.reader)
        assert "An editor can change that: in a group by writing /start there" in told.text
        await bot.ask("/start", user=stranger, chat=group)
        assert not await one_store.editorial.is_member(group.id)
        await bot.ask("/start", user=telegram.editor, chat=group)
        assert len(await bot.ask("/help", user=stranger, chat=group)) == 1


async def test_an_invited_reader_orders_nothing_for_all_in_a_group_that_is_not_let_in(
    served_telegram: Served, one_store: Store
) -> None:
    telegram = served_telegram.telegram
    await one_store.editorial.vouch(telegram.reader.id, by=1, now=NOON)
    async with subscribing(served_telegram, one_store, door=a_door(one_store, telegram.editor.id)) as bot:
        group = await brought_in(bot, "group", telegram.reader)
        (answer,) = await bot.ask("/help", chat=group)  # who asks is answered
        for order in ("/subscribe 7:30", "/follow siege", "/settings"):
            assert [m.text for m in await bot.ask(order, chat=group)] == [worded(NOT_LET_IN)]
        assert await bot.press_action(answer, "o:new") == ()
        assert telegram.answers[-1].text == worded(NOT_LET_IN)
        assert await one_store.chats.find(group.id) is None
        await bot.ask("/start", user=telegram.editor, chat=group)
        await bot.ask("/subscribe 7:30", chat=group)
        assert await state(bot, group.id) is ChatState.ACTIVE


async def test_a_group_that_was_left_out_comes_back_by_an_editor_s_word_alone(
    served_telegram: Served, one_store: Store
) -> None:
    telegram = served_telegram.telegram
    group = telegram.add_group(admins=[telegram.reader, telegram.editor])
    async with subscribing(served_telegram, one_store, door=a_door(one_store, telegram.editor.id)) as bot:
        await bot.ask("/subscribe 7:30", user=telegram.editor, chat=group)
        await one_store.chats.stop_everywhere(group.id, now=NOON)
        await bot.after(group, lambda: telegram.set_bot(group, "administrator", by=telegram.reader))
        await one_store.editorial.vouch(telegram.reader.id, by=1, now=NOON)
        await bot.ask("/start", chat=group)
        assert await state(bot, group.id) is ChatState.STOPPED
        await bot.ask("/start", user=telegram.editor, chat=group)
        assert await state(bot, group.id) is ChatState.ACTIVE


async def test_editors_are_those_of_the_settings_and_those_they_added(one_store: Store) -> None:
    door = a_door(one_store, 1)
    await one_store.editorial.add_editor(2, by=1, now=NOON)
    assert await door.editors() == {1, 2}
    assert [await door.is_editor(user_id) for user_id in (1, 2, 3)] == [True, True, False]
    assert [await door.may_ask(user_id=user_id, chat_id=user_id) for user_id in (1, 2, 3)] == [
        True,
        True,
        False,
    ]


async def test_an_invitation_alone_is_shown_and_forgotten(served_telegram: Served, one_store: Store) -> None:
    await one_store.editorial.invite("let-me-in", by=1, now=NOON)
    async with subscribing(served_telegram, one_store, door=a_door(one_store)) as bot:
        await bot.ask("/start let-me-in")
        (question,) = await bot.ask("/forget")
        assert question.text.startswith(
            "What I store about this chat\n· that you were invited: you will need a new link\n\n"
        )
        await bot.press(question, "Delete it all")
        assert not await one_store.editorial.is_member(bot.telegram.reader.id)


async def test_a_stranger_s_group_is_not_greeted(served_telegram: Served, one_store: Store) -> None:
    telegram = served_telegram.telegram
    group = telegram.add_group(members=[telegram.reader], bot="left")
    async with subscribing(served_telegram, one_store, door=a_door(one_store)) as bot:
        assert await bot.after(group, lambda: telegram.set_bot(group, "member")) == ()


async def test_an_editor_who_blocked_the_bot_keeps_no_other_from_being_told(
    served_telegram: Served, one_store: Store
) -> None:
    telegram = served_telegram.telegram
    telegram.block(telegram.reader)
    door = a_door(one_store, telegram.reader.id, telegram.editor.id)
    async with served_telegram.bot() as bot:
        await door.notify_editors(bot)(note("Something came.")[0])
    told = [[m.text for m in telegram.sent(user)] for user in (telegram.reader, telegram.editor)]
    assert told == [[], ["Something came."]]
