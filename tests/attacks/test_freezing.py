"""A leader that stands still: another takes over, and who wakes says nothing of what it held in hand."""

import asyncio
import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.delivery.sender import IN_FLIGHT
from bot.domain.subscriptions import Destination
from bot.localchat import LocalTelegram
from bot.store import Store
from tests.bot.delivering import on_their_way
from tests.telegram import Served
from tests.whole.process import PATIENCE, SEED, ask, on_telegram

READERS = 90
RATE = 10  # a second: whoever sends has claimed far more than it has sent


async def subscribe(store: Store, telegram: LocalTelegram) -> list[int]:
    """So many people want each new article."""
    people, now = [telegram.add_user().id for _ in range(READERS)], datetime.now(UTC)
    for number in people:
        chat = await store.chats.get_or_create(Destination.of_person(number), now=now)
        await store.chats.change(chat.id, lambda chat: replace(chat, subscribed=True, each_new=True), now=now)
    return people


async def all_that_had_left(got: Callable[[], Counter[int]]) -> Counter[int]:
    """What people have got when no more comes of it: the next leads after three seconds, and no sooner."""
    before = got()
    while True:
        await asyncio.sleep(0.5)
        if (now := got()) == before:
            return now
        before = now


async def test_leader_that_is_frozen_amid_a_push_is_followed_and_repeats_nothing_it_held(
    empty_postgresql: str, served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    store = await Store.open(empty_postgresql)
    people = await subscribe(store, telegram)
    (tmp_path / "seeds").mkdir()
    settings = {"DATABASE_URL": empty_postgresql, "MESSAGES_PER_SECOND": str(RATE), "ANALYSIS_WORKERS": "1"}

    def got() -> Counter[int]:
        return Counter({number: telegram.sent_counts[number] for number in people})

    async with on_telegram(tmp_path, served_telegram, **settings) as leader:
        await ask(telegram, "/start")
        async with on_telegram(tmp_path, served_telegram, **settings) as other:
            await other.until_said("standing by")
            shutil.copy(SEED, tmp_path / "seeds")
            await telegram.until(lambda: got().total() >= RATE, seconds=PATIENCE)
            os.kill(leader.process.pid, signal.SIGSTOP)
            frozen = time.monotonic()
            held, left = await on_their_way(store), await all_that_had_left(got)
            sent = left.total()
            await telegram.until(lambda: got().total() > sent + 2, seconds=PATIENCE)
            took = time.monotonic() - frozen
            assert (await ask(telegram, "/latest")).text.startswith("Latest")
            await telegram.until(lambda: len(+got()) == READERS, seconds=PATIENCE)
            os.kill(leader.process.pid, signal.SIGCONT)
            await leader.until_said("another process may lead by now; standing by")
            assert (await ask(telegram, "/latest")).text.startswith("Latest")
            assert await leader.stop() == 0
            counts = Counter(got().values())
            print(f"took over after {took:.1f} s; {len(held)} on their way; {dict(counts)}")
            repeated = {number for number, count in got().items() if count > 1}
    await store.close()
    assert RATE < len(held) <= IN_FLIGHT
    assert counts[1] + counts[2] == READERS
    assert (
        repeated <= held & (+left).keys()
    )  # what had left the leader when it was frozen, and was not recorded
    for bot in (leader, other):
        assert not [line for line in bot.lines if "Traceback" in line]
