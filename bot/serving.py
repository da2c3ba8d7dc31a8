"""Serves an ASGI application in the running loop; signals stay with whoever runs it."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp


@asynccontextmanager
async def serving(app: ASGIApp, *, host: str, port: int) -> AsyncIterator[str]:
    """Yields the base URL; port 0 is any free one. Raises OSError where the port is taken."""
    listening = _listening(host, port)
    config = uvicorn.Config(
        app,
        log_level="critical",
        access_log=False,
        date_header=False,
        timeout_graceful_shutdown=2,
        backlog=2048,
    )
    server = await _started(config, listening)
    try:
        name = f"[{host}]" if ":" in host else host
        yield f"http://{name}:{listening.getsockname()[1]}"
    finally:
        await server.shutdown([listening])


def _listening(host: str, port: int) -> socket.socket:
    """A listening socket.

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


async def _started(config: uvicorn.Config, listening: socket.socket) -> uvicorn.Server:
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listening])
    return server
