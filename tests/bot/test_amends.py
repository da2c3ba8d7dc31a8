"""What was sent is corrected or taken back; what waits is told as it stands, or not at all."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from unittest.mock import Mock

import pytest

from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.deliveries import DeliveryState
from bot.localchat import Fault, User
from bot.store import Store
from bot.store.deliveries import kills_and_corrections
from summaries.models import Analysis
from tests.bot.delivering import PostOffice, people, post_office, subscribers
from tests.bot.library import a_stamp, an_analysis, embargo
from tests.telegram import Served

REVISED = "Your 07:30 edition\n\nTalks open\nThe News · 14 December 2016\n\n{note}The talks are in Geneva."
EDITED = REVISED.format(note="Corrected: The talks are in Geneva.\n\n")


def texts(office: PostOffice, reader: User) -> list[str]:
    return [message.text for message in office.telegram.sent(reader)]


def replace_headline(article: StoredArticle, headline: str) -> Analysis:
    """The same body under another headline."""
    body = article.analysis.article.body[0].of(article.text)
    return an_analysis(headline=headline, sentences=(body,))


async def revise(office: PostOffice, headline: str, words: str) -> StoredArticle:
    """The same file with another body."""
    return await office.article(headline, sentences=(words,))


# ------------------------------------------------------------------ afterwards


async def test_correction_edits_what_was_sent(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open", sentences=("The talks are in Vienna.",))
    await office.deliver()
    article = await revise(office, "Talks open", "The talks are in Geneva.")
    await office.correct(article.id, "The talks are in Geneva.")
    await office.settle()
    assert texts(office, reader) == [EDITED]


async def test_correction_replies_where_telegram_refuses_an_edit(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    article = await office.article("Talks open")
    await office.deliver()
    refusal = Fault(status=400, description="Bad Request: message can't be edited")
    office.telegram.fail(refusal, method="editMessageText")
    await office.correct(article.id, "The talks are in Geneva.")
    await office.settle()
    first, second = office.telegram.sent(reader)
    assert (second.reply_to and second.reply_to.id, second.text) == (
        first.id,
        "Correction: Talks open\n\nThe talks are in Geneva.",
    )


async def test_killed_article_is_deleted_where_it_was_sent(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    article = await office.article("Talks open")
    await office.deliver()
    await office.kill(article.id)
    await office.settle()
    assert office.telegram.sent(reader) == ()


@pytest.mark.parametrize(
    "decide",
    [
        pytest.param(lambda office, id_: office.kill(id_), id="a kill"),
        pytest.param(lambda office, id_: office.correct(id_, "In Geneva."), id="a correction"),
    ],
)
async def test_what_is_decided_stands_only_with_what_it_asks_of_messages(
    office: PostOffice,
    monkeypatch: pytest.MonkeyPatch,
    decide: Callable[[PostOffice, int], Awaitable[int]],
) -> None:
    await subscribers(office, 1)
    article = await office.article("Talks open")
    await office.deliver()
    with monkeypatch.context() as patch:
        patch.setattr(kills_and_corrections, "_rewrites", Mock(side_effect=ConnectionError))
        with pytest.raises(ConnectionError):
            await decide(office, article.id)
    after = await office.store.articles.get(article.id)
    assert (after.state, after.correction) == (ArticleState.LIVE, None)
    assert await decide(office, article.id) == 1


async def test_killed_article_that_is_too_old_to_delete_is_marked(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    article = await office.article("Talks open")
    await office.deliver()
    office.clock.pass_by(timedelta(days=3))
    await office.kill(article.id)
    await office.settle()
    assert [message.text for message in office.telegram.sent(reader)] == [
        "Talks open\n\nThe editors withdrew this article. Please disregard what was sent before."
    ]


async def test_killed_article_that_waits_is_never_sent(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        article = await office.article("Talks open")
        await office.tick()
        await office.kill(article.id)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        assert office.telegram.sent(reader) == ()
        assert await office.deliveries() == [(DeliveryState.DROPPED, "withdrawn before it was sent")]


async def test_article_killed_on_its_way_is_taken_back(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    article = await office.article("Talks open")
    answered = asyncio.Event()
    office.telegram.fail(Fault(outcome="late", until=answered), method="sendMessage")
    await office.tick()
    await office.telegram.replies(reader)  # it arrived, its answer did not
    await office.kill(article.id)
    answered.set()
    await office.settle()
    assert office.telegram.sent(reader) == ()


# ------------------------------------------------------------------ named in another's message


async def test_killed_headline_under_also_in_goes(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    killed, lead = await office.article("Talks fail"), await office.article("Talks open")
    await office.one_story(killed, lead)
    await office.deliver()
    (before,) = texts(office, reader)
    await office.kill(killed.id)
    await office.settle()
    (after,) = texts(office, reader)
    assert (before.count("Talks fail"), after.count("Talks fail")) == (1, 0)
    assert after.splitlines()[:3] == before.splitlines()[:3]


async def test_killed_lead_leaves_the_others_of_its_story(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    other, killed = await office.article("Talks fail"), await office.article("Talks open")
    await office.one_story(other, killed)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]
    await office.kill(killed.id)
    await office.settle()
    assert office.headlines(reader) == ["Talks fail"]
    await office.kill(other.id)
    await office.settle()
    assert office.headlines(reader) == []


async def test_corrected_headline_under_also_in_is_edited(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    other, lead = await office.article("Talks fail"), await office.article("Talks open")
    await office.one_story(other, lead)
    await office.deliver()
    await office.store.articles.file(
        replace_headline(other, "Talks begin"),
        stamp=a_stamp("Talks fail.txt", modified_ns=2),
        state=ArticleState.LIVE,
        now=office.clock.now,
    )
    await office.correct(other.id, "They began.")
    await office.settle()
    (after,) = texts(office, reader)
    assert (after.count("Talks fail"), after.count("Talks begin")) == (0, 1)


async def test_heading_stays_above_whole_stories_when_the_first_is_killed(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, whole_stories=True, stories=2)
    told = [await office.article(f"Story {number}") for number in range(3)]
    await office.deliver()
    await office.kill(told[2].id)
    await office.settle()
    heading, second = office.telegram.sent(reader)
    assert heading.text == "Your 07:30 edition · 1 more new story under /latest"
    assert second.text.startswith("Story 1")
    await office.kill(told[1].id)
    await office.settle()
    assert office.telegram.sent(reader) == (heading,)


async def test_correction_that_went_as_a_reply_goes_with_the_killed_article(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    article = await office.article("Talks open")
    await office.deliver()
    refusal = Fault(status=400, description="Bad Request: message can't be edited")
    office.telegram.fail(refusal, method="editMessageText")
    await office.correct(article.id, "The talks are in Geneva.")
    await office.settle()
    await office.kill(article.id)
    await office.settle()
    assert texts(office, reader) == []


async def test_killed_article_is_corrected_to_nobody(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    article = await office.article("Talks open")
    await office.deliver()
    await office.kill(article.id)
    await office.settle()
    assert await office.correct(article.id, "The talks are in Geneva.") == 0
    assert texts(office, reader) == []


async def test_headline_killed_while_it_was_on_its_way_goes(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    killed, lead = await office.article("Talks fail"), await office.article("Talks open")
    await office.one_story(killed, lead)
    answered = asyncio.Event()
    office.telegram.fail(Fault(outcome="late", until=answered), method="sendMessage")
    await office.tick()
    (before,) = await office.telegram.replies(reader)
    await office.kill(killed.id)
    answered.set()
    await office.settle()
    (after,) = texts(office, reader)
    assert (before.text.count("Talks fail"), after.count("Talks fail")) == (1, 0)


# ------------------------------------------------------------------ between decision and send


@pytest.mark.parametrize(
    ("state", "deliveries"),
    [
        (ArticleState.WITHDRAWN, [(DeliveryState.DROPPED, "withdrawn before it was sent")]),
        (ArticleState.KILLED, [(DeliveryState.DROPPED, "withdrawn before it was sent")]),
        (ArticleState.REVIEW, [(DeliveryState.DROPPED, "withdrawn before it was sent")]),
        (ArticleState.HELD, [(DeliveryState.WAITING, None)]),
    ],
)
async def test_article_that_is_not_public_any_more_does_not_go_out(
    store: Store, served_telegram: Served, state: ArticleState, deliveries: list[tuple[str, str | None]]
) -> None:
    """Whoever changed its state told nobody: the claim looks."""
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        article = await office.article("Talks open")
        await office.tick()
        await store.articles.set_state(article.id, state, office.clock.now)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        assert (texts(office, reader), await office.deliveries()) == ([], deliveries)


async def test_article_put_under_embargo_waits_for_its_end(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        article = await office.article("Talks open")
        await office.tick()
        await embargo(store, article.id, office.clock.now + timedelta(hours=2), now=office.clock.now)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        assert office.headlines(reader) == []
        office.clock.pass_by(timedelta(hours=2))
        await office.settle()
        assert office.headlines(reader) == ["Talks open"]


async def test_withdrawn_article_leaves_the_others_of_its_story(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        other, lead = await office.article("Talks fail"), await office.article("Talks open")
        await office.one_story(other, lead)
        await office.tick()
        await store.articles.set_state(lead.id, ArticleState.WITHDRAWN, office.clock.now)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        (text,) = texts(office, reader)
        assert (office.headlines(reader), text.count("Talks open")) == (["Talks fail"], 0)


async def test_article_revised_before_it_was_sent_goes_out_revised(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        await office.article("Talks open", sentences=("The talks are in Vienna.",))
        await office.tick()
        await revise(office, "Talks open", "The talks are in Geneva.")
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        assert texts(office, reader) == [REVISED.format(note="")]
