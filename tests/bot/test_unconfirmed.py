"""Updates that Telegram keeps: confirmed once they are answered or written down, and lost by no crash."""

import asyncio
from collections.abc import Collection

import pytest
from telegram import Update

from bot.botapi.pacing import Limits
from bot.botapi.updates import AnswerableUpdate, read_update
from bot.chat.intake import WAITING_PER_CHAT
from bot.chat.reply import reply
from bot.chat.unconfirmed import HELD_PER_CHAT, Unconfirmed
from bot.render.lists import note
from tests.bot.hands import Hands, Holding, an_intake, an_update
from tests.bot.sending import a_bot
from tests.telegram import Served
from tests.waiting import PATIENCE


@pytest.mark.parametrize(
    ("before", "sent"),
    [
        pytest.param(0, 1, id="once it has begun to arrive"),
        pytest.param(3, 0, id="while it waits for the pace of its chat"),
    ],
)
async def test_answer_of_many_messages_holds_back_no_update(
    served_telegram: Served, before: int, sent: int
) -> None:
    telegram, hands = served_telegram.telegram, Hands()
    asked = telegram.say(telegram.reader, "/brief")

    async def answer(update: Update) -> None:
        await reply(update, [part for number in range(4) for part in note(f"part {number}")])

    holding = Holding(hands, handle=answer)
    limits = Limits(chat_burst=3)
    async with a_bot(served_telegram.base_url, limits=limits, waits=holding.unconfirmed.note_wait) as bot:
        for _ in range(before):
            await bot.send_message(telegram.reader.id, "before")
        update = read_update({"update_id": 1, "message": asked.to_json()}, bot)
        assert update is not None
        await asyncio.wait_for(holding.take(update), PATIENCE)
        assert (len(telegram.sent(telegram.reader)) - before, holding.intake.in_hand) == (sent, 1)
        assert list(hands.kept) == [1][sent:]
        await holding.drain(0)


async def test_wait_of_somebody_elses_message_writes_nothing_down() -> None:
    hands = Hands()
    hands.gates[1] = asyncio.Event()
    holding = Holding(hands)
    held = holding.take(an_update(1, chat=1))
    holding.unconfirmed.note_wait(2)
    await asyncio.sleep(0.01)
    assert (hands.kept, held.done()) == ({}, False)
    await holding.drain(0)


async def test_update_that_is_handled_holds_back_no_other() -> None:
    hands = Hands()
    await Holding(hands).take(an_update(1))
    assert hands.done == [1]


async def test_flooding_chat_holds_back_no_update_once_they_are_written_down() -> None:
    """Telegram gives the hundred updates after the oldest that is held: a flood before it would be all."""
    hands = Hands()
    hands.gates[0] = asyncio.Event()
    holding = Holding(hands)
    held = [holding.take(an_update(number, chat=1)) for number in range(HELD_PER_CHAT)]
    await asyncio.sleep(0)
    assert [one.done() for one in held] == [False] * HELD_PER_CHAT
    held.append(holding.take(an_update(HELD_PER_CHAT, chat=1)))
    assert not any(one.done() for one in held)
    await asyncio.wait_for(asyncio.gather(*held), PATIENCE)
    numbers = list(range(HELD_PER_CHAT + 1))
    assert (list(hands.kept), hands.done) == (numbers, [])
    hands.gates[0].set()
    await holding.drain(1)
    assert (hands.kept, hands.done) == ({}, numbers)


async def test_what_is_left_out_of_a_flood_is_not_written_down() -> None:
    hands = Hands()
    hands.gates[0] = asyncio.Event()
    holding = Holding(hands)
    flood = [holding.take(an_update(number)) for number in range(WAITING_PER_CHAT + 50)]
    await asyncio.wait_for(asyncio.gather(*flood), PATIENCE)
    assert list(hands.kept) == list(range(WAITING_PER_CHAT))
    assert await holding.drain(0) == WAITING_PER_CHAT
    assert list(hands.kept) == list(range(WAITING_PER_CHAT))  # for the next start


