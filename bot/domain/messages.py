"""What one Telegram message holds, without Telegram in it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: `action` is at most 64 bytes and survives a restart.

    One that `copies` puts these words, at most 256 characters, into who presses it has ready to paste.
    """

    label: str
    action: str
    copies: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one Telegram message holds: HTML of at most 4096 UTF-16 units, and its buttons by row."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


Buttons = tuple[tuple[Button, ...], ...]
InLanguage = Callable[[str | None], Message]  # made by the tag of a language; None: the bot's own
