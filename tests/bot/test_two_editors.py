"""More hands: two words for a text, chief editors, and two who press at once; over HTTP."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.chat.editing.articles import WORDS
from bot.chat.editing.editors_only import CHIEFS_ONLY
from bot.config.settings import Review
from bot.domain.articles import ArticleState
from bot.domain.editing import Word
from bot.localchat import LocalMessage, User
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.library import a_stamp, an_analysis
from tests.bot.saying import worded
from tests.telegram import Served

FIRST, AGAIN = worded(WORDS[Word.FIRST]), worded(WORDS[Word.AGAIN])
SENTENCE = "“Talks open” is told here."


@pytest_asyncio.fixture
async def two(served_telegram: Served, one_store: Store) -> AsyncIterator[Desk]:
    """A desk where a text takes the word of two editors."""
    async with editing(served_telegram, one_store, review=Review.TWO) as made:
        yield made


async def another(desk: Desk, name: str = "Ada") -> User:
    """A second editor, whom the first added."""
    user = desk.telegram.add_user(name)
    await desk.store.editorial.add_editor(user.id, by=desk.telegram.editor.id, now=desk.clock.now)
    return user


async def control(desk: Desk, user: User | None = None) -> LocalMessage:
    return (await desk.ask("/preview 1", user=user))[-1]


def first_line(desk: Desk, message: LocalMessage) -> str:
    return desk.now(message).text.partition("\n")[0]


# ------------------------------------------------------------------ two words for a text


async def test_what_nobody_proposed_takes_two_presses_by_two(two: Desk) -> None:
    ada = await another(two)
    article = await two.article(state=ArticleState.REVIEW)
    mine = await control(two)
    await two.press(mine, "Publish")
    assert (first_line(two, mine), await two.state(article)) == (FIRST, ArticleState.REVIEW)
    await two.press(mine, "Publish")
    assert (first_line(two, mine), await two.state(article)) == (AGAIN, ArticleState.REVIEW)
    theirs = await control(two, ada)
    await two.press(theirs, "Publish", user=ada)
    assert first_line(two, theirs).startswith("Published.")
    assert await two.state(article) is ArticleState.LIVE
    assert [(by, verb) for by, verb, _ in await two.decided()][1:] == [
        (two.telegram.editor.id, "approve"),
        (ada.id, "publish"),
    ]


@pytest.mark.parametrize("action", ["as:1", "an:1", "al:1:28934580"])
async def test_who_proposed_it_does_not_publish(two: Desk, action: str) -> None:
    ada, editor = await another(two), two.telegram.editor
    (proposal,) = await two.bot.after(
        editor, lambda: two.telegram.send_document(editor, "talks.txt", b"Talks open\nBoth sides came.")
    )
    await two.press(proposal, "File it")
    assert two.now(proposal).text == "Filed.\n\nArticle 1 · Talks open\nwaits for an editor"
    await two.press_action(proposal, action)
    assert first_line(two, proposal) == AGAIN
    assert (await two.store.articles.get(1)).state is ArticleState.REVIEW
    theirs = await control(two, ada)
    await two.press_action(theirs, action, user=ada)
    await two.settle()
    assert (await two.store.articles.get(1)).state is ArticleState.LIVE


async def test_no_command_goes_round_the_second_word(two: Desk) -> None:
    reader = await two.subscribe()
    await two.article(state=ArticleState.REVIEW)
    for command in ("/push 1", "/push 1 at 13:00", "/push 1"):
        (answer,) = await two.ask(command)
        assert answer.text.partition("\n")[0] in (FIRST, AGAIN)
    await two.settle()
    assert two.received(reader) == []


async def test_a_changed_text_takes_two_words_of_its_own(two: Desk) -> None:
    ada = await another(two)
    await two.article()
    stamp = a_stamp("Talks open.txt", modified_ns=2)
    newer = an_analysis(headline="Talks open", sentences=("Other words.",))
    await two.store.articles.file(newer, stamp=stamp, state=ArticleState.REVIEW, now=two.clock.now)
    mine = await control(two)
    await two.press(mine, "Publish the new text")
    assert first_line(two, mine) == FIRST
    assert (await two.store.articles.get(1)).text.endswith(SENTENCE)
    theirs = await control(two, ada)
    await two.press(theirs, "Publish the new text", user=ada)
    assert (await two.store.articles.get(1)).text.endswith("Other words.")


async def test_a_word_for_a_text_is_none_for_the_next(two: Desk) -> None:
    ada = await another(two)
    await two.article(state=ArticleState.REVIEW)
    mine = await control(two)
    await two.press(mine, "Publish")
    newer = an_analysis(headline="Talks open", sentences=("Other words.",))
    stamp = a_stamp("Talks open.txt", modified_ns=2)
    await two.store.articles.file(newer, stamp=stamp, state=ArticleState.REVIEW, now=two.clock.now)
    theirs = await control(two, ada)
    await two.press(theirs, "Publish", user=ada)
    assert first_line(two, theirs) == FIRST


# ------------------------------------------------------------------ at once


async def test_two_who_press_at_once_have_one_result_and_hear_who_was_first(desk: Desk) -> None:
    ada = await another(desk)
    await desk.article(state=ArticleState.REVIEW)
    mine, theirs = await control(desk), await control(desk, ada)
    await asyncio.gather(desk.press(mine, "Publish"), desk.press(theirs, "Hold", user=ada))
    said = sorted((first_line(desk, mine), first_line(desk, theirs)))
    article = await desk.store.articles.get(1)
    published = [
        "Editor published it first, today 12:00. Here is how it stands.",
        "Published. It comes with the next editions, and at once to those who follow it.",
    ]
    held = [
        "Ada held it back first, today 12:00. Here is how it stands.",
        "Held back. Readers do not see it until it is published.",
    ]
    assert said == (published if article.state is ArticleState.LIVE else held)
    assert len(await desk.decided()) == 2  # that Ada was added is one


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("Send now", "Ada sent it first"),
        ("Hold", "Ada held it back first"),
        ("Drop", "Ada dropped it first"),
    ],
)
async def test_a_press_on_an_old_message_says_what_happened_since(desk: Desk, button: str, told: str) -> None:
    ada = await another(desk)
    await desk.subscribe()
    await desk.article()
    mine, theirs = await control(desk), await control(desk, ada)
    await desk.press(theirs, button, user=ada)
    if button == "Drop":
        await desk.press(theirs, "Drop it", user=ada)
    before = await desk.decided()
    await desk.press(mine, "Send now")
    assert first_line(desk, mine) == f"{told}, today 12:00. Here is how it stands."
    assert await desk.decided() == before


async def test_nobody_publishes_a_text_that_came_after_the_one_they_saw(desk: Desk) -> None:
    article = await desk.article(state=ArticleState.REVIEW)
    mine = await control(desk)
    newer = an_analysis(headline="Talks open", sentences=("Other words.",))
    stamp = a_stamp("Talks open.txt", modified_ns=2)
    await desk.store.articles.file(newer, stamp=stamp, state=ArticleState.REVIEW, now=desk.clock.now)
    await desk.press(mine, "Publish")
    assert first_line(desk, mine).startswith("It has changed since this message, so nothing was done.")
    assert await desk.state(article) is ArticleState.REVIEW


# ------------------------------------------------------------------ chiefs


async def test_who_was_added_does_what_they_did_until_a_chief_says_otherwise(desk: Desk) -> None:
    ada = await another(desk)
    article = await desk.article()
    (masthead,) = await desk.ask("/editors")
    assert [button.label for row in masthead.buttons for button in row] == [
        "Remove Ada",
        "Ada: chief editor",
        "Keep dropping and sources to chiefs",
    ]
    (question,) = await desk.ask("/kill 1", user=ada)
    assert question.text.startswith("Drop article 1?")
    await desk.press(masthead, "Keep dropping and sources to chiefs")
    await desk.press(question, "Drop it", user=ada)
    answer = desk.telegram.answers[-1]
    assert (answer.text, answer.alert) == (worded(CHIEFS_ONLY), True)
    assert await desk.state(article) is ArticleState.LIVE


CHIEFS = (
    "ad:1", "ak:1:yes", "ak:1:yes:0", "ea:1001", "er:1002", "ec:1001", "en:1002", "eo:off", "uf:1", "uk:1",
    "up:1", "ud:1", "ud:1:yes", "uv:1:off", "ut:1:yes", "ua:1", "us:u:1:0", "us:o:1:1", "uq:u:1", "uq:o:1",
)  # fmt: skip


@pytest.mark.parametrize("action", CHIEFS)
async def test_what_is_a_chief_s_is_refused_to_other_editors(desk: Desk, action: str) -> None:
    ada = await another(desk)
    await desk.article()
    await desk.store.editorial.set_chiefs_only(on=True, by=1002, now=desk.clock.now)
    before = await desk.decided()
    (message,) = await desk.ask("/queue", user=ada)
    await desk.press_action(message, action, user=ada)
    assert (desk.telegram.answers[-1].text, await desk.decided()) == (worded(CHIEFS_ONLY), before)
    assert [m.text for m in await desk.ask("/kill 1", user=ada)] == [worded(CHIEFS_ONLY)]


@pytest.mark.parametrize("action", ["ec:1001", "eo:on"])
async def test_only_a_chief_names_chiefs_and_keeps_what_is_theirs(desk: Desk, action: str) -> None:
    ada = await another(desk)
    (message,) = await desk.ask("/queue", user=ada)
    await desk.press_action(message, action, user=ada)
    assert desk.telegram.answers[-1].text == worded(CHIEFS_ONLY)
    assert not await desk.store.editorial.chiefs_only()


async def test_whom_a_chief_named_is_one_and_no_editor_removes_them(desk: Desk) -> None:
    ada, bo = await another(desk), await another(desk, "Bo")
    (masthead,) = await desk.ask("/editors")
    await desk.press(masthead, "Ada: chief editor")
    await desk.press(masthead, "Keep dropping and sources to chiefs")
    assert "Ada (" in desk.now(masthead).text
    assert "(chief editor, added by Editor (1002))" in desk.now(masthead).text
    await desk.article()
    (question,) = await desk.ask("/kill 1", user=ada)
    assert question.text.startswith("Drop article 1?")
    await desk.press(masthead, "Let all editors drop articles, change sources")
    (message,) = await desk.ask("/queue", user=bo)
    await desk.press_action(message, f"er:{ada.id}", user=bo)
    assert await desk.store.editorial.is_editor(ada.id)


async def test_who_was_removed_is_an_editor_again_by_undo(desk: Desk) -> None:
    ada = await another(desk)
    (masthead,) = await desk.ask("/editors")
    await desk.press(masthead, "Remove Ada")
    assert not await desk.store.editorial.is_editor(ada.id)
    await desk.press(masthead, "Undo")
    assert await desk.store.editorial.is_editor(ada.id)


async def test_a_link_that_was_revoked_lets_in_again_by_undo(desk: Desk) -> None:
    (invite,) = await desk.ask("/invite")
    (code,) = [one.code for one in await desk.store.editorial.invites(5)]
    (revoked,) = await desk.press_action(invite, f"ix:{code}")
    assert await desk.store.editorial.invites(5) == ()
    await desk.press(revoked, "Undo")
    assert [one.code for one in await desk.store.editorial.invites(5)] == [code]
