"""Words of strangers, made plain: titles and names without markup, addresses that can be visited."""

import html
import re
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin, urlsplit

_LONGEST_LINE: Final = 1_000  # characters: more is no headline and nobody's name
_LONGEST_ADDRESS: Final = 2_000  # as browsers and servers take them
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")
_HALVES: Final = range(0xD800, 0xE000)  # of UTF-16: an emoji that was written in two references
_LAST: Final = 0x10FFFF
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|nobr|ol|p|pre|q"
    r"|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_BLOCKS: Final = frozenset(
    ["p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "ul", "ol", "pre"]
)


def without_controls(words: str) -> str:
    """The words without characters that are none: no text has them, and no XML may."""
    return _CONTROLS.sub("", words)


def with_whole_references(text: str) -> str:
    """The text with character references that name no character left out, halves of one put together."""
    told = _REFERENCE.sub(_named, text)
    return told.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _named(reference: re.Match[str]) -> str:
    """The reference as it stands, the half that it names, or nothing."""
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    number = int(digits[:10], base)
    if number in _HALVES:
        return chr(number)
    return (
        reference[0]
        if len(digits) <= 10 and (number >= 32 or number in (9, 10, 13)) and number <= _LAST
        else ""
    )


def line_of(words: str, *, markup: bool) -> str:
    """The words on one line, shortened where they are no line; `markup` where they are HTML.

    What is an entity after it was read was escaped twice: no headline is about "&amp;#8217;".
    """
    plain = text_of(words) if markup else without_controls(words)
    if _LEFT_OVER.search(plain):
        plain = html.unescape(plain)
    return " ".join(plain.split())[:_LONGEST_LINE]


def looks_marked_up(words: str) -> bool:
    """Whether a text that should be plain has tags."""
    return _MARKUP.search(words) is not None


def text_of(markup: str) -> str:
    """The words of a piece of HTML, a line a block."""
    taker = _Words()
    taker.feed(without_controls(markup))
    taker.close()
    lines = (" ".join(line.split()) for line in "".join(taker.words).split("\n"))
    return "\n".join(line for line in lines if line)


def address_of(words: str | None, *, base: str | None) -> str | None:
    """The absolute http or https address that is meant, None where it is none."""
    told = "".join(_CONTROLS.sub("", words or "").split())
    if not told:
        return None
    try:
        address = urljoin(base or "", told)
        parts = urlsplit(address)
        parts.port  # noqa: B018 (raises where it is none)
    except ValueError:
        return None
    good = parts.scheme in ("http", "https") and parts.hostname and len(address) <= _LONGEST_ADDRESS
    return address if good else None


def html_of_plain(text: str) -> str:
    """Plain text as HTML: its paragraphs stay paragraphs."""
    paragraphs = [one.strip() for one in text.replace("\r\n", "\n").split("\n\n")]
    if len(paragraphs) == 1:
        return html.escape(text, quote=False)
    return "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in paragraphs if one)


class _Words(HTMLParser):
    """Collects the words of a piece of HTML; white space is as wide as in the source."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (the library's signature)
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(" ".join(data.splitlines()) if "\n" in data or "\r" in data else data)
