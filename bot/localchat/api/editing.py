"""Methods that change or remove what stands in a chat."""

from dataclasses import replace
from datetime import timedelta

from bot.localchat.api.access import message_of, present_chat
from bot.localchat.api.content import message_caption, message_text
from bot.localchat.keyboards import check_keyboard
from bot.localchat.state import Answer, State
from bot.localchat.wire import JsonValue, Params, bad_request
from bot.localchat.world import LocalMessage

DELETABLE_FOR = timedelta(hours=48)
ANSWERABLE_FOR = timedelta(minutes=15)  # Telegram says "minutes"
MAX_ANSWER = 200

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def edit_message_text(state: State, params: Params) -> JsonValue:
    """`editMessageText`. 400 where it is not the bot's, has no text or would stay the same."""
    message = _editable(state, params)
    if message.document is not None:
        raise bad_request("there is no text in the message to edit")
    text, entities = message_text(params, too_long="MESSAGE_TOO_LONG")
    return _edited(state, message, replace(message, text=text, entities=entities), params)


def edit_message_caption(state: State, params: Params) -> JsonValue:
    """`editMessageCaption`. 400 where it is not the bot's, has no caption or would stay the same."""
    message = _editable(state, params)
    if message.document is None:
        raise bad_request("there is no caption in the message to edit")
    caption, entities = message_caption(params, too_long="MEDIA_CAPTION_TOO_LONG")
    return _edited(state, message, replace(message, text=caption, entities=entities), params)


def edit_message_reply_markup(state: State, params: Params) -> JsonValue:
    """`editMessageReplyMarkup`. 400 where it is not the bot's or would stay the same."""
    message = _editable(state, params)
    return _edited(state, message, message, params)


def _editable(state: State, params: Params) -> LocalMessage:
    if "inline_message_id" in params:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    message = message_of(state, params, purpose="edit")
    if not message.from_bot or message.forwarded is not None:
        raise bad_request("message can't be edited")
    return message


def _edited(state: State, before: LocalMessage, after: LocalMessage, params: Params) -> JsonValue:
    """Keeps the edit; buttons that are not named again are gone."""
    after = replace(
        after,
        keyboard=check_keyboard(params.object("reply_markup")),
        options=params.object("link_preview_options") or before.options,
    )
    if after == before:
        raise bad_request(_NOT_MODIFIED)
    return state.change(replace(after, edited=state.clock())).to_json()


def delete_message(state: State, params: Params) -> JsonValue:
    """`deleteMessage`. 400 where Telegram would not let the bot: after 48 hours, for one."""
    message = message_of(state, params, purpose="delete")
    if not _deletable(state, message):
        raise bad_request("message can't be deleted")
    state.remove(message)
    return True


def delete_messages(state: State, params: Params) -> JsonValue:
    """Messages that are gone already are passed over."""
    chat = present_chat(state, params)
    numbers = [number for number in params.array("message_ids") if isinstance(number, int)]
    if len(numbers) > 100:
        raise bad_request("too many message identifiers specified")
    found = [message for number in numbers if (message := state.find_message(chat, number))]
    if any(not _deletable(state, message) for message in found):
        raise bad_request("message can't be deleted")
    for message in found:
        state.remove(message)
    return True


def _deletable(state: State, message: LocalMessage) -> bool:
    if message.chat.bot == "administrator":
        return True
    if state.clock() - message.date >= DELETABLE_FOR:
        return False
    return message.chat.kind == "private" or message.from_bot


def answer_callback_query(state: State, params: Params) -> JsonValue:
    """`answerCallbackQuery`. 400 for one that is unknown, answered or too old."""
    callback = state.callbacks.get(params.text("callback_query_id"))
    if callback is None or state.clock() - callback.at > ANSWERABLE_FOR:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = Answer(
        callback=callback,
        text=text,
        alert=params.flag("show_alert"),
        url=params.text("url") or None,
    )
    state.answers.append(answer)
    told: dict[str, JsonValue] = {
        "callback_query_id": callback.id,
        "text": answer.text,
        "alert": answer.alert,
    }
    told |= {"url": answer.url} if answer.url else {}
    state.events.publish(callback.message.chat.id, "answer", told)
    return True


def keep_in_mind(state: State, params: Params) -> JsonValue:
    """Pinning and reacting: checked, and not shown."""
    purpose = "pin" if "reaction" not in params else "react"
    if "message_id" in params:
        message_of(state, params, purpose=purpose)
    return True
