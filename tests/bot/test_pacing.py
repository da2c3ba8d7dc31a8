"""Telegram's limits, kept by a limiter that runs on a clock of the test."""

import asyncio
import random
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import Forbidden, RetryAfter

from bot.botapi.pacing import NO_LIMITS, Lane, Limits, Pacing
from bot.botapi.pacing.limiter import seconds_of
from tests.bot.clock import VirtualLoop, run_virtually


class Api:
    """A Bot API that notes when each call came, and gives the answers that a test lays out."""

    def __init__(self, answers: dict[int, list[Exception]] | None = None) -> None:
        self.calls: list[tuple[float, int]] = []
        self.answers = answers or {}

    async def __call__(self, endpoint: str, sent: dict[str, Any]) -> bool:
        self.calls.append((asyncio.get_running_loop().time(), sent.get("chat_id", 0)))
        await asyncio.sleep(0.05)
        if left := self.answers.get(sent.get("chat_id", 0)):
            raise left.pop(0)
        return True

    def times(self, chat: int) -> list[float]:
        return [round(at, 3) for at, called in self.calls if called == chat]


def ask(
    pacing: Pacing, api: Api, chat: int | None, lane: Lane | None = None, endpoint: str = "sendMessage"
) -> Coroutine[Any, Any, Any]:
    sent = {} if chat is None else {"chat_id": chat}
    return pacing.process_request(api, (endpoint, sent), {}, endpoint, sent, lane)


def flood_wait(seconds: int) -> RetryAfter:
    return RetryAfter(timedelta(seconds=seconds))


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(1 for later in times if at <= later < at + seconds) for at in times)


def test_large_push_uses_the_allowed_rate_and_never_more() -> None:
    async def push() -> list[float]:
        pacing, api = Pacing(Limits(per_second=25)), Api()
        await asyncio.gather(*(ask(pacing, api, chat, Lane.PUSH) for chat in range(1, 1001)))
        return [at for at, _ in api.calls]

    times = run_virtually(push())
    rate = (len(times) - 1) / (times[-1] - times[0])
    assert most_within(times, 1.0) <= 25
    assert rate >= 0.95 * 25


@pytest.mark.parametrize("rate", [0.5, 1, 7.5, 100])
def test_any_rate_is_used_and_kept(rate: float) -> None:
    async def push() -> list[float]:
        pacing, api = Pacing(Limits(per_second=rate)), Api()
        await asyncio.gather(*(ask(pacing, api, chat, Lane.PUSH) for chat in range(1, int(rate * 10) + 2)))
        return [at for at, _ in api.calls]

    times = run_virtually(push())
    reached = (len(times) - 1) / (times[-1] - times[0])
    assert 0.95 * rate <= reached <= rate


def test_first_second_has_no_burst() -> None:
    async def push() -> list[float]:
        pacing, api = Pacing(Limits(per_second=25)), Api()
        await asyncio.gather(*(ask(pacing, api, chat, Lane.PUSH) for chat in range(1, 201)))
        return [at for at, _ in api.calls]

    times = run_virtually(push())
    assert sum(1 for at in times if at < 1.0) == 25
    assert most_within(times, 0.04) == 3


@pytest.mark.parametrize("stall", [0.1, 0.2, 0.3], ids=lambda seconds: f"{seconds} s")
def test_push_makes_up_for_what_a_busy_machine_was_late(stall: float) -> None:
    """The loop stands still now and then, while others have the processor."""
    gaps = random.Random(20161214)

    async def stand_still(loop: VirtualLoop) -> None:
        while True:
            await asyncio.sleep(gaps.expovariate(1 / 3))
            loop.moment += stall

    async def push() -> list[float]:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        standing_still = asyncio.create_task(stand_still(loop))
        pacing, api = Pacing(Limits(per_second=25)), Api()
        await asyncio.gather(*(ask(pacing, api, chat, Lane.PUSH) for chat in range(1, 1001)))
        standing_still.cancel()
        return [at for at, _ in api.calls]

    times = run_virtually(push())
    rate = (len(times) - 1) / (times[-1] - times[0])
    assert rate >= 0.95 * 25
    assert most_within(times, 1.0) < 30  # Telegram's own


