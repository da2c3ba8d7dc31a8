"""Who may change what a place is sent: in private everybody, elsewhere its administrators."""

from telegram import ChatMember, ChatMemberAdministrator, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest

from bot.chat.destinations import destination_of
from bot.chat.reply import close_press, reply
from bot.domain.subscriptions import Destination
from bot.render.buttons import button
from bot.render.lists import note
from bot.render.texts import _
from bot.render.unsaid import Unsaid

ADMINS_ONLY = _("Only administrators can change what is sent to this chat.")
OWN_CHAT = _("In your own chat with me")
TOO_OLD = _("This message is too old to change. /settings opens a new one.")
_LEADERS = frozenset({ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER})


async def may_set(update: Update) -> bool:
    """Whether settings of this place are the sender's to change.

    Everybody's own in private; in groups and channels its administrators', who may write in its name.
    """
    chat = update.effective_chat
    if chat is None:
        return False
    if chat.type == ChatType.PRIVATE or update.channel_post is not None:
        return True  # nobody but administrators can post in a channel
    message = update.message
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id == chat.id and not message.is_automatic_forward
    user = update.effective_user
    if user is None:
        return False
    try:
        member = await chat.get_member(user.id)
    except BadRequest:  # not known there
        return False
    return _leads(member, channel=chat.type == ChatType.CHANNEL)


def _leads(member: ChatMember, *, channel: bool) -> bool:
    """An administrator; of a channel one who may write in it or edit what stands there."""
    if channel and isinstance(member, ChatMemberAdministrator):
        return bool(member.can_post_messages or member.can_edit_messages)
    return member.status in _LEADERS


def admins_only() -> tuple[Unsaid, ...]:
    """That administrators choose here, with a link to where everybody chooses for themselves."""
    return note(ADMINS_ONLY, ((button(OWN_CHAT, "hello"),),))


async def destination_to_set(update: Update) -> Destination | None:
    """The place, if its settings are the sender's to change; else they are told whose they are."""
    query = update.callback_query
    if query is not None and (query.message is None or not query.message.is_accessible):
        await close_press(update, TOO_OLD, alert=True)  # which topic it stood in is not told
        return None
    if await may_set(update):
        return destination_of(update)
    if update.callback_query is not None:
        await close_press(update, ADMINS_ONLY, alert=True)
    else:
        await reply(update, admins_only())
    return None
