"""The local Telegram as a web application, and as a server on a loopback port."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.localchat.page import ChatPage
from bot.localchat.server import BotApi
from bot.localchat.telegram import LocalTelegram

DEFAULT_TOKEN = "1000:local-chat"  # noqa: S105 - opens nothing but this machine's own preview
# Longer than any client keeps an idle connection (httpx: 5 s), so that none is closed as it is used again.
KEEP_ALIVE_SECONDS = 75
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def local_chat_app(telegram: LocalTelegram, *, token: str = DEFAULT_TOKEN) -> Starlette:
    """The Bot API at `/bot<token>/`, files at `/file/bot<token>/`, the chat page at `/`.

    Answers requests to loopback names only: a page elsewhere cannot reach it by a name of its own.
    """
    api = BotApi(telegram, token=token)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        telegram.close()
        await api.webhook.stop()

    return Starlette(
        routes=ChatPage(telegram).routes(),
        middleware=[Middleware(_LoopbackOnly), Middleware(_BotApiFirst, api=api)],
        exception_handlers={HTTPException: _say_what},
        lifespan=lifespan,
    )


class _BotApiFirst:
    """Hands the Bot API's paths over before any routing: they are most of the traffic."""

    def __init__(self, app: ASGIApp, *, api: BotApi) -> None:
        self._app = app
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "") if scope["type"] == "http" else ""
        if path.startswith("/bot"):
            await self._api.call(scope, receive, send)
        elif path.startswith("/file/bot"):
            await self._api.file(scope, receive, send)
        else:
            await self._app(scope, receive, send)


class _LoopbackOnly:
    """Refuses a request under another name (DNS rebinding) or from another site's page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (refusal := _refusal(Headers(scope=scope))):
            await PlainTextResponse(refusal, status_code=403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _refusal(headers: Headers) -> str | None:
    host = headers.get("host", "")
    if _hostname(f"//{host}") not in _LOOPBACK:
        return "This preview answers on this machine only."
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return "This preview answers its own page only."
    return None


def _hostname(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


async def _say_what(request: Request, error: Exception) -> Response:  # noqa: ARG001 - a handler's form
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, status_code=error.status_code)


@asynccontextmanager
async def serve(
    telegram: LocalTelegram,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str = DEFAULT_TOKEN,
) -> AsyncIterator[str]:
    """Serves in the running loop and yields the base URL; port 0 is any free one."""
    listening = listen(host, port)
    config = uvicorn.Config(
        local_chat_app(telegram, token=token),
        log_level="critical",
        access_log=False,
        date_header=False,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        backlog=2048,
    )
    server = await _started(config, listening)
    try:
        name = f"[{host}]" if ":" in host else host
        yield f"http://{name}:{listening.getsockname()[1]}"
    finally:
        telegram.close()
        await server.shutdown([listening])


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    asyncio sends at once (TCP_NODELAY) only where the protocol is named; unnamed, every answer in two writes
    waits 40 ms for an acknowledgement.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    return listening


async def _started(config: uvicorn.Config, listening: socket.socket) -> uvicorn.Server:
    """A server without a loop of its own: signals stay with whoever runs this one."""
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listening])
    return server
