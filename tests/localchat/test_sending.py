"""What may be sent, and with which words Telegram refuses the rest; by python-telegram-bot over HTTP."""

from collections.abc import Callable

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)
from telegram import Message as TelegramMessage
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.localchat import LocalChat, LocalTelegram
from tests.telegram import shown


def keyboard(*rows: int) -> InlineKeyboardMarkup:
    """Rows of so many buttons."""
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(f"{row}.{i}", callback_data="x") for i in range(count)]
            for row, count in enumerate(rows)
        ]
    )


def button(**kind: object) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Press", **kind)]])


async def test_message_comes_back_whole(bot: Bot, telegram: LocalTelegram) -> None:
    asked = telegram.say(telegram.reader, "/brief")
    message = await bot.send_message(
        telegram.reader.id,
        "<b>Good</b> morning",
        parse_mode="HTML",
        reply_markup=button(callback_data="q:1"),
        reply_parameters=ReplyParameters(asked.id, quote="/brief"),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        disable_notification=True,
    )
    [standing] = telegram.sent(telegram.reader)
    assert message.to_dict() == TelegramMessage.de_json(dict(standing.to_json()), bot).to_dict()
    assert (message.text_html, message.chat.id, message.from_user.id) == ("<b>Good</b> morning", 1001, 1000)
    assert message.reply_to_message.message_id == asked.id
    assert message.quote.text == "/brief"
    assert message.reply_markup.inline_keyboard[0][0].callback_data == "q:1"
    assert standing.silent


LIMITS = {
    "4096": ("x" * 4096, None),
    "4097": ("x" * 4097, "Message is too long"),
    "utf-16-units": ("🏟" * 2048, None),
    "utf-16-units-over": ("🏟" * 2048 + "x", "Message is too long"),
    "tags-do-not-count": (f"<b>{'x' * 4096}</b>", None),
    "references-count-once": ("&lt;" * 4096, None),
    "blank": (" \n ", "Message text is empty"),
    "only-tags": ("<b></b>", "Message text is empty"),
    "broken-tag": ("<b>x", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
}


@pytest.mark.parametrize(("text", "refusal"), LIMITS.values(), ids=LIMITS.keys())
async def test_text_limits(bot: Bot, text: str, refusal: str | None) -> None:
    assert await refused(bot.send_message(1001, text, parse_mode="HTML")) == refusal_of(BadRequest, refusal)


CAPTIONS = {"1024": ("x" * 1024, None), "1025": ("x" * 1025, "Message caption is too long")}


@pytest.mark.parametrize(("caption", "refusal"), CAPTIONS.values(), ids=CAPTIONS.keys())
async def test_caption_limits(bot: Bot, caption: str, refusal: str | None) -> None:
    sent = bot.send_document(1001, b"words", filename="x.txt", caption=caption)
    assert await refused(sent) == refusal_of(BadRequest, refusal)


KEYBOARDS = {
    "64-bytes": (button(callback_data="é" * 32), None),
    "65-bytes": (button(callback_data="é" * 32 + "x"), "Button_data_invalid"),
    "empty-action": (button(callback_data=""), "Button_data_invalid"),
    "8-a-row": (keyboard(8), None),
    "9-a-row": (keyboard(9), "Too many buttons in a row: 9, at most 8"),
    "100": (keyboard(*[8] * 12, 4), None),
    "101": (keyboard(*[8] * 12, 5), "Reply_markup_too_long"),
    "no-kind": (
        button(),
        "Can't parse inline keyboard button: text buttons are unallowed in the inline keyboard",
    ),
    "url": (button(url="https://example.org"), None),
    "odd-url": (
        button(url="javascript:x"),
        "Inline keyboard button url 'javascript:x' is invalid: wrong http url",
    ),
}


@pytest.mark.parametrize(("markup", "refusal"), KEYBOARDS.values(), ids=KEYBOARDS.keys())
async def test_keyboard_limits(bot: Bot, markup: InlineKeyboardMarkup, refusal: str | None) -> None:
    assert await refused(bot.send_message(1001, "x", reply_markup=markup)) == refusal_of(BadRequest, refusal)


def stranger(telegram: LocalTelegram) -> int:
    return telegram.add_user(started=False).id


def blocked(telegram: LocalTelegram) -> int:
    telegram.block(telegram.reader)
    return telegram.reader.id


def deactivated(telegram: LocalTelegram) -> int:
    telegram.deactivate(telegram.reader)
    return telegram.reader.id


def standing(kind: str, bot: str) -> Callable[[LocalTelegram], int]:
    def prepared(telegram: LocalTelegram) -> int:
        if kind == "channel":
            return telegram.add_channel(bot=bot).id
        return telegram.add_group(supergroup=kind == "supergroup", bot=bot).id

    return prepared


PLACES = {
    "unknown": (lambda telegram: 999, BadRequest, "Chat not found"),
    "unknown-name": (lambda telegram: "@nobody", BadRequest, "Chat not found"),
    "never-met": (stranger, Forbidden, "Forbidden: bot can't initiate conversation with a user"),
    "blocked": (blocked, Forbidden, "Forbidden: bot was blocked by the user"),
    "deactivated": (deactivated, Forbidden, "Forbidden: user is deactivated"),
    "kicked": (standing("group", "kicked"), Forbidden, "Forbidden: bot was kicked from the group chat"),
    "kicked-super": (
        standing("supergroup", "kicked"),
        Forbidden,
        "Forbidden: bot was kicked from the supergroup chat",
    ),
    "left": (
        standing("supergroup", "left"),
        Forbidden,
        "Forbidden: bot is not a member of the supergroup chat",
    ),
    "channel": (standing("channel", "left"), Forbidden, "Forbidden: bot is not a member of the channel chat"),
    "no-rights": (standing("channel", "member"), BadRequest, "Need administrator rights in the channel chat"),
}


@pytest.mark.parametrize(("place", "kind", "refusal"), PLACES.values(), ids=PLACES.keys())
async def test_places_that_take_nothing(
    bot: Bot,
    telegram: LocalTelegram,
    place: Callable[[LocalTelegram], int],
    kind: type[TelegramError],
    refusal: str,
) -> None:
    assert await refused(bot.send_message(place(telegram), "x")) == refusal_of(kind, refusal)


async def test_upgraded_group_names_its_new_id(bot: Bot, telegram: LocalTelegram) -> None:
    group = telegram.add_group()
    supergroup = telegram.migrate(group)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "x")
    assert moved.value.new_chat_id == supergroup.id
    assert (await bot.send_message(supergroup.id, "x")).chat.type == "supergroup"


