"""Articles that editors send, and what editors are told of by themselves."""

from datetime import timedelta

import pytest

from bot.chat.editing.proposals import GONE, LARGEST, NOT_READ, STEM, THROWN_AWAY, TOO_LARGE
from bot.desks.notices import Notices
from bot.desks.texts import TextsDesk
from bot.domain.articles import ArticleState, Filed
from bot.domain.messages import Message
from bot.localchat import LocalMessage as Shown
from bot.render.notices import notice
from bot.render.unsaid import Unsaid
from bot.store import Store
from tests.bot.editing import Desk
from tests.bot.library import NOON, a_stamp, a_stored_article, an_analysis
from tests.bot.saying import in_english, worded
from tests.telegram import shown
from tests.waiting import until

TALKS = b"Talks open\nBoth sides came.\nNobody spoke."
PROPOSED = """Read from {name}

Talks open
The News · 14 December 2016

Both sides came.

Nobody spoke.

Speakers: none
Quotations: 0

Shall I file it?"""
BUTTONS = (("File it", "File and hold"), ("Throw it away", "Queue"))


async def proposed(desk: Desk, name: str = "talks.txt", content: bytes = TALKS) -> list[Shown]:
    editor = desk.telegram.editor
    return list(await desk.bot.after(editor, lambda: desk.telegram.send_document(editor, name, content)))


def action_of(message: Shown, label: str) -> str:
    return next(one.action or "" for row in message.buttons for one in row if one.label == label)


@pytest.mark.parametrize("name", ["talks.txt", "talks.md", "talks.html", "TALKS.TXT"])
async def test_a_document_is_shown_as_it_was_read(desk: Desk, name: str) -> None:
    (proposal,) = await proposed(desk, name)
    assert shown(proposal) == (PROPOSED.format(name=name), BUTTONS)
    assert await desk.store.articles.count() == 0


async def test_a_document_of_a_long_name_keeps_its_suffix(desk: Desk) -> None:
    (proposal,) = await proposed(desk, "t" * 200 + ".html")
    name = "t" * (STEM - 1) + "….html"
    assert shown(proposal) == (PROPOSED.format(name=name), BUTTONS)


async def test_a_long_text_passed_on_is_shown_as_it_was_read(desk: Desk) -> None:
    editor = desk.telegram.editor
    text = TALKS.decode() + "\n" + "They came again. " * 30
    (proposal,) = await desk.bot.after(editor, lambda: desk.telegram.forward(editor, text))
    assert proposal.text.startswith("Read from forwarded.txt\n\nTalks open\n")


async def test_a_short_text_passed_on_is_no_article(desk: Desk) -> None:
    editor = desk.telegram.editor
    (answer,) = await desk.bot.after(editor, lambda: desk.telegram.forward(editor, "Look at this"))
    assert answer.text.startswith("I found nothing on “Look”.")


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        pytest.param("talks.pdf", TALKS, worded(NOT_READ), id="another form"),
        pytest.param("../../talks", TALKS, worded(NOT_READ), id="no form"),
        pytest.param("talks.txt", b"x" * (LARGEST + 1), worded(TOO_LARGE), id="too large"),
        pytest.param("talks.txt", b"Talks", "I cannot read talks.txt: no body.", id="no article in it"),
    ],
)
async def test_what_cannot_be_read_is_said(desk: Desk, name: str, content: bytes, answer: str) -> None:
    assert [m.text for m in await proposed(desk, name, content)] == [answer]


async def test_filed_it_is_an_article_that_readers_are_told_of(desk: Desk) -> None:
    reader = await desk.subscribe(order="new")
    desk.clock.now += timedelta(minutes=1)
    (proposal,) = await proposed(desk)
    await desk.press(proposal, "File it")
    assert shown(desk.now(proposal)) == (
        "Filed.\n\nArticle 1 · Talks open\npublished",
        (("Send now",), ("Hold", "Drop", "Later…"), ("Preview", "Repair…", "Queue")),
    )
    await desk.settle()
    assert [text.partition("\n")[0] for text in desk.received(reader)] == ["Talks open"]
    assert await desk.decided() == [(desk.telegram.editor.id, "file", "“Talks open” from talks.txt")]


async def test_filed_and_held_it_waits(desk: Desk) -> None:
    (proposal,) = await proposed(desk)
    await desk.press(proposal, "File and hold")
    assert desk.now(proposal).text == "Filed.\n\nArticle 1 · Talks open\nheld back"


async def test_the_same_body_is_the_same_article(desk: Desk) -> None:
    for said in ("Filed.", "This article was already filed."):
        (proposal,) = await proposed(desk)
        await desk.press(proposal, "File it")
        assert desk.now(proposal).text == f"{said}\n\nArticle 1 · Talks open\npublished"


