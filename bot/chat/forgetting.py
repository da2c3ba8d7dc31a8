"""/forget: shows what is stored of a chat, and deletes it after a question."""

from collections.abc import Iterable

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.parse import Context, caught
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.desks.subscribers import Subscribers
from bot.render.lists import note
from bot.render.subscribing import ask_to_forget
from bot.render.texts import _

NOTHING_KEPT = _("I store nothing about this chat.")
FORGOTTEN = _("All of it was deleted, and nothing is sent here any more.")
STAYS = _("Nothing was deleted. Everything stays as it is.")


class ForgettingHandlers:
    """Forgets a chat."""

    def __init__(self, subscribers: Subscribers) -> None:
        self._subscribers = subscribers

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_order("forget", self.forget),
            on_press("forget", self.forget),
            on_press("forget:(yes|no)", self.confirm),
        )

    async def forget(self, update: Update, context: Context) -> None:
        """`/forget`: how much is stored of this chat, and whether it is to be forgotten."""
        if (place := await destination_to_set(update)) is not None:
            what = await self._subscribers.count_stored(place)
            await reply(update, ask_to_forget(what) if what else note(NOTHING_KEPT))

    async def confirm(self, update: Update, context: Context) -> None:
        """`forget:yes` deletes all that is stored of the chat, `forget:no` nothing."""
        if (place := await destination_to_set(update)) is not None:
            if caught(context) == "yes":
                await self._subscribers.forget(place)
                await edit_in_place(update, note(FORGOTTEN))
            else:
                await edit_in_place(update, note(STAYS))
