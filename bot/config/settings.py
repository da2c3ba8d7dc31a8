"""The settings, read once from the environment and `.env`; nothing else reads the environment."""

import ipaddress
import os
import re
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.config.concealing import conceal
from bot.domain.articles import OnRemoved
from bot.domain.errors import SettingsError
from bot.domain.languages import SOURCE, known_languages, language_asked_for
from summaries.reader import DEFAULT_PIPELINE

TOKEN_SHAPE = re.compile(r"\d+:[A-Za-z0-9_-]{10,}")
_UNQUOTED = re.compile(r"://[^?]*[@/][^?]*@")  # of the user's name and password; a database's may hold an @
_NAMED = re.compile(r"^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=", re.MULTILINE)
_ALIKE = 0.8  # "TIMEZON" and "EDITORS_IDS" are, "DATABASE_PASSWORD" is not
USER_ID_SHAPE = re.compile(r"[0-9]{1,16}")  # Telegram promises 52 bits
HOST_SHAPE = re.compile(r"[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9._-]{1,20})?")
SECRET_SHAPE = re.compile(r"[A-Za-z0-9_-]{1,256}")
CONTACT_SHAPE = re.compile(r"[!-'*-~]{1,200}")  # stands in brackets within a User-Agent
_SHAPES = {
    "telegram_bot_token": (
        TOKEN_SHAPE,
        "is not a bot token (digits, a colon, letters, as BotFather gives it)",
    ),
    "http_host": (HOST_SHAPE, "is not a host's name or address"),
    "webhook_secret": (SECRET_SHAPE, "may hold 1 to 256 of A-Z a-z 0-9 _ -"),
    "fetch_contact": (
        CONTACT_SHAPE,
        "is not an address or page (up to 200 visible ASCII characters, no brackets)",
    ),
}
_Text = TypeVar("_Text", str | None, SecretStr | None)


class Access(StrEnum):
    """Who is answered."""

    OPEN = "open"
    INVITE = "invite"


class Review(StrEnum):
    """Who must have seen a new article, or a new text of one, before readers are told of it."""

    OFF = "off"  # nobody
    ON = "on"  # an editor
    TWO = "two"  # two editors, of whom one may have proposed it

    @property
    def editors(self) -> int:
        """How many editors must give a text their word that waits."""
        return 2 if self is Review.TWO else 1


_YES, _NO = ("1", "true", "t", "yes", "y"), ("0", "false", "f", "no", "n")  # as switches are written, too


class LogFormat(StrEnum):
    """How a log line looks."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """The least that is logged."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


def _cores_less_one() -> int:
    return max(1, (os.cpu_count() or 1) - 1)


