"""Which two web addresses are one page's."""

import re
from urllib.parse import urlencode, urlsplit

from yarl import URL

_PORTS = {"http": 80, "https": 443}
# What says how somebody came to a page, and not which it is. Longer lists (courlan's, ClearURLs') have names
# that tell pages apart on many a site: "source", "ref", "cid", "session".
_CAMPAIGN = re.compile(
    r"(?:utm|mtm|pk|itm|vero|oly)_\w+|(?:fb|g|d|tw|y|ys)clid|msclkid|igshid|igsh|[gw]braid|mc_[ce]id|mkt_tok"
    r"|at_(?:medium|campaign)|_hs(?:enc|mi)|__twitter_impression|cmpid|ocid|smid|xtor",
    re.IGNORECASE,
)


def same_link(address: str) -> str:
    """What the addresses of one page have in common, for comparing them: not to be visited, nor shown.

    Without scheme, "www.", the usual port, a slash at the end, fragment and campaign; the query in order, and
    signs written in one way (%7E is ~). What is no address is itself.
    """
    try:
        url = URL(address)
        host = host_of(str(url)).removeprefix("www.")
    except ValueError:
        return address
    query = sorted((name, value) for name, value in url.query.items() if not _CAMPAIGN.fullmatch(name))
    kept = f"?{urlencode(query)}" if query else ""
    return f"//{host}{url.raw_path.rstrip('/') or '/'}{kept}"


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
    parts = urlsplit(same_link(address))
    return bool(parts.query) or parts.path.strip("/") != ""


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: of the same host, or of one that stands under the other."""
    first, second = hostname(one), hostname(other)
    return bool(first and second) and f".{first}".endswith(f".{second}") | f".{second}".endswith(f".{first}")


def hostname(address: str) -> str:
    """The host by its name alone, without port and "www."; empty where there is none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
