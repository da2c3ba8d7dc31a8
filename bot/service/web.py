"""What is served over HTTP: health, metrics and the webhook."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from telegram import Bot

from bot.botapi.updates import AnswerableUpdate, read_update
from bot.config.concealing import conceal
from bot.config.metrics import Metrics
from bot.domain.errors import StoreError

log = logging.getLogger(__name__)

LARGEST_UPDATE = 1_000_000  # bytes; Telegram's own stay far below
_NUMBERS = 2**63  # as many as a database keeps
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the header's name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What /readyz asks. Each returns None where all is well, else what is not."""

    database: Callable[[], str | None]
    language_model: Callable[[], str | None]
    contact: Callable[[], str | None]


def health_routes(
    readiness: Readiness, metrics: Metrics, refresh: Callable[[], Awaitable[None]]
) -> list[BaseRoute]:
    """/healthz, /readyz, /metrics; `refresh` is awaited before figures are shown."""

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def readyz(_: Request) -> Response:
        faults = {
            "database": readiness.database(),
            "language_model": readiness.language_model(),
            "telegram": readiness.contact(),
        }
        wrong = any(fault is not None for fault in faults.values())
        return JSONResponse(
            {name: conceal(fault) if fault else "ok" for name, fault in faults.items()}, 503 if wrong else 200
        )

    async def show_metrics(_: Request) -> Response:
        await refresh()
        return Response(metrics.exposition(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", show_metrics)]


def webhook_route(
    path: str,
    *,
    secret: str,
    bot: Bot,
    contact: Callable[[], None],
    has_room: Callable[[], bool],
    is_new: Callable[[int, str], Awaitable[bool]],
    take: Callable[[AnswerableUpdate], None],
) -> BaseRoute:
    """Takes updates that Telegram sends, each once: answers at once, the work comes after.

    `is_new` writes down one that did not come before, its number and its JSON, and may raise StoreError;
    `take` begins to handle it.
    """
    expected = secret.encode()

    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
        if not hmac.compare_digest(given, expected):
            log.warning("a webhook call with a wrong secret was refused")
            return PlainTextResponse("forbidden\n", 403)
        raw = await _update_in(request)
        if raw is None or (update := read_update(raw, bot)) is None:
            # Telegram sends none such; what is left of the body is not waited for.
            return PlainTextResponse("no update\n", 400, headers={"Connection": "close"})
        if not has_room():  # Telegram keeps it, and brings it again later, here or to the next process
            return PlainTextResponse("busy\n", 503)
        contact()
        try:
            if await is_new(update.update_id, update.to_json()):
                take(update)
        except StoreError as error:
            log.warning("update %d is to come again: %s", update.update_id, error)
            return PlainTextResponse("busy\n", 503)
        return PlainTextResponse("ok\n")  # to one that makes no sense too, or Telegram sends it for ever

    return Route(path, webhook, methods=["POST"])


async def _update_in(request: Request) -> dict[str, Any] | None:
    """What has an update's number; Any: as JSON is. None for anything else."""
    try:
        raw = json.loads(await _bounded_body(request))
    except (ValueError, RecursionError, ClientDisconnect):
        return None
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return raw if type(number) is int and 0 <= number < _NUMBERS else None


async def _bounded_body(request: Request) -> bytes:
    """Raises ValueError for one that is too large, and reads no more of it."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_UPDATE:
            raise ValueError("too large")
    return bytes(body)


def web_app(routes: list[BaseRoute]) -> Starlette:
    """The application that is served on Telegram."""
    return Starlette(routes=routes)
