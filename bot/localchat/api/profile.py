"""Methods about the bot itself: who it is, its commands, what it says of itself."""

import re

from bot.localchat.state import CommandScope, State
from bot.localchat.wire import JsonObject, JsonValue, Params, bad_request

MAX_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def get_me(state: State, params: Params) -> JsonValue:  # noqa: ARG001 - every method is called alike
    """`getMe`."""
    return {
        **state.bot.to_json(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def farewell(state: State, params: Params) -> JsonValue:  # noqa: ARG001
    """logOut and close: nothing to take leave of here."""
    return True


def set_my_commands(state: State, params: Params) -> JsonValue:
    """`setMyCommands` in a scope. 400 for more than a hundred, or one that is misshapen."""
    commands = tuple(_command(given) for given in params.objects("commands"))
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.commands[_scope(state, params)] = commands
    state.events.tell_all("commands", {})
    return True


def get_my_commands(state: State, params: Params) -> JsonValue:
    """`getMyCommands` of a scope."""
    return list(state.commands.get(_scope(state, params), ()))


def delete_my_commands(state: State, params: Params) -> JsonValue:
    """`deleteMyCommands` of a scope."""
    state.commands.pop(_scope(state, params), None)
    state.events.tell_all("commands", {})
    return True


def _command(given: JsonObject) -> JsonObject:
    name, description = str(given["command"]).removeprefix("/"), str(given["description"]).strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope(state: State, params: Params) -> CommandScope:
    scope = params.object("scope") or {"type": "default"}
    kind = str(scope.get("type"))
    if kind not in _SCOPES:
        raise bad_request("unsupported BotCommandScope type specified")
    numbers = {name: _number(state, scope.get(name), name) for name in _SCOPES[kind]}
    return kind, numbers.get("chat_id", 0), numbers.get("user_id", 0), params.text("language_code")


def _number(state: State, value: JsonValue, name: str) -> int:
    known = state.chats if name == "chat_id" else state.users
    try:
        number = int(str(value))
    except ValueError:
        number = 0
    if number not in known:
        raise bad_request("chat not found" if name == "chat_id" else "user not found")
    return number


def set_text(name: str, limit: int, state: State, params: Params) -> JsonValue:
    """`setMyName` and its like, in a language. 400 for more than `limit` characters."""
    text = params.text(name)
    if len(text) > limit:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    state.texts[name, params.text("language_code")] = text
    return True


def get_text(name: str, state: State, params: Params) -> JsonValue:
    """`getMyName` and its like, in a language."""
    default = state.bot.first_name if name == "name" else ""
    told = (state.texts.get((name, code)) for code in (params.text("language_code"), ""))
    return {name: next(filter(None, told), default)}


def set_chat_menu_button(state: State, params: Params) -> JsonValue:
    """`setChatMenuButton` of a chat, or of all."""
    state.menu_buttons[params.integer("chat_id")] = params.object("menu_button") or {"type": "default"}
    return True


def get_chat_menu_button(state: State, params: Params) -> JsonValue:
    """`getChatMenuButton` of a chat, or of all."""
    buttons = state.menu_buttons
    return buttons.get(params.integer("chat_id")) or buttons.get(0) or {"type": "commands"}
