"""Strangers' servers, with all that they can do to whoever fetches from them."""

import asyncio
import gzip
import tracemalloc
from collections.abc import AsyncIterator

import pytest

from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.fetching import Validators
from tests.bot.strangers import OURS, THEIRS, Strangers, fetching, head_of, strangers

FORBIDDEN = "leads to an address that is not public"


@pytest.fixture
async def there() -> AsyncIterator[Strangers]:
    async with strangers() as served:
        yield served


async def fault(there: Strangers, address: str, **bounds: float) -> str:
    """Why the address was not fetched."""
    async with fetching(there, **bounds) as fetcher:
        with pytest.raises(SourceError) as caught:
            await fetcher.fetch(address)
    return caught.value.fact


async def test_what_is_sent_names_us_and_whom_to_write_to(there: Strangers) -> None:
    async with fetching(there) as fetcher:
        await fetcher.fetch(there.answer("news.test/feed", "x"))
    [(_, headers)] = there.asked
    assert headers["user-agent"] == b"Briefings/0.1 (news reader; +news@example.org)"
    assert "cookie" not in headers


@pytest.mark.parametrize(
    "etag", [b'"a1"', b'W/"a  1"', b"bare", b'"caf\xc3\xa9"', b'"&quot;;,"'], ids=lambda one: one.decode()
)
async def test_validators_come_back_byte_for_byte(there: Strangers, etag: bytes) -> None:
    modified = "Tue, 31 Feb 2024 99:00:00 local time"
    url = there.answer("news.test/feed", "x", headers={"ETag": etag, "Last-Modified": modified})
    async with fetching(there) as fetcher:
        answer = await fetcher.fetch(url)
        await fetcher.fetch(url, validators=answer.validators)
    assert there.asked[1][1]["if-none-match"] == etag
    assert there.asked[1][1]["if-modified-since"] == modified.encode()


async def test_validator_that_would_be_sent_changed_is_not_sent(there: Strangers) -> None:
    url = there.answer("news.test/feed", "x", headers={"ETag": b'"\xe9"'})
    async with fetching(there) as fetcher:
        answer = await fetcher.fetch(url)
        await fetcher.fetch(url, validators=answer.validators)
        await fetcher.fetch(url, validators=Validators(etag="a\r\nX-Injected: 1"))
    assert not [
        headers for _, headers in there.asked if "if-none-match" in headers or "x-injected" in headers
    ]


async def test_redirects_are_followed_and_those_for_good_told(there: Strangers) -> None:
    there.answer("a.test/", status=301, headers={"Location": f"//b.test:{there.port}/feed"})
    there.answer("b.test/feed", status=308, headers={"Location": "new"})
    there.answer("b.test/new", status=302, headers={"Location": "/today"})
    there.answer("b.test/today", "the feed")
    async with fetching(there) as fetcher:
        answer = await fetcher.fetch(there.url("a.test/"))
    assert (answer.address, answer.body) == (there.url("b.test/today"), b"the feed")
    assert answer.moved_to == there.url("b.test/new")


async def test_passing_redirect_is_no_move_whatever_follows(there: Strangers) -> None:
    there.answer("a.test/", status=302, headers={"Location": "/b"})
    there.answer("a.test/b", status=301, headers={"Location": "/c"})
    there.answer("a.test/c", "x")
    async with fetching(there) as fetcher:
        assert (await fetcher.fetch(there.url("a.test/"))).moved_to is None


async def test_circle_of_redirects_ends(there: Strangers) -> None:
    url = there.answer("a.test/", status=302, headers={"Location": "/"})
    assert await fault(there, url) == "redirects more than 6 times"
    assert len(there.asked) == 7


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.test/", "javascript:1"])
async def test_redirect_to_what_is_not_http_is_not_followed(there: Strangers, target: str) -> None:
    url = there.answer("a.test/", status=302, headers={"Location": target})
    assert await fault(there, url) == "is or leads to what is no http or https address"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "a.test", "gopher://a.test/", "", "http://[::1", "http://a.test:99999/"]
)
async def test_address_that_is_not_http_is_not_fetched(there: Strangers, address: str) -> None:
    assert await fault(there, address) == "is or leads to what is no http or https address"


@pytest.mark.parametrize(
    "host",
    [
        OURS,
        "[::ffff:127.0.0.2]",
        "[::ffff:7f00:2]",
        "[::1]",
        "[::]",
        "①②⑦.⓪.⓪.②",
        "127。0。0。2",
        "localhost.test",
        "0x7f.2",
    ],
)
async def test_no_spelling_of_an_address_within_is_connected_to(there: Strangers, host: str) -> None:
    there.names.known = {name: [[OURS]] for name in ("localhost.test", "0x7f.2")}
    assert await fault(there, f"http://{host}:{there.port}/") == FORBIDDEN


