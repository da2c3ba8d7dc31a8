"""The Bot API's methods, by name."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from bot.localchat.api import chats, editing, profile, sending
from bot.localchat.state import State
from bot.localchat.wire import JsonValue, Params

Method: TypeAlias = Callable[[State, Params], JsonValue]

METHODS: Mapping[str, Method] = {
    "getMe": profile.get_me,
    "logOut": profile.farewell,
    "close": profile.farewell,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": partial(profile.set_text, "name", 64),
    "getMyName": partial(profile.get_text, "name"),
    "setMyDescription": partial(profile.set_text, "description", 512),
    "getMyDescription": partial(profile.get_text, "description"),
    "setMyShortDescription": partial(profile.set_text, "short_description", 120),
    "getMyShortDescription": partial(profile.get_text, "short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "sendMessage": sending.send_message,
    "sendMessageDraft": sending.send_message_draft,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.forward_message,
    "copyMessage": sending.copy_message,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "pinChatMessage": editing.keep_in_mind,
    "unpinChatMessage": editing.keep_in_mind,
    "setMessageReaction": editing.keep_in_mind,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
    "getFile": chats.get_file,
    "createForumTopic": chats.create_forum_topic,
    "closeForumTopic": chats.close_forum_topic,
    "reopenForumTopic": chats.reopen_forum_topic,
    "deleteForumTopic": chats.delete_forum_topic,
}
# What flood limits count: messages, and in groups their edits.
SENDS = frozenset({"sendMessage", "sendDocument", "forwardMessage", "copyMessage"})
EDITS = frozenset({"editMessageText", "editMessageCaption", "editMessageReplyMarkup"})