async def test_slow_answer_holds_back_no_update_once_it_is_written_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.chat.unconfirmed.HELD_SECONDS", 0.0)
    hands = Hands()
    hands.gates[1] = asyncio.Event()
    holding = Holding(hands)
    await asyncio.wait_for(holding.take(an_update(1)), PATIENCE)
    assert (list(hands.kept), hands.done) == ([1], [])
    await holding.drain(0)


async def test_flood_that_cannot_be_written_down_is_held_until_it_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.chat.unconfirmed.KEEP_AGAIN_SECONDS", 0.0)
    hands = Hands()
    hands.away = 2
    hands.gates[0] = asyncio.Event()
    holding = Holding(hands)
    held = [holding.take(an_update(number)) for number in range(HELD_PER_CHAT + 1)]
    await asyncio.wait_for(asyncio.gather(*held), PATIENCE)
    assert (hands.away, len(hands.kept)) == (0, HELD_PER_CHAT + 1)
    await holding.drain(0)


async def test_what_was_written_down_is_taken_once_though_telegram_brings_it_too() -> None:
    hands = Hands()
    hands.kept = {1: "", 2: ""}
    holding = Holding(hands)
    holding.unconfirmed.take_again([an_update(1), an_update(2)])
    await asyncio.gather(*(holding.take(an_update(number)) for number in (1, 2, 3)))
    await holding.drain(1)
    assert (hands.done, hands.kept) == ([1, 2, 3], {})


async def test_drain_finishes_what_it_can_and_counts_what_it_puts_back() -> None:
    hands = Hands()
    hands.gates[1] = asyncio.Event()
    holding = Holding(hands)
    left, done = (holding.take(an_update(number, chat=number)) for number in (1, 2))
    assert await holding.drain(0.05) == 1
    assert (hands.done, holding.intake.in_hand) == ([2], 0)
    assert (left.cancelled(), done.done() and not done.cancelled()) == (True, True)


async def test_what_is_written_down_stays_so_until_it_is_answered() -> None:
    hands = Hands()
    hands.kept = {1: "", 2: ""}
    hands.gates[2] = asyncio.Event()
    holding = Holding(hands)
    for number in (1, 2):
        holding.unconfirmed.take_kept(an_update(number, chat=number))
    await holding.drain(0.05)
    assert (hands.done, list(hands.kept)) == ([1], [2])


async def test_what_telegram_has_at_a_start_is_written_down_before_it_is_handled() -> None:
    """One of it may have ended the process before; what ended several is left alone."""
    hands = Hands()
    hands.aside = (2,)
    hands.gates[1] = asyncio.Event()
    holding = Holding(hands)
    await holding.unconfirmed.take_first([an_update(1), an_update(2, chat=2), an_update(3, chat=3)])
    assert (list(hands.kept), hands.done) == ([1, 2, 3], [])
    hands.gates[1].set()
    await holding.drain(1)
    assert (list(hands.kept), sorted(hands.done)) == ([2], [1, 3])


async def test_next_answer_to_a_chat_waits_until_the_last_is_struck() -> None:
    """A process that dies between them would answer both again."""
    hands, struck = Hands(), asyncio.Event()
    hands.kept = {1: "", 2: "", 3: ""}

    async def drop(ids: Collection[int]) -> None:
        await struck.wait()
        await hands.drop(ids)

    async def handle(update: Update) -> None:
        await hands.handle(update)
        assert isinstance(update, AnswerableUpdate)
        update.note_answer()
        await unconfirmed.struck(update)

    intake = an_intake(hands, handle=handle)
    unconfirmed = Unconfirmed(intake.take, keep=hands.keep, drop=drop)
    for number, chat in ((1, 1), (2, 1), (3, 2)):
        unconfirmed.take_kept(an_update(number, chat=chat))
    await asyncio.sleep(0.05)
    assert hands.done == [1, 3]
    struck.set()
    assert await intake.drain(PATIENCE) == 0
    await unconfirmed.finish_writing()
    assert (hands.done, hands.kept) == ([1, 3, 2], {})