async def test_a_filed_article_stands_behind_no_file_that_could_be_missed(desk: Desk) -> None:
    (proposal,) = await proposed(desk)
    await desk.press(proposal, "File it")
    assert [paths async for paths in desk.store.articles.present_files()] == []


async def test_thrown_away_nothing_is_kept(desk: Desk) -> None:
    (proposal,) = await proposed(desk)
    await desk.press(proposal, "Throw it away")
    assert desk.now(proposal).text == "Throw this away? Talks open"
    await desk.press(proposal, "‹ Back")
    await desk.press(proposal, "Throw it away")
    await desk.press(proposal, "Throw it away")
    assert desk.now(proposal).text == worded(THROWN_AWAY)
    await proposed(desk)
    await desk.press_action(proposal, action_of(proposal, "File it"))
    assert desk.now(proposal).text == worded(GONE)
    assert await desk.store.articles.count() == 0


async def test_another_editor_s_draft_is_not_filed(desk: Desk) -> None:
    reader = desk.telegram.reader
    await desk.store.editorial.add_editor(reader.id, by=1002, now=desk.clock.now)
    (proposal,) = await proposed(desk)
    (message,) = await desk.ask("/stats", user=reader)
    await desk.press_action(message, action_of(proposal, "File it"), user=reader)
    assert desk.now(message).text == worded(GONE)


# ------------------------------------------------------------------ told by itself


async def told(store: Store, *, filed: tuple[Filed, ...]) -> list[Message]:
    """What editors are told, once all of it is filed."""
    messages: list[Message] = []

    async def tell(unsaid: Unsaid) -> None:
        messages.append(in_english(unsaid))

    texts = TextsDesk(store=store)
    notices = Notices(store=store, compare=texts.compare, tell=tell, render=notice, gathered=60)
    for one in filed:
        await notices.filed(one)
    assert messages == []  # more may come
    await notices.close()
    return messages


async def test_editors_are_told_when_no_more_comes(one_store: Store) -> None:
    article = await a_stored_article(one_store, state=ArticleState.REVIEW)
    heard = list[Unsaid]()

    async def tell(unsaid: Unsaid) -> None:
        heard.append(unsaid)

    compare = TextsDesk(store=one_store).compare
    notices = Notices(store=one_store, compare=compare, tell=tell, render=notice, gathered=0.01)
    await notices.filed(Filed(article_id=article.id, outcome="new"))
    await until(lambda: heard)
    await notices.close()
    assert len(heard) == 1


async def test_editors_are_told_once_of_articles_that_wait(one_store: Store) -> None:
    filed = []
    for number in range(12):
        analysis = an_analysis(headline=f"News {number}", sentences=(f"It was the {number}.",))
        article = await a_stored_article(one_store, analysis, path=f"{number}.txt", state=ArticleState.REVIEW)
        filed.append(Filed(article_id=article.id, outcome="new"))
    (message,) = await told(one_store, filed=tuple(filed))
    assert message.html.splitlines()[0] == "<b>12 articles wait for an editor</b>"
    assert message.html.splitlines()[-1] == "<i>and 2 more</i>"
    assert [len(row) for row in message.buttons] == [5, 5, 1]


async def test_one_article_that_waits_can_be_decided_on_at_once(one_store: Store) -> None:
    article = await a_stored_article(one_store, state=ArticleState.REVIEW)
    (message,) = await told(one_store, filed=(Filed(article_id=article.id, outcome="new"),))
    assert [[button.action for button in row] for row in message.buttons] == [
        ["ap:1", "as:1:0", "an:1:0"],
        ["ah:1:0", "ad:1", "al:1"],
    ]


async def test_what_changed_is_told_with_a_new_text(one_store: Store) -> None:
    for number, count in enumerate(("twelve", "fifteen")):
        analysis = an_analysis(headline="Talks open", sentences=(f"In all {count} people came.",))
        await one_store.articles.file(
            analysis, stamp=a_stamp("a.txt", modified_ns=number), state=ArticleState.LIVE, now=NOON
        )
    (message,) = await told(one_store, filed=(Filed(article_id=1, outcome="revised"),))
    assert message.html == (
        "<b>1 article has a new text</b>\n1 · Talks open<i> · The News · 14 December 2016</i>\n\n"
        "In all <s>twelve</s> <b>fifteen</b> people came."
    )
    assert [[button.action for button in row] for row in message.buttons] == [["ap:1"]]  # nobody has the old


async def test_editors_are_not_told_of_what_newer_rules_read(one_store: Store) -> None:
    article = await a_stored_article(one_store, state=ArticleState.REVIEW)
    assert await told(one_store, filed=(Filed(article_id=article.id, outcome="reread"),)) == []


async def test_editors_are_not_told_of_what_is_published_anyway(one_store: Store) -> None:
    article = await a_stored_article(one_store)
    assert await told(one_store, filed=(Filed(article_id=article.id, outcome="new"),)) == []