@pytest.mark.parametrize(
    ("chat", "lane", "count", "within", "most"),
    [
        pytest.param(7, Lane.PUSH, 10, 1.0, 1, id="pushes to one chat come one a second"),
        pytest.param(7, None, 12, 1.0, 3, id="replies in one chat burst to three"),
        pytest.param(7, None, 40, 30.0, 30, id="replies in one chat keep to one a second over time"),
        pytest.param(-7, None, 50, 60.0, 20, id="a group takes twenty a minute"),
        pytest.param(-7, Lane.PUSH, 50, 60.0, 20, id="a group takes twenty pushes a minute"),
    ],
)
def test_chat_takes_at_most(chat: int, lane: Lane | None, count: int, within: float, most: int) -> None:
    async def send() -> list[float]:
        pacing, api = Pacing(), Api()
        await asyncio.gather(*(ask(pacing, api, chat, lane) for _ in range(count)))
        return [at for at, _ in api.calls]

    assert most_within(run_virtually(send()), within) == most


def test_reply_goes_ahead_of_a_push_under_way() -> None:
    async def send() -> float:
        pacing, api = Pacing(Limits(per_second=25)), Api()
        pushes = [asyncio.create_task(ask(pacing, api, chat, Lane.PUSH)) for chat in range(1, 501)]
        await asyncio.sleep(3)
        asked = asyncio.get_running_loop().time()
        await ask(pacing, api, 9999)
        for push in pushes:
            push.cancel()
        return api.times(9999)[0] - asked

    assert run_virtually(send()) <= 0.2


def test_one_chats_backlog_delays_no_other_chat() -> None:
    async def send() -> list[float]:
        pacing, api = Pacing(), Api()
        flood = [asyncio.create_task(ask(pacing, api, 1)) for _ in range(300)]
        await asyncio.sleep(1)
        await ask(pacing, api, 2)
        for task in flood:
            task.cancel()
        return api.times(2)

    assert run_virtually(send()) == [1.0]


def test_flood_wait_is_kept_to_the_second_for_that_chat_alone() -> None:
    async def send() -> Api:
        pacing, api = Pacing(), Api({1: [flood_wait(7)]})
        await asyncio.gather(ask(pacing, api, 1), ask(pacing, api, 2))
        await ask(pacing, api, 2)
        return api

    api = run_virtually(send())
    assert api.times(1) == [0.0, 7.05]  # the answer came after 0.05 s
    assert api.times(2) == [0.0, 7.1]


def test_pause_holds_though_another_request_ends() -> None:
    async def send() -> Api:
        pacing, api = Pacing(), Api({1: [flood_wait(7)]})
        first = asyncio.create_task(ask(pacing, api, 1))
        await asyncio.sleep(1)
        second = asyncio.create_task(ask(pacing, api, 1))
        await ask(pacing, api, 2)
        await asyncio.gather(first, second)
        return api

    assert run_virtually(send()).times(1) == [0.0, 7.05, 7.05]


def test_push_hands_its_flood_wait_back_at_once() -> None:
    async def send() -> tuple[float, list[float], Api]:
        pacing, api = Pacing(), Api({1: [flood_wait(3600)]})
        waits = []
        for _ in range(2):  # the second is refused without asking Telegram
            with pytest.raises(RetryAfter) as told:
                await ask(pacing, api, 1, Lane.PUSH)
            waits.append(seconds_of(told.value))
        return asyncio.get_running_loop().time(), waits, api

    ended, waits, api = run_virtually(send())
    assert (ended, waits, len(api.calls)) == (0.05, [3600.0, 3600.0], 1)


