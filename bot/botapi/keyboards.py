"""Buttons as Telegram takes them.

What reads is for one: where many read the message, its buttons are links into the bot's private chat, and a
button that cannot be one is left out.
"""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.helpers import create_deep_linked_url

from bot.domain.button_actions import payload, reads
from bot.domain.messages import Button, Buttons


def keyboard(buttons: Buttons, *, shared_by: str | None = None) -> InlineKeyboardMarkup | None:
    """The buttons; `shared_by`: the bot's user name, where others read the message, too."""
    rows = [[made for one in row if (made := _made(one, shared_by)) is not None] for row in buttons]
    return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None


def _made(button: Button, shared_by: str | None) -> InlineKeyboardButton | None:
    if button.copies is not None:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copies))
    if shared_by is None or not reads(button.action):
        return InlineKeyboardButton(button.label, callback_data=button.action)
    start = payload(button.action)
    if start is None:
        return None
    return InlineKeyboardButton(button.label, url=create_deep_linked_url(shared_by, start))
