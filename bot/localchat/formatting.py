"""Telegram's HTML: text with tags → the plain text and its entities, or Telegram's own complaint.

Offsets of entities are UTF-16 code units; the offset in a complaint is a byte of the UTF-8 text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.localchat.entities import Entity, utf16_length
from bot.localchat.wire import bad_request

_TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]{1,7})|([0-9]{1,8}))|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG_NAME = re.compile(r"[^\s>]*")
_NAME = re.compile(r"[^\s=>]*")
_SPACE = re.compile(r"[\s,]*")
_BARE_VALUE = re.compile(r"[0-9A-Za-z.\-]*")
_SPECIAL = re.compile(r"[<&]")
_LINK = re.compile(
    r"(?:(?P<scheme>https?|tg|tel|ton|mailto)://?)?(?P<host>[^\s/?#]+)(?P<rest>\S*)", re.IGNORECASE
)
_USER_LINK = re.compile(r"tg://user\?id=(\d+)")
_DATE_FORMAT = re.compile(r"r|[tTdDwW]*")


def parse_html(html: str) -> tuple[str, tuple[Entity, ...]]:
    """The text without its tags, and the entities they meant, in the order they began.

    Raises ApiError 400 "can't parse entities: …" in Telegram's words.
    """
    parser = _Parser(html)
    parser.run()
    text = "".join(parser.pieces)
    if _SURROGATE.search(text):
        raise _complaint(
            "Text contains invalid Unicode characters after decoding HTML entities,"
            " check for unmatched surrogate code units"
        )
    return text, tuple(entity for _, entity in sorted(parser.found, key=lambda pair: pair[0]))


@dataclass(slots=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int  # where its text begins, in UTF-16 units
    piece: int  # and in the list of pieces
    order: int


@dataclass(slots=True)
class _Parser:
    html: str
    pieces: list[str] = field(default_factory=list)
    found: list[tuple[int, Entity]] = field(default_factory=list)
    stack: list[_OpenTag] = field(default_factory=list)
    offset: int = 0
    opened: int = 0

    def run(self) -> None:
        at = 0
        while mark := _SPECIAL.search(self.html, at):
            self._write(self.html[at : mark.start()])
            at = self._special(mark.start())
        self._write(self.html[at:])
        if self.stack:
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')

    def _special(self, at: int) -> int:
        if self.html[at] == "&":
            match = _REFERENCE.match(self.html, at)
            self._write("&" if match is None else _decoded(match))
            return at + 1 if match is None else match.end()
        if self.html.startswith("</", at):
            return self._end_tag(at)
        return self._start_tag(at)

    def _write(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.offset += utf16_length(text)

    def _start_tag(self, at: int) -> int:
        match = _TAG_NAME.match(self.html, at + 1)
        assert match is not None
        if match.end() == len(self.html):
            raise _complaint(f"Unclosed start tag at byte offset {self._byte(at)}")
        name = match.group().lower()
        if name not in _TAGS:
            raise _complaint(f'Unsupported start tag "{name}" at byte offset {self._byte(at)}')
        attributes, end = self._attributes(name, at, match.end())
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _complaint(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(at)}')
        self.stack.append(_OpenTag(name, attributes, self.offset, len(self.pieces), self.opened))
        self.opened += 1
        return end

    def _attributes(self, tag: str, tag_at: int, at: int) -> tuple[dict[str, str], int]:
        """The attributes, and where the text after the tag begins."""
        attributes: dict[str, str] = {}
        while True:
            at = _skip(_SPACE, self.html, at)
            if self.html.startswith(">", at):
                return attributes, at + 1
            end = _skip(_NAME, self.html, at)
            name = self.html[at:end].lower()
            at = _skip(_SPACE, self.html, end)
            if at == len(self.html):
                raise _complaint(f'Unclosed start tag "{tag}" at byte offset {self._byte(tag_at)}')
            if not name:
                raise _complaint(
                    f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(tag_at)}'
                )
            if self.html[at] != "=":
                attributes[name] = ""
                continue
            attributes[name], at = self._value(tag, tag_at, _skip(_SPACE, self.html, at + 1))

    def _value(self, tag: str, tag_at: int, at: int) -> tuple[str, int]:
        if at == len(self.html):
            raise _complaint(f'Unclosed start tag "{tag}" at byte offset {self._byte(tag_at)}')
        quote = self.html[at]
        if quote in "\"'":
            end = self.html.find(quote, at + 1)
            if end < 0:
                raise _complaint(f"Unclosed start tag at byte offset {self._byte(tag_at)}")
            return _REFERENCE.sub(_decoded, self.html[at + 1 : end]), end + 1
        end = _skip(_BARE_VALUE, self.html, at)
        if end == len(self.html) or self.html[end] not in "> \t\r\n":
            raise _complaint(f"Unexpected end of name token at byte offset {self._byte(at)}")
        return self.html[at:end].lower(), end

    def _end_tag(self, at: int) -> int:
        if not self.stack:
            raise _complaint(f"Unexpected end tag at byte offset {self._byte(at)}")
        end = _skip(_TAG_NAME, self.html, at + 2)
        name = self.html[at + 2 : end].lower()
        end = _skip(_SPACE, self.html, end)
        if not self.html.startswith(">", end):
            raise _complaint(f"Unclosed end tag at byte offset {self._byte(at)}")
        tag = self.stack.pop()
        if name not in ("", tag.name):
            raise _complaint(
                f"Unmatched end tag at byte offset {self._byte(at)},"
                f' expected "</{tag.name}>", found "</{name}>"'
            )
        if self.offset > tag.offset:
            self.found.extend((tag.order, entity) for entity in self._meaning(tag))
        return end + 1

    def _meaning(self, tag: _OpenTag) -> Iterator[Entity]:
        """The entity of a closed tag; none for a link that leads nowhere."""
        length = self.offset - tag.offset
        kind = _TAGS[tag.name]
        match tag.name:
            case "a":
                text = "".join(self.pieces[tag.piece :])
                yield from _link(tag.attributes.get("href") or text, tag.offset, length)
            case "code" | "pre":
                yield from self._code(tag, length)
            case "blockquote":
                kind = "expandable_blockquote" if "expandable" in tag.attributes else kind
                yield Entity(type=kind, offset=tag.offset, length=length)
            case "tg-emoji":
                if (emoji := tag.attributes.get("emoji-id", "")).isdigit():
                    yield Entity(type=kind, offset=tag.offset, length=length, custom_emoji_id=emoji)
            case "tg-time":
                yield _time(tag, length)
            case _:
                yield Entity(type=kind, offset=tag.offset, length=length)

    def _code(self, tag: _OpenTag, length: int) -> Iterator[Entity]:
        """A `pre` and a `code class="language-…"` over the same text are one entity, whichever is outside."""
        language = tag.attributes.get("class", "").removeprefix("language-")
        inner = self.found[-1][1] if self.found else None
        if inner is not None and (inner.offset, inner.length) == (tag.offset, length):
            if tag.name == "pre" and inner.type == "code" and inner.language:
                self.found.pop()
                yield Entity(type="pre", offset=tag.offset, length=length, language=inner.language)
                return
            if tag.name == "code" and inner.type == "pre" and language:
                self.found.pop()
                yield Entity(type="pre", offset=tag.offset, length=length, language=language)
                return
        kept = language if tag.name == "code" and self.stack and self.stack[-1].name == "pre" else None
        yield Entity(type=_TAGS[tag.name], offset=tag.offset, length=length, language=kept or None)

    def _byte(self, at: int) -> int:
        return len(self.html[:at].encode("utf-8", "surrogatepass"))


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return at if match is None else match.end()


def _decoded(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else match.group()


def _link(address: str, offset: int, length: int) -> Iterator[Entity]:
    if user := _USER_LINK.fullmatch(address):
        yield Entity(type="text_mention", offset=offset, length=length, user_id=int(user[1]))
        return
    match = _LINK.fullmatch(address)
    if match is None or ("." not in match["host"] and (match["scheme"] or "http").lower().startswith("http")):
        return
    if match["scheme"]:
        url = address if match["rest"] or match["scheme"].lower() in {"mailto", "tel"} else f"{address}/"
    else:
        rest = match["rest"]
        url = f"http://{match['host']}{rest if rest.startswith('/') else '/' + rest}"
    yield Entity(type="text_link", offset=offset, length=length, url=url)


def _time(tag: _OpenTag, length: int) -> Entity:
    unix, form = tag.attributes.get("unix", ""), tag.attributes.get("format", "")
    if not unix.isdigit():
        raise _complaint("Invalid Unix time specified")
    if not _DATE_FORMAT.fullmatch(form):
        raise _complaint("Invalid date format used")
    return Entity(
        type="date_time",
        offset=tag.offset,
        length=length,
        unix_time=int(unix),
        date_time_format=form or None,
    )


def _complaint(text: str) -> Exception:
    return bad_request(f"can't parse entities: {text}")
