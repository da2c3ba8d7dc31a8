"""Polling over HTTP: what makes no sense is left behind, what is in hand is not confirmed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from telegram import Bot, Update

from bot.chat import polling
from bot.chat.polling import Poller, UpdatesRequest
from bot.domain.errors import StoreError
from bot.localchat import Fault
from tests.telegram import Served
from tests.waiting import until


class Taken:
    """Takes updates; `hold` keeps their handlers at work until it is set."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.texts: list[str] = []
        self.hold = asyncio.Event()
        self.hold.set()
        self.contacts = 0
        self._tasks: list[asyncio.Task[None]] = []

    def take(self, update: Update) -> asyncio.Task[None]:
        self.numbers.append(update.update_id)
        if update.message and update.message.text:
            self.texts.append(update.message.text)
        self._tasks.append(asyncio.create_task(self._handle()))
        return self._tasks[-1]

    async def put_back(self) -> None:
        """What is in hand."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _handle(self) -> None:
        await self.hold.wait()

    def contact(self) -> None:
        self.contacts += 1


@asynccontextmanager
async def a_poller(served: Served, taken: Taken, **more: Any) -> AsyncIterator[Poller]:
    request = UpdatesRequest()
    async with Bot(served.token, base_url=served.base_url, get_updates_request=request) as bot:
        yield Poller(
            bot, request, take=taken.take, contact=taken.contact, allowed_updates=("message",), **more
        )


@asynccontextmanager
async def polled(served: Served, taken: Taken) -> AsyncIterator[Poller]:
    async with a_poller(served, taken) as poller:
        task = asyncio.create_task(poller.run())
        try:
            yield poller
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def test_updates_come_in_their_order(served_telegram: Served) -> None:
    taken, people = Taken(), served_telegram.telegram
    async with polled(served_telegram, taken):
        for word in ("one", "two", "three"):
            people.say(people.reader, word)
        await until(lambda: len(taken.texts) == 3)
    assert taken.texts == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("nonsense", "said"),
    [
        ({"message": {"text": "no chat, no date"}}, 1),
        ({"message": "not even an object"}, 1),
        ({"message": {"message_id": "x", "date": "y", "chat": {"id": 1}}}, 1),
        ({"callback_query": {"id": "1"}}, 1),
    ],
    ids=["parts missing", "wrong type", "wrong values", "nobody pressed"],
)
async def test_malformed_update_is_left_behind_and_the_next_is_read(
    served_telegram: Served, nonsense: dict[str, object], said: int, caplog: pytest.LogCaptureFixture
) -> None:
    taken, people = Taken(), served_telegram.telegram
    people.push_update(nonsense)  # type: ignore[arg-type]  # nonsense is the point
    people.say(people.reader, "still here?")
    with caplog.at_level(logging.WARNING, "bot.botapi.updates"):
        async with polled(served_telegram, taken):
            await until(lambda: taken.texts == ["still here?"])
    assert len([line for line in caplog.messages if "makes no sense" in line]) == said


@pytest.mark.parametrize("text", ["/who \ud83d", "\udc00", "/search x\ud800y", "/who \0"])
async def test_half_of_a_pair_and_nul_are_no_text(served_telegram: Served, text: str) -> None:
    taken, people = Taken(), served_telegram.telegram
    message = people.say(people.reader, "x").to_json() | {"text": text}
    people.push_update({"message": message})
    async with polled(served_telegram, taken):
        await until(lambda: len(taken.texts) == 2)
    assert "\0" not in taken.texts[1]
    taken.texts[1].encode()
    assert len(taken.texts[1]) == len(text)


async def test_update_in_hand_at_a_crash_comes_again(served_telegram: Served) -> None:
    taken, people = Taken(), served_telegram.telegram
    taken.hold.clear()
    async with polled(served_telegram, taken):
        people.say(people.reader, "do not lose me")
        await until(lambda: taken.texts)
        people.say(people.reader, "nor me")
        await until(lambda: len(taken.texts) == 2)
    again = Taken()
    async with polled(served_telegram, again):
        await until(lambda: len(again.texts) == 2)
    assert again.texts == ["do not lose me", "nor me"]


async def test_updates_that_are_numbered_anew_are_taken_once(served_telegram: Served) -> None:
    """Telegram may begin with lower numbers after a week without updates."""
    taken, people = Taken(), served_telegram.telegram
    async with polled(served_telegram, taken):
        people.say(people.reader, "before")
        await until(lambda: taken.texts == ["before"] and not len(people.inbox))
        taken.hold.clear()
        people.say(people.reader, "in hand")
        await until(lambda: len(taken.texts) == 2)
        people.inbox.forget()
        people.inbox.next_id = 7
        people.say(people.reader, "after")
        people.say(people.reader, "and again")
        await until(lambda: len(taken.texts) == 4)
        taken.hold.set()
        await until(lambda: not len(people.inbox))
    assert taken.texts == ["before", "in hand", "after", "and again"]
    assert taken.numbers[2:] == [7, 8]


async def test_update_in_hand_is_taken_once(served_telegram: Served) -> None:
    taken, people = Taken(), served_telegram.telegram
    taken.hold.clear()
    async with polled(served_telegram, taken):
        people.say(people.reader, "slow")
        await until(lambda: taken.texts)
        people.say(people.reader, "quick")
        await until(lambda: len(taken.texts) == 2)
        taken.hold.set()
        people.say(people.reader, "last")
        await until(lambda: len(taken.texts) == 3)
    assert taken.numbers == sorted(set(taken.numbers))


@pytest.mark.parametrize("put_back", [False, True], ids=["in hand", "put back"])
async def test_only_what_was_handled_is_confirmed_at_the_end(served_telegram: Served, put_back: bool) -> None:
    taken, people = Taken(), served_telegram.telegram
    async with a_poller(served_telegram, taken) as poller:
        task = asyncio.create_task(poller.run())
        people.say(people.reader, "done")
        await until(lambda: taken.texts and not len(people.inbox))
        taken.hold.clear()
        people.say(people.reader, "in hand")
        await until(lambda: len(taken.texts) == 2)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        if put_back:
            await taken.put_back()
        await poller.confirm()
    assert [update["message"]["text"] for update in people.inbox.first(10)] == ["in hand"]


async def test_what_was_put_back_is_taken_by_the_next_run(served_telegram: Served) -> None:
    taken, people = Taken(), served_telegram.telegram
    taken.hold.clear()
    async with a_poller(served_telegram, taken) as poller:
        for word in ("first", "second"):
            task = asyncio.create_task(poller.run())
            people.say(people.reader, word)
            await until(lambda: word in taken.texts)  # noqa: B023
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await taken.put_back()
            await poller.confirm()
    assert taken.texts == ["first", "first", "second"]


@pytest.mark.parametrize("status", [500, 502, 409], ids=["server error", "bad gateway", "second poller"])
async def test_trouble_is_said_once_and_polling_goes_on(
    served_telegram: Served, status: int, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PAUSES", (0.01,))
    monkeypatch.setattr(polling, "CONFLICT_PAUSE_SECONDS", 0.01)
    taken, people = Taken(), served_telegram.telegram
    people.fail(Fault(status=status), method="getUpdates", times=3)
    with caplog.at_level(logging.WARNING, "bot.chat.polling"):
        async with polled(served_telegram, taken):
            people.say(people.reader, "at last")
            await until(lambda: taken.texts == ["at last"])
    assert len([record for record in caplog.records if record.name == "bot.chat.polling"]) == 1


async def test_lost_connection_is_tried_again(
    served_telegram: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PAUSES", (0.01,))
    taken, people = Taken(), served_telegram.telegram
    people.fail(Fault(outcome="dropped"), method="getUpdates", times=2)
    async with polled(served_telegram, taken):
        people.say(people.reader, "at last")
        await until(lambda: taken.texts == ["at last"])


async def test_flood_wait_of_the_poll_is_kept(served_telegram: Served) -> None:
    taken, people = Taken(), served_telegram.telegram
    people.fail(Fault(status=429, retry_after=1), method="getUpdates")
    people.say(people.reader, "patience")
    async with polled(served_telegram, taken):
        await until(lambda: taken.texts == ["patience"])
    asked = [call.at for call in people.calls if call.method == "getUpdates"]
    assert (asked[1] - asked[0]).total_seconds() >= 1


@pytest.mark.parametrize(("away", "taken_one_by_one"), [(False, []), (True, ["a", "b"])])
async def test_first_that_come_are_confirmed_once_they_are_written_down(
    served_telegram: Served, *, away: bool, taken_one_by_one: list[str]
) -> None:
    telegram, taken, first = served_telegram.telegram, Taken(), list[Sequence[Update]]()
    for text in ("a", "b"):
        telegram.say(telegram.reader, text)

    async def take_first(updates: Sequence[Update]) -> None:
        if away:
            raise StoreError("away")
        first.append(updates)

    async with a_poller(served_telegram, taken, take_first=take_first) as poller:
        running = asyncio.create_task(poller.run())
        await telegram.until(lambda: not len(telegram.inbox) and telegram.inbox.polling)
        telegram.say(telegram.reader, "c")
        await telegram.until(lambda: taken.texts[-1:] == ["c"])
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert [len(updates) for updates in first] == ([] if away else [2])
    assert taken.texts == [*taken_one_by_one, "c"]
