"""How requests to the Bot API travel: python-telegram-bot's, over aiohttp, at half of what httpx takes.

Two errors tell apart what matters after a failure: whether the request may have reached Telegram.
"""

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any

import aiohttp
import certifi
import msgspec
from aiohttp.helpers import get_env_proxy_for_url
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.domain.leading import cut_off_if_over

_CONNECT_SECONDS = 5.0
_KEPT_SECONDS = 30.0  # an idle connection: a server that closes it first costs a request
_JSON = {"Content-Type": "application/json"}
_KNOWN = frozenset(("text", "entities", "reply_markup", "link_preview_options"))  # of a message that was sent
_unread: ContextVar[bool] = ContextVar("unread", default=False)
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class NotSentError(NetworkError):
    """There was no connection: nothing of the request left."""


class NoAnswerError(TimedOut):
    """The request left, or some of it, and no answer came: Telegram may have done what it asks."""


@contextmanager
def unread() -> Iterator[None]:
    """Nobody reads which message it is that is sent within: True comes back, which is soon made."""
    before = _unread.set(True)
    try:
        yield
    finally:
        _unread.reset(before)


class _Answer(bytes):
    """A body, with what stands in it as JSON: read once, though the library reads it after us."""

    content: object


class AiohttpRequest(BaseRequest):
    """Requests on at most `connections` connections at once, each answered within `seconds`.

    Of a message that was sent the words and the buttons do not come back: we know them, and the library would
    take longer to read them than the request took to make.
    """

    def __init__(self, *, connections: int, seconds: float) -> None:
        self._connections = connections
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[URL, URL | None] = {}  # by the origin that is asked

    @property
    def read_timeout(self) -> float:
        """The library adds that of a long poll to it."""
        return self._seconds

    async def initialize(self) -> None:
        """Opens the session; a second time does nothing."""
        if self._session is None:
            self._proxies.clear()
            trusted = ssl.create_default_context(cafile=certifi.where())  # a bare system has none
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=_KEPT_SECONDS, ssl=trusted
                ),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Closes the session and its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; Any: as JSON is. Raises NoAnswerError for what is none: a proxy's page, for one."""
        answer = payload.content if isinstance(payload, _Answer) else _json(payload)
        if not isinstance(answer, dict):
            raise NoAnswerError("what was answered is no Bot API's")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body. Raises NotSentError, NoAnswerError.

        A proxy can answer with a page of its own, also where all is well by its status. What is asked as the
        leader is not asked any more once another may lead.
        """
        assert self._session is not None, "the library initializes its requests"
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._seconds
        timeout = aiohttp.ClientTimeout(
            total=None, connect=self._seconds, sock_connect=_CONNECT_SECONDS, sock_read=seconds
        )
        body = _body(request_data) if request_data else None
        headers = _JSON if isinstance(body, bytes) else None
        address = URL(url)
        proxy = self._proxy(address)
        cut_off_if_over()
        try:
            async with self._session.request(
                method, address, data=body, headers=headers, timeout=timeout, proxy=proxy
            ) as answer:
                status, payload = answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSentError(_fact(error)) from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise NoAnswerError(_fact(error)) from error
        if method != "POST":  # a file is taken as it is
            return status, payload
        if status >= HTTPStatus.MULTIPLE_CHOICES:
            return status, payload if isinstance(_json(payload), dict) else b"{}"  # its status says enough
        told = _Answer(payload)
        told.content = _json(payload)
        if "result" not in (content := self.parse_json_payload(told)):
            raise NoAnswerError("what was answered holds no result")
        if isinstance(sent := content["result"], dict) and "message_id" in sent:
            shown = {name: value for name, value in sent.items() if name not in _KNOWN}
            content["result"] = shown if not _unread.get() else True
        return status, told

    def _proxy(self, address: URL) -> URL | None:
        """The proxy that the environment names for the address, looked up once.

        aiohttp's own look takes two ways to a thread and back for each request.
        """
        origin = address.origin()
        if origin not in self._proxies:
            self._proxies[origin] = _proxy_for(origin)
        return self._proxies[origin]


def _proxy_for(origin: URL) -> URL | None:
    try:
        proxy, auth = get_env_proxy_for_url(origin)
    except LookupError:  # none, or none for this host
        return None
    return proxy if auth is None else proxy.with_user(auth.login).with_password(auth.password)


def _json(payload: bytes) -> object:
    """None where it is none."""
    try:
        return _decode(payload)
    except ValueError:  # strict: no half of a pair, which people can write
        with suppress(ValueError):  # a page, or no UTF-8
            return json.loads(payload)
        return None


def _body(asked: RequestData) -> bytes | aiohttp.FormData:
    if not asked.contains_files:
        return _encode(asked.parameters)
    form = aiohttp.FormData(asked.json_parameters)
    for part, (name, content, mime_type) in asked.multipart_data.items():
        form.add_field(part, content, filename=name, content_type=mime_type)
    return form


def _fact(error: Exception) -> str:
    """What went wrong, without the address: it holds the token."""
    return f"{type(error).__name__}: {getattr(error, 'strerror', None) or 'no answer'}"
