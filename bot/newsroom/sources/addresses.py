"""Tells an address that can be visited from what only looks like one."""

from typing import Final
from urllib.parse import urljoin, urlsplit

from bot.newsroom.sources.plain_text import without_controls

_LONGEST: Final = 2_000  # characters, as browsers and servers take them
_NO_HOST: Final = frozenset("@\\")  # a browser takes "\\" for "/"


def address_of(words: str | None, *, base: str | None) -> str | None:
    """The absolute http or https address that is meant, None where it is none.

    One with a name before its host ("https://news.example@other.example/") seems to be another's, and would
    carry a password into logs and lists.
    """
    told = "".join(without_controls(words or "").split())
    if not told:
        return None
    try:
        address = urljoin(base or "", told)
        parts = urlsplit(address)
        parts.port  # noqa: B018 (raises where it is none)
        address.encode()  # bytes of a header that are no text: they could be neither asked for nor kept
    except ValueError:
        return None
    plain_host = parts.hostname and _NO_HOST.isdisjoint(parts.netloc)
    good = parts.scheme in ("http", "https") and plain_host and len(address) <= _LONGEST
    return address if good else None