def test_reply_is_not_kept_waiting_for_hours() -> None:
    async def send() -> float:
        pacing, api = Pacing(), Api({1: [flood_wait(3600)]})
        with pytest.raises(RetryAfter):
            await ask(pacing, api, 1)
        return asyncio.get_running_loop().time()

    assert run_virtually(send()) == 0.05


def test_flood_wait_of_several_chats_at_once_pauses_everybody() -> None:
    async def send() -> list[float]:
        pacing, api = Pacing(), Api({chat: [flood_wait(10)] for chat in (1, 2, 3)})
        told = [asyncio.create_task(ask(pacing, api, chat)) for chat in (1, 2, 3)]
        await asyncio.sleep(1)
        untold = asyncio.create_task(ask(pacing, api, 4))
        with pytest.raises(RetryAfter):
            await ask(pacing, api, 5, Lane.PUSH)
        await asyncio.gather(*told, untold)
        return api.times(4)

    assert run_virtually(send())[0] >= 10.05


def test_hours_of_three_chats_stall_no_other() -> None:
    async def send() -> list[float]:
        pacing, api = Pacing(), Api({chat: [flood_wait(3600)] for chat in (1, 2, 3)})
        for chat in (1, 10, 2, 11, 3, 12):
            await asyncio.gather(ask(pacing, api, chat, Lane.PUSH), return_exceptions=True)
        return api.times(12)

    assert run_virtually(send())[0] < 1


def test_flooded_is_called_at_each_429() -> None:
    async def send() -> int:
        told: list[None] = []
        pacing = Pacing(flooded=lambda: told.append(None))
        await ask(pacing, Api({1: [flood_wait(1), flood_wait(1)]}), 1)
        return len(told)

    assert run_virtually(send()) == 2


def test_other_errors_pass_through_untouched() -> None:
    async def send() -> int:
        pacing, api = Pacing(), Api({1: [Forbidden("bot was blocked by the user")]})
        with pytest.raises(Forbidden):
            await ask(pacing, api, 1)
        return len(api.calls)

    assert run_virtually(send()) == 1


@pytest.mark.parametrize(
    ("chat", "endpoint"),
    [
        pytest.param(None, "answerCallbackQuery", id="an answer to a button"),
        pytest.param(1, "getChatMember", id="a question about a chat"),
        pytest.param(1, "sendChatAction", id="typing"),
    ],
)
def test_what_is_no_message_never_waits(chat: int | None, endpoint: str) -> None:
    async def send() -> list[float]:
        pacing, api = Pacing(), Api()
        await asyncio.gather(*(ask(pacing, api, chat, endpoint=endpoint) for _ in range(100)))
        return [at for at, _ in api.calls]

    assert set(run_virtually(send())) == {0.0}


def test_without_limits_nobody_waits() -> None:
    async def send() -> list[float]:
        pacing, api = Pacing(NO_LIMITS), Api()
        await asyncio.gather(*(ask(pacing, api, 1, Lane.PUSH) for _ in range(500)))
        return [at for at, _ in api.calls]

    assert set(run_virtually(send())) == {0.0}


def test_cancelled_request_gives_its_turn_away() -> None:
    async def send() -> Api:
        pacing, api = Pacing(), Api()
        pushes = [asyncio.create_task(ask(pacing, api, 1, Lane.PUSH)) for _ in range(3)]
        await asyncio.sleep(0.5)
        pushes[1].cancel()
        await asyncio.gather(*pushes, return_exceptions=True)
        return api

    assert run_virtually(send()).times(1) == [0.0, 1.1]


def test_chats_long_silent_are_forgotten() -> None:
    async def send() -> int:
        pacing, api = Pacing(NO_LIMITS), Api()
        for chat in range(1, 3001):
            await ask(pacing, api, chat)
        return len(pacing._queue._chats)

    assert run_virtually(send()) <= 1000
