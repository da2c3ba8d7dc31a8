"""An article that an editor sends waits for the stop window, as an edition does; over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.chat.editing.articles import NOBODY_LACKS_IT, WORDS
from bot.config.settings import Review
from bot.delivery import dispatcher as dispatcher_module
from bot.delivery.dispatcher import Dispatcher
from bot.domain.articles import ArticleState
from bot.domain.editing import Word
from bot.localchat import LocalMessage, User
from bot.store import Store
from tests.bot.delivering import PostOffice
from tests.bot.editing import Desk, editing
from tests.bot.library import a_stamp, an_analysis
from tests.bot.saying import worded
from tests.telegram import Served, shown
from tests.waiting import PATIENCE, until

WINDOW = timedelta(seconds=20)
SENDS = "Editor sends it to 1 chat now. It leaves in 20 seconds."
STOPPED = "Stopped. Nothing was sent to 1 chat."


@pytest_asyncio.fixture
async def desk(served_telegram: Served, store: Store) -> AsyncIterator[Desk]:
    async with editing(served_telegram, store, stop_window=WINDOW) as made:
        yield made


async def sent(desk: Desk, *, by: str = "/push 1", state: ArticleState = ArticleState.LIVE) -> LocalMessage:
    """The message by which an article was sent to its one reader."""
    await desk.subscribe()
    await desk.article(state=state)
    if by != "Send now":
        return (await desk.ask(by))[-1]
    *_, control = await desk.ask("/preview 1")
    await desk.press(control, by)
    return desk.now(control)


async def pass_by(desk: Desk, time: timedelta) -> None:
    desk.clock.now += time
    await desk.settle()


def lines(desk: Desk, message: LocalMessage) -> list[str]:
    return desk.now(message).text.splitlines()


@pytest.mark.parametrize("by", ["/push 1", "Send now"])
async def test_it_leaves_when_the_window_is_over(desk: Desk, by: str) -> None:
    control = await sent(desk, by=by)
    assert shown(control) == (
        f"Article 1 · Talks open\npublished\n{SENDS}",
        (("Stop",), ("Preview", "Repair…", "Queue")),
    )
    await pass_by(desk, WINDOW - timedelta(seconds=1))
    before = desk.received(desk.telegram.reader)
    await pass_by(desk, timedelta(seconds=1))
    assert (before, len(desk.received(desk.telegram.reader))) == ([], 1)


@pytest.mark.parametrize("state", [ArticleState.LIVE, ArticleState.REVIEW, ArticleState.HELD])
async def test_stopped_nothing_leaves_and_it_stands_as_before(desk: Desk, state: ArticleState) -> None:
    control = await sent(desk, state=state)
    await pass_by(desk, WINDOW / 2)
    await desk.press(control, "Stop")
    assert lines(desk, control)[0] == STOPPED
    await pass_by(desk, WINDOW)
    assert desk.received(desk.telegram.reader) == []
    assert (await desk.store.articles.get(1)).state is state
    assert [verb for _, verb, _ in await desk.decided()] == ["push", "stop"]


async def test_readers_do_not_find_it_before_it_leaves(desk: Desk) -> None:
    await sent(desk, state=ArticleState.REVIEW)
    found = []
    for _ in range(2):
        found.append("Talks open" in (await desk.ask("/latest", user=desk.telegram.reader))[0].text)
        await pass_by(desk, WINDOW)
    assert found == [False, True]


async def test_who_stops_too_late_is_told_whom_it_went_to(desk: Desk) -> None:
    control = await sent(desk)
    await pass_by(desk, WINDOW)
    await desk.press(control, "Stop")
    assert lines(desk, control)[0] == "It is too late to stop it: it went to 1 chat, today 12:00."
    assert len(desk.received(desk.telegram.reader)) == 1


async def test_another_editor_sees_who_sends_it_and_calls_it_back(desk: Desk) -> None:
    ines = desk.telegram.add_user("Ines")
    await desk.store.editorial.add_editor(ines.id, by=desk.telegram.editor.id, now=desk.clock.now)
    control = await sent(desk)
    *_, theirs = await desk.ask("/preview 1", user=ines)
    assert SENDS in theirs.text
    await desk.press(theirs, "Stop", user=ines)
    assert lines(desk, theirs)[0] == STOPPED
    await desk.press(control, "Stop")
    assert lines(desk, control)[0] == "Ines stopped it today 12:00; nothing was sent."


async def test_sent_twice_it_leaves_once(desk: Desk) -> None:
    await sent(desk)
    (again,) = await desk.ask("/push 1")
    assert SENDS in again.text
    await pass_by(desk, WINDOW)
    assert len(desk.received(desk.telegram.reader)) == 1
    assert [verb for _, verb, _ in await desk.decided()] == ["push"]


async def test_what_everybody_had_is_not_sent(desk: Desk) -> None:
    await sent(desk)
    await pass_by(desk, WINDOW)
    (again,) = await desk.ask("/push 1")
    assert lines(desk, again)[0] == worded(NOBODY_LACKS_IT)
    assert await desk.store.sendings.next_due() is None


async def test_two_articles_and_an_edition_wait_beside_each_other(desk: Desk) -> None:
    await sent(desk)
    await desk.article("Talks fail")
    (other,) = await desk.ask("/push 2")
    await desk.article("Bridge falls")
    await desk.ask("/push")
    await desk.press(other, "Stop")
    await pass_by(desk, WINDOW)
    told = desk.received(desk.telegram.reader)
    assert [sum(name in text for text in told) for name in ("Talks open", "Bridge falls")] == [1, 1]


@pytest.mark.parametrize(
    ("ends_it", "state"),
    [("ah:1", ArticleState.HELD), ("ak:1:yes", ArticleState.KILLED), ("al:1:28934580", ArticleState.LIVE)],
    ids=["held", "killed", "for an hour"],
)
async def test_what_is_decided_meanwhile_calls_it_back(desk: Desk, ends_it: str, state: ArticleState) -> None:
    control = await sent(desk)
    await desk.press_action(control, ends_it)
    await pass_by(desk, WINDOW)
    assert desk.received(desk.telegram.reader) == []
    assert (await desk.store.articles.get(1)).state is state
    assert await desk.store.sendings.next_due() is None


async def test_a_text_that_came_in_the_window_is_not_published_by_it(
    served_telegram: Served, store: Store
) -> None:
    async with editing(served_telegram, store, stop_window=WINDOW, review=Review.ON) as desk:
        await sent(desk, state=ArticleState.REVIEW)
        stamp = a_stamp("Talks open.txt", modified_ns=2)
        newer = an_analysis(headline="Talks open", sentences=("Other words.",))
        await store.articles.file(newer, stamp=stamp, state=ArticleState.REVIEW, now=desk.clock.now)
        await pass_by(desk, WINDOW)
        assert (await store.articles.get(1)).state is ArticleState.REVIEW
        assert desk.received(desk.telegram.reader) == []


async def test_who_stopped_it_took_its_word_back(served_telegram: Served, store: Store) -> None:
    async with editing(served_telegram, store, stop_window=WINDOW, review=Review.TWO) as desk:
        ines = desk.telegram.add_user("Ines")
        await store.editorial.add_editor(ines.id, by=desk.telegram.editor.id, now=desk.clock.now)
        first = await sent(desk, state=ArticleState.REVIEW)
        assert lines(desk, first)[0] == worded(WORDS[Word.FIRST])
        (theirs,) = await desk.ask("/push 1", user=ines)
        await desk.press(theirs, "Stop", user=ines)
        (mine,) = await desk.ask("/push 1")
        assert lines(desk, mine)[0] == worded(WORDS[Word.AGAIN])
        await pass_by(desk, WINDOW)
        assert desk.received(desk.telegram.reader) == []


async def test_a_program_that_starts_anew_sends_what_was_ordered(desk: Desk) -> None:
    await sent(desk)
    await desk.office.restart()
    await pass_by(desk, WINDOW)
    assert len(desk.received(desk.telegram.reader)) == 1


# ------------------------------------------------------------------ after a start


async def ordered(office: PostOffice, reader: User) -> None:
    await office.subscriber(reader)
    await office.article()
    moment = office.clock.now
    await office.store.moves.send(
        seen=0, not_before=moment, chats=1, articles=1, subject="", by=1, now=moment
    )


async def test_what_is_ordered_of_a_leader_that_just_began_goes_at_once(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher_module, "GRACE", 2 * PATIENCE)
    dispatcher = Dispatcher(office.store.sendings, office.publisher, clock=office.clock)
    leading = asyncio.create_task(dispatcher.run())
    try:
        await asyncio.sleep(0)
        await ordered(office, office.telegram.reader)
        dispatcher.wake()
        await until(lambda: office.telegram.sent(office.telegram.reader))
    finally:
        leading.cancel()
        await asyncio.gather(leading, return_exceptions=True)


async def test_what_was_ordered_while_nobody_led_waits_for_who_may_have_stopped_it(
    office: PostOffice,
) -> None:
    await ordered(office, office.telegram.reader)
    office.clock.now += timedelta(minutes=1)
    dispatcher = Dispatcher(office.store.sendings, office.publisher, clock=office.clock)
    leading = asyncio.create_task(dispatcher.run())
    try:
        await asyncio.sleep(0.3)  # it would have left by then
        assert not office.telegram.sent(office.telegram.reader)
    finally:
        leading.cancel()
        await asyncio.gather(leading, return_exceptions=True)
