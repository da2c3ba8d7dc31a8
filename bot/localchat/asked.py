"""What the chat page asks, made sense of: who, where, which message; and how it is answered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.domain.words import UNSTORABLE
from bot.localchat.telegram import LocalTelegram
from bot.localchat.wire import JsonObject, JsonValue
from bot.localchat.world import PRESENT, LocalChat, LocalMessage, Topic, User

Body: TypeAlias = dict[str, JsonValue]
SAFE: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
        " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_FIRST_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in a chat that they are in, in a forum in one of its topics: None is the general one."""

    user: User
    chat: LocalChat
    topic: Topic | None = None

    @property
    def thread_id(self) -> int | None:
        """The `message_thread_id` of what is said here."""
        return self.topic.id if self.topic else None

    @property
    def may_write(self) -> bool:
        """In a channel only who leads it, in a closed topic nobody."""
        if self.topic and self.topic.closed:
            return False
        return self.chat.kind != "channel" or self.chat.members[self.user.id] in {"creator", "administrator"}

    def to_json(self) -> JsonObject:
        """The Chat object; of a topic with its number and its name behind the forum's."""
        shown = self.chat.to_json()
        if self.topic is None:
            return shown
        return {**shown, "title": f"{self.chat.name} · {self.topic.name}", "topic": self.topic.id}


def seat_of(
    telegram: LocalTelegram, request: Request, asked: Mapping[str, object], *, writing: bool = False
) -> Seat:
    """`user`, `chat` and `topic`, by number; the reader and their private chat unless told.

    The browser's language is that of their client. 404 for a person, chat or topic that is not there, 403 for
    who may not write where it is to be written.
    """
    user_id = integer(asked.get("user") or telegram.reader.id)
    user, chat = telegram.users.get(user_id), telegram.chats.get(integer(asked.get("chat") or user_id))
    if user is None:
        raise HTTPException(404, "no such person")
    if chat is None or chat.members.get(user.id) not in PRESENT:
        raise HTTPException(404, "no such chat")
    number = asked.get("topic")
    topic = chat.topics.get(integer(number)) if number is not None else None
    if number is not None and topic is None:
        raise HTTPException(404, "no such topic")
    language = _FIRST_LANGUAGE.match(request.headers.get("accept-language", ""))
    seat = Seat(replace(user, language_code=language[0].lower()) if language else user, chat, topic)
    if writing and not seat.may_write:
        raise HTTPException(403, "only administrators write here")
    return seat


def message_in(telegram: LocalTelegram, chat: LocalChat, number: object) -> LocalMessage:
    """The message as it stands; 404 where there is none."""
    message = telegram.find_message(chat, integer(number))
    if message is None:
        raise HTTPException(404, "no such message")
    return message


async def json_body(request: Request) -> Body:
    """The object that was posted, a sign for each half pair in its words; 400 or 415 where it is none."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise HTTPException(415, "application/json is expected")
    try:
        body = await request.json()
    except ValueError:
        raise HTTPException(400, "not JSON") from None
    if not isinstance(body, dict):
        raise HTTPException(400, "an object is expected")
    return {
        name: UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in body.items()
    }


def integer(value: object) -> int:
    """A whole number, also as text; 400 for anything else."""
    try:
        return int(str(value))
    except ValueError:
        raise HTTPException(400, "a number is expected") from None


def answer(content: JsonObject) -> Response:
    """The answer, kept by nobody."""
    return JSONResponse(content, headers=SAFE)
