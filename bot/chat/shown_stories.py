"""Which article a message of the bot's shows, by the buttons under it: they say so after a restart, too."""

import re
from urllib.parse import parse_qs, urlsplit

from telegram import Message as TelegramMessage

# Of an open story, else the one that it leads to.
_OWN = re.compile(r"[qtw]:(\d{1,18})(?::\d+)?|iw:(\d{1,18}):.*", re.DOTALL)
_ANOTHER = re.compile(r"s:(\d{1,18})")


def story_answered(message: TelegramMessage) -> int | None:
    """The article of the message that is replied to; None: not ours, or shows several."""
    to = message.reply_to_message
    if to is None or to.from_user is None or to.from_user.id != message.get_bot().id:
        return None
    actions = _actions(to)
    for shape in (_OWN, _ANOTHER):
        found = (shape.fullmatch(action) for action in actions)
        ids = dict.fromkeys(int(next(filter(None, each.groups()))) for each in found if each is not None)
        if ids:
            return next(iter(ids)) if len(ids) == 1 or shape is _OWN else None
    return None


def _actions(message: TelegramMessage) -> list[str]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup is not None else ()
    buttons = [button for row in rows for button in row]
    return [
        str(button.callback_data) if button.callback_data else _linked(button.url or "") for button in buttons
    ]


def _linked(url: str) -> str:
    """The action that a link into the private chat stands for."""
    return parse_qs(urlsplit(url).query).get("start", [""])[0].replace("-", ":")
