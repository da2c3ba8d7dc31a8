"""Who reads: chats, and what they ordered."""

import enum
from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal

MORNING = time(7, 30)  # when editions come to who named no hour


class ChatState(enum.StrEnum):
    """Whether a chat can be written to."""

    ACTIVE = "active"
    STOPPED = "stopped"  # blocked, kicked, or its topic closed; /start brings it back


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Local times between which pushes are held; start equal to end means none."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A destination: a private chat, a group, a channel, or one topic of a forum."""

    id: int  # the store's
    telegram_id: int
    thread_id: int = 0
    kind: Literal["private", "group", "channel"]
    title: str | None = None
    state: ChatState = ChatState.ACTIVE
    set_up_by: int | None = None
    subscribed: bool = False
    hours: tuple[time, ...] = ()  # editions, local
    days: tuple[bool, ...] = (True,) * 7  # from Monday
    weekly: bool = False  # on Sundays the week comes, too
    each_new: bool = False
    followed_only: bool = False
    followed_at: time | None = None  # local: what is followed comes once a day then, and not at once
    sections: tuple[str, ...] = ()  # keys; none: all
    hour_sections: tuple[tuple[time, tuple[str, ...]], ...] = ()  # of editions that have others
    paused_until: datetime | None = None  # nothing comes before
    timezone: str | None = None  # None: the TIMEZONE setting
    language: str | None = None  # chosen; None: the client's
    client_language: str | None = None  # None: the LANGUAGE setting
    quiet: QuietHours | None = None
    stories: int = 5
    sentences: int = 3
    silent: bool = False
    whole_stories: bool = False  # an edition is a message a story, not one with a list
    link_full_text: bool = True
    say_nothing_new: bool = False
    decided_until: datetime | None = None
    seen_from: datetime

    @property
    def speaks(self) -> str | None:
        """The tag of the language that the chat is written to in; None: the bot's own."""
        return self.language or self.client_language


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCounts:
    """How much is stored of a chat, for those who ask before they are forgotten."""

    chat: Chat | None = None  # None: its person is known by their invitation alone
    follows: int = 0
    mutes: int = 0
    saved: int = 0
    articles_seen: int = 0
    messages: int = 0
    invited: bool = False  # its person came by an invitation
