"""The sections that a chat has, and its pauses: pages of /settings."""

from collections.abc import Callable, Iterable
from datetime import time
from functools import partial

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.parse import Context, caught, numbers
from bot.chat.reply import edit_in_place
from bot.chat.routes import Route, on_press
from bot.desks.subscribers import Subscribers
from bot.domain.chats import Chat
from bot.domain.pauses import CODE, NOW, end_of
from bot.domain.sections import (
    all_sections,
    as_the_chat,
    only_section,
    toggle_section,
    toggle_section_at,
)
from bot.domain.subscriptions import Subscription, pause
from bot.render import settings as pages
from bot.render.pauses import pause_page
from bot.render.sections import hour_page, sections_page
from bot.render.unsaid import Unsaid

_MINUTES_A_DAY = 24 * 60


class SectionHandlers:
    """Chooses sections, at all hours or at one; pauses for a while."""

    def __init__(self, subscribers: Subscribers) -> None:
        self._subscribers = subscribers

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_press("se:{id}", self.section),
            on_press("so:{id}", self.only),
            on_press("sy:{page}", self.hour),
            on_press("sy:{page}:{id}", self.section_at),
            on_press(f"sp:({CODE})", self.pause),
        )

    async def section(self, update: Update, context: Context) -> None:
        """`se:id`: the section more or less; of 0: all."""
        key = await self._key(numbers(context)[0])
        alter = partial(toggle_section, key=key) if key else all_sections
        await self._change(update, alter, sections_page)

    async def only(self, update: Update, context: Context) -> None:
        """`so:id`: this section alone."""
        key = await self._key(numbers(context)[0])
        await self._change(
            update, partial(only_section, key=key) if key else lambda chat: chat, sections_page
        )

    async def hour(self, update: Update, context: Context) -> None:
        """`sy:minutes`: the sections of the edition of that hour."""
        at = _time(numbers(context)[0])
        await self._change(update, lambda chat: chat, partial(hour_page, at=at))

    async def section_at(self, update: Update, context: Context) -> None:
        """`sy:minutes:id`: the section more or less at that hour; of 0: as the chat has them."""
        minutes, id_ = numbers(context)
        at, key = _time(minutes), await self._key(id_)
        alter = partial(toggle_section_at, at=at, key=key) if key else partial(as_the_chat, at=at)
        await self._change(update, alter, partial(hour_page, at=at))

    async def pause(self, update: Update, context: Context) -> None:
        """`sp:3`: nothing comes for three days, `sp:mon`: until Monday; `sp:0`: it comes again."""
        place, code = await destination_to_set(update), caught(context)
        if place is None:
            return
        standing = await self._subscribers.look(place)
        until = end_of(code, now=standing.now, zone=standing.zone)
        if until is None and code != NOW:  # the button is old, or names a day too far off
            await edit_in_place(update, pause_page(standing))
        else:
            changed = await self._subscribers.change(place, partial(pause, until=until))
            await edit_in_place(update, pages.settings(changed))

    async def _key(self, section_id: int) -> str | None:
        """The section's key; None of 0, and of one that readers may not choose."""
        every = await self._subscribers.sections()
        return next((one.key for one in every if one.id == section_id), None)

    async def _change(
        self,
        update: Update,
        alter: Callable[[Chat], Chat],
        page: Callable[[Subscription], tuple[Unsaid, ...]],
    ) -> None:
        if (place := await destination_to_set(update)) is not None:
            await edit_in_place(update, page(await self._subscribers.change(place, alter)))


def _time(minutes: int) -> time:
    hour, minute = divmod(minutes % _MINUTES_A_DAY, 60)
    return time(hour, minute)