class Settings(BaseSettings):
    """Every setting with its default; `.env.example` explains them to people."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    seeds_dir: Path = Path("seeds")
    database_url: str = "sqlite+aiosqlite:///var/briefings.db"
    editor_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    timezone: str = "UTC"
    language: str = SOURCE
    spacy_model: str = DEFAULT_PIPELINE
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    analysis_workers: Annotated[int, Field(ge=1, le=256)] = Field(default_factory=_cores_less_one)
    messages_per_second: Annotated[float, Field(gt=0, le=1000)] = 25
    access: Access = Access.OPEN
    keep_days: Annotated[int, Field(ge=0, le=36_500)] = 365
    review: Review = Review.OFF
    on_removed: OnRemoved = OnRemoved.ASK
    stop_window: Annotated[int, Field(ge=0, le=3600)] = 20
    fetch_private: bool = False
    fetch_shortest: Annotated[int, Field(ge=10)] = 300
    fetch_longest: Annotated[int, Field(ge=10)] = 21_600
    fetch_contact: str | None = None
    log_level: LogLevel = LogLevel.INFO
    log_format: LogFormat = LogFormat.TEXT

    @property
    def local(self) -> bool:
        """Whether the local chat stands in for Telegram."""
        return self.telegram_bot_token is None

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of chats that have not chosen one."""
        return ZoneInfo(self.timezone)

    @field_validator("editor_ids", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if wrong := [part for part in parts if not USER_ID_SHAPE.fullmatch(part)]:
            raise ValueError(f"{wrong[0][:60]!r} is not a Telegram user id")
        return frozenset(map(int, parts))

    @field_validator("review", mode="before")
    @classmethod
    def _as_a_switch(cls, value: object) -> object:
        named = value.lower() if isinstance(value, str) else value
        return Review.ON if named in _YES else Review.OFF if named in _NO else named

    @field_validator("log_level", "log_format", "access", "on_removed", mode="before")
    @classmethod
    def _any_case(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return value
        return value.upper() if info.field_name == "log_level" else value.lower()

    @field_validator("language")
    @classmethod
    def _is_spoken(cls, value: str) -> str:
        code = language_asked_for(value)
        if code is None:
            raise ValueError(f"{value[:40]!r} is not one of {', '.join(known_languages())}")
        return code

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            parts = urlsplit(value)
            good = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) > 0
        except ValueError:  # its port, or what stands in brackets
            good = False
        if not good or not value.isprintable() or " " in value:
            raise ValueError("is not an http or https address")
        return value.rstrip("/")

    @field_validator("telegram_bot_token", "http_host", "webhook_secret", "fetch_contact")
    @classmethod
    def _of_its_shape(cls, value: _Text, info: ValidationInfo) -> _Text:
        shape, fault = _SHAPES[info.field_name or ""]
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if text is not None and not shape.fullmatch(text):
            raise ValueError(fault)
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"{value!r} is not an IANA time zone such as Europe/Berlin")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(("sqlite+aiosqlite:///", "postgresql+psycopg://")):
            raise ValueError("must begin with sqlite+aiosqlite:/// or postgresql+psycopg://")
        if value.startswith("postgresql") and _UNQUOTED.search(value):
            raise ValueError("an @ or / in a user's name or password is written %40 or %2F")
        return value

    @field_validator("seeds_dir", "spacy_model")
    @classmethod
    def _is_text(cls, value: Path | str) -> Path | str:
        try:
            str(value).encode()
        except UnicodeEncodeError:
            raise ValueError("is not UTF-8 text") from None
        return value

    @field_validator("seeds_dir")
    @classmethod
    def _is_no_file(cls, value: Path) -> Path:
        try:
            if value.exists() and not value.is_dir():
                raise ValueError(f"{value} is not a folder")
        except OSError as error:
            raise ValueError(f"{value} cannot be looked at ({error.strerror})") from error
        return value

    @model_validator(mode="after")
    def _together(self) -> Self:
        if self.local and not _is_loopback(self.http_host):
            raise ValueError(
                "HTTP_HOST: the local chat listens on loopback only; set TELEGRAM_BOT_TOKEN or use 127.0.0.1"
            )
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_SECRET: is needed with WEBHOOK_URL")
        if self.fetch_shortest > self.fetch_longest:
            raise ValueError("FETCH_SHORTEST: is longer than FETCH_LONGEST")
        return self


def read_settings() -> Settings:
    """The settings of this process. Raises SettingsError: a line a fault, no secret in it."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [_fault_line(fault["loc"], fault["msg"]) for fault in error.errors(include_input=False)]
        # The cause would print the values; a secret can stand in the wrong setting, too.
        raise SettingsError(conceal("\n".join(lines))) from None
    except OSError as error:
        raise SettingsError(f".env: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError:
        raise SettingsError(".env: is not UTF-8 text") from None  # the cause would print the bytes


def misspelt(file: Path = Path(".env")) -> tuple[str, ...]:
    """A line for each name in the file that is nearly a setting's, and so does nothing."""
    try:
        written = _NAMED.findall(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ()
    names = [name.upper() for name in Settings.model_fields]
    found = ((name, get_close_matches(name.upper(), names, n=1, cutoff=_ALIKE)) for name in written)
    return tuple(
        f"{file}: {name} is no setting; {meant[0]} is meant?"
        for name, meant in found
        if meant and name.upper() not in names
    )


def _fault_line(where: tuple[int | str, ...], message: str) -> str:
    fact = message.removeprefix("Value error, ")
    return f"{str(where[0]).upper()}: {fact}" if where else fact


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
