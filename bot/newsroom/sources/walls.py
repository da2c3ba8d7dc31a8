"""Tells an article's page from a wall: a captcha, a consent form, a paywall, an error that says 200."""

import re
from typing import Final

from bot.newsroom.sources.values import Entry

# Of the words of title and summary. 80 of 83 saved pages have more in their story; of the stories of other
# pages 19 in 20 have less.
_LEAST_SHARE: Final = 0.3
_SHORTEST_STORY: Final = 300  # characters, about three sentences; 81 of 83 saved pages have more
_WORD = re.compile(r"\w{4,}")


def why_wall(entry: Entry, *, headline: str, body: str) -> str | None:
    """Why the story that was read on the entry's page is none, None where it is one."""
    if len(body) < _SHORTEST_STORY:
        return "has too little text for an article"
    if len(body) <= len(entry.words):
        return "has no more text than the feed"
    told = _words(f"{entry.title} {entry.summary}")
    there = _words(body if entry.summary else f"{headline} {body}")
    if told and len(told & there) < _LEAST_SHARE * len(told):
        return "has few of the entry's words"
    return None


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
