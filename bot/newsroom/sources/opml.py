"""Lists of feeds (OPML) as they are written; what reads them is in the process that reads feeds."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from bot.newsroom.sources.values import ListedFeed

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_opml(feeds: Iterable[ListedFeed], *, title: str) -> bytes:
    """The list as an OPML 2.0 document in UTF-8."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = _plain(title)
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        name, address = _plain(feed.title or feed.address), _plain(feed.address)
        ElementTree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=address)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _plain(words: str) -> str:
    """The words without characters that XML has no way to write."""
    return _NO_XML.sub("", words)
