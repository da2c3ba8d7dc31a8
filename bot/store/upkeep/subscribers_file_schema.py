"""The shape of the file of subscribers, and how much of anything it may hold.

What a database, a calendar or a person could not bear is told by its place before anything is written.
"""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from bot.domain.addresses import host_of
from bot.domain.chats import ChatState
from bot.domain.errors import PortableError
from bot.domain.interests import MOST_INTERESTS, MOST_SAVED
from bot.domain.languages import LONGEST_TAG
from bot.domain.sections import MOST_SECTIONS
from bot.domain.subscriptions import MOST_HOURS

LARGEST = 100_000_000  # bytes of a file: about 200,000 chats
_LONGEST_TITLE = 300  # characters; Telegram's own have 255
_LONGEST_FAULT = 300  # characters, of a place and what is wrong there
_HOUR = r"(?:[01]\d|2[0-3]):[0-5]\d"
_Hour = Annotated[str, Field(pattern=f"^{_HOUR}$")]
_Id = Annotated[int, Field(ge=-(2**52), le=2**52)]  # as Telegram promises of its ids
_PersonId = Annotated[int, Field(ge=1, le=2**52)]
_Moment = Annotated[
    AwareDatetime, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))
]
_PLAIN = r"^[^\x00]*$"  # PostgreSQL keeps no other text
_Content = Annotated[str, Field(max_length=64, pattern=r"^[0-9a-f]+$")]  # what an article is known by
_Key = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00\n]+$")]  # of a section
_Keys = Annotated[tuple[_Key, ...], Field(max_length=MOST_SECTIONS)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PortableInterest(_Frozen):
    """What a chat follows or mutes; an actor by its name, a story by its newest article's text."""

    words: Annotated[str, Field(max_length=400, pattern=_PLAIN)] = ""
    actor: bool = False
    story: _Content | None = None
    created_at: _Moment


class PortableSaved(_Frozen):
    """An article that a chat saved, by its text, or an actor by its name."""

    article: _Content | None = None
    actor: Annotated[str, Field(max_length=400, pattern=_PLAIN)] | None = None
    saved_at: _Moment


class PortableChat(_Frozen):
    """A chat as its people set it up: the fields are columns of the table, the last but what it keeps."""

    telegram_id: _Id
    thread_id: Annotated[int, Field(ge=0, le=2**52)] = 0
    kind: Literal["private", "group", "channel"]
    title: Annotated[str, Field(max_length=_LONGEST_TITLE, pattern=_PLAIN)] | None = None
    state: ChatState
    set_up_by: _PersonId | None = None
    created_at: _Moment
    subscribed: bool = False
    hours: Annotated[str, Field(pattern=f"^(?:{_HOUR}(?:,{_HOUR}){{0,{MOST_HOURS - 1}}})?$")] = ""
    days: Annotated[str, Field(pattern="^[01]{7}$")] = "1" * 7
    weekly: bool = False
    each_new: bool = False
    followed_only: bool = False
    # One unknown here counts as not chosen.
    timezone: Annotated[str, Field(max_length=64, pattern=_PLAIN)] | None = None
    language: Annotated[str, Field(max_length=LONGEST_TAG, pattern=_PLAIN)] | None = None
    client_language: Annotated[str, Field(max_length=LONGEST_TAG, pattern=_PLAIN)] | None = None
    quiet_from: _Hour | None = None
    quiet_to: _Hour | None = None
    stories: Annotated[int, Field(ge=1, le=20)] = 5
    sentences: Annotated[int, Field(ge=1, le=3)] = 3
    silent: bool = False
    whole_stories: bool = False
    link_full_text: bool = True
    say_nothing_new: bool = False
    followed_at: _Hour | None = None
    sections: _Keys = ()
    hour_sections: Annotated[dict[_Hour, _Keys], Field(max_length=MOST_HOURS)] = {}
    paused_until: _Moment | None = None
    follows: Annotated[tuple[PortableInterest, ...], Field(max_length=MOST_INTERESTS)] = ()
    mutes: Annotated[tuple[PortableInterest, ...], Field(max_length=MOST_INTERESTS)] = ()
    saved: Annotated[tuple[PortableSaved, ...], Field(max_length=MOST_SAVED)] = ()


class PortableEditor(_Frozen):
    user_id: _PersonId
    added_by: _PersonId
    added_at: _Moment
    chief: bool = False


class PortableMember(_Frozen):
    """Who may ask under ACCESS=invite."""

    telegram_id: _PersonId
    code: Annotated[str, Field(max_length=32, pattern=_PLAIN)]
    joined_at: _Moment


def _with_a_host(address: str) -> str:
    if not host_of(address):  # which raises ValueError for what is half an IPv6 address
        raise ValueError("names no host")
    return address


class PortableSource(_Frozen):
    """Where articles are fetched from, as editors set it up."""

    address: Annotated[
        str, Field(max_length=2_000, pattern=r"^https?://[^\x00\s]+$"), AfterValidator(_with_a_host)
    ]
    title: Annotated[str, Field(max_length=1_000, pattern=_PLAIN)] = ""
    paused: bool = False
    review: bool | None = None
    whole_text: bool = False
    section: _Key | None = None
    added_by: _PersonId | None = None
    added_at: _Moment


class PortableSection(_Frozen):
    """A section by its name."""

    key: _Key
    name: Annotated[str, Field(min_length=1, max_length=200, pattern=_PLAIN)]


class PortableOutlet(_Frozen):
    """A publisher whose articles stand in a section, as an editor set it."""

    name: Annotated[str, Field(min_length=1, max_length=1_000, pattern=_PLAIN)]
    section: _Key


class Register(_Frozen):
    """The whole file. Version 1 had no sources, and nothing that is muted or saved."""

    version: Literal[1, 2] = 2
    exported_at: _Moment
    chats: tuple[PortableChat, ...]
    editors: tuple[PortableEditor, ...]
    members: tuple[PortableMember, ...]
    sources: tuple[PortableSource, ...] = ()
    sections: tuple[PortableSection, ...] = ()
    outlets: tuple[PortableOutlet, ...] = ()

    def to_json(self) -> str:
        """The file's content, indented, so that people can read it."""
        return self.model_dump_json(indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Register":
        """Raises PortableError with the first place that is wrong."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            fault = error.errors(include_input=False, include_url=False)[0]
            place = ".".join(map(str, fault["loc"]))
            told = f"{place}: {fault['msg']}" if place else fault["msg"]
            raise PortableError(
                told if len(told) <= _LONGEST_FAULT else f"{told[:_LONGEST_FAULT]}…"
            ) from None
