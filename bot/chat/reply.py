"""Answers: what is told, said in the language of the chat and topic that asked."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from telegram import CallbackQuery, InlineKeyboardMarkup, MaybeInaccessibleMessage, Update
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.botapi.keyboards import form_of
from bot.botapi.refusals import is_fixed, is_late, is_unchanged
from bot.botapi.request import unread
from bot.botapi.updates import AnswerableUpdate
from bot.chat.language import language_of
from bot.chat.parse import Context, numbers
from bot.domain.messages import Message
from bot.render.texts import Said
from bot.render.unsaid import Unsaid


async def reply(update: Update, answer: Iterable[Unsaid], *, alert: Said | None = None) -> None:
    """Send the answer where the update came from; in a group its first message quotes the question.

    A press of a button is answered too: its messages come below the one that has the button, and who pressed
    is told the `alert`.
    """
    await send(update, said(update, answer), alert=alert)


def said(update: Update, answer: Iterable[Unsaid]) -> tuple[Message, ...]:
    """The messages of an answer to the update."""
    language = language_of(update)
    return tuple(message for unsaid in answer for message in unsaid.said_in(language))


async def send(update: Update, messages: Iterable[Message], *, alert: Said | None = None) -> None:
    """Send messages that are said already, as `reply` does."""
    await close_press(update, alert, alert=alert is not None)
    asked = update.effective_message
    if asked is None:
        return
    for number, message in enumerate(messages):
        quotes = number == 0 and asked.chat.type != ChatType.PRIVATE and update.callback_query is None
        with unread():
            await asked.reply_html(
                message.html,
                do_quote=quotes,
                allow_sending_without_reply=True,
                api_kwargs=_form(message, asked),
            )
        note_answer(update)


def note_answer(update: Update) -> None:
    """Says that a message of the answer was taken: who asked next need not wait for the rest."""
    if isinstance(update, AnswerableUpdate):
        update.note_answer()


async def edit_in_place(update: Update, answer: Iterable[Unsaid], *, alert: Said | None = None) -> None:
    """Put the first message in place of the one whose button was pressed; more of them come below.

    Where the old one is out of reach, or Telegram no longer lets it be edited, all of them come below.
    """
    messages = said(update, answer)
    if not messages or not await edit_pressed(update, messages[0]):
        await send(update, messages, alert=alert)
        return
    note_answer(update)
    await send(update, messages[1:], alert=alert)


async def edit_pressed(update: Update, message: Message) -> bool:
    """Puts the message in place of the one whose button was pressed; the press is still to be answered.

    False where the old one is out of reach, or Telegram no longer lets it be edited.
    """
    query = update.callback_query
    pressed = query.message if query is not None else None
    if query is None or pressed is None or not pressed.is_accessible:
        return False
    return await _edit(query, message, pressed)


async def open_page(
    update: Update, context: Context, make: Callable[..., Awaitable[Sequence[Unsaid]]]
) -> None:
    """What a button with a number opens: its first page as an answer, another in place of the one before."""
    number, *page = numbers(context)
    await (edit_in_place if page else reply)(update, await make(number, *page))


async def close_press(
    update: Update, words: Said | None = None, *, alert: bool = False, url: str | None = None
) -> None:
    """End the waiting sign on the button of a press, with a few words where there are any.

    `url` is a link to the bot, which who pressed is led to. Too late is no error, nor an update that is no
    press.
    """
    if (query := update.callback_query) is None:
        return
    said = None if words is None else language_of(update).say(words)
    try:
        await query.answer(said, show_alert=alert, url=url)
    except BadRequest as refusal:
        if not is_late(refusal):
            raise


def _form(message: Message, beside: MaybeInaccessibleMessage) -> dict[str, Any]:
    """How the message looks in the chat of the other. Any: as the library types it."""
    private = beside.chat.type == ChatType.PRIVATE
    return form_of(message.buttons, shared_by=None if private else beside.get_bot().username)


async def edit_keyboard(update: Update, buttons: InlineKeyboardMarkup) -> None:
    """Puts these buttons under the message whose button was pressed, where that can still be done."""
    if (query := update.callback_query) is None:
        return
    try:
        await query.edit_message_reply_markup(buttons)
    except BadRequest as refusal:
        if not (is_fixed(refusal) or is_unchanged(refusal)):
            raise
    note_answer(update)


async def _edit(query: CallbackQuery, message: Message, pressed: MaybeInaccessibleMessage) -> bool:
    try:
        with unread():
            await query.edit_message_text(
                message.html, parse_mode=ParseMode.HTML, api_kwargs=_form(message, pressed)
            )
    except BadRequest as refusal:
        if is_fixed(refusal):
            return False
        if not is_unchanged(refusal):  # pressed twice: it already shows what was asked for
            raise
    return True
