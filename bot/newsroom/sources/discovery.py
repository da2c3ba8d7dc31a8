"""The feeds that a page names as its own, in its head."""

import re
from typing import Final

from lxml.html import HtmlElement

from bot.newsroom.sources.addresses import address_of
from bot.newsroom.sources.markup import tree_of
from bot.newsroom.sources.values import WebPage

_TYPES: Final = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
)
_MOST_FEEDS: Final = 20
_COMMENTS = re.compile(r"comment", re.IGNORECASE)


def read_web_page(text: str, *, address: str | None) -> WebPage:
    """The page's feeds, in its order, those of comments last."""
    tree = tree_of(text)
    if tree is None:
        return WebPage()
    bases = (address_of(base.get("href"), base=address) for base in tree.iter("base"))
    base = next(filter(None, bases), address)
    named = sorted(filter(_names_feed, tree.iter("link")), key=_is_of_comments)
    found = (address_of(link.get("href"), base=base) for link in named)
    return WebPage(feeds=tuple(dict.fromkeys(where for where in found if where))[:_MOST_FEEDS])


def _names_feed(link: HtmlElement) -> bool:
    rel = (link.get("rel") or "").lower().split()
    kind = (link.get("type") or "").split(";")[0].strip().lower()
    if "alternate" not in rel or "stylesheet" in rel:
        return False
    # WordPress names its own programming interface so, which is no feed.
    return kind in _TYPES and not (kind == "application/json" and "/wp-json/" in (link.get("href") or ""))


def _is_of_comments(link: HtmlElement) -> bool:
    return _COMMENTS.search(f"{link.get('href')} {link.get('title')}") is not None
