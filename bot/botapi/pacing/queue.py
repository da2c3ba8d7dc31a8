"""Whose turn it is: replies before pushes, each chat at its own pace, pauses that hold. Pure: no clock."""

import enum
import heapq
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from bot.botapi.pacing.send_rates import Limits, Window

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
class QueuedRequest:
    """A request that waits for its turn."""

    number: int
    lane: Lane
    chat: int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A turn that will not come soon: its chat is to be left alone for `seconds`."""

    turn: QueuedRequest
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Who goes now, who is refused, and when to look again (None: when somebody comes)."""

    admitted: tuple[QueuedRequest, ...] = ()
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


class RequestQueue:
    """Those who wait, and what each chat took lately. Moments are seconds of any one clock.

    Who waits for their chat is not looked at before the chat is free: a look costs by how many may go, not
    by how many wait. A chat's free moment never comes nearer, so an early look finds it and waits on.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = limits.overall()
        # By number; who left is still in the heaps, and is passed over.
        self._waiting: dict[int, QueuedRequest] = {}
        self._by_chat: dict[int | str, dict[int, QueuedRequest]] = {}
        self._later: list[tuple[float, int]] = []  # a heap of when to look at which number
        self._ready: dict[Lane, list[int]] = {lane: [] for lane in Lane}  # heaps: whose chat is free
        self._numbers = itertools.count()
        self._chats: dict[int | str, _Chat] = {}
        self._floods: dict[int | str, float] = {}  # who was told to wait until when, since the last success
        self._paused_until = float("-inf")
        self._told_to_wait: list[QueuedRequest] = []  # since the last look: their patience may end here
        self._admissions = 0

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    def enter(self, chat: int | str, lane: Lane) -> QueuedRequest:
        """A turn behind all that wait in its lane and its chat; to be left when it is over."""
        turn = QueuedRequest(number=next(self._numbers), lane=lane, chat=chat)
        self._waiting[turn.number] = turn
        self._by_chat.setdefault(chat, {})[turn.number] = turn
        self._told_to_wait.append(turn)
        heapq.heappush(self._ready[lane], turn.number)
        return turn

    def leave(self, turn: QueuedRequest) -> None:
        """The turn is over, or is no longer wanted; a second time does nothing."""
        if self._waiting.pop(turn.number, None) is None:
            return
        of_chat = self._by_chat[turn.chat]
        del of_chat[turn.number]
        if not of_chat:
            del self._by_chat[turn.chat]

    def is_early(self, turn: QueuedRequest, now: float) -> bool:
        """Whether its chat had enough for the moment, whoever else waits."""
        return self._chat_free_at(turn) > now

    def pause(self, chat: int | str, *, seconds: float, now: float) -> None:
        """Telegram told this chat to wait. Several in a row: all do, for the shortest wait."""
        until = now + seconds
        self._chat(chat).paused_until = max(until, self._chat(chat).paused_until)
        self._told_to_wait += self._by_chat.get(chat, {}).values()
        self._floods[chat] = until
        if len(self._floods) >= EVERYONE_AFTER:
            self._paused_until = max(self._paused_until, min(self._floods.values()))
            self._told_to_wait = list(self._waiting.values())

    def taken(self) -> None:
        """Telegram took a message: whoever was told to wait was told so alone."""
        self._floods.clear()

    def admit(self, now: float) -> Verdict:
        """Who goes now; those named in the verdict no longer wait."""
        refused = tuple(self._out_of_patience(now))
        while self._later and self._later[0][0] <= now:
            _, number = heapq.heappop(self._later)
            if (turn := self._waiting.get(number)) is not None:
                heapq.heappush(self._ready[turn.lane], number)
        admitted: list[QueuedRequest] = []
        while self._overall_free_at() <= now and (turn := self._next_ready()) is not None:
            if (free_at := self._chat_free_at(turn)) > now:
                heapq.heappush(self._later, (free_at, turn.number))
            else:
                self._take(turn, now)
                admitted.append(turn)
        return Verdict(admitted=tuple(admitted), refused=refused, look_again=self._look_again())

    def _out_of_patience(self, now: float) -> Iterator[Refusal]:
        told, self._told_to_wait = self._told_to_wait, []
        for turn in told:
            pause = max(self._paused_until, self._chat(turn.chat).paused_until) - now
            if turn.number in self._waiting and pause > turn.lane.patience:
                self.leave(turn)
                yield Refusal(turn=turn, seconds=pause)

    def _next_ready(self) -> QueuedRequest | None:
        """Takes the one that goes first off the ready."""
        for numbers in self._ready.values():
            while numbers:
                if (turn := self._waiting.get(heapq.heappop(numbers))) is not None:
                    return turn
        return None

    def _look_again(self) -> float | None:
        """When somebody may go; an entry of one who left costs a look for nothing."""
        moments = [self._later[0][0]] if self._later else []
        if any(self._ready.values()):
            moments.append(self._overall_free_at())
        return min(moments, default=None)

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

    def _chat_free_at(self, turn: QueuedRequest) -> float:
        chat = self._chat(turn.chat)
        return max([chat.paused_until, *(window.free_at() for window in chat.for_lane(turn.lane))])

    def _take(self, turn: QueuedRequest, now: float) -> None:
        self.leave(turn)
        self._chat(turn.chat).take(now)
        for window in self._overall:
            window.take(now)
        self._admissions += 1
        if self._admissions % SWEEP_EVERY == 0:
            self._chats = {key: chat for key, chat in self._chats.items() if not chat.idle_at(now)}
