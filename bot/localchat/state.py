"""What the local Telegram knows: people, chats, messages, files, calls."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from bot.localchat.events import Events
from bot.localchat.faults import FaultScript
from bot.localchat.flood_limits import FloodLimits
from bot.localchat.inbox import Inbox
from bot.localchat.wire import JsonObject
from bot.localchat.world import Document, LocalChat, LocalMessage, User

MAX_MESSAGES = 20_000  # of all chats together; the oldest go first, their count stays
MAX_CALLS = 10_000
MAX_FILE_BYTES = 256 * 1024 * 1024
MAX_CALLBACKS = 10_000

BOT = User(id=1000, first_name="Briefings", username="briefings_local_bot", is_bot=True)
READER = User(id=1001, first_name="Reader", username="local_reader", language_code="en")
SECOND_READER = User(id=1003, first_name="Reader 2", username="local_reader_2", language_code="en")
EDITOR = User(id=1002, first_name="Editor", username="local_editor", language_code="en")
SECOND_EDITOR = User(id=1006, first_name="Editor 2", username="local_editor_2", language_code="en")
EDITORS = (EDITOR, SECOND_EDITOR)

CommandScope: TypeAlias = tuple[str, int, int, str]  # scope type, chat, user, language code


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of the bot and how it was answered: "ok", a description, or a fault's outcome."""

    at: datetime
    method: str
    params: JsonObject
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """A pressed button that waits for its answer."""

    id: str
    user: User
    message: LocalMessage
    action: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the bot answered to a pressed button."""

    callback: Callback
    text: str = ""
    alert: bool = False
    url: str | None = None


class State:
    """The local Telegram's memory. `clock` gives aware datetimes."""

    def __init__(self, *, clock: Callable[[], datetime] | None = None, limits: bool = False) -> None:
        self.bot = BOT
        self.clock = clock or (lambda: datetime.now(UTC))
        self.users: dict[int, User] = {}
        self.chats: dict[int, LocalChat] = {}
        self.messages: dict[tuple[int, int], LocalMessage] = {}  # by chat and id, oldest first
        self._by_chat: defaultdict[int, dict[int, LocalMessage]] = defaultdict(dict)
        self.sent_counts: Counter[int] = Counter()  # messages the bot sent, by chat, deleted ones too
        self.files: dict[str, tuple[Document, bytes]] = {}
        self.callbacks: dict[str, Callback] = {}
        self.answers: deque[Answer] = deque(maxlen=MAX_CALLBACKS)
        self.commands: dict[CommandScope, tuple[JsonObject, ...]] = {}
        self.texts: dict[tuple[str, str], str] = {}  # that the bot says of itself, by name and language code
        self.menu_buttons: dict[int, JsonObject] = {}  # by chat
        self.calls: deque[Call] = deque(maxlen=MAX_CALLS)
        self.events = Events()
        self.faults = FaultScript()
        self.limits = FloodLimits(enforced=limits)
        # A bot's database outlives this memory: numbers grow with the clock, so that none is used twice.
        self._first_id = int(self.clock().timestamp()) - 1_700_000_000
        self.inbox = Inbox(first_id=self._first_id, changed=self.events.touch)
        self._last_ids: Counter[int] = Counter()
        self._serial = self._first_id

    # ---------------------------------------------------------------- numbers

    def next_message_id(self, chat: LocalChat) -> int:
        """Supergroups and channels count for themselves, all other chats together."""
        own = chat.id if chat.kind in {"supergroup", "channel"} else 0
        if own not in self._last_ids:
            self._last_ids[own] = self._first_id
        self._last_ids[own] += 1
        return self._last_ids[own]

    def next_serial(self) -> int:
        """A number that was not given before."""
        self._serial += 1
        return self._serial

    # ---------------------------------------------------------------- messages

    def store(self, message: LocalMessage) -> LocalMessage:
        """Keeps a new message and shows it."""
        self._keep(message)
        if len(self.messages) > MAX_MESSAGES:
            self._drop(*next(iter(self.messages)))
        if message.from_bot:
            self.sent_counts[message.chat.id] += 1
        self._show("message", message)
        return message

    def change(self, message: LocalMessage) -> LocalMessage:
        """Keeps an edited message and shows it."""
        self._keep(message)
        self._show("edit", message)
        return message

    def remove(self, message: LocalMessage) -> None:
        """The message is gone for everybody."""
        self._drop(message.chat.id, message.id)
        self.events.publish(message.chat.id, "delete", {"message_id": message.id})

    def find_message(self, chat: LocalChat, message_id: int) -> LocalMessage | None:
        """The message as it stands now; None where there is none."""
        return self.messages.get((chat.id, message_id))

    def messages_of(self, chat_id: int) -> tuple[LocalMessage, ...]:
        """The messages that stand in a chat, oldest first."""
        return tuple(self._by_chat[chat_id].values()) if chat_id in self._by_chat else ()

    def _keep(self, message: LocalMessage) -> None:
        self.messages[message.chat.id, message.id] = message
        self._by_chat[message.chat.id][message.id] = message

    def _drop(self, chat_id: int, message_id: int) -> None:
        del self.messages[chat_id, message_id]
        del self._by_chat[chat_id][message_id]

    def _show(self, kind: str, message: LocalMessage) -> None:
        if self.events.watched(message.chat.id):
            self.events.publish(message.chat.id, kind, message.to_json())
        else:
            self.events.touch()

    # ---------------------------------------------------------------- the rest

    def store_file(self, name: str, mime_type: str, content: bytes) -> Document:
        """Keeps the content; the oldest files go where all are too much."""
        document = Document(id=f"file{self.next_serial()}", name=name, mime_type=mime_type, size=len(content))
        self.files[document.id] = (document, content)
        while len(self.files) > 1 and sum(kept.size for kept, _ in self.files.values()) > MAX_FILE_BYTES:
            del self.files[next(iter(self.files))]
        return document

    def store_callback(self, user: User, message: LocalMessage, action: str) -> Callback:
        """A press of a button, to be answered by its id."""
        callback = Callback(
            id=str(self.next_serial()),
            user=user,
            message=message,
            action=action,
            at=self.clock(),
        )
        self.callbacks[callback.id] = callback
        if len(self.callbacks) > MAX_CALLBACKS:
            del self.callbacks[next(iter(self.callbacks))]
        return callback

    def commands_for(self, chat: LocalChat, user: User) -> tuple[JsonObject, ...]:
        """The commands a person sees in a chat: the narrowest scope that has any, their language first."""
        for scope, chat_id, user_id in _scopes(chat, user):
            for language in _languages(user):
                if commands := self.commands.get((scope, chat_id, user_id, language)):
                    return commands
        return ()

    def text_for(self, name: str, user: User) -> str:
        """What the bot says of itself to a person, in their language where it does."""
        return next(filter(None, (self.texts.get((name, language)) for language in _languages(user))), "")

    def record(self, method: str, params: JsonObject, outcome: str) -> None:
        """Notes a call of the bot for who looks at `calls`."""
        self.calls.append(Call(at=self.clock(), method=method, params=params, outcome=outcome))
        self.events.touch()


def _languages(user: User) -> tuple[str, str]:
    """Those of a person by which commands and texts are kept: theirs by its two letters, then everybody's."""
    return (user.language_code or "").partition("-")[0], ""


def _scopes(chat: LocalChat, user: User) -> Iterable[tuple[str, int, int]]:
    if chat.kind == "private":
        return ("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)
    leads = chat.members.get(user.id) in {"creator", "administrator"}
    administrators = [("chat_administrators", chat.id, 0)] if leads else []
    all_administrators = [("all_chat_administrators", 0, 0)] if leads else []
    return (
        ("chat_member", chat.id, user.id),
        *administrators,
        ("chat", chat.id, 0),
        *all_administrators,
        ("all_group_chats", 0, 0),
        ("default", 0, 0),
    )
