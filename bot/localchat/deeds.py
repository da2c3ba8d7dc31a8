"""What people do on the chat page: write, reply, forward, press, send files; and what is staged for them."""

import asyncio
import math
from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.localchat import media
from bot.localchat.asked import answer, integer, json_body, message_in, seat_of
from bot.localchat.faults import fault_from_json
from bot.localchat.telegram import LocalTelegram
from bot.localchat.wire import JsonObject, JsonValue
from bot.localchat.world import LocalMessage

MAX_DOCUMENT = 20 * 1024 * 1024  # what a bot may download
MAX_PHOTO = 10 * 1024 * 1024
MAX_PEOPLE = 100_000
PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
SOUNDS: Final = frozenset({"audio/ogg", "audio/mpeg", "audio/mp4", "audio/webm", "audio/wav", "audio/x-wav"})


class Deeds:
    """What is posted from the page of one local Telegram."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[Route]:
        """Each deed's address."""
        return [
            Route(f"/chat/{deed.__name__}", deed, methods=["POST"])
            for deed in (
                self.say,
                self.forward,
                self.press,
                self.document,
                self.sticker,
                self.location,
                self.faults,
                self.people,
            )
        ]

    async def say(self, request: Request) -> Response:
        """The person writes, `reply_to` a message or not. 400 for a text that is empty or too long."""
        body = await json_body(request)
        text = str(body.get("text", ""))
        if not text.strip() or len(text) > 4096:
            raise HTTPException(400, "a message has 1 to 4096 characters")
        seat = seat_of(self._telegram, request, body, writing=True)
        answered = body.get("reply_to")
        reply_to = None if answered is None else message_in(self._telegram, seat.chat, answered)
        return _sent(
            self._telegram.say(seat.user, text, chat=seat.chat, thread=seat.thread_id, reply_to=reply_to)
        )

    async def forward(self, request: Request) -> Response:
        """A message goes on `to` another chat of the person's, `to_topic`; 403 for one that is protected."""
        body = await json_body(request)
        seat = seat_of(self._telegram, request, body)
        message = message_in(self._telegram, seat.chat, body.get("message_id"))
        if message.protected:
            raise HTTPException(403, "forwards are not allowed from here")
        there = {**body, "chat": body.get("to"), "topic": body.get("to_topic")}
        place = seat_of(self._telegram, request, there, writing=True)
        return _sent(self._telegram.pass_on(seat.user, message, chat=place.chat, thread=place.thread_id))

    async def press(self, request: Request) -> Response:
        """A button by its action, and by the message it stands under."""
        body = await json_body(request)
        seat = seat_of(self._telegram, request, body)
        message = message_in(self._telegram, seat.chat, body.get("message_id"))
        try:
            callback = self._telegram.press(seat.user, message, str(body.get("action")))
        except LookupError as error:
            raise HTTPException(404, str(error)) from error
        return answer({"callback_query_id": callback.id})

    async def document(self, request: Request) -> Response:
        """The person sends a file: a document, or `as` a photo or voice. 400 where there is none."""
        async with request.form(max_part_size=MAX_DOCUMENT) as form:
            seat, upload = seat_of(self._telegram, request, form, writing=True), form.get("file")
            if not isinstance(upload, UploadFile):
                raise HTTPException(400, "no file was sent")
            if (upload.size or 0) > MAX_DOCUMENT:
                raise HTTPException(413, "a document has at most 20 MB")
            name, kind = upload.filename or "document", upload.content_type or "application/octet-stream"
            caption, content = str(form.get("caption") or ""), await upload.read()
            if form.get("as", "document") == "document":
                return _sent(
                    self._telegram.send_document(
                        seat.user,
                        name,
                        content,
                        caption=caption,
                        mime_type=kind,
                        chat=seat.chat,
                        thread=seat.thread_id,
                    )
                )
            held = self._photo_or_voice(form, name, kind, content)
        return _sent(
            self._telegram.send_media(seat.user, held, caption=caption, chat=seat.chat, thread=seat.thread_id)
        )

    def _photo_or_voice(self, form: FormData, name: str, kind: str, content: bytes) -> JsonObject:
        match form.get("as"):
            case "photo" if kind in PICTURES and len(content) <= MAX_PHOTO:
                width, height = integer(form.get("width")), integer(form.get("height"))
                return media.photo(self._telegram.store_file(name, kind, content), width=width, height=height)
            case "voice" if kind in SOUNDS:
                seconds = integer(form.get("seconds"))
                return media.voice(self._telegram.store_file(name, kind, content), seconds=seconds)
        raise HTTPException(400, "a photo is a picture of at most 10 MB, a voice a sound")

    async def sticker(self, request: Request) -> Response:
        """The person sends a sticker that stands for an `emoji`."""
        body = await json_body(request)
        seat = seat_of(self._telegram, request, body, writing=True)
        held = media.sticker(str(body.get("emoji", "👍"))[:8])
        return _sent(self._telegram.send_media(seat.user, held, chat=seat.chat, thread=seat.thread_id))

    async def location(self, request: Request) -> Response:
        """The person sends where they are: `latitude` and `longitude` in degrees."""
        body = await json_body(request)
        seat = seat_of(self._telegram, request, body, writing=True)
        latitude, longitude = _degrees(body.get("latitude"), 90), _degrees(body.get("longitude"), 180)
        held = media.location(latitude=latitude, longitude=longitude)
        return _sent(self._telegram.send_media(seat.user, held, chat=seat.chat, thread=seat.thread_id))

    async def faults(self, request: Request) -> Response:
        """Scripts a fault: the fields of a `Fault`, and optionally `method`, `chat_id`, `times`.

        `{"clear": true}` ends all that are scripted.
        """
        body = await json_body(request)
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
                chat_id=None if chat_id is None else integer(chat_id),
                times=integer(times),
            )
        return answer({"ok": True})

    async def people(self, request: Request) -> Response:
        """`{"first_id": 5000, "count": 1000}`: so many people with private chats who have met the bot."""
        body = await json_body(request)
        first, count = integer(body.get("first_id", 5000)), integer(body.get("count", 1))
        if not 0 < count <= MAX_PEOPLE:
            raise HTTPException(400, f"count is 1 to {MAX_PEOPLE}")
        for number in range(first, first + count):
            self._telegram.add_user(f"Reader {number}", id=number)
            if number % 1000 == 0:
                await asyncio.sleep(0)
        return answer({"ids": [first, first + count - 1]})


def _degrees(value: JsonValue, most: int) -> float:
    try:
        degrees = float(str(value))
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most:
        raise HTTPException(400, f"degrees are a number of at most {most}")
    return degrees


def _sent(message: LocalMessage) -> Response:
    return answer({"message_id": message.id})
