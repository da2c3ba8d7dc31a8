"""Bytes to text. UTF-8, UTF-16 and Latin-1 are read; anything else is named, with the byte where it shows."""

import codecs
import re

from summaries.errors import UnreadableFileError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2_000  # bytes: browsers look for the declaration in the first 1,024
_MOST_CONTROLS = 0.01  # of the characters; a page has a stray form feed, a binary has hundreds
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_ACCENTED = 0.15  # of the letters: French has 4 in a hundred, Icelandic 11, Cyrillic read as Latin-1 all
_LONGEST_ACCENTED_RUN = 2


def decode(raw: bytes, *, path: str) -> str:
    """The text, `\\r\\n` as `\\n`, without a byte-order mark. Raises UnreadableFileError."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise UnreadableFileError(path, f"{what}, not a text")
    text = _decoded(raw, path).replace("\r\n", "\n")
    if not text.strip():
        raise UnreadableFileError(path, "empty")
    check_plain(text, path=path)
    return text


def decode_page(raw: bytes, *, path: str) -> str:
    """The text of a web page, which may declare another encoding in its head. Raises UnreadableFileError."""
    try:
        return decode(raw, path=path)
    except UnreadableFileError as error:
        declared = _DECLARED.search(raw[:_HEAD])
        if declared is None or not error.fact.startswith("not "):
            raise
        try:
            text = raw.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise error from None
    check_plain(text, path=path)
    return text.replace("\r\n", "\n")


def check_plain(text: str, *, path: str) -> None:
    """Raises UnreadableFileError where `text` holds what no text does: a NUL, half a character."""
    nul = text.find("\0")
    if nul >= 0:
        raise UnreadableFileError(path, f"binary: a NUL at character {nul}")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableFileError(path, f"half a character at {error.start}") from error
    controls = len(_CONTROLS.findall(text))
    if controls > _MOST_CONTROLS * len(text) + 1:
        raise UnreadableFileError(path, f"binary: {controls} control characters")


def _decoded(raw: bytes, path: str) -> str:
    encoding = next((name for bom, name in _BOMS if raw.startswith(bom)), None) or _plain_utf16(raw)
    try:
        return raw.decode(encoding or "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        cut_short = error.reason == "unexpected end of data"
        latin = _latin(raw) if encoding is None and not cut_short else None
        if latin is None:
            name = (encoding or "utf-8").removesuffix("-sig").removesuffix("-le").removesuffix("-be").upper()
            raise UnreadableFileError(path, f"not {name} at byte {error.start}") from error
        return latin


def _plain_utf16(raw: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, plain where every other byte of Western text is NUL."""
    head = raw[:2000]
    if len(head) < 4 or len(raw) % 2 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _latin(raw: bytes) -> str | None:
    """The bytes as Windows' superset of Latin-1, None where they read like something else."""
    lenient = raw.decode("utf-8", "surrogateescape")
    broken = sum("\ud800" <= char <= "\udfff" for char in lenient)
    whole = sum(char > "\x7f" for char in lenient) - broken
    if whole >= broken:
        return None  # UTF-8 with a damaged place
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(map(str.isalpha, text))
    accented = sum(char > "\x7f" and char.isalpha() for char in text)
    return None if accented > _MOST_ACCENTED * letters or _has_accented_run(text) else text


def _has_accented_run(text: str) -> bool:
    run = 0
    for char in text:
        run = run + 1 if char > "\x7f" and char.isalpha() else 0
        if run > _LONGEST_ACCENTED_RUN:
            return True
    return False
