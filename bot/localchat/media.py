"""What people send that is neither words nor a document: the field of a Message that holds it."""

from bot.localchat.wire import JsonObject
from bot.localchat.world import Document


def photo(file: Document, *, width: int, height: int) -> JsonObject:
    """A photo, in the one size in which it came."""
    return {"photo": [{**_stored(file), "width": width, "height": height}]}


def voice(file: Document, *, seconds: int) -> JsonObject:
    """A voice message."""
    return {"voice": {**_stored(file), "duration": seconds, "mime_type": file.mime_type}}


def sticker(emoji: str) -> JsonObject:
    """A sticker that stands for the emoji; it has no picture."""
    still: JsonObject = {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    }
    return {"sticker": {"file_id": "sticker", "file_unique_id": "usticker", **still, "emoji": emoji}}


def location(*, latitude: float, longitude: float) -> JsonObject:
    """A place on the map, in degrees."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def _stored(file: Document) -> JsonObject:
    return {"file_id": file.id, "file_unique_id": f"u{file.id}", "file_size": file.size}
