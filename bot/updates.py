"""Which updates make sense. Telegram sends one that does not again and again until it is confirmed."""

import logging

from telegram import Bot, Update

log = logging.getLogger(__name__)


def read_update(raw: object, bot: Bot) -> Update | None:
    """The update; its number alone where it makes no sense; None where it has no number."""
    if not isinstance(raw, dict) or not isinstance(number := raw.get("update_id"), int):
        log.warning("an update without a number was left out")
        return None
    try:
        return Update.de_json(raw, bot)
    except Exception as error:  # whatever it is, the update must not come back for ever
        log.warning("update %s was left out, it makes no sense: %s", number, type(error).__name__)
        return Update(number)
