"""Which article a message of the bot's shows, by the buttons under it: they say so after a restart, too."""

import re
from urllib.parse import parse_qs, urlsplit

from telegram import Message as TelegramMessage

from bot.chat.spoken_to import answered

# Of an open story, else the one that it leads to.
_OWN = re.compile(r"[qtw]:(\d{1,18})(?::\d+)?|iw:(\d{1,18}):.*", re.DOTALL)
_NUMBER = re.compile(r"#?(\d{1,3})[.)]?")
_OPENED = re.compile(
    r"a:(?P<actor>\d{1,18})|s:(?P<story>\d{1,18})|(?:n|b|bw):(?P<listed>[1-9]\d{0,17}):.*", re.DOTALL
)
_ANOTHER = re.compile(r"s:(\d{1,18})")
_LISTED = re.compile(r"(?:s|n|b|bw):([1-9]\d{0,17})(?::.*)?", re.DOTALL)


def story_answered(message: TelegramMessage) -> int | None:
    """The article of the message that is replied to; None: not ours, or shows several."""
    to = answered(message)
    if to is None:
        return None
    actions = _actions(to)
    for shape in (_OWN, _ANOTHER):
        found = (shape.fullmatch(action) for action in actions)
        ids = dict.fromkeys(int(next(filter(None, each.groups()))) for each in found if each is not None)
        if ids:
            return next(iter(ids)) if len(ids) == 1 or shape is _OWN else None
    return None


def numbered_in_answered(message: TelegramMessage, said: str) -> str | None:
    """The action that opens what has the number in the list of ours that is replied to; None: no such."""
    to, number = answered(message), _NUMBER.fullmatch(said)
    if number is None or to is None:
        return None
    named = (action for label, action in _labels(to) if label == str(int(number[1])))
    opened = (_OPENED.fullmatch(action) for action in named)
    return next((_opening(**one.groupdict()) for one in opened if one is not None), None)


def _opening(actor: str | None, story: str | None, listed: str | None) -> str:
    return f"a:{actor}" if actor else f"s:{story or listed}"


def lists_stories(message: TelegramMessage) -> bool:
    """Whether the message that is replied to is ours and opens several stories."""
    to = answered(message)
    if to is None:
        return False
    return len({found[1] for action in _actions(to) if (found := _LISTED.fullmatch(action))}) > 1


def _actions(message: TelegramMessage) -> list[str]:
    return [action for _, action in _labels(message)]


def _labels(message: TelegramMessage) -> list[tuple[str, str]]:
    """What stands on each button, and what it does."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup is not None else ()
    return [
        (one.text, str(one.callback_data) if one.callback_data else _linked(one.url or ""))
        for row in rows
        for one in row
    ]


def _linked(url: str) -> str:
    """The action that a link into the private chat stands for."""
    return parse_qs(urlsplit(url).query).get("start", [""])[0].replace("-", ":")
