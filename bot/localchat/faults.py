"""Faults that tests script: what goes wrong, with which calls, how often."""

import asyncio
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from bot.localchat.wire import ApiError, JsonObject, too_many_requests

FaultOutcome: TypeAlias = Literal["error", "dropped", "lost", "slow", "late", "odd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong with a call.

    error: refused with `status` (and `description`, `retry_after`).
    dropped: the connection closes and nothing happened.
    lost: it happened, and the connection closes before the answer.
    slow: it happens after `seconds`, and not before `until` is set: behind calls that came later.
    late: it happened, and the answer comes after `seconds`, and not before `until` is set.
    odd: nothing happened, and the answer, with status 200, is `description`: a proxy's page, perhaps.
    """

    outcome: FaultOutcome = "error"
    status: int = 500
    description: str | None = None
    retry_after: int | None = None
    migrate_to: int | None = None
    seconds: float = 0.0
    until: asyncio.Event | None = None

    async def wait(self) -> None:
        """Returns when what is slow happens, or when the late answer comes."""
        await asyncio.sleep(self.seconds)
        if self.until is not None:
            await self.until.wait()

    def error(self) -> ApiError:
        """The answer that the call gets."""
        if self.retry_after is not None:
            return too_many_requests(self.retry_after)
        moved = None if self.migrate_to is None else {"migrate_to_chat_id": self.migrate_to}
        return ApiError(
            self.status, self.description or _DESCRIPTIONS.get(self.status, "Error"), parameters=moved
        )


_DESCRIPTIONS = {
    400: "Bad Request: message is wrong",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True, kw_only=True)
class _Scripted:
    fault: Fault
    method: str | None
    chat_id: int | None
    left: int


class FaultScript:
    """The faults still to come, the first that fits is taken."""

    def __init__(self) -> None:
        self._scripted: list[_Scripted] = []

    def add(
        self, fault: Fault, *, method: str | None = None, chat_id: int | None = None, times: int = 1
    ) -> None:
        """For the next `times` calls of the method (any method), for that chat (any chat)."""
        self._scripted.append(_Scripted(fault=fault, method=method, chat_id=chat_id, left=times))

    def clear(self) -> None:
        """No more faults."""
        self._scripted.clear()

    def left(self, method: str) -> int:
        """How many faults are to come for calls of the method."""
        return sum(scripted.left for scripted in self._scripted if scripted.method in (None, method))

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that befalls this call, and one fewer of it to come."""
        for scripted in self._scripted:
            if scripted.method in (None, method) and scripted.chat_id in (None, chat_id):
                scripted.left -= 1
                if scripted.left == 0:
                    self._scripted.remove(scripted)
                return scripted.fault
        return None


def fault_from_json(given: JsonObject) -> Fault:
    """The fault described as JSON. Raises TypeError for a wrong field or value."""
    for name, value in given.items():
        if not isinstance(value, _FIELDS.get(name, ())):
            raise TypeError(f"no fault has {name}={value!r}")
    if given.get("outcome", "error") not in get_args(FaultOutcome):
        raise TypeError(f"no fault has outcome={given['outcome']!r}")
    return Fault(**given)  # type: ignore[arg-type]  # every value was looked at above


_FIELDS: dict[str, tuple[type, ...]] = {
    "outcome": (str,),
    "status": (int,),
    "description": (str,),
    "retry_after": (int,),
    "migrate_to": (int,),
    "seconds": (int, float),
}
