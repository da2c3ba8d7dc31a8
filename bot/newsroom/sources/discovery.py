"""The feeds that a page names as its own, in its head."""

import re
from html.parser import HTMLParser
from typing import Final

from bot.newsroom.sources.values import Page
from bot.newsroom.sources.words import address_of

_TYPES: Final = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
)
_MOST_FEEDS: Final = 20
_HEAD: Final = 500_000  # characters: some pages have large scripts before it
_COMMENTS = re.compile(r"comment", re.IGNORECASE)


def read_page(text: str, *, address: str | None) -> Page:
    """The page's feeds, in its order, those of comments last."""
    head = _Head()
    head.feed(text[:_HEAD])
    base = address_of(head.base, base=address) or address
    told = sorted(head.feeds, key=lambda one: _COMMENTS.search(f"{one[0]} {one[1]}") is not None)
    found = (address_of(where, base=base) for where, _ in told)
    return Page(feeds=tuple(dict.fromkeys(where for where in found if where))[:_MOST_FEEDS])


class _Head(HTMLParser):
    """Collects what `<link rel=alternate>` and `<base>` say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.base: str | None = None
        self.feeds: list[tuple[str, str]] = []  # address and title

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "base":
            self.base = self.base or told.get("href")
        elif tag == "link" and _names_feed(told):
            self.feeds.append((told.get("href", ""), told.get("title", "")))


def _names_feed(told: dict[str, str]) -> bool:
    rel = told.get("rel", "").lower().split()
    kind = told.get("type", "").split(";")[0].strip().lower()
    if "alternate" not in rel or "stylesheet" in rel:
        return False
    # WordPress names its own programming interface so, which is no feed.
    return kind in _TYPES and not (kind == "application/json" and "/wp-json/" in told.get("href", ""))
