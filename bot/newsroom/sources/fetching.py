"""Fetches one address: safely, within bounds, and telling all that later visits need.

Every connection goes through the guard, redirects and names that change their address too. No proxy is used,
whatever the environment names: behind one nobody sees where a name leads.
"""

import asyncio
import os
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, Self

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver

from bot.newsroom.sources.addresses import address_of
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.host_turns import Turn
from bot.newsroom.sources.ssrf_guard import Address, ForbiddenAddressError, guarded_socket

LARGEST: Final = 10_000_000  # bytes, unpacked; the largest of 84 saved pages has 1.6 million
_MOST_REDIRECTS: Final = 6
_CHUNK: Final = 65_536
_NO_ADDRESS: Final = "is or leads to what is no http or https address"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD: Final = frozenset({301, 308})
AGENT: Final = "Briefings"  # as robots.txt may name it
_VERSION: Final = "0.1"
_MANY: Final = "*/*;q=0.8"
_ACCEPT: Final = f"application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, {_MANY}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How much a fetch may take."""

    size: int = LARGEST
    seconds: float = 60.0  # in all, redirects included
    seconds_silent: float = 15.0  # without a byte


class Validators(NamedTuple):
    """What a server wants to hear again, byte for byte, to say that nothing is new."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a server answered, whatever its status."""

    status: int
    address: str  # where it stood, after all redirects
    headers: Mapping[str, str]  # names in small letters
    body: bytes = b""
    moved_to: str | None = None  # where redirects for good lead, up to the first passing one

    @property
    def validators(self) -> Validators:
        """For the next visit. Bytes that are no text can be neither kept nor sent back."""
        told = (self.headers.get(name) for name in ("etag", "last-modified"))
        return Validators(*(value if value and _is_text(value) else None for value in told))


class Fetcher:
    """Fetches, each request in its `turn` at the host that is asked. To be entered before the first fetch."""

    def __init__(
        self,
        *,
        allowed: Callable[[Address], bool],
        contact: str | None,
        turn: Turn,
        bounds: FetchLimits = FetchLimits(),
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._allowed = allowed
        self._agent = f"{AGENT}/{_VERSION} (news reader{f'; +{contact}' if contact else ''})"
        self._turn = turn
        self._bounds = bounds
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        trusted = ssl.create_default_context(cafile=certifi.where())  # a bare system has none
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                ssl=trusted,
                resolver=self._resolver,
                use_dns_cache=False,  # a source is visited every half hour at most
                socket_factory=guarded_socket(self._allowed),
            ),
            headers={"User-Agent": self._agent, "Accept": _ACCEPT},
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=self._bounds.seconds_silent, sock_read=self._bounds.seconds_silent
            ),
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def fetch(self, address: str, *, validators: Validators = Validators()) -> Response:  # noqa: B008
        """What the server answers, redirects followed.

        Raises SourceError, which names `address`; HostBusyError and StoreError where there was no turn.
        """
        try:
            return await self._follow(address, _conditions(validators))
        except TimeoutError:
            raise SourceError(address, "did not answer in time") from None
        except aiohttp.ClientConnectorError as error:
            raise SourceError(address, _why_not_connected(error)) from None
        except (aiohttp.InvalidURL, ValueError):
            raise SourceError(address, _NO_ADDRESS) from None
        except aiohttp.ClientError as error:
            raise SourceError(address, f"answered what cannot be understood ({_fact(error)})") from None

    async def _follow(self, address: str, conditions: Mapping[str, str]) -> Response:
        """Within the bound of time, in which waiting for turns does not count."""
        at, moved_to, for_good = address_of(address, base=None), None, True
        seconds, loop = self._bounds.seconds, asyncio.get_running_loop()
        for _ in range(_MOST_REDIRECTS + 1):
            if at is None:
                raise SourceError(address, _NO_ADDRESS)
            async with self._turn(at):
                begun = loop.time()
                async with asyncio.timeout(seconds):
                    answer = await self._get(at, conditions)
                seconds -= loop.time() - begun
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or target is None:
                return replace(answer, moved_to=moved_to)
            at = address_of(target, base=at)
            for_good = for_good and answer.status in _FOR_GOOD
            moved_to = at if for_good else moved_to
        raise SourceError(address, f"redirects more than {_MOST_REDIRECTS} times")

    async def _get(self, address: str, conditions: Mapping[str, str]) -> Response:
        assert self._session is not None, "to be entered first"
        async with self._session.get(address, headers=conditions, allow_redirects=False) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            body = b"" if response.status in _REDIRECTS else await self._body(address, response)
            return Response(status=response.status, address=address, headers=headers, body=body)

    async def _body(self, address: str, response: aiohttp.ClientResponse) -> bytes:
        """The body, unpacked piece by piece: a few bytes may mean terabytes."""
        most = self._bounds.size
        pieces, size = [], 0
        async for piece in response.content.iter_chunked(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                response.close()
                raise SourceError(address, f"answers with more than {most:,} bytes")
        return b"".join(pieces)


def _conditions(validators: Validators) -> Mapping[str, str]:
    told = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    # Bytes that are no text would be sent changed, so they are not sent.
    return {name: value for name, value in told.items() if value and _is_text(value)}


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return value.isprintable()


def _why_not_connected(error: aiohttp.ClientConnectorError) -> str:
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return "its certificate is not to be trusted"
        case aiohttp.ClientConnectorSSLError():
            return "does not answer by https"
        case aiohttp.ClientConnectorDNSError():
            return "its name is not known"
        case _ if isinstance(error.os_error, ForbiddenAddressError):
            return str(error.os_error)
    number = error.os_error.errno
    return f"cannot be reached ({os.strerror(number) if number else error.os_error})"


def _fact(error: aiohttp.ClientError) -> str:
    return " ".join(str(getattr(error, "message", "") or type(error).__name__).split())[:100]
