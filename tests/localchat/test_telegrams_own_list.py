"""The local Telegram has the methods, parameters and fields of Telegram's own list, and no others.

The list is python-telegram-bot's, and the Bot API's in full where the shared files are there.
"""

import ast
import inspect
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
import telegram as library
from telegram import Bot, TelegramObject

import bot as product
from bot.localchat import media, spec
from bot.localchat.api import METHODS as ANSWERED
from tests.telegram import Served

SHARED = Path(os.environ.get("EVAL", Path(__file__).parents[3] / "shared" / "eval")).parent
LIST = SHARED / "telegram" / "bot_api_10.0.json"
PRODUCT = Path(product.__file__).parent
SERVED = json.loads(Path(spec.__file__).with_name("methods.json").read_text(encoding="utf-8"))
METHODS, TYPES = SERVED["methods"], SERVED["types"]
OF_UPDATES = {
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
}  # the server answers these itself
# What the library takes for itself: how to send, and shorthands that it writes out as documented parameters.
TRANSPORT = {"self", "api_kwargs", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout"}
SHORTHANDS = {"allow_sending_without_reply", "disable_web_page_preview", "filename", "reply_to_message_id"}
FIXED = {
    "ReplyKeyboardRemove": {"remove_keyboard"},
    "ForceReply": {"force_reply"},
}  # always true, so not asked


def taken(callable_: object) -> set[str]:
    """The Bot API's names that a method or class of the library takes."""
    assert callable(callable_)
    return set(inspect.signature(callable_).parameters) - TRANSPORT


def documented(name: str) -> str:
    """`send_message` as the Bot API writes it."""
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


def called() -> Iterator[str]:
    """The Bot API's methods that the product names; one of a single word looks like any other call."""
    for path in PRODUCT.rglob("*.py"):
        if PRODUCT / "localchat" not in path.parents:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Attribute)
                    and "_" in node.attr
                    and hasattr(Bot, documented(node.attr))
                ):
                    yield documented(node.attr)


def test_every_method_that_the_bot_calls_is_served() -> None:
    names = set(called())
    assert {"sendMessage", "getUpdates", "setMyCommands"} <= names
    assert names - METHODS.keys() == set()


@pytest.mark.parametrize("method", METHODS)
def test_a_method_takes_what_the_library_sends(method: str) -> None:
    assert set(METHODS[method]) == taken(getattr(Bot, method)) - SHORTHANDS


@pytest.mark.parametrize("kind", TYPES)
def test_an_object_given_has_the_librarys_fields(kind: str) -> None:
    assert set(TYPES[kind]) == taken(getattr(library, kind)) | FIXED.get(kind, set())


def test_every_method_listed_is_answered() -> None:
    assert METHODS.keys() - ANSWERED.keys() == OF_UPDATES


def unknown(value: object, where: str = "") -> Iterator[str]:
    """Paths of the fields that the library has no name for."""
    if isinstance(value, TelegramObject):
        yield from (f"{where}.{name}" for name in value.api_kwargs)
        value = value.to_dict(recursive=False)
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from unknown(item, f"{where}.{name}")
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for item in value:
            yield from unknown(item, where)


def test_a_field_with_another_name_is_found() -> None:
    chat = {"id": 1, "type": "private", "nick": "Ann"}
    given = library.Update.de_json(
        {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": chat}}, None
    )
    assert list(unknown([given], "updates")) == ["updates.message.chat.nick"]


async def test_updates_have_no_field_unknown_to_telegram(served_telegram: Served, bot: Bot) -> None:
    local = served_telegram.telegram
    ann = local.add_user("Ann")
    group = local.add_group("Desk", members=[ann])
    await bot.send_message(ann.id, "<b>Who?</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    local.press(ann, local.sent(ann)[-1], "Ray")
    local.say(ann, "/brief https://example.org #news")
    local.forward(ann, "Told elsewhere")
    local.send_document(ann, "a.txt", b"words")
    picture, sound = (
        local.store_file("a.png", "image/png", b"x"),
        local.store_file("a.ogg", "audio/ogg", b"x"),
    )
    local.pass_on(ann, local.send_media(ann, media.photo(picture, width=1, height=1), caption="See"))
    for sent in (
        media.voice(sound, seconds=1),
        media.sticker("👍"),
        media.location(latitude=1.5, longitude=2.5),
    ):
        local.send_media(ann, sent)
    local.pass_on(ann, local.say(ann, "A post", chat=local.add_channel(admins=[ann])))
    local.set_bot(group, "administrator", by=ann)
    local.migrate(group)
    local.block(ann)
    updates = await bot.get_updates(timeout=0)
    seen = {name for update in updates for name in update.to_dict()}
    assert {"message", "callback_query", "my_chat_member"} <= seen
    assert list(unknown(updates, "updates")) == []


async def test_answers_have_no_field_unknown_to_telegram(served_telegram: Served, bot: Bot) -> None:
    local = served_telegram.telegram
    ann = local.add_user("Ann")
    group = local.add_group("Desk", members=[ann], forum=True)
    local.set_bot(group, "administrator", by=ann)
    sent = await bot.send_message(ann.id, "Who?", reply_markup=KEYBOARD, protect_content=True)
    document = await bot.send_document(
        ann.id, b"words", filename="a.txt", caption="<i>A</i>", parse_mode="HTML"
    )
    assert document.document is not None
    answers = [
        sent,
        document,
        await bot.send_message(ann.id, "So.", reply_parameters=library.ReplyParameters(document.message_id)),
        await bot.forward_message(group.id, ann.id, document.message_id),
        await bot.copy_message(group.id, ann.id, document.message_id),
        await bot.edit_message_text("Ray", ann.id, sent.message_id),
        await bot.get_file(document.document.file_id),
        await bot.create_forum_topic(group.id, "News"),
        await bot.get_me(),
        await bot.get_chat(group.id),
        await bot.get_chat(ann.id),
        await bot.get_chat_administrators(group.id),
        await bot.get_chat_member(group.id, ann.id),
        await bot.get_webhook_info(),
        await bot.get_chat_menu_button(),
        await bot.get_my_name(),
    ]
    assert list(unknown(answers, "answers")) == []


KEYBOARD = library.InlineKeyboardMarkup.from_button(library.InlineKeyboardButton("Ray", callback_data="ray"))


@pytest.mark.parametrize(
    ("served", "listed", "fields"),
    [
        pytest.param(METHODS, "methods", "params", id="methods"),
        pytest.param(TYPES, "types", "fields", id="types"),
    ],
)
def test_names_and_types_are_the_bot_apis(served: Mapping[str, object], listed: str, fields: str) -> None:
    if not LIST.exists():
        pytest.skip(f"the Bot API's own list is not there: {LIST}")
    telegrams = json.loads(LIST.read_text(encoding="utf-8"))[listed]
    assert served == {name: as_served(telegrams[name][fields]) for name in served}


def as_served(fields: Mapping[str, Mapping[str, object]]) -> dict[str, list[object]]:
    """Fields as `methods.json` has them: the types, then "required" where it is."""
    return {name: [*one["types"], *["required"] * bool(one["required"])] for name, one in fields.items()}  # type: ignore[misc]
