"""Checks of what stands under a message."""

from collections.abc import Sequence

from bot.localchat.wire import JsonObject, JsonValue, bad_request

MAX_BUTTONS = 100
MAX_ROW = 8
MAX_ACTION_BYTES = 64
_KINDS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def check_keyboard(markup: JsonObject | None) -> JsonObject | None:
    """The markup as it will be kept: None when it has no buttons.

    Raises ApiError 400 for a button that Telegram would not take.
    """
    if markup is None or "inline_keyboard" not in markup:
        return markup
    rows = _rows(markup["inline_keyboard"])
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        if len(row) > MAX_ROW:
            raise bad_request(f"too many buttons in a row: {len(row)}, at most {MAX_ROW}")
        for button in row:
            _check_button(button)
    return {"inline_keyboard": rows} if rows else None


def _rows(value: JsonValue) -> list[list[JsonObject]]:
    assert isinstance(value, Sequence)
    rows: list[list[JsonObject]] = [
        [button for button in row if isinstance(button, dict)] for row in value if isinstance(row, list)
    ]
    return [row for row in rows if row]


def _check_button(button: JsonObject) -> None:
    label = str(button.get("text", ""))
    if not label.strip():
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    kinds = [kind for kind in _KINDS if kind in button]
    if not kinds:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(kinds) > 1:
        raise bad_request(
            "can't parse inline keyboard button: exactly one of the optional fields must be used"
        )
    action = button.get("callback_data")
    if isinstance(action, str) and not 1 <= len(action.encode()) <= MAX_ACTION_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if isinstance(url, str) and not url.startswith(
        ("http://", "https://", "tg://", "ton://", "mailto:", "tel:")
    ):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    copied = button.get("copy_text")
    if isinstance(copied, dict) and not 1 <= len(str(copied.get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
