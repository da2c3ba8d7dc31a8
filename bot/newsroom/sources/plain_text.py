"""Words of strangers as they are written: characters that are none, and plain text told from markup."""

import html
import re
from typing import Final

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")
_HALVES: Final = range(0xD800, 0xE000)  # of UTF-16: an emoji that was written in two references
_LAST: Final = 0x10FFFF
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|nobr|ol|p|pre|q"
    r"|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
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
    named = len(digits) <= 10 and (number >= 32 or number in (9, 10, 13)) and number <= _LAST
    return reference[0] if named else ""


def looks_marked_up(words: str) -> bool:
    """Whether a text that should be plain has tags."""
    return _MARKUP.search(words) is not None


def html_of_plain(text: str) -> str:
    """Plain text as HTML: its paragraphs stay paragraphs."""
    paragraphs = [one.strip() for one in text.replace("\r\n", "\n").split("\n\n")]
    if len(paragraphs) == 1:
        return html.escape(text, quote=False)
    return "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in paragraphs if one)
