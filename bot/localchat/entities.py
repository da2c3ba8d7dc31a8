"""Entities of a message: their JSON, the tidying Telegram does, and the ones it finds by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from bot.localchat.wire import JsonObject, JsonValue

MAX_ENTITIES = 100  # more are dropped without an error
_WHOLE = {"code", "pre"}  # hold no other entity
_QUOTES = {"blockquote", "expandable_blockquote"}  # do not nest
_RANK = {
    kind: rank
    for rank, kind in enumerate(("blockquote", "expandable_blockquote", "pre", "code", "text_link"))
}
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'])"
    r"|(?<![\w.])(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A stretch of a message's text, in UTF-16 units, and what it is."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user_id: int | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    def to_json(self) -> JsonObject:
        shown: dict[str, JsonValue] = {"type": self.type, "offset": self.offset, "length": self.length}
        for name in _OPTIONAL:
            if (value := getattr(self, name)) is not None:
                shown[name] = value
        if self.user_id is not None:
            shown["user"] = {"id": shown.pop("user_id"), "is_bot": False, "first_name": ""}
        return shown


_OPTIONAL = tuple(field.name for field in fields(Entity) if field.default is None)


def utf16_length(text: str) -> int:
    """How many UTF-16 code units the text has: what Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def entity_from_json(given: JsonObject) -> Entity:
    """An entity as a caller wrote it; the fields have been checked."""
    user = given.get("user")
    known = {name: given[name] for name in (*_OPTIONAL, "type", "offset", "length") if name in given}
    if isinstance(user, dict):
        known["user_id"] = user["id"]
    return Entity(**known)  # type: ignore[arg-type]  # checked against the Bot API's own types before


def tidy(text: str, entities: Iterable[Entity]) -> tuple[str, tuple[Entity, ...]]:
    """The text without white space at its ends, and what Telegram keeps of the entities.

    Sorted, inside the text, none within code or pre, no quotation within a quotation, found ones added, at
    most `MAX_ENTITIES`.
    """
    text = text.replace("\r", "")
    trimmed = text.strip()
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    length = utf16_length(trimmed)
    placed = sorted(_placed(entities, cut=cut, length=length), key=_order)
    kept = [entity for entity in placed if not _forbidden_inside(entity, placed)]
    kept.extend(entity for entity in find_entities(trimmed) if not _covered(entity, kept))
    kept.sort(key=_order)
    return trimmed, tuple(kept[:MAX_ENTITIES])


def find_entities(text: str) -> Iterator[Entity]:
    """Addresses, commands, mentions and hashtags, as Telegram finds them in any text."""
    if not any(mark in text for mark in "/@#"):
        return
    for match in _FOUND.finditer(text):
        assert match.lastgroup is not None
        yield Entity(
            type=match.lastgroup,
            offset=utf16_length(text[: match.start()]),
            length=utf16_length(match.group()),
        )


def _placed(entities: Iterable[Entity], *, cut: int, length: int) -> Iterator[Entity]:
    for entity in entities:
        start, end = max(entity.offset - cut, 0), min(entity.end - cut, length)
        if start < end:
            yield replace(entity, offset=start, length=end - start)


def _order(entity: Entity) -> tuple[int, int, int, str]:
    return entity.offset, -entity.length, _RANK.get(entity.type, len(_RANK)), entity.type


def _forbidden_inside(entity: Entity, others: list[Entity]) -> bool:
    for other in others:
        if other is entity or not (other.offset <= entity.offset and entity.end <= other.end):
            continue
        same = (other.offset, other.length) == (entity.offset, entity.length)
        outside = not same or _order(other) < _order(entity)
        if outside and (other.type in _WHOLE or {other.type, entity.type} <= _QUOTES):
            return True
    return False


def _covered(entity: Entity, others: list[Entity]) -> bool:
    return any(
        other.type in {"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"}
        and other.offset < entity.end
        and entity.offset < other.end
        for other in others
    )
