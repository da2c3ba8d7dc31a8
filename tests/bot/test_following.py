"""/follow and /unfollow over HTTP, and what a follow brings."""

import pytest

from bot.domain.interests import Subject
from tests.bot.front_page import a_front_page
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis
from tests.bot.running import ReadingBot
from tests.telegram import shown


async def followed(bot: ReadingBot) -> list[tuple[str, bool]]:
    """The words of all follows, and whether each means an actor."""
    chat = await bot.store.chats.find(bot.telegram.reader.id)
    kept = await bot.store.interests.of(chat.id, now=NOON) if chat else ()
    return [(one.subject.words, one.subject.actor_id is not None) for one in kept]


@pytest.mark.parametrize(
    ("asked", "follows"),
    [
        pytest.param("Bashar Assad", [("Bashar Assad", True)], id="a name"),
        pytest.param("assad", [("Bashar Assad", True)], id="a word of a person's name"),
        pytest.param("russia", [("Russia", True)], id="a state"),
        pytest.param("aleppo cease-fire", [("aleppo cease-fire", False)], id="words"),
        pytest.param("(a+)+$ .*", [("(a+)+$ .*", False)], id="an expression is words"),
    ],
)
async def test_names_and_words_are_followed(
    subscribing_bot: ReadingBot, asked: str, follows: list[tuple[str, bool]]
) -> None:
    await a_front_page(subscribing_bot.store)
    (answer,) = await subscribing_bot.ask(f"/follow {asked}")
    assert answer.text.splitlines()[0] == f"You now follow “{follows[0][0]}”. New articles on this come here."
    assert shown(answer)[1] == (("All I follow",),)
    assert await followed(subscribing_bot) == follows


async def test_a_name_typed_wrong_is_asked_about(subscribing_bot: ReadingBot) -> None:
    await a_front_page(subscribing_bot.store)
    (question,) = await subscribing_bot.ask("/follow asad")
    assert shown(question) == (
        "Follow “asad”: who or what is meant?",
        (("Bashar Assad",), ("The word “asad”",)),
    )
    await subscribing_bot.press(question, "Bashar Assad")
    assert await followed(subscribing_bot) == [("Bashar Assad", True)]


async def test_a_name_and_its_word_are_told_apart_by_what_they_are(subscribing_bot: ReadingBot) -> None:
    await a_front_page(subscribing_bot.store)
    (question,) = await subscribing_bot.ask("follow Russia")
    assert shown(question)[1][:2] == (("Follow · Russia · state",), ("Follow · The word “Russia”",))
    await subscribing_bot.press(question, "Follow · The word “Russia”")
    assert await followed(subscribing_bot) == [("Russia", False)]


async def test_words_can_be_meant_where_a_name_is_like_them(subscribing_bot: ReadingBot) -> None:
    await a_front_page(subscribing_bot.store)
    (question,) = await subscribing_bot.ask("/follow asad")
    await subscribing_bot.press(question, "The word “asad”")
    assert await followed(subscribing_bot) == [("asad", False)]


async def test_the_beginning_of_a_long_name_is_asked_about(subscribing_bot: ReadingBot) -> None:
    actor = an_actor("Aleppo Media Center", kind="organization")
    analysis = an_analysis(sentences=("Aleppo Media Center filmed it.",), actors=(actor,))
    await a_stored_article(subscribing_bot.store, analysis)
    (question,) = await subscribing_bot.ask("/follow aleppo")
    assert shown(question)[1] == (("Aleppo Media Center",), ("The word “aleppo”",))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("/follow siege", "You already follow “siege”.", id="twice"),
        pytest.param(
            "/follow !!!",
            "“!!!” is no name and no topic. Write one after the command, for example: /follow cease-fire",
            id="no word",
        ),
        pytest.param("/unfollow SIEGE", "You no longer follow “siege”.", id="unfollowed however written"),
    ],
)
async def test_odd_follows(subscribing_bot: ReadingBot, asked: str, answer: str) -> None:
    await subscribing_bot.ask("/follow siege")
    assert [m.text for m in await subscribing_bot.ask(asked)] == [answer]


async def test_a_hundred_follows_are_enough(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/follow word")
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    for number in range(99):
        await subscribing_bot.store.interests.add(chat.id, Subject(words=f"word{number}"), now=NOON)
    (answer,) = await subscribing_bot.ask("/follow more")
    assert answer.text.startswith("You follow a hundred names and topics")
    (listed,) = await subscribing_bot.ask("/follow")
    assert sum(len(row) for row in listed.buttons) == 100
    assert "\nand 70 more: see the buttons\n" in listed.text


async def test_an_actor_is_unfollowed_by_another_name(subscribing_bot: ReadingBot) -> None:
    await a_front_page(subscribing_bot.store)
    await subscribing_bot.ask("/follow Bashar Assad")
    assert [m.text for m in await subscribing_bot.ask("/unfollow assad")] == [
        "You no longer follow “Bashar Assad”."
    ]
    assert await followed(subscribing_bot) == []


async def test_the_list_ends_follows_in_place(subscribing_bot: ReadingBot) -> None:
    for words in ("siege", "cease-fire"):
        await subscribing_bot.ask(f"/follow {words}")
    (listed,) = await subscribing_bot.ask("/follow")
    assert shown(listed) == (
        "You follow\n· siege\n· cease-fire\n\nPress one to stop following it.",
        (("✕ siege", "✕ cease-fire"),),
    )
    assert await subscribing_bot.press(listed, "✕ siege") == ()
    assert shown(subscribing_bot.now(listed)) == (
        "You follow\n· cease-fire\n\nPress one to stop following it.",
        (("✕ cease-fire",),),
    )


async def test_who_ends_the_last_follow_wants_nothing_any_more(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/follow siege")
    await subscribing_bot.ask("/unfollow siege")
    assert await subscribing_bot.store.chats.count_subscribers() == 0


async def test_another_chat_s_follow_is_not_ended(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    await subscribing_bot.ask("/follow siege", user=telegram.editor)
    (listed,) = await subscribing_bot.ask("/follow")
    await subscribing_bot.press_action(listed, "fe:1")
    assert await subscribing_bot.store.chats.count_subscribers() == 1
