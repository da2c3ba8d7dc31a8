"""The chat page and what it asks for: its own small HTTP interface beside the Bot API."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeAlias

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.localchat.faults import fault_from_json
from bot.localchat.telegram import LocalTelegram
from bot.localchat.wire import JsonObject, JsonValue
from bot.localchat.world import User, timestamp

MAX_DOCUMENT = 20 * 1024 * 1024  # what a bot may download
MAX_PEOPLE = 100_000
HEARTBEAT_SECONDS = 15.0
HISTORY = 200  # messages shown when the page opens

_STATIC = Path(__file__).parent / "static"
_FILES = {
    "chat.html": "text/html; charset=utf-8",
    "chat.css": "text/css; charset=utf-8",
    "chat.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Body: TypeAlias = dict[str, JsonValue]


class ChatPage:
    """The page of one local Telegram."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._telegram = telegram
        self._files = {name: (_STATIC / name).read_bytes() for name in _FILES}

    def routes(self) -> list[Route]:
        """The page, its files, its stream of events, and what is posted from it."""
        return [
            Route("/", self.page),
            Route("/chat/{name:str}.css", self.static),
            Route("/chat/{name:str}.js", self.static),
            Route("/chat/{name:str}.svg", self.static),
            Route("/chat/state", self.state),
            Route("/chat/events", self.events),
            Route("/chat/messages", self.messages),
            Route("/chat/calls", self.calls),
            Route("/chat/say", self.say, methods=["POST"]),
            Route("/chat/press", self.press, methods=["POST"]),
            Route("/chat/document", self.document, methods=["POST"]),
            Route("/chat/faults", self.faults, methods=["POST"]),
            Route("/chat/people", self.people, methods=["POST"]),
        ]

    # ---------------------------------------------------------------- files

    async def page(self, request: Request) -> Response:  # noqa: ARG002 - a route's endpoint
        """The page itself."""
        return self._file("chat.html")

    async def static(self, request: Request) -> Response:
        """A file of the page."""
        return self._file(request.url.path.removeprefix("/chat/"))

    def _file(self, name: str) -> Response:
        if name not in self._files:
            raise HTTPException(404)
        return Response(self._files[name], headers={**_SAFE, "Content-Type": _FILES[name]})

    # ---------------------------------------------------------------- looking

    async def state(self, request: Request) -> Response:
        """All the page shows when it opens."""
        telegram, user = self._telegram, self._user(request.query_params.get("user"))
        people = (telegram.reader, telegram.editor)
        messages = telegram.messages_of(user.id)
        return _answer(
            {
                "bot": telegram.bot.to_json(),
                "people": [person.to_json() for person in people],
                "user": user.to_json(),
                "earlier": max(0, len(messages) - HISTORY),
                "messages": [message.to_json() for message in messages[-HISTORY:]],
                "commands": list(telegram.commands_for(telegram.chat(user), user)),
                "description": telegram.profile.descriptions.get("", ""),
            }
        )

    async def events(self, request: Request) -> Response:
        """Everything that happens in a person's chat, as server-sent events."""
        user = self._user(request.query_params.get("user"))
        headers = {**_SAFE, "X-Accel-Buffering": "no"}
        return StreamingResponse(self._stream(user), media_type="text/event-stream", headers=headers)

    async def _stream(self, user: User) -> AsyncIterator[str]:
        yield "retry: 1000\n: the chat as it happens\n\n"
        async for event in self._telegram.events.stream(user.id, heartbeat=HEARTBEAT_SECONDS):
            if event is None:
                yield ": still here\n\n"
            else:
                yield f"event: {event.kind}\ndata: {json.dumps(event.content)}\n\n"

    async def messages(self, request: Request) -> Response:
        """A chat's messages and how many the bot sent to it; without a chat, the count of every one."""
        chat_id = request.query_params.get("chat_id")
        counts = self._telegram.sent_counts
        if chat_id is None:
            return _answer(
                {"total": counts.total(), "sent": {str(id_): count for id_, count in counts.items()}}
            )
        number = _integer(chat_id)
        return _answer(
            {
                "sent": counts[number],
                "messages": [message.to_json() for message in self._telegram.messages_of(number)],
            }
        )

    async def calls(self, request: Request) -> Response:
        """The newest calls of the bot, oldest first; `?method=` for one method's."""
        wanted = request.query_params.get("method")
        return _answer(
            {
                "refused": self._telegram.limits.refused,
                "calls": [
                    {
                        "at": timestamp(call.at),
                        "method": call.method,
                        "params": call.params,
                        "outcome": call.outcome,
                    }
                    for call in self._telegram.calls
                    if wanted in (None, call.method)
                ],
            }
        )

    # ---------------------------------------------------------------- doing

    async def say(self, request: Request) -> Response:
        """The person writes. 400 for a text that is empty or too long."""
        body = await _json(request)
        text = str(body.get("text", ""))
        if not text.strip() or len(text) > 4096:
            raise HTTPException(400, "a message has 1 to 4096 characters")
        message = self._telegram.say(self._user(body.get("user")), text)
        return _answer({"message_id": message.id})

    async def press(self, request: Request) -> Response:
        """A button by its action, and by the message it stands under."""
        body = await _json(request)
        user = self._user(body.get("user"))
        message = self._telegram.messages.get((user.id, _integer(body.get("message_id"))))
        if message is None:
            raise HTTPException(404, "no such message")
        try:
            callback = self._telegram.press(user, message, str(body.get("action")))
        except LookupError as error:
            raise HTTPException(404, str(error)) from error
        return _answer({"callback_query_id": callback.id})

    async def document(self, request: Request) -> Response:
        """The person sends a file. 400 where there is none."""
        async with request.form(max_part_size=MAX_DOCUMENT) as form:
            user, upload = self._user(form.get("user")), form.get("file")
            if not isinstance(upload, UploadFile):
                raise HTTPException(400, "no file was sent")
            if (upload.size or 0) > MAX_DOCUMENT:
                raise HTTPException(413, "a document has at most 20 MB")
            message = self._telegram.send_document(
                user,
                upload.filename or "document",
                await upload.read(),
                caption=str(form.get("caption") or ""),
                mime_type=upload.content_type or "application/octet-stream",
            )
        return _answer({"message_id": message.id})

    async def faults(self, request: Request) -> Response:
        """`{"method": …, "chat_id": …, "times": 1, "outcome": …, …}`: a Fault's fields beside whom it meets.

        `{"clear": true}` ends all that are scripted.
        """
        body = await _json(request)
        if body.pop("clear", False):
            self._telegram.faults.clear()
        method, chat_id, times = body.pop("method", None), body.pop("chat_id", None), body.pop("times", 1)
        if body:
            try:
                fault = fault_from_json(body)
            except TypeError as error:
                raise HTTPException(400, str(error)) from error
            self._telegram.faults.add(
                fault,
                method=None if method is None else str(method),
                chat_id=None if chat_id is None else _integer(chat_id),
                times=_integer(times),
            )
        return _answer({"ok": True})

    async def people(self, request: Request) -> Response:
        """`{"first_id": 5000, "count": 1000}`: so many people with private chats who have met the bot."""
        body = await _json(request)
        first, count = _integer(body.get("first_id", 5000)), _integer(body.get("count", 1))
        if not 0 < count <= MAX_PEOPLE:
            raise HTTPException(400, f"count is 1 to {MAX_PEOPLE}")
        for number in range(first, first + count):
            self._telegram.add_user(f"Reader {number}", id=number)
            if number % 1000 == 0:
                await asyncio.sleep(0)
        return _answer({"ids": [first, first + count - 1]})

    def _user(self, value: object) -> User:
        number = self._telegram.reader.id if value is None else _integer(value)
        try:
            return self._telegram.users[number]
        except KeyError:
            raise HTTPException(404, "no such person") from None


async def _json(request: Request) -> Body:
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise HTTPException(415, "application/json is expected")
    try:
        body = await request.json()
    except ValueError:
        raise HTTPException(400, "not JSON") from None
    if not isinstance(body, dict):
        raise HTTPException(400, "an object is expected")
    return body


def _integer(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise HTTPException(400, "a number is expected") from None


def _answer(content: JsonObject) -> Response:
    return JSONResponse(content, headers=_SAFE)
