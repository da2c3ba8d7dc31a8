"""The editors: who edits, who is let in, and how things stand."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.desks.access import Doorkeeper
from bot.domain.articles import Page
from bot.domain.editing import BroughtIn, GroupsDecided, Invite, Masthead, Queued, Stats
from bot.render.language import Language
from bot.store import Store

RECENT = timedelta(hours=24)
_CODE_BYTES = 9  # twelve letters: nobody guesses them, and a link stays short
_DECISIONS = 8
_INVITES = 5
_FAULTS = 5
_OPENED = 5
_DAYS = 7


class EditorsDesk:
    def __init__(self, store: Store, door: Doorkeeper, *, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._door = door
        self._clock = clock

    async def stats(self, *, by: int) -> Stats:
        """How things stand now, what was sent, failed and decided in the last day, and a week of readers."""
        now = self._clock()
        times = await self._store.openings.most(_OPENED, _DAYS, now=now)
        named = await self._store.editorial.named(times)
        return Stats(
            now=now,
            since=now - RECENT,
            figures=await self._store.outbox.figures(since=now - RECENT, now=now),
            subscribers=await self._store.chats.count_subscribers(),
            articles=await self._store.articles.count(),
            waiting=await self._store.queue.count(of=by, now=now),
            orders=await self._store.orders.get(),
            next_due=await self._store.news.next_due(),
            decisions=await self._store.editorial.decisions(_DECISIONS),
            failures=await self._store.outbox.failures(_FAULTS, since=now - RECENT),
            days=_DAYS,
            readers=await self._store.readership.since(_DAYS, now=now),
            opened=tuple((named[id_], count) for id_, count in times.items() if id_ in named),
        )

    async def queue(self, page: int, size: int, *, by: int) -> Page[Queued]:
        """A page of what waits for this editor, for any, or for its hour; the oldest first."""
        return await self._store.queue.page(page, size, of=by, now=self._clock())

    async def language_of(self, user_id: int) -> Language:
        """In which somebody's own chat is written to."""
        return await self._door.language_of(user_id)

    async def masthead(self) -> Masthead:
        """Everybody who edits."""
        return Masthead(
            from_the_start=tuple(sorted(self._door.from_the_start)),
            added=await self._store.editorial.editors(),
            chiefs_only=await self._store.editorial.chiefs_only(),
        )

    async def add(self, user_id: int, *, by: int) -> bool:
        """False where they were an editor already."""
        if await self._door.is_editor(user_id):
            return False
        return await self._store.editorial.add_editor(user_id, by=by, now=self._clock())

    async def remove(self, user_id: int, *, by: int) -> bool:
        """False where nobody made them one, as those of the settings stay; and of a chief, by who is none."""
        if await self._door.is_chief(user_id) and not await self._door.is_chief(by):
            return False
        return await self._store.editorial.remove_editor(user_id, by=by, now=self._clock())

    async def set_chief(self, user_id: int, *, chief: bool, by: int) -> bool:
        """Makes an editor a chief, or one no longer. False where only a chief can."""
        if not await self._door.is_chief(by):
            return False
        now = self._clock()
        await self._store.editorial.set_chief(user_id, chief=chief, by=by, now=now)
        return True

    async def keep_to_chiefs(self, *, on: bool, by: int) -> bool:
        """Keeps killing, sources and who edits to chiefs, or no longer. False where only a chief can."""
        if not await self._door.is_chief(by):
            return False
        await self._store.editorial.set_chiefs_only(on=on, by=by, now=self._clock())
        return True

    async def restore_invite(self, code: str, *, by: int) -> bool:
        """The link that was revoked lets people in again. False where it does."""
        return await self._store.editorial.restore_invite(code, by=by, now=self._clock())

    async def invite(self, *, by: int) -> str:
        """The code of a new link."""
        code = secrets.token_urlsafe(_CODE_BYTES)
        await self._store.editorial.invite(code, by=by, now=self._clock())
        return code

    async def revoke(self, code: str, *, by: int) -> bool:
        """False where there is no such link any more."""
        return await self._store.editorial.revoke(code, by=by, now=self._clock())

    async def invites(self) -> tuple[Invite, ...]:
        """The newest links that let people in, the newest first."""
        return await self._store.editorial.invites(_INVITES)

    async def brought_in(self) -> tuple[BroughtIn, ...]:
        """Groups and channels that wait for an editor's word."""
        return await self._store.groups.brought_in()

    async def let_in(self, *, by: int) -> GroupsDecided:
        """They are answered from now on, until that is undone."""
        return await self._store.groups.let_in(by=by, now=self._clock())

    async def leave_out(self, *, by: int) -> GroupsDecided:
        """They are not answered, and sent nothing more, until that is undone."""
        return await self._store.groups.leave_out(by=by, now=self._clock())

    async def ask_again(self, batch: int, *, by: int) -> tuple[BroughtIn, ...]:
        """Those that one press decided on wait for a word again. All who wait; none: it was undone."""
        return await self._store.groups.ask_again(batch, by=by, now=self._clock())
