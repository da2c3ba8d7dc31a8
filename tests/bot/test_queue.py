"""/queue: what waits for an editor, for its hour or for an answer, one list, the oldest first; over HTTP."""

from datetime import timedelta

import pytest

from bot.domain.articles import ArticleState, OnRemoved, Page, StoredArticle
from bot.domain.editing import Queued, Signed
from bot.localchat import LocalMessage
from bot.store import Store
from tests.bot.editing import Desk
from tests.bot.library import NOON, a_stamp, a_stored_article, an_analysis, embargo
from tests.telegram import shown

HOUR = timedelta(hours=1)
EDITOR, OTHER = 1002, 8_000_000_000


async def filed(store: Store, name: str, *, hours: int = 0, **how: ArticleState) -> StoredArticle:
    return await a_stored_article(
        store,
        an_analysis(headline=name, sentences=(f"“{name}” is told here.",)),
        path=f"{name}.txt",
        now=NOON - 10 * HOUR + hours * HOUR,
        **how,
    )


async def waiting(store: Store, *, page: int = 0, size: int = 10) -> Page[Queued]:
    return await store.queue.page(page, size, of=EDITOR, now=NOON)


async def fill(store: Store) -> None:
    """One of each that waits, and what does not."""
    await filed(store, "Reviewed", hours=1, state=ArticleState.REVIEW)
    await filed(store, "Published", hours=1)
    await filed(store, "Killed", hours=1, state=ArticleState.KILLED)
    later = await filed(store, "Embargoed", hours=2)
    await embargo(store, later.id, NOON + HOUR, now=NOON - 8 * HOUR)
    await filed(store, "Held", hours=3, state=ArticleState.HELD)
    await filed(store, "Gone", hours=1)
    await store.articles.remove_file("Gone.txt", NOON - 6 * HOUR)
    changed = await filed(store, "Changed", hours=0)
    await store.articles.file(
        an_analysis(headline="Changed", sentences=("Other words.",)),
        stamp=a_stamp("Changed.txt", modified_ns=2),
        state=ArticleState.REVIEW,
        now=NOON - 5 * HOUR,
    )
    assert changed.pending_id is None
    for user, name in ((EDITOR, "Drafted"), (OTHER, "Another’s")):
        draft = an_analysis(headline=name, sentences=("Words.",))
        await store.drafts.keep(f"{name}.txt", draft, by=user, now=NOON - 4 * HOUR)


async def test_what_waits_is_one_list_the_oldest_first(store: Store) -> None:
    await fill(store)
    page = await waiting(store)
    assert [(one.entry.headline, one.why) for one in page.items] == [
        ("Reviewed", ("review",)),
        ("Embargoed", ("embargo",)),
        ("Held", ("held",)),
        ("Gone", ("removed",)),
        ("Changed", ("text",)),
        ("Drafted", ("draft",)),
    ]
    assert [one.since for one in page.items] == [NOON - hours * HOUR for hours in (9, 8, 7, 6, 5, 4)]
    assert [one.until for one in page.items if one.until] == [NOON + HOUR]
    assert (page.total, await store.queue.count(of=EDITOR, now=NOON)) == (6, 6)
    assert await store.queue.count(of=EDITOR, now=NOON + HOUR) == 5  # the hour has come


async def test_it_has_pages_and_the_last_one_stands_for_those_behind_it(store: Store) -> None:
    await fill(store)
    pages = [await waiting(store, page=number, size=4) for number in (0, 1, 9)]
    assert [[one.entry.headline for one in page.items] for page in pages] == [
        ["Reviewed", "Embargoed", "Held", "Gone"],
        ["Changed", "Drafted"],
        ["Changed", "Drafted"],
    ]
    assert [page.number for page in pages] == [0, 1, 1]


async def test_what_waits_for_two_reasons_is_one_thing(store: Store) -> None:
    article = await filed(store, "Reviewed", state=ArticleState.REVIEW)
    await store.articles.remove_file("Reviewed.txt", NOON)
    (one,) = (await waiting(store)).items
    assert (one.entry.article_id, one.why, one.since) == (article.id, ("removed", "review"), NOON)


