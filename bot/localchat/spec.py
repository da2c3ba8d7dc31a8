"""The Bot API's own field names and types: which methods are served, and what each may be given.

`methods.json` holds them for the methods served here. Telegram ignores a name it does not know; here it is
refused, because a misspelt parameter is a bug that only shows on a reader's phone otherwise.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from bot.localchat.wire import ApiError, JsonObject, JsonValue, bad_request

Fields: TypeAlias = Mapping[str, Sequence[str]]  # name → its types, and "required" where it is

_SPEC = json.loads((Path(__file__).parent / "methods.json").read_text(encoding="utf-8"))
_METHODS: Mapping[str, Fields] = _SPEC["methods"]
_TYPES: Mapping[str, Fields] = _SPEC["types"]
_NAMES = {name.lower(): name for name in _METHODS}

# What Telegram says when one of these is missing; the names are the Bot API's.
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "document": "there is no document in the request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "user_id": "invalid user_id specified",
    "file_id": "invalid file_id",
    "url": "bad webhook: URL must be specified",
}


def method_name(name: str) -> str:
    """The method's name as documented; Telegram does not look at its case.

    Raises ApiError 404 for a method that is not served.
    """
    try:
        return _NAMES[name.lower()]
    except KeyError:
        raise ApiError(404, "Not Found: method not found") from None


def check_parameters(method: str, given: JsonObject, *, uploaded: Sequence[str] = ()) -> JsonObject:
    """The parameters with their types: form fields are text, JSON in text, or already JSON.

    Raises ApiError 400 for an unknown name, a wrong type, or a missing one.
    """
    fields = _METHODS[method]
    checked = {name: _check_field(name, value, fields) for name, value in given.items() if value is not None}
    for name, types in fields.items():
        if "required" in types and name not in checked and name not in uploaded:
            if method.startswith("edit") and name == "text":
                continue  # told by the editing itself
            raise bad_request(_MISSING.get(name, f'parameter "{name}" is required'))
    return checked


def _check_field(name: str, value: JsonValue, fields: Fields) -> JsonValue:
    types = fields.get(name)
    if types is None:
        raise bad_request(f'unknown parameter "{name}"')
    return _check_value(name, value, types)


def _check_value(name: str, value: JsonValue, types: Sequence[str]) -> JsonValue:
    try:
        return _as_one_of(value, types)
    except ValueError:
        if name == "reply_markup":
            raise bad_request("can't parse reply keyboard markup JSON object") from None
        kinds = " or ".join(kind for kind in types if kind != "required")
        raise bad_request(f'parameter "{name}" must be of type {kinds}') from None


def _as_one_of(value: JsonValue, types: Sequence[str]) -> JsonValue:
    """The value as the first of the types that it can be; ValueError when it is none of them."""
    for kind in types:
        if kind != "required":
            with suppress(TypeError, ValueError):
                return _as_type(value, kind)
    raise ValueError(types)


def _as_type(value: JsonValue, kind: str) -> JsonValue:
    """The value as that type; TypeError or ValueError when it is none."""
    match kind:
        case "Integer":
            return _integer(value)
        case "Boolean":
            return _boolean(value)
        case "Float":
            if isinstance(value, (int, float, str)):
                return float(value)
        case "String" | "InputFile":
            return _string(value)
        case _ if kind.startswith("Array of "):
            return _array(value, kind.removeprefix("Array of "))
        case _:
            return _object(value, kind)
    raise ValueError(kind)


def _integer(value: JsonValue) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise TypeError("Integer")
    return int(value)


def _boolean(value: JsonValue) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).lower()
    if text in {"true", "1", "yes", "t", "y"}:
        return True
    if text in {"false", "0", "no", "f", "n"}:
        return False
    raise ValueError("Boolean")


def _string(value: JsonValue) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise TypeError("String")
    return str(value)


def _array(value: JsonValue, kind: str) -> JsonValue:
    items = json.loads(value) if isinstance(value, str) else value
    if not isinstance(items, Sequence):
        raise TypeError(kind)
    return [_as_one_of(item, (kind,)) for item in items]


def _object(value: JsonValue, kind: str) -> JsonObject:
    value = json.loads(value) if isinstance(value, str) else value
    if not isinstance(value, Mapping):
        raise TypeError(kind)
    fields = _TYPES.get(kind)
    if fields is None:
        return value
    if any(types[-1] == "required" and name not in value for name, types in fields.items()):
        raise ValueError(kind)
    if any(name not in fields for name in value):
        raise ValueError(kind)
    return {name: _as_one_of(item, fields[name]) for name, item in value.items() if item is not None}
