"""How requests to the Bot API travel: python-telegram-bot's, over aiohttp, at half of what httpx takes.

Two errors tell apart what matters after a failure: whether the request may have reached Telegram.
"""

import json
import ssl
from http import HTTPStatus
from typing import Any

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.domain.leading import cut_off_if_over

_CONNECT_SECONDS = 5.0
_KEPT_SECONDS = 30.0  # an idle connection: a server that closes it first costs a request
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class NotSentError(NetworkError):
    """There was no connection: nothing of the request left."""


class NoAnswerError(TimedOut):
    """The request left, or some of it, and no answer came: Telegram may have done what it asks."""


class AiohttpRequest(BaseRequest):
    """Requests on at most `connections` connections at once, each answered within `seconds`."""

    def __init__(self, *, connections: int, seconds: float) -> None:
        self._connections = connections
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The library adds that of a long poll to it."""
        return self._seconds

    async def initialize(self) -> None:
        """Opens the session; a second time does nothing."""
        if self._session is None:
            trusted = ssl.create_default_context(cafile=certifi.where())  # a bare system has none
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=_KEPT_SECONDS, ssl=trusted
                ),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=True,  # a proxy that the environment names
            )

    async def shutdown(self) -> None:
        """Closes the session and its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; Any: as JSON is. Raises NoAnswerError for what is none: a proxy's page, for one."""
        answer = _json(payload)
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
        headers = _FORM if isinstance(body, str) else None
        cut_off_if_over()
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
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
        if "result" not in self.parse_json_payload(payload):
            raise NoAnswerError("what was answered holds no result")
        return status, payload


def _json(payload: bytes) -> object:
    """None where it is none."""
    try:
        return json.loads(payload)
    except ValueError:  # a page, or no UTF-8
        return None


def _body(asked: RequestData) -> str | aiohttp.FormData:
    if not asked.contains_files:
        return asked.url_encoded_parameters()
    form = aiohttp.FormData(asked.json_parameters)
    for part, (name, content, mime_type) in asked.multipart_data.items():
        form.add_field(part, content, filename=name, content_type=mime_type)
    return form


def _fact(error: Exception) -> str:
    """What went wrong, without the address: it holds the token."""
    return f"{type(error).__name__}: {getattr(error, 'strerror', None) or 'no answer'}"