def open_topic(telegram: LocalTelegram, forum: LocalChat) -> int:
    return telegram.add_topic(forum)


def closed_topic(telegram: LocalTelegram, forum: LocalChat) -> int:
    topic = telegram.add_topic(forum)
    telegram.close_topic(forum, topic)
    return topic


def deleted_topic(telegram: LocalTelegram, forum: LocalChat) -> int:
    topic = telegram.add_topic(forum)
    telegram.delete_topic(forum, topic)
    return topic


TOPICS = {
    "open": (open_topic, None),
    "closed": (closed_topic, "Topic_closed"),
    "deleted": (deleted_topic, "Message thread not found"),
}


@pytest.mark.parametrize(("topic", "refusal"), TOPICS.values(), ids=TOPICS.keys())
async def test_topics(
    bot: Bot, telegram: LocalTelegram, topic: Callable[[LocalTelegram, LocalChat], int], refusal: str | None
) -> None:
    forum = telegram.add_group(forum=True)
    thread = topic(telegram, forum)
    assert await refused(bot.send_message(forum.id, "x", message_thread_id=thread)) == refusal_of(
        BadRequest, refusal
    )
    assert [message.thread_id for message in telegram.sent(forum)] == ([] if refusal else [thread])


async def test_reply_to_a_message_that_is_gone(bot: Bot) -> None:
    lost = bot.send_message(1001, "x", reply_parameters=ReplyParameters(1))
    assert await refused(lost) == refusal_of(BadRequest, "Message to be replied not found")
    sent = await bot.send_message(
        1001, "x", reply_parameters=ReplyParameters(1, allow_sending_without_reply=True)
    )
    assert sent.reply_to_message is None


async def test_channel_post_has_the_channel_as_its_sender(bot: Bot, telegram: LocalTelegram) -> None:
    telegram.add_channel("Front page", username="front_page")
    post = await bot.send_message("@front_page", "x")
    assert (post.sender_chat.title, post.from_user) == ("Front page", None)


async def test_document_can_be_fetched_again(bot: Bot, telegram: LocalTelegram) -> None:
    sent = await bot.send_document(
        1001, "wörds".encode(), filename="x.txt", caption="<b>Here</b>", parse_mode="HTML"
    )
    assert (sent.document.file_name, sent.document.file_size, sent.caption_html) == (
        "x.txt",
        6,
        "<b>Here</b>",
    )
    again = await bot.send_document(1001, sent.document.file_id)
    fetched = await (await again.document.get_file()).download_as_bytearray()
    assert bytes(fetched).decode() == "wörds"


async def test_copy_and_forward_keep_the_words(bot: Bot, telegram: LocalTelegram) -> None:
    first = await bot.send_message(1001, "<b>x</b>y", parse_mode="HTML")
    await bot.copy_message(1002, 1001, first.message_id)
    await bot.forward_message(1002, 1001, first.message_id)
    assert [shown(message) for message in telegram.sent(telegram.editor)] == [("xy", ()), ("xy", ())]


async def refused(call: object) -> tuple[type[TelegramError], str] | None:
    """The error a call ends in, or None."""
    try:
        await call
    except TelegramError as error:
        return type(error), error.message.lower()
    return None


def refusal_of(kind: type[TelegramError], words: str | None) -> tuple[type[TelegramError], str] | None:
    """The library changes capitals at the beginning; the words count."""
    return None if words is None else (kind, words.lower())


async def test_entities_can_be_given_instead_of_tags(bot: Bot) -> None:
    sent = await bot.send_message(1001, " <b>x", entities=[MessageEntity("bold", 4, 1)])
    assert sent.text_html == "&lt;b&gt;<b>x</b>"


async def test_channel_posts_of_its_people_are_not_the_bots(bot: Bot, telegram: LocalTelegram) -> None:
    channel = telegram.add_channel(admins=[telegram.editor])
    telegram.say(telegram.editor, "by hand", chat=channel)
    await bot.send_message(channel.id, "by the bot")
    assert [message.text for message in telegram.sent(channel)] == ["by the bot"]
    assert [update.channel_post.text for update in await bot.get_updates()] == ["by hand"]
