"""Which addresses are the public's, which an intranet's, and which nobody's."""

from ipaddress import ip_address

import pytest

from bot.newsroom.sources.ssrf_guard import is_public, is_reachable

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
WITHIN = [
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "127.9.9.9",
    "::1",
    "fd00::1",
    "::ffff:10.0.0.1",
]
WITHIN += ["::ffff:127.0.0.1", "64:ff9b::7f00:1"]
NOBODYS = [
    "0.0.0.0",
    "169.254.169.254",  # a cloud's own
    "168.63.129.16",  # another's
    "fd00:ec2::254",
    "fd20:ce::254",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "100.64.0.1",
    "192.0.0.8",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::127.0.0.1",
    "::ffff:0:127.0.0.1",
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "ff02::1",
    "2002:7f00:1::",  # 127.0.0.1 through a tunnel
    "2001:0:7f00:1::",
    "64:ff9b:1::7f00:1",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_address_may_be_visited(address: str) -> None:
    assert is_public(ip_address(address))
    assert is_reachable(ip_address(address))


@pytest.mark.parametrize("address", WITHIN)
def test_address_of_an_intranet_only_where_that_is_set(address: str) -> None:
    assert not is_public(ip_address(address))
    assert is_reachable(ip_address(address))


@pytest.mark.parametrize("address", NOBODYS)
def test_address_of_no_server_is_never_visited(address: str) -> None:
    assert not is_public(ip_address(address))
    assert not is_reachable(ip_address(address))
