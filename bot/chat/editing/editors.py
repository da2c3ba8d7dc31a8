"""/queue, /stats, /editors and /invite."""

from collections.abc import Callable, Iterable
from datetime import datetime

from telegram import Bot, MessageOriginUser, Update, User
from telegram import Message as TelegramMessage
from telegram.error import BadRequest, Forbidden
from telegram.helpers import create_deep_linked_url

from bot.botapi.posting import post
from bot.chat.commands import list_editor_commands, unlist_editor_commands
from bot.chat.editing.editors_only import CHIEFS_ONLY, Guard, editor_of, refuse
from bot.chat.editing.names import names_of
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.editing import EditingDesk
from bot.desks.editors import EditorsDesk
from bot.render import editors as pages
from bot.render.buttons import button, fits
from bot.render.lists import note
from bot.render.queue import ON_A_PAGE, queue
from bot.render.texts import _
from bot.render.unsaid import Unsaid, UnsaidButtons

HOW_TO_ADD = _("Write the Telegram ID of a person: /editors 123456789")
ALREADY = _("They are already an editor.")
WELCOME = _("You are an editor now. /help shows what editors can do.")
REVOKED = _("Revoked. The link lets nobody in any more; readers who have used it stay.")
RESTORED = _("Undone. The link lets readers in again.")
DECIDED = _("This was decided already.")
HIDDEN = _(
    "Their account hides who they are when a message is forwarded. Ask them for their Telegram ID:"
    " /help shows it to them."
)


