"""Intake: one chat's updates in their order, no chat waiting for another, floods slowed down kindly."""

import asyncio

from telegram import Update

from bot.chat.intake import MOST_IN_HAND, WAITING_PER_CHAT, Intake
from bot.config.metrics import Metrics
from tests.bot.hands import Hands, an_intake, an_update


async def test_updates_of_one_chat_are_handled_one_after_another() -> None:
    hands = Hands()
    hands.gates[1] = asyncio.Event()
    intake = an_intake(hands)
    tasks = [intake.take(an_update(number)) for number in (1, 2, 3)]
    await asyncio.sleep(0)
    assert hands.done == []
    hands.gates[1].set()
    await asyncio.gather(*tasks)
    assert hands.done == [1, 2, 3]


async def test_no_chat_waits_for_another() -> None:
    hands = Hands()
    hands.gates[1] = asyncio.Event()
    intake = an_intake(hands)
    intake.take(an_update(1, chat=1))
    await intake.take(an_update(2, chat=2))
    assert hands.done == [2]
    hands.gates[1].set()


async def test_flooding_chat_is_told_once_a_minute_and_harms_nobody() -> None:
    hands, now = Hands(), [0.0]
    hands.gates[0] = asyncio.Event()
    intake = an_intake(hands, monotonic=lambda: now[0])
    flood = [intake.take(an_update(number, chat=1)) for number in range(WAITING_PER_CHAT + 5)]
    await intake.take(an_update(100, chat=2))
    assert (hands.done, hands.slowed) == ([100], [WAITING_PER_CHAT])
    now[0] = 61.0
    await intake.take(an_update(101, chat=1))
    assert hands.slowed == [WAITING_PER_CHAT, 101]
    hands.gates[0].set()
    await asyncio.gather(*flood)
    assert hands.done == [100, *range(WAITING_PER_CHAT)]


async def test_handler_that_fails_stops_nobody() -> None:
    hands = Hands()

    async def fail_first(update: Update) -> None:
        if update.update_id == 1:
            raise RuntimeError("broken")
        await hands.handle(update)

    intake = an_intake(hands, handle=fail_first)
    await asyncio.gather(intake.take(an_update(1)), intake.take(an_update(2)))
    assert hands.done == [2]


async def test_no_update_is_welcome_before_the_opening_in_a_crowd_or_after_a_drain() -> None:
    hands = Hands()
    intake = an_intake(hands)
    welcome = [intake.takes_more]
    intake.open()
    welcome.append(intake.takes_more)
    hands.gates |= {number: asyncio.Event() for number in range(MOST_IN_HAND)}
    for number in range(MOST_IN_HAND):
        intake.take(an_update(number, chat=number))
    welcome.append(intake.takes_more)
    await intake.drain(0)
    welcome.append(intake.takes_more)
    intake.open()
    assert [*welcome, intake.takes_more] == [False, True, False, False, True]


async def test_updates_and_answers_are_counted() -> None:
    metrics, hands = Metrics(), Hands()
    intake = Intake(hands.handle, metrics=metrics, slow_down=hands.slow_down)
    await intake.take(an_update(1))
    shown = metrics.exposition().decode()
    assert "briefings_updates_total 1.0" in shown
    assert "briefings_answer_seconds_count 1.0" in shown
