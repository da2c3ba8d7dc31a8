"""Bytes of a feed or a page to text, where header, prolog and bytes disagree."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_IN_HEADER = re.compile(rb"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_PROLOG = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_IN_PAGE = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
# Codecs of Python that no text is written in; some take time that grows with the square.
_NO_CHARSETS: Final = frozenset(
    ["idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "charmap", "undefined"]
)
_HEAD: Final = 2_000  # bytes in which a page declares its encoding
_WHOLE_FOR_BROKEN: Final = 10  # letters that are UTF-8 for each that is not: then it is UTF-8, damaged
_LOST: Final = "\ufffd"


def text_of_bytes(raw: bytes, content_type: str | None) -> str:
    """The text; what cannot be read is U+FFFD.

    Bytes that are UTF-8 are nothing else, whatever is declared; then header, prolog and page are believed in
    this order, as long as the bytes are what they say.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    header = _IN_HEADER.search((content_type or "").encode("utf-8", "replace"))
    declared = (header, _PROLOG.match(raw), _IN_PAGE.search(raw[:_HEAD]))
    for name in ("utf-8", *(match[1].decode("ascii", "ignore") for match in declared if match)):
        text = _decoded(raw, name)
        if text is not None:
            return text
    text = raw.decode("utf-8", "replace")
    lost = text.count(_LOST)
    whole = sum(not one.isascii() for one in text) - lost
    return text if whole > _WHOLE_FOR_BROKEN * lost else raw.decode("windows-1252", "replace")


def page_in_utf8(raw: bytes, content_type: str | None) -> bytes:
    """A page for the reader of articles, which does not see the header that may alone tell its encoding."""
    return text_of_bytes(raw, content_type).encode("utf-8", "replace")


def _decoded(raw: bytes, name: str) -> str | None:
    """None where the bytes are something else, or the encoding is none."""
    try:
        # As browsers read it: who says Latin-1 means the code page of Windows, which has quotation marks.
        known = codecs.lookup(name).name
        if known in _NO_CHARSETS:
            return None
        return raw.decode("windows-1252" if known in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeError, ValueError):
        return None