class EditorsHandlers:
    """Shows how things stand, who edits, who is let in."""

    def __init__(
        self, editors: EditorsDesk, desk: EditingDesk, *, open_to_all: bool, clock: Callable[[], datetime]
    ) -> None:
        self._editors = editors
        self._desk = desk
        self._open_to_all = open_to_all
        self._clock = clock

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_command("queue", self.queue),
            guard.on_command("stats", self.stats),
            guard.on_command("editors", self.editors, elsewhere=self.ask_in_private),
            guard.on_command("invite", self.invite),
            guard.on_press("ew", self.queue),
            guard.on_press("ew:{page}", self.turn_queue),
            guard.on_press("ea:{id}", self.add, chief=True),
            guard.on_press("er:{id}", self.remove, chief=True),
            guard.on_press("(ec|en):{id}", self.name_chief),
            guard.on_press("eo:(on|off)", self.keep_to_chiefs),
            guard.on_press("ix:{words}", self.revoke),
            guard.on_press("iu:([A-Za-z0-9_-]{{12}})", self.restore),
            guard.on_press("gi", self.let_in),
            guard.on_press("go", self.leave_out),
            guard.on_press("gu:{id}", self.ask_again),
        )

    async def stats(self, update: Update, context: Context) -> None:
        """`/stats`: deliveries, failures, subscribers, what waits, and the latest decisions."""
        stats = await self._editors.stats(by=editor_of(update))
        names = await names_of(context.bot, {one.user_id for one in stats.decisions})
        await reply(update, pages.stats(stats, zone=await self._desk.zone(editor_of(update)), names=names))

    async def queue(self, update: Update, context: Context) -> None:
        """`/queue`, and `ew` below another message: what waits, the oldest first."""
        await reply(update, await self._queue(update, page=0))

    async def turn_queue(self, update: Update, context: Context) -> None:
        """`ew:page`: the same, in place."""
        await edit_in_place(update, await self._queue(update, page=numbers(context)[0]))

    # ---------------------------------------------------------------- who edits

    async def editors(self, update: Update, context: Context) -> None:
        """`/editors`: who edits; with a number, or in reply to somebody, who is to be added or removed."""
        asked = argument(update)
        replied = update.message.reply_to_message if update.message else None
        if asked.isdecimal() and len(asked) < 16:
            await reply(update, await self._asked(context.bot, int(asked)))
        elif asked:
            await reply(update, note(HOW_TO_ADD))
        elif replied is not None and replied.forward_origin is not None:
            user = _author(replied)
            await reply(update, pages.ask_to_add(user.id, user.full_name) if user else note(HIDDEN))
        else:
            await reply(update, await self._masthead(update, context))

    async def ask_in_private(self, update: Update, context: Context) -> None:
        """In a group, in reply to somebody: asks the editor privately whether to make them one, too."""
        replied = update.message.reply_to_message if update.message else None
        author = replied.from_user if replied is not None and replied.sender_chat is None else None
        if author is None or author.is_bot:
            return
        (question,) = pages.ask_to_add(author.id, author.full_name)
        await self._write(context.bot, editor_of(update), question)

    async def add(self, update: Update, context: Context) -> None:
        """Makes the person of the button an editor."""
        (user_id,) = numbers(context)
        if not await self._editors.add(user_id, by=editor_of(update)):
            await edit_in_place(update, note(ALREADY))
            return
        await list_editor_commands(context.bot, user_id, await self._editors.language_of(user_id))
        await edit_in_place(update, await self._masthead(update, context))
        await self._write(context.bot, user_id, note(WELCOME)[0])

    async def remove(self, update: Update, context: Context) -> None:
        """The person of the button is an editor no longer, until that is undone."""
        (user_id,) = numbers(context)
        undo: UnsaidButtons = ()
        if await self._editors.remove(user_id, by=editor_of(update)):
            await unlist_editor_commands(context.bot, user_id)
            undo = ((button(_("Undo"), "ea", user_id),),)
        await edit_in_place(update, await self._masthead(update, context, first=undo))

    async def name_chief(self, update: Update, context: Context) -> None:
        """`ec:user`: they are a chief editor; `en:user`: no longer."""
        (user_id,), chief = numbers(context), caught(context, 0) == "ec"
        if await self._editors.set_chief(user_id, chief=chief, by=editor_of(update)):
            await edit_in_place(update, await self._masthead(update, context))
        else:
            await refuse(update, CHIEFS_ONLY)

    async def keep_to_chiefs(self, update: Update, context: Context) -> None:
        """`eo:on`: killing, sources and who edits are the chiefs'; `eo:off`: any editor's."""
        if await self._editors.keep_to_chiefs(on=caught(context) == "on", by=editor_of(update)):
            await edit_in_place(update, await self._masthead(update, context))
        else:
            await refuse(update, CHIEFS_ONLY)

    # ---------------------------------------------------------------- who is let in

    async def invite(self, update: Update, context: Context) -> None:
        """`/invite`: a new link that lets readers in, and those there are."""
        code = await self._editors.invite(by=editor_of(update))
        link = create_deep_linked_url(context.bot.username, code)
        invites = await self._editors.invites()
        groups = () if self._open_to_all else await self._editors.brought_in()
        waiting = pages.brought_in(groups) if groups else ()
        await reply(update, (*pages.invite(link, invites, open_to_all=self._open_to_all), *waiting))

    async def revoke(self, update: Update, context: Context) -> None:
        """The link of the button lets nobody in any more."""
        code = caught(context)
        await self._editors.revoke(code, by=editor_of(update))
        undo = ((button(_("Undo"), "iu", code),),) if fits("iu", code) else ()
        await reply(update, note(REVOKED, undo))

    async def restore(self, update: Update, context: Context) -> None:
        """`iu:code`: the link that was revoked lets people in again."""
        await self._editors.restore_invite(caught(context), by=editor_of(update))
        await edit_in_place(update, note(RESTORED))

    async def let_in(self, update: Update, context: Context) -> None:
        """The groups that readers brought the bot into are answered and sent editions."""
        await edit_in_place(update, pages.let_in(await self._editors.let_in(by=editor_of(update))))

    async def leave_out(self, update: Update, context: Context) -> None:
        """The groups that readers brought the bot into are sent nothing more."""
        await edit_in_place(update, pages.left_out(await self._editors.leave_out(by=editor_of(update))))

    async def ask_again(self, update: Update, context: Context) -> None:
        """`gu:batch`: those that one press let in or left out wait for an editor's word again."""
        groups = await self._editors.ask_again(numbers(context)[0], by=editor_of(update))
        await edit_in_place(update, pages.brought_in(groups) if groups else note(DECIDED))

    # ---------------------------------------------------------------- within

    async def _queue(self, update: Update, *, page: int) -> tuple[Unsaid, ...]:
        by = editor_of(update)
        waiting = await self._editors.queue(page, ON_A_PAGE, by=by)
        return queue(waiting, zone=await self._desk.zone(by), now=self._clock())

    async def _write(self, bot: Bot, user_id: int, told: Unsaid) -> None:
        try:
            await post(bot, user_id, told.said_in(await self._editors.language_of(user_id)))
        except (BadRequest, Forbidden):
            return  # who never wrote to the bot, or blocked it, learns of it otherwise

    async def _asked(self, bot: Bot, user_id: int) -> tuple[Unsaid, ...]:
        names = await names_of(bot, {user_id})
        return pages.ask_to_add(user_id, names.get(user_id, "user"))

    async def _masthead(
        self, update: Update, context: Context, *, first: UnsaidButtons = ()
    ) -> tuple[Unsaid, ...]:
        masthead = await self._editors.masthead()
        names = await names_of(context.bot, set(masthead.ids))
        return pages.masthead(masthead, names=names, to=editor_of(update), first=first)


def _author(forwarded: TelegramMessage) -> User | None:
    """Who wrote what was forwarded; None where their account hides it."""
    origin = forwarded.forward_origin
    return origin.sender_user if isinstance(origin, MessageOriginUser) else None
