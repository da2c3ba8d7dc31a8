"""What travels over the Bot API: JSON values, the parameters of a call, and refusals in Telegram's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
JsonObject: TypeAlias = Mapping[str, JsonValue]
LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))  # names of this machine


class ApiError(Exception):
    """A call that is refused, with the status, description and `parameters` of its answer."""

    def __init__(self, status: int, description: str, *, parameters: JsonObject | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def to_json(self) -> JsonObject:
        """The answer as the Bot API gives it."""
        answer: JsonObject = {"ok": False, "error_code": self.status, "description": self.description}
        return answer if self.parameters is None else {**answer, "parameters": self.parameters}


def bad_request(description: str, *, parameters: JsonObject | None = None) -> ApiError:
    """What was asked makes no sense, or no longer."""
    return ApiError(400, f"Bad Request: {description}", parameters=parameters)


def forbidden(description: str) -> ApiError:
    """The bot may not write there."""
    return ApiError(403, f"Forbidden: {description}")


def too_many_requests(retry_after: int) -> ApiError:
    """Nothing is taken for so many seconds."""
    return ApiError(
        429,
        f"Too Many Requests: retry after {retry_after}",
        parameters={"retry_after": retry_after},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """The parameters of one call, checked against the method's names and types."""

    values: JsonObject
    uploads: Mapping[str, Upload]

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str = "") -> str:
        """A parameter as text; what is no text is written as such."""
        value = self.values.get(name, default)
        return value if isinstance(value, str) else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A parameter that is a whole number, else the default."""
        value = self.values.get(name, default)
        return value if isinstance(value, int) else default

    def flag(self, name: str) -> bool:
        """Whether a parameter is true."""
        return self.values.get(name) is True

    def object(self, name: str) -> JsonObject | None:
        """A parameter that is an object, else None."""
        value = self.values.get(name)
        return value if isinstance(value, Mapping) else None

    def array(self, name: str) -> Sequence[JsonValue]:
        """A parameter that is an array, else an empty one."""
        value = self.values.get(name, ())
        return value if isinstance(value, Sequence) and not isinstance(value, str) else ()

    def objects(self, name: str) -> tuple[JsonObject, ...]:
        """The objects of a parameter that is an array."""
        return tuple(item for item in self.array(name) if isinstance(item, Mapping))
