"""What seldom befalls deliveries: two at work at once, clocks and zones that are set, our own faults."""

import asyncio
import contextlib
import sqlite3
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import update
from telegram.ext import ExtBot

from bot.botapi.pacing import Lane
from bot.delivery import sender as sender_module
from bot.delivery.sender import IN_FLIGHT
from bot.domain.articles import ArticleState
from bot.domain.deliveries import Delivery, DeliveryAction, DeliveryState, SendOutcome, Sent
from bot.domain.editing import Signed
from bot.domain.roundups import Roundup
from bot.localchat import Fault
from bot.render.roundups import roundup
from bot.service.housekeeping import keep_house
from bot.store import Store
from bot.store.chats.rows import stop
from bot.store.database.tables import revisions
from bot.store.deliveries.outbox import Outbox
from tests.bot.delivering import MORNING, SENT, PostOffice, people, post_office, subscribers
from tests.bot.saying import in_english
from tests.telegram import Served
from tests.waiting import PATIENCE, becomes

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


# ------------------------------------------------------------------ one message in trouble


async def test_letter_that_a_proxy_answered_is_sent_once_more(
    store: Store, served_telegram: Served, caplog: pytest.LogCaptureFixture
) -> None:
    async with post_office(store, served_telegram) as office:
        (reader,) = await subscribers(office, 1)
        office.telegram.fail(Fault(outcome="odd", description="<html>Log in</html>"), method="sendMessage")
        await office.article("Talks open")
        await office.deliver()
        assert (office.headlines(reader), await office.deliveries()) == (["Talks open"], [SENT])
    assert len([record for record in caplog.records if record.name == "bot.delivery.sender"]) == 1


async def test_many_connections_cut_at_once_are_one_trouble(
    store: Store, served_telegram: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender_module, "PAUSES", (0.01, 10 * PATIENCE))  # a second is not survived
    async with post_office(store, served_telegram) as office:
        readers = await subscribers(office, 12)
        await office.article("Talks open")
        office.telegram.fail(Fault(outcome="dropped"), method="sendMessage", times=8)
        await office.tick()
        await office.settle()
        assert [office.headlines(reader) for reader in readers] == [["Talks open"]] * 12


async def test_message_that_is_refused_once_is_passed_by_no_later_one(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram) as office:
        first, second = people(office, 2)
        for reader in (first, second):
            await office.subscriber(reader, whole_stories=True)
        for number in range(4):
            await office.article(f"News {number}")
        office.telegram.fail(Fault(status=500), method="sendMessage", chat=first, times=2)
        await office.deliver()
        for _ in range(3):
            office.clock.pass_by(timedelta(minutes=1))
            await office.settle()
        assert len(office.headlines(second)) == 4
        assert office.headlines(first) == office.headlines(second)


# ------------------------------------------------------------------ two at work


async def test_two_that_both_think_they_lead_leave_each_reader_one_message(
    store: Store, empty_url: str, served_telegram: Served
) -> None:
    other_store = await Store.open(empty_url)
    async with post_office(store, served_telegram) as one:
        readers = await subscribers(one, 120)
        await one.article("Talks open")
        await one.tick()
        await one.telegram.replies(readers[0])
        async with post_office(other_store, served_telegram, clock=one.clock) as other:
            await asyncio.gather(one.tick(), other.tick(), one.settle(), other.settle())
        counts = Counter(len(one.telegram.sent(reader)) for reader in readers)
        delivered = await one.deliveries()
    await other_store.close()
    assert counts == {1: len(readers)}
    assert set(delivered) == {SENT}
    # Each of these was sent twice, or looked at again: a handful may be claimed just when the other recovers.
    assert len(delivered) - len(readers) <= 2 * IN_FLIGHT


# ------------------------------------------------------------------ clocks and zones


