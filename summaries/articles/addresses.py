"""Tells the address of a page or a picture from what only looks like one."""

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

_LONGEST = 2_000  # characters, as browsers and servers take them


def find_address(told: Iterable[str], *, base: str | None = None) -> str | None:
    """The first that is the address of a page or picture; the root of a site is no article's."""
    for words in told:
        address = urljoin(base, words.strip()) if base else words.strip()
        if address.startswith("//"):
            address = f"https:{address}"
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        plain = address.isprintable() and " " not in address and len(address) <= _LONGEST
        if (
            plain
            and parts.scheme in ("http", "https")
            and parts.hostname
            and (parts.path.strip("/") or parts.query)
        ):
            return address
    return None
