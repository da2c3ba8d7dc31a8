"""Serves an ASGI application in the running loop; signals stay with whoever runs it."""

import asyncio
import errno
import logging
import resource
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

log = logging.getLogger(__name__)

# Longer than any client keeps an idle connection (httpx: 5 s), so that none is closed as it is used again.
KEEP_ALIVE_SECONDS = 75
REQUEST_SECONDS = 15.0  # for a request to come whole
SAID_EVERY_SECONDS = 60.0
BACKLOG = 100  # asyncio tries to take as many at a time, also where there is no descriptor left


class _Impatient(H11Protocol):
    """Closes a connection whose request does not come whole, and of too many the one that is silent longest.

    One that is idle between two requests may be used again.
    """

    _patience: asyncio.TimerHandle | None = None
    _heard_at = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        super().connection_made(transport)
        self._look()
        self._make_room()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._calm()

    def _look(self) -> None:
        self._heard_at = self.loop.time()
        if not self._is_to_come():
            self._calm()
        elif self._patience is None:
            self._patience = self.loop.call_later(REQUEST_SECONDS, self.transport.close)

    def _is_to_come(self) -> bool:
        """Whether more of a request must come: of the first, of a head, of a body that nobody may read."""
        state = self.conn.their_state
        begun = state is h11.IDLE and (self.cycle is None or bool(self.conn.trailing_data[0]))
        return begun or state is h11.SEND_BODY

    def _calm(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _make_room(self) -> None:
        there = [one for one in self.connections if not one.transport.is_closing()]
        if len(there) > _most_connections():
            idle = (one for one in there if isinstance(one, _Impatient) and not one.is_answering)
            min(idle, key=lambda one: one._heard_at).transport.close()  # itself, where all others are at work

    @property
    def is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete


def _most_connections() -> int:
    """Half of the descriptors: the database, Telegram and files need the others."""
    descriptors, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return sys.maxsize if descriptors == resource.RLIM_INFINITY else descriptors // 2


class _Scarcity:
    """Says that descriptors ran out, once a minute: asyncio has a traceback for each one that it wanted."""

    def __init__(self) -> None:
        self._said_at = float("-inf")

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """As a loop's exception handler; Any: asyncio's own signature."""
        fault = context.get("exception")
        if not isinstance(fault, OSError) or fault.errno not in (errno.EMFILE, errno.ENFILE):
            loop.default_exception_handler(context)
        elif loop.time() - self._said_at > SAID_EVERY_SECONDS:
            self._said_at = loop.time()
            log.error("connections wait to be taken: %s", fault.strerror)


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
        backlog=BACKLOG,
    )
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_Scarcity())
    server = await _started(config, listening)
    try:
        yield
    finally:
        await server.shutdown([listening])
        loop.set_exception_handler(None)


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
