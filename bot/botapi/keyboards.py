"""Buttons as Telegram takes them.

What reads is for one: where many read the message, its buttons are links into the bot's private chat, and a
button that cannot be one is left out.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from telegram import InlineKeyboardMarkup
from telegram.helpers import create_deep_linked_url

from bot.domain.button_actions import payload, reads
from bot.domain.messages import Button, Buttons

_NO_PREVIEW: Final = {"link_preview_options": {"is_disabled": True}}  # it would push the text away

Rows: TypeAlias = list[list[dict[str, object]]]  # buttons by row, in Telegram's own form


def keyboard(buttons: Buttons, *, shared_by: str | None = None) -> InlineKeyboardMarkup | None:
    """The buttons; `shared_by`: the bot's user name, where others read the message, too."""
    rows = _rows(buttons, shared_by)
    return InlineKeyboardMarkup.de_json({"inline_keyboard": rows}) if rows else None


def form_of(buttons: Buttons, *, shared_by: str | None = None) -> dict[str, Any]:
    """How a message looks beside its words, as `api_kwargs` of the request that sends it: no preview of a
    link, and the buttons where there are any. Any: as the library types them.

    A keyboard of the library's makes an object of each button, and then of each object this.
    """
    rows = _rows(buttons, shared_by)
    return _NO_PREVIEW | ({"reply_markup": {"inline_keyboard": rows}} if rows else {})


def _rows(buttons: Buttons, shared_by: str | None) -> Rows:
    rows = ([made for one in row if (made := _made(one, shared_by)) is not None] for row in buttons)
    return [row for row in rows if row]


def _made(button: Button, shared_by: str | None) -> dict[str, object] | None:
    does = _does(button, shared_by)
    return {"text": button.label, **does} if does is not None else None


def _does(button: Button, shared_by: str | None) -> Mapping[str, object] | None:
    if button.copies is not None:
        return {"copy_text": {"text": button.copies}}
    if shared_by is None or not reads(button.action):
        return {"callback_data": button.action}
    start = payload(button.action)
    return {"url": create_deep_linked_url(shared_by, start)} if start is not None else None
