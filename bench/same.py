"""What the bot reads, says and keeps, written to one file: two checkouts are compared by it to the letter.

    python -m bench.same FILE [TEXTS]

Run it in either checkout with the same EVAL and `diff` the files. The clock stands where it is put, people
ask one after another, and every button that is new is pressed once: what differs, the code made differ.
"""

import asyncio
import json
import random
import secrets
import sqlite3
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

from telegram import Update

from bench.texts import some_texts
from bot.botapi.pacing import NO_LIMITS
from bot.config.metrics import Metrics
from bot.config.settings import Settings
from bot.delivery.sender import Sender
from bot.domain.articles import ArticleState
from bot.localchat import DEFAULT_TOKEN, EDITOR, LocalMessage, LocalTelegram, User, serve
from bot.service import app
from bot.service.app import compose
from bot.service.parts import Dependencies, Parts
from bot.service.telegram_or_local import BotApiAccess
from bot.store import Store
from bot.store.articles.filing import FileStamp
from summaries.analysis import analyze
from summaries.articles import parse
from summaries.jsonform import to_json
from summaries.models import Analysis

TEXTS: Final = 40
PRESSES: Final = 400
START: Final = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
ASKED: Final = Path(__file__).with_suffix(".toml")


@dataclass
class Clock:
    """Stands still until it is put on."""

    now: datetime = START

    def __call__(self) -> datetime:
        """The moment at which it stands."""
        return self.now


@dataclass
class Talk:
    """The bot in one process with its Telegram, and everything that was shown in it."""

    telegram: LocalTelegram
    parts: Parts
    clock: Clock
    lines: list[str] = field(default_factory=list)
    pressed: set[tuple[int, str]] = field(default_factory=set)
    shown: dict[tuple[int, int], str] = field(default_factory=dict)

    async def do(self, title: str, deed: Callable[[], object]) -> None:
        """Writes down what the deed changed in any chat."""
        self.lines.append(f"> {title}")
        deed()
        while updates := self.telegram.inbox.first(100):
            for raw in updates:
                await self.parts.application.process_update(Update.de_json(dict(raw), self.parts.bot))
                self.telegram.inbox.confirm(int(str(raw["update_id"])) + 1)
        await self.send()

    def note(self) -> None:
        """Writes down every message that is new or changed, and every one that is gone."""
        now = {
            key: self._form(message) for key, message in self.telegram.messages.items() if message.from_bot
        }
        self.lines += [f"- {chat}:{id_} gone" for chat, id_ in sorted(self.shown.keys() - now.keys())]
        self.lines += [form for key, form in sorted(now.items()) if self.shown.get(key) != form]
        self.shown = now

    async def press_all(self, user: User) -> None:
        """Presses the buttons that were not pressed yet, those that come of it too."""
        presses = 0
        while (found := next(self._unpressed(user), None)) and (presses := presses + 1) <= PRESSES:
            message, action = found
            self.pressed.add((user.id, action))
            await self.do(
                f"{user.first_name} presses {action}",
                partial(self.telegram.press_action, user, message, action),
            )

    def _unpressed(self, user: User) -> Iterator[tuple[LocalMessage, str]]:
        for _, message in sorted(self.telegram.messages.items(), key=lambda found: found[0]):
            if message.from_bot and user.id in message.chat.members:
                actions = (button.action for row in message.buttons for button in row if button.action)
                yield from ((message, action) for action in actions if (user.id, action) not in self.pressed)

    def _form(self, message: LocalMessage) -> str:
        shown = message.to_json(nested=False)
        return f"- {message.chat.id}:{message.id} " + json.dumps(shown, ensure_ascii=False, sort_keys=True)

    async def deliver(self, hours: float) -> None:
        """Time passes, what is due is decided and sent."""
        self.clock.now += timedelta(hours=hours)
        self.lines.append(f"> {self.clock.now}")
        await self.parts.publisher.tick(self.clock.now)
        await self.send()

    async def send(self) -> None:
        """Sends what is due, while nobody asks anything: the order is always the same."""
        outbox, now = self.parts.dependencies.store.outbox, self.clock.now
        sending = asyncio.create_task(self.parts.sender.run())
        async with asyncio.timeout(60):
            while (figures := await outbox.figures(since=START, now=now)).sending or figures.oldest_due:
                self.parts.sender.wake()
                await asyncio.sleep(0.01)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        self.note()


