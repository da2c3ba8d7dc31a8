"""Scripted faults and flood limits, as python-telegram-bot meets them."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.localchat import Fault, LocalTelegram
from bot.localchat.faults import FaultOutcome
from tests.telegram import served

FAULTS = {
    "flood": (Fault(retry_after=7), RetryAfter, "Flood control exceeded. Retry in 0:00:07"),
    "blocked": (Fault(status=403), Forbidden, "Forbidden: bot was blocked by the user"),
    "form": (Fault(status=400, description="Bad Request: odd"), BadRequest, "Odd"),
    "moved": (
        Fault(status=400, description="Bad Request: moved", migrate_to=-100),
        ChatMigrated,
        "Group migrated to supergroup. New chat id: -100",
    ),
    "broken": (Fault(status=500), NetworkError, "Internal Server Error"),
    "gateway": (Fault(status=502), NetworkError, "Bad Gateway"),
}


@pytest.mark.parametrize(("fault", "kind", "words"), FAULTS.values(), ids=FAULTS.keys())
async def test_call_fails_once_and_nothing_was_sent(
    bot: Bot, telegram: LocalTelegram, fault: Fault, kind: type[TelegramError], words: str
) -> None:
    telegram.fail(fault, method="sendMessage")
    with pytest.raises(kind) as failed:
        await bot.send_message(1001, "x")
    assert failed.value.message == words
    assert telegram.sent(1001) == ()
    await bot.send_message(1001, "y")
    assert [message.text for message in telegram.sent(1001)] == ["y"]


CUT: dict[str, tuple[FaultOutcome, list[str]]] = {"before": ("dropped", []), "after": ("lost", ["x"])}


@pytest.mark.parametrize(("outcome", "standing"), CUT.values(), ids=CUT.keys())
async def test_connection_breaks(
    bot: Bot, telegram: LocalTelegram, outcome: FaultOutcome, standing: list[str]
) -> None:
    telegram.fail(Fault(outcome=outcome), method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "x")
    assert [message.text for message in telegram.sent(1001)] == standing
    assert [made.outcome for made in telegram.calls if made.method == "sendMessage"] == [outcome]
    await bot.send_message(1001, "y")


async def test_late_answer_finds_nobody(bot: Bot, telegram: LocalTelegram) -> None:
    telegram.fail(Fault(outcome="late", seconds=1), method="sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(1001, "x", read_timeout=0.05)
    (sent,) = await telegram.until(lambda: telegram.sent(1001))
    assert sent.text == "x"


async def test_slow_call_happens_behind_one_that_came_later(bot: Bot, telegram: LocalTelegram) -> None:
    telegram.fail(Fault(outcome="slow", seconds=0.2), method="sendMessage")
    await asyncio.gather(bot.send_message(1001, "x"), bot.send_message(1001, "y"))
    assert [message.text for message in telegram.sent(1001)] == ["y", "x"]


async def test_fault_meets_its_chat_and_method_only(bot: Bot, telegram: LocalTelegram) -> None:
    telegram.fail(Fault(status=403), method="sendMessage", chat=telegram.editor, times=2)
    await bot.get_me()
    await bot.send_message(1001, "x")
    for _ in range(2):
        with pytest.raises(Forbidden):
            await bot.send_message(1002, "x")
    await bot.send_message(1002, "x")
    assert telegram.sent_counts == {1001: 1, 1002: 1}


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


async def outcomes(bot: Bot, chats: list[int]) -> list[str]:
    """What sending one message to each, one after the other, came to."""
    results = await asyncio.gather(*(bot.send_message(chat, "x") for chat in chats), return_exceptions=True)
    return [f"wait {r.retry_after.seconds}" if isinstance(r, RetryAfter) else "sent" for r in results]


async def test_private_chat_takes_three_in_three_seconds() -> None:
    clock = Clock()
    async with served(LocalTelegram(clock=clock, limits=True)) as running, running.bot() as bot:
        assert sorted(await outcomes(bot, [1001] * 4)) == ["sent", "sent", "sent", "wait 3"]
        clock.now += timedelta(seconds=3)
        assert await outcomes(bot, [1001]) == ["sent"]
        assert running.telegram.limits.refused == 1


async def test_group_takes_twenty_a_minute_edits_included() -> None:
    clock = Clock()
    async with served(LocalTelegram(clock=clock, limits=True)) as running, running.bot() as bot:
        group = running.telegram.add_group()
        sent = await bot.send_message(group.id, "x")
        await sent.edit_text("y")
        assert (await outcomes(bot, [group.id] * 18)).count("sent") == 18
        with pytest.raises(RetryAfter) as refused:
            await sent.edit_text("z")
        assert refused.value.retry_after == timedelta(minutes=1)
        clock.now += timedelta(seconds=60)
        assert await outcomes(bot, [group.id]) == ["sent"]


async def test_thirty_messages_a_second_pass_overall() -> None:
    clock = Clock()
    async with served(LocalTelegram(clock=clock, limits=True)) as running, running.bot() as bot:
        people = [running.telegram.add_user(f"Reader {number}").id for number in range(31)]
        assert sorted(await outcomes(bot, people)) == ["sent"] * 30 + ["wait 1"]
        clock.now += timedelta(seconds=1)
        assert await outcomes(bot, people[-1:]) == ["sent"]
