"""Intake: one chat's updates in their order, no chat waiting for another, floods slowed down kindly."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, Update, User

from bot.botapi.pacing import Limits, Pacing
from bot.chat.intake import HELD_PER_CHAT, MOST_IN_HAND, WAITING_PER_CHAT, Intake
from bot.config.metrics import Metrics
from bot.domain.errors import StoreError


class Hands:
    """Handlers that finish an update only when its gate is open."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.slowed: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.kept: dict[int, str] = {}  # written down
        self.away = 0  # tries that the database is away

    async def handle(self, update: Update) -> None:
        if gate := self.gates.get(update.update_id):
            await gate.wait()
        self.done.append(update.update_id)

    async def slow_down(self, update: Update) -> None:
        self.slowed.append(update.update_id)

    async def keep(self, updates: Mapping[int, str]) -> None:
        if self.away:
            self.away -= 1
            raise StoreError("away")
        self.kept |= updates

    async def drop(self, ids: Collection[int]) -> None:
        for number in ids:
            del self.kept[number]


def an_intake(
    hands: Hands,
    *,
    handle: Callable[[Update], Awaitable[None]] | None = None,
    monotonic: Callable[[], float] = lambda: 0.0,
) -> Intake:
    return Intake(
        handle or hands.handle,
        metrics=Metrics(),
        slow_down=hands.slow_down,
        keep=hands.keep,
        drop=hands.drop,
        monotonic=monotonic,
    )


def an_update(number: int, *, chat: int = 1) -> Update:
    moment = datetime(2016, 12, 14, tzinfo=UTC)
    message = Message(
        number,
        moment,
        Chat(chat, "private"),
        text="/brief",
        from_user=User(chat, "Ada", is_bot=False),
    )
    return Update(number, message=message)


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


@pytest.mark.parametrize(
    ("before", "sent"),
    [
        pytest.param(0, [0], id="once it has begun to arrive"),
        pytest.param(3, [], id="while it waits for the pace of its chat"),
    ],
)
async def test_answer_of_many_messages_holds_back_no_update(before: int, sent: list[int]) -> None:
    pacing, arrived = Pacing(Limits(chat_burst=3)), []

    async def send(number: int) -> bool:
        arrived.append(number)
        return True

    async def answer(_: Update) -> None:
        for number in range(4):
            await pacing.process_request(send, (number,), {}, "sendMessage", {"chat_id": 1}, None)

    for _ in range(before):
        await pacing.process_request(send, (0,), {}, "sendMessage", {"chat_id": 1}, None)
    arrived.clear()
    intake = an_intake(Hands(), handle=answer)
    await intake.take_until_answered(an_update(1))
    assert (arrived, intake.in_hand) == (sent, 1)
    await pacing.shutdown()
    await intake.drain(0)


async def test_update_that_is_handled_holds_back_no_other() -> None:
    hands = Hands()
    await an_intake(hands).take_until_answered(an_update(1))
    assert hands.done == [1]


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


async def test_flooding_chat_holds_back_no_update_once_they_are_written_down() -> None:
    """Telegram gives the hundred updates after the oldest that is held: a flood before it would be all."""
    hands = Hands()
    hands.gates[0] = asyncio.Event()
    intake = an_intake(hands)
    held = [intake.take_until_answered(an_update(number, chat=1)) for number in range(HELD_PER_CHAT)]
    await asyncio.sleep(0)
    assert [one.done() for one in held] == [False] * HELD_PER_CHAT
    held.append(intake.take_until_answered(an_update(HELD_PER_CHAT, chat=1)))
    assert not any(one.done() for one in held)
    await asyncio.wait_for(asyncio.gather(*held), 5)
    numbers = list(range(HELD_PER_CHAT + 1))
    assert (list(hands.kept), hands.done) == (numbers, [])
    hands.gates[0].set()
    await intake.drain(1)
    assert (hands.kept, hands.done) == ({}, numbers)


async def test_what_is_left_out_of_a_flood_is_not_written_down() -> None:
    hands = Hands()
    hands.gates[0] = asyncio.Event()
    intake = an_intake(hands)
    flood = [intake.take_until_answered(an_update(number)) for number in range(WAITING_PER_CHAT + 50)]
    await asyncio.wait_for(asyncio.gather(*flood), 5)
    assert list(hands.kept) == list(range(WAITING_PER_CHAT))
    assert await intake.drain(0) == WAITING_PER_CHAT
    assert list(hands.kept) == list(range(WAITING_PER_CHAT))  # for the next start


async def test_slow_answer_holds_back_no_update_once_it_is_written_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.chat.intake.HELD_SECONDS", 0.0)
    hands = Hands()
    hands.gates[1] = asyncio.Event()
    intake = an_intake(hands)
    await asyncio.wait_for(intake.take_until_answered(an_update(1)), 5)
    assert (list(hands.kept), hands.done) == ([1], [])
    await intake.drain(0)


async def test_flood_that_cannot_be_written_down_is_held_until_it_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.chat.intake.KEEP_AGAIN_SECONDS", 0.0)
    hands = Hands()
    hands.away = 2
    hands.gates[0] = asyncio.Event()
    intake = an_intake(hands)
    held = [intake.take_until_answered(an_update(number)) for number in range(HELD_PER_CHAT + 1)]
    await asyncio.wait_for(asyncio.gather(*held), 5)
    assert (hands.away, len(hands.kept)) == (0, HELD_PER_CHAT + 1)
    await intake.drain(0)


async def test_what_was_written_down_is_taken_once_though_telegram_brings_it_too() -> None:
    hands = Hands()
    hands.kept = {1: "", 2: ""}
    intake = an_intake(hands)
    intake.take_again([an_update(1), an_update(2)])
    await asyncio.gather(*(intake.take_until_answered(an_update(number)) for number in (1, 2, 3)))
    await intake.drain(1)
    assert (hands.done, hands.kept) == ([1, 2, 3], {})


async def test_handler_that_fails_stops_nobody() -> None:
    hands = Hands()

    async def fail_first(update: Update) -> None:
        if update.update_id == 1:
            raise RuntimeError("broken")
        await hands.handle(update)

    intake = an_intake(hands, handle=fail_first)
    await asyncio.gather(intake.take(an_update(1)), intake.take(an_update(2)))
    assert hands.done == [2]


async def test_drain_finishes_what_it_can_and_counts_what_it_puts_back() -> None:
    hands = Hands()
    hands.gates[1] = asyncio.Event()
    intake = an_intake(hands)
    left, done = (intake.take_until_answered(an_update(number, chat=number)) for number in (1, 2))
    assert await intake.drain(0.05) == 1
    assert (hands.done, intake.in_hand) == ([2], 0)
    assert (left.cancelled(), done.done() and not done.cancelled()) == (True, True)


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
    intake = Intake(
        hands.handle, metrics=metrics, slow_down=hands.slow_down, keep=hands.keep, drop=hands.drop
    )
    await intake.take(an_update(1))
    shown = metrics.exposition().decode()
    assert "briefings_updates_total 1.0" in shown
    assert "briefings_answer_seconds_count 1.0" in shown
