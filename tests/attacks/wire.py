"""The Bot API without a network: a call is a step there and a step back, and may be lost."""

import asyncio
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from yarl import URL

from bot.localchat import Fault, LocalTelegram
from bot.localchat.app import DEFAULT_TOKEN
from bot.localchat.server import BotApi
from tests.attacks.stepping import Steps

LONGEST_REST = 40  # seconds that a chat is to be left alone
_FAULTS = (
    Fault(retry_after=1),
    Fault(retry_after=LONGEST_REST),  # nobody waits so long for a turn: it is handed back
    Fault(status=502),
    Fault(outcome="odd", description="<html>a proxy's page</html>"),
    Fault(outcome="dropped"),
    Fault(outcome="lost"),
)
_DELAYS = (0.0, 0.0, 0.5, 2.0, 4.0)  # seconds
_WRITES = ("sendMessage", "editMessageText", "deleteMessage")


@dataclass
class Weather:
    """What befalls calls: so many of a hundred.

    Of a message that is sent, no answer means that it did not arrive: what arrived and is not known to have
    is sent again, and of the first nobody learns the number by which it could be changed.
    """

    chance: random.Random = field(default_factory=random.Random)
    percent: int = 0
    slow: bool = False  # some calls take their time, and what is done meanwhile comes before them

    async def hold_up(self, method: str) -> None:
        if self.slow and method in _WRITES:
            await asyncio.sleep(self.chance.choice(_DELAYS))

    def fault(self, method: str) -> Fault | None:
        if method not in _WRITES or self.chance.random() * 100 >= self.percent:
            return None
        some = _FAULTS[:3] if method == "sendMessage" else _FAULTS
        return self.chance.choice(some)


@dataclass
class Answer:
    """What aiohttp's answer is read for."""

    status: int
    body: bytes

    async def read(self) -> bytes:
        return self.body


class Line:
    """In place of aiohttp's session."""

    def __init__(self, telegram: LocalTelegram, steps: Steps, weather: Weather) -> None:
        self._telegram, self._steps, self._weather = telegram, steps, weather
        self._api = BotApi(telegram, token=DEFAULT_TOKEN)
        self.on_the_way = 0

    @asynccontextmanager
    async def request(
        self, method: str, url: URL, *, data: bytes | None, headers: Mapping[str, str] | None, **_: Any
    ) -> AsyncIterator[Answer]:
        path = url.path
        called = path.rpartition("/")[2]
        self.on_the_way += 1
        try:
            await self._weather.hold_up(called)
            await self._steps.take()
        finally:
            self.on_the_way -= 1
        if fault := self._weather.fault(called):
            self._telegram.fail(fault)
        parts: list[Any] = []
        given = [{"type": "http.request", "body": data or b"", "more_body": False}]

        async def receive() -> Any:
            return given.pop() if given else await _never()

        async def send(part: Any) -> None:
            parts.append(part)

        told = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
        scope = {"type": "http", "method": method, "path": path, "headers": told, "query_string": b""}
        await self._api.call(scope, receive, send)
        await self._weather.hold_up(called)
        await self._steps.take()
        if len(parts) == 1:
            raise aiohttp.ServerDisconnectedError
        yield Answer(parts[0]["status"], parts[1]["body"])

    async def close(self) -> None: ...


async def _never() -> None:
    await asyncio.get_running_loop().create_future()
