"""Which two web addresses are one page's."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_PORTS = {"http": 80, "https": 443}
_CAMPAIGN = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|at_medium|at_campaign", re.IGNORECASE)


def same_link(address: str) -> str:
    """The address without what differs between two of one page: scheme, fragment, the campaign."""
    parts = urlsplit(address)
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode([(name, value) for name, value in query if not _CAMPAIGN.fullmatch(name)])
    return f"//{parts.netloc.lower()}{parts.path or '/'}{'?' if kept else ''}{kept}"


def host_of(address: str) -> str:
    """The host that is asked, with its port where that is not the usual: one visitor at a time is there.

    Raises ValueError where it is none.
    """
    parts = urlsplit(address)
    name, port = (parts.hostname or "").rstrip("."), parts.port
    name = f"[{name}]" if ":" in name else name
    return name if port in (None, _PORTS.get(parts.scheme)) else f"{name}:{port}"


def names_page(address: str) -> bool:
    """Whether it can be one page's, and is not a whole site's."""
    parts = urlsplit(address)
    return bool(parts.query) or parts.path.strip("/") != ""


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: of the same host, or of one that stands under the other."""
    first, second = hostname(one), hostname(other)
    return bool(first and second) and f".{first}".endswith(f".{second}") | f".{second}".endswith(f".{first}")


def hostname(address: str) -> str:
    """The host by its name alone, without port and "www."; empty where there is none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
