"""The words of strangers' HTML, by lxml: Python's own parser takes a minute for 40,000 letters of "<a "."""

import html
import re
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from bot.newsroom.sources.plain_text import without_controls

_LONGEST_LINE: Final = 1_000  # characters: more is no headline and nobody's name
_LEFT_OVER = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_BLOCKS: Final = frozenset(
    ["p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "ul", "ol", "pre"]
)
_PARSER: Final = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
_NO_WORDS: Final = frozenset(["script", "style", "template"])


def tree_of(markup: str) -> HtmlElement | None:
    """The tree of a page or a piece of one, None where there is nothing in it."""
    try:
        return etree.fromstring(without_controls(markup).encode("utf-8", "replace"), _PARSER)
    except etree.XMLSyntaxError:
        return None


def text_of(markup: str) -> str:
    """The words of a piece of HTML, a line a block."""
    tree = tree_of(f"<div>{markup}</div>")
    words: list[str] = []
    for event, element in () if tree is None else etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            words.append("\n")
        piece = element.text if event == "start" else element.tail
        if piece and not (event == "start" and element.tag in _NO_WORDS):
            words.append(" ".join(piece.splitlines()) if "\n" in piece else piece)
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return "\n".join(line for line in lines if line)


def line_of(words: str, *, markup: bool) -> str:
    """The words on one line, shortened where they are no line; `markup` where they are HTML.

    What is an entity after it was read was escaped twice: no headline is about "&amp;#8217;".
    """
    plain = text_of(words) if markup else without_controls(words)
    if _LEFT_OVER.search(plain):
        plain = html.unescape(plain)
    return " ".join(plain.split())[:_LONGEST_LINE]
