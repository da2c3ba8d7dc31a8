"""The next edition at the editors' desk: sent and called back, held, dropped, undone, over HTTP."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.chat.editing.editions import NOTHING, RELEASED, TOO_LATE, UNDONE
from bot.domain.sendings import ASKED_ABOVE
from bot.localchat import LocalMessage, User
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.library import NOON
from tests.bot.saying import worded
from tests.telegram import Served, shown

WINDOW = timedelta(seconds=20)
SENDS = "Editor sends it to 1 chat now. It leaves in 20 seconds."
OVERTAKEN = "Nothing was done: this message is older than what was decided since."


@pytest_asyncio.fixture
async def desk(served_telegram: Served, one_store: Store) -> AsyncIterator[Desk]:
    async with editing(served_telegram, one_store, stop_window=WINDOW) as made:
        yield made


async def another_editor(desk: Desk) -> User:
    other = desk.telegram.add_user("Ines")
    await desk.store.editorial.add_editor(other.id, by=desk.telegram.editor.id, now=desk.clock.now)
    return other


async def page(desk: Desk, user: User | None = None) -> LocalMessage:
    *_, control = await desk.ask("/preview", user=user)
    return control


async def press(desk: Desk, message: LocalMessage, button: str, user: User | None = None) -> list[str]:
    """The lines of the message then."""
    await desk.press(message, button, user=user)
    return desk.now(message).text.splitlines()


async def pass_by(desk: Desk, time: timedelta) -> None:
    desk.clock.now += time
    await desk.settle()


async def readers(desk: Desk, count: int = 1, order: str = "13:00") -> list[User]:
    found = [desk.telegram.add_user(f"Reader {number}") for number in range(count)]
    for one in found:
        await desk.subscribe(one, order=order)
    await desk.article()
    return found


# ------------------------------------------------------------------ sent, and called back


async def test_what_is_sent_leaves_when_the_window_is_over(desk: Desk) -> None:
    (reader,) = await readers(desk)
    lines = await press(desk, control := await page(desk), "Send now")
    assert SENDS in lines
    assert shown(desk.now(control))[1] == (("Stop",),)
    await pass_by(desk, WINDOW - timedelta(seconds=1))
    before = desk.received(reader)
    await pass_by(desk, timedelta(seconds=1))
    assert (before, len(desk.received(reader))) == ([], 1)


async def test_stopped_in_the_window_nothing_leaves_and_it_comes_at_its_hour(desk: Desk) -> None:
    (reader,) = await readers(desk)
    await press(desk, control := await page(desk), "Send now")
    await pass_by(desk, WINDOW / 2)
    lines = await press(desk, control, "Stop")
    assert lines[0] == "Stopped. Nothing was sent to 1 chat."
    await pass_by(desk, WINDOW)
    before = desk.received(reader)
    await pass_by(desk, timedelta(hours=1))
    assert (before, len(desk.received(reader))) == ([], 1)
    verbs = [verb for _, verb, _ in await desk.decided()]
    assert verbs == ["push", "stop"]


async def test_who_stops_too_late_is_told_whom_it_went_to(desk: Desk) -> None:
    (reader,) = await readers(desk)
    await press(desk, control := await page(desk), "Send now")
    await pass_by(desk, WINDOW)
    lines = await press(desk, control, "Stop")
    assert lines[0] == "It is too late to stop it: it went to 1 chat, today 12:00."
    assert len(desk.received(reader)) == 1


async def test_who_stops_what_another_stopped_is_told_who(desk: Desk) -> None:
    await readers(desk)
    other = await another_editor(desk)
    await press(desk, control := await page(desk), "Send now")
    theirs = await page(desk, other)
    await press(desk, control, "Stop")
    lines = await press(desk, theirs, "Stop", other)
    assert lines[0] == "Editor stopped it today 12:00; nothing was sent."
    assert [verb for _, verb, _ in await desk.decided()][1:] == ["push", "stop"]


async def test_more_than_ten_chats_are_asked_about(desk: Desk) -> None:
    found = await readers(desk, ASKED_ABOVE + 1)
    control = await page(desk)
    assert await press(desk, control, "Send now") == ["Send the next edition to 11 chats now?"]
    await pass_by(desk, WINDOW)
    assert desk.received(found[0]) == []
    await press(desk, control, "Send to 11 chats")
    await pass_by(desk, WINDOW)
    assert [len(desk.received(one)) for one in found] == [1] * len(found)


async def test_who_thinks_better_of_it_sends_nothing(desk: Desk) -> None:
    (first, *_) = await readers(desk, ASKED_ABOVE + 1)
    (question,) = await desk.ask("/push")
    await press(desk, question, "‹ Back")
    await pass_by(desk, WINDOW)
    assert desk.received(first) == []
    assert await desk.store.moves.since(0, 10) == ()


async def test_two_who_send_at_once_send_it_once_and_are_told_who_was_first(desk: Desk) -> None:
    (reader,) = await readers(desk)
    other = await another_editor(desk)
    ours, theirs = await page(desk), await page(desk, other)
    await press(desk, ours, "Send now")
    lines = await press(desk, theirs, "Send now", other)
    assert lines[:2] == [OVERTAKEN, "· Editor sent it to 1 chat, today 12:00."]
    assert shown(desk.now(theirs))[1] == (("Stop",),)
    await pass_by(desk, WINDOW)
    assert len(desk.received(reader)) == 1


async def test_with_nothing_new_for_anybody_nothing_is_ordered(desk: Desk) -> None:
    assert (await press(desk, await page(desk), "Send now"))[0] == worded(NOTHING)
    assert await desk.store.sendings.next_due() is None


async def test_without_a_window_it_goes_at_once(served_telegram: Served, one_store: Store) -> None:
    async with editing(served_telegram, one_store) as desk:
        (reader,) = await readers(desk)
        lines = await press(desk, await page(desk), "Send now")
        await desk.settle()
        assert "Editor sends it to 1 chat: it is on its way." in lines
        assert len(desk.received(reader)) == 1


async def test_what_was_killed_in_the_window_does_not_leave(desk: Desk) -> None:
    (reader,) = await readers(desk)
    await press(desk, control := await page(desk), "Send now")
    await desk.press_action(control, "ak:1:yes")
    await pass_by(desk, WINDOW)
    assert desk.received(reader) == []


# ------------------------------------------------------------------ held, dropped, undone


async def test_hold_says_how_many_wait_and_is_undone(desk: Desk) -> None:
    (reader,) = await readers(desk)
    lines = await press(desk, control := await page(desk), "Hold")
    assert lines[0] == "Held. 1 chat waits for it."
    assert (await press(desk, control, "Undo"))[0] == worded(UNDONE)
    await pass_by(desk, timedelta(hours=1))
    assert len(desk.received(reader)) == 1


async def test_release_is_undone_until_an_edition_went(desk: Desk) -> None:
    (reader,) = await readers(desk)
    control = await page(desk)
    await press(desk, control, "Hold")
    assert (await press(desk, control, "Release"))[0] == worded(RELEASED)
    undo = (await desk.store.moves.standing()).moved
    await pass_by(desk, timedelta(hours=1))
    await desk.press_action(control, f"eu:{undo}")
    assert desk.now(control).text.splitlines()[0] == worded(TOO_LATE)
    assert (await desk.store.orders.get()).held_until is None
    assert len(desk.received(reader)) == 1


async def test_a_dropped_edition_s_news_comes_with_the_one_after(desk: Desk) -> None:
    (reader,) = await readers(desk, order="13:00 18:00")
    lines = await press(desk, control := await page(desk), "Drop")
    assert lines[0] == ("Edition dropped. 1 chat does not get it; what is new comes with the one after.")
    assert "It is dropped: what is new comes with the one after." in lines
    assert shown(desk.now(control))[1] == (("Undo",), ("Hold", "Drop all", "Later…"))
    await pass_by(desk, timedelta(hours=1))
    before = desk.received(reader)
    await pass_by(desk, timedelta(hours=5))
    assert (before, len(desk.received(reader))) == ([], 1)


async def test_a_dropped_edition_is_undone_until_it_would_have_gone(desk: Desk) -> None:
    (reader,) = await readers(desk)
    await press(desk, control := await page(desk), "Drop")
    await press(desk, control, "Undo")
    await pass_by(desk, timedelta(hours=1))
    assert len(desk.received(reader)) == 1


async def test_all_dropped_is_in_no_edition_and_is_undone(desk: Desk) -> None:
    (reader,) = await readers(desk)
    lines = await press(desk, control := await page(desk), "Drop all")
    assert lines[0] == "All dropped. 1 article published until now is left out of all editions."
    await press(desk, control, "Undo")
    await pass_by(desk, timedelta(hours=1))
    assert len(desk.received(reader)) == 1


async def test_all_dropped_stays_dropped(desk: Desk) -> None:
    (reader,) = await readers(desk)
    await press(desk, await page(desk), "Drop all")
    await pass_by(desk, timedelta(hours=1))
    assert desk.received(reader) == []


@pytest.mark.parametrize("button", ["Send now", "Hold", "Drop", "Drop all"])
async def test_an_old_message_does_nothing_again_and_says_what_happened_since(
    desk: Desk, button: str
) -> None:
    await readers(desk)
    other = await another_editor(desk)
    old, new = await page(desk, other), await page(desk)
    await press(desk, new, "Hold")
    await press(desk, new, "Release")
    before = await desk.store.moves.since(0, 10)
    lines = await press(desk, old, button, other)
    assert lines[:3] == [
        OVERTAKEN,
        "· Editor held all editions, today 12:00.",
        "· Editor released the editions, today 12:00.",
    ]
    assert await desk.store.moves.since(0, 10) == before


async def test_undone_twice_it_is_undone_once(desk: Desk) -> None:
    await readers(desk)
    await press(desk, control := await page(desk), "Hold")
    held = (await desk.store.moves.standing()).moved
    await press(desk, control, "Undo")
    await desk.press_action(control, f"eu:{held}")
    assert desk.now(control).text.splitlines()[:2] == [
        OVERTAKEN,
        "· Editor undid what was done before, today 12:00.",
    ]


@pytest.mark.parametrize("action", ["es", "eh", "ed", "el", "ef"])
async def test_a_button_from_before_moves_were_numbered_shows_how_it_stands(desk: Desk, action: str) -> None:
    await readers(desk)
    control = await page(desk)
    await desk.press_action(control, action)
    assert desk.now(control).text.splitlines()[0] == "The next edition"
    assert await desk.store.moves.since(0, 10) == ()
    assert desk.clock.now == NOON
