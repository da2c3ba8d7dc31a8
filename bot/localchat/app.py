"""The local Telegram as a web application, and as a server on a loopback port."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.config.serving import serving
from bot.localchat.page import ChatPage
from bot.localchat.server import BotApi
from bot.localchat.telegram import LocalTelegram
from bot.localchat.wire import LOOPBACK

DEFAULT_TOKEN = "1000:local-chat"  # noqa: S105 - opens nothing but this machine's own preview


def local_chat_app(
    telegram: LocalTelegram, *, token: str = DEFAULT_TOKEN, beside: Sequence[BaseRoute] = ()
) -> Starlette:
    """The Bot API at `/bot<token>/`, files at `/file/bot<token>/`, the chat page at `/`, beside other routes.

    Answers requests to loopback names only: a page elsewhere cannot reach it by a name of its own.
    """
    api = BotApi(telegram, token=token)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        telegram.close()
        await api.webhook.stop()

    return Starlette(
        routes=[*beside, *ChatPage(telegram).routes()],
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
        if scope["type"] == "http" and (refusal := _refusal(scope["path"], Headers(scope=scope))):
            await PlainTextResponse(refusal, status_code=403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _refusal(path: str, headers: Headers) -> str | None:
    host = headers.get("host", "")
    if _hostname(f"//{host}") not in LOOPBACK:
        return "This preview answers on this machine only."
    origin = headers.get("origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != host
    # A picture or a script on another site's page names no origin; a browser says where it comes from. The
    # page itself may be linked from anywhere.
    elsewhere |= headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and path != "/"
    if elsewhere:
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
    async with serving(local_chat_app(telegram, token=token), host=host, port=port) as url:
        try:
            yield url
        finally:
            telegram.close()  # open polls and streams would keep the server waiting
