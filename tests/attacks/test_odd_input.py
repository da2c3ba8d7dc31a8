"""No words that are typed and no button that is forged end in an apology, a fault in the log or an error."""

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from telegram.ext import CallbackQueryHandler

from bot.chat.commands import EDITING, EVERYBODY
from bot.chat.faults import SORRY
from bot.chat.routes import AnyApplication
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.saying import worded
from tests.bot.test_walks import composed
from tests.telegram import Served

COMMANDS = ("start", *(command.name for command in EVERYBODY + EDITING))
TYPED = (
    "", "0", "-1", "99999999999999999999", "9" * 18, "9" * 19, "١٢", "²", "Ⅷ", "1_000", "1e5", "0x10",
    "1 at 99:99", "1 at ٧:٣٠", f"1 {'x' * 4000}", "#1", "# 1", "1 #", "%_*\"'", "'; DROP TABLE chats; --",
    "\u202e\u200b", "\u200d", "a\u0300" * 2000, "😀" * 1000, "<b>&lt;", "/start", "\n\n", "NEAR(a b)",
    "a AND", "(", '"', "^a", "a*", "col:val",
    "--help", "{a}", "%s", "\\", "\x01\x02", "ﷺ" * 100, "İ" * 50, "\ufdd0",
    "\U0010ffff", "07:30 24:00", "07:30,07:30 " * 30, "new new",
    "hours " + "1:00 " * 100, "quiet 22:00 to 22:00",
)  # fmt: skip
ARGUMENTS = (
    "", ":0", ":1", ":-1", ":١", ":999999999999999999", ":1:9999", ":1440:1440", ":1:1:1", ":1:yes",
    ":1:live", ":1:on", ":zone", ":daily", ":text", ":x\n",
)  # fmt: skip


def texts() -> Iterator[str]:
    yield from (f"/{command} {words}"[:4096] for command in COMMANDS for words in TYPED)
    yield from (words for words in TYPED if words.strip())


def deeds(desk: Desk, *, by: str, place: str) -> Iterator[Callable[[], object]]:
    telegram = desk.telegram
    person = telegram.editor if by == "an editor" else telegram.reader
    group = telegram.add_group(admins=[person], bot="administrator") if place == "a group" else None
    for text in texts():
        if group is None or text.startswith("/"):
            yield lambda text=text: telegram.say(person, text, chat=group)
    (message, *_) = telegram.sent(person)
    for action in (f"{verb}{argument}" for verb in verbs(desk.bot.application) for argument in ARGUMENTS):
        yield lambda action=action: telegram.press_action(person, message, action)


def verbs(application: AnyApplication) -> list[str]:
    """What its buttons begin with, in the order of letters."""
    routes = [one for group in application.handlers.values() for one in group]
    shapes = {
        one.pattern.pattern
        for one in routes
        if isinstance(one, CallbackQueryHandler) and isinstance(one.pattern, re.Pattern)
    }
    begins = {re.split(r"[:$]", shape.removeprefix("^"))[0] for shape in shapes}
    return sorted(verb for begin in begins for verb in begin.strip("()").split("|"))


async def test_every_kind_of_button_is_tried(
    empty_sqlite: str, served_telegram: Served, tmp_path: Path
) -> None:
    async with composed(served_telegram, empty_sqlite, tmp_path) as parts:
        assert len(known := verbs(parts.application)) > 50
    store = await Store.open(empty_sqlite)
    try:
        async with editing(served_telegram, store) as desk:
            assert sorted({*known}.symmetric_difference(verbs(desk.bot.application))) == []
    finally:
        await store.close()


@pytest.mark.attack
@pytest.mark.parametrize("place", ["private", "a group"])
@pytest.mark.parametrize("by", ["a reader", "an editor"])
async def test_whatever_is_typed_or_pressed_is_answered(
    store: Store, served_telegram: Served, caplog: pytest.LogCaptureFixture, by: str, place: str
) -> None:
    telegram = served_telegram.telegram
    async with editing(served_telegram, store) as desk:
        await desk.article("Talks <b>open</b>")
        for person in (telegram.reader, telegram.editor):
            await desk.ask("/latest", user=person)
        for deed in deeds(desk, by=by, place=place):
            await desk.bot.after(telegram.editor, deed)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert worded(SORRY) not in {message.text for message in telegram.messages.values()}
