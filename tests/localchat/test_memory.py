"""The local Telegram remembers a bounded past, and never gives a number twice."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.localchat import LocalTelegram, events, state

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def texts(telegram: LocalTelegram) -> list[str]:
    return [message.text for message in telegram.messages_of(telegram.reader.id)]


def test_oldest_messages_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "MAX_MESSAGES", 2)
    telegram = LocalTelegram()
    for text in ("one", "two", "three"):
        telegram.say(telegram.reader, text)
    assert texts(telegram) == ["two", "three"]


def test_oldest_files_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "MAX_FILE_BYTES", 5)
    telegram = LocalTelegram()
    names = ("one", "two", "three")
    documents = [telegram.send_document(telegram.reader, name, b"abc").document for name in names]
    assert list(telegram.files) == [documents[2].id]


def test_numbers_go_on_after_a_restart() -> None:
    """A bot's database remembers message ids and update ids of a local Telegram that is gone."""
    before, after = (LocalTelegram(clock=lambda at=at: at) for at in (NOON, NOON + timedelta(minutes=1)))
    messages = [telegram.say(telegram.reader, "x").id for telegram in (before, before, after)]
    updates = [update["update_id"] for telegram in (before, after) for update in telegram.inbox.first(9)]
    assert messages == sorted(set(messages))
    assert updates == sorted(set(updates))


async def test_page_far_behind_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAX_BEHIND", 2)
    told = events.Events()
    stream = told.stream(1, heartbeat=5)
    first = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0)
    for number in range(9):
        told.publish(1, "message", {"number": number})
    seen = [await first, *[event async for event in stream]]
    assert [event.content["number"] for event in seen if event] == [0, 1, 2]
    assert not told.watched(1)


async def test_quiet_stream_says_that_it_is_there() -> None:
    told = events.Events()
    stream = told.stream(1, heartbeat=0.01)
    assert await anext(stream) is None
    told.close()
    assert [event async for event in stream] == []
