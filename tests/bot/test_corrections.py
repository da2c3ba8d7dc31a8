"""A correction is undone until readers have it; over HTTP, both databases."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.chat.editing.corrections import UNDONE
from bot.localchat import LocalMessage
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.saying import worded
from tests.telegram import Served

WINDOW = timedelta(seconds=20)
CORRECTED = "Corrected. 1 message will be changed. It leaves in 20 seconds."
UNDO = "Undo the correction"
NOTE = "The talks were in Homs."


@pytest_asyncio.fixture
async def desk(served_telegram: Served, store: Store) -> AsyncIterator[Desk]:
    async with editing(served_telegram, store, stop_window=WINDOW) as made:
        yield made


async def pass_by(desk: Desk, time: timedelta = WINDOW) -> None:
    desk.clock.now += time
    await desk.settle()


async def corrected(desk: Desk, note: str = NOTE) -> LocalMessage:
    """One reader has the article, and an editor corrects it."""
    if not await desk.store.articles.count():
        await desk.subscribe()
        await desk.article()
        await desk.ask("/push 1")
        await pass_by(desk)
    desk.clock.now += timedelta(seconds=1)
    (answer,) = await desk.ask(f"/correct 1 {note}")
    return answer


def first_line(desk: Desk, message: LocalMessage) -> str:
    return desk.now(message).text.partition("\n")[0]


async def told(desk: Desk) -> bool:
    return "Corrected:" in desk.received(desk.telegram.reader)[-1]


async def test_readers_have_it_when_the_window_is_over(desk: Desk) -> None:
    answer = await corrected(desk)
    assert first_line(desk, answer) == CORRECTED
    await pass_by(desk, WINDOW - timedelta(seconds=1))
    before = await told(desk)
    await pass_by(desk, timedelta(seconds=1))
    assert (before, await told(desk)) == (False, True)


async def test_undone_readers_never_have_it(desk: Desk) -> None:
    answer = await corrected(desk)
    await desk.press(answer, UNDO)
    assert first_line(desk, answer) == worded(UNDONE)
    await pass_by(desk)
    assert not await told(desk)
    assert (await desk.store.articles.get(1)).correction is None
    assert [verb for _, verb, _ in await desk.decided()] == ["push", "correct", "undo correct"]


async def test_undone_what_was_corrected_before_stands_again(desk: Desk) -> None:
    await corrected(desk)
    await pass_by(desk)
    answer = await corrected(desk, "The talks were in Hama.")
    await desk.press(answer, UNDO)
    await pass_by(desk)
    assert (await desk.store.articles.get(1)).correction == NOTE
    assert f"Corrected: {NOTE}" in desk.received(desk.telegram.reader)[-1]


async def test_what_readers_have_is_not_unsaid_and_the_next_step_is_told(desk: Desk) -> None:
    answer = await corrected(desk)
    await pass_by(desk)
    await desk.press(answer, UNDO)
    assert first_line(desk, answer) == (
        "It is too late to undo it: 1 message shows it. To correct it further: /correct 1 …"
    )
    assert (await desk.store.articles.get(1)).correction == NOTE


async def test_undone_twice_it_is_undone_once(desk: Desk) -> None:
    answer = await corrected(desk)
    await desk.press(answer, UNDO)
    await desk.press_action(answer, "cu:1:1")
    assert first_line(desk, answer) == "Editor changed it first, today 12:00. Here is how it stands."
    assert [verb for _, verb, _ in await desk.decided()].count("undo correct") == 1


async def test_what_nobody_was_sent_is_undone_at_any_time(desk: Desk) -> None:
    await desk.article()
    (answer,) = await desk.ask(f"/correct 1 {NOTE}")
    await pass_by(desk)
    await desk.press(answer, UNDO)
    assert first_line(desk, answer) == worded(UNDONE)
    assert (await desk.store.articles.get(1)).correction is None


async def test_it_can_be_undone_from_wherever_the_article_stands(desk: Desk) -> None:
    answer = await corrected(desk)
    for label in ("Later…", "‹ Back"):
        await desk.press(answer, label)
    elsewhere = (await desk.ask("/preview 1"))[-1]
    for message in (answer, elsewhere):
        assert (
            f"Editor corrected it, today 12:00, and nobody has been sent that yet: {NOTE}"
            in desk.now(message).text
        )
        assert desk.now(message).buttons[0][0].label == UNDO
    await desk.press(elsewhere, UNDO)
    assert first_line(desk, elsewhere) == worded(UNDONE)
    await pass_by(desk)
    assert not await told(desk)


async def test_the_one_before_can_be_undone_too_while_nobody_has_it(desk: Desk) -> None:
    await corrected(desk)
    answer = await corrected(desk, "The talks were in Hama.")
    assert [NOTE in (await undo(desk, answer)) for _ in range(2)] == [True, False]
    await pass_by(desk)
    assert not await told(desk)


async def undo(desk: Desk, message: LocalMessage) -> str:
    """The message as it stands after the correction that it tells of was undone."""
    await desk.press(message, UNDO)
    return desk.now(message).text


@pytest.mark.parametrize("way", ["the window is over", "it is another article"])
async def test_what_readers_have_or_is_another_article_s_offers_no_undo(desk: Desk, way: str) -> None:
    answer = await corrected(desk)
    if way == "the window is over":
        await pass_by(desk)
    else:
        await desk.article("Bridge reopens")
        (answer,) = (await desk.ask("/preview 2"))[-1:]
    await desk.press(answer, "Later…")
    await desk.press(answer, "‹ Back")
    assert UNDO not in {one.label for row in desk.now(answer).buttons for one in row}
    assert "nobody has been sent" not in desk.now(answer).text
