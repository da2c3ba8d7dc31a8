"""Methods that put a message into a chat."""

from dataclasses import replace

from bot.localchat.api.access import chat_of, check_writable, present_chat
from bot.localchat.api.content import message_caption, message_text
from bot.localchat.keyboards import check_keyboard
from bot.localchat.state import State
from bot.localchat.wire import JsonValue, Params, bad_request
from bot.localchat.world import LocalChat, LocalMessage

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
MAX_UPLOAD = 50 * 1024 * 1024


def send_message(state: State, params: Params) -> JsonValue:
    """`sendMessage`. 400 for text that is empty, too long or misshapen, 403 where the bot may not write."""
    text, entities = message_text(params)
    return _send(state, replace(_draft(state, params), text=text, entities=entities))


def send_document(state: State, params: Params) -> JsonValue:
    """`sendDocument`, uploaded or by its id. 400 where there is none."""
    caption, entities = message_caption(params)
    draft = _draft(state, params)
    upload = params.uploads.get(
        params.text("document").removeprefix("attach://"), params.uploads.get("document")
    )
    if upload is None:
        known = state.files.get(params.text("document"))
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        document = known[0]
    else:
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > MAX_UPLOAD:
            raise bad_request("file is too big")
        document = state.store_file(upload.name, upload.mime_type, upload.content)
    return _send(state, replace(draft, text=caption, entities=entities, document=document))


def forward_message(state: State, params: Params) -> JsonValue:
    """`forwardMessage`. 400 for an unknown one."""
    original = _original(state, params, purpose="forward")
    draft = _draft(state, params)
    return _send(state, replace(_as_it_stands(original, draft), forwarded=original.origin()))


def copy_message(state: State, params: Params) -> JsonValue:
    """`copyMessage`. 400 for an unknown one."""
    original = _original(state, params, purpose="copy")
    sent = _as_it_stands(original, _draft(state, params))
    _send(state, sent)
    return {"message_id": sent.id}


def _original(state: State, params: Params, *, purpose: str) -> LocalMessage:
    message = state.find_message(chat_of(state, params, "from_chat_id"), params.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def _as_it_stands(original: LocalMessage, draft: LocalMessage) -> LocalMessage:
    return replace(
        draft,
        text=original.text,
        entities=original.entities,
        document=original.document,
        media=original.media,
    )


def send_message_draft(state: State, params: Params) -> JsonValue:
    """`sendMessageDraft`, in a private chat alone. It is shown, and kept nowhere."""
    chat = present_chat(state, params)
    if chat.kind != "private":
        raise bad_request("chat not found")
    text, _ = message_text(params) if params.text("text") else ("", ())
    state.events.publish(chat.id, "typing", {"action": "typing", "draft": text})
    return True


def send_chat_action(state: State, params: Params) -> JsonValue:
    """`sendChatAction`. 400 for an unknown action."""
    chat, thread_id = chat_of(state, params), _thread_id(params)
    check_writable(chat, thread_id)
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    state.events.publish(chat.id, "typing", {"action": action, "message_thread_id": thread_id})
    return True


def _draft(state: State, params: Params) -> LocalMessage:
    """The message without its content, every place it goes to checked."""
    chat = chat_of(state, params)
    thread_id = _thread_id(params)
    check_writable(chat, thread_id)
    reply_to, quote = _reply(state, chat, params)
    return LocalMessage(
        id=state.next_message_id(chat),
        chat=chat,
        sender=None if chat.kind == "channel" else state.bot,
        from_bot=True,
        date=state.clock(),
        keyboard=check_keyboard(params.object("reply_markup")),
        thread_id=thread_id,
        reply_to=reply_to,
        quote=quote,
        options=params.object("link_preview_options"),
        silent=params.flag("disable_notification"),
        protected=params.flag("protect_content"),
    )


def _thread_id(params: Params) -> int | None:
    return params.integer("message_thread_id") or None


def _reply(state: State, chat: LocalChat, params: Params) -> tuple[LocalMessage | None, str | None]:
    """The message replied to, and the words of it that are quoted."""
    wanted = params.object("reply_parameters")
    if wanted is None:
        return None, None
    number = wanted["message_id"]
    message = state.find_message(chat, number) if isinstance(number, int) else None
    if message is None:
        if wanted.get("allow_sending_without_reply"):
            return None, None
        raise bad_request("message to be replied not found")
    quote = wanted.get("quote")
    if not isinstance(quote, str):
        return message, None
    if quote not in message.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return message, quote


def _send(state: State, message: LocalMessage) -> JsonValue:
    return state.store(message).to_json()
