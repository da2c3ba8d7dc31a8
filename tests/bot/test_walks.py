"""The walks that docs/design.md draws are walked by the real objects, stop after stop."""

import ast
import asyncio
import os
import re
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import CodeType, FrameType

import pytest

from bot.config.settings import Settings
from bot.domain.subscriptions import Destination
from bot.newsroom import article_worker
from bot.newsroom.folder_watch import Newsroom
from bot.service import app, incoming
from bot.service.parts import Dependencies, Parts, utc_now
from bot.service.telegram_or_local import BotApiAccess
from bot.store import Store
from summaries.jsonform import from_json
from summaries.language import load_pipeline
from summaries.models import Analysis
from tests.bot.library import a_stored_article, an_analysis
from tests.telegram import Served
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]


def stops(walk: str) -> list[str]:
    """Those of a walk, as the document names them."""
    _, _, rest = (ROOT / "docs/design.md").read_text().partition(f"### {walk}\n")
    return re.findall(r"^\d+\. `(\S+:\S+)`", rest.partition("\n#")[0], re.MULTILINE)


@dataclass
class Walked:
    """Every call into the house, in whichever thread, in order."""

    calls: list[str] = field(default_factory=list)
    _known: dict[CodeType, str | None] = field(default_factory=dict)

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and (name := self._name(frame.f_code)):
            self.calls.append(name)

    def _name(self, code: CodeType) -> str | None:
        if code not in self._known:
            inside = code.co_filename.startswith((f"{ROOT}/bot/", f"{ROOT}/summaries/"))
            path = code.co_filename.removeprefix(f"{ROOT}/")
            self._known[code] = f"{path}:{code.co_qualname}" if inside else None
        return self._known[code]

    def missing(self, walk: str) -> list[str]:
        """The stops that were not made, or not after the one before."""
        left = iter(self.calls)
        return [stop for stop in stops(walk) if stop not in left]


@contextmanager
def followed() -> Iterator[Walked]:
    """What is called meanwhile, in this thread and in those that begin meanwhile."""
    walked = Walked()
    threading.setprofile(walked)
    sys.setprofile(walked)
    try:
        yield walked
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


class InThisProcess:
    """Reads as a worker does, where it can be followed."""

    model_fault = None

    def __init__(self, pipeline: str) -> None:
        self._pipeline = pipeline

    async def read_file(self, path: Path, name: str) -> Analysis:
        return from_json(article_worker.read_file(path, name, pipeline=self._pipeline))

    async def read_text(self, name: str, content: bytes) -> Analysis:
        raise NotImplementedError

    def close(self) -> None: ...


@asynccontextmanager
async def composed(served: Served, url: str, folder: Path) -> AsyncIterator[Parts]:
    """All that a process is made of, on the local Telegram, nothing running yet."""
    settings = Settings(_env_file=None, seeds_dir=folder)
    store = await Store.open(url)
    bot_api = BotApiAccess(token=served.token, url=served.url)
    with pytest.MonkeyPatch.context() as patch:
        readers = InThisProcess(settings.spacy_model)
        patch.setattr(incoming, "Newsroom", partial(Newsroom, readers=readers))
        parts = app.compose(Dependencies(settings=settings, bot_api=bot_api, store=store))
    async with parts.application:
        yield parts
    await store.close()


@asynccontextmanager
async def at_work(*work: Callable[[], object]) -> AsyncIterator[None]:
    tasks = [asyncio.ensure_future(each()) for each in work]  # type: ignore[call-overload]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_an_article_comes_in(served_telegram: Served, empty_sqlite: str, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "x.txt").write_text("Talks open\n\nThe deal was back on. Buses waited at dawn.\n")
    os.utime(seeds / "x.txt", (1, 1))
    load_pipeline(Settings(_env_file=None).spacy_model)  # followed, that would take seconds
    with followed() as walked:
        async with (
            composed(served_telegram, empty_sqlite, seeds) as parts,
            at_work(parts.incoming.newsroom.run),
        ):
            await asyncio.wait_for(parts.incoming.newsroom.caught_up.wait(), 4 * PATIENCE)
    assert walked.missing("An article in") == []


async def test_a_question_is_answered(served_telegram: Served, empty_sqlite: str, tmp_path: Path) -> None:
    telegram = served_telegram.telegram
    with followed() as walked:
        async with composed(served_telegram, empty_sqlite, tmp_path) as parts, at_work(parts.poller.run):
            await a_stored_article(parts.dependencies.store, an_analysis(actors=("Bashar Assad",)))
            parts.intake.open()
            telegram.say(telegram.reader, "/help")
            # Polling has begun then: what waited for it takes another way.
            *_, last = await telegram.replies(telegram.reader)
            telegram.say(telegram.reader, "/who Assad")
            await telegram.replies(telegram.reader, after=last)
    assert walked.missing("A question") == []


async def test_an_edition_goes_out(served_telegram: Served, empty_sqlite: str, tmp_path: Path) -> None:
    telegram = served_telegram.telegram
    now = utc_now()
    with followed() as walked:
        async with composed(served_telegram, empty_sqlite, tmp_path) as parts, at_work(parts.sender.run):
            await a_reader(parts.dependencies.store, telegram.reader.id, now=now)
            await a_stored_article(parts.dependencies.store, now=now - timedelta(hours=1))
            parts.timetable.start()
            await telegram.replies(telegram.reader)
            await parts.sender.drain(PATIENCE)
            parts.timetable.stop()
    assert walked.missing("An edition out") == []


async def a_reader(store: Store, telegram_id: int, *, now: datetime) -> None:
    """Somebody who has an edition this minute."""
    since, hours = now - timedelta(days=1), (now.time().replace(second=0, microsecond=0),)
    chat = await store.chats.get_or_create(Destination.of_person(telegram_id), now=since)
    await store.chats.change(chat.id, lambda known: replace(known, subscribed=True, hours=hours), now=since)


def test_every_room_says_what_happens_in_it() -> None:
    """In the same words as the document, which draws no room that is not there."""
    _, _, drawn = (ROOT / "docs/design.md").read_text().partition("## Rooms of `bot`\n")
    rooms, _, corners = drawn.partition("## Choices")[0].partition("### Corners of `bot/store`")
    for house, table in ((ROOT / "bot", rooms), (ROOT / "bot/store", corners)):
        told = dict(re.findall(r"^\| `(\w+)/` \| (.+) \|$", table, re.MULTILINE))
        assert told == {path.parent.name: doc_of(path) for path in house.glob("*/__init__.py")}


def doc_of(path: Path) -> str | None:
    return ast.get_docstring(ast.parse(path.read_text()))
