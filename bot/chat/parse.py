"""What a person asked, out of what they sent: bounded, on one line, without hidden signs."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from telegram import Update
from telegram.ext import ContextTypes

from bot.domain.roundups import MOST_LISTED
from bot.domain.words import typed

Context: TypeAlias = ContextTypes.DEFAULT_TYPE

_NUMBER = re.compile(r"[+-]?\d{1,3}")  # four digits are a year, and a year is words


@dataclass(frozen=True, slots=True)
class Count:
    """So many of the newest stories."""

    stories: int


@dataclass(frozen=True, slots=True)
class Matching:
    """Stories that match."""

    words: str


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """A number of stories that nobody is sent at once."""


BriefRequest: TypeAlias = Count | Matching | OutOfRange


def argument(update: Update, *, most: int = 120) -> str:
    """What stands after the command, at most `most` graphemes; empty where nothing readable does."""
    message = update.effective_message
    text = (message.text or message.caption or "") if message is not None else ""
    after = text.split(maxsplit=1)[1:]
    return typed(after[0], most) if after else ""


def brief_request(words: str, *, default: int) -> BriefRequest:
    """`/brief`, `/brief 3`, `/brief aleppo`."""
    if not words:
        return Count(default)
    if not _NUMBER.fullmatch(words):
        return Matching(words)
    return Count(int(words)) if 1 <= int(words) <= MOST_LISTED else OutOfRange()


def numbers(context: Context) -> tuple[int, ...]:
    """The numbers of the action whose button was pressed."""
    return tuple(int(group) for group in _groups(context) if group.isdecimal())


def keys(context: Context) -> tuple[str, ...]:
    """What stands for words in the action whose button was pressed."""
    return tuple(group for group in _groups(context) if group.startswith("k"))


def caught(context: Context, place: int = -1) -> str:
    """The words of the action whose button was pressed, in that place of its shape, from 0; else its last."""
    return typed(_groups(context)[place])


def _groups(context: Context) -> tuple[str, ...]:
    return context.match.groups() if context.match is not None else ()
