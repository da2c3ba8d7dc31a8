"""When a handler fails: one line for the maintainer, one for the person."""

import logging

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError

from bot.botapi.refusals import is_chat_lost, is_topic_lost
from bot.chat.parse import Context
from bot.chat.reply import close_press, reply
from bot.render.lists import note
from bot.render.texts import _

log = logging.getLogger(__name__)

SORRY = _("Sorry, something went wrong on my side. Please try again in a moment.")


async def answer_fault(update: object, context: Context) -> None:
    """Logs what failed with the update's id and tells the person; never raises."""
    fault = context.error
    number = update.update_id if isinstance(update, Update) else "-"
    if _closed(fault):
        log.info("update %s: the chat no longer takes messages: %s", number, _one_line(fault))
        return
    log.error("update %s: %s: %s", number, type(fault).__name__, _one_line(fault))
    log.debug("update %s", number, exc_info=fault)
    if isinstance(update, Update) and not _unreachable(fault):
        await _say_sorry(update)


async def _say_sorry(update: Update) -> None:
    try:
        if update.callback_query is not None:
            await close_press(update, SORRY, alert=True)
        elif update.message is not None:
            await reply(update, note(SORRY))
    except TelegramError as failure:
        log.warning("update %s: could not say so: %s", update.update_id, _one_line(failure))


def _closed(fault: BaseException | None) -> bool:
    """Whether the chat is closed to us, by its people's will: nothing is wrong here."""
    if isinstance(fault, BadRequest):
        return is_chat_lost(fault) or is_topic_lost(fault)
    return isinstance(fault, Forbidden | ChatMigrated)


def _unreachable(fault: BaseException | None) -> bool:
    """Whether another message would meet the same trouble; a BadRequest descends from NetworkError."""
    return isinstance(fault, NetworkError) and not isinstance(fault, BadRequest)


def _one_line(fault: BaseException | None) -> str:
    return " ".join(str(fault).split())[:500]