def settings_lines() -> Iterator[str]:
    """Every setting with its default."""
    for name, setting in Settings.model_fields.items():
        yield f"{name}: {setting.annotation} = {setting.default!r}"


def metrics_lines() -> list[str]:
    """What a bot that has done nothing tells Prometheus."""
    return Metrics().exposition().decode().splitlines()


def table_lines(file: Path) -> Iterator[str]:
    """Every row of every table, and how the tables were made."""
    with closing(sqlite3.connect(file)) as store:
        made = store.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        ).fetchall()
        yield from (f"{name}: {' '.join(sql.split())}" for name, sql in made)
        for (name,) in store.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall():
            if not name.startswith(("sqlite_", "words_", "said_")):
                rows = sorted(map(repr, store.execute(f'SELECT * FROM "{name}"').fetchall()))
                yield from (f"{name} {row}" for row in rows)


async def talk_lines(analyses: Sequence[Analysis], file: Path) -> list[str]:
    """Everything people are shown who ask a reader's and an editor's questions and press every button."""
    clock = Clock()
    telegram = LocalTelegram(clock=clock)
    store = await Store.open(f"sqlite+aiosqlite:///{file}")
    for number, analysis in enumerate(analyses, 1):
        stamp = FileStamp(path=f"{number}.txt", size=1, modified_ns=number, reader="same")
        filed = START - timedelta(hours=len(analyses) - number + 1)
        await store.articles.file(analysis, stamp=stamp, state=ArticleState.LIVE, now=filed)
    async with serve(telegram) as url:
        one_by_one = partial(Sender, rests=False, in_flight=1)
        with patch.object(app, "Limits", lambda **_: NO_LIMITS), patch.object(app, "Sender", one_by_one):
            bot_api = BotApiAccess(token=DEFAULT_TOKEN, url=url, local=telegram)
            settings = Settings(_env_file=None)
            parts = compose(Dependencies(settings=settings, bot_api=bot_api, store=store, clock=clock))
        await parts.application.initialize()
        talk = Talk(telegram, parts, clock)
        try:
            await _talk(talk, analyses)
        finally:
            await parts.application.shutdown()
            parts.incoming.close()
            telegram.close()
            await store.close()
    return talk.lines


async def _talk(talk: Talk, analyses: Sequence[Analysis]) -> None:
    telegram, reader = talk.telegram, talk.telegram.reader
    editor = telegram.users[EDITOR.id]
    group = telegram.add_group("Readers", members=[reader], admins=[editor])
    names = [actor.name for analysis in analyses for actor in analysis.actors[:1]]
    asked = tomllib.loads(ASKED.read_text(encoding="utf-8"))
    await talk.parts.publisher.look_at_everybody(talk.clock.now)
    for who, user, chat in (("reader", reader, None), ("editor", editor, None), ("group", editor, group)):
        for number, words in enumerate(asked[who]):
            text = words.format(name=names[number % len(names)])
            await talk.do(f"{who}: {text}", partial(telegram.say, user, text, chat=chat))
            await talk.deliver(0.02)
    document = asked["document"].encode()
    await talk.do("a document", lambda: telegram.send_document(editor, "bridge.txt", document))
    for user in (reader, editor):
        await talk.press_all(user)
        await talk.deliver(1)
    for hours in (7, 6, 12, 24):
        await talk.deliver(hours)


def main(arguments: Sequence[str]) -> int:
    """Writes the file; 2 where it is not told which."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    texts = some_texts(int(arguments[1]) if len(arguments) > 1 else TEXTS)
    analyses = [analyze(parse(text, path=f"{number}.txt")) for number, text in enumerate(texts)]
    chance = random.Random(0)
    with (
        TemporaryDirectory() as folder,
        patch.object(secrets, "token_urlsafe", lambda size: f"code{chance.getrandbits(8 * size)}"),
        patch.object(secrets, "randbits", chance.getrandbits),
    ):
        file = Path(folder, "same.db")
        parts: dict[str, Sequence[str]] = {
            "settings": list(settings_lines()),
            "metrics": metrics_lines(),
            "analyses": list(map(to_json, analyses)),
            "shown": asyncio.run(talk_lines(analyses, file)),
            "tables": list(table_lines(file)),
        }
    body = "".join(f"== {name}\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())
    Path(arguments[0]).write_text(body.replace(folder, "FOLDER"), encoding="utf-8")
    print(", ".join(f"{len(lines)} lines of {name}" for name, lines in parts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
