"""How updates find their handler: commands by name, presses by the shape of their action."""

import re
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.chat.parse import Context

Route: TypeAlias = BaseHandler[Update, Context, Any]  # Any: what a callback returns, which nobody reads
AnyApplication: TypeAlias = Application[Any, Context, Any, Any, Any, Any]  # what it keeps is not our concern
Handler: TypeAlias = Callable[[Update, Context], Coroutine[Any, Any, None]]

LONGEST_ADDRESS = 2_000  # characters, as browsers and servers take them
_LINK = re.compile(r"\s*https?://\S+\s*", re.IGNORECASE)
_ARGUMENTS = {  # ids fit the database's integers
    "id": r"(\d{1,18})",
    "page": r"(\d{1,4})",
    "key": "(k[0-9a-f]{8})",
    "ids": "([0-9a-z-]{1,61})",
    "language": "([A-Za-z_]{2,11})",
    "words": "(.+)",
}


class _IsLink(filters.MessageFilter):
    def filter(self, message: TelegramMessage) -> bool:
        text = message.text or ""
        return len(text) <= LONGEST_ADDRESS and _LINK.fullmatch(text) is not None


IS_LINK: filters.BaseFilter = _IsLink()  # one web address and nothing else

# By a link from where many read, to a story or a name whose choices are open.
LED: filters.BaseFilter = (
    filters.Regex(r"^/start x-(s|a)-(\d{1,18})$") & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
)


def on_command(name: str, callback: Handler) -> Route:
    """A command that a person sent: not one that was edited, not a channel's."""
    return CommandHandler(name, callback, filters=filters.UpdateType.MESSAGE)


def on_order(name: str, callback: Handler) -> Route:
    """A command that changes what a place is sent: a channel's administrators post it there."""
    return CommandHandler(
        name, callback, filters=filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
    )


def on_link(callback: Handler) -> Route:
    """A web address that a person sends in their own chat, alone."""
    return MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & IS_LINK, callback)


def on_press(shape: str, callback: Handler) -> Route:
    """A button whose action has this shape: `t:{id}:{page}`."""
    return CallbackQueryHandler(callback, pattern=pattern(shape))


def on_reading(shape: str, callback: Handler) -> tuple[Route, ...]:
    """A button that reads, and the link into the private chat that stands for it where many read."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    linked = filters.Regex(pattern(shape).replace("^", "^/start ").replace(":", "-"))
    return on_press(shape, callback), MessageHandler(private & linked, callback)


def pattern(shape: str) -> str:
    """The expression that actions of this shape match, whole."""
    return f"^{shape.format_map(_ARGUMENTS)}$"
