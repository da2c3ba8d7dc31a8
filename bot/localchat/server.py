"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import hmac
import json
from collections.abc import Coroutine

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.localchat.api import EDITS, METHODS, SENDS
from bot.localchat.api.access import chat_of
from bot.localchat.faults import Fault
from bot.localchat.requests import read_parameters
from bot.localchat.spec import check_parameters, method_name
from bot.localchat.state import State
from bot.localchat.webhook import Webhook
from bot.localchat.wire import ApiError, JsonObject, JsonValue, Params

MAX_POLL_SECONDS = 50


class Dropped(Exception):  # noqa: N818 - no error: the connection is to be closed, as scripted
    """The answer does not reach the client."""


class Odd(Exception):  # noqa: N818 - no error: an answer with status 200, as scripted
    """Another answer reaches the client than a Bot API's."""


class BotApi:
    """An ASGI application that answers as api.telegram.org would, for one token."""

    def __init__(self, state: State, *, token: str) -> None:
        self._state = state
        self._token = token
        self.webhook = Webhook(state)

    async def call(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`/bot<token>/<method>`"""
        token, _, name = scope["path"].removeprefix("/bot").partition("/")
        try:
            status, answer = 200, await self._answer(token, name, scope, receive)
        except ApiError as error:
            status, answer = error.status, error.to_json()
        except Dropped:
            await _drop(send)
            return
        except Odd as page:
            await Response(str(page), media_type="text/html")(scope, receive, send)
            return
        await _respond(send, status, answer)

    async def file(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`/file/bot<token>/<path>`"""
        token, _, path = scope["path"].removeprefix("/file/bot").partition("/")
        known = self._state.files.get(path.removeprefix("documents/"))
        if not self._is_token(token) or known is None:
            await _respond(send, 404, ApiError(404, "Not Found").to_json())
            return
        document, content = known
        await Response(content, media_type=document.mime_type)(scope, receive, send)

    def _is_token(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self._token.encode())

    async def _answer(self, token: str, name: str, scope: Scope, receive: Receive) -> JsonObject:
        if not self._is_token(token):
            raise ApiError(401, "Unauthorized")
        method = method_name(name)
        given, uploads = await read_parameters(scope, receive)
        fault = self._state.faults.take(method, _chat_id(given))
        try:
            await _befall_before(fault)
            params = Params(check_parameters(method, given, uploaded=tuple(uploads)), uploads)
            result = await self._result(method, params, receive)
        except ApiError as error:
            self._state.record(method, given, error.description)
            raise
        except Dropped:
            self._state.record(method, given, "dropped")
            raise
        self._state.record(method, given, "ok" if fault is None else fault.outcome)
        await _befall_after(fault)
        return {"ok": True, "result": result}

    async def _result(self, method: str, params: Params, receive: Receive) -> JsonValue:
        match method:
            case "getUpdates":
                return await self._updates(params, receive)
            case "setWebhook":
                return await self.webhook.set(params)
            case "deleteWebhook":
                return await self.webhook.delete(params)
            case "getWebhookInfo":
                return self.webhook.describe()
        self._admit(method, params)
        return METHODS[method](self._state, params)

    def _admit(self, method: str, params: Params) -> None:
        """Flood limits, where they are on. Raises ApiError 429."""
        if not self._state.limits.enforced or method not in SENDS | EDITS:
            return
        chat = chat_of(self._state, params)
        if method in EDITS and chat.kind == "private":
            return
        if refusal := self._state.limits.admit(chat, now=self._state.clock().timestamp()):
            raise refusal

    async def _updates(self, params: Params, receive: Receive) -> JsonValue:
        if self.webhook.active:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active;"
                " use deleteWebhook to delete the webhook first",
            )
        inbox = self._state.inbox
        if "allowed_updates" in params:
            inbox.allowed = tuple(map(str, params.array("allowed_updates")))
        poll = inbox.poll(
            offset=params.integer("offset"),
            limit=min(max(params.integer("limit", 100), 1), 100),
            seconds=min(max(params.integer("timeout"), 0), MAX_POLL_SECONDS),
        )
        return await _while_connected(poll, receive)


async def _while_connected(
    poll: Coroutine[None, None, list[JsonObject]], receive: Receive
) -> list[JsonObject]:
    """The updates, unless the client goes away first: a poll that nobody reads must not take part."""
    polling = asyncio.ensure_future(poll)
    leaving = asyncio.ensure_future(receive())
    try:
        await asyncio.wait({polling, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not polling.done():
            raise Dropped
        return polling.result()
    finally:
        for task in (polling, leaving):
            task.cancel()
        await asyncio.gather(polling, leaving, return_exceptions=True)


def _chat_id(given: JsonObject) -> int | None:
    try:
        return int(str(given.get("chat_id")))
    except ValueError:
        return None


async def _befall_before(fault: Fault | None) -> None:
    """What happens before the call, or instead of it."""
    if fault is not None and fault.outcome == "slow":
        await fault.wait()
    if fault is not None and fault.outcome == "error":
        raise fault.error()
    if fault is not None and fault.outcome == "odd":
        raise Odd(fault.description or "")
    if fault is not None and fault.outcome == "dropped":
        raise Dropped


async def _befall_after(fault: Fault | None) -> None:
    """What happens when the call was carried out."""
    if fault is not None and fault.outcome == "late":
        await fault.wait()
    if fault is not None and fault.outcome == "lost":
        raise Dropped


async def _respond(send: Send, status: int, answer: JsonObject) -> None:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _drop(send: Send) -> None:
    """Begins an answer and never ends it: the server closes the connection."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})
