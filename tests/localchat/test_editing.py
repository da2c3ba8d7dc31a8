"""Edits, deletions and answers to buttons, with Telegram's conditions."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.localchat import LocalTelegram
from tests.telegram import served, shown

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TOO_OLD = "Query is too old and response timeout expired or query id is invalid"
MARKUP = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])


async def test_edit_changes_words_and_takes_unnamed_buttons_away(bot: Bot, telegram: LocalTelegram) -> None:
    sent = await bot.send_message(1001, "x", reply_markup=MARKUP)
    edited = await sent.edit_text("<i>y</i>", parse_mode="HTML")
    assert [shown(message) for message in telegram.sent(1001)] == [("y", ())]
    assert (edited.message_id, edited.text_html) == (sent.message_id, "<i>y</i>")
    assert edited.edit_date is not None


async def test_buttons_alone_can_be_changed(bot: Bot, telegram: LocalTelegram) -> None:
    sent = await bot.send_message(1001, "x")
    await sent.edit_reply_markup(MARKUP)
    assert [shown(message) for message in telegram.sent(1001)] == [("x", (("More",),))]


EDITS = {
    "same": ("x", True, NOT_MODIFIED),
    "same-without-buttons": ("x", False, None),
    "too-long": ("y" * 4097, True, "Message_too_long"),
    "empty": (" ", True, "Message text is empty"),
}


@pytest.mark.parametrize(("text", "buttons", "refusal"), EDITS.values(), ids=EDITS.keys())
async def test_edit_limits(bot: Bot, text: str, buttons: bool, refusal: str | None) -> None:
    sent = await bot.send_message(1001, "x", reply_markup=MARKUP)
    assert await refusal_from(sent.edit_text(text, reply_markup=MARKUP if buttons else None)) == refusal


async def test_only_own_standing_messages_can_be_edited(bot: Bot, telegram: LocalTelegram) -> None:
    said = telegram.say(telegram.reader, "x")
    assert await refusal_from(bot.edit_message_text("y", 1001, said.id)) == "Message can't be edited"
    assert await refusal_from(bot.edit_message_text("y", 1001, said.id + 9)) == "Message to edit not found"


async def test_caption_of_a_document_can_be_changed_and_its_text_not(
    bot: Bot, telegram: LocalTelegram
) -> None:
    sent = await bot.send_document(1001, b"words", caption="x")
    await sent.edit_caption("y")
    assert [shown(message) for message in telegram.sent(1001)] == [("y", ())]
    assert await refusal_from(sent.edit_text("z")) == "There is no text in the message to edit"


async def test_deleted_message_is_gone(bot: Bot, telegram: LocalTelegram) -> None:
    sent = await bot.send_message(1001, "x")
    await sent.delete()
    assert telegram.sent(1001) == ()
    assert telegram.sent_counts[1001] == 1
    assert await refusal_from(sent.delete()) == "Message to delete not found"


async def test_many_are_deleted_at_once_and_missing_ones_passed_over(
    bot: Bot, telegram: LocalTelegram
) -> None:
    sent = [await bot.send_message(1001, str(number)) for number in range(3)]
    assert await bot.delete_messages(1001, [sent[0].message_id, sent[2].message_id, 1])
    assert [message.text for message in telegram.sent(1001)] == ["1"]


AGES = {"young": (timedelta(hours=47), None), "old": (timedelta(hours=48), "Message can't be deleted")}


@pytest.mark.parametrize(("age", "refusal"), AGES.values(), ids=AGES.keys())
async def test_messages_can_be_deleted_for_48_hours(age: timedelta, refusal: str | None) -> None:
    now = [datetime(2026, 3, 1, 12, tzinfo=UTC)]
    async with served(LocalTelegram(clock=lambda: now[0])) as running, running.bot() as bot:
        sent = await bot.send_message(1001, "x")
        now[0] += age
        assert await refusal_from(sent.delete()) == refusal


async def test_others_messages_in_a_group_need_an_administrator(bot: Bot, telegram: LocalTelegram) -> None:
    group = telegram.add_group(members=[telegram.reader])
    said = telegram.say(telegram.reader, "x", chat=group)
    assert await refusal_from(bot.delete_message(group.id, said.id)) == "Message can't be deleted"
    telegram.set_bot(group, "administrator")
    assert await bot.delete_message(group.id, said.id)


async def test_button_is_answered_for_minutes(bot: Bot) -> None:
    now = [datetime(2026, 3, 1, 12, tzinfo=UTC)]
    async with served(LocalTelegram(clock=lambda: now[0])) as running, running.bot() as bot:
        telegram = running.telegram
        await bot.send_message(1001, "x", reply_markup=MARKUP)
        pressed = telegram.press(telegram.reader, telegram.sent(1001)[0], "More")
        await bot.answer_callback_query(pressed.id, "Read on", show_alert=True)
        [answer] = telegram.answers
        assert (answer.callback.action, answer.text, answer.alert) == ("more", "Read on", True)
        assert await refusal_from(bot.answer_callback_query("17")) == TOO_OLD
        now[0] += timedelta(minutes=16)
        assert await refusal_from(bot.answer_callback_query(pressed.id)) == TOO_OLD


async def test_only_buttons_that_stand_can_be_pressed(bot: Bot, telegram: LocalTelegram) -> None:
    sent = await bot.send_message(1001, "x", reply_markup=MARKUP)
    [before] = telegram.sent(1001)
    await sent.edit_reply_markup(None)
    with pytest.raises(LookupError):
        telegram.press(telegram.reader, before, "More")


async def refusal_from(call: object) -> str | None:
    """What a call was refused with, as python-telegram-bot tells it."""
    try:
        await call
    except BadRequest as error:
        return error.message.replace(" ID ", " id ")
    return None
