"""An edition as one message: opened, closed, and amended whatever it shows."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.chat.articles import NOT_HERE
from bot.domain.articles import StoredArticle
from bot.localchat import Fault, LocalMessage, User
from bot.render.roundups import HELD_BACK, TAKEN_BACK
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.saying import worded
from tests.telegram import Served, shown
from tests.waiting import until

BACK = ("‹ Back",)
HEADLINES = ("Talks open", "Ferry sails", "Bridge falls")


@pytest_asyncio.fixture
async def desk(served_telegram: Served, store: Store) -> AsyncIterator[Desk]:
    """On each database."""
    async with editing(served_telegram, store) as made:
        yield made


async def an_edition(desk: Desk, *headlines: str) -> tuple[LocalMessage, list[StoredArticle]]:
    """The reader's edition of articles with these headlines, the last of them the newest."""
    reader = await desk.subscribe()
    articles = [await desk.article(headline) for headline in headlines or HEADLINES]
    desk.clock.now = desk.clock.now.replace(hour=7, minute=30) + timedelta(days=1)
    await desk.settle()
    message = desk.telegram.sent(reader)[-1]
    return message, articles


def line(number: int, headline: str) -> str:
    return f"{number}. {headline}\n“{headline}” is told here. The News"


def listed(*headlines: str) -> str:
    lines = [line(number, headline) for number, headline in enumerate(headlines, 1)]
    return "\n\n".join(["Your 07:30 edition", *lines])


def opened(headline: str) -> str:
    return f"{headline}\nThe News · 14 December 2016\n\n“{headline}” is told here."


def texts(desk: Desk, user: User) -> list[str]:
    return [message.text for message in desk.telegram.sent(user)][1:]  # after what /subscribe answered


async def press(desk: Desk, message: LocalMessage, button: str) -> None:
    assert await desk.press(desk.now(message), button, user=desk.telegram.reader) == []


async def test_edition_is_one_message_that_opens_and_closes_in_place(desk: Desk) -> None:
    message, _ = await an_edition(desk)
    assert shown(message) == (
        listed("Bridge falls", "Ferry sails", "Talks open"),
        (("1", "2", "3", "Share"),),
    )
    await press(desk, message, "2")
    assert shown(desk.now(message)) == (opened("Ferry sails"), (("Full text", "More"), BACK))
    await press(desk, message, "‹ Back")
    assert shown(desk.now(message)) == shown(message)
    assert len(texts(desk, desk.telegram.reader)) == 1


async def test_edition_of_one_story_is_the_story(desk: Desk) -> None:
    message, _ = await an_edition(desk, "Talks open")
    assert shown(message) == (f"Your 07:30 edition\n\n{opened('Talks open')}", (("Full text", "More"),))


async def test_killed_story_goes_from_the_list_and_its_open_message_shows_the_list(desk: Desk) -> None:
    message, (talks, ferry, _) = await an_edition(desk)
    await press(desk, message, "2")
    await desk.office.kill(ferry.id)
    await desk.settle()
    assert desk.now(message).text == listed("Bridge falls", "Talks open")
    await desk.office.kill(talks.id)
    await desk.settle()
    assert desk.now(message).text == f"Your 07:30 edition\n\n{opened('Bridge falls')}"


async def test_who_presses_the_number_of_a_story_that_was_killed_is_told(desk: Desk) -> None:
    message, (_, ferry, _) = await an_edition(desk)
    await desk.office.kill(ferry.id)  # and the list still shows it
    await press(desk, message, "2")
    assert desk.now(message).text == listed("Bridge falls", "Talks open")
    assert [(one.text, one.alert) for one in desk.telegram.answers] == [(worded(NOT_HERE), True)]
    await press(desk, message, "1")
    assert desk.telegram.answers[-1].text == ""


async def test_open_story_stays_open_when_another_is_killed(desk: Desk) -> None:
    message, (talks, _, _) = await an_edition(desk)
    await press(desk, message, "2")
    await desk.office.kill(talks.id)
    await desk.settle()
    assert desk.now(message).text == opened("Ferry sails")
    await press(desk, message, "‹ Back")
    assert desk.now(message).text == listed("Bridge falls", "Ferry sails")


async def test_edition_of_which_nothing_is_left_goes(desk: Desk) -> None:
    _, articles = await an_edition(desk)
    for article in articles:
        await desk.office.kill(article.id)
    await desk.settle()
    assert texts(desk, desk.telegram.reader) == []


@pytest.mark.parametrize("open_first", [False, True], ids=["a list", "a story"])
async def test_two_corrections_at_once_stand_both(desk: Desk, open_first: bool) -> None:
    message, (talks, ferry, _) = await an_edition(desk)
    if open_first:
        await press(desk, message, "2")
    editor = desk.telegram.editor
    await asyncio.gather(
        desk.ask(f"/correct {talks.id} They are in Geneva.", user=editor),
        desk.ask(f"/correct {ferry.id} She sailed at dawn.", user=editor),
    )
    await desk.settle()
    if open_first:
        assert "\nCorrected: She sailed at dawn.\n" in desk.now(message).text
        await press(desk, message, "‹ Back")
    assert (
        desk.now(message).text
        == listed("Bridge falls", "Ferry sails", "Talks open").replace(
            "\n\n3.", "\nCorrected: She sailed at dawn.\n\n3."
        )
        + "\nCorrected: They are in Geneva."
    )


