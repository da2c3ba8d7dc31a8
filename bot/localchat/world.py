"""The people, chats and messages of the local Telegram, and how the Bot API shows them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from bot.localchat.entities import Entity
from bot.localchat.wire import JsonObject, JsonValue

ChatKind: TypeAlias = Literal["private", "group", "supergroup", "channel"]
MemberStatus: TypeAlias = Literal["creator", "administrator", "member", "left", "kicked"]
PRESENT: frozenset[MemberStatus] = frozenset({"creator", "administrator", "member"})


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person, or the bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def to_json(self) -> JsonObject:
        """The User object."""
        return _shown(
            id=self.id,
            is_bot=self.is_bot,
            first_name=self.first_name,
            username=self.username,
            language_code=self.language_code,
        )


@dataclass(slots=True, kw_only=True)
class Topic:
    """A topic of a forum."""

    id: int
    name: str
    closed: bool = False


@dataclass(slots=True, kw_only=True)
class LocalChat:
    """A chat as it stands now; a private chat has its person's id."""

    id: int
    kind: ChatKind
    name: str
    username: str | None = None
    forum: bool = False
    bot: MemberStatus = "member"  # "kicked" in a private chat: the person blocked the bot
    started: bool = True  # False: a person who never wrote to the bot
    deactivated: bool = False  # a deleted account
    migrated_to: int | None = None
    members: dict[int, MemberStatus] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)

    def to_json(self) -> JsonObject:
        """The Chat object."""
        named = "first_name" if self.kind == "private" else "title"
        return _shown(
            id=self.id,
            type=self.kind,
            username=self.username,
            is_forum=self.forum or None,
            **{named: self.name},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file in a message."""

    id: str
    name: str
    mime_type: str
    size: int

    def to_json(self) -> JsonObject:
        """The Document object."""
        return {
            "file_id": self.id,
            "file_unique_id": f"u{self.id}",
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_size": self.size,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineButton:
    """An inline button as a test or the page sees it."""

    label: str
    action: str | None = None  # callback_data
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalMessage:
    """A message as it stands now: an edit makes another value with the same id."""

    id: int
    chat: LocalChat
    sender: User | None  # None: a channel's post
    from_bot: bool = False
    date: datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    document: Document | None = None  # then `text` is its caption
    media: JsonObject | None = None  # a photo or voice, captioned too; a sticker or location
    keyboard: JsonObject | None = None
    thread_id: int | None = None
    reply_to: "LocalMessage | None" = None
    quote: str | None = None
    edited: datetime | None = None
    forwarded: JsonObject | None = None  # forward_origin
    service: JsonObject | None = None  # fields of a service message
    options: JsonObject | None = None  # link_preview_options
    silent: bool = False
    protected: bool = False

    @property
    def buttons(self) -> tuple[tuple[InlineButton, ...], ...]:
        """The inline buttons by row."""
        rows = (self.keyboard or {}).get("inline_keyboard", ())
        assert isinstance(rows, (list, tuple))
        return tuple(tuple(_button(button) for button in row) for row in rows)

    def origin(self) -> JsonObject:
        """The MessageOrigin object of what is forwarded from here; of what was forwarded, its own."""
        if self.forwarded is not None:
            return self.forwarded
        date = timestamp(self.date)
        if self.sender is not None:
            return {"type": "user", "date": date, "sender_user": self.sender.to_json()}
        return {"type": "channel", "date": date, "chat": self.chat.to_json(), "message_id": self.id}

    def to_json(self, *, nested: bool = True) -> JsonObject:
        """The Message object; a message replied to is shown once, not the one it replies to."""
        captioned = self.document or self.media
        words, marks = ("caption", "caption_entities") if captioned else ("text", "entities")
        shown = _shown(
            message_id=self.id,
            date=timestamp(self.date),
            chat=self.chat.to_json(),
            message_thread_id=self.thread_id,
            is_topic_message=True if self.thread_id else None,
            edit_date=timestamp(self.edited) if self.edited else None,
            forward_origin=self.forwarded,
            document=self.document.to_json() if self.document else None,
            link_preview_options=self.options,
            reply_markup=self.keyboard if self.keyboard and "inline_keyboard" in self.keyboard else None,
            has_protected_content=self.protected or None,
        )
        more: dict[str, JsonValue] = {**(self.service or {}), **(self.media or {})}
        if self.sender is None:
            more["sender_chat"] = self.chat.to_json()
        else:
            more["from"] = self.sender.to_json()
        if self.text:
            more[words] = self.text
        if self.entities:
            more[marks] = [entity.to_json() for entity in self.entities]
        if nested and self.reply_to is not None:
            more["reply_to_message"] = self.reply_to.to_json(nested=False)
        if self.quote is not None:
            more["quote"] = {"text": self.quote, "position": 0, "is_manual": True}
        return {**shown, **more}


def timestamp(moment: datetime) -> int:
    """Whole seconds since 1970, as the Bot API tells moments."""
    return int(moment.astimezone(UTC).timestamp())


def _button(shown: JsonObject) -> InlineButton:
    copied = shown.get("copy_text")
    return InlineButton(
        label=str(shown["text"]),
        action=_text_or_none(shown.get("callback_data")),
        url=_text_or_none(shown.get("url")),
        copies=_text_or_none(copied.get("text")) if isinstance(copied, dict) else None,
    )


def _text_or_none(value: JsonValue) -> str | None:
    return None if value is None else str(value)


def _shown(**fields: JsonValue) -> JsonObject:
    """An object without the fields that are not there."""
    return {name: value for name, value in fields.items() if value is not None}
