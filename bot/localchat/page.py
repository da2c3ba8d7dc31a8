"""The chat page and what it asks for: its own small HTTP interface beside the Bot API."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.localchat.asked import SAFE, Seat, answer, integer, seat_of
from bot.localchat.deeds import PICTURES, SOUNDS, Deeds
from bot.localchat.telegram import LocalTelegram
from bot.localchat.wire import JsonObject
from bot.localchat.world import PRESENT, timestamp

HEARTBEAT_SECONDS = 15.0
HISTORY = 200  # messages shown when the page opens
_IN_TOPICS = {"message", "edit", "typing"}  # what happens in one topic of a forum

_STATIC = Path(__file__).parent / "static"
_FILES = {
    "chat.html": "text/html; charset=utf-8",
    "chat.css": "text/css; charset=utf-8",
    **dict.fromkeys(
        ("chat.js", "composer.js", "dialogs.js", "messages.js", "theme.js", "words.js"),
        "text/javascript; charset=utf-8",
    ),
    "icon.svg": "image/svg+xml",
}


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
            Route("/chat/files/{id:str}", self.media),
            *Deeds(self._telegram).routes(),
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
        return Response(self._files[name], headers={**SAFE, "Content-Type": _FILES[name]})

    async def media(self, request: Request) -> Response:
        """A photo or voice that somebody sent; nothing that a browser would run."""
        document, content = self._telegram.files.get(request.path_params["id"], (None, b""))
        if document is None or document.mime_type not in PICTURES | SOUNDS:
            raise HTTPException(404)
        return Response(content, headers={**SAFE, "Content-Type": document.mime_type})

    # ---------------------------------------------------------------- looking

    async def state(self, request: Request) -> Response:
        """All the page shows when it opens."""
        telegram, seat = self._telegram, seat_of(self._telegram, request, request.query_params)
        messages = [each for each in telegram.messages_of(seat.chat.id) if each.thread_id == seat.thread_id]
        return answer(
            {
                "bot": telegram.bot.to_json(),
                "people": [person.to_json() for person in telegram.residents],
                "user": seat.user.to_json(),
                "chat": seat.to_json(),
                "chats": list(self._places(seat)),
                "earlier": max(0, len(messages) - HISTORY),
                "messages": [message.to_json() for message in messages[-HISTORY:]],
                "commands": list(telegram.commands_for(seat.chat, seat.user)),
                "description": telegram.text_for("description", seat.user),
            }
        )

    def _places(self, seat: Seat) -> Iterator[JsonObject]:
        """The chats that the person is in, their own first, each topic; and whether they may write there."""
        own = self._telegram.chats[seat.user.id]
        others = (chat for chat in self._telegram.chats.values() if chat.kind != "private")
        for chat in (own, *others):
            if chat.members.get(seat.user.id) in PRESENT:
                for place in (Seat(seat.user, chat, topic) for topic in (None, *chat.topics.values())):
                    yield {**place.to_json(), "may_write": place.may_write}

    async def events(self, request: Request) -> Response:
        """Everything that happens where the person is, as server-sent events."""
        seat = seat_of(self._telegram, request, request.query_params)
        headers = {**SAFE, "X-Accel-Buffering": "no"}
        return StreamingResponse(self._stream(seat), media_type="text/event-stream", headers=headers)

    async def _stream(self, seat: Seat) -> AsyncIterator[str]:
        yield "retry: 1000\n: the chat as it happens\n\n"
        async for event in self._telegram.events.stream(seat.chat.id, heartbeat=HEARTBEAT_SECONDS):
            if event is None:
                yield ": still here\n\n"
            elif event.kind not in _IN_TOPICS or event.content.get("message_thread_id") == seat.thread_id:
                yield f"event: {event.kind}\ndata: {json.dumps(event.content)}\n\n"

    async def messages(self, request: Request) -> Response:
        """A chat's messages and how many the bot sent to it; without a chat, the count of every one."""
        chat_id = request.query_params.get("chat_id")
        counts = self._telegram.sent_counts
        if chat_id is None:
            return answer(
                {"total": counts.total(), "sent": {str(id_): count for id_, count in counts.items()}}
            )
        number = integer(chat_id)
        return answer(
            {
                "sent": counts[number],
                "messages": [message.to_json() for message in self._telegram.messages_of(number)],
            }
        )

    async def calls(self, request: Request) -> Response:
        """The newest calls of the bot, oldest first; `?method=` for one method's."""
        wanted = request.query_params.get("method")
        return answer(
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