async def test_held_story_goes_and_comes_back_when_it_is_published(desk: Desk) -> None:
    message, (_, ferry, _) = await an_edition(desk)
    await press(desk, message, "2")
    await desk.decide("ah", ferry)
    assert desk.now(message).text == listed("Bridge falls", "Talks open")
    await desk.decide("an", ferry)
    assert desk.now(message).text == opened("Ferry sails")


async def test_message_of_which_all_is_held_says_so_until_it_is_published(desk: Desk) -> None:
    message, (talks,) = await an_edition(desk, "Talks open")
    await desk.decide("ah", talks)
    assert shown(desk.now(message)) == (worded(HELD_BACK), ())
    await desk.decide("an", talks)
    assert shown(desk.now(message)) == shown(message)


async def test_kill_overtakes_a_press_and_leaves_nothing_of_the_story(desk: Desk) -> None:
    """The press was on its way before, and arrives last."""
    message, (_, ferry, _) = await an_edition(desk)
    arrives = asyncio.Event()
    desk.telegram.fail(Fault(outcome="slow", until=arrives), method="editMessageText")
    turning = asyncio.create_task(desk.press(message, "2", user=desk.telegram.reader))
    await until_under_way(desk)
    await desk.office.kill(ferry.id)
    await desk.settle()
    arrives.set()
    await turning
    assert desk.now(message).text == listed("Bridge falls", "Talks open")


async def test_press_on_what_a_kill_deletes_meanwhile_tells_nothing_of_it(desk: Desk) -> None:
    """What it was to open was read before the kill, and is not told below the message that is gone."""
    message, articles = await an_edition(desk)
    arrives = asyncio.Event()
    desk.telegram.fail(Fault(outcome="slow", until=arrives), method="editMessageText")
    turning = asyncio.create_task(desk.press(message, "2", user=desk.telegram.reader))
    await until_under_way(desk)
    for article in articles:
        await desk.office.kill(article.id)
    await desk.settle()
    arrives.set()
    await turning
    assert texts(desk, desk.telegram.reader) == [worded(TAKEN_BACK)]


async def test_press_overtakes_a_kill_and_stays_open(desk: Desk) -> None:
    """The list without the killed story was on its way before, and arrives last."""
    message, (_, ferry, _) = await an_edition(desk)
    arrives = asyncio.Event()
    desk.telegram.fail(Fault(outcome="slow", until=arrives), method="editMessageText")
    await desk.office.kill(ferry.id)
    await until_under_way(desk)
    await press(desk, message, "1")
    arrives.set()
    await desk.settle()
    assert desk.now(message).text == opened("Bridge falls")


async def until_under_way(desk: Desk) -> None:
    """Until the call that is to be slow was made."""
    await until(lambda: not desk.telegram.faults.left("editMessageText"))


async def test_press_of_somebody_else_s_message_turns_nothing(desk: Desk) -> None:
    message, (_, ferry, _) = await an_edition(desk)
    action = message.buttons[0][1].action
    other = desk.telegram.add_user("Otto")
    (welcome,) = await desk.ask("/help", user=other)
    (below,) = await desk.press_action(welcome, action, user=other)
    assert below.text == opened("Ferry sails")  # which everybody may read
    assert desk.now(message).text == message.text
    (below,) = await desk.press_action(welcome, "n:0:1", user=other)
    assert below.text == worded(NOT_HERE)
    for forged in (f"n:{10**17}:1", f"n:{ferry.id}:{10**17}", f"n:{10**17}:{10**17}"):
        assert len(await desk.press_action(message, forged, user=desk.telegram.reader)) == 1
    assert desk.now(message).text == message.text


async def test_buttons_of_a_group_s_edition_are_links(desk: Desk) -> None:
    group = desk.telegram.add_group(members=[desk.telegram.reader], admins=[desk.telegram.editor])
    await desk.ask("/subscribe 07:30", chat=group)
    articles = [await desk.article(headline) for headline in HEADLINES]
    desk.clock.now = desk.clock.now.replace(hour=7, minute=30) + timedelta(days=1)
    await desk.settle()
    message = desk.telegram.sent(group)[-1]
    *links, share = [button.url for row in message.buttons for button in row]
    start = "https://t.me/briefings_local_bot?start="
    assert links == [f"{start}s-{article.id}" for article in reversed(articles)]
    assert share == f"{start}he-3-2-1"
    (below,) = await desk.ask(f"/start s-{articles[1].id}", user=desk.telegram.reader)
    assert below.text == opened("Ferry sails")
    await desk.office.kill(articles[1].id)
    await desk.settle()
    assert desk.now(message).text == listed("Bridge falls", "Talks open")
