"""Mends a text that was decoded with the wrong table (“â€œItâ€™sâ€” for “It’s”), and only where it was.

Marks, ligatures and normal form stay as they are. Entities (&ldquo;) are read as letters in a text whose
quotation marks are entities: such a text was taken out of a web page's source.
"""

import html
import re

from ftfy import fix_encoding
from ftfy.badness import is_bad

# The last byte of a closing mark is no letter of Windows' table, and some programs drop it.
_CLOSING_CUT_SHORT = re.compile(r"â€(?=[\s.,;:!?)\]—–]|$)")
_MARK_ENTITY = re.compile(
    r"&(?:amp;)?(?:[lr][ds]quo|quot|apos|#(?:0?3[49]|821[67]|822[01])|#x(?:2[27]|201[89cd]));", re.IGNORECASE
)
_FEWEST_MARK_ENTITIES = 2
_ESCAPED_TWICE = re.compile(r"&amp;#?\w{2,8};")
_LOST = "\ufffd"
_LOST_MARK = re.compile(r"(?<![\w/=&.-])[A-Za-z]+\?(?:s|t|ve|ll|re|d|m)\b(?![=/])")  # "It?s", "don?t"
_FEWEST_LOST = 3
_MOST_LOST = 0.002  # of the characters; a page has a stray one, a text read wrongly one in every tenth word


def mend(text: str) -> str:
    """The text as it was meant; the same where it shows no damage. Linear in its length."""
    if not text.isascii() and is_bad(text):
        text = "\n".join(map(_mend_line, text.split("\n")))
    return text


def unescape(text: str) -> str:
    """The text with its entities as letters, where its quotation marks are entities."""
    if len(_MARK_ENTITY.findall(text)) < _FEWEST_MARK_ENTITIES:
        return text
    once = html.unescape(text)
    return html.unescape(once) if _ESCAPED_TWICE.search(text) and _MARK_ENTITY.search(once) else once


def count_lost(text: str) -> int:
    """How many characters a wrong decoding lost for good, 0 where they are so few that the text reads."""
    lost = text.count(_LOST)
    if not lost and "?" in text:
        marks = len(_LOST_MARK.findall(text))
        return marks if marks >= _FEWEST_LOST else 0
    return lost if lost >= _FEWEST_LOST and lost > _MOST_LOST * len(text) else 0


def _mend_line(line: str) -> str:
    if line.isascii() or not is_bad(line):
        return line
    return fix_encoding(_CLOSING_CUT_SHORT.sub("â€\x9d", line))