async def test_clock_set_back_an_hour_loses_no_news(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    await office.deliver()
    office.clock.pass_by(-2 * HOUR)
    await office.publisher.look_at_everybody(office.clock.now)
    await office.tick()
    office.clock.pass_by(2 * HOUR)
    await office.article("Talks end")
    await office.deliver()  # the same slot of the same day: it was made
    assert office.headlines(reader) == ["Talks open"]
    office.clock.pass_by(DAY)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open", "Talks end"]


async def test_letter_written_before_the_clock_was_set_back_is_not_late(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        await office.article("Talks open")
        await office.tick()
    office.clock.pass_by(-HOUR)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.publisher.look_at_everybody(office.clock.now)
        await office.settle()
        assert office.headlines(reader) == ["Talks open"]


async def test_clock_ahead_by_a_day_for_a_while_skips_and_doubles_nothing(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    office.clock.pass_by(DAY)
    await office.deliver()
    office.clock.pass_by(-DAY)
    await office.publisher.look_at_everybody(office.clock.now)
    office.clock.pass_by(2 * HOUR)
    await office.article("Talks end")
    for hours in (2, 23, 24, 48):
        office.clock.now = MORNING + timedelta(hours=hours)
        await office.deliver()
    assert sorted(office.headlines(reader)) == ["Talks end", "Talks open"]


async def test_zone_in_which_the_hour_is_past_brings_no_edition_before_tomorrow(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader, timezone="America/New_York")
    await office.article("Talks open")
    await office.store.chats.change(
        chat.id, lambda known: replace(known, timezone="Europe/Berlin"), now=office.clock.now
    )
    await office.deliver()  # 08:30 in Berlin
    assert office.headlines(reader) == []
    office.clock.pass_by(DAY - HOUR)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]


async def test_zone_in_which_the_hour_comes_again_loses_no_news(office: PostOffice) -> None:
    """07:30 of one day in Berlin and again in New York: one edition, the rest with the next."""
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader, timezone="Europe/Berlin")
    office.clock.pass_by(-HOUR)
    await office.article("Talks open")
    await office.deliver()
    await office.store.chats.change(
        chat.id, lambda known: replace(known, timezone="America/New_York"), now=office.clock.now
    )
    office.clock.pass_by(timedelta(hours=2))
    await office.article("Talks end")
    office.clock.pass_by(timedelta(hours=4))
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]
    office.clock.pass_by(DAY)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open", "Talks end"]


# ------------------------------------------------------------------ forgotten


@pytest.mark.parametrize("killed", [False, True], ids=["alone", "and its article killed"])
async def test_chat_forgotten_while_its_letter_is_on_its_way_spoils_no_other(
    office: PostOffice, killed: bool
) -> None:
    gone, reader = await subscribers(office, 2)
    article = await office.article("Talks open")
    answered = asyncio.Event()
    office.telegram.fail(Fault(outcome="late", until=answered), method="sendMessage", times=2)
    await office.tick()
    await office.telegram.replies(gone)
    await office.telegram.replies(reader)
    chat = await office.store.chats.find(gone.id)
    assert chat is not None
    await office.store.chats.forget(chat.id, now=office.clock.now)
    if killed:
        await office.kill(article.id)
    answered.set()
    await office.settle()
    assert office.headlines(reader) == ([] if killed else ["Talks open"])
    assert await office.deliveries() == ([SENT, SENT] if killed else [SENT])
    office.clock.pass_by(DAY)
    await office.article("Talks end")
    await office.deliver()
    assert office.headlines(reader)[-1:] == ["Talks end"]


# ------------------------------------------------------------------ faults of our own


