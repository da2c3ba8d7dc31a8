"""Entities of a message: their JSON, the tidying Telegram does, and the ones it finds by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from bot.localchat.wire import JsonObject, JsonValue

MAX_ENTITIES = 100  # more are dropped without an error
_STYLES = {"bold", "italic", "underline", "strikethrough", "spoiler"}  # may be cut in pieces and joined
_QUOTES = {"blockquote", "expandable_blockquote"}  # hold anything but each other
_VERBATIM = {"pre", "code"}  # hold nothing; all other kinds hold styles only
_RANK = {kind: rank for rank, kind in enumerate(("blockquote", "expandable_blockquote", "pre", "code"))}
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
        """Where it ends, in UTF-16 units."""
        return self.offset + self.length

    def to_json(self) -> JsonObject:
        """The MessageEntity object."""
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

    Links, code and the like never overlap, nor do quotations; styles that touch are joined, and none is
    inside code. What Telegram finds by itself is added. Sorted, at most `MAX_ENTITIES`.
    """
    text = text.replace("\r", "")
    trimmed = text.strip()
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    length = utf16_length(trimmed)
    placed = sorted(_placed(entities, cut=cut, length=length), key=_order)
    quotes = _apart(entity for entity in placed if entity.type in _QUOTES)
    solid = _apart(entity for entity in placed if entity.type not in _STYLES | _QUOTES)
    taken = _cover(solid, length)
    solid += [entity for entity in find_entities(trimmed) if not any(taken[entity.offset : entity.end])]
    verbatim = _cover([entity for entity in solid if entity.type in _VERBATIM], length)
    styles = _styled([entity for entity in placed if entity.type in _STYLES], verbatim)
    return trimmed, tuple(sorted([*quotes, *solid, *styles], key=_order)[:MAX_ENTITIES])


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


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    """Without those that begin inside an earlier one."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _cover(entities: Iterable[Entity], length: int) -> bytearray:
    """1 at every unit that one of the entities holds."""
    cover = bytearray(length)
    for entity in entities:
        cover[entity.offset : entity.end] = b"\1" * entity.length
    return cover


def _styled(styles: list[Entity], verbatim: bytearray) -> Iterator[Entity]:
    """Each style's stretches outside code, touching ones joined."""
    for kind in sorted({entity.type for entity in styles}):
        cover = _cover([entity for entity in styles if entity.type == kind], len(verbatim))
        if 1 in verbatim:
            cover = bytearray(on and not off for on, off in zip(cover, verbatim, strict=True))
        for stretch in re.finditer(b"\1+", cover):
            yield Entity(type=kind, offset=stretch.start(), length=stretch.end() - stretch.start())
