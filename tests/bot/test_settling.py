"""A message that is written until what stands there is what the store says."""

import asyncio
import re
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.botapi.request import NoAnswerError
from bot.botapi.updates import read_update
from bot.chat.articles import ArticleHandlers
from bot.delivery.settling import LOOKS, write_until_settled
from bot.desks.reading import ReadingDesk
from bot.domain.chats import Chat
from bot.domain.roundups import Roundup
from tests.bot.sending import a_bot
from tests.telegram import Served

CHAT = Chat(id=1, telegram_id=1, kind="private", seen_from=datetime(2016, 12, 14, tzinfo=UTC))


class Wall:
    """What stands there and what the store says; each write is followed by the next of these changes."""

    def __init__(self, *changes: str, unanswered: int = 0) -> None:
        self.stored, self.stands = "list", ""
        self.changes, self.unanswered = list(changes), unanswered
        self.writes = 0

    async def write(self, words: str) -> str:
        self.stands = words
        self.writes += 1
        if self.changes:
            self.stored = self.changes.pop(0)
        if self.writes <= self.unanswered:
            raise NoAnswerError("it may have been done")
        return words

    async def look(self) -> str:
        return self.stored

    async def settle(self) -> str:
        return await write_until_settled("list", make=str.upper, write=self.write, look=self.look)


async def test_what_was_changed_while_it_was_written_is_written_again() -> None:
    wall = Wall("killed", "corrected")
    assert (await wall.settle(), wall.stands, wall.writes) == ("CORRECTED", "CORRECTED", 3)


async def test_write_without_an_answer_leaves_nothing_that_was_changed_meanwhile() -> None:
    wall = Wall("killed", unanswered=1)
    assert (await wall.settle(), wall.stands) == ("KILLED", "KILLED")


async def test_write_that_failed_while_nothing_was_changed_fails() -> None:
    wall = Wall(unanswered=1)
    with pytest.raises(NoAnswerError):
        await wall.settle()
    assert wall.writes == 1


async def test_what_is_changed_without_end_is_left_to_who_changes_it() -> None:
    wall = Wall(*(str(number) for number in range(100)))
    await wall.settle()
    assert wall.writes == LOOKS + 1


async def test_press_is_not_answered_before_what_it_wrote_was_looked_at_again(
    served_telegram: Served,
) -> None:
    """Else it would not come again where its process dies between the two, and a kill was overtaken."""
    telegram, heard = served_telegram.telegram, list[str]()

    class Desk:
        async def turn(self, *_: object, **__: object) -> tuple[Roundup, Chat]:
            return Roundup(stories=(), standing="held"), CHAT

        async def roundup(self, _: int) -> tuple[Roundup, Chat]:
            await asyncio.sleep(0)
            heard.append("looked")
            return await self.turn()

        async def note_opening(self, _: int) -> None:
            """Nobody counts it."""

    async with a_bot(served_telegram.base_url) as bot:
        telegram.say(telegram.reader, "/start")
        await bot.send_message(telegram.reader.id, "an edition")
        telegram.inbox.forget()
        telegram.press_action(telegram.reader, telegram.sent(telegram.reader)[0], "n:1:1")
        update = read_update(telegram.inbox.first(1)[0], bot)
        assert update is not None
        update.when_answered(lambda: heard.append("answered"))
        context = cast("Any", SimpleNamespace(match=re.match("n:(1):(1)", "n:1:1")))
        await ArticleHandlers(cast("ReadingDesk", Desk())).turn(update, context)
    assert heard == ["looked"]
