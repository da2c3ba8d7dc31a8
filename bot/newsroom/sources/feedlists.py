"""Lists of feeds (OPML), as listparser reads them."""

from typing import Final

import listparser

from bot.newsroom.sources.addresses import address_of
from bot.newsroom.sources.markup import line_of
from bot.newsroom.sources.values import FeedList, ListedFeed

_MOST_FEEDS: Final = 10_000


def read_opml(text: str, *, address: str | None) -> FeedList:
    """The list; an entry without an http or https address is left out."""
    read = listparser.parse(text.encode("utf-8-sig"))  # by the mark the library sees what it is
    found: dict[str, ListedFeed] = {}
    for feed in read.feeds[:_MOST_FEEDS]:
        if (where := address_of(feed.url, base=address)) is not None:
            found.setdefault(where, ListedFeed(address=where, title=line_of(feed.title or "", markup=False)))
    title = line_of(read.meta.get("title") or "", markup=False)
    return FeedList(title=title, feeds=tuple(found.values()))
