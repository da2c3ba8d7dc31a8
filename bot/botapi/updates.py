"""Which updates make sense. Telegram sends one that does not again and again until it is confirmed."""

import logging
from collections.abc import Callable
from typing import Any, cast

from telegram import Bot, Update

from bot.domain.words import UNSTORABLE

log = logging.getLogger(__name__)


class AnswerableUpdate(Update):
    """An update that knows in which language it is answered, and is told when an answer to it was taken."""

    _heard: Callable[[], None] | None = None  # private: what is public the library freezes and writes out
    _language_code: str | None = None
    _is_editors: bool = False

    @property
    def language_code(self) -> str | None:
        """Of the language in which it is answered; None until that is found."""
        return self._language_code

    def answer_in(self, language_code: str) -> None:
        """It is answered in this language from now on."""
        self._language_code = language_code

    @property
    def is_editors(self) -> bool:
        """Whether it is an editor's, in their own chat; False until that is found."""
        return self._is_editors

    def answer_an_editor(self) -> None:
        """The answer is an editor's to read, and nobody else's."""
        self._is_editors = True

    def when_answered(self, heard: Callable[[], None]) -> None:
        """`heard` is called at each message of an answer that Telegram took."""
        self._heard = heard

    def note_answer(self) -> None:
        """A message of an answer was taken."""
        if self._heard is not None:
            self._heard()


def read_update(raw: object, bot: Bot) -> AnswerableUpdate | None:
    """The update; its number alone where it makes no sense; None where it has no number."""
    if not isinstance(raw, dict) or not isinstance(number := raw.get("update_id"), int):
        log.warning("an update without a number was left out")
        return None
    try:
        return cast("AnswerableUpdate", AnswerableUpdate.de_json(_whole(raw), bot))
    except Exception as error:  # whatever it is, the update must not come back for ever
        log.warning("update %s was left out, it makes no sense: %s", number, type(error).__name__)
        return AnswerableUpdate(number)


def _whole(part: Any) -> Any:
    """The same without half pairs and NUL; a sign stands for each, so that entities stay where they are.

    Any: JSON as it came.
    """
    if isinstance(part, str):
        return UNSTORABLE.sub("\ufffd", part)
    if isinstance(part, dict):
        return {key: _whole(value) for key, value in part.items()}
    return [_whole(value) for value in part] if isinstance(part, list) else part