@pytest.mark.parametrize("before", [ArticleState.LIVE, ArticleState.REVIEW])
async def test_what_was_withdrawn_comes_back_as_it_was(store: Store, before: ArticleState) -> None:
    await filed(store, "Gone", state=before)
    await store.articles.remove_file("Gone.txt", NOON, on_removed=OnRemoved.WITHDRAW)
    signed = Signed(verb="keep", subject="it", by=EDITOR)
    kept = [await store.decisions.keep(1, signed=signed, now=NOON) for _ in range(2)]
    assert (kept, (await store.articles.get(1)).state) == ([True, False], before)


# ------------------------------------------------------------------ in the chat


async def asked(desk: Desk) -> LocalMessage:
    """The queue of a bot where the file of article 1 was removed."""
    await desk.article("Talks open")
    await desk.store.articles.remove_file("Talks open.txt", desk.clock.now)
    (queue,) = await desk.ask("/queue")
    return queue


async def test_nothing_waits(desk: Desk) -> None:
    await desk.article()
    (queue,) = await desk.ask("/queue")
    assert shown(queue) == ("Nothing is waiting.", (("Look again",),))


async def test_the_queue_leads_to_each_thing_and_is_right_at_once_after_a_change(desk: Desk) -> None:
    await desk.article("Talks wait", state=ArticleState.REVIEW)
    await desk.article("Talks are held", state=ArticleState.HELD)
    (queue,) = await desk.ask("/queue")
    assert shown(queue) == (
        "2 things wait, the oldest first\n\n"
        "1. Talks wait\nfor an editor · since today 11:00\n\n"
        "2. Talks are held\nheld back · since today 11:00",
        (("1", "2"), ("Look again",)),
    )
    *_, control = await desk.press(queue, "1")
    await desk.press(control, "Publish")
    await desk.press(control, "Queue")
    assert (
        desk.now(control).text
        == "1 thing waits, the oldest first\n\n1. Talks are held\nheld back · since today 11:00"
    )
    await desk.press(queue, "Look again")
    assert desk.now(queue).text == desk.now(control).text


async def test_a_draft_is_opened_from_the_queue_and_filed(desk: Desk) -> None:
    editor = desk.telegram.editor
    talks = b"Talks open\nBoth sides came."
    await desk.bot.after(editor, lambda: desk.telegram.send_document(editor, "talks.txt", talks))
    (queue,) = await desk.ask("/queue")
    assert queue.text.endswith("1. Talks open\nproposed, and not filed yet · since today 12:00")
    below, *_ = await desk.press(queue, "1")
    assert below.text.startswith("Read from talks.txt\n\nTalks open\n")
    await desk.press(below, "File it")
    assert [message.text for message in await desk.ask("/queue")] == ["Nothing is waiting."]


async def test_the_question_of_a_removed_file_stands_until_it_is_answered(desk: Desk) -> None:
    queue = await asked(desk)
    assert queue.text.endswith("1. Talks open\nits file was removed · since today 12:00")
    *_, control = await desk.press(queue, "1")
    assert shown(control) == (
        "Article 1 · Talks open\npublished; its file was removed",
        (
            ("Keep it", "Withdraw it"),
            ("Send now",),
            ("Hold", "Drop", "Later…"),
            ("Preview", "Repair…", "Queue"),
        ),
    )
    await desk.press(control, "Keep it")
    assert desk.now(control).text.startswith("It stays, though its file is gone.\n\n")
    await desk.press(control, "Queue")
    assert desk.now(control).text == "Nothing is waiting."
    assert await desk.decided() == [(EDITOR, "keep", "1 “Talks open”")]


async def test_what_is_withdrawn_for_its_file_leaves_what_was_sent_and_can_come_back(desk: Desk) -> None:
    reader = await desk.subscribe(order="new")
    queue = await asked(desk)
    await desk.ask("/push 1")
    await desk.settle()
    *_, control = await desk.press(queue, "1")
    await desk.press(control, "Withdraw it")
    await desk.settle()
    assert shown(desk.now(control)) == (
        "Withdrawn. Readers do not see it any more.\n\n"
        "Article 1 · Talks open\nwithdrawn, its file was removed",
        (("Bring it back",), ("Queue",)),
    )
    assert "Talks open" not in desk.received(reader)[-1]
    await desk.press(control, "Bring it back")
    await desk.settle()
    assert (await desk.state(await desk.store.articles.get(1))) is ArticleState.LIVE
    assert "Talks open" in desk.received(reader)[-1]
    assert [verb for _, verb, _ in await desk.decided()] == ["push", "withdraw", "bring back"]
