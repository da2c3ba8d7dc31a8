"""An actor's digest as an editor sees it, and the buttons that part and join, over HTTP."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from bot.chat.editing.joins import SO_ALREADY, add_join_handlers
from bot.chat.start import OLD_BUTTON
from bot.config.settings import Access
from bot.desks.access import Doorkeeper
from bot.localchat import LocalMessage
from bot.store import Store
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis
from tests.bot.running import ReadingBot, running
from tests.bot.saying import worded
from tests.telegram import Served, shown

ARTICLES = {
    "Assad speaks": ["Bashar Assad"],
    "Assad leaves": ["Assad"],
    "Asma at home": ["Bashir Assaf"],
}
DIGEST = """Bashar Assad
person · in 2 articles
also Assad

Joined from · only editors see this
· Bashar Assad in 1 article: “Assad speaks”
· Assad, joined by surname only in 1 article: “Assad leaves”"""
READ_ON = (("More",), ("Assad leaves",), ("Assad speaks",))
BUTTONS = (*READ_ON, ("Not the same: Assad",), ("Same as…",))


@pytest_asyncio.fixture
async def bot(served_telegram: Served, one_store: Store) -> AsyncIterator[ReadingBot]:
    """The bot with three articles of Assad and Assaf, and an editor."""
    editor = served_telegram.telegram.editor.id
    door = Doorkeeper(one_store, editor_ids=frozenset({editor}), access=Access.OPEN, clock=lambda: NOON)
    for headline, cast in ARTICLES.items():
        actors = [an_actor(name) for name in cast]
        analysis = an_analysis(headline=headline, sentences=(f"{headline} again.",), actors=actors)
        await a_stored_article(one_store, analysis, path=f"{headline}.txt")
    more = lambda application: add_join_handlers(application, door, one_store, lambda: NOON)  # noqa: E731
    async with running(served_telegram, one_store, door=door, more=more) as made:
        yield made


async def edit(bot: ReadingBot, pressed: LocalMessage, button: str) -> LocalMessage:
    """The one answer to the editor's press."""
    (answer,) = await bot.press(pressed, button, user=bot.telegram.editor)
    return answer


async def digest(bot: ReadingBot, name: str = "Bashar Assad") -> LocalMessage:
    (answer,) = await bot.ask(f"/who {name}", user=bot.telegram.editor)
    return answer


async def decided(bot: ReadingBot) -> list[tuple[int, str, str]]:
    found = await bot.store.editorial.decisions(9)
    return [(one.user_id, one.verb, one.subject) for one in reversed(found)]


async def test_editor_sees_how_an_actor_came_together(bot: ReadingBot) -> None:
    assert shown(await digest(bot)) == (DIGEST, BUTTONS)


async def test_digest_opened_by_a_button_shows_it_too(bot: ReadingBot) -> None:
    (who,) = await bot.ask("/who", user=bot.telegram.editor)
    assert shown(await edit(bot, who, "1")) == (DIGEST, BUTTONS)


async def test_reader_sees_neither_names_nor_buttons(bot: ReadingBot) -> None:
    (answer,) = await bot.ask("/who Bashar Assad")
    assert shown(answer) == ("Bashar Assad\nperson · in 2 articles\nalso Assad", READ_ON)


async def test_in_a_group_an_editor_sees_what_all_see(bot: ReadingBot) -> None:
    group = bot.telegram.add_group(members=[bot.telegram.editor, bot.telegram.reader])
    (answer,) = await bot.ask("/who Bashar Assad", user=bot.telegram.editor, chat=group)
    assert shown(answer) == ("Bashar Assad\nperson · in 2 articles\nalso Assad", READ_ON)


async def test_name_is_parted_and_joined_again(bot: ReadingBot) -> None:
    parted = await edit(bot, await digest(bot), "Not the same: Assad")
    assert shown(parted) == (
        "Assad is no longer shown under Bashar Assad.",
        (("Assad", "Bashar Assad"), ("Same after all: Bashar Assad",)),
    )
    alone = "Assad\nperson · in one article\n\nAll of this is from Assad leaves"
    assert shown(await edit(bot, parted, "Assad")) == (alone, (("More",), ("Assad leaves",), ("Same as…",)))
    joined = await edit(bot, parted, "Same after all: Bashar Assad")
    assert shown(joined) == (
        "Assad is now shown under Bashar Assad.",
        (("Bashar Assad · 2",), ("Not the same: Assad",)),
    )
    by_editor = DIGEST.replace("by surname only", "by an editor")
    assert shown(await edit(bot, joined, "Bashar Assad · 2")) == (by_editor, BUTTONS)
    editor = bot.telegram.editor.id
    assert await decided(bot) == [
        (editor, "part", "2 “Assad” from 1 “Bashar Assad”"),
        (editor, "join", "2 “Assad” with 1 “Bashar Assad”"),
    ]


