"""Reads the parameters of a request, however the client sends them: address, form, multipart or JSON."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.types import Receive, Scope

from bot.localchat.wire import ApiError, JsonObject, JsonValue, Upload, bad_request

MAX_BODY = 52 * 1024 * 1024  # a file of 50 MB and what stands around it


async def read_parameters(scope: Scope, receive: Receive) -> tuple[JsonObject, Mapping[str, Upload]]:
    """The parameters and the files. Raises ApiError 400 or 413 for what cannot be read."""
    content_type = dict(scope["headers"]).get(b"content-type", b"").decode("latin-1")
    query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    if content_type.startswith("multipart/form-data"):
        fields, uploads = await _multipart(scope, receive)
        return {**query, **fields}, uploads
    body = await _body(receive)
    if content_type.startswith("application/json"):
        return {**query, **_json_object(body)}, {}
    return {**query, **_form(body)}, {}


async def _body(receive: Receive) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ApiError(400, "Bad Request: the connection was closed")
        chunk = message.get("body", b"")
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BODY:
            raise ApiError(413, "Request Entity Too Large")
        if not message.get("more_body", False):
            return b"".join(chunks)


def _form(body: bytes) -> Mapping[str, str]:
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _json_object(body: bytes) -> JsonObject:
    try:
        value: JsonValue = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected")
    return value


async def _multipart(scope: Scope, receive: Receive) -> tuple[JsonObject, Mapping[str, Upload]]:
    fields: dict[str, JsonValue] = {}
    uploads: dict[str, Upload] = {}
    async with Request(scope, receive).form(max_part_size=MAX_BODY) as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                fields[name] = value
            else:
                uploads[name] = Upload(
                    name=value.filename or name,
                    mime_type=value.content_type or "application/octet-stream",
                    content=await value.read(),
                )
    return fields, uploads
