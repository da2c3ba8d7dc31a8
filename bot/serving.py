"""Serves an ASGI application in the running loop; signals stay with whoever runs it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.auto import AutoHTTPProtocol

# Longer than any client keeps an idle connection (httpx: 5 s), so that none is closed as it is used again.
KEEP_ALIVE_SECONDS = 75
REQUEST_SECONDS = 15.0  # for the head of a request to come


class _Impatient(AutoHTTPProtocol):  # type: ignore[misc,valid-type]  # one of two, as is installed
    """Closes a connection whose request does not come whole: idle ones would take all descriptors."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait()
        elif self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def connection_lost(self, exc: Exception | None) -> None:
        if self._patience is not None:
            self._patience.cancel()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._patience is None:
            self._patience = self.loop.call_later(REQUEST_SECONDS, self._give_up)

    def _give_up(self) -> None:
        self._patience = None
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()


@asynccontextmanager
async def serving(app: ASGIApp, *, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Listens, serves, yields the base URL."""
    listening = listen(host, port)
    async with serving_on(listening, app):
        yield address(listening)


@asynccontextmanager
async def serving_on(listening: socket.socket, app: ASGIApp) -> AsyncIterator[None]:
    """Serves what comes to the socket, and closes it at the end."""
    config = uvicorn.Config(
        app,
        http=_Impatient,
        log_level="critical",
        access_log=False,
        date_header=False,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        backlog=2048,
    )
    server = await _started(config, listening)
    try:
        yield
    finally:
        await server.shutdown([listening])


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 is any free one. Raises OSError where the port is taken.

    asyncio sends at once (TCP_NODELAY) only where the protocol is named; unnamed, every answer in two
    writes waits 40 ms for an acknowledgement.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    listening.settimeout(0)
    return listening


def address(listening: socket.socket) -> str:
    """The base URL at which the socket is reached from this machine."""
    host, port = listening.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}"


async def _started(config: uvicorn.Config, listening: socket.socket) -> uvicorn.Server:
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listening])
    return server
