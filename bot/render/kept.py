"""Texts of ours that are kept in English: known again by their words, and told in each reader's language."""

import re
from collections.abc import Iterable
from functools import cache
from string import Formatter

from bot.render.texts import Text


def told_again(words: str, ours: Iterable[Text]) -> Text | None:
    """The first of the texts that says these words in English, filled as they are; None: none does."""
    for one in ours:
        if found := _whole(one).fullmatch(words):
            return one.filled(**found.groupdict())
    return None


def pattern(text: Text, mark: str = "") -> str:
    """By what the text is known: its English words, and anything where it has a place for something.

    A group holds what fills a place, and is called by the place's name and the `mark`.
    """
    return "".join(
        re.escape(words) + (f"(?P<{name}{mark}>.+?)" if name else "")
        for words, name, _spec, _conversion in Formatter().parse(text.message)
    )


@cache
def _whole(text: Text) -> re.Pattern[str]:
    return re.compile(pattern(text))
