"""Editors only: what anybody else sends goes on, and is answered as if there were no such command."""

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.chat.access_gate import Door
from bot.chat.parse import Context
from bot.chat.reply import close_press, reply
from bot.chat.routes import Handler, Route, pattern
from bot.render.lists import note
from bot.render.texts import Said, _

CHIEFS_ONLY = _("Only a chief editor can do this.")
IN_PRIVATE = _("I only do this in a private chat. Write to me there.")
_OWN_MESSAGE = filters.UpdateType.MESSAGE & ~filters.FORWARDED  # a command passed on is not one given


class Guard:
    """Makes handlers that act for editors, each in their own chat with the bot.

    They stand in a handler group before all families. For anybody else they do nothing, so that the update
    comes to the same end as one that the bot knows nothing of. What is a chief editor's is refused to others.
    """

    def __init__(self, door: Door) -> None:
        self._door = door

    def on_command(
        self, name: str, callback: Handler, *, elsewhere: Handler | None = None, chief: bool = False
    ) -> Route:
        """A command in an editor's own chat; in a group a word that this is private, and `elsewhere`."""
        guarded = self._for_editors(self._for_chiefs(callback) if chief else callback, elsewhere)
        return CommandHandler(name, guarded, filters=_OWN_MESSAGE)

    def on_press(self, shape: str, callback: Handler, *, chief: bool = False) -> Route:
        """A button of this shape, pressed by an editor in their own chat."""
        guarded = self._for_editors(self._for_chiefs(callback) if chief else callback)
        return CallbackQueryHandler(guarded, pattern=pattern(shape))

    def on_message(self, which: filters.BaseFilter, callback: Handler, *, chief: bool = False) -> Route:
        """A message of this kind that an editor sends in their own chat."""
        guarded = self._for_editors(self._for_chiefs(callback) if chief else callback)
        private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        return MessageHandler(private & which, guarded)

    def _for_chiefs(self, callback: Handler) -> Handler:
        async def guarded(update: Update, context: Context) -> None:
            if await self._door.acts_as_chief(editor_of(update)):
                await callback(update, context)
            else:
                await refuse(update, CHIEFS_ONLY)

        return guarded

    def _for_editors(self, callback: Handler, elsewhere: Handler | None = None) -> Handler:
        async def guarded(update: Update, context: Context) -> None:
            user, chat = update.effective_user, update.effective_chat
            if user is None or chat is None or not await self._door.is_editor(user.id):
                return
            try:
                if chat.type == ChatType.PRIVATE:
                    await callback(update, context)
                else:
                    await refuse(update, IN_PRIVATE)
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


async def refuse(update: Update, why: Said) -> None:
    """Says why this is not done: over the button that was pressed, else as an answer."""
    if update.callback_query is not None:
        await close_press(update, why, alert=True)
    else:
        await reply(update, note(why))
