"""Which chat a call means, and whether the bot may write there: Telegram's refusals, word for word."""

from bot.localchat.state import State
from bot.localchat.wire import ApiError, Params, bad_request, forbidden
from bot.localchat.world import LocalChat, LocalMessage

_NAMES = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


def chat_of(state: State, params: Params, name: str = "chat_id") -> LocalChat:
    """The chat named by id or @username. Raises ApiError 400 when there is none, or it has moved."""
    value = params.values.get(name)
    if isinstance(value, str):
        wanted = value.removeprefix("@").lower()
        chat = next((c for c in state.chats.values() if (c.username or "").lower() == wanted), None)
    else:
        chat = state.chats.get(params.integer(name))
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat",
            parameters={"migrate_to_chat_id": chat.migrated_to},
        )
    return chat


def check_present(chat: LocalChat) -> None:
    """Raises ApiError 403 when the bot cannot be in touch with the chat."""
    if refusal := _refusal(chat):
        raise refusal


def present_chat(state: State, params: Params) -> LocalChat:
    """The chat that a call is about. Raises ApiError where there is none, or the bot is not in it."""
    chat = chat_of(state, params)
    check_present(chat)
    return chat


def _refusal(chat: LocalChat) -> ApiError | None:
    if chat.kind == "private":
        return _private_refusal(chat)
    place = _NAMES[chat.kind]
    if chat.bot == "kicked":
        return forbidden(f"bot was kicked from the {place}")
    if chat.bot == "left":
        return forbidden(f"bot is not a member of the {place}")
    return None


def _private_refusal(chat: LocalChat) -> ApiError | None:
    if chat.deactivated:
        return forbidden("user is deactivated")
    if chat.bot == "kicked":
        return forbidden("bot was blocked by the user")
    if not chat.started:
        return forbidden("bot can't initiate conversation with a user")
    return None


def check_writable(chat: LocalChat, thread_id: int | None) -> None:
    """Raises ApiError when the bot may not post in the chat or in that topic.

    A closed topic takes nothing from the bot: its rights here do not include managing topics.
    """
    check_present(chat)
    if chat.kind == "channel" and chat.bot != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    if thread_id is None:
        return
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED")


def message_of(state: State, params: Params, *, purpose: str) -> LocalMessage:
    """The message a call is about. Raises ApiError 400 "message to … not found"."""
    message = state.find_message(present_chat(state, params), params.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message