@pytest.mark.parametrize("host", ["2130706434", "127.2", "0177.0.0.2", "127.0.0.2.", "0"])
async def test_numbers_that_only_the_system_takes_for_an_address_are_not_tried(
    there: Strangers, host: str
) -> None:
    fact = await fault(there, f"http://{host}:{there.port}/")
    assert fact == "is or leads to what is no http or https address"


async def test_redirect_to_an_address_within_is_not_followed(there: Strangers) -> None:
    url = there.answer("a.test/", status=302, headers={"Location": f"http://{OURS}:{there.port}/admin"})
    assert await fault(there, url) == FORBIDDEN
    assert len(there.asked) == 1


async def test_name_that_changes_its_address_is_judged_at_each_connection(there: Strangers) -> None:
    there.names.known["rebinding.test"] = [[THEIRS], [OURS]]
    url = there.answer("rebinding.test/", "x")
    async with fetching(there) as fetcher:
        await fetcher.fetch(url)
        with pytest.raises(SourceError, match=FORBIDDEN):
            await fetcher.fetch(url)


async def test_name_with_an_address_within_and_one_outside_is_fetched_outside(there: Strangers) -> None:
    there.names.known["both.test"] = [[OURS, THEIRS]]
    async with fetching(there) as fetcher:
        assert (await fetcher.fetch(there.answer("both.test/", "x"))).body == b"x"


async def test_proxy_of_the_environment_is_not_used(
    there: Strangers, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{OURS}:9/")
    async with fetching(there) as fetcher:
        assert (await fetcher.fetch(there.answer("a.test/", "x"))).body == b"x"


async def test_body_without_an_end_is_left(there: Strangers) -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(head_of(200, {}))
        while True:
            writer.write(b"x" * 10_000)
            await writer.drain()

    url = there.play("a.test/", endless)
    assert await fault(there, url, size=100_000) == "answers with more than 100,000 bytes"


async def test_body_that_unpacks_to_a_thousand_times_its_size_is_left(there: Strangers) -> None:
    once = gzip.compress(bytes(50_000_000))
    url = there.answer("a.test/", once, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        assert await fault(there, url, size=1_000_000) == "answers with more than 1,000,000 bytes"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


async def test_packed_body_is_unpacked(there: Strangers) -> None:
    async with fetching(there) as fetcher:
        assert (await fetcher.fetch(there.answer("a.test/", "the feed", packed=True))).body == b"the feed"


async def test_body_a_byte_at_a_time_is_left_when_its_time_is_over(there: Strangers) -> None:
    async def slow(writer: asyncio.StreamWriter) -> None:
        writer.write(head_of(200, {"Content-Length": "1000"}))
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    assert await fault(there, there.play("a.test/", slow), seconds=0.3) == "did not answer in time"


async def test_silent_server_is_left(there: Strangers) -> None:
    async def silent(_writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    assert await fault(there, there.play("a.test/", silent), seconds_silent=0.2) == "did not answer in time"


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"SSH-2.0-OpenSSH\r\n", id="no http"),
        pytest.param(head_of(200, {"Content-Length": "100"}) + b"x", id="less than promised"),
        pytest.param(head_of(200, {"Content-Encoding": "gzip"}) + b"no gzip at all", id="not packed"),
        pytest.param(head_of(200, {"X": "a" * 70_000}), id="a head without an end"),
    ],
)
async def test_what_is_no_answer_is_one_line(there: Strangers, sent: bytes) -> None:
    async def play(writer: asyncio.StreamWriter) -> None:
        writer.write(sent)

    fact = await fault(there, there.play("a.test/", play))
    assert fact.startswith("answered what cannot be understood (")
    assert "\n" not in fact


async def test_server_that_is_not_there_is_one_line(there: Strangers) -> None:
    there.port = 1
    assert await fault(there, there.url("a.test/")) == "cannot be reached (Connection refused)"


async def test_server_without_https_is_one_line(there: Strangers) -> None:
    def plain(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head_of(400, {}))
        writer.close()

    async with await asyncio.start_server(plain, THEIRS, 0) as server:
        there.port = server.sockets[0].getsockname()[1]
        url = there.url("a.test/").replace("http://", "https://")
        assert await fault(there, url) == "does not answer by https"
