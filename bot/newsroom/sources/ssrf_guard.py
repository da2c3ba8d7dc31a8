"""Which addresses a source may stand on: judged where a socket is made, never by a name."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Any, Final

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]

# Python's own lists differ from version to version in these.
_RESERVED: Final = (
    *map(ipaddress.IPv4Network, ("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24")),
    *map(ipaddress.IPv4Network, ("198.18.0.0/15", "240.0.0.0/4")),
)
_TUNNELS: Final = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2002::/16", "3fff::/20")))
_UNICAST: Final = ipaddress.IPv6Network("2000::/3")  # all of IPv6 that is the public's
_WITHIN: Final[Sequence[_Network]] = (
    *map(ipaddress.IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8")),
    *map(ipaddress.IPv6Network, ("fc00::/7", "::1/128")),
)
# Those of Azure, AWS and Google Cloud that the ranges would let through.
_A_CLOUDS_OWN: Final[Sequence[_Network]] = (
    ipaddress.IPv4Network("168.63.129.16/32"),
    *map(ipaddress.IPv6Network, ("fd00:ec2::/32", "fd20:ce::/32")),
)
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")  # how a network without IPv4 reaches it


class ForbiddenAddressError(OSError):
    """No socket is made for this address. An OSError: another address of the same name is tried."""


def is_public(address: Address) -> bool:
    """Whether the address is one of the internet's; an IPv4 address within an IPv6 one is judged itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if (inner := _inner(address)) is not None:
            return is_public(inner)
        return address in _UNICAST and address.is_global and not _is_in(address, _TUNNELS)
    nobodys = address.is_multicast or _is_in(address, _RESERVED) or _is_in(address, _A_CLOUDS_OWN)
    return address.is_global and not nobodys


def is_reachable(address: Address) -> bool:
    """Whether it is public, or of an intranet or this machine. A cloud's own (169.254.169.254) is neither."""
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inner(address)) is not None:
        return is_reachable(inner)
    return is_public(address) or (_is_in(address, _WITHIN) and not _is_in(address, _A_CLOUDS_OWN))


def guarded_socket(allowed: Callable[[Address], bool]) -> Callable[[AddrInfo], socket.socket]:
    """Makes sockets for allowed addresses alone. Raises ForbiddenAddressError."""

    def make(info: AddrInfo) -> socket.socket:
        family, kind, protocol, _, (host, *_rest) = info
        if not _is_allowed(str(host), allowed):
            raise ForbiddenAddressError("leads to an address that is not public")
        return socket.socket(family, kind, protocol)

    return make


def _is_allowed(host: str, allowed: Callable[[Address], bool]) -> bool:
    try:
        return allowed(ipaddress.ip_address(host))
    except ValueError:  # no address in its plain form: who knows what the system makes of it
        return False


def _is_in(address: Address, networks: Sequence[_Network]) -> bool:
    return any(address in network for network in networks)


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that is meant: mapped (::ffff:10.0.0.1), or translated by the network."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped
