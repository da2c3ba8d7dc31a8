"""What just happened in a chat, told to the pages that show it and to tests that wait for it."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.localchat.wire import JsonObject

MAX_BEHIND = 1_000  # a page further behind than this is let go; it reads the chat anew when it comes back


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`kind` is message, edit, delete, answer, typing or commands."""

    kind: str
    content: JsonObject


class Events:
    """Subscribers by chat, and everyone who waits for any change."""

    def __init__(self) -> None:
        self.closed = False
        self._pages: defaultdict[int, set[asyncio.Queue[Event | None]]] = defaultdict(set)
        self._changed = asyncio.Event()

    def publish(self, chat_id: int, kind: str, content: JsonObject) -> None:
        """Tells every page that watches the chat; one that is far behind is dropped."""
        self.touch()
        for queue in tuple(self._pages.get(chat_id, ())):
            if queue.qsize() > MAX_BEHIND:
                self._pages[chat_id].discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait(Event(kind=kind, content=content))

    def tell_all(self, kind: str, content: JsonObject) -> None:
        """Tells the pages of every chat."""
        for chat_id in tuple(self._pages):
            self.publish(chat_id, kind, content)

    def watched(self, chat_id: int) -> bool:
        """Whether a page watches the chat."""
        return bool(self._pages.get(chat_id))

    def touch(self) -> None:
        """Something changed: waiters look again."""
        self._changed.set()

    async def change(self) -> None:
        """Returns at the next change."""
        self._changed.clear()
        await self._changed.wait()

    def close(self) -> None:
        """Ends every stream, so that a server can stop."""
        self.closed = True
        for queues in self._pages.values():
            for queue in queues:
                queue.put_nowait(None)

    async def stream(self, chat_id: int, *, heartbeat: float) -> AsyncIterator[Event | None]:
        """The chat's events as they happen; None when nothing did for `heartbeat` seconds."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._pages[chat_id].add(queue)
        self.touch()
        try:
            while not self.closed:
                try:
                    async with asyncio.timeout(heartbeat):  # wait_for may lose a cancel
                        event = await queue.get()
                except TimeoutError:
                    yield None
                    continue
                if event is None:
                    return
                yield event
        finally:
            self._pages[chat_id].discard(queue)
