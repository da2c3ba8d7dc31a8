"""Tells what the bytes at an address are, and reads them. Runs in the process that reads feeds."""

import re
from typing import Final

from bot.newsroom.sources.discovery import read_web_page
from bot.newsroom.sources.encodings import text_of_bytes
from bot.newsroom.sources.feedlists import read_opml
from bot.newsroom.sources.jsonfeed import read_json
from bot.newsroom.sources.values import Resource
from bot.newsroom.sources.xmlfeed import read_xml

_JSON: Final = ("{", "[")
_BEFORE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", re.DOTALL | re.IGNORECASE)
_HTML = re.compile(r"<!DOCTYPE\s+html\b", re.IGNORECASE)
_ROOT = re.compile(r"<([\w:.-]{1,40})")


def read_resource(raw: bytes, *, address: str | None, content_type: str | None) -> Resource:
    """A feed, else a list of feeds, else a page: an address that is a feed is never overruled.

    `address` is where the bytes came from, after all redirects.
    """
    text = text_of_bytes(raw, content_type).lstrip("\ufeff \t\r\n")
    root = _root_of(text)
    if root == "opml":
        return read_opml(text, address=address)
    feed = None
    if text.startswith(_JSON):
        feed = read_json(text, address=address)
    elif root != "html":
        feed = read_xml(text, address=address)
    return feed or read_web_page(text, address=address)


def _root_of(text: str) -> str:
    """The name of the first element, in small letters; "html" where a document only says that it is HTML."""
    at = 0
    while before := _BEFORE.match(text, at):
        if _HTML.match(before[0]):
            return "html"
        at = before.end()
    root = _ROOT.match(text, at)
    return root[1].lower() if root else ""
