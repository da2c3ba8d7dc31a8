"""Which updates make sense. Telegram sends one that does not again and again until it is confirmed."""

import logging
from typing import Any

from telegram import Bot, Update

from bot.domain.words import UNSTORABLE

log = logging.getLogger(__name__)


def read_update(raw: object, bot: Bot) -> Update | None:
    """The update; its number alone where it makes no sense; None where it has no number."""
    if not isinstance(raw, dict) or not isinstance(number := raw.get("update_id"), int):
        log.warning("an update without a number was left out")
        return None
    try:
        return Update.de_json(_whole(raw), bot)
    except Exception as error:  # whatever it is, the update must not come back for ever
        log.warning("update %s was left out, it makes no sense: %s", number, type(error).__name__)
        return Update(number)


def _whole(part: Any) -> Any:
    """The same without half pairs and NUL; a sign stands for each, so that entities stay where they are.

    Any: JSON as it came.
    """
    if isinstance(part, str):
        return UNSTORABLE.sub("\ufffd", part)
    if isinstance(part, dict):
        return {key: _whole(value) for key, value in part.items()}
    return [_whole(value) for value in part] if isinstance(part, list) else part
