"""Which articles tell one story, by an editor's word: taken out, put elsewhere, split, undone; over HTTP."""

from datetime import timedelta

import pytest

from bot.chat.editing.story_repairs import PUT, SO_ALREADY, SPLIT
from bot.domain.articles import ArticleState
from bot.domain.errors import OvertakenError
from bot.localchat import LocalMessage
from bot.render.happened import MOVED
from bot.render.story_repairs import key_of_list
from bot.store import Store
from tests.bot.editing import Desk
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.saying import worded

NAMES = ("Talks open", "Talks go on", "A bridge fell", "A ferry sails")


async def told(desk: Desk) -> dict[int, int]:
    """The story of each article; the first three tell one by the rules' mistake, the last another."""
    for name in NAMES:
        await desk.article(name)
    for id_ in (2, 3):
        await desk.store.story_repairs.move([id_], 1, seen=(), subject="", by=1, now=NOON)
    return await stories(desk.store)


async def stories(store: Store) -> dict[int, int]:
    return {id_: (await store.articles.get(id_)).story_id for id_ in range(1, len(NAMES) + 1)}


async def page(desk: Desk, article: int = 3) -> LocalMessage:
    *_, control = await desk.ask(f"/preview {article}")
    await desk.press(control, "Repair…")
    await desk.press(control, "Story…")
    return control


def labels(desk: Desk, message: LocalMessage) -> list[str]:
    return [button.label for row in desk.now(message).buttons for button in row]


async def test_an_article_is_taken_out_of_its_story_and_put_back_by_undo(desk: Desk) -> None:
    before = await told(desk)
    message = await page(desk)
    assert labels(desk, message) == ["1", "2", "3", "Take it out", "Put it into another…", "‹ Back"]
    await desk.press(message, "Take it out")
    after = await stories(desk.store)
    assert desk.now(message).text.startswith(worded(SPLIT))
    assert after[3] not in (after[1], after[2], after[4])
    assert (after[1], after[2], after[4]) == (before[1], before[2], before[4])
    await desk.press(message, "Undo")
    assert await stories(desk.store) == before
    assert [verb for _, verb, _ in await desk.decided()][-2:] == ["story", "undo story"]


async def test_a_story_is_split_by_choosing_and_joined_again_by_undo(desk: Desk) -> None:
    before = await told(desk)
    message = await page(desk)
    await desk.press(message, "1")
    await desk.press(message, "2")
    assert labels(desk, message)[:4] == ["1 ✓", "2 ✓", "3", "2 are another story"]
    await desk.press(message, "2 are another story")
    after = await stories(desk.store)
    assert after[1] == after[2] != after[3] == before[3]
    await desk.press(message, "Undo")
    joined = await stories(desk.store)
    assert joined[1] == joined[2] == joined[3] != joined[4]


async def test_an_article_is_put_into_another_story(desk: Desk) -> None:
    await told(desk)
    message = await page(desk)
    await desk.press(message, "Put it into another…")
    await desk.press(message, "4")
    after = await stories(desk.store)
    assert desk.now(message).text.startswith(worded(PUT))
    assert after[3] == after[4] != after[1]
    await desk.press(message, "Undo")
    assert (await stories(desk.store))[3] == after[1]


async def test_a_story_that_is_otherwise_since_is_shown_and_not_split(desk: Desk) -> None:
    before = await told(desk)
    message = await page(desk)
    await desk.press(message, "1")
    await desk.store.articles.set_state(2, ArticleState.KILLED, NOON)
    await desk.press(message, "1 is another story")
    assert desk.now(message).text.startswith(worded(MOVED))
    assert await stories(desk.store) == before


async def test_of_two_editors_the_second_hears_who_was_first(desk: Desk) -> None:
    await told(desk)
    mine, theirs = await page(desk), await page(desk)
    await desk.press(theirs, "Take it out")
    await desk.press(mine, "Take it out")
    assert desk.now(mine).text.startswith("Editor changed it first, today 12:00.")


@pytest.mark.parametrize("action", ["vo:4:0", "vz:4:1:k00000000", "vi:4:4:0", "vi:3:1:1"])
async def test_what_is_so_already_changes_nothing(desk: Desk, action: str) -> None:
    before = await told(desk)
    (message,) = await desk.ask("/queue")
    await desk.press_action(message, action)
    assert desk.now(message).text.startswith((worded(SO_ALREADY), worded(MOVED)))
    assert await stories(desk.store) == before


@pytest.mark.parametrize("action", ["vs:99", "vt:99:1:k00000000", "vz:99:1:k00000000", "vo:99:0"])
async def test_of_no_article_nothing_is_moved(desk: Desk, action: str) -> None:
    before = await told(desk)
    (message,) = await desk.ask("/queue")
    await desk.press_action(message, action)
    assert await stories(desk.store) == before


async def repairs(desk: Desk, article: int = 3) -> LocalMessage:
    *_, control = await desk.ask(f"/preview {article}")
    await desk.press(control, "Repair…")
    return control


async def test_moves_are_listed_with_who_and_when_and_undone_one_by_one(desk: Desk) -> None:
    before = await told(desk)
    message = await page(desk)
    await desk.press(message, "Take it out")
    desk.clock.now += timedelta(hours=1)
    await desk.press(message, "Put it into another…")
    await desk.press(message, "4")
    listed = await repairs(desk)
    assert desk.now(listed).text.splitlines()[2:] == [
        "3. Put into the story of article 4",
        "Editor, today 13:00",
        "",
        "2. Made another story: 3",
        "Editor, today 12:00",
        "",
        "1. Put into the story of article 1",
        "1, today 12:00",
    ]
    assert labels(desk, listed)[:2] == ["Undo 3", "Pull quote…"]
    await desk.press(listed, "Undo 3")
    assert desk.now(listed).text.startswith("Undone.\n")
    listed = await repairs(desk)
    assert labels(desk, listed)[:2] == ["Undo 2", "Pull quote…"]
    await desk.press(listed, "Undo 2")
    assert await stories(desk.store) == before


async def test_who_undoes_what_was_undone_hears_who_was_first(desk: Desk) -> None:
    before = await told(desk)
    message = await page(desk)
    await desk.press(message, "Take it out")
    await desk.press(message, "Undo")
    (other,) = await desk.ask("/queue")
    await desk.press_action(other, "vu:3:3")
    assert desk.now(other).text.startswith("Editor undid this, today 12:00.")
    assert await stories(desk.store) == before


async def test_the_story_is_moved_in_one_transaction_on_what_was_seen(store: Store) -> None:
    for name in ("a", "b"):
        await a_stored_article(store, an_analysis(headline=name, sentences=(f"It is {name}.",)), path=name)
    assert await store.story_repairs.move([1], 2, seen=(), subject="", by=1, now=NOON)
    entries = await store.story_repairs.told_with(1)
    assert [one.article_id for one in entries] == [1, 2]
    assert key_of_list(entries) != key_of_list(entries[:1])
    with pytest.raises(OvertakenError):
        await store.story_repairs.move([1], None, seen=[1], subject="", by=1, now=NOON)
    with pytest.raises(OvertakenError):
        await store.story_repairs.move([1], None, seen=(), subject="", by=1, now=NOON, turn=0)


async def test_what_was_sent_shows_the_parted_story_once_it_is_changed(desk: Desk) -> None:
    reader = await desk.subscribe()
    await told(desk)
    await desk.ask("/push")
    await desk.settle()
    message = await page(desk)
    await desk.press(message, "Take it out")
    (change,) = [label for label in labels(desk, message) if label.startswith("Change")]
    await desk.press(message, change)
    await desk.settle()
    assert desk.received(reader)
