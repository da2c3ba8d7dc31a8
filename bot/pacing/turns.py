"""Whose turn it is: replies before pushes, each chat at its own pace, pauses that hold. Pure: no clock."""

import enum
import itertools
from dataclasses import dataclass

from bot.pacing.limits import Limits, Window

EVERYONE_AFTER = 3  # so many chats told to wait and nothing taken between: the bot is meant
SWEEP_EVERY = 1000  # admissions between two looks for chats that have nothing to remember


class Lane(enum.IntEnum):
    """Who goes first."""

    REPLY = 0
    PUSH = 1

    @property
    def patience(self) -> float:
        """Seconds of flood wait that are sat out; a longer one is handed back to who asked.

        A push goes back to the outbox at once, so that it holds nobody up; a person waits for an answer,
        but not longer than they would look at the chat.
        """
        return 30.0 if self is Lane.REPLY else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A request that waits for its turn."""

    number: int
    lane: Lane
    chat: int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A turn that will not come soon: its chat is to be left alone for `seconds`."""

    turn: Turn
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Who goes now, who is refused, and when to look again (None: when somebody comes)."""

    admitted: tuple[Turn, ...] = ()
    refused: tuple[Refusal, ...] = ()
    look_again: float | None = None


@dataclass(slots=True)
class _Chat:
    windows: tuple[Window, ...]  # of every message
    pushes: tuple[Window, ...]  # of pushes besides
    paused_until: float = float("-inf")

    def for_lane(self, lane: Lane) -> tuple[Window, ...]:
        return self.windows + self.pushes if lane is Lane.PUSH else self.windows

    def take(self, now: float) -> None:
        for window in self.windows + self.pushes:  # a push keeps its distance from replies, too
            window.take(now)

    def idle_at(self, now: float) -> bool:
        windows = self.windows + self.pushes
        return self.paused_until <= now and all(window.idle_at(now) for window in windows)


class Turns:
    """Those who wait, and what each chat took lately. Moments are seconds of any one clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = limits.overall()
        self._lanes: dict[Lane, dict[int, Turn]] = {lane: {} for lane in Lane}
        self._numbers = itertools.count()
        self._chats: dict[int | str, _Chat] = {}
        self._floods: dict[int | str, float] = {}  # who was told to wait until when, since the last success
        self._paused_until = float("-inf")
        self._admissions = 0

    @property
    def waiting(self) -> int:
        return sum(len(lane) for lane in self._lanes.values())

    def join(self, chat: int | str, lane: Lane) -> Turn:
        turn = Turn(number=next(self._numbers), lane=lane, chat=chat)
        self._lanes[lane][turn.number] = turn
        return turn

    def leave(self, turn: Turn) -> None:
        self._lanes[turn.lane].pop(turn.number, None)

    def is_early(self, turn: Turn, now: float) -> bool:
        """Whether its chat had enough for the moment, whoever else waits."""
        return self._chat_free_at(turn) > now

    def pause(self, chat: int | str, *, seconds: float, now: float) -> None:
        """Telegram told this chat to wait. Several in a row: all do, for the shortest wait."""
        until = now + seconds
        self._chat(chat).paused_until = max(until, self._chat(chat).paused_until)
        self._floods[chat] = until
        if len(self._floods) >= EVERYONE_AFTER:
            self._paused_until = max(self._paused_until, min(self._floods.values()))

    def taken(self) -> None:
        """Telegram took a message: whoever was told to wait was told so alone."""
        self._floods.clear()

    def admit(self, now: float) -> Verdict:
        """Who goes now; those named in the verdict no longer wait."""
        admitted: list[Turn] = []
        refused: list[Refusal] = []
        look_again = float("inf")
        for turn in [turn for lane in self._lanes.values() for turn in lane.values()]:
            pause = max(self._paused_until, self._chat(turn.chat).paused_until) - now
            if pause > turn.lane.patience:
                self.leave(turn)
                refused.append(Refusal(turn=turn, seconds=pause))
            elif (free_at := max(self._overall_free_at(), self._chat_free_at(turn))) > now:
                look_again = min(look_again, free_at)
            else:
                self._take(turn, now)
                admitted.append(turn)
        return Verdict(
            admitted=tuple(admitted),
            refused=tuple(refused),
            look_again=None if look_again == float("inf") else look_again,
        )

    def _chat(self, chat: int | str) -> _Chat:
        if (known := self._chats.get(chat)) is not None:
            return known
        private = isinstance(chat, int) and chat > 0
        group = () if private else self._limits.group()
        made = _Chat(windows=self._limits.replies() + group, pushes=self._limits.pushes())
        self._chats[chat] = made
        return made

    def _overall_free_at(self) -> float:
        return max([self._paused_until, *(window.free_at() for window in self._overall)])

    def _chat_free_at(self, turn: Turn) -> float:
        chat = self._chat(turn.chat)
        return max([chat.paused_until, *(window.free_at() for window in chat.for_lane(turn.lane))])

    def _take(self, turn: Turn, now: float) -> None:
        self.leave(turn)
        self._chat(turn.chat).take(now)
        for window in self._overall:
            window.take(now)
        self._admissions += 1
        if self._admissions % SWEEP_EVERY == 0:
            self._chats = {key: chat for key, chat in self._chats.items() if not chat.idle_at(now)}