async def test_two_actors_are_joined_and_parted_again(bot: ReadingBot) -> None:
    question = await edit(bot, await digest(bot, "Bashir Assaf"), "Same as…")
    assert shown(question) == (
        "Who is Bashir Assaf the same as? Both will be shown under the name you choose.\n\n"
        "Or reply with a name: of another, or one of these that is not theirs.",
        (("Bashar Assad · 2",), ("Look again",)),
    )
    joined = await edit(bot, question, "Bashar Assad · 2")
    assert shown(joined)[0] == "Bashir Assaf is now shown under Bashar Assad."
    (entries, _) = await bot.store.actors.ranking(9)
    assert [(entry.name, entry.articles) for entry in entries] == [("Bashar Assad", 3)]
    parted = await edit(bot, joined, "Not the same: Bashir Assaf")
    assert shown(parted)[0] == "Bashir Assaf is no longer shown under Bashar Assad."
    assert shown(await digest(bot)) == (DIGEST, BUTTONS)


async def replied(bot: ReadingBot, question: LocalMessage, words: str) -> LocalMessage:
    editor = bot.telegram.editor
    (answer,) = await bot.after(editor, lambda: bot.telegram.say(editor, words, reply_to=question))
    return answer


async def test_a_name_that_is_typed_in_reply_is_joined_with(bot: ReadingBot) -> None:
    question = await edit(bot, await digest(bot, "Bashir Assaf"), "Same as…")
    offered = await replied(bot, question, "bashar assad")
    assert shown(offered)[1][0] == ("Bashar Assad · 2",)
    assert shown(await edit(bot, offered, "Bashar Assad · 2"))[0].startswith(
        "Bashir Assaf is now shown under"
    )


async def test_a_name_of_its_own_that_is_typed_in_reply_is_parted(bot: ReadingBot) -> None:
    question = await edit(bot, await digest(bot), "Same as…")
    asked = await replied(bot, question, "assad")
    assert shown(asked) == ("Is Assad somebody else than Bashar Assad?", (("Not the same: Assad",),))
    parted = await edit(bot, asked, "Not the same: Assad")
    assert shown(parted)[0] == "Assad is no longer shown under Bashar Assad."


async def test_a_name_of_nobody_is_typed_in_reply(bot: ReadingBot) -> None:
    question = await edit(bot, await digest(bot), "Same as…")
    assert (await replied(bot, question, "Wilhelmina")).text.startswith("Nobody else has a name like")
    assert await decided(bot) == []


async def test_a_reader_who_replies_to_such_a_message_decides_nothing(bot: ReadingBot) -> None:
    question = await edit(bot, await digest(bot), "Same as…")
    forged = bot.telegram.store(replace(question, chat=bot.telegram.chat(bot.telegram.reader)))
    reader = bot.telegram.reader
    answers = await bot.after(reader, lambda: bot.telegram.say(reader, "assad", reply_to=forged))
    assert all("somebody else than" not in answer.text for answer in answers)
    assert await decided(bot) == []


async def test_button_pressed_twice_changes_nothing(bot: ReadingBot) -> None:
    pressed = await digest(bot)
    await edit(bot, pressed, "Not the same: Assad")
    assert (await edit(bot, pressed, "Not the same: Assad")).text == worded(SO_ALREADY)
    assert len(await decided(bot)) == 1


@pytest.mark.parametrize("action", ["jn:2", "js:1", "jj:3:1"])
async def test_press_forged_by_a_reader_does_nothing(bot: ReadingBot, action: str) -> None:
    (message,) = await bot.ask("/who Bashar Assad")
    assert await bot.press_action(message, action) == ()
    assert (bot.telegram.answers[-1].text, bot.telegram.answers[-1].alert) == (worded(OLD_BUTTON), True)
    assert await decided(bot) == []


@pytest.mark.parametrize("action", ["jn:999", "jn:1", "jj:1:1", "jj:1:999999999999999999", "jj:999:1"])
async def test_press_of_what_is_gone_says_so(bot: ReadingBot, action: str) -> None:
    message = await digest(bot)
    (answer,) = await bot.press_action(message, action, user=bot.telegram.editor)
    assert answer.text == worded(SO_ALREADY)
    assert await decided(bot) == []
