"""Lists of feeds (OPML): read by listparser, written by lxml."""

import re
from collections.abc import Iterable
from typing import Final

import listparser
from lxml import etree

from bot.newsroom.sources.addresses import address_of
from bot.newsroom.sources.markup import line_of
from bot.newsroom.sources.values import FeedList, ListedFeed

_MOST_FEEDS: Final = 10_000
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_opml(text: str, *, address: str | None) -> FeedList:
    """The list; an entry without an http or https address is left out."""
    read = listparser.parse(text.encode("utf-8-sig"))  # by the mark the library sees what it is
    found: dict[str, ListedFeed] = {}
    for feed in read.feeds[:_MOST_FEEDS]:
        if (where := address_of(feed.url, base=address)) is not None:
            found.setdefault(where, ListedFeed(address=where, title=line_of(feed.title or "", markup=False)))
    title = line_of(read.meta.get("title") or "", markup=False)
    return FeedList(title=title, feeds=tuple(found.values()))


def write_opml(feeds: Iterable[ListedFeed], *, title: str) -> bytes:
    """The list as an OPML 2.0 document in UTF-8."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _plain(title)
    body = etree.SubElement(root, "body")
    for feed in feeds:
        name = _plain(feed.title or feed.address)
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=_plain(feed.address))
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _plain(words: str) -> str:
    """The words without characters that XML has no way to write."""
    return _NO_XML.sub("", words)
