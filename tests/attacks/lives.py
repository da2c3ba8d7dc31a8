"""Processes of the bot's in this one, without a newsroom: each leads until it is killed, or another leads."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, event

from bot.botapi.request import AiohttpRequest
from bot.config.settings import Settings
from bot.domain.leading import Term, leading
from bot.localchat import LocalTelegram
from bot.localchat.app import DEFAULT_TOKEN
from bot.service.app import compose
from bot.service.parts import Dependencies, Parts
from bot.service.telegram_or_local import BotApiAccess
from bot.service.unanswered import keep_taking_left, put_back, take_left
from bot.store import Store
from bot.store.database.dialect import upsert
from bot.store.database.tables import lease
from tests.attacks.stepping import Life, SteppedLoop, SteppedThreads, Steps, step_in_thread
from tests.attacks.wire import Line, Weather
from tests.bot.delivering import MORNING

_LIVES: ContextVar["_Life | None"] = ContextVar("life", default=None)


class _Life(Life):
    """With all that it does on the loop."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks: set[asyncio.Task[Any]] = set()
        self.line: Line | None = None


@dataclass
class World:
    """One Telegram and one database, and who leads there. Its clock is the loop's."""

    telegram: LocalTelegram
    steps: Steps
    url: str
    settings: Settings
    patch: pytest.MonkeyPatch
    weather: Weather = field(default_factory=Weather)
    leaders: int = 0

    @property
    def can_stand_still(self) -> bool:
        """Whether another can lead while one still is there."""
        return not self.url.startswith("sqlite")

    def clock(self) -> datetime:
        return MORNING + timedelta(seconds=asyncio.get_running_loop().time())

    async def next_leader(self) -> "Process":
        """A process that begins to lead; none was before, or it is over, or stands still."""
        self.leaders += 1
        life = _Life()
        self.patch.setattr("bot.store.database.opening._PROCESS", f"process{self.leaders}")
        token = _LIVES.set(life)
        life.line = Line(self.telegram, self.steps, self.weather)
        try:
            store = await Store.open(self.url)
            await store.database.write(partial(_take_lease, term=self.leaders))
            process = Process(self, life, store, Term(self.leaders, clock=asyncio.get_running_loop().time))
            await process.parts.application.initialize()
            process.working = asyncio.create_task(process.work())
        finally:
            _LIVES.reset(token)
        return process


class Process:
    """The product's own parts, and its way of leading."""

    def __init__(self, world: World, life: _Life, store: Store, term: Term) -> None:
        self.life, self.store, self.term = life, store, term
        self.parts: Parts = compose(
            Dependencies(
                settings=world.settings,
                bot_api=BotApiAccess(token=DEFAULT_TOKEN, url="http://127.0.0.1"),
                store=store,
                clock=world.clock,
            )
        )
        self.working: asyncio.Task[None]

    async def work(self) -> None:
        """As `bot.service.run` has it, but for what no message goes by."""
        parts = self.parts
        with leading(self.term):
            parts.intake.open()
            taken = await take_left(parts, beginning=True)
            leads = [
                asyncio.create_task(work)
                for work in (
                    parts.poller.run(),
                    parts.sender.run(self.term.number),
                    parts.dispatcher.run(self.term.number),
                    keep_taking_left(parts, beginning=not taken),
                )
            ]
            await self.term.lost.wait()
        for task in leads:
            task.cancel()
        await asyncio.gather(*leads, return_exceptions=True)
        await asyncio.gather(parts.intake.drain(0), parts.sender.drain(7))
        await parts.unconfirmed.finish_writing()
        await put_back(parts)
        await self.close()

    async def die(self) -> None:
        """Killed: what it does ends where it is, what it had not committed is undone."""
        self.life.over = True
        while tasks := [task for task in self.life.tasks if not task.done()]:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        await self.close()

    async def stand_still(self) -> None:
        """For so long that another leads; what had left before arrives."""
        self.term.lost.set()
        while self.life.line and self.life.line.on_the_way:
            await asyncio.sleep(0.01)

    async def do(self, work: Coroutine[Any, Any, Any]) -> None:
        """The work, as far as this process lives to do it."""
        if self.life.over:
            work.close()
            return
        token = _LIVES.set(self.life)
        task = asyncio.create_task(work)
        _LIVES.reset(token)
        await asyncio.wait({task})
        fault = None if task.cancelled() else task.exception()
        if fault is not None and not self.life.over:
            raise fault

    async def close(self) -> None:
        while self.life.threads:  # what they do is nobody's any more, and ends all the same
            await asyncio.sleep(0.01)
        self.life.over = True
        await self.store.close()
        self.parts.incoming.close()


def _take_lease(connection: Any, *, term: int) -> None:
    row = upsert(connection.dialect.name, lease).values(id=1, term=term, beats=0, holder="")
    connection.execute(row.on_conflict_do_update(index_elements=[lease.c.id], set_={"term": term}))


@contextmanager
def a_world(url: str, seeds: Path, patch: pytest.MonkeyPatch) -> Iterator[tuple[World, asyncio.Runner]]:
    """And a runner on whose loop all of it is done by steps."""
    server = None
    if not url.startswith("sqlite"):
        server = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
    steps = Steps(partial(_stuck, server) if server else lambda: 0)
    telegram = LocalTelegram()
    editors = frozenset(telegram.add_user(f"Editor {number}").id for number in range(3))
    settings = Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(DEFAULT_TOKEN),
        database_url=url,
        seeds_dir=seeds,
        editor_ids=editors,
        messages_per_second=1000,
    )
    world = World(telegram, steps, url, settings, patch)
    patch.setattr("bot.store.database.engine.ThreadPoolExecutor", partial(_threads, steps))
    patch.setattr(AiohttpRequest, "initialize", _take_line)
    told = ("commit",) if server is None else ("commit", "before_cursor_execute")
    for of in told:
        event.listen(Engine, of, step_in_thread)
    try:
        with asyncio.Runner(loop_factory=lambda: _loop(steps)) as runner:
            yield world, runner
    finally:
        for of in told:
            event.remove(Engine, of, step_in_thread)
        if server is not None:
            server.close()


def _stuck(server: psycopg.Connection) -> int:
    query = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    row = server.execute(query).fetchone()
    return int(row[0]) if row else 0


def _threads(steps: Steps, at_once: int = 4, **_: Any) -> SteppedThreads:
    return SteppedThreads(steps, _LIVES.get() or Life(), at_once)


async def _take_line(request: AiohttpRequest) -> None:
    life = _LIVES.get()
    assert life is not None, "only a process of the world's talks"
    request._session = life.line  # type: ignore[assignment]


def _loop(steps: Steps) -> SteppedLoop:
    loop = SteppedLoop(steps)

    def begin(
        loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, Any], **how: Any
    ) -> asyncio.Task[Any]:
        task = asyncio.Task(work, loop=loop, **how)
        if (life := _LIVES.get()) is not None:
            life.tasks.add(task)
            task.add_done_callback(life.tasks.discard)
        return task

    loop.set_task_factory(begin)
    return loop
