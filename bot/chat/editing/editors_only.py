"""Editors only: what anybody else sends goes on, and is answered as if there were no such command."""

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.chat.access_gate import Door
from bot.chat.parse import Context
from bot.chat.reply import close_press, reply
from bot.chat.routes import Handler, Route, pattern
from bot.render.lists import note
from bot.render.texts import _

IN_PRIVATE = _("I only do this in a private chat. Write to me there.")
_OWN_MESSAGE = filters.UpdateType.MESSAGE & ~filters.FORWARDED  # a command passed on is not one given


class Guard:
    """Makes handlers that act for editors, each in their own chat with the bot.

    They stand in a handler group before all families. For anybody else they do nothing, so that the update
    comes to the same end as one that the bot knows nothing of.
    """

    def __init__(self, door: Door) -> None:
        self._door = door

    def on_command(self, name: str, callback: Handler, *, elsewhere: Handler | None = None) -> Route:
        """A command in an editor's own chat; in a group a word that this is private, and `elsewhere`."""
        return CommandHandler(name, self._for_editors(callback, elsewhere), filters=_OWN_MESSAGE)

    def on_press(self, shape: str, callback: Handler) -> Route:
        """A button of this shape, pressed by an editor in their own chat."""
        return CallbackQueryHandler(self._for_editors(callback), pattern=pattern(shape))

    def on_message(self, which: filters.BaseFilter, callback: Handler) -> Route:
        """A message of this kind that an editor sends in their own chat."""
        private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        return MessageHandler(private & which, self._for_editors(callback))

    def _for_editors(self, callback: Handler, elsewhere: Handler | None = None) -> Handler:
        async def guarded(update: Update, context: Context) -> None:
            user, chat = update.effective_user, update.effective_chat
            if user is None or chat is None or not await self._door.is_editor(user.id):
                return
            try:
                if chat.type == ChatType.PRIVATE:
                    await callback(update, context)
                else:
                    await _refer(update)
                    if elsewhere is not None:
                        await elsewhere(update, context)
            except Exception as fault:  # answered here: later groups would take the command for unknown
                await context.application.process_error(update, fault)
            raise ApplicationHandlerStop

        return guarded


def editor_of(update: Update) -> int:
    """The editor who is answered: the guard lets nobody else by."""
    user = update.effective_user
    assert user is not None
    return user.id


async def _refer(update: Update) -> None:
    if update.callback_query is not None:
        await close_press(update, IN_PRIVATE, alert=True)
    else:
        await reply(update, note(IN_PRIVATE))
