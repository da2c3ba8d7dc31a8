"""Which updates make sense. Telegram sends one that does not again and again until it is confirmed."""

import logging

from telegram import Bot, Update

log = logging.getLogger(__name__)


def readable(raw: object) -> object | None:
    """The update as it came; its number alone where it makes no sense; None where it has no number."""
    if not isinstance(raw, dict) or not isinstance(number := raw.get("update_id"), int):
        log.warning("an update without a number was left out")
        return None
    try:
        Update.de_json(raw, None)
    except Exception as error:  # whatever it is, the update must not come back for ever
        log.warning("update %s was left out, it makes no sense: %s", number, type(error).__name__)
        return {"update_id": number}
    return raw


def read_update(raw: object, bot: Bot) -> Update | None:
    """The update, None where it makes no sense."""
    kept = readable(raw)
    return Update.de_json(kept, bot) if kept is raw and isinstance(kept, dict) else None
