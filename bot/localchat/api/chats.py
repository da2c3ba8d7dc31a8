"""Methods that ask about chats and their members."""

from bot.localchat.api.access import chat_of, check_present, present_chat
from bot.localchat.people import member_json
from bot.localchat.state import State
from bot.localchat.wire import JsonValue, Params, bad_request
from bot.localchat.world import PRESENT, LocalChat, Topic

MAX_DOWNLOAD = 20 * 1024 * 1024


def get_chat(state: State, params: Params) -> JsonValue:
    """`getChat`. 400 for an unknown one, 403 where the bot is not in it."""
    chat = chat_of(state, params)
    if chat.kind != "private":
        check_present(chat)
    return {
        **chat.to_json(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }


_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat_member(state: State, params: Params) -> JsonValue:
    """`getChatMember`. 400 for somebody unknown; who was never in it has left."""
    chat = present_chat(state, params)
    user = state.users.get(params.integer("user_id"))
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID" if chat.kind != "channel" else "member not found")
    return member_json(user, chat.members.get(user.id, "left"))


def get_chat_administrators(state: State, params: Params) -> JsonValue:
    """`getChatAdministrators`. 400 in a private chat."""
    chat = present_chat(state, params)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(state.users[user_id], standing)
        for user_id, standing in chat.members.items()
        if standing in {"creator", "administrator"}
    ]


def get_chat_member_count(state: State, params: Params) -> JsonValue:
    """`getChatMemberCount`, the bot counted."""
    chat = present_chat(state, params)
    if chat.kind == "private":
        return 2
    return sum(standing in PRESENT for standing in chat.members.values())


def leave_chat(state: State, params: Params) -> JsonValue:
    """`leaveChat`. 400 in a private chat."""
    chat = present_chat(state, params)
    if chat.kind == "private":
        raise bad_request("chat not found")
    chat.bot = "left"
    chat.members[state.bot.id] = "left"
    state.events.touch()
    return True


def get_file(state: State, params: Params) -> JsonValue:
    """`getFile`: where its content is downloaded. 400 for one unknown or too large."""
    known = state.files.get(params.text("file_id"))
    if known is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    document, _ = known
    if document.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": document.id,
        "file_unique_id": f"u{document.id}",
        "file_size": document.size,
        "file_path": f"documents/{document.id}",
    }


def create_forum_topic(state: State, params: Params) -> JsonValue:
    """`createForumTopic`. 400 where the chat is no forum."""
    chat = _forum(state, params)
    topic = Topic(id=state.next_message_id(chat), name=params.text("name"))
    chat.topics[topic.id] = topic
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": 7322096}


def close_forum_topic(state: State, params: Params) -> JsonValue:
    """`closeForumTopic`. 400 for an unknown topic."""
    _topic(state, params).closed = True
    return True


def reopen_forum_topic(state: State, params: Params) -> JsonValue:
    """`reopenForumTopic`. 400 for an unknown topic."""
    _topic(state, params).closed = False
    return True


def delete_forum_topic(state: State, params: Params) -> JsonValue:
    """`deleteForumTopic`. 400 for an unknown topic."""
    topic = _topic(state, params)
    del _forum(state, params).topics[topic.id]
    return True


def _forum(state: State, params: Params) -> LocalChat:
    chat = present_chat(state, params)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    if chat.bot != "administrator":
        raise bad_request("not enough rights to manage topics")
    return chat


def _topic(state: State, params: Params) -> Topic:
    topic = _forum(state, params).topics.get(params.integer("message_thread_id"))
    if topic is None:
        raise bad_request("message thread not found")
    return topic