def failing(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """The library fails so many times on an answer: the message is there."""
    send, left = ExtBot.send_message, [times]

    async def send_and_fail(bot: ExtBot[Lane], *args: Any, **kwargs: Any) -> Any:
        sent = await send(bot, *args, **kwargs)
        if left[0]:
            left[0] -= 1
            raise KeyError("message_id")
        return sent

    monkeypatch.setattr(ExtBot, "send_message", send_and_fail)


async def test_fault_of_our_own_puts_the_letter_back_once(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    failing(monkeypatch, 1)
    await office.deliver()
    assert await office.deliveries() == [(DeliveryState.WAITING, None)]
    assert [record.message for record in caplog.records if record.name.startswith("bot.delivery")] == [
        f"delivery 1 to chat {reader.id}: KeyError('message_id')"
    ]
    office.clock.pass_by(timedelta(minutes=1))
    await office.settle()
    assert (office.headlines(reader), await office.deliveries()) == (["Talks open"] * 2, [SENT])


async def test_fault_of_our_own_makes_no_third_copy(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    failing(monkeypatch, 9)
    for _ in range(5):
        await office.deliver()
        office.clock.pass_by(timedelta(minutes=1))
    assert office.headlines(reader) == ["Talks open"] * 2
    assert await office.deliveries() == [(DeliveryState.FAILED, "failed twice: KeyError('message_id')")]


async def test_outcome_that_cannot_be_written_spoils_no_other(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers = await subscribers(office, 6)
    await office.article("Talks open")
    record = Outbox.record

    async def fail_on_the_third(
        outbox: Outbox, outcomes: Sequence[tuple[Delivery, SendOutcome]], **more: Any
    ) -> None:
        if any(delivery.id == 3 for delivery, _ in outcomes):
            raise ValueError("no")
        await record(outbox, outcomes, **more)

    monkeypatch.setattr(Outbox, "record", fail_on_the_third)
    await office.tick()
    for reader in readers:
        await office.telegram.replies(reader)
    await becomes(office.deliveries, [SENT, SENT, (DeliveryState.SENDING, None), SENT, SENT, SENT])


async def test_answer_for_a_letter_that_another_sent_meanwhile_changes_nothing(office: PostOffice) -> None:
    """The chat was stopped, or the office changed hands: what is given up stays so."""
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    chat = await office.store.chats.find(reader.id)
    assert chat is not None
    answered = asyncio.Event()
    office.telegram.fail(Fault(outcome="late", until=answered), method="sendMessage")
    await office.tick()
    await office.telegram.replies(reader)
    await office.store.database.write(partial(stop, chat_id=chat.id, fault="stopped"))
    answered.set()
    await office.settle()
    assert len(office.telegram.sent(reader)) == 1


# ------------------------------------------------------------------ lost nothing


async def test_seen_is_never_saved_without_its_letter(store: Store, served_telegram: Served) -> None:
    """The bot dies behind the decision: what was seen and not sent is sent at the next start."""
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        await office.article("Talks open")
        await office.tick()
        await store.outbox.claim(10, now=office.clock.now)  # and then the lights go out
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        assert office.headlines(reader) == ["Talks open"]


async def test_story_of_many_long_sentences_is_one_message_of_a_screen(
    office: PostOffice,
) -> None:
    sentences = tuple(f"{number} begins " + "and goes on " * 38 + "to its end." for number in range(12))
    (reader,) = people(office, 1)
    await office.subscriber(reader, sentences=12)
    await office.article("Talks open", sentences=sentences, count=12)
    await office.deliver()
    (message,) = office.telegram.sent(reader)
    assert [words in message.text for words in sentences] == [True] + [False] * 11
    assert set(await office.deliveries()) == {SENT}


@pytest.mark.parametrize("signs", ["<b>", "&amp;", "a<b & c>d", "</blockquote>", "🙂<"])
async def test_text_is_never_cut_inside_a_tag(office: PostOffice, signs: str) -> None:
    """A message cut there would be refused for its form, and its delivery would bear the fault."""
    sentences = tuple(f"{number} says {signs * 90} at last." for number in range(12))
    (reader,) = people(office, 1)
    await office.subscriber(reader, sentences=12)
    await office.article(f"Talks {signs}", sentences=sentences, count=12)
    await office.deliver()
    assert office.headlines(reader)[0] == f"Talks {signs}"
    assert set(await office.deliveries()) == {SENT}


def lock_for_half_a_second(path: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(0.5)
        other.execute("ROLLBACK")


async def test_database_locked_by_another_program_loses_nothing(
    sqlite_store: Store, served_telegram: Served
) -> None:
    async with post_office(sqlite_store, served_telegram) as office:
        readers = await subscribers(office, 5)
        await office.article("Talks open")
        await office.tick()
        await office.telegram.replies(readers[0])
        await asyncio.to_thread(lock_for_half_a_second, str(sqlite_store.database.url.database))
        await office.settle()
        assert [office.headlines(reader) for reader in readers] == [["Talks open"]] * 5
        assert await office.deliveries() == [SENT] * 5


@pytest.mark.parametrize("keep_days", [0, 365])
async def test_words_of_what_was_sent_are_kept_three_days(office: PostOffice, keep_days: int) -> None:
    (reader,) = await subscribers(office, 1)
    article = await office.article("Talks open")
    await office.deliver()
    office.clock.pass_by(timedelta(days=3, seconds=1))
    await keep_house(office.store, keep_days=keep_days, now=office.clock.now)
    assert await office.store.outbox.empty_older(office.clock.now) == 0
    await office.kill(article.id)  # and it can be taken back still
    await office.settle()
    assert office.headlines(reader) == ["Talks open"]
    assert (await office.store.articles.get(article.id)).state is ArticleState.KILLED


# ------------------------------------------------------------------ what is let go, and what cannot be read


async def test_story_put_under_embargo_while_its_message_waits_is_told_when_it_ends(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        await subscribers(office, 1)
        later = await office.article("Bridge falls")
        await office.article("Talks open")
        await office.tick()
        ends = office.clock.now + HOUR
        signed = Signed(verb="embargo", subject="it", by=1)
        await store.decisions.publish(later.id, ends, signed=signed, now=office.clock.now)
        (early,) = await store.outbox.claim(10, now=office.clock.now)
        await store.outbox.record([(early, Sent(message_id=5))], now=office.clock.now)
        assert await store.outbox.claim(10, now=office.clock.now) == ()
        (rewrite,) = await store.outbox.claim(10, now=ends + timedelta(seconds=1))
        assert (rewrite.action, rewrite.target_id) == (DeliveryAction.EDIT, 5)
        told = [
            in_english(roundup(each.content)).html
            for each in (early, rewrite)
            if isinstance(each.content, Roundup)
        ]
        assert ["Bridge falls" in words for words in told] == [False, True]


async def test_what_was_let_go_by_who_was_cut_off_is_sent_after_a_restart(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        await subscribers(office, 1)
        article = await office.article("Talks open")
        await office.tick()
        await store.articles.set_state(article.id, ArticleState.HELD, office.clock.now)
        assert await store.outbox.claim(10, now=office.clock.now) == ()
        await store.articles.set_state(article.id, ArticleState.LIVE, office.clock.now)
        assert await store.outbox.claim(10, now=office.clock.now) == ()
        await store.outbox.hasten(now=office.clock.now)
        assert len(await store.outbox.claim(10, now=office.clock.now)) == 1


async def test_article_that_cannot_be_read_holds_back_no_other_message(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        await subscribers(office, 1)
        article = await office.article("Talks open")
        await office.tick()
        damaged = update(revisions).where(revisions.c.article_id == article.id).values(analysis="{}")
        await store.database.write(lambda connection: connection.execute(damaged))
        (other,) = people(office, 1)
        office.clock.pass_by(2 * DAY)
        await office.subscriber(other, hours=(), each_new=True)
        await office.article("Lions win", sentences=("The cup went north.",), actors=("Ada Reed",))
        await office.tick()
        claimed = await store.outbox.claim(10, now=office.clock.now)
        assert [each.chat.telegram_id for each in claimed] == [other.id]


async def test_kill_that_is_not_answered_is_tried_until_it_is(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram) as office:
        (reader,) = await subscribers(office, 1)
        killed = await office.article("Talks open")
        await office.article("Bridge falls")
        await office.deliver()
        office.telegram.fail(Fault(outcome="lost"), method="editMessageText", times=3)
        await office.kill(killed.id)
        for _ in range(6):
            office.clock.pass_by(timedelta(minutes=5))
            office.sender.wake()
            await office.settle()
        (message,) = office.telegram.sent(reader)
        assert "Talks open" not in message.text
