"""/start and /help; and what is answered where nothing else answers."""

from collections.abc import Iterable

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.chat.access_gate import addressed
from bot.chat.commands import ADMINISTRATORS, EDITING, READING, SUBSCRIBING, Command, list_editor_commands
from bot.chat.language import is_for_editors, language_of
from bot.chat.parse import Context, caught
from bot.chat.reply import close_press, reply
from bot.chat.routes import LED, Handler, Route, on_command, on_press
from bot.chat.spoken_to import is_spoken_to
from bot.desks.meeting import MeetingDesk
from bot.domain.subscriptions import Destination
from bot.render.greetings import command_list, how_to_do_with_a_story, left, not_read, thanked, welcome
from bot.render.lists import note
from bot.render.meeting import when
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid

UNKNOWN_COMMAND = _("I do not know this command. /help shows what I can do.")
OLD_BUTTON = _("This button no longer works. Write the command again.")


class StartHandlers:
    """Greets, and says what a person may do."""

    def __init__(self, meeting: MeetingDesk) -> None:
        self._meeting = meeting

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            CommandHandler("start", self.start, filters=filters.UpdateType.MESSAGE & ~LED),
            on_command("help", self.help),
            on_press("p:hello", self.start),
            on_press("hello", self.start),
            on_press("p:help", self.help),
            on_press("p:deeds", self.deeds),
            on_press("p:thanks", self.thanked),
            on_press("p:(no|cancel)", self.left),
        )

    async def start(self, update: Update, context: Context) -> None:
        """`/start`: a greeting, with questions to a newcomer; an editor's commands are listed for them."""
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None:
            return
        private = chat.type == ChatType.PRIVATE
        first = await self._meeting.first(Destination.of_person(user.id)) if private else None
        await reply(update, when(first) if first else welcome())
        if is_for_editors(update):
            await list_editor_commands(context.bot, user.id, language_of(update))

    async def help(self, update: Update, context: Context) -> None:
        """`/help`: what can be asked, and by an editor done."""
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None:
            return
        # In a group everybody reads the answer: editors' commands are for an editor's own chat.
        private = chat.type == ChatType.PRIVATE
        edits = is_for_editors(update)
        await reply(update, _help(edits=edits, user_id=user.id if private else None, many=not private))

    async def deeds(self, update: Update, context: Context) -> None:
        """How a story is saved, shared, followed or muted in plain words."""
        await reply(update, how_to_do_with_a_story())

    async def thanked(self, update: Update, context: Context) -> None:
        """To a "thanks" or an "ok"."""
        await reply(update, thanked())

    async def left(self, update: Update, context: Context) -> None:
        """To a plain no, and to a "cancel", which may want more than to leave what was asked."""
        await reply(update, left(may_end=caught(context) == "cancel"))


class LastHandlers:
    """Answers what no other handler took: added after all of them."""

    def __init__(self, plain_words: Handler) -> None:
        self._plain_words = plain_words

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL
        spoken_to = _SpokenTo() & filters.UpdateType.MESSAGE
        words = filters.TEXT | filters.CAPTION
        return (
            MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE & _ForUs(), self.unknown_command),
            MessageHandler((private | spoken_to) & words & ~filters.COMMAND, self._plain_words),
            MessageHandler(private & ~filters.COMMAND, self.no_words),
            CallbackQueryHandler(self.old_button),
        )

    async def unknown_command(self, update: Update, context: Context) -> None:
        """A command that there is not."""
        await reply(update, note(UNKNOWN_COMMAND))

    async def no_words(self, update: Update, context: Context) -> None:
        """A picture, a voice, a sticker: what the bot reads instead."""
        message = update.effective_message
        await reply(update, not_read(_kind(message) if message is not None else ""))

    async def old_button(self, update: Update, context: Context) -> None:
        """A button of a kind that there is no more."""
        if update.callback_query is not None:
            await close_press(update, OLD_BUTTON, alert=True)


def _kind(message: TelegramMessage) -> str:
    """What was sent, by the name that Telegram has for it."""
    return next(
        (
            kind
            for kind in ("photo", "video", "voice", "audio", "video_note", "document")
            if getattr(message, kind)
        ),
        "",
    )


class _SpokenTo(filters.MessageFilter):
    """In a group, words that are said to the bot."""

    def filter(self, message: TelegramMessage) -> bool:
        return is_spoken_to(message)


class _ForUs(filters.MessageFilter):
    """Private commands, and in a group those that name this bot: an unknown one may be another bot's."""

    def filter(self, message: TelegramMessage) -> bool:
        return message.chat.type == ChatType.PRIVATE or addressed(message) is True


def _help(*, edits: bool, user_id: int | None, many: bool) -> tuple[Unsaid, ...]:
    """`many`: where many read, what administrators alone can do is marked."""
    # Translators: headings of the list of commands.
    families = [
        (_("Read"), READING),
        (_("Subscribe"), SUBSCRIBING),
        *(((_("Edit"), EDITING),) if edits else ()),
    ]
    return command_list(
        [
            (name, [(one.name, one.arguments, _does(one, many=many)) for one in family])
            for name, family in families
        ],
        user_id=user_id,
    )


def _does(command: Command, *, many: bool) -> Said:
    if not many or command.name not in ADMINISTRATORS:
        return command.does
    # Translators: a line of /help in a group: {what} is what the command does.
    return _("{what} (administrators only)", what=command.does)
